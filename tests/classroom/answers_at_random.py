"""What a pupil says who answers at random: a vote for any form, as it comes over the wire."""

from __future__ import annotations

from random import Random
from typing import Any


def vote_for(form: dict[str, Any], rng: Random) -> Any:
    """A vote that the form takes."""
    open_ones = [choice["id"] for choice in form.get("choices", ()) if not choice.get("struck")]
    match form["form"]:
        case "pick":
            return rng.choice(open_ones)
        case "guess":
            guess = rng.choice(open_ones) if open_ones else rng.randint(form.get("lowest", 0), form["highest"])
            return {"guess": guess, "sure": rng.randint(1, 5)}
        case "order":
            return rng.sample(open_ones, len(open_ones))
        case "scale":
            return rng.randint(1, 5)
        case "share":
            return _shared(form, rng)
    raise AssertionError(form["form"])


def _shared(form: dict[str, Any], rng: Random) -> dict[str, int]:
    """Unit by unit, wherever there is room."""
    given: dict[str, int] = {place["id"]: 0 for place in form["places"]}
    for _ in range(form["total"]):
        given[rng.choice([place["id"] for place in form["places"] if given[place["id"]] < place["most"]])] += 1
    return given
