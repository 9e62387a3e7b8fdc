"""The tower on the screen: its plan, the night, free play, flat by flat."""
