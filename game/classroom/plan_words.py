"""The words of a plan: what a question offers a room, what is right, and where a scene comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from game.classroom.plan import Asked, Part, Way
from game.story.beat import Beat
from game.story.calendar import Cut
from game.story.ledger import AnyEntry, Derived, Fact, Ledger
from game.story.model import parts_of
from game.story.questions import AnyQuestion, Arrange, Choose, Find, Predict, Spend, Tell
from game.story.questions.base import Offer
from game.words import bare, capital, listed, stretches

_BETWEEN: Final = " · "
_MORE: Final = "…"


def asks(asked: Asked) -> str:
    """A question as a plan has it. What is called out needs no list: it stands at the front."""
    return asked.question.text if asked.way is Way.ALOUD else offered(asked.question)


def offered(question: AnyQuestion) -> str:
    """A question and what it offers, what is right in brackets: *How long? – One night · [Two nights]*."""
    return " – ".join(filter(None, (question.text, _BETWEEN.join(_offers(question)))))


def talks(asked: Asked) -> str:
    """What is talked about between two votes, and for how long."""
    talk = asked.talk
    return f"{talk.prompt} {capital(minutes(talk.minutes * 60))}; then vote again." if talk else ""


def minutes(seconds: float) -> str:
    """*1 minute*, *1½ minutes*: to the half."""
    halves = round(seconds / 30)
    whole = f"{halves // 2 or ''}{'½' if halves % 2 else ''}" or "0"
    return f"{whole} minute{'' if halves <= 2 else 's'}"


def clock(seconds: float) -> str:
    """*12:30*: minutes and seconds of a lesson, to the next ten seconds."""
    tens = round(seconds / 10) * 10
    return f"{tens // 60}:{tens % 60:02}"


def _offers(question: AnyQuestion) -> Iterator[str]:
    match question:
        case Choose(options=options):
            yield from _open(options)
        case Spend(on=on):
            yield from _open(on)
        case Predict(answers=(), lowest=lowest, highest=highest):
            yield f"{lowest:,.0f} to {highest:,.0f} [{bare(question.in_words(question.right))}]"
        case Predict(answers=answers, right=right):
            yield from (_bracketed(answer.text, right=answer.id == right) for answer in answers)
        case Arrange(items=items):
            yield f"[{_BETWEEN.join(bare(item.text) for item in items)}]"
        case Find(parts=parts, fault=fault):
            yield from (_bracketed(part.text, right=part.id == fault) for part in parts)
        case Tell(ends=(least, most)):
            yield f"1, {least}, to 5, {most}"


def _bracketed(text: str, *, right: bool) -> str:
    return f"[{bare(text)}]" if right else bare(text)


def _open(offers: Iterable[Offer]) -> Iterator[str]:
    offers = list(offers)
    yield from (bare(offer.text) for offer in offers if offer.when is None)
    if any(offer.when for offer in offers):
        yield _MORE


def to_show(part: Part) -> Iterator[Asked]:
    """What a scene asks a room to answer. Of two questions that stand for each other the first is named."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for asked in part.asked:
        offers = asked.question.kind, tuple(_offers(asked.question))
        if asked.way is Way.NONE or (asked.question.when is not None and offers in seen):
            continue
        seen.add(offers)
        yield asked


def sources(part: Part, cut: Cut, ledger: Ledger) -> str:
    """Where the lines of a scene come from, and the first at which the articles differ: one worth opening."""
    beats = [each for each in _beats(part, cut) if each.cites]
    entries = [
        entry
        for name in dict.fromkeys(chain.from_iterable(beat.cites for beat in beats))
        if (entry := ledger.find(name))
    ]
    differ = next((beat for beat in beats if _differs(beat, ledger)), None)
    opened = f"they differ at ‘{_beginning(differ.text)}’" if differ else ""
    return "; ".join(filter(None, (_paragraphs(entries, ledger), opened, *_others(entries))))


def _beats(part: Part, cut: Cut) -> Iterator[Beat]:
    for step in part.scene.beats:
        if step.is_in(cut):
            yield from (each for _, each in parts_of(step) if isinstance(each, Beat))


def _differs(beat: Beat, ledger: Ledger) -> bool:
    found = (ledger.find(name) for name in beat.cites)
    return any(isinstance(entry, Fact) and entry.agreement == "differs" for entry in found)


def _beginning(text: str, words: int = 4) -> str:
    parts = text.split()
    return " ".join(parts[:words]).rstrip(",.:;") + (_MORE if len(parts) > words else "")


def _paragraphs(entries: Iterable[AnyEntry], ledger: Ledger) -> str:
    """*Portuguese 1, 4 and 5; Vietnamese 3 to 6*."""
    found: dict[str, set[int]] = {}
    for entry in entries:
        for place in entry.sources if isinstance(entry, Fact) else ():
            found.setdefault(place.article, set()).add(place.paragraph)
    known = ((article.language, found[name]) for name, article in ledger.articles.items() if name in found)
    return "; ".join(f"{language} {_spots(paragraphs)}" for language, paragraphs in known)


def _spots(paragraphs: set[int]) -> str:
    """Paragraph 0 is the headline, or the page around the text."""
    return listed([*(["headline"] if 0 in paragraphs else []), stretches(sorted(paragraphs - {0}))])


def _others(entries: Iterable[AnyEntry]) -> Iterator[str]:
    others = [entry for entry in entries if not isinstance(entry, Fact)]
    worked = sum(isinstance(entry, Derived) for entry in others)
    if worked:
        yield f"{worked} worked out"
    if len(others) > worked:
        yield f"{len(others) - worked} from elsewhere"
