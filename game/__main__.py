"""``python -m game`` is ``seven-weeks``."""

from game.cli import main

raise SystemExit(main())
