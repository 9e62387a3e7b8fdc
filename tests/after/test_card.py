"""The card: what a play has come to, in one place, and in sentences."""

from __future__ import annotations

from msgspec.structs import replace

from game.after.card import THE_RECORD, Worth, card_of, ending_of_run
from game.after.spoken import card_in_words, ending_in_words, worth_in_words
from game.journal import FORMAT, Header, Journal
from game.run import Run
from game.story.condition import NIGHT_NAMES
from tests.afterwards import ended, play
from tests.stories import evenings, unkept, walk


def facts_only() -> Run:
    header = Header(format=FORMAT, name="brass-kettle", seed=1, cut="full", story="", facts_only=True)
    return play(Run(ended(), Journal(None, header)))


def test_it_has_five_figures():
    card = card_of(play())
    assert [(figure.value, figure.label) for figure in card.figures] == [
        ("2", "evenings of your own"),
        ("12", "nights worked late"),
        ("0", "corners cut"),
        ("1 of 2", "envelopes close"),
        ("14 of 49", "days built"),
    ]


def test_of_envelopes_nothing_is_said_until_one_is_opened():
    card = card_of(walk(unkept(evenings(2)), 1))
    assert "envelopes close" not in [figure.label for figure in card.figures]
    assert card.provenance.startswith("This play told you")


def test_after_a_night_the_fifth_is_when_the_tower_was_lit():
    card = card_of(play())
    state = card.state
    for name, number in zip(NIGHT_NAMES, (335, 2, 196, 1, 0), strict=True):
        state = state.remembering(name, number)
    from game.after.reckoning import night_of

    card = card._replace(night=night_of(state))
    assert card.figures[-1] == ("4:35", "the tower was lit")
    said = " ".join(card_in_words(card))
    assert "the tower was lit at 4:35, 335 minutes after 23:00." in said
    assert "thrown 2 times in vain. That cost 196 flat-minutes of darkness" in said


def test_it_is_said_line_by_line():
    card = card_of(play())
    said = [*ending_in_words(card), *card_in_words(card)]
    assert said[:2] == ["The lamp in the hall.", f"[imagined] {card.ending.text}"]
    for line in (
        "14 evenings to begin with. Rest 7, Home 5, Craft 5.",
        "Week 1, The first week: less 6 worked late, 8 left. Rest less 7 and Craft plus 5.",
        "What is left: 2 evenings of your own. Rest 0, Home 5, Craft 10.",
        "[reported] They were up until 4.",
        "[worked] From 4 to 8 is four hours.",
        "Was it worth it? You said 2 of 5 before and 4 of 5 after, where 1 is no and 5 is yes.",
        "What was the hard part? You said One part of it, sure 2 of 5. The record: All of it at once. Miss.",
    ):
        assert line in said


def test_nothing_is_said_of_the_two_answers_to_whether_it_was_worth_it():
    said = [line for line in card_in_words(card_of(play())) if "worth" in line]
    assert len(said) == 1


def test_where_it_was_asked_once_nothing_is_said_of_before_and_after():
    said = worth_in_words(Worth(0, 3, ("no", "yes")))
    assert said == "Was it worth it? You said 3 of 5, where 1 is no and 5 is yes."


def test_it_counts_the_lines_that_were_told_by_their_kinds():
    run = play()
    told = sum(len(moment.beats) for moment in (*(moment for moment, _ in run.past()), run.now()))
    card = card_of(run)
    assert sum(card.kinds.values()) == told
    assert card.provenance == f"This play told you {told} lines: 2 reported and {told - 2} imagined."


def test_a_play_under_way_has_no_ending_yet():
    run = walk(unkept(ended()), 9)
    card = card_of(run)
    assert (card.ending, card.over, ending_of_run(run)) == (None, False, None)


def test_a_story_without_endings_has_a_card_without_one():
    assert card_of(walk(unkept(evenings(3)), 99)).ending is None


def test_with_facts_only_there_is_one_ending_and_nothing_made_up():
    card = card_of(facts_only())
    assert card.ending == THE_RECORD
    assert (card.reckoning, card.night) == (None, None)
    assert card.kinds["imagined"] == 0
    said = [*ending_in_words(card), *card_in_words(card)]
    assert not any("[imagined]" in line or "Rest" in line for line in said)
    assert len(card.figures) == 5


def test_a_replay_comes_to_the_same_card():
    run = play()
    again = unkept(ended())
    for _, answer in run.past():
        again.answer(answer)
    assert card_of(again) == card_of(run)
    assert replace(again.now()) == run.now()
