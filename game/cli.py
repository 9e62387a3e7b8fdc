"""The words of the command line, and nothing else."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Final

from game import __version__
from game.errors import ForPeople
from game.splash import splash
from game.story.calendar import CUTS, DAYS

THEMES: Final = ("night", "day", "contrast")
SCHEMAS: Final = ("scene", "spine", "ledger")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program. Returns its exit code: 0 well, 1 the script is broken, 2 what was asked cannot be done."""
    words = list(sys.argv[1:] if argv is None else argv)
    parser, commands = _parser()
    if not words or (words[0] not in commands and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "play")
    args = parser.parse_args(words)
    if args.command == "play" and (args.plain or not _has_screen()):
        args.command = "play_in_lines"
    try:
        with splash() if args.command == "play" else nullcontext():
            from game.commands import prepare

            errand = prepare(args)
        return errand()
    except ForPeople as problem:
        print(problem, file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python complains once more while it ends
        return 0


def _has_screen() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _parser() -> tuple[argparse.ArgumentParser, set[str]]:
    parser = argparse.ArgumentParser(
        prog="seven-weeks",
        description="A text game: seven weeks, one tower, one night to renovate it. Without a command, it plays.",
    )
    parser.add_argument("--version", action="version", version=f"Seven Weeks {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND")

    play = commands.add_parser("play", help="play on, or begin (the same as no command at all)")
    which = play.add_mutually_exclusive_group()
    which.add_argument("--new", nargs="?", const="", metavar="NAME", help="begin a new play, under this name")
    which.add_argument("--run", metavar="NAME", help="go on with the play of this name")
    days = range(1, DAYS + 1)
    play.add_argument("--day", type=int, choices=days, metavar="N", help="go to day N, in a play of its own")
    play.add_argument("--cut", choices=CUTS, default="full", help="how much of the story a new play tells")
    play.add_argument("--seed", type=int, metavar="N", help="what a new play's random draws come from")
    play.add_argument(
        "--plain", action="store_true", help="numbered lines, no screen; answers from standard input"
    )
    play.add_argument("--still", action="store_true", help="nothing moves")
    play.add_argument("--theme", choices=THEMES, default="night", help="night, day (for a projector) or contrast")
    play.add_argument("--ascii", action="store_true", help="draw with plain characters")
    _script_option(play)
    play.set_defaults(command="play")

    runs = commands.add_parser("runs", help="list the plays kept on this machine, or delete some")
    runs.add_argument("--delete", nargs="+", metavar="NAME", default=[], help="delete these for good")
    runs.add_argument("--ascii", action="store_true", help="draw with plain characters")
    _script_option(runs)
    runs.set_defaults(command="runs")

    export = commands.add_parser("export", help="print a play as Markdown, marks and sources included")
    export.add_argument("run", metavar="RUN", help="the name of the play")
    _script_option(export)
    export.set_defaults(command="export")

    check = commands.add_parser("check", help="read a whole script and say all that is wrong with it")
    check.add_argument(
        "script", nargs="?", type=Path, metavar="DIR", help="a folder of scenes; the game's own if left out"
    )
    check.set_defaults(command="check")

    schema = commands.add_parser("schema", help="print the JSON Schema that editors complete and check with")
    schema.add_argument("of", nargs="?", choices=SCHEMAS, default="scene", help="which kind of file")
    schema.set_defaults(command="schema")
    return parser, set(commands.choices)


def _script_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--script", type=Path, metavar="DIR", help="play the scenes in this folder")
