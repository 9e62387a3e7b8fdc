"""The manifest: what a whole reading found, kept so that the next start need read no YAML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from game.files import content_of
from game.story.condition import Condition
from game.story.folder import SPINE, Script, digest_at, digest_of
from game.story.glossary import Glossary
from game.story.model import Scene, Spine
from game.story.problems import as_utf8
from game.story.story import Place

if TYPE_CHECKING:
    from game.story.whole import Read

NAME: Final = "manifest.json"
FORMAT: Final = 5

Stamp = tuple[int, int]
"""A file's size in bytes and the time of its last change in nanoseconds; the time is 0 where it is not known."""
YAML: Final = (".yaml", ".yml")
MOST_KEPT: Final = 256 * 1024
"""Bytes of scenes that are kept. All the shipped ones have half of it."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """A sound script in short: its digest, spine and places, and the stamp of every file it was read from.

    The glossary is in it whole, and so is every scene, by the digest of its file: as plain data, decoded once it
    is wanted. Reading YAML takes much longer. Of thousands of scenes only the first are kept: the next start
    would wait for them.
    """

    format: int
    digest: str
    spine: Spine
    places: tuple[Place, ...]
    stamps: dict[str, Stamp]
    glossary: msgspec.Raw
    scenes: dict[str, msgspec.Raw]
    recall: Place | None = None

    def as_before(self, script: Script) -> bool:
        """Whether every file of the script looks as it did. A released manifest compares sizes only."""
        now = stamps_of(script)
        return self.stamps.keys() == now.keys() and all(
            size == now[name][0] and time in (0, now[name][1]) for name, (size, time) in self.stamps.items()
        )

    def word_for_word(self, script: Script) -> bool:
        """Whether, besides, the spine and every scene still are what they were to the byte."""
        if not self.as_before(script):
            return False
        digests = (digest_at(script.scenes / place.file) for place in self.places)
        return _digest(script, digests) == self.digest


def glossary_in(manifest: Manifest) -> Glossary:
    """The glossary that a manifest holds."""
    return msgspec.json.decode(manifest.glossary, type=Glossary)


def scene_in(manifest: Manifest, script: Script, place: Place) -> Scene | None:
    """The scene at a place, as it was read; None where it is not kept, or its file is another one now."""
    kept = manifest.scenes.get(place.digest)
    if kept is None or digest_at(script.scenes / place.file) != place.digest:
        return None
    try:
        return msgspec.json.decode(kept, type=Scene, dec_hook=_read)
    except msgspec.DecodeError:
        return None


def stamps_of(script: Script) -> dict[str, Stamp]:
    """The stamps of ledger and glossary, and of every file under the scenes that could be read as a scene."""
    found = {name: script.scenes / name for name in script.files() if name.endswith(YAML)}
    found["ledger"] = script.ledger
    if script.glossary is not None:
        found["glossary"] = script.glossary
    return {as_utf8(name): _stamp(path) for name, path in sorted(found.items())}


def _stamp(path: Path) -> Stamp:
    """A file that is not there has a stamp like no other."""
    try:
        stat = path.stat()
    except OSError:
        return -1, -1
    return stat.st_size, stat.st_mtime_ns


def digest_of_story(script: Script, places: Sequence[Place]) -> str:
    """The digest of a whole script: of its spine and of every scene in order."""
    return _digest(script, (place.digest for place in places))


def _digest(script: Script, scenes: Iterable[str]) -> str:
    return digest_of(" ".join([digest_at(script.scenes / SPINE), *scenes]).encode())


def manifest_of(script: Script, read: Read, *, released: bool = False) -> bytes:
    """The manifest of a script just read. Released, it leaves out times, which an installation does not keep."""
    stamps = stamps_of(script)
    if released:
        stamps = {name: (size, 0) for name, (size, _) in stamps.items()}
    return msgspec.json.encode(
        {
            "format": FORMAT,
            "digest": digest_of_story(script, read.places),
            "spine": read.spine,
            "places": read.places,
            "stamps": stamps,
            "glossary": read.glossary,
            "scenes": _kept(read),
            "recall": read.recall_place,
        },
        enc_hook=_written,
    )


def _kept(read: Read) -> dict[str, msgspec.Raw]:
    """Scenes as plain data, by the digest of their file: from the first one on, as many as there is room for."""
    places = [*read.places, *([read.recall_place] if read.recall_place else [])]
    sheets = [*read.sheets, *([read.recall] if read.recall else [])]
    kept, size = {}, 0
    for place, sheet in zip(places, sheets, strict=True):
        scene = msgspec.json.encode(sheet.tree.value)
        size += len(scene)
        if size > MOST_KEPT:
            break
        kept[place.digest] = msgspec.Raw(scene)
    return kept


def _written(value: object) -> str:
    """A condition as it stands in the script."""
    if isinstance(value, Condition):
        return value.text
    raise NotImplementedError(type(value))


def _read(kind: type, value: object) -> object:
    if kind is Condition:
        return Condition(str(value))
    raise NotImplementedError(kind)


def load(path: Path) -> Manifest | None:
    """The manifest in a file, or nothing when it is missing, of another format, or not whole."""
    try:
        manifest = msgspec.json.decode(content_of(path), type=Manifest, dec_hook=_read)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    return manifest if manifest.format == FORMAT else None
