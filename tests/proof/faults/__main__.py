"""``python -m tests.proof.faults`` writes into the table what the check says now of every fault."""

from tests.proof.faults.corpus import record

record()
