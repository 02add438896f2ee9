"""The engine: a loaded model behind a Unix socket, in a process of its own.

    python -m local_models.engine --socket PATH --model builtin --slots 4 --context 4096

A crash in native code then costs no reply that has a hosted target, and several front
processes share one model. Who asks what over the socket: `local_models/server.py`.

It prints lines of JSON: `{"loading": 0.4}` while it loads, `{"ready": true, ...}` when it serves,
`{"error": "..."}` when it cannot or no longer can, and then exits with 2; with `--pulse` its signs
of life, too (`local_models/watchdog.py`). It ends on SIGTERM, and when its standard input, if that
is a pipe, is closed: so it never outlives the service, whatever kills that. SIGUSR1 retires it.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from edge.core.errors import EdgeError
from local_models.llama_library import EngineError
from local_models.loaded import LoadedModel
from local_models.options import EngineOptions, add_arguments, from_arguments
from local_models.server import EngineServer, print_line
from local_models.watchdog import Pulse, Sight


def _tell_progress(share: float) -> None:
    print_line({"loading": share})


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m local_models.engine")
    parser.add_argument("--socket", type=Path, required=True)
    parser.add_argument("--pulse", type=float, default=0.0, help="seconds between signs of life")
    add_arguments(parser)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    said = _parse(arguments)
    # One thread for all that computes: OpenMP keeps a pool of threads for each that ever did.
    with ThreadPoolExecutor(1, "batcher") as thread:
        try:
            asyncio.run(_serve(from_arguments(said), said.socket, said.pulse, thread))
        except (EdgeError, EngineError) as error:
            print_line({"error": str(error)})
            return 2
    return 0


async def _serve(
    options: EngineOptions, path: Path, pulse_s: float, thread: ThreadPoolExecutor
) -> None:
    loop = asyncio.get_running_loop()
    loaded: LoadedModel | None = None

    def look() -> Sight:
        return loaded.look() if loaded else Sight(0, has_work=False)

    pulse = Pulse(
        pulse_s,
        look=look,
        nudge=loop.call_soon_threadsafe,
        tell=lambda step_s, loop_s: print_line({"pulse": (step_s, loop_s)}),
    )
    if pulse_s:
        pulse.start()
    tell_progress = _tell_progress if pulse_s else None
    try:
        loaded = await loop.run_in_executor(thread, LoadedModel, options, tell_progress)
        await EngineServer(loaded, thread).serve(path)
        loaded.close()
    finally:
        pulse.stop()


if __name__ == "__main__":
    sys.exit(main())
