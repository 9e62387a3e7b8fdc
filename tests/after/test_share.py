"""The card to send to somebody: as text, and as a picture."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.after.card import card_of
from game.after.picture import INKS, picture, write_beside, write_picture
from game.after.share import BLOCKS, MOST_LINES, share_text
from game.errors import ForPeople
from game.screens.themes import NIGHT
from game.story.model import Ending
from game.story.state import Room
from tests.afterwards import ended, play
from tests.stories import go, scene, story, unkept, walk

SVG = "{http://www.w3.org/2000/svg}"


def tower_of(text: str, ground: str = "─") -> list[list[str]]:
    """The windows of a card, the ground floor first."""
    rows = [line[:13].split() for line in text.splitlines()[2:9]]
    assert text.splitlines()[9].startswith(ground * 13)
    return rows[::-1]


@pytest.mark.parametrize("seed", range(10))
def test_every_window_is_the_players_own(seed: int):
    run = walk(unkept(ended(), seed=seed), 999, seed)
    state = run.now().state
    looks = {
        Room.BUILT: BLOCKS.dark,
        Room.BUILT | Room.LATE: BLOCKS.lit,
        Room.BUILT | Room.CORNER: BLOCKS.corner,
        Room.BUILT | Room.LATE | Room.CORNER: BLOCKS.both,
    }
    for floor, row in enumerate(tower_of(share_text(card_of(run)))):
        for riser, sign in enumerate(row):
            assert sign == looks.get(state.room(7 * floor + riser + 1), BLOCKS.empty)


def test_it_has_at_most_twelve_lines_with_the_ending_and_five_figures():
    card = card_of(play())
    text = share_text(card)
    assert len(text.splitlines()) <= MOST_LINES
    assert max(map(len, text.splitlines())) <= 60
    assert "The lamp in the hall" in text
    assert all(f"{figure.label}: {figure.value}" in text for figure in card.figures)


def test_in_ascii_there_is_nothing_else():
    card = card_of(play())
    strange = Ending(id="x", title="“Tea” – 7×7 → é½", text="Tea.")
    text = share_text(card._replace(ending=strange), ascii_only=True)
    assert text.isascii()
    assert len(text.splitlines()) <= MOST_LINES
    tower_of(text, "-")


def test_it_gives_no_envelope_away():
    run = play()
    for each in card_of(run).sealed:
        assert each.question.text not in share_text(card_of(run))
        assert each.record not in share_text(card_of(run))


def test_a_play_under_way_says_how_far_it_has_come():
    run = walk(unkept(ended()), 8)
    assert f"as far as day {run.now().state.day}" in share_text(card_of(run))


def test_a_play_that_is_still_on_the_stairs_has_not_come_to_a_day_zero():
    run = unkept(story(scene("prologue", go("up")), scene("day-1", go("on"), day=1)))
    assert "before day 1" in share_text(card_of(run))


def test_the_picture_is_one_small_svg_that_fetches_and_runs_nothing():
    svg = picture(card_of(play()))
    root = ElementTree.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    assert len(svg) < 12_000
    tags = {each.tag.removeprefix(SVG) for each in root.iter()}
    assert tags <= {"svg", "title", "desc", "defs", "pattern", "path", "rect", "text"}
    for each in root.iter():
        assert not [name for name in each.attrib if name.startswith("on") or "href" in name or name == "style"]
    assert "url(http" not in svg


def test_the_picture_shows_the_windows_the_ending_and_the_figures():
    card = card_of(play())
    root = ElementTree.fromstring(picture(card))
    fills = [each.get("fill") for each in root.iter(f"{SVG}rect")]
    assert fills.count(INKS["lit"]) == card.state.late_nights
    words = [each.text for each in root.iter(f"{SVG}text")]
    assert "The lamp in the" in " ".join(words)
    assert all(figure.value in words and figure.label in words for figure in card.figures)


def test_corners_are_hatched():
    run = play(evenings="shortcut")
    root = ElementTree.fromstring(picture(card_of(run)))
    hatched = [each for each in root.iter(f"{SVG}rect") if each.get("fill") == "url(#hatch)"]
    assert len(hatched) == run.now().state.corners > 0


def test_whatever_a_title_holds_is_shown_and_not_read():
    nasty = Ending(id="x", title="</text><script>&'\"", text="Tea.")
    root = ElementTree.fromstring(picture(card_of(play())._replace(ending=nasty, title="<b>&")))
    assert "</text><script>&'\"" in "".join(each.text or "" for each in root.iter(f"{SVG}text"))


def test_its_colours_are_those_of_the_night():
    theme = {**NIGHT.variables, "background": NIGHT.background}
    assert {name: theme[name] for name in INKS} == INKS


def test_a_card_is_never_written_over_another(tmp_path: Path):
    card = card_of(play())
    first, second = write_beside(card, tmp_path), write_beside(card, tmp_path)
    assert (first.name, second.name) == ("brass-kettle.svg", "brass-kettle-card-2.svg")
    assert first.read_text("utf-8") == second.read_text("utf-8") == picture(card)


def test_a_disk_that_refuses_is_said_in_words(tmp_path: Path):
    card = card_of(play())
    with pytest.raises(ForPeople, match="could not be written"):
        write_picture(card, tmp_path / "nowhere" / "card.svg")
    with pytest.raises(ForPeople, match="could not be written"):
        write_beside(card, tmp_path / "nowhere")
