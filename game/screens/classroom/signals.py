"""Signals: a class that is ended from outside is ended like any other, also by a terminal that is closed.

A terminal that is gone takes nothing any more, and whoever writes to it may wait for ever. So what would go there
is thrown away, and there is a last moment after which the program is gone whatever it waits for.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Final

ENDING: Final = ("SIGTERM", "SIGINT", "SIGHUP")
"""The signals that end a program, as far as a machine has them. Ctrl+C is a key, and none of them."""
FROM_OUTSIDE: Final = 128
"""What shells add to the number of a signal in the exit code of a program that it has ended."""


def on_signals(ended: Callable[[int], None]) -> Callable[[], None]:
    """Call ``ended`` with the number of a signal, until what is returned is called."""
    loop, numbers = asyncio.get_running_loop(), []
    for number in (getattr(signal, name, None) for name in ENDING):
        # Windows' loop hears no signals, and only the main thread does.
        with suppress(NotImplementedError, ValueError, RuntimeError):
            if number is not None:
                loop.add_signal_handler(number, _heard, number, ended)
                numbers.append(number)

    def leave() -> None:
        for number in numbers:
            loop.remove_signal_handler(number)

    return leave


def _heard(number: int, ended: Callable[[int], None]) -> None:
    if number == getattr(signal, "SIGHUP", None):
        _let_go_of_the_terminal()
    ended(number)


def _let_go_of_the_terminal() -> None:
    """What is written from now on goes nowhere."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (sys.__stdin__, sys.__stdout__, sys.__stderr__):
            if stream is not None:
                os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def give_up(seconds: float, code: int) -> None:
    """Be gone after so many seconds, whatever is still waited for."""
    last = threading.Timer(seconds, os._exit, (code,))
    last.daemon = True
    last.start()
