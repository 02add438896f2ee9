"""A real llama.cpp server with the built-in weights, as a hosted model of known ability.

The server is that of the PyPI package `xllamacpp` (extra `test`): another build of llama.cpp than
the local tier's, another process, and none of our code. It truly continues a trailing assistant
message, which most platforms that accept one do not.

    python -m bench.llamacpp_server [CONTEXT [SLOTS [THREADS]]]     serves until standard input ends
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from edge.core.errors import EdgeError
from local_models.model_files import BUILTIN, resolve_model

_ROOT = Path(__file__).parent.parent
_ERRORS_ONLY = 1


@contextmanager
def llamacpp_server(context: int = 4096, slots: int = 2, threads: int = 0) -> Iterator[str]:
    """Yields the base URL (with /v1) of a server on a free port. `threads` 0: its own choice."""
    numbers = map(str, (context, slots, threads))
    command = [sys.executable, "-m", "bench.llamacpp_server", *numbers]
    with subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout is not None
            ready = process.stdout.readline()
            if not ready:
                raise EdgeError(f"llama.cpp did not start: exit status {process.wait()}")
            yield json.loads(ready)["base_url"]
        finally:
            process.kill()  # its own way of stopping waits for the replies that are being written


def main(argv: Sequence[str]) -> int:
    import xllamacpp  # type: ignore[import-untyped]  # ships no types

    context, slots, threads = [*map(int, argv), *(4096, 2, 0)[len(argv) :]]
    params = xllamacpp.CommonParams()
    params.model.path = str(resolve_model(BUILTIN))
    params.n_ctx = context * slots  # shared out among the slots
    params.n_parallel = slots
    if threads:
        params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    params.port = 0
    params.ui = False
    params.verbosity = _ERRORS_ONLY
    server = xllamacpp.Server(params)
    print(json.dumps({"base_url": f"{server.listening_address}/v1"}), flush=True)
    sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
