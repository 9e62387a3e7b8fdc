"""Lines of text: none is wider than its room, and no word of them is lost."""

from __future__ import annotations

import pytest

from game.screens.questions.base import row
from game.screens.widgets.drawn import flowing, inked

TEXTS = {
    "one cell each": "The lift is out of order, and so is the plan; both will be mended by Monday.",
    "two cells each": "七週間で塔を一つ建てる。毎日ひとつの部屋に明かりが灯る。",
    "words of both": "They call it 塔, and on it stands 明日 in letters of light.",
    "a word that fills rows": "x" * 50,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("width", [9, 20, 33])
def test_a_text_flows_in_its_room_and_is_told_whole(text: str, width: int):
    lines = flowing(text, width)
    assert max(line.cell_length for line in lines) <= width
    assert "".join("".join(line.plain.split()) for line in lines) == "".join(text.split())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_band_under_a_chosen_line_has_straight_ends(text: str):
    lines = row("1", text, 30, chosen=True)
    assert len({line.cell_length for line in lines}) == 1
    assert lines[0].cell_length <= 30


def test_it_hangs_from_what_stands_before_it():
    first, second = flowing("The lift is out of order.", 20, first=inked("? ", "key"))
    assert (first.plain, second.plain) == ("? The lift is out of", "  order.")


def test_what_is_said_beside_a_line_stays_where_it_is_when_the_line_is_chosen():
    plain, chosen = (
        row("1", "Test after the switch", 40, chosen=chosen, after="5 min") for chosen in (False, True)
    )
    assert plain[0].plain.index("5 min") == chosen[0].plain.index("5 min")
    edge = len("1 ") + 1 + len("Test after the switch") + 2 + len("5 min")
    for width in (edge - 1, edge):
        lines = [
            len(row("1", "Test after the switch", width, chosen=chosen, after="5 min")) for chosen in (False, True)
        ]
        assert lines[0] == lines[1]
