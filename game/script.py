"""Finding a script and opening it as a story."""

from __future__ import annotations

from os import fsencode
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.story import manifest, rulebook
from game.story.folder import SPINE, Script, digest_of
from game.story.manifest import Manifest
from game.story.problems import BrokenScript, Problem
from game.story.story import Story

if TYPE_CHECKING:
    from game.story.ledger import Ledger
    from game.story.model import Scene
    from game.story.story import Place
    from game.story.whole import Read

PACKAGE: Final = Path(__file__).parent


def shipped() -> Script:
    """The script that comes with the game: inside an installed package, or beside it in a checkout."""
    for root in (PACKAGE / "data", PACKAGE.parent):
        script = _laid_out(root)
        if (script.scenes / SPINE).exists():
            return script
    raise BrokenScript([rulebook.files.NO_SCRIPT().at(f"scenes/{SPINE}")])


def _laid_out(root: Path) -> Script:
    """The script in a folder that is laid out as the repository is."""
    return Script(root / "scenes", root / "assets" / "facts.yaml", root / "assets" / "glossary.yaml")


def script_at(folder: Path) -> Script:
    """A writer's own script.

    Ledger and glossary lie in ``assets`` beside the folder; of what is not there, the game's own is used.
    """
    own = _laid_out(folder.resolve().parent)
    ledger = own.ledger if own.ledger.exists() else shipped().ledger
    glossary = own.glossary if own.glossary and own.glossary.exists() else shipped().glossary
    return Script(folder, ledger, glossary)


def open_story(script: Script, cache: Path | None = None) -> Story:
    """The script as a story.

    A script that ``cache`` knows to be sound and unchanged, or that was released with a manifest, is read scene
    by scene as it is played. Any other is read and checked whole first; ``BrokenScript`` carries all that is
    wrong with it.
    """
    known = _known(script, cache)
    if known is not None:
        return _lazily(script, known)
    released = manifest.load(script.scenes / manifest.NAME)
    if released is not None:
        return _lazily(script, released)
    read = _read_whole(script)
    _keep(script, cache, read)
    return story_of(script, read)


def reread(script: Script) -> Story:
    """The script as it stands on the disk, read whole whatever was known of it. Raises ``BrokenScript``."""
    return story_of(script, _read_whole(script))


def recheck(script: Script, cache: Path | None = None) -> tuple[Problem, ...]:
    """What is wrong with a released script that was edited in place; nothing when all is well with it.

    A sound edit is noted in ``cache``, and the next start plays it.
    """
    released = manifest.load(script.scenes / manifest.NAME)
    if released is None or _known(script, cache) is not None or released.word_for_word(script):
        return ()
    try:
        _keep(script, cache, _read_whole(script))
    except BrokenScript as broken:
        return broken.problems
    return ()


def story_of(script: Script, read: Read) -> Story:
    """The story of a script that was read whole."""
    scenes = {place.id: sheet.scene for place, sheet in zip(read.places, read.sheets, strict=True)}
    if read.recall and read.recall_place:
        scenes[read.recall_place.id] = read.recall.scene
    digest = manifest.digest_of_story(script, read.places)
    return Story(
        read.spine,
        read.places,
        lambda place: scenes[place.id],
        lambda: read.ledger,
        digest,
        recall=read.recall_place,
        read_glossary=lambda: read.glossary,
    )


def _known(script: Script, cache: Path | None) -> Manifest | None:
    """What the cache knows of a script that looks as it did when it was found sound."""
    known = manifest.load(_kept(script, cache)) if cache else None
    return known if known is not None and known.as_before(script) else None


def _kept(script: Script, cache: Path) -> Path:
    return cache / f"{digest_of(fsencode(script.scenes.resolve()))}.json"


def _keep(script: Script, cache: Path | None, read: Read) -> None:
    if cache is None:
        return
    path = _kept(script, cache)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(manifest.manifest_of(script, read))
    except OSError:
        pass  # a cache that cannot be kept costs the next start some time and nothing else


def _lazily(script: Script, known: Manifest) -> Story:
    return Story(
        known.spine,
        known.places,
        lambda place: _scene(script, known, place),
        lambda: _read_ledger(script),
        known.digest,
        recall=known.recall,
        read_glossary=lambda: manifest.glossary_in(known),
    )


def _scene(script: Script, known: Manifest, place: Place) -> Scene:
    kept = manifest.scene_in(known, script, place)
    if kept is not None:
        return kept
    from game.story.reader import read_scene  # noqa: PLC0415 - YAML is read only where nothing is kept of it

    return read_scene(script, place.file, place.digest)


def _read_whole(script: Script) -> Read:
    from game.story.whole import read_whole  # noqa: PLC0415 - a released script starts without its rules

    return read_whole(script)


def _read_ledger(script: Script) -> Ledger:
    from game.story.whole import read_ledger  # noqa: PLC0415 - it is needed when sources are opened

    return read_ledger(script)
