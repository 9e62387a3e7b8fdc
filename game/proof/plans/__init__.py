"""Golden plans: plays that are meant to stay as they are, written beside the script, and replayed by the check."""
