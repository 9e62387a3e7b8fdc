"""The words of the command line, and nothing else."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final

from game import __version__, streams
from game.collector import resting
from game.errors import ForPeople, why
from game.splash import splash
from game.story.calendar import CUTS, DAYS
from game.tower_command.words import add_tower

THEMES: Final = ("night", "day", "contrast")
BOTS: Final = "random, least-used, tired, careful or speed-reader"
LESSONS: Final = (12, 25, 45)
SCHEMAS: Final = ("scene", "spine", "ledger", "glossary", "plan")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program. Returns its exit code: 0 well, 1 a script or tower is broken, 2 it cannot be done."""
    streams.mend()
    parser, commands, tower = _parser()
    words = _in_full(sys.argv[1:] if argv is None else argv, commands, tower)
    args = parser.parse_args(words)
    if "plain" in args and not _has_screen():
        args.plain = True
    if not getattr(args, "plain", False):
        streams.write_pages()
    if "ascii" in args and not streams.draws(sys.stdout if getattr(args, "plain", True) else sys.stderr):
        args.ascii = True
    try:
        quiet = getattr(args, "plain", True) or getattr(args, "door", False)
        with resting(), nullcontext() if quiet else splash():
            from game.commands import prepare

            errand = prepare(args)
        code = errand()
        sys.stdout.flush()
    except ForPeople as problem:
        from game.terminal import told

        print(told(problem, sys.stderr), file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        streams.drop_output()
        return 0
    except OSError as error:  # a full disk under the page that is printed, above all
        streams.drop_output()
        print(f"This could not be read or written to its end: {why(error)}.", file=sys.stderr)
        return 2
    else:
        return code


def _has_screen() -> bool:
    """Whether all three are a terminal: the screen is drawn on standard error, on Windows on standard output."""
    ends = (sys.stdin, sys.stdout, sys.stderr)
    return all(end.isatty() for end in ends) and os.environ.get("TERM") != "dumb"


def _in_full(words: Sequence[str], commands: set[str], tower: set[str]) -> list[str]:
    """The words, with *play* put where it is left out: before everything, or after *tower*."""
    if not words or words[0] not in commands | {"-h", "--help", "--version"}:
        return ["play", *words]
    if words[0] == "tower" and (len(words) == 1 or words[1] not in tower | {"-h", "--help"}):
        return ["tower", "play", *words[1:]]
    return list(words)


class _Words(argparse.ArgumentParser):
    """A parser that takes no option by its beginning: what is short for one may be short for two tomorrow."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, allow_abbrev=False)


def _parser() -> tuple[argparse.ArgumentParser, set[str], set[str]]:
    """The parser, the commands that it knows, and the words that it knows after *tower*."""
    face = _face_options()
    parser = _Words(
        prog="seven-weeks",
        description="A text game: seven weeks, one tower, one night to renovate it. Without a command, it plays.",
    )
    parser.add_argument("--version", action="version", version=f"Seven Weeks {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND")

    _add_play(commands, face)
    tower = add_tower(commands, face)
    _add_class(commands)
    _add_kept(commands)
    _add_after(commands)
    _add_plan(commands)
    _add_check(commands)
    _add_bots(commands)
    _add_schema(commands)
    return parser, set(commands.choices), tower


def _add_play(commands: Any, face: _Words) -> None:
    """The game itself."""
    play = commands.add_parser("play", help="play on, or begin (the same as no command at all)", parents=[face])
    which = play.add_mutually_exclusive_group()
    which.add_argument("--new", nargs="?", const="", metavar="NAME", help="begin a new play, under this name")
    which.add_argument("--run", metavar="NAME", help="go on with the play of this name")
    days = range(1, DAYS + 1)
    where = play.add_mutually_exclusive_group()
    where.add_argument("--day", type=int, choices=days, metavar="N", help="go to day N, in a play of its own")
    where.add_argument("--at", metavar="SCENE", help="the same for any scene, by its file or id: week-3/day-17")
    cuts = "how much of the story a new play tells: class (25 minutes), short (12) or demo (6)"
    play.add_argument("--cut", choices=CUTS, default="full", help=cuts)
    play.add_argument("--watch", action="store_true", help="while you write: play every change of the script")
    play.add_argument("--facts-only", action="store_true", help="leave out of a new play what is made up")
    play.add_argument("--seed", type=int, metavar="N", help="what a new play's random draws come from")
    _script_option(play)
    play.set_defaults(command="play")


def _add_class(commands: Any) -> None:
    """The commands for a class."""
    lesson = commands.add_parser("class", help="play it with a class: on a projector, with phones or raised hands")
    which = lesson.add_mutually_exclusive_group()
    which.add_argument("--new", nargs="?", const="", metavar="NAME", help="begin a new play, under this name")
    which.add_argument("--run", metavar="NAME", help="go on with the play of this name")
    lesson.add_argument("--cut", choices=CUTS, default="class", help="how much of the story a new play tells")
    how = lesson.add_argument_group("how the room answers")
    how.add_argument(
        "--solo", action="store_true", help="with raised hands: nothing is served, no phone is needed"
    )
    how.add_argument("--lan", action="store_true", help="let phones on this network in, not this machine alone")
    how.add_argument("--port", type=_port, default=0, metavar="N", help="the port on which the class is served")
    how.add_argument("--seats", type=_seats, default=60, metavar="N", help="how many can come in (60)")
    hall = lesson.add_argument_group("a hall full of phones, served by several processes")
    hall.add_argument(
        "--store", default="", metavar="URL", help="a Redis of your own for seats, votes and the class's key"
    )
    hall.add_argument("--door", action="store_true", help="only let more phones into the class in --store")
    how.add_argument(
        "--earlier",
        type=Path,
        nargs="+",
        default=[],
        metavar="FILE",
        help="results of earlier classes, to compare",
    )
    face = lesson.add_argument_group("how it looks")
    face.add_argument("--still", action="store_true", help="nothing moves")
    face.add_argument("--theme", choices=THEMES, default="day", help="day (for a projector), night or contrast")
    face.add_argument("--ascii", action="store_true", help="draw with plain characters")
    _script_option(lesson)
    lesson.set_defaults(command="class", plain=False)

    cockpit = commands.add_parser("cockpit", help="the presenter's second screen for the class under way here")
    link = "print the link for a browser, and nothing else; it is what you get where there is no terminal"
    cockpit.add_argument("--link", action="store_true", dest="plain", help=link)
    cockpit.add_argument("--still", action="store_true", help="nothing moves")
    cockpit.add_argument("--theme", choices=THEMES, default="night", help="night, day or contrast")
    cockpit.add_argument("--ascii", action="store_true", help="draw with plain characters")
    cockpit.set_defaults(command="cockpit")


def _within(lowest: int, highest: int) -> Callable[[str], int]:
    def number(written: str) -> int:
        if not written.isdecimal() or not lowest <= int(written) <= highest:
            raise argparse.ArgumentTypeError(f"'{written}' is no whole number from {lowest} to {highest}")
        return int(written)

    return number


_port: Final = _within(1, 65535)
_seats: Final = _within(1, 5000)


def _add_kept(commands: Any) -> None:
    """The plays on this machine."""
    runs = commands.add_parser("runs", help="list the plays kept on this machine, or delete some")
    runs.add_argument("--delete", nargs="+", metavar="NAME", default=[], help="delete these for good")
    runs.add_argument("--ascii", action="store_true", help="draw with plain characters")
    _script_option(runs)
    runs.set_defaults(command="runs")

    export = commands.add_parser("export", help="print a play as Markdown, marks and sources included")
    _looked_at(export)
    _script_option(export)
    export.set_defaults(command="export")


def _looked_at(parser: argparse.ArgumentParser) -> None:
    """The play that a command shows."""
    parser.add_argument("run", metavar="RUN", nargs="?", default="", help="a play; the newest if left out")


def _add_after(commands: Any) -> None:
    """The commands for a play that is over."""
    share = commands.add_parser("share", help="print the card of a play: its tower, its ending, five figures")
    _looked_at(share)
    share.add_argument("--svg", type=Path, metavar="FILE", help="write it to this file as a picture instead")
    share.add_argument("--ascii", action="store_true", help="draw with plain characters")
    summary = commands.add_parser("summary", help="print a play in one page, with questions for days later")
    _looked_at(summary)
    summary.add_argument("--html", action="store_true", help="as a page for paper; Markdown if left out")
    recall = commands.add_parser("recall", help="days later: a few questions about what you remember")
    recall.add_argument(
        "run", metavar="RUN", nargs="?", default="", help="a play that is over; the last one if left out"
    )
    for name, parser in (("share", share), ("summary", summary), ("recall", recall)):
        _script_option(parser)
        parser.set_defaults(command=name)


def _add_plan(commands: Any) -> None:
    """The command for whoever prepares a lesson."""
    plan = commands.add_parser(
        "plan", help="print the plan of a lesson: what comes when, what to ask, what to say"
    )
    plan.add_argument(
        "--minutes", type=int, choices=LESSONS, default=max(LESSONS), help="how long the lesson is; 45 if left out"
    )
    form = plan.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="as Markdown")
    form.add_argument("--html", action="store_true", help="as a page for paper")
    _script_option(plan)
    plan.set_defaults(command="plan")


def _add_check(commands: Any) -> None:
    """The commands that look through a whole script."""
    check = commands.add_parser(
        "check", help="read a whole script, report on it, and say all that is wrong with it"
    )
    check.add_argument(
        "script", nargs="?", type=Path, metavar="DIR", help="a folder of scenes; the game's own if left out"
    )
    check.add_argument("--json", action="store_true", help="the same for programs; RULES.md explains the keys")
    check.add_argument(
        "--against",
        type=Path,
        metavar="DIR",
        help="also look for nine words in a row from the texts in this folder",
    )
    check.set_defaults(command="check")

    rules = commands.add_parser("rules", help="print what check holds a script against, and why")
    rules.add_argument("codes", nargs="*", metavar="CODE", help="only these rules; all of them if left out")
    rules.set_defaults(command="rules")

    lock = commands.add_parser("lock", help="before a release: note down the ids that plays keep answers under")
    lock.add_argument(
        "script", nargs="?", type=Path, metavar="DIR", help="a folder of scenes; the game's own if left out"
    )
    lock.set_defaults(command="lock")


def _add_bots(commands: Any) -> None:
    """The simulated players of a script."""
    bots = commands.add_parser("bots", help="let simulated players play a script, and report what that comes to")
    bots.add_argument("--plays", type=int, default=200, metavar="N", help="how many in all; 200 if left out")
    bots.add_argument(
        "--seed", type=int, default=1, metavar="N", help="the seed of each first play; 1 if left out"
    )
    bots.add_argument(
        "--bot", action="append", default=[], metavar="NAME", help=f"only this bot, {BOTS}; may be repeated"
    )
    bots.add_argument("--keep", metavar="BOT:SEED", help="keep this play as a run, to open it or to print it")
    bots.add_argument("--cut", choices=CUTS, default="full", help="how much of the story is played")
    bots.add_argument("--facts-only", action="store_true", help="leave out what is made up")
    bots.add_argument("--json", action="store_true", help="write the report as JSON")
    bots.add_argument("--ascii", action="store_true", help="draw with plain characters")
    _script_option(bots)
    bots.set_defaults(command="bots")


def _add_schema(commands: Any) -> None:
    """What editors complete with."""
    schema = commands.add_parser("schema", help="print the JSON Schema that editors complete and check with")
    schema.add_argument("of", nargs="?", choices=SCHEMAS, default="scene", help="which kind of file")
    schema.set_defaults(command="schema")


def _face_options() -> _Words:
    """The options of whatever is played."""
    parser = _Words(add_help=False)
    face = parser.add_argument_group("how it looks")
    face.add_argument(
        "--plain", action="store_true", help="numbered lines, no screen; answers from standard input"
    )
    face.add_argument("--still", action="store_true", help="nothing moves")
    face.add_argument("--theme", choices=THEMES, default="night", help="night, day (for a projector) or contrast")
    face.add_argument("--ascii", action="store_true", help="draw with plain characters")
    return parser


def _script_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--script", type=Path, metavar="DIR", help="play the scenes in this folder")
