"""What holds for every test."""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile

import hypothesis

# Nothing of the developer's is read, and no key of theirs is spent: by us or by a process
# that a test starts.
for name in list(os.environ):
    if name in ("PRELUDE_CONFIG", "PORT", "FAL_KEY") or name.endswith(("_API_KEY", "_API_TOKEN")):
        del os.environ[name]

# What we start writes its state (the ledger) where it goes with the tests.
STATE = tempfile.mkdtemp(prefix="prelude-tests-")
os.environ["XDG_STATE_HOME"] = STATE
atexit.register(shutil.rmtree, STATE, ignore_errors=True)

# The same worlds on every run, a failing one printed for replay, and no verdict by the clock.
hypothesis.settings.register_profile("prelude", derandomize=True, deadline=None, print_blob=True)
hypothesis.settings.load_profile("prelude")


def pytest_unconfigure() -> None:
    """llama_cpp leaves two files open for ever; closed here, nothing is said of them behind the
    runner's own summary."""
    if (llama := sys.modules.get("llama_cpp._utils")) is not None:
        llama.outnull_file.close()
        llama.errnull_file.close()
