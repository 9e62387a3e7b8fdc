"""Towers as JSON: round trips, and files that are broken in one place each."""

from __future__ import annotations

import json
from random import Random

import pytest

from game.tower.building import Building
from game.tower.interchange import Broken, data_of, night_of, read, write
from game.tower.moves import Breaker, Closed, Costs, Fill, Filled, Fix, Open, Survey, Switch
from game.tower.night import Night
from tests.tower.boards import HIGH_RISE, LAUNCH, TOWER, faults_of, played, sized, small

NIGHT = Night(TOWER, TOWER.mask("2C 4A")).after(
    [Survey(2), Fill(0), Breaker(1), Open(5), Fix(5), Fill(2), Breaker(1), Switch()]
)

WRITTEN = """\
{
  "rows": 4,
  "cols": 3,
  "circuits": [
    ["1A", "1B", "2A"],
    ["1C", "2B", "2C"],
    ["3A", "4A", "4B"],
    ["3B", "3C", "4C"]
  ],
  "zones": [
    ["1A", "2A", "3A", "4A"],
    ["1B", "2B", "3B", "4B"],
    ["1C", "2C", "3C", "4C"]
  ],
  "fault_range": [1, 3],
  "p_fault": [1, 5],
  "faults": ["2C", "4A"],
  "costs": {"survey": 10, "fill": 20, "breaker": 5, "open": 10, "fix": 20, "switch": 5, "dark": 60},
  "log": [
    {"do": "survey", "floor": 3, "result": 0},
    {"do": "fill", "zone": 0, "result": "4A"},
    {"do": "breaker", "circuit": 1, "result": "trips"},
    {"do": "open", "cell": "2C", "result": true},
    {"do": "fix", "cell": "2C", "result": true},
    {"do": "fill", "zone": 2, "result": null},
    {"do": "breaker", "circuit": 1, "result": "holds"},
    {"do": "switch", "result": false}
  ]
}
"""


def test_a_night_as_it_is_written():
    assert write(NIGHT) == WRITTEN


def test_reading_gives_the_night_back():
    assert read(WRITTEN) == NIGHT


def test_zones_costs_and_log_may_be_left_out():
    data = {name: value for name, value in data_of(NIGHT).items() if name not in ("zones", "costs", "log")}
    assert night_of(data) == Night(TOWER, NIGHT.faults)


def test_one_chance_for_all_or_one_for_each():
    tower = sized(Random(3), LAUNCH, mixed=True)
    p_fault = data_of(Night(tower, faults_of(Random(3), tower)))["p_fault"]
    assert p_fault["default"] == [6, 100]
    assert all(chance == [35, 100] for name, chance in p_fault.items() if name != "default")
    each = {TOWER.name(flat): [1, 5] for flat in range(12)}
    assert night_of(data_of(NIGHT) | {"p_fault": each}) == NIGHT


@pytest.mark.parametrize("seed", range(25))
def test_every_night_survives_the_round_trip(seed):
    rng = Random(seed)
    building = rng.choice([small, lambda r: sized(r, HIGH_RISE, mixed=True), lambda r: sized(r, LAUNCH)])(rng)
    night = played(rng, Night(building, faults_of(rng, building), Costs(dark=rng.randint(1, 90))), 15)
    assert read(write(night)) == night
    assert write(read(write(night))) == write(night)


def broken(**fields: object) -> str:
    with pytest.raises(Broken) as problem:
        night_of(data_of(NIGHT) | fields)
    return str(problem.value)


CIRCUITS = data_of(NIGHT)["circuits"]
ZONES = data_of(NIGHT)["zones"]

BROKEN_FIELDS = [
    ({"rows": "4"}, 'rows: a whole number is expected, not "4".'),
    ({"rows": True}, "rows: a whole number is expected, not true."),
    ({"rows": 4.0}, "rows: a whole number is expected, not 4.0."),
    ({"rows": 10**9}, "the tower: A tower has 2 to 99 floors, not 1000000000."),
    ({"cols": 0}, "the tower: A floor has 2 to 26 flats, not 0."),
    ({"circuits": {}}, "circuits: a list is expected, not {}."),
    ({"circuits": [["1A", "1A", "1B", "2A"], *CIRCUITS[1:]]}, "circuits, a: 1A is named twice."),
    ({"circuits": [["1A", "1B", "2A", "1C"], *CIRCUITS[1:]]}, "the tower: 1C is in circuit a and in circuit b."),
    ({"circuits": CIRCUITS[:3]}, "the tower: No circuit has 3B 3C 4C."),
    ({"circuits": [["1A", 7]]}, "circuits, a: a flat's name like '2C' is expected, not 7."),
    ({"circuits": [["1A", "5A"]]}, "circuits, a: There is no flat '5A': flats here run from 1A to 4C."),
    (
        {"zones": [ZONES[0][::-1], *ZONES[1:]]},
        "zones, 0: 4A comes before 3A; a zone goes from the bottom to the top.",
    ),
    ({"zones": ZONES[1:]}, "the tower: No zone has 1A 2A 3A 4A."),
    ({"zones": []}, "zones: there are none; leave 'zones' out to have them made."),
    ({"fault_range": [3, 1]}, "the tower: 12 flats cannot have 3 to 1 faults."),
    ({"fault_range": [3]}, "fault_range: two whole numbers are expected, not [3]."),
    ({"p_fault": 0.2}, "p_fault: [num, den] is expected, or an object with one for each flat, not 0.2."),
    ({"p_fault": [5, 5]}, "the tower: The chance of 1A is 5/5: it must lie between 0 and 1."),
    (
        {"p_fault": {"default": [1, 5], "4C": [0, 5]}},
        "the tower: The chance of 4C is 0/5: it must lie between 0 and 1.",
    ),
    (
        {"p_fault": {"default": [1, 5], "9C": [1, 5]}},
        "p_fault: There is no flat '9C': flats here run from 1A to 4C.",
    ),
    ({"p_fault": {"1A": [1, 5]}}, "p_fault: 1B has no chance: give it one, or all others a 'default'."),
    ({"p_fault": {"default": None}}, "p_fault, default: a list is expected, not null."),
    ({"faults": ["2C", "2C"]}, "faults: 2C is named twice."),
    ({"faults": []}, "faults: This tower has 1 to 3 faults, not 0."),
    ({"costs": {"survay": 10}}, "costs: 'survay' is not known here; did you mean 'survey'?"),
    ({"costs": {"fix": 0}}, "costs, fix: at least 1 is expected, not 0."),
    ({"weather": "fine"}, "the tower: 'weather' is not known here; known are rows, cols, circuits, "),
    ({"log": None}, "log: a list is expected, not null."),
]


@pytest.mark.parametrize(("fields", "message"), BROKEN_FIELDS)
def test_a_broken_field(fields, message):
    assert broken(**fields).startswith(message)


BROKEN_EVENTS = [
    (
        {"do": "survey", "floor": 3, "result": 1},
        '{"do": "survey", "floor": 3} is said to show 1, but then it shows 0.',
    ),
    ({"do": "fill", "zone": 0, "result": None}, 'is said to show null, but then it shows "4A".'),
    ({"do": "fill", "zone": 0, "result": "2A"}, 'is said to show "2A", but then it shows "4A".'),
    ({"do": "breaker", "circuit": 1, "result": "holds"}, 'is said to show "holds", but then it shows "trips".'),
    ({"do": "open", "cell": "2C", "result": 1}, "is said to show 1, but then it shows true."),
    ({"do": "fix", "cell": "1A", "result": True}, "is said to show true, but then it shows false."),
    ({"do": "switch", "result": True}, '{"do": "switch"} is said to show true, but then it shows false.'),
    (
        {"do": "survey", "floor": 0, "result": 0},
        "log, event 2, floor: there is no floor 0: floors run from 1 to 4.",
    ),
    (
        {"do": "survey", "floor": 5, "result": 0},
        "log, event 2, floor: there is no floor 5: floors run from 1 to 4.",
    ),
    ({"do": "fill", "zone": 3, "result": None}, "log, event 2: There is no zone"),
    ({"do": "breaker", "circuit": "c", "result": "holds"}, "log, event 2, circuit: a whole number is expected"),
    ({"do": "open", "cell": "2D", "result": True}, "log, event 2, cell: There is no flat '2D'"),
    ({"do": "open", "cell": "2C"}, "log, event 2: 'result' missing."),
    ({"do": "open", "cell": "2C", "result": True, "by": "me"}, "log, event 2: 'by' is not known here;"),
    (
        {"do": "peek", "cell": "2C", "result": True},
        "'do' must be one of survey, fill, breaker, open, fix and switch",
    ),
    ({"result": True}, "log, event 2: 'do' must be one of"),
    ("open 2C", "log, event 2: 'do' must be one of"),
]


@pytest.mark.parametrize(("event", "message"), BROKEN_EVENTS)
def test_a_broken_event(event, message):
    problem = broken(log=[{"do": "survey", "floor": 1, "result": 0}, event])
    assert problem.startswith("log, event 2")
    assert message in problem


def test_nothing_follows_a_lit_tower():
    lit = NIGHT.after([Fix(9), Switch()])
    problem = broken(log=[*data_of(lit)["log"], {"do": "survey", "floor": 1, "result": 0}])
    assert problem == "log, event 11: The tower is lit: nothing is left to do."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1, column 1: this is not JSON: Expecting value."),
        ('{\n  "rows": 4,,', "line 2, column 13: this is not JSON"),
        ("[]", "the tower: an object in braces is expected, not []."),
        (
            "{}",
            "the tower: 'rows' and 'cols' and 'circuits' and 'fault_range' and 'p_fault' and 'faults' missing.",
        ),
        ('{"rows": 4, "rows": 5}', "the tower: 'rows' stands there twice."),
        ("[" * 100_000, "the tower: a number or a nesting in it is too long to be read."),
        ('{"rows": 1' + "0" * 10_000 + "}", "the tower: a number or a nesting in it is too long to be read."),
    ],
)
def test_a_text_that_holds_no_tower(text, message):
    with pytest.raises(Broken) as problem:
        read(text)
    assert str(problem.value).startswith(message)


def test_a_damaged_file_is_refused_in_words_or_read_whole():
    rng = Random(7)
    for _ in range(400):
        letters = list(WRITTEN)
        for _ in range(rng.randint(1, 3)):
            letters[rng.randrange(len(letters))] = rng.choice('0123456789ABC"[]{},: x-')
        try:
            night = read("".join(letters))
        except Broken as problem:
            assert problem.where
            assert problem.what
        else:
            assert read(write(night)) == night


def test_results_inside_are_flats_not_names():
    assert read(WRITTEN).log[1:3] == (Filled(0, TOWER.flat("4A")), Closed(1, "trips"))
    assert isinstance(read(WRITTEN).building, Building)
    assert json.loads(WRITTEN)["log"][1]["result"] == "4A"
