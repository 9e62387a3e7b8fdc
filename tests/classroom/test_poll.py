from game.classroom.forms import Bar, form_of
from game.classroom.poll import Poll, Step
from tests.classroom.test_forms import STATE
from tests.stories import choose, option

TEA = choose("tea", option("green"), option("black"))


def poll(*, twice: bool = False) -> Poll:
    return Poll(question=TEA, form=form_of(TEA, STATE, 1), twice=twice)


def test_once_asked_once_shown():
    shown = poll().opened().shut(("green",))
    assert shown.step is Step.SHOWN
    assert shown.answer() == "green"


def test_asked_twice_the_room_talks_in_between():
    talking = poll(twice=True).opened().shut(("green",) * 3)
    assert talking.step is Step.TALK
    again = talking.opened()
    assert (again.step, again.second) == (Step.SECOND, True)
    assert again.shut(("black",) * 2).answer() == "black"


def test_a_second_round_without_votes_leaves_the_first_to_stand():
    assert poll(twice=True).opened().shut(("green",)).opened().shut(()).answer() == "green"


def test_where_nobody_votes_there_is_no_answer():
    assert poll().opened().shut(()).answer() is None


def test_both_rounds_are_shown_and_few_votes_are_not_broken_down():
    first, second = poll(twice=True).opened().shut(("green",) * 4).opened().shut(("black",) * 5).results()
    assert (first.votes, first.bars, first.answer) == (4, (), "Do green")
    assert second.bars == (Bar("Do green", 0), Bar("Do black", 5))
