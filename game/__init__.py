"""Seven Weeks: a text game about a seven-week sprint and the night of the tower."""

__version__ = "0.4.0"
