# `make run` starts quizsite; `make test` checks everything. Both install what they lack.
PYTHON ?= python3
VENV ?= .venv
HOST ?= 127.0.0.1
PORT ?= 8000
export VAR_DIR ?= $(CURDIR)/var
BIN := $(VENV)/bin

.PHONY: run test lint format lock python chromium quick quality sheet bench bench-quiz

run: $(VENV)/runtime.stamp $(VAR_DIR)/static.stamp
	@exec $(BIN)/python deploy/serve.py --host '$(HOST)' --port '$(PORT)'

test: lint chromium
	$(BIN)/python -m pytest -n 2 --dist loadgroup --cov --cov-report=term:skip-covered --cov-fail-under=95
	$(BIN)/python deploy/on_postgres.py $(BIN)/python -m pytest -q -n 2 tests/models tests/views

quick: $(VENV)/dev.stamp
	$(BIN)/python -m pytest -q -x --ignore tests/browser

# How good the questions are (QUALITY="--quick" or "--json"), and a sheet for a reader to judge (READER=A > sheet.jsonl).
quality: $(VENV)/dev.stamp
	@$(BIN)/python benchmarks/quality.py $(QUALITY)

sheet: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.engine.labelled.sheet --reader '$(READER)' $(SHEET)

bench: $(VENV)/dev.stamp
	$(BIN)/python benchmarks/engine.py

# What an answer costs, on SQLite and PostgreSQL, and a class of 300 (QUIZ="--quick" or "--json").
bench-quiz: $(VENV)/dev.stamp
	@$(BIN)/python benchmarks/quiz.py $(QUIZ)

lint: export SECRET_KEY = only-for-lint
lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy quizsite quizzes deploy manage.py
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/python manage.py makemigrations --check --dry-run

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djlint --quiet --reformat templates

# New locks for what pyproject.toml asks for: hashes and no addresses.
lock: $(VENV)/dev.stamp
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-emit-index-url --no-header --no-annotate -c requirements.txt --group dev pyproject.toml -o requirements-dev.txt

python:
	@command -v $(PYTHON) >/dev/null || { echo "quizsite needs Python 3.12 or newer: install python3 (Debian: apt-get install python3 python3-venv)."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 12))' || { echo "quizsite needs Python 3.12 or newer, but '$(PYTHON)' is $$($(PYTHON) --version 2>&1). Name another one with make PYTHON=/path/to/python3.13 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python lacks the venv module (Debian: apt-get install python3-venv)."; exit 1; }

$(VENV)/bin/python: | python
	@echo "Creating the virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/runtime.stamp: requirements.txt | $(VENV)/bin/python
	@echo "Installing the locked packages (about two minutes the first time)"
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing the locked packages and the tools for testing"
	@$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/runtime.stamp

$(VAR_DIR)/static.stamp: $(VENV)/runtime.stamp $(shell find quizzes/static -type f)
	@mkdir -p '$(VAR_DIR)'
	@SECRET_KEY=only-for-collecting $(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@touch $@

chromium:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get update -qq && apt-get install -y -qq chromium fonts-dejavu >/dev/null; } || echo "The browser tests will be skipped: apt-get install chromium"
