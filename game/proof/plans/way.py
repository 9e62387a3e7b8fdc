"""A play on its way along a plan: what is on the table, and how to come to what the plan looks for."""

from __future__ import annotations

from collections.abc import Callable

from game.proof.bots.bot import MOST_ANSWERS, Memory
from game.proof.bots.players import BOTS
from game.proof.bots.playing import flags_of, player, told
from game.story.fold import Moment, first_moment, next_moment
from game.story.plan import Plan
from game.story.questions import Answer
from game.story.story import Story


class Broken(Exception):  # noqa: N818 - it is the plan that is broken
    """A plan does not hold here. The message says what was expected, and what is.

    ``barred`` is the line that was told, when it is one that must not be.
    """

    def __init__(self, what: str, barred: str = "") -> None:
        super().__init__(what)
        self.barred = barred


class Way:
    """A play under way. ``scene`` is the one that the plan has come to; None before the first.

    ``story`` is what is played of the ``whole``: the same, or the facts in it.
    ``told`` and ``asked`` are the ids met in that scene; ``answers`` holds the answers to all questions so far.
    ``barred`` are lines that must not be told in it.
    """

    def __init__(self, story: Story, plan: Plan) -> None:
        self.whole = story
        self.story = story.without_fiction(plan.cut) if plan.facts_only else story
        self.plan = plan
        self.scene: str | None = None
        self.scenes: set[str] = set()
        self.told: dict[str, None] = {}
        self.asked: dict[str, None] = {}
        self.answers: dict[str, Answer] = {}
        self.barred: set[str] = set()
        self._count = 0
        self._answer = player(BOTS[plan.otherwise], plan.seed, Memory())
        self.now: Moment
        self._come_to(first_moment(self.story, plan.cut, flags=flags_of(plan.seed)))

    @property
    def within(self) -> bool:
        """Whether the scene that the plan has come to is not over; also before the first."""
        return self.scene is None or self.now.scene.id == self.scene

    @property
    def where(self) -> str:
        """Where something is looked for."""
        return f"in '{self.scene}'" if self.scene else "in the play"

    def enter(self, scene: str) -> bool:
        """Go on until a scene begins, or stay in it. False when it never does."""
        stays = self.scene == scene and self.within
        if not stays:
            self.leave()
        self.scene = None
        if not self.find(lambda moment: moment.scene.id == scene):
            return False
        self.scene = scene
        if not stays:
            self.barred = set()
        self.told, self.asked = {}, {}
        self._note(self.now)
        return True

    def find(self, wanted: Callable[[Moment], bool]) -> bool:
        """Go on until a moment is as wanted; the one that is now may be. False when none is, in this scene."""
        while self.within:
            if wanted(self.now):
                return True
            if self.now.question is None:
                return False
            self.go_on()
        return False

    def go_on(self, *given: Answer) -> None:
        """Answer the question on the table, as given or as the plan's bot does, and come to the next moment."""
        question = self.now.question
        assert question is not None, "the play is over"
        self._count += 1
        if self._count > MOST_ANSWERS:
            raise Broken(f"the play has no end; '{question.id}' is asked again and again")
        try:
            answer = given[0] if given else self._answer(self.now)
            following = next_moment(self.story, self.plan.cut, self.now, answer)
        except Exception as error:  # a play that breaks breaks its plan, and not the check
            raise Broken(f"the play breaks off at '{question.id}': {told(error)}") from error
        self.answers[question.id] = answer
        self._come_to(following)

    def bar(self, line: str) -> None:
        """From here on, to the end of the scene, a line must not be told."""
        self.barred.add(line)
        self._refuse_barred()

    def leave(self) -> None:
        """Have done with the scene that the plan has come to: what must not be told in it may be told after it."""
        if self.scene is not None:
            self.finish()
            self.scene, self.barred = None, set()

    def finish(self) -> None:
        """Go on to the end of the scene, if there are lines that must not be told in it."""
        while self.barred and self.within and self.now.question is not None:
            self.go_on()

    def _come_to(self, moment: Moment) -> None:
        self.now = moment
        self.scenes.add(moment.scene.id)
        if self.within:
            self._note(moment)
            self._refuse_barred()

    def _note(self, moment: Moment) -> None:
        self.told |= dict.fromkeys(beat.id for beat in moment.beats)
        if moment.question is not None:
            self.asked[moment.question.id] = None

    def _refuse_barred(self) -> None:
        for beat in self.now.beats:
            if beat.id in self.barred:
                raise Broken(f"'{beat.id}' is told {self.where}, and should not be", beat.id)
