# One command per task. `make documents` and `make test` set up everything they need.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help demo documents check test format bench lock schema interop clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

documents: .venv/run.stamp ## build every document into output/
	$(BIN)/qagida build

DEMO := collections/demo
demo: .venv/run.stamp ## the example years 2021-2023: asked, answered, checked, exported, assessed
	for year in 2021 2022 2023; do \
	  folder=$(DEMO)/$$year; next=$$((year + 1)); \
	  $(BIN)/qagida collect open $$year --folder $$folder --date $$next-01-09 --respondent mia --respondent mci \
	    --respondent mfa --respondent ngo-shymkent --respondent ngo-aktobe --respondent police-abai || exit 1; \
	  $(BIN)/python -m examples $$year --folder $(DEMO) || exit 1; \
	  QAGIDA_TODAY=$$next-02-02 $(BIN)/qagida collect receive $$folder/filled --folder $$folder || exit 1; \
	  export QAGIDA_TODAY=$$next-02-20; \
	  $(BIN)/qagida collect check --folder $$folder || exit 1; \
	  $(BIN)/qagida collect status --format html --format pdf --folder $$folder || exit 1; \
	  $(BIN)/qagida collect remind --folder $$folder || exit 1; \
	  $(BIN)/qagida collect return mia --folder $$folder || exit 1; \
	  $(BIN)/qagida collect export --format xlsx --folder $$folder || exit 1; \
	done
	$(BIN)/qagida assess 2021-2023 --collections $(DEMO)

check: .venv/run.stamp ## check the content
	$(BIN)/qagida check --strict

test: .venv/dev.stamp ## all checks of code and content, then the tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --config pyproject.toml
	$(BIN)/qagida check --strict
	$(BIN)/pytest

format: .venv/dev.stamp ## put code into the house's form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

schema: .venv/run.stamp ## write the JSON Schemas for editors
	$(BIN)/qagida schema

interop: .venv/dev.stamp ## checks that others wrote, over a fresh build
	$(BIN)/python -m tests.interop

bench: .venv/dev.stamp ## ratios of speed, from one run
	$(BIN)/python -m benchmarks

lock: .venv/dev.stamp ## pin the newest allowed versions, with hashes
	$(BIN)/python -m pip install --quiet uv
	for name in run dev; do $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  -o requirements/$$name.txt requirements/$$name.in; done

clean: ## remove what was built
	rm -rf output .venv build *.egg-info

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv

.venv/run.stamp: .venv/bin/python requirements/run.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/dev.stamp: .venv/run.stamp requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@
