"""The walk: every state that a play can come to, step by step through a story, and what is never come to."""
