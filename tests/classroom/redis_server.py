"""A real Redis for a test: on a socket of its own, nothing on disk, gone afterwards."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import pytest

MISSING = "redis-server is not on this machine (Debian: apt-get install redis-server)"


SETTINGS = ("--port", "0", "--save", "", "--appendonly", "no")


class RedisServer:
    """A Redis in a folder, which a test may end and start again: then it is empty."""

    def __init__(self, program: str, folder: str) -> None:
        self._socket = Path(folder) / "redis.sock"
        self._words = [program, *SETTINGS, "--unixsocket", str(self._socket), "--dir", folder]
        self.url = f"unix://{self._socket}"

    def start(self) -> None:
        self._process = subprocess.Popen(self._words, stdout=subprocess.DEVNULL)
        give_up = monotonic() + 10
        while not self._socket.exists() and monotonic() < give_up:
            sleep(0.01)

    def stop(self) -> None:
        self._process.kill()
        self._process.wait(10)
        self._socket.unlink(missing_ok=True)


@contextmanager
def server() -> Iterator[RedisServer]:
    """One that runs. Skips the test where there is no Redis."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        redis = RedisServer(program, folder)
        redis.start()
        try:
            yield redis
        finally:
            redis.stop()


@contextmanager
def running() -> Iterator[str]:
    """The address of one that runs. Skips the test where there is no Redis."""
    with server() as redis:
        yield redis.url
