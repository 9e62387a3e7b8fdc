"""The share card as a picture: one small SVG, drawn by hand, with nothing in it that is fetched or run."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import Final

from game.after.card import Card
from game.after.share import heading
from game.errors import ForPeople
from game.story.calendar import DAYS, WEEK, WEEKDAYS
from game.story.state import Room

WIDTH, HEIGHT = 640, 400
INKS: Final = {
    "background": "#0b1020",
    "ink": "#e8e3d5",
    "title": "#f2b84b",
    "muted": "#8d97ab",
    "wall": "#7d879c",
    "lit": "#f2b84b",
    "unlit": "#4b587a",
    "corner": "#d0708a",
    "empty": "#36415f",
}
"""The colours of the night theme that a card uses. A test holds them to the theme."""

_FONT: Final = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
_TOWER: Final = (36, 60)
_PITCH: Final = (34, 40)
_WINDOW: Final = (22, 26)
_TEXT_LEFT: Final = 326
_TITLE_CHARACTERS: Final = 20
_MOST_COPIES: Final = 99


def picture(card: Card) -> str:
    """The card as SVG, 640 by 400."""
    parts = [*_ground(card), *_tower(card), *_words(card), "</svg>"]
    return "\n".join(parts) + "\n"


def write_picture(card: Card, path: Path) -> None:
    """Write the picture over whatever the file held. Raises ``ForPeople`` when the disk refuses."""
    try:
        path.write_text(picture(card), "utf-8")
    except OSError as error:
        raise ForPeople(f"{path} could not be written: {error.strerror}. Name another file.") from None


def write_beside(card: Card, folder: Path) -> Path:
    """Write the picture into a folder, under a name that no file there has yet, and tell which.

    Raises ``ForPeople`` when the disk refuses.
    """
    for copy in range(1, _MOST_COPIES + 1):
        path = folder / (f"{card.name}.svg" if copy == 1 else f"{card.name}-card-{copy}.svg")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(picture(card))
        except FileExistsError:
            continue
        except OSError as error:
            raise ForPeople(f"{path} could not be written: {error.strerror}.") from None
        return path
    raise ForPeople(f"{folder} has {_MOST_COPIES} cards of this play already; take some away first.")


def _ground(card: Card) -> Iterator[str]:
    about = ", ".join(f"{figure.label}: {figure.value}" for figure in card.figures)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" role="img" font-family="{escape(_FONT)}">'
    )
    yield f"<title>{escape(f'{card.title}: {heading(card)}')}</title>"
    yield f"<desc>{escape(about)}</desc>"
    stripe = f'<path d="M0 0V6" stroke="{INKS["corner"]}" stroke-width="5"/>'
    size = 'width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"'
    yield f'<defs><pattern id="hatch" {size}>{stripe}</pattern></defs>'
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{INKS["background"]}"/>'


def _tower(card: Card) -> Iterator[str]:
    left, top = _TOWER
    wide, high = WEEK * _PITCH[0] + 12, WEEK * _PITCH[1] + 10
    middle = left + wide // 2
    wall = f'fill="none" stroke="{INKS["wall"]}" stroke-width="2"'
    yield f'<path d="M{middle} {top}V{top - 28}" {wall}/>'
    yield f'<rect x="{left}" y="{top}" width="{wide}" height="{high}" {wall}/>'
    yield f'<path d="M0 {top + high}H{WIDTH}" stroke="{INKS["empty"]}"/>'
    for day in range(1, DAYS + 1):
        floor, riser = divmod(day - 1, WEEK)
        x = left + 12 + riser * _PITCH[0]
        y = top + 12 + (WEEK - 1 - floor) * _PITCH[1]
        yield from _window(x, y, card.state.room(day))
    for riser, day_name in enumerate(WEEKDAYS):
        x = left + 12 + riser * _PITCH[0] + _WINDOW[0] // 2
        yield _text(x, top + high + 20, day_name[0], "muted", 13, anchor="middle")


def _window(x: int, y: int, room: Room) -> Iterator[str]:
    wide, high = _WINDOW
    box = f'x="{x}" y="{y}" width="{wide}" height="{high}"'
    if not room:
        yield f'<rect {box} fill="none" stroke="{INKS["empty"]}" stroke-dasharray="2 3"/>'
        return
    yield f'<rect {box} fill="{INKS["lit" if room & Room.LATE else "unlit"]}"/>'
    if room & Room.CORNER:
        # Beside a lamp the hatching takes the lower half, so that both can be seen.
        half = high // 2 if room & Room.LATE else 0
        yield f'<rect x="{x}" y="{y + half}" width="{wide}" height="{high - half}" fill="{INKS["background"]}"/>'
        yield f'<rect x="{x}" y="{y + half}" width="{wide}" height="{high - half}" fill="url(#hatch)"/>'


def _words(card: Card) -> Iterator[str]:
    y = 76
    yield _text(_TEXT_LEFT, y, card.title.upper(), "muted", 14, spacing=3)
    y += 14
    for row in wrap(heading(card), _TITLE_CHARACTERS)[:4]:
        y += 28
        yield _text(_TEXT_LEFT, y, row, "title", 23, weight="bold")
    y += 22
    for figure in card.figures:
        y += 27
        yield _text(_TEXT_LEFT + 84, y, figure.value, "ink", 17, weight="bold", anchor="end")
        yield _text(_TEXT_LEFT + 96, y, figure.label, "muted", 15)


def _text(x: int, y: int, words: str, ink: str, size: int, **more: object) -> str:
    names = {"weight": "font-weight", "anchor": "text-anchor", "spacing": "letter-spacing"}
    extra = "".join(f' {names[key]}="{value}"' for key, value in more.items())
    return f'<text x="{x}" y="{y}" fill="{INKS[ink]}" font-size="{size}"{extra}>{escape(words)}</text>'
