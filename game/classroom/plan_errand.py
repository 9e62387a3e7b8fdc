"""What ``plan`` does on the command line."""

from __future__ import annotations

import sys
from typing import Literal

from game.after.html import html
from game.after.markdown import markdown
from game.classroom.plan import plan_of
from game.classroom.plan_page import page, title
from game.classroom.plan_text import text
from game.story.lesson_minutes import LESSONS
from game.story.story import Story

Form = Literal["text", "markdown", "html"]


def print_plan(story: Story, minutes: int, form: Form) -> int:
    """Print the plan of the lesson of so many minutes."""
    plan = plan_of(story, LESSONS[minutes])
    blocks = page(story, plan)
    match form:
        case "html":
            sys.stdout.write(html(blocks, title=title(story, plan)))
        case "markdown":
            sys.stdout.write(markdown(blocks))
        case "text":
            sys.stdout.write(text(blocks))
    return 0
