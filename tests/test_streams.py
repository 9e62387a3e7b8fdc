"""The standard streams: none of them can end the game in a traceback, and a printed page keeps its marks."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game import cli, streams


def pipe(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding)


def written(out: io.TextIOWrapper) -> bytes:
    out.flush()
    return out.buffer.getvalue()


@pytest.fixture(autouse=True)
def no_wish(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)


def test_a_stream_that_is_closed_is_empty(monkeypatch: pytest.MonkeyPatch):
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    streams.mend()
    assert sys.stdin.read() == ""
    print("Nobody", file=sys.stdout)
    print("hears this.", file=sys.stderr)


def test_what_an_encoding_does_not_have_is_a_question_mark(monkeypatch: pytest.MonkeyPatch):
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, pipe("ascii"))
    streams.mend()
    for out in (sys.stdout, sys.stderr):
        print("❝ café", end="", file=out)
        assert written(out) == b"? caf?"


def test_a_page_keeps_its_marks_in_any_locale(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdout", out := pipe("cp1252"))
    streams.write_pages()
    print("❝ café", end="")
    assert written(out) == "❝ café".encode()


def test_unless_another_encoding_was_asked_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    monkeypatch.setattr(sys, "stdout", out := pipe("latin-1"))
    streams.write_pages()
    print("café", end="")
    assert written(out) == b"caf\xe9"


@pytest.mark.parametrize(("encoding", "draws"), [("utf-8", True), ("latin-1", False), ("ascii", False)])
def test_where_nothing_can_be_drawn_plain_characters_are_taken(
    encoding: str, draws: bool, monkeypatch: pytest.MonkeyPatch
):
    taken = []
    monkeypatch.setattr(sys, "stdout", pipe(encoding))
    monkeypatch.setattr(cli.streams, "write_pages", lambda: None)
    monkeypatch.setattr("game.commands.prepare", lambda args: lambda: taken.append(args.ascii) or 0)
    assert cli.main(["runs"]) == 0
    assert taken == [not draws]


class End(io.StringIO):
    """One end of the line, at a terminal or not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize("elsewhere", ["", "stdin", "stdout", "stderr"])
def test_a_screen_needs_a_terminal_at_every_end(elsewhere: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TERM", "xterm")
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, End(terminal=name != elsewhere))
    assert cli._has_screen() is (elsewhere == "")


@pytest.mark.prove
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
@pytest.mark.parametrize("words", [["rules"], ["tower", "codes", "--size", "4x3"], ["--plain", "--new"]])
def test_a_full_disk_is_said_in_a_line(words: list[str], tmp_path: Path):
    env = {**os.environ, "SEVEN_WEEKS_HOME": str(tmp_path)}
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "game", *words]
        done = subprocess.run(
            command, check=False, stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, env=env
        )
    assert (done.returncode, done.stderr.decode()) == (
        2,
        "This could not be read or written to its end: No space left on device.\n",
    )
