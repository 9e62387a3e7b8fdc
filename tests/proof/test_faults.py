"""Faults on purpose: each is found, by its rule, in its place, with nothing said besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.rulebook.index import SLIPS
from tests.proof.faults.corpus import Fault, faults, said_of

FAULTS = faults()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "-"))
def test_a_fault_is_found_in_its_place_and_nothing_else_is(fault: Fault, tmp_path: Path):
    assert said_of(fault, tmp_path) == fault.expected


def test_nothing_at_all_is_said_of_the_story_without_one(tmp_path: Path):
    assert said_of(Fault("none", [], []), tmp_path) == []


def test_every_rule_of_the_reader_that_a_text_can_break_is_among_them():
    found = {line.split()[1] for fault in FAULTS for line in fault.expected}
    assert {slip.code for slip in SLIPS if slip.example} - found == {"not-utf-8"}
    assert all(fault.expected for fault in FAULTS)
