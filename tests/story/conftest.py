"""What the tests of the script share."""

from __future__ import annotations

import pytest

from game.story import yamltree
from tests.story.cases import PARSERS


@pytest.fixture(params=PARSERS, ids=lambda loader: loader.__name__)
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> type:
    """libyaml, and the parser in Python that stands in where libyaml is missing."""
    monkeypatch.setattr(yamltree, "Loader", request.param)
    return request.param
