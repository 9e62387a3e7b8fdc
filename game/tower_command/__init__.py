"""The words of ``seven-weeks tower``, and what they do: its plays, its codes, its plans, its checks."""
