# Two commands do everything: `make demo` and `make test`. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: setup demo test test-model check format bench profile clean screenshots

setup: $(STAMP)

$(STAMP): pyproject.toml requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $(STAMP)

demo: setup
	@$(BIN)/shopkeeper demo

# Files of one directory share servers and seeded shops, so a whole file goes to one of the two processes.
test: setup
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: setup
	$(BIN)/ruff format --check src tests benchmarks
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/pyright
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff format src tests benchmarks
	$(BIN)/ruff check --fix src tests benchmarks

# Opt-in: the journeys with a small model on a local llama.cpp server; LOCAL_MODEL_GGUF names its file.
test-model: setup
	$(BIN)/python -m benchmarks.journeys

bench: setup
	$(BIN)/python -m benchmarks.turns

profile: setup
	$(BIN)/python -m benchmarks.profile

screenshots: setup
	$(BIN)/python tests/e2e/screenshots.py

clean:
	rm -rf var $(VENV) .pytest_cache .ruff_cache .hypothesis .import_linter_cache
