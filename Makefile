# Everything there is to do with the project, by name. `make` alone lists it.

.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PY := .venv/bin/python
MANAGE := $(PY) manage.py
TEMPLATES := find templates articles comments newsroom -name '*.html' -print0

# One core drives the browser, so only the other tests are spread over all of them.
PYTEST := $(PY) -m pytest
ifdef COVERAGE
PYTEST := $(PY) -m coverage run -m pytest
endif

# Where a PostgreSQL answers; Django makes its own test databases there.
POSTGRES ?= postgres://postgres@127.0.0.1:5432/postgres

# The Nu HTML checker, outside of git. Its tests need Java too.
VNU_VERSION := 26.9.27
VNU_FOLDER := .cache/vnu
export VNU_JAR ?= $(wildcard $(CURDIR)/$(VNU_FOLDER)/node_modules/vnu-jar/build/dist/vnu.jar)

# For what looks at the code and not at anybody's paper.
SCRATCH := env -u DATABASE_URL NEWSROOM_ENV_FILE= NEWSROOM_DATA=.cache/scratch

.PHONY: help run setup seed test browser check lint templates migrations deploy postgres coverage format vnu clean

help: ## List what there is to do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- To use it -------------------------------------------------------------------------------------------------------

run: ## Serve the paper at http://127.0.0.1:8000 (PORT=, DEMO=0, NEWSROOM_DATA=; docs/settings.md)
	@bin/environment run
	@$(PY) -m newsroom.start

seed: ## Load the demo edition into whatever paper is there
	@bin/environment run
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) seed_demo

# --- To work on it ---------------------------------------------------------------------------------------------------

setup: ## Bring .venv up to date, with the packages for tests and tools
	@bin/environment dev

test: setup ## Run all tests on SQLite; those in the browser too, where there is one
	env -u DATABASE_URL $(PYTEST) -n auto -m "not browser"
	env -u DATABASE_URL $(PYTEST) -m browser

browser: setup ## Run the tests in the browser only
	env -u DATABASE_URL $(PYTEST) -m browser

check: lint templates migrations deploy ## Everything that has to pass before a change lands
	$(PY) -m coverage erase
	$(MAKE) test COVERAGE=1
	$(MAKE) postgres
	$(MAKE) coverage

lint: setup ## Style and formatting of Python
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

templates: setup ## Style and indentation of templates
	$(TEMPLATES) | xargs -0 .venv/bin/djade --check --target-version 5.2
	$(TEMPLATES) | xargs -0 $(PY) -m djhtml --check --tabwidth 2

migrations: setup ## Is there a migration for every change of a model?
	$(SCRATCH) $(MANAGE) makemigrations --check --dry-run

deploy: setup ## Is a site at an https address safe by default?
	$(SCRATCH) SITE_URL=https://news.example $(MANAGE) check --deploy --fail-level WARNING

postgres: setup ## Run all tests but those in the browser on PostgreSQL (POSTGRES=postgres://…)
	DATABASE_URL=$(POSTGRES) $(PYTEST) -n auto -m "not browser"

coverage: setup ## Tell what the tests run with COVERAGE=1 have not reached
	$(PY) -m coverage combine --quiet
	$(PY) -m coverage report

format: setup ## Put Python and templates into the house style
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	-$(TEMPLATES) | xargs -0 .venv/bin/djade --target-version 5.2
	-$(TEMPLATES) | xargs -0 $(PY) -m djhtml --tabwidth 2

vnu: ## Fetch the Nu HTML checker, which some tests need, into .cache
	npm install --prefix $(VNU_FOLDER) --no-audit --no-fund --silent vnu-jar@$(VNU_VERSION)

clean: ## Remove what was made from the sources: .venv, caches, never the data
	rm -rf .venv .cache .coverage* htmlcov .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
