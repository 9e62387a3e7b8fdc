"""``python -m tests.story`` writes into every case in ``broken`` what the reader says of it now."""

from tests.story.cases import record

record()
