"""The tower on the screen: its plan, the night, free play, one apartment at a time."""
