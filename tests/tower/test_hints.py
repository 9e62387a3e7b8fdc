"""Hints: what the three presses say and do, and that whoever follows them plays as the reference crew does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, islice, repeat
from random import Random

import pytest
from msgspec.structs import replace

from game.tower.building import Building
from game.tower.crew import par
from game.tower.deduction import Marks, Voice, settle
from game.tower.exact import Exact
from game.tower.hints import Hint, hint
from game.tower.known import Known
from game.tower.moves import Breaker, Closed, Costs, Event, Fill, Fix, Open, Opened, Survey, Surveyed, Switch
from game.tower.night import Night
from tests.tower.boards import ANNEX, HIGH_RISE, LAUNCH, TERRACE, drawn, faults_of, played, sized
from tests.tower.brute import Brute

TOWER = drawn("ceee", "cdde", "cadf", "aaff", "gbbh", "gghh", faults=(2, 6))
TWO_FLOORS = drawn("eccb", "eccb", "aadd", "aadd", faults=(2, 6))
C, D = Closed(2, "trips"), Closed(3, "trips")


def looked(names: str, *, faulty: bool = False) -> list[Event]:
    return [Opened(TOWER.flat(name), faulty) for name in names.split()]


UNMARKED = Marks()


def hinted(*events: Event, marks: Marks = UNMARKED, tower: Building = TOWER) -> Hint:
    return hint(Known.of(tower, events), marks)


def said(given: Hint) -> tuple[str, ...]:
    return given.voice, given.where, given.why, given.then


def test_level_1():
    given = hinted(Surveyed(3, 1), *looked("4B", faulty=True))
    assert said(given) == (
        "framer",
        "look at floor 4",
        "floor 4 had one fault and it is found: the rest of floor 4 is sound (4A, 4C, 4D)",
        "mark 4A, 4C and 4D sound",
    )
    assert (given.level, given.marks, given.move) == (1, Marks(sound=TOWER.mask("4A 4C 4D")), None)


def test_level_2():
    given = hinted(C, *looked("4A 5A"))
    assert (given.where, given.then) == ("look at breaker c", "mark 6A faulty")
    assert (given.level, given.marks) == (2, Marks(faulty=TOWER.mask("6A")))


def test_level_3():
    given = hinted(D, Surveyed(4, 1), *looked("4C"))
    assert (given.voice, given.where, given.then) == (
        Voice.PLUMBER,
        "look at breaker d and floor 5",
        "mark 5A and 5D sound",
    )


def test_level_4():
    tower = replace(TOWER, kmin=2, kmax=2)
    given = hinted(C, Surveyed(5, 1), *looked("6A"), tower=tower)
    assert (given.voice, given.where, given.then) == (
        Voice.CALLER,
        "count what is left: breaker c and floor 6",
        "mark 18 flats sound",
    )
    given = hinted(*looked("1A 2A", faulty=True), *looked("1B"), tower=tower)
    assert given.where == "count what is left"


def test_level_5():
    trips = [Closed(index, "trips") for index in (1, 4)]
    given = hinted(Surveyed(2, 1), Surveyed(3, 1), *trips, tower=TWO_FLOORS)
    assert (given.voice, given.where, given.then) == (Voice.YOU, "what if 3B were faulty?", "mark 3B sound")
    assert given.why.startswith("suppose 3B: then floor 3 is full")


def test_what_is_marked_already_is_passed_over():
    events = C, *looked("4A 5A"), D, Surveyed(1, 0)
    first = hinted(*events)
    assert first.where == "look at floor 2"
    assert hinted(*events, marks=first.marks).where == "look at breaker c"


def test_a_wrong_mark_is_named():
    events = D, Surveyed(4, 1), *looked("4C")
    given = hinted(*events, marks=Marks(sound=TOWER.mask("5D"), faulty=TOWER.mask("5A")))
    assert given.then == "mark 5A and 5D sound; 5A is marked faulty now"
    given = hinted(*events, marks=Marks(faulty=TOWER.mask("5A 5D 5B")))
    assert given.then == "mark 5A and 5D sound; 5A and 5D are marked faulty now"


def test_nothing_is_concluded_from_the_players_marks():
    events = C, *looked("4A")
    right, wrong = Marks(), Marks(sound=TOWER.mask("5A"), faulty=TOWER.mask("1A 1B"))
    assert hinted(*events, marks=right) == hinted(*events, marks=wrong)


def test_what_is_certainly_faulty_is_fixed_next():
    given = hinted(*looked("2B 6A", faulty=True))
    assert said(given) == (
        "you",
        "look at flat 2B",
        "2B is faulty. Fix it: breaker and floor then speak of the rest",
        "fix 2B, 20 min",
    )
    assert (given.move, given.level) == (Fix(TOWER.flat("2B")), 0)


def test_when_all_is_certain_the_switch_is_thrown():
    tower = replace(TOWER, kmin=0)
    night = Night(tower, 0).after([Survey(row) for row in range(tower.rows)])
    known = Known.of(tower, night.log)
    given = hint(known, settle(known)[0])
    assert said(given) == (
        "caller",
        "look at the whole tower",
        "every flat is sound or mended: nothing is left to find",
        "throw the switch, 5 min",
    )
    assert given.move == Switch()


def share(night: Night, move: object, result: object) -> int:
    """In 100, by trying every set of faults."""
    shares = Brute(night.building, night.log).outcomes(move)
    return int(100 * shares[result] + Fraction(1, 2))


PLAN = ("bbcc", "abbc", "aadd")


def best(kind: str, tower: Building | None = None, faults: str = "1A", moves: tuple = ()) -> tuple[Hint, Night]:
    """The best test where only readings of this kind are cheap."""
    tower = tower or drawn(*PLAN, faults=(1, 3))
    costs = Costs(**{each: 1 if each == kind else 1000 for each in ("survey", "fill", "breaker", "open")})
    night = Night(tower, tower.mask(faults), costs).after(moves)
    known = Known.of(tower, night.log)
    return hint(known, settle(known)[0], costs), night


def test_the_best_test_is_a_breaker():
    given, night = best("breaker")
    percent = share(night, Breaker(0), "holds")
    assert said(given) == (
        "electrician",
        "nothing is certain yet; breaker a would tell most for its minutes",
        f"breaker a, 1 min: {percent} times in 100 it holds, and three flats are clear",
        "close breaker a, 1 min",
    )
    assert given.move == Breaker(0)


def test_the_best_test_is_a_survey():
    given, night = best("survey")
    percent = share(night, Survey(0), 0)
    assert given.why == f"floor 1, 1 min: {percent} times in 100 it counts none, and four flats are clear"
    assert (given.voice, given.then) == (Voice.FRAMER, "survey floor 1, 1 min")


def test_a_survey_that_must_find_some():
    given, night = best("survey", faults="1C", moves=(Breaker(3), Survey(1), Survey(2)))
    percent = share(night, Survey(0), 1)
    assert given.why == f"floor 1, 1 min: {percent} times in 100 it counts one"


def test_the_best_test_is_water():
    given, night = best("fill")
    percent = share(night, Fill(0), None)
    assert given.why == f"riser A, 1 min: {percent} times in 100 it reaches the top, and three flats are clear"
    assert (given.voice, given.then) == (Voice.PLUMBER, "fill riser A, 1 min")


def test_water_that_must_stop():
    tower = drawn("bdd", "bdd", "acc", "aac", faults=(1, 2))
    given, night = best("fill", tower, "3A", (Breaker(1), Fill(1), Fill(2)))
    percent = share(night, Fill(0), tower.flat("3A"))
    assert given.why == f"riser A, 1 min: {percent} times in 100 it stops at 3A, and two flats are clear"


def test_a_split_riser_says_which_floors():
    given, _ = best("fill", sized(Random(1), HIGH_RISE), faults="1A 2B 3C")
    assert given.then == "fill riser A, floors 1 to 6, 1 min"


@pytest.mark.parametrize(
    ("kind", "chance", "words"),
    [
        ("breaker", (1, 9999), "more than 99 times in 100 it holds"),
        ("survey", (9998, 9999), "less than once in 100 times it counts none"),
    ],
)
def test_what_is_possible_is_never_said_to_be_sure(kind, chance, words):
    given, _ = best(kind, drawn(*PLAN, faults=(0, 12), chance=chance))
    assert words in given.why


def test_the_best_test_is_a_look():
    given, night = best("open")
    percent = share(night, Open(0), True)
    assert given.why == f"flat 1A, 1 min: {percent} times in 100 it is faulty"
    assert (given.voice, given.then) == (Voice.YOU, "open 1A, 1 min")


def follow(night: Night) -> Night:
    """The night of a player who does what the hints say."""
    marks = Marks()
    while not night.lit:
        given = hint(Known.of(night.building, night.log), marks, night.costs)
        marks = Marks(marks.sound | given.marks.sound, marks.faulty | given.marks.faulty)
        assert bool(given.move) != bool(given.level)
        if given.move:
            night = night.do(given.move)
    return night


@pytest.mark.parametrize("size", [ANNEX, TERRACE, LAUNCH, HIGH_RISE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_whoever_follows_the_hints_plays_as_the_reference_crew(size):
    rng = Random(f"hints {size}")
    for _ in range(2):
        building = sized(rng, size, mixed=size is LAUNCH)
        night = Night(building, faults_of(rng, building))
        assert follow(night).log == par(night).log


def states_of(rng: Random, building: Building) -> Iterator[Known]:
    """What is known after each event of a night: of the reference crew's, or of one at random."""
    night = Night(building, faults_of(rng, building))
    night = par(night) if rng.random() < 0.4 else played(rng, night, rng.randint(5, 40))
    known = Known.at_eleven(building)
    for event in night.log:
        known = known.after(event)
        yield known


def simulated(seed: object, count: int, *sizes: tuple) -> Iterator[Known]:
    rng = Random(f"hints {seed}")
    towers = (sized(rng, rng.choice(sizes), mixed=rng.random() < 0.5) for _ in repeat(None))
    return islice(chain.from_iterable(states_of(rng, building) for building in towers), count)


def check_reason(building: Building, given: Hint) -> None:
    """It names its flats, or, where they are many, how many they are; and of a move the place and the minutes."""
    move, flats = given.move, building.names(given.marks.sound | given.marks.faulty)
    named = set(re.findall("[0-9]+[A-Z]", given.why))
    assert set(flats) <= named or (len(flats) > 6 and f"({len(flats)} flats)" in given.why), given
    match move:
        case Fix(flat=flat) | Open(flat=flat):
            assert building.name(flat) in named, given
        case Survey() | Fill() | Breaker():
            assert re.match(r"(floor|riser|breaker) \w+.*, \d+ min: .*(in 100|every time)", given.why), given
        case Switch():
            assert "nothing is left" in given.why


def check_hints(known: Known, marks: Marks = UNMARKED) -> Counter[str]:
    """Asks for hints until one makes a move, and holds each against the exact engine."""
    exact, count = Exact(known), 0
    while not (given := hint(known, marks)).move:
        check_reason(known.building, given)
        assert not given.marks.sound & ~exact.certain_sound
        assert not given.marks.faulty & ~exact.certain_faulty
        wider = Marks(marks.sound | given.marks.sound, marks.faulty | given.marks.faulty)
        assert wider != marks
        marks, count = wider, count + 1
    check_reason(known.building, given)
    match given.move:
        case Switch():
            assert exact.go == 1
        case Fix(flat=flat):
            assert exact.certain_faulty & ~known.fixed & 1 << flat
        case reading:
            assert len(exact.outcomes(reading)) > 1
    certain = known.unknown & ~exact.uncertain
    missed = (certain & exact.certain_sound & ~marks.sound) | (certain & exact.certain_faulty & ~marks.faulty)
    return Counter(states=1, hints=count + 1, certain=certain.bit_count(), missed=missed.bit_count())


def test_hints_find_what_is_certain_and_nothing_else():
    for known in simulated("short", 150, ANNEX, TERRACE, LAUNCH):
        assert not check_hints(known)["missed"]


def test_the_players_own_marks_lead_no_hint_astray():
    rng = Random("marks")
    for known in simulated("marks", 100, ANNEX, TERRACE, LAUNCH):
        size = known.building.size
        check_hints(known, Marks(rng.getrandbits(size), rng.getrandbits(size)))


@pytest.mark.prove
@pytest.mark.parametrize("size", [ANNEX, TERRACE, LAUNCH, HIGH_RISE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_hints_of_ten_thousand_states(size):
    """2,500 of each size: every hint is sound and says why, and at least 99.5 % of what is certain is found."""
    figures: Counter[str] = Counter()
    for known in simulated("long", 2_500, size):
        figures += check_hints(known)
    found = figures["certain"] - figures["missed"]
    print(
        f"{size[0]}x{size[1]}: {figures['states']} states, {figures['hints']} hints, all sound; "
        f"{found} of {figures['certain']} certain flats found"
    )
    assert figures["states"] == 2_500
    assert figures["missed"] <= figures["certain"] / 200
