"""The manifest: what a whole reading found, and whether the files still look as they did."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.script import script_at, shipped
from game.story import manifest as manifests
from game.story.folder import Script
from game.story.manifest import Manifest, digest_of_story, load, manifest_of, scene_in, stamps_of
from game.story.whole import Read, read_whole
from tests.story.cases import SOUND, sound_story


@pytest.fixture
def script(tmp_path: Path) -> Script:
    return script_at(sound_story(tmp_path / "story"))


@pytest.fixture
def read(script: Script) -> Read:
    return read_whole(script)


@pytest.fixture
def kept(script: Script, read: Read, tmp_path: Path):
    def keep(*, released: bool = False) -> Manifest:
        path = tmp_path / "manifest.json"
        path.write_bytes(manifest_of(script, read, released=released))
        manifest = load(path)
        assert manifest is not None
        return manifest

    return keep


def test_it_brings_back_what_the_reading_found(read: Read, script: Script, kept):
    manifest = kept()
    assert manifest.spine == read.spine
    assert list(manifest.places) == list(read.places)
    assert manifest.digest == digest_of_story(script, read.places)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file's name is text")
def test_a_name_that_is_no_text_is_kept_too(read: Read, script: Script, kept):
    (script.scenes / "plans").mkdir()
    Path(os.fsdecode(os.fsencode(script.scenes) + b"/plans/\xff.yaml")).write_text("plan: Tea\n", "utf-8")
    assert kept().as_before(script)


def test_it_brings_every_scene_back_as_it_was_read(tmp_path: Path):
    script = shipped()
    read = read_whole(script)
    (tmp_path / "kept.json").write_bytes(manifest_of(script, read))
    manifest = load(tmp_path / "kept.json")
    assert [scene_in(manifest, script, place) for place in manifest.places] == [
        sheet.scene for sheet in read.sheets
    ]
    assert scene_in(manifest, script, manifest.recall) == read.recall.scene


def test_but_no_scene_whose_file_is_another_one_now(script: Script, kept):
    manifest = kept()
    with (script.scenes / manifest.places[0].file).open("a") as file:
        file.write("# a word more\n")
    assert scene_in(manifest, script, manifest.places[0]) is None
    assert scene_in(manifest, script, manifest.places[1]) is not None


def test_nor_one_that_is_not_whole(script: Script, kept):
    manifest = kept()
    place = manifest.places[0]
    broken = msgspec.structs.replace(manifest, scenes={place.digest: msgspec.Raw(b'{"id": 7}')})
    assert scene_in(broken, script, place) is None
    assert scene_in(broken, script, manifest.places[1]) is None


def test_of_a_large_script_only_the_first_scenes_are_kept(script: Script, kept, monkeypatch):
    whole = kept()
    monkeypatch.setattr(manifests, "MOST_KEPT", sum(len(bytes(scene)) for scene in whole.scenes.values()) - 1)
    manifest = kept()
    assert [*manifest.scenes] == [*whole.scenes][:-1]
    assert scene_in(manifest, script, manifest.places[0]) is not None
    assert scene_in(manifest, script, manifest.places[len(manifest.scenes)]) is None


def test_untouched_files_look_as_before(script: Script, kept):
    assert kept().as_before(script)
    assert kept(released=True).as_before(script)


@pytest.mark.parametrize("name", ["scenes/story.yaml", "scenes/day-02.yaml", "assets/facts.yaml"])
def test_a_longer_file_does_not(name: str, script: Script, kept):
    manifest, released = kept(), kept(released=True)
    with (script.scenes.parent / name).open("a") as file:
        file.write("# a word more\n")
    assert not manifest.as_before(script)
    assert not released.as_before(script)


def test_nor_does_a_script_whose_words_are_explained_anew(script: Script, tmp_path: Path):
    glossary = tmp_path / "glossary.yaml"
    glossary.write_bytes(shipped().glossary.read_bytes())
    script = script._replace(glossary=glossary)
    (tmp_path / "kept.json").write_bytes(manifest_of(script, read_whole(script)))
    manifest = load(tmp_path / "kept.json")
    assert manifest.as_before(script)
    with glossary.open("a") as file:
        file.write("# a word more\n")
    assert not manifest.as_before(script)


def test_nor_does_one_that_was_saved_again_but_a_release_keeps_no_times(script: Script, kept):
    manifest, released = kept(), kept(released=True)
    os.utime(script.scenes / "day-02.yaml", ns=(1, 1))
    assert not manifest.as_before(script)
    assert released.as_before(script)


def test_nor_does_a_folder_with_a_file_more_or_less(script: Script, kept):
    manifest = kept()
    (script.scenes / "day-03.yml").write_text("x")
    assert not manifest.as_before(script)
    (script.scenes / "day-03.yml").unlink()
    assert manifest.as_before(script)
    (script.scenes / "end.yaml").unlink()
    assert not manifest.as_before(script)


def test_a_ledger_that_is_gone_is_a_change_and_no_more(script: Script, kept):
    manifest = kept()
    script.ledger.unlink()
    assert not manifest.as_before(script)
    assert stamps_of(script)["ledger"] == (-1, -1)


def test_any_word_changes_the_digest(script: Script, read: Read):
    before = digest_of_story(script, read.places)
    spine = script.scenes / "story.yaml"
    spine.write_text(spine.read_text("utf-8").replace("small", "smaller"), "utf-8")
    assert digest_of_story(script, read_whole(script).places) != before


def test_another_format_is_none_of_ours(script: Script, read: Read, tmp_path: Path):
    content = msgspec.json.decode(manifest_of(script, read))
    (tmp_path / "other.json").write_bytes(msgspec.json.encode({**content, "format": 99}))
    assert load(tmp_path / "other.json") is None


@pytest.mark.parametrize("wrong", [{"stamps": {"story.yaml": "small"}}, {"places": [{"id": 1}]}, {"places": {}}])
def test_one_of_another_shape_is_none_of_ours(script: Script, read: Read, tmp_path: Path, wrong: dict):
    content = msgspec.json.decode(manifest_of(script, read))
    (tmp_path / "other.json").write_bytes(msgspec.json.encode(content | wrong))
    assert load(tmp_path / "other.json") is None


def test_a_missing_manifest_is_none(tmp_path: Path):
    assert load(tmp_path / "none.json") is None
    assert load(tmp_path) is None


WHOLE = manifest_of(script_at(SOUND / "scenes"), read_whole(script_at(SOUND / "scenes")), released=True)


@given(end=st.integers(0, len(WHOLE) - 1), junk=st.binary(max_size=20))
def test_one_that_is_torn_or_overwritten_is_none(tmp_path_factory: pytest.TempPathFactory, end: int, junk: bytes):
    path = tmp_path_factory.getbasetemp() / "torn.json"
    path.write_bytes(WHOLE[:end] + junk)
    manifest = load(path)
    assert manifest is None or (WHOLE[:end] + junk).strip() == WHOLE
