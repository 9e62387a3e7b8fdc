"""Towers from elsewhere: sound ones are told, broken ones refused in words, and nothing ends in a traceback."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli import main
from game.errors import ForPeople
from game.tower.interchange import data_of, write
from game.tower.moves import Breaker, Costs, Fix, Open, Switch
from game.tower.night import Night
from game.tower_command.check import LONGEST, MOST, in_words, night_in
from tests.tower.boards import annex

TOWER = annex()
START = Night(TOWER, TOWER.mask("2C 4A"))
NIGHT = START.after([Breaker(1), Open(5), Fix(5), Switch(), Fix(9), Switch()])
SOUND = write(NIGHT)
DATA = data_of(NIGHT)
TOLD = (
    "a tower of 4 floors and 3 risers, 4 circuits, 2 faults; log of 6 events, lit at 1:05;"
    " 125 minutes, 1 failed throw, every reading true.\n"
)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Put something into a file, and name it."""
    monkeypatch.chdir(tmp_path)

    def put(content: str | bytes, name: str = "tower.json") -> str:
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    return put


def test_a_sound_night_is_told(file, capsys):
    assert main(["tower", "check", file(SOUND)]) == 0
    assert capsys.readouterr() == (f"tower.json: {TOLD}", "")


@pytest.mark.parametrize(
    ("night", "told"),
    [
        (START, "2 faults; no log."),
        (START.after([Breaker(0)]), "log of 1 event, not lit, 2 faults left; 5 minutes, no failed throws, every"),
        (
            START.after([Fix(5), Switch()]),
            "not lit, 1 fault left; 85 minutes, 1 failed throw, every reading true.",
        ),
        (
            START.after([Switch()] * 8 + [Fix(5), Fix(9), Switch()]),
            "lit at 8:25, after 8:00; 565 minutes, 8 failed",
        ),
        (Night(TOWER, 1, Costs(open=10**4000)).after([Open(0)] * 20), "over a million minutes, no failed throws"),
    ],
)
def test_how_a_night_stands(night, told):
    assert told in in_words(night_in(write(night).encode()))


def test_standard_input_is_read(file, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SOUND.encode())))
    assert main(["tower", "check", "-"]) == 0
    assert capsys.readouterr() == (f"standard input: {TOLD}", "")


def test_the_mark_that_some_editors_put_in_front_does_no_harm(file):
    assert main(["tower", "check", file(b"\xef\xbb\xbf" + SOUND.encode())]) == 0


def test_every_file_is_checked_and_the_worst_code_wins(file, capsys):
    good, wrong = file(SOUND, "good.json"), file("[]", "wrong.json")
    assert main(["tower", "check", wrong, good]) == 1
    assert capsys.readouterr().out == f"good.json: {TOLD}"
    assert main(["tower", "check", "gone.json", wrong, good]) == 2
    out, err = capsys.readouterr()
    assert out == f"good.json: {TOLD}"
    assert [line.split(":")[0] for line in err.splitlines()] == ["gone.json", "wrong.json"]


def with_(**fields: object) -> str:
    return json.dumps(DATA | fields)


def without(name: str) -> str:
    return json.dumps({key: value for key, value in DATA.items() if key != name})


def log(*events: object) -> str:
    return with_(log=list(events))


WRONG = [
    ("", "there is nothing in it."),
    (" \n\t", "there is nothing in it."),
    ("null", "the tower: an object in braces is expected, not null."),
    ("NaN", "the tower: an object in braces is expected, not NaN."),
    (SOUND[:-3], "line 26, column 4: this is not JSON: Expecting ',' delimiter."),
    ("pas du JSON", "line 1, column 1: this is not JSON: Expecting value."),
    (without("faults"), "the tower: 'faults' missing."),
    (with_(rows=float("nan")), "rows: a whole number is expected, not NaN."),
    (with_(rows=10**20), f"the tower: A tower has 2 to 99 floors, not {10**20}."),
    (
        f'{{"rows": {"9" * 5000}}}',
        "the tower: a number or a nesting in it is too long to be read.",
    ),
    ("[" * 200_000, "the tower: a number or a nesting in it is too long to be read."),
    (with_(faults=["2C", "2C"]), "faults: 2C is named twice."),
    (with_(circuits=[["1A", "1B", "1A"]]), "circuits, a: 1A is named twice."),
    (with_(circuits=DATA["circuits"][:3]), "the tower: No circuit has 3B 3C 4C."),
    (
        with_(circuits=[["1A", "1B", "2A", "1C"], *DATA["circuits"][1:]]),
        "the tower: 1C is in circuit a and in circuit b.",
    ),
    (with_(fault_range=[3, 4]), "faults: This tower has 3 to 4 faults, not 2."),
    (
        with_(weather="fine"),
        "the tower: 'weather' is not known here; known are rows, cols, circuits, fault_range,",
    ),
    (
        log({"do": "breaker", "circuit": 1, "result": "holds"}),
        'log, event 1: {"do": "breaker", "circuit": 1} is said to show "holds", but then it shows "trips".',
    ),
    (
        log({"do": "survey", "floor": 0, "result": 0}),
        "log, event 1, floor: there is no floor 0: floors run from 1 to 4.",
    ),
    (
        log(*DATA["log"], {"do": "switch", "result": True}),
        "log, event 7: The tower is lit: nothing is left to do.",
    ),
    ('{"rows": 4, "rows": 4}', "the tower: 'rows' stands there twice."),
    (with_(p_fault={"\x1b[2J": [1, 5]}), "p_fault: There is no flat '\\x1b[2J': flats here run from 1A to 4C."),
    (with_(p_fault={"\x1b[2J": 7}), "p_fault, ?[2J: a list is expected, not 7."),
    (with_(cols="\ud800"), 'cols: a whole number is expected, not "?".'),
]


@pytest.mark.parametrize(("content", "message"), WRONG, ids=[message for _, message in WRONG])
def test_a_file_that_holds_no_true_night(content, message, file, capsys):
    assert main(["tower", "check", file(content)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"tower.json: {message}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe{\x00}\x00", "byte 1 is not UTF-8 text. Save the file as UTF-8."),
        (b'{"rows": "\xe9"}', "byte 11 is not UTF-8 text. Save the file as UTF-8."),
        (b"nonsense " * 1_200_000, "this is larger than 1000 kB, and no tower is. It was not read."),
    ],
)
def test_a_file_that_is_not_read(content, message, file, capsys):
    assert main(["tower", "check", file(content)]) == 2
    assert capsys.readouterr() == ("", f"tower.json: {message}\n")


def test_a_file_just_small_enough_is_read(file):
    content = SOUND.encode()
    assert main(["tower", "check", file(content + b" " * (MOST - len(content)))]) == 0
    assert main(["tower", "check", file(content + b" " * (MOST - len(content) + 1))]) == 2


def test_a_file_that_is_missing_or_none(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert main(["tower", "check", "gone.json", "folder", "x" * 5000]) == 2
    gone, folder, long = capsys.readouterr().err.splitlines()
    assert gone == "gone.json: there is no such file."
    assert folder == "folder: this is a folder. Name the files in it."
    assert len(long) <= LONGEST + 1


def test_a_name_may_hold_anything(file, capsys):
    assert main(["tower", "check", file(SOUND, "a\x1b[2J\nb\udcff.json")]) == 0
    assert capsys.readouterr().out == f"a?[2J?b?.json: {TOLD}"


def test_no_nesting_is_deep_enough_to_break_it():
    for depth in range(2, 1200):
        for field in ("rows", "circuits", "log"):
            nested = with_(**{field: "here"}).replace('"here"', "[" * depth + "]" * depth)
            with pytest.raises(ForPeople):
                night_in(nested.encode())


def harmless(data: bytes) -> None:
    """A night comes of it, or a word of refusal."""
    try:
        night = night_in(data)
    except ForPeople as problem:
        assert str(problem)
    else:
        assert in_words(night).startswith("a tower of ")


@given(st.data())
def test_flipped_bytes_do_no_harm(data):
    content = bytearray(SOUND.encode())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    harmless(bytes(content))


@given(st.integers(0, len(SOUND)), st.integers(0, len(SOUND)))
def test_missing_pieces_do_no_harm(one, other):
    content = SOUND.encode()
    harmless(content[:one])
    harmless(content[: min(one, other)] + content[max(one, other) :])


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text("19AZ\x1b\ud800é", max_size=4)
    | st.sampled_from(["1A", "9Z", 10**4000]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["do", "1A", "default"]), inner),
    max_leaves=5,
)


@given(st.lists(st.sampled_from(sorted(DATA))), st.dictionaries(st.sampled_from(sorted(DATA)), ANYTHING))
def test_fields_that_are_dropped_or_hold_something_else_do_no_harm(dropped, changed):
    fields = {name: value for name, value in (DATA | changed).items() if name not in dropped}
    harmless(json.dumps(fields).encode())


EVENT = {"do": "open", "cell": "2C", "result": True, "floor": 1, "zone": 0, "circuit": 0}


@given(st.dictionaries(st.sampled_from(sorted(EVENT)), ANYTHING), st.sets(st.sampled_from(sorted(EVENT))))
def test_events_of_any_kind_do_no_harm(changed, dropped):
    event = {name: value for name, value in (EVENT | changed).items() if name not in dropped}
    harmless(log(*DATA["log"][:2], event).encode())


def test_in_a_process_of_its_own_it_complains_on_the_right_stream():
    command = [sys.executable, "-m", "game", "tower", "check", "-"]
    done = subprocess.run(command, input=b"\xff", capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.splitlines() == [b"standard input: byte 1 is not UTF-8 text. Save the file as UTF-8."]
