"""Rules of files: that they are there, can be read, and are told apart."""

from __future__ import annotations

from typing import Final

from game.story.rulebook.example import scene, small, steps
from game.story.rulebook.rule import Slip

_KETTLE: Final = scene("id: a, imagined: The kettle is on.")
_OTHER: Final = scene("id: b, imagined: The lift is out.", name="other")

NO_FOLDER: Final = Slip(
    code="no-folder",
    says="is no folder; give the one that holds {spine}",
    about="A script is a folder with a story.yaml in it.",
    why="The story is more than one file, and story.yaml says how they go together.",
    example=None,
)
NO_SCRIPT: Final = Slip(
    code="no-script",
    says="the game's own script is missing; install the game again",
    about="The game comes with a script of its own.",
    why="Without one there is nothing to play; something went wrong when the game was copied here.",
    example=None,
)
FILE_MISSING: Final = Slip(
    code="file-missing",
    says="there is no such file",
    about="Every file that a script cannot do without is there.",
    why="Nothing can be said of a story without its spine or its ledger.",
    example=small(others={"scenes/story.yaml": None}),
)
FILE_UNREADABLE: Final = Slip(
    code="file-unreadable",
    says="cannot be read: {reason}",
    about="Every file of a script can be opened.",
    why="A file that its owner alone may read, or a folder under the name of one, is as good as missing.",
    example=None,
)
FILE_TOO_LARGE: Final = Slip(
    code="file-too-large",
    says="{size:.1f} MB is too large; a script file has at most 256 KiB",
    about="A script file has at most 256 KiB.",
    why="A day has two thousand bytes. What is a hundred times as large is no day, and would keep you waiting.",
    example=None,
)
NOT_UTF_8: Final = Slip(
    code="not-utf-8",
    says="not UTF-8 text; save the file as UTF-8",
    about="Files are saved as UTF-8.",
    why="In any other encoding an é on one machine is something else on the next.",
    example=steps("id: a, imagined: Caf\udce9 is closed."),
)
UNREADABLE_CHARACTER: Final = Slip(
    code="unreadable-character",
    says="the character U+{character:04X} cannot stand in a script; take it out",
    about="No file holds control characters, or line breaks that editors do not show.",
    why="YAML refuses them or counts a line more than your editor does.",
    example=steps("id: a, imagined: The kettle\x07 is on."),
)
FILE_EMPTY: Final = Slip(
    code="file-empty",
    says="the file is empty",
    about="A file has something in it.",
    why="An empty scene is a day with nothing in it; more likely it was never saved.",
    example=small("# to be written\n"),
)
CHANGED: Final = Slip(
    code="changed-since-start",
    says="was changed since the play began; start again, and the whole script is checked first",
    about="A scene is the one that was checked when the play began.",
    why="What is read in the middle of a play must not break it.",
    example=None,
)
WRONG_ENDING: Final = Slip(
    code="wrong-ending",
    says="is not read; let its name end in {ending}",
    about="The names of script files end in .yaml.",
    why="A day under another ending would be left out of the story without a word.",
    example=small(_KETTLE, others={"scenes/example/02.yml": _OTHER}),
)
NEVER_PLAYED: Final = Slip(
    code="never-played",
    says="is never played: {advice} to 'parts' in {spine}",
    about="Every scene belongs to a part that the spine names.",
    why="Nothing is forgotten in a drawer.",
    example=small(_KETTLE, others={"scenes/other.yaml": _OTHER}),
)
UNKNOWN_PART: Final = Slip(
    code="unknown-part",
    says="there is no {part}.yaml and nothing in {part}/{advice}",
    about="Every part that the spine names is a file or a folder with files.",
    why="A part that is not there is a hole in the story.",
    example=small(_KETTLE, spine="recall: exampel\n"),
)
PART_TWICE: Final = Slip(
    code="part-twice",
    says="'{part}' stands twice in the parts",
    about="A part is played once.",
    why="Its ids would stand twice in the story, and its days would go back.",
    example=small(
        _KETTLE,
        others={
            "scenes/story.yaml": "title: An example\ntagline: It breaks one rule.\nparts: [example, example]\n"
            "start: {rest: 7, home: 5, craft: 5}\n"
        },
    ),
)
RECALL_IN_PARTS: Final = Slip(
    code="recall-in-parts",
    says="'{part}' is one of the parts; the recall is asked days later and is no part of the play",
    about="The recall is none of the parts.",
    why="It asks what is left of the story days later, and so it is not in it.",
    example=small(_KETTLE, spine="recall: example\n"),
)
RECALL_IN_PIECES: Final = Slip(
    code="recall-in-pieces",
    says="there are {count} files in {part}/; a recall is one file",
    about="The recall is one file.",
    why="It is asked in one sitting, like a scene.",
    example=small(
        _KETTLE,
        spine="recall: later\n",
        others={"scenes/later/01.yaml": _OTHER, "scenes/later/02.yaml": _OTHER},
    ),
)
