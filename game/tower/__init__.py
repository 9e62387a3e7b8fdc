"""The puzzle: a tower whose faulty flats are found by reading and reasoning. No story, no screen, no disk."""
