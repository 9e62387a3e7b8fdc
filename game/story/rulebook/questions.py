"""Rules of questions: that each can be answered, whatever the play has come to."""

from __future__ import annotations

from typing import Final

from game.story.rulebook.example import steps
from game.story.rulebook.rule import Slip

_FIND: Final = "id: a, find: The broken part, parts: [{id: fuse, text: The fuse}, {id: pipe, text: The pipe}]"

NO_OPEN_OPTION: Final = Slip(
    code="no-open-option",
    says="one option must always be open: leave one without 'when' and 'needs'",
    about="Every choice has an option without 'when' and 'needs'.",
    why="A tired player would stand before a menu in which nothing can be chosen.",
    example=steps(
        "id: a, choose: Now, options: [{id: b, text: Yes, needs: rest >= 3}, {id: c, text: No!, when: rest < 3}]"
    ),
)
STRUCK_WITHOUT_REASON: Final = Slip(
    code="struck-without-reason",
    says="say why it is struck out: add 'why' (only a bound such as 'rest >= 5' speaks for itself)",
    about="What can be struck out says why.",
    why="A way that is closed without a reason looks like a fault of the game.",
    example=steps(
        "id: a, choose: And now, options: [{id: b, text: Yes.}, {id: c, text: No., needs: rest > 3 and home > 3}]"
    ),
)
UNASKED_NOT_AN_OPTION: Final = Slip(
    code="unasked-not-an-option",
    says="'{name}' is not the id of an option",
    about="What counts where a choice was 'unasked' is one of its options.",
    why="A play from before the choice would have an answer that nobody can give.",
    example=steps("id: a, choose: And now, unasked: tea, options: [{id: b, text: Yes.}, {id: c, text: No.}]"),
)
SPEND_TOO_TIRED: Final = Slip(
    code="spend-too-tired",
    says="what is always open takes only {always} of {total}; a tired player could not spend all",
    about="What is always open can take all that is to be spent.",
    why="All of it goes somewhere; a tired player could not go on.",
    example=steps(
        "id: a, spend: The evening, total: 4, unit: hour, "
        "on: [{id: b, text: Desk, needs: rest >= 5}, {id: c, text: Sofa, most: 3}]"
    ),
)
NO_SUCH_PART: Final = Slip(
    code="no-such-part",
    says="'{name}' is not the id of a part",
    about="What a 'find' looks for, and what its readings cover, are parts of it.",
    why="A fault in no part could never be found.",
    example=steps(f"{_FIND}, readings: [{{id: lamp, text: The lamp, covers: [fuse], minutes: 5}}], fault: cable"),
)
READING_IS_PART: Final = Slip(
    code="reading-is-part",
    says="'{name}' is the id of a part already",
    about="A reading has another id than any part.",
    why="The answer is one of the two, and is kept by its id.",
    example=steps(f"{_FIND}, readings: [{{id: pipe, text: The lamp, covers: [fuse], minutes: 5}}], fault: fuse"),
)
RIGHT_NOT_AN_ANSWER: Final = Slip(
    code="right-not-an-answer",
    says="'{right}' is not the id of one of the answers",
    about="What is right is one of the answers to guess among.",
    why="Else nobody could ever be right.",
    example=steps("id: a, predict: Who it was, right: tea, answers: [{id: b, text: Milk}, {id: c, text: Water}]"),
)
RIGHT_IS_A_TEXT: Final = Slip(
    code="right-is-a-text",
    says="give 'answers' to choose from, or a number here",
    about="A guess is at a number, or among answers.",
    why="A text that is typed is never quite the same as another.",
    example=steps("id: a, predict: Who it was, right: tea"),
)
GUESS_WITHOUT_RANGE: Final = Slip(
    code="guess-without-range",
    says="a guessed number needs 'lowest' and 'highest'",
    about="A number that is guessed has a lowest and a highest.",
    why="Nobody can guess at a scale that is not shown.",
    example=steps("id: a, predict: How late it got, right: 4"),
)
RIGHT_OUT_OF_RANGE: Final = Slip(
    code="right-out-of-range",
    says="{right} is outside {lowest} to {highest}",
    about="The right number lies between the lowest and the highest.",
    why="Else nobody could ever be right.",
    example=steps("id: a, predict: How late it got, right: 14, lowest: 0, highest: 12"),
)
BAD_BOARD: Final = Slip(
    code="bad-board",
    says="{wrong}",
    about="The board of a 'fix' is the code of a tower.",
    why="A code with a slip in it is another tower, or none.",
    example=steps("id: a, fix: The annex is dark., board: 1-4x3-B-SC7R1-2-T"),
)
SHORT_BOARD: Final = Slip(
    code="short-board",
    says="this code is a short one, whose board has to be drawn; write the board itself: {long}",
    about="The board of a 'fix' is a long code.",
    why="To draw a board from a short code takes seconds, in the middle of a story.",
    example=steps("id: a, fix: The annex is dark., board: 1-4x3-M-K7Q2M-Y"),
)
