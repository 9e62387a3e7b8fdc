"""How fast a terminal program paints: real processes in a real pty, a modern terminal played to them.

Compare programs only within one call of :func:`interleaved`. It runs them in turn, so that a slow spell of the
machine hits every one alike; two medians of the same program, taken apart, have differed by 15 percent.

Times are taken when bytes arrive and the screen is worked out after the run, so that the emulator does not slow
the program under test. Needs Linux and pyte. Ends only what it started.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import mean, median
from typing import Final, NamedTuple

import pyte

ROWS: Final = 30
COLUMNS: Final = 100
QUIET: Final = 0.4
"""Seconds without a byte after which a screen has settled."""
PATIENCE: Final = 25.0
"""Seconds after which a program that has not painted is given up."""

SYNC_ON: Final = b"\x1b[?2026h"
SYNC_OFF: Final = b"\x1b[?2026l"
_STRANGE_TO_PYTE: Final = re.compile(
    rb"\x1b\[[<>=][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[\?u|\x1b\[>q"
    rb"|\x1bP.*?\x1b\\|\x1b_.*?\x1b\\|\x1b\[[0-9;]*t|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)",
    re.S,
)
_SEQUENCE: Final = re.compile(rb"\x1b\[[0-9;:?<>=]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b.")


class Target(NamedTuple):
    """A program to measure. ``expect`` matches its first screen, ``opens`` are keys that are sent to it first.

    Once that is up, ``keys`` are pressed in turn, so many times. A press has been answered when the next of
    ``answers``, taken in turn as well, is on the screen.
    """

    name: str
    argv: Sequence[str]
    expect: str
    env: Mapping[str, str] = {}
    keys: Sequence[str] = ()
    answers: Sequence[str] = ()
    presses: int = 0
    opens: str = ""


class Measured(NamedTuple):
    """One run: milliseconds to the first byte, to the expected screen and for each key; the most MiB it held."""

    first_byte: float
    frame: float
    memory: float
    keys: tuple[float, ...] = ()


class Unpainted(Exception):  # noqa: N818 - the program has not painted what was expected
    """The program never showed what was expected. Carries its last screen."""


class Terminal:
    """A program in a pty. ``chunks`` are the bytes it has sent, and when."""

    def __init__(self, argv: Sequence[str], env: Mapping[str, str] | None = None) -> None:
        self.chunks: list[tuple[float, bytes]] = []
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._fed = 0
        self._painting = False
        given = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
        given |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **(env or {})}
        self.started = time.perf_counter()
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            try:
                _set_size(0)
                os.execvpe(argv[0], list(argv), given)
            finally:
                os._exit(127)
        _set_size(self._file)

    def pump(self, seconds: float) -> bool:
        """Take in what the program sends within so many seconds, and answer what it asks. False when it is silent.

        Raises ``EOFError`` when the program has ended.
        """
        ready, _, _ = select.select([self._file], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._file, 65536)
        except OSError:
            data = b""
        if not data:
            raise EOFError
        self.chunks.append((time.perf_counter(), data))
        if replies := _replies(data):
            self.press(replies)
        return True

    def press(self, keys: str | bytes) -> float:
        """Send keys. Returns when."""
        now = time.perf_counter()
        os.write(self._file, keys.encode() if isinstance(keys, str) else keys)
        return now

    def settle(self, expect: str) -> None:
        """Take everything in until this was sent and nothing has come for a while."""
        wanted, seen, sent = re.compile(expect.encode()), False, b""
        with suppress(EOFError):
            while time.perf_counter() - self.started < PATIENCE:
                if self.pump(QUIET):
                    sent += _SEQUENCE.sub(b"", self.chunks[-1][1])
                    seen = seen or bool(wanted.search(sent))
                elif seen:
                    return

    def frames(self) -> Iterator[float]:
        """Work out the chunks not seen yet. Gives the time of each after which a whole frame is on the screen."""
        while self._fed < len(self.chunks):
            when, data = self.chunks[self._fed]
            self._fed += 1
            begins, ends = data.rfind(SYNC_ON), data.rfind(SYNC_OFF)
            if begins >= 0 or ends >= 0:
                self._painting = begins > ends
            self._stream.feed(_STRANGE_TO_PYTE.sub(b"", data))
            if not self._painting:
                yield when

    def shown(self) -> str:
        """The text on the screen as worked out so far."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def first_frame_with(self, expect: str) -> float:
        """When this first was on the screen, among the frames not worked out yet."""
        for when in self.frames():
            if re.search(expect, self.shown()):
                return when
        raise Unpainted(f"'{expect}' is not on the screen:\n{self.shown()}")

    def peak_memory(self) -> float:
        """The most MiB that the program has held at once."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def close(self) -> None:
        """End the program."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.close(self._file)
        os.waitpid(self.pid, 0)


def _set_size(file: int) -> None:
    fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))


def _replies(data: bytes) -> bytes:
    """What a modern terminal answers to the queries in this chunk."""
    out = b""
    for mode in re.findall(rb"\x1b\[\?(\d+)\$p", data):
        out += b"\x1b[?" + mode + (b";2$y" if mode == b"2026" else b";0$y")
    if b"\x1b[c" in data or b"\x1b[0c" in data:
        out += b"\x1b[?62;22c"
    if b"\x1b[6n" in data:
        out += b"\x1b[1;1R"
    if b"\x1b[?u" in data:
        out += b"\x1b[?0u"
    if b"\x1b[16t" in data:
        out += b"\x1b[6;20;10t"
    if b"\x1b[14t" in data:
        out += b"\x1b[4;%d;%dt" % (ROWS * 20, COLUMNS * 10)
    if b"\x1b]11;?" in data:
        out += b"\x1b]11;rgb:0000/0000/0000\x1b\\"
    if b"\x1b]10;?" in data:
        out += b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\"
    return out


def measure(target: Target) -> Measured:
    """Run a program once."""
    terminal = Terminal(target.argv, target.env)
    try:
        terminal.settle(target.expect)
        frame = terminal.first_frame_with(target.expect)
        return Measured(
            first_byte=(terminal.chunks[0][0] - terminal.started) * 1000,
            frame=(frame - terminal.started) * 1000,
            memory=terminal.peak_memory(),
            keys=tuple(_press_keys(terminal, target)),
        )
    finally:
        terminal.close()


def _press_keys(terminal: Terminal, target: Target) -> Iterator[float]:
    if target.opens:
        terminal.press(target.opens)
        while terminal.pump(QUIET):
            pass
    for _ in terminal.frames():
        pass
    for number in range(target.presses):
        pressed = terminal.press(target.keys[number % len(target.keys)])
        while terminal.pump(0.12):
            pass
        answered = terminal.first_frame_with(target.answers[number % len(target.answers)])
        for _ in terminal.frames():
            pass
        yield (answered - pressed) * 1000


def interleaved(targets: Sequence[Target], runs: int, warm_ups: int = 1) -> dict[str, list[Measured]]:
    """Run programs in turn, so many times each; the warm-ups are not counted."""
    results: dict[str, list[Measured]] = {target.name: [] for target in targets}
    for number in range(warm_ups + runs):
        for target in targets:
            measured = measure(target)
            if number >= warm_ups:
                results[target.name].append(measured)
    return results


class Figures(NamedTuple):
    """What a program's runs come to: its typical start and key where nothing held them up, its median memory.

    What took longer than another time was held up by something else: on a busy machine medians of the same two
    programs' starts were 1.08 to 1.73 apart in three trials of eleven runs, their fastest 1.17 to 1.44. So a time
    is the mean of the fastest quarter: the very fastest one is luck.
    """

    first_byte: float
    frame: float
    memory: float
    key: float

    @classmethod
    def of(cls, runs: Sequence[Measured]) -> Figures:
        return cls(
            _unhindered([run.first_byte for run in runs]),
            _unhindered([run.frame for run in runs]),
            median(run.memory for run in runs),
            _unhindered([median(run.keys) for run in runs if run.keys]),
        )


def _unhindered(times: Sequence[float]) -> float:
    """The mean of the fastest quarter, of one at least; 0 of none."""
    fastest = sorted(times)[: max(1, len(times) // 4)]
    return mean(fastest) if fastest else 0.0
