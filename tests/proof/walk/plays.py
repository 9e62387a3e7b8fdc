"""Every play of a small story, one by one, through the fold; and small stories at random."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from hypothesis import strategies as st
from msgspec.structs import replace

from game.proof.leg import At
from game.proof.walk.diagram import Region
from game.proof.walk.walk import Walk
from game.story.calendar import CUTS, Cut
from game.story.condition import PLAYED_BEFORE
from game.story.endings import ending_of
from game.story.fold import Moment, first_moment, next_moment
from game.story.model import Ending, conditions_in
from game.story.questions import Answer, Arrange, Choose, Find, Go, Predict, Question, Spend, Tell
from game.story.questions.spend import Use
from game.story.state import Effects, State
from game.story.story import Story
from tests.stories import arrange, choose, find, go, number, option, scene, story, told, when

FLAGS = ("wet", "loud")


def answers(question: Question, state: State) -> Iterator[Answer]:
    """Every answer that is not refused; of guesses, two."""
    match question:
        case Choose():
            found = [each.id for each in question.options]
        case Tell():
            found = range(1, 6)
        case Spend():
            units = product(*(range(question.total + 1) for _ in question.on))
            found = [{use.id: n for use, n in zip(question.on, split, strict=True) if n} for split in units]
        case Arrange():
            found = [list(order) for order in permutations(question.order)]
        case Find():
            found = question.ids
        case Predict():
            found = [{"guess": guess, "sure": 3} for guess in (question.right, 0)]
        case Go():
            found = [None]
    return (each for each in found if not question.refusal(each, state))


def bare(moment: Moment) -> Moment:
    """A moment without what no condition reads, so that plays come together again."""
    state = moment.state
    rooms = tuple(sorted(state.rooms))
    return replace(moment, state=replace(state, rooms=rooms, weeks=(), guesses=(), opened=frozenset()))


class Played:
    """All plays of a story: where what is asked in which states, and all that is come to."""

    def __init__(self, of: Story, cut: Cut) -> None:
        self.asked: dict[At, set[State]] = {}
        self.reached: set[tuple[str, ...]] = set()
        self.stuck: set[At] = set()
        self.ends: set[State] = set()
        waiting = [first_moment(of, cut, flags=flags) for flags in (frozenset(), frozenset({PLAYED_BEFORE}))]
        seen: set[tuple[At, State]] = set()
        while waiting:
            moment = bare(waiting.pop())
            self._tell(of, moment)
            at = At(moment.index, moment.step)
            if moment.question is None:
                self.ends.add(moment.state)
                ending = None if of.facts_only else ending_of(of, moment.state)
                self.reached |= {("ending", ending.id)} if ending else set()
            elif (at, moment.state) not in seen:
                seen.add((at, moment.state))
                if not moment.stays:
                    self.asked.setdefault(at, set()).add(moment.state)
                open_now = list(answers(moment.question, moment.state))
                if not open_now:
                    self.stuck.add(at)
                waiting += [next_moment(of, cut, moment, answer) for answer in open_now]

    def _tell(self, of: Story, moment: Moment) -> None:
        self.reached |= {("line", beat.id) for beat in moment.beats}
        if moment.question is not None:
            self.reached.add(("line", moment.question.id))
            for name in ("options", "on"):
                for each in getattr(moment.question, name, ()):
                    if each.there(moment.state) and not each.struck(moment.state):
                        self.reached.add(("offer", moment.question.id, each.id))


def merged(walk: Walk, at: At, region: Region) -> Region:
    """A region as far as a question and all that follows can tell it apart."""
    asks = {each for _, each in conditions_in(walk.story.scene(at.scene).beats[at.step])}
    later = walk.reads.later[at]
    return walk.space.merged(region, later._replace(conditions=later.conditions | asks))


NAMES = st.sampled_from(["rest", "home", "late_nights", "corners", "day", "worth"])
COMPARED = st.builds(
    "{} {} {}".format, NAMES, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), st.integers(0, 8) | NAMES
)
FLAGGED = st.sampled_from([*FLAGS, "not wet", "not loud", PLAYED_BEFORE, "wet == loud", "late_nights"])
SIMPLE = COMPARED | FLAGGED
CONDITIONS = SIMPLE | st.builds("{} {} {}".format, SIMPLE, st.sampled_from(["and", "or"]), SIMPLE)
MAYBE = st.none() | st.none() | CONDITIONS
EFFECTS = st.builds(
    dict,
    rest=st.integers(-4, 4),
    home=st.integers(-1, 1),
    set=st.sampled_from([(), (), ("wet",), ("loud",)]),
    clear=st.sampled_from([(), (), (), ("wet",)]),
    late=st.booleans(),
    corner=st.booleans(),
)
STEP_CUTS = st.sampled_from([(), (), (), ("full",), ("demo",)])


@st.composite
def steps(draw, name: str):
    """A line or a question, each of any kind."""
    more = {"when": when(draw(MAYBE)), "cuts": draw(STEP_CUTS)}
    match draw(st.sampled_from(["line", "line", "choose", "choose", "choose", "spend", "tell", "other"])):
        case "line":
            return told(name, if_=draw(MAYBE), cuts=more["cuts"])
        case "choose":
            options = [
                option(
                    f"{name}-{n}",
                    if_=draw(MAYBE),
                    needs=draw(MAYBE),
                    then=[told(f"{name}-{n}-then", if_=draw(MAYBE))],
                    **draw(EFFECTS),
                )
                for n in range(draw(st.integers(1, 3)))
            ]
            return choose(name, *options, option(f"{name}-none"), **more)
        case "spend":
            uses = [
                Use(
                    id=f"{name}-{n}",
                    text="A use",
                    each=Effects(**draw(EFFECTS)),
                    needs=when(draw(MAYBE)),
                    why="No.",
                )
                for n in range(2)
            ]
            return Spend(
                id=name, text="Spend", total=2, unit="hour", on=(*uses, Use(id="rest", text="Rest")), **more
            )
        case "tell":
            return Tell(id=name, text="Well?", ends=("no", "yes"), keep="worth", **more)
    return draw(st.sampled_from([go, number, arrange, find]))(name)


@st.composite
def scenes(draw, name: str, day: int | None):
    """A scene, or days that are passed."""
    made = [draw(steps(f"{name}-{n}")) for n in range(draw(st.integers(1, 3)))]
    montage = (told(f"{name}-passed", if_=draw(MAYBE)),)
    cuts = draw(st.sampled_from([CUTS, CUTS, ("full",), ("demo",)]))
    return scene(name, *made, day=day, when=when(draw(MAYBE)), montage=montage, cuts=cuts)


@st.composite
def stories(draw) -> Story:
    """A story of a few days, and something before, between and after them."""
    made = [draw(scenes("before", None)), draw(scenes("first", 1)), draw(scenes("second", 2))]
    made += [draw(scenes("fifth", 5)), draw(scenes("after", None))]
    of = story(*made, flags=FLAGS)
    some = Ending(id="some", title="Some", text="Some.", when=when(draw(CONDITIONS)))
    endings = (some, Ending(id="all", title="All", text="All."))
    return Story.of(replace(of.spine, endings=endings), made)
