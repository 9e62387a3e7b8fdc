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


@contextmanager
def running() -> Iterator[str]:
    """Its address. Skips the test where there is no Redis."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        socket = Path(folder) / "redis.sock"
        settings = [
            "--port",
            "0",
            "--unixsocket",
            str(socket),
            "--save",
            "",
            "--appendonly",
            "no",
            "--dir",
            folder,
        ]
        server = subprocess.Popen([program, *settings], stdout=subprocess.DEVNULL)
        try:
            give_up = monotonic() + 10
            while not socket.exists() and monotonic() < give_up:
                sleep(0.02)
            yield f"unix://{socket}"
        finally:
            server.terminate()
            server.wait(10)
