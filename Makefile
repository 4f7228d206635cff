# Two commands: `make run` starts the bot, `make test` checks everything.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: faults run test check pictures lock clean

run: .venv/run-ready
	@$(BIN)/briefing run

# Bytecode is kept, or each of the many processes would compile all over; files go out in the order
# of their folders, since the browser's few tests are long and must not be begun last.
test: check
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: .venv/test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The pictures in docs/pictures, taken anew from the browser tests.
pictures: .venv/test-ready
	$(BIN)/python -m benchmarks.pictures

.venv/run-ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: set PYTHON, as in make run PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing what the bot needs (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	@touch $@

.venv/test-ready: .venv/run-ready
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev]'
	@touch $@

# Exact versions of all dependencies, from a clean environment; no address in it.
lock:
	rm -rf .venv
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	$(BIN)/python -m pip freeze --exclude-editable > requirements.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache

# The whole fault sweep: processes killed at every commit and call, on SQLite and PostgreSQL.
faults: .venv/test-ready
	$(BIN)/python -m pytest tests/faults -m "whole or not whole"
