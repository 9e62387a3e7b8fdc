"""Words: what a screen draws, said in sentences: dates, windows, gauges, envelopes, tallies, the tower."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from game.story.calendar import DAYS, WEEK, WEEKDAYS, date_of, days_of, week_of, weekday_of
from game.story.fold import Opened
from game.story.minutes import APART, SECONDS, WORDS, Left
from game.story.model import Scene
from game.story.state import LEAST, MOST, Gauges, Room, State
from game.story.story import Story
from game.story.week import NAMES, Span, WeekLedger

WINDOWS: Final = " A lit window is a night worked late, a hatched one a corner cut."
_ENDS: Final = (".", "!", "?", ":", "…", "”", "’")


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends already."""
    text = text.strip()
    return text if text.endswith(_ENDS) else f"{text}."


def bare(text: str) -> str:
    """The text without its full stop, to stand inside a sentence."""
    return text.strip().removesuffix(".")


def listed(items: Sequence[str], last: str = "and") -> str:
    """*one, two and three*."""
    return f" {last} ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def counted(number: int, thing: str) -> str:
    """*1 evening*, *3 evenings*; the thing may be given as one or as many."""
    one = thing.removesuffix("s")
    return f"{number} {one if number == 1 else one + 's'}"


def date(day: int) -> str:
    """A day's date, which nobody states: it is counted back from the launch."""
    found = date_of(day)
    return f"{weekday_of(day)} {found.day} {found:%B %Y} (reconstructed)"


def week_heading(story: Story, week: int) -> str:
    """*Week 2: Half past five*."""
    return ": ".join(filter(None, (f"Week {week}", story.week_title(week))))


def scene_heading(scene: Scene, clock: str | None, *, with_week: bool = True, dated: bool = False) -> str:
    """As in *Week 1, day 3, Sunday, 21:40. Four plans*. A play under way gives no dates: one is guessed at."""
    parts = []
    if scene.day is not None:
        parts += [f"week {week_of(scene.day)}"] if with_week else []
        parts += [f"day {scene.day}", date(scene.day) if dated else weekday_of(scene.day)]
    parts += [clock] if clock else []
    return " ".join(filter(None, (sentence(capital(", ".join(parts))) if parts else "", sentence(scene.title))))


def window(room: Room) -> str:
    """How a day's window looks from the street."""
    lit, hatched = bool(room & Room.LATE), bool(room & Room.CORNER)
    return " and ".join(filter(None, ("lit" if lit else "", "hatched" if hatched else ""))) or "dark"


def closings(story: Story, rooms: Iterable[tuple[int, Room]]) -> Iterator[str]:
    """A sentence for days that have closed, those in a row that look alike in one; one for more than a week.

    Windows are made up: where only facts are told, nothing is said of them.
    """
    closed = [(day, room) for day, room in rooms if room]
    if story.facts_only:
        if closed:
            days = [day for day, _ in closed]
            yield f"Day {days[0]} closes." if len(days) == 1 else f"Days {span(days)} close."
        return
    if len(closed) > WEEK:
        late, corners = (sum(1 for _, room in closed if room & look) for look in (Room.LATE, Room.CORNER))
        yield f"Days {closed[0][0]} to {closed[-1][0]} close, {counted(late, 'window')} lit and {corners} hatched."
        return
    for look, group in groupby(closed, key=lambda pair: window(pair[1])):
        days = [day for day, _ in group]
        if len(days) == 1:
            yield f"Day {days[0]} closes, its window {look}."
        else:
            yield f"Days {span(days)} close, their windows {look}."


def span(days: Sequence[int]) -> str:
    """*3*, *3 and 4*, *3 to 9*: days in a row."""
    return listed([*map(str, days)]) if len(days) < 3 else f"{days[0]} to {days[-1]}"


def stretches(numbers: Iterable[int], last: str = "and") -> str:
    """*1 and 2*, *1 to 4*, *1, 3 and 5 to 8*: numbers that go up, those in a row by the first and the last."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [[f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(each) for each in run] for run in runs]
    return listed([part for each in parts for part in each], last)


def gauges(now: Gauges, before: Gauges | None = None) -> str:
    """As in *Rest 7 (was 8), Home 8, Craft 5*."""
    parts = []
    for name in NAMES:
        value, old = (getattr(each, name.lower()) for each in (now, before or now))
        parts.append(f"{name} {value}" + (f" (was {old})" if old != value else ""))
    return ", ".join(parts) + "."


def gauges_in_full(now: Gauges) -> str:
    """The gauges and how far they reach."""
    return f"{gauges(now)} Each runs from {LEAST} to {MOST}."


def envelope(opened: Opened) -> str:
    """What was guessed, what the record says, and whether that was close."""
    question, guess = opened.question, opened.guess
    record = f"The record: {bare(question.in_words(question.right))}."
    if guess.guess == question.right:
        verdict = "That was it."
    elif isinstance(guess.guess, str):
        verdict = "It was not this one."
    else:
        verdict = "Close." if opened.close else "Not close."
    said = bare(question.in_words(guess.guess))
    return f"You guessed: {said}{guess.how_sure}. {record} {verdict}"


def tally(ledger: WeekLedger) -> list[str]:
    """The week's ledger, one subtraction a line."""
    lines = [f"Week {ledger.week} had {counted(ledger.evenings, 'evening')}."]
    if ledger.late:
        lines.append(f"Less {ledger.late} worked late: {ledger.own} of them yours.")
    else:
        lines.append("None went to work: all of them yours.")
    if ledger.corners:
        lines.append(f"{capital(counted(ledger.corners, 'corner'))} cut.")
    return [*lines, *map(_spanned, ledger.gauges)]


def _spanned(gauge: Span) -> str:
    if not gauge.change:
        return f"{gauge.name} {gauge.began}, as it was."
    word = "plus" if gauge.change > 0 else "less"
    return f"{gauge.name} {gauge.began}, {word} {abs(gauge.change)}, is {gauge.ended}."


def minutes_left(left: Left) -> str:
    """How long it is to the end, and how that is reckoned; nothing when this is the end."""
    if not left.minutes:
        return ""
    night = f", and the night: {SECONDS[APART] // 60} or more" if left.night else ""
    return f"About {counted(left.minutes, 'minute')} left, at {WORDS} words each{night}."


def minutes_of_week(left: Left) -> str:
    """How long a week takes."""
    return f"about {counted(left.minutes, 'minute')}{', and the night' if left.night else ''}"


def tower(story: Story, state: State) -> list[str]:
    """The tower from the ground up, a line a floor."""
    built = sum(1 for room in state.rooms if room)
    lines = [
        f"{built} of {DAYS} days built.{'' if story.facts_only else WINDOWS}",
        *(_floor(story, state, week) for week in range(1, week_of(max(state.day, 1)) + 1) if state.day),
    ]
    first_empty = week_of(state.day) + 1 if state.day else 1
    if first_empty <= WEEK:
        empty = range(first_empty, WEEK + 1)
        lines.append(f"Floor{'s' if len(empty) > 1 else ''} {span(empty)}: not built yet.")
    return lines


def _floor(story: Story, state: State, week: int) -> str:
    looks: dict[str, list[str]] = {"lit": [], "hatched": [], "lit and hatched": [], "dark": [], "built": []}
    today = ""
    for day, weekday in zip(days_of(week), WEEKDAYS, strict=True):
        room = state.room(day)
        if day == state.day and len(state.rooms) < day:
            today = f"{weekday} is being built" + ("" if story.facts_only else f", {window(room)} so far")
        elif room:
            looks["built" if story.facts_only else window(room)].append(weekday)
    parts = [f"{listed(days)} {look}" for look, days in looks.items() if days]
    title = story.week_title(week)
    return f"Floor {week}{f', {title}' if title else ''}: {'; '.join(filter(None, (*parts, today)))}."
