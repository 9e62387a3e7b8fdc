# make play         sets up and plays; ARGS='--new' or any other words for seven-weeks
# make class        sets up what a class with phones needs, and opens one; ARGS=--lan lets the network in
# make test         sets up and runs lint, types and tests; make lint the first two alone
# make prove        runs the long proofs
# make bench        measures starting, playing, checking; ARGS=--help
# make bench-class  measures a class full of phones; ARGS=--help
# make lock         notes down the ids that plays keep answers under: before a release
# make schema       writes scenes/*.schema.json and scenes/RULES.md anew: after a change of the format or of a rule
# make clean        takes the set-up away

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

# The screens' tests wait for more than half of their time: three to a core keep it busy.
WORKERS ?= $(shell $(BIN)/python -c 'import os; print(3 * min(4, os.cpu_count() or 1))')

.PHONY: play test lint prove bench bench-class lock schema clean

play: $(VENV)/.play
	@$(BIN)/seven-weeks $(ARGS)

.PHONY: class
class: $(VENV)/.class
	@$(BIN)/seven-weeks class $(ARGS)

test: $(VENV)/.test lint
	$(BIN)/python -m pytest -n $(WORKERS)

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

prove: $(VENV)/.test
	$(BIN)/python -m pytest -m prove -n 2 -rPs

bench: $(VENV)/.test
	$(BIN)/python -m tests.bench $(ARGS)

bench-class: $(VENV)/.test
	$(BIN)/python -m tests.bench.room $(ARGS)

lock: $(VENV)/.play
	@$(BIN)/seven-weeks lock

schema: $(VENV)/.play
	@for kind in scene spine ledger glossary plan; do $(BIN)/seven-weeks schema $$kind > scenes/$$kind.schema.json; done
	@$(BIN)/seven-weeks rules > scenes/RULES.md

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.play: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Seven Weeks needs Python 3.11 or newer; none was found." >&2; exit 1; }
	@echo "Setting up, once: about half a minute."
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) --editable .
	@touch $@

$(VENV)/.class: $(VENV)/.play
	@$(PIP) --editable '.[class]'
	@touch $@

$(VENV)/.test: $(VENV)/.play
	@$(PIP) --editable '.[test]'
	@touch $@
