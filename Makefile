# `make serve` and `make test` do everything on a fresh machine with Python 3.11, git and make.
.NOTPARALLEL:
.PHONY: help serve test coverage bench lint types imports format lock messages clean set-up set-up-browser set-up-servers

bin := .venv/bin
# One process more than processors (tests/conftest.py); the long files are not last.
together := -n auto --dist loadfile --no-loadscope-reorder

help:
	@echo "make serve    set up and open the workbook at http://127.0.0.1:8866/"
	@echo "make test     set up and pass every check and test"
	@echo "make coverage pass every test, and list the lines that none ran"
	@echo "make bench    measure beside stock Voilà and four frameworks; about a quarter of an hour"
	@echo "make lint     ruff: rules and form        make types    mypy"
	@echo "make imports  which part may import which make format   put the code in form"
	@echo "make lock     write requirements/ anew (make lock upgrade=--upgrade for newer versions)"
	@echo "make clean    remove the environment and what the tools leave"

serve:
	scripts/set-up serve
	$(bin)/lhs serve $(ARGS)

test: lint types imports set-up-browser set-up-servers
	$(bin)/pytest $(together)

coverage: set-up-browser set-up-servers
	$(bin)/pytest --cov $(together)

bench: set-up set-up-browser set-up-servers
	$(bin)/python -m benchmarks $(ARGS)

lint: set-up
	$(bin)/ruff check
	$(bin)/ruff format --check

types: set-up
	$(bin)/mypy

imports: set-up
	$(bin)/lint-imports

format: set-up
	$(bin)/ruff check --fix-only
	$(bin)/ruff format

lock: set-up
	scripts/lock $(upgrade)

set-up:
	@scripts/set-up test

set-up-browser:
	@scripts/set-up-browser

set-up-servers: set-up
	@scripts/set-up-servers
	@scripts/set-up-hub

clean:
	rm -rf .venv .coverage .hypothesis .*_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

messages: set-up
	$(bin)/python scripts/messages
