"""Which conditions can be met together."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.proof import worlds
from game.proof.worlds import Asked, Known, best, possible
from game.story.condition import Condition


def asked(text: str, day: int = 1) -> Asked:
    return Asked(Condition(text), day)


def most(*texts: str, known: tuple[Known, ...] = ()) -> float:
    """How many of the conditions can be met at once."""
    found = best(tuple((asked(text), 1.0) for text in texts), known)
    assert found is not None
    assert found.gain == sum(found.met)
    return found.gain


@pytest.mark.parametrize(
    ("texts", "together"),
    [
        (["wet", "not wet"], 1),
        (["wet", "cold"], 2),
        (["rest < 3", "rest >= 3"], 1),
        (["rest < 3", "rest < 5"], 2),
        (["rest > 10"], 0),
        (["corners == 0", "corners == 1", "corners > 1"], 1),
        (["worth_after > worth_before", "worth_after == worth_before", "worth_after < worth_before"], 1),
        (["worth_before > 3 and worth_after > worth_before"], 1),
        (["wet and cold", "wet and not cold", "not wet"], 1),
        (["wet and rest < 3", "rest > 5", "not wet"], 2),
        (["night_minutes > 300", "night_minutes <= 300", "night_throws > 0"], 2),
    ],
)
def test_as_many_are_met_as_exclude_each_other_not(texts, together):
    assert most(*texts) == together


def test_what_is_known_rules_worlds_out():
    dry = Known(asked("wet"), met=False)
    assert most("wet", "cold", known=(dry,)) == 1
    assert most("wet or cold", known=(dry,)) == 1
    assert not possible((dry, Known(asked("wet and cold"), met=True)))


def test_the_day_is_known():
    assert best(((asked("day > 3", 2), 1.0), (asked("day > 3", 4), 1.0)), ()) == (1.0, (False, True))


def test_a_loss_is_avoided_where_a_world_allows_it():
    assert best(((asked("wet"), -3.0), (asked("not wet"), -2.0)), ()) == (-2.0, (False, True))


def test_too_many_worlds_make_every_line_possible(monkeypatch):
    monkeypatch.setattr(worlds, "MOST_WORLDS", 1)
    assert best(((asked("damp"), 1.0), (asked("not damp"), 1.0)), ()) == (2.0, (True, True))


FLAGS = ("a", "b", "c")
conditions = st.recursive(
    st.sampled_from([*FLAGS, "rest < 4", "rest >= 4"]),
    lambda inner: st.one_of(
        st.builds("not ({})".format, inner),
        st.builds("({}) and ({})".format, inner, inner),
        st.builds("({}) or ({})".format, inner, inner),
    ),
    max_leaves=4,
)


@settings(deadline=None)
@given(st.lists(conditions, min_size=1, max_size=4))
def test_it_is_what_trying_every_state_comes_to(texts):
    tried = []
    for rest, *flags in product(range(11), *[(0, 1)] * len(FLAGS)):
        names = {"rest": rest, **dict(zip(FLAGS, flags, strict=True))}
        tried.append(sum(bool(eval(text, {}, names)) for text in texts))
    assert most(*texts) == max(tried)
