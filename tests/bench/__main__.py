"""Everything that is promised about speed, measured. ``--quick`` takes fewer runs, ``--only`` a part of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from typing import Final

from tests.bench import engine, screens, tower, walk
from tests.bench.page import GAME, PAGE, machine, write
from tests.bench.table import Row, as_markdown, as_text

PARTS: Final[dict[str, Callable[[int], Iterator[Row]]]] = {
    "screens": screens.screen_rows,
    "engine": engine.engine_rows,
    "replay": engine.replay_rows,
    "tower": tower.tower_rows,
    "walk": walk.walk_rows,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="three runs instead of nine")
    parser.add_argument("--only", choices=PARTS, help="measure one part")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument(
        "--write", action="store_true", help=f"put the table into {PAGE.name}, with the machine that it is of"
    )
    args = parser.parse_args()
    on, rows = machine(), []
    for name, measure in PARTS.items():
        if args.only in (None, name):
            for row in measure(3 if args.quick else 9):
                print(*filter(None, row.cells), sep=", ", file=sys.stderr)
                rows.append(row)
    print((as_markdown if args.markdown else as_text)(rows))
    if args.write:
        write(GAME, rows, on)


if __name__ == "__main__":
    main()
