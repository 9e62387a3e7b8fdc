"""Bots: simulated players. Each is a line of data in ``players``: what it likes, and how it spends the night."""
