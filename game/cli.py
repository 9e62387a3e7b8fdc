"""The words of the command line, and nothing else."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game import __version__
from game.library import Library
from game.run import Refused, Run
from game.script import open_story, recheck, script_at, shipped
from game.story.calendar import CUTS, DAYS
from game.story.problems import BrokenScript
from game.story.reader import Script

if TYPE_CHECKING:
    from game.story.story import Story

THEMES: Final = ("night", "day", "contrast")
SCHEMAS: Final = ("scene", "spine", "ledger")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program. Returns its exit code: 0 well, 1 the script is broken, 2 what was asked cannot be done."""
    words = list(sys.argv[1:] if argv is None else argv)
    parser, commands = _parser()
    if not words or (words[0] not in commands and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "play")
    args = parser.parse_args(words)
    command: Callable[[argparse.Namespace], int] = args.command
    try:
        return command(args)
    except BrokenScript as broken:
        print(broken, file=sys.stderr)
        return 1
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # or Python complains once more while it ends
        return 0


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
    play.set_defaults(command=_play)

    runs = commands.add_parser("runs", help="list the plays kept on this machine, or delete some")
    runs.add_argument("--delete", nargs="+", metavar="NAME", default=[], help="delete these for good")
    runs.add_argument("--ascii", action="store_true", help="draw with plain characters")
    _script_option(runs)
    runs.set_defaults(command=_runs)

    export = commands.add_parser("export", help="print a play as Markdown, marks and sources included")
    export.add_argument("run", metavar="RUN", help="the name of the play")
    _script_option(export)
    export.set_defaults(command=_export)

    check = commands.add_parser("check", help="read a whole script and say all that is wrong with it")
    check.add_argument(
        "script", nargs="?", type=Path, metavar="DIR", help="a folder of scenes; the game's own if left out"
    )
    check.set_defaults(command=_check)

    schema = commands.add_parser("schema", help="print the JSON Schema that editors complete and check with")
    schema.add_argument("of", nargs="?", choices=SCHEMAS, default="scene", help="which kind of file")
    schema.set_defaults(command=_schema)
    return parser, set(commands.choices)


def _script_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--script", type=Path, metavar="DIR", help="play the scenes in this folder")


def _folders() -> tuple[Path, Path]:
    """Where plays are kept, and where the cache is. SEVEN_WEEKS_HOME puts both into one folder."""
    if home := os.environ.get("SEVEN_WEEKS_HOME"):
        return Path(home) / "runs", Path(home) / "cache"
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("seven-weeks", appauthor=False)
    return Path(dirs.user_data_dir) / "runs", Path(dirs.user_cache_dir)


def _script(args: argparse.Namespace) -> Script:
    return script_at(args.script) if args.script else shipped()


def _library(args: argparse.Namespace) -> Library:
    runs, cache = _folders()
    story: Story = open_story(_script(args), cache)
    return Library(story, runs)


def _play(args: argparse.Namespace) -> int:
    if args.plain or not _has_screen():
        return _play_in_lines(args)
    from game.splash import splash

    with splash():
        library = _library(args)
        run = _chosen(library, args)
        from game.screens.app import SevenWeeks

        script, cache = _script(args), _folders()[1]
        app = SevenWeeks(
            library,
            run,
            theme=args.theme,
            still=args.still,
            ascii_only=args.ascii,
            recheck=lambda: recheck(script, cache),
        )
    app.run()
    return app.return_code or 0


def _play_in_lines(args: argparse.Namespace) -> int:
    script, cache = _script(args), _folders()[1]
    if problems := recheck(script, cache):
        raise BrokenScript(problems)
    library = _library(args)
    run = _chosen(library, args) or library.newest() or library.new(cut=args.cut, seed=args.seed)
    from game.plain import play

    return play(library, run, sys.stdout, sys.stdin)


def _has_screen() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") not in ("dumb",)


def _chosen(library: Library, args: argparse.Namespace) -> Run | None:
    """The run that the words ask for, or None when they leave it open."""
    run = None
    if args.run:
        run = library.open(args.run)
    elif args.new is not None or args.seed is not None or args.cut != "full":
        run = library.new(args.new or None, cut=args.cut, seed=args.seed)
    if args.day is None:
        return run
    if run is not None and args.day in run.days():
        return run.go(args.day)
    from game.stroll import stroll

    run = run or library.new(cut=args.cut, seed=args.seed)
    stroll(run, args.day)
    return run


def _runs(args: argparse.Namespace) -> int:
    library = _library(args)
    if args.delete:
        for name in args.delete:
            library.delete(name)
            print(f"{name} is deleted.")
        return 0
    from game.listing import listing

    print(listing(library, ascii_only=args.ascii))
    return 0


def _export(args: argparse.Namespace) -> int:
    from game.transcript import transcript

    print(transcript(_library(args).open(args.run)), end="")
    return 0


def _check(args: argparse.Namespace) -> int:
    from game.story.reader import read_whole

    read = read_whole(_script(args))
    print(f"{len(read.places)} scenes, no problems.")
    return 0


def _schema(args: argparse.Namespace) -> int:
    import json

    from game.story.schema import schema

    print(json.dumps(schema(args.of), indent=2, ensure_ascii=False))
    return 0
