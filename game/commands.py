"""What each word of the command line does."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.library import Library
from game.run import Refused, Run
from game.script import open_story, recheck, reread, script_at, shipped
from game.story.folder import Script
from game.story.problems import BrokenScript

if TYPE_CHECKING:
    from game.watch import Watch

Errand = Callable[[], int]
"""What is left to do once everything is at hand. Returns an exit code."""


def prepare(args: argparse.Namespace) -> Errand:
    """Make everything ready for a command; nothing is shown before the errand is run.

    Raises ``ForPeople`` when it cannot be done.
    """
    return COMMANDS[args.command](args)


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
    return Library(open_story(_script(args), cache), runs, _words(args))


def _words(args: argparse.Namespace) -> str:
    """The words of the command line that name the script, as a shell takes them; none for the game's own."""
    if not args.script:
        return ""
    from shlex import quote
    from subprocess import list2cmdline

    folder = str(args.script)
    return f"--script {list2cmdline([folder]) if os.name == 'nt' else quote(folder)}"


def _looked_at(args: argparse.Namespace) -> Run:
    """The run that is named, or the newest, to look at. Why it is not whole goes to where it spoils no page."""
    library = _library(args)
    name = args.run or next(iter(library.names()), "")
    if not name:
        from game.listing import NONE

        raise Refused(NONE)
    run = library.look(name)
    if run.notice:
        print(run.notice, file=sys.stderr)
    return run


def _play(args: argparse.Namespace) -> Errand:
    return _play_in_lines(args) if args.plain else _play_on_screen(args)


def _play_on_screen(args: argparse.Namespace) -> Errand:
    script, (runs, cache) = _script(args), _folders()
    watch = _watch(script) if args.watch else None
    library = Library(reread(script) if watch else open_story(script, cache), runs, _words(args))
    run = _chosen(library, args)
    from game.screens.app import SevenWeeks

    app = SevenWeeks(
        library,
        run,
        theme=args.theme,
        still=args.still,
        ascii_only=args.ascii,
        recheck=lambda: recheck(script, cache),
        watch=watch,
    )

    def play() -> int:
        app.run()
        return app.return_code or 0

    return play


def _watch(script: Script) -> Watch:
    from game.watch import Watch

    return Watch(script)


def _play_in_lines(args: argparse.Namespace) -> Errand:
    if args.watch:
        raise Refused("--watch needs the screen: play without --plain, in a terminal.")
    if problems := recheck(_script(args), _folders()[1]):
        raise BrokenScript(problems)
    library = _library(args)
    run = _chosen(library, args) or library.newest() or library.new()
    from game.plain import play

    return lambda: play(library, run, sys.stdout, sys.stdin)


def _chosen(library: Library, args: argparse.Namespace) -> Run | None:
    """The run that the words ask for, or None when they leave it open."""
    run = None
    if args.run:
        run = library.open(args.run)
    elif _asks_for_new(args):
        run = library.new(args.new or None, cut=args.cut, seed=args.seed, facts_only=args.facts_only)
    if run is None or (args.day is None and args.at is None):
        return run
    from game.stroll import begin_at, stroll

    if args.at is not None:
        return begin_at(run, args.at)
    if args.day in run.days():
        return run.go(args.day)
    stroll(run, args.day)
    return run


def _asks_for_new(args: argparse.Namespace) -> bool:
    told = (args.new, args.seed, args.day, args.at)
    return args.cut != "full" or args.facts_only or any(each is not None for each in told)


def _runs(args: argparse.Namespace) -> Errand:
    library = _library(args)

    def delete() -> int:
        for name in args.delete:
            library.delete(name)
            print(f"{name} is deleted.")
        return 0

    def show() -> int:
        from game.listing import listing

        print(listing(library, ascii_only=args.ascii))
        return 0

    return delete if args.delete else show


def _export(args: argparse.Namespace) -> Errand:
    run = _looked_at(args)

    def export() -> int:
        from game.transcript import transcript

        print(transcript(run), end="")
        return 0

    return export


def _share(args: argparse.Namespace) -> Errand:
    from game.after import errands

    run = _looked_at(args)
    if args.svg is not None:
        return lambda: errands.write_card(run, args.svg)
    return lambda: errands.print_card(run, ascii_only=args.ascii)


def _summary(args: argparse.Namespace) -> Errand:
    from game.after import errands

    run = _looked_at(args)
    return lambda: errands.print_summary(run, as_html=args.html)


def _plan(args: argparse.Namespace) -> Errand:
    from game.classroom.plan_errand import Form, print_plan

    story = open_story(_script(args), _folders()[1])
    form: Form = "html" if args.html else "markdown" if args.markdown else "text"
    return lambda: print_plan(story, args.minutes, form)


def _recall(args: argparse.Namespace) -> Errand:
    from game.after.recall import chosen
    from game.plain.recall import recall

    library = _library(args)
    name = chosen(library, args.run)
    return lambda: recall(library, name, sys.stdout, sys.stdin)


def _for_writers(args: argparse.Namespace) -> Errand:
    from game import script_command

    return script_command.prepare(args, lambda: _script(args), lambda: _library(args))


def _tower(args: argparse.Namespace) -> Errand:
    from game.tower_command import errands

    return errands.prepare(args)


def _class(args: argparse.Namespace) -> Errand:
    from game.class_command import prepare_class

    runs, _ = _folders()
    return prepare_class(args, _library(args), runs.parent)


def _cockpit(args: argparse.Namespace) -> Errand:
    from game.class_command import prepare_cockpit

    runs, _ = _folders()
    return prepare_cockpit(args, runs.parent)


COMMANDS: Final[dict[str, Callable[[argparse.Namespace], Errand]]] = {
    "play": _play,
    "tower": _tower,
    "class": _class,
    "cockpit": _cockpit,
    "runs": _runs,
    "export": _export,
    "share": _share,
    "summary": _summary,
    "recall": _recall,
    "plan": _plan,
    "check": _for_writers,
    "rules": _for_writers,
    "lock": _for_writers,
    "bots": _for_writers,
    "schema": _for_writers,
}
