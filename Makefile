# Everything sets up what it needs in .venv/; the machine needs Python 3.11 or newer and make.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help venv venv-dev peramban site serve demo check test bench soak lock skema format clean

PYTHON ?= python3
export PYTHON

bin := .venv/bin
katalog := $(bin)/python -m generator
demo := tests/teladan/catalog

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: venv ## check the catalog and build the site into site/
	@$(katalog) check
	@$(katalog) build

serve: venv ## serve the site and rebuild it on every change
	@$(katalog) serve

demo: venv ## build the fictional regency into build/teladan/site/
	@$(katalog) build --catalog $(demo) --out build/teladan/site

venv: ## set up .venv/ with what the generator needs
	@sh .ci/pasang.sh runtime

venv-dev:
	@sh .ci/pasang.sh dev

check: venv-dev ## format, lint, types, layers, generated files
	$(bin)/ruff format --check .
	$(bin)/ruff check .
	$(bin)/mypy --strict generator
	$(bin)/lint-imports --no-logo
	$(katalog) schema --check
	$(katalog) codeowners --check

format: venv-dev ## format the code and repair what lint can repair
	$(bin)/ruff format .
	$(bin)/ruff check --fix .

test: venv-dev peramban ## run all tests (uses Chromium; installs Debian's when it may)
	$(bin)/python -m pytest -n auto

peramban:
	@sh .ci/peramban.sh

bench: venv-dev ## measure the figures of docs/benchmark.md
	$(bin)/python -m tests.bench
	$(bin)/python -m tests.bench.gambar

soak: venv-dev peramban ## long hardening: many kills, fuzzing, all paths
	$(bin)/python -m pytest -m soak

skema: venv ## write the JSON Schema for editors into catalog/skema/
	$(katalog) schema

lock: ## renew requirements*.lock from pyproject.toml (newer versions: make lock upgrade=1)
	@sh .ci/kunci.sh $(if $(upgrade),--upgrade)

clean: ## remove what was built, .venv/ included
	rm -rf .venv build site
