"""The `prelude` command: a table of commands, each of which reads its own arguments.

What a command needs is imported when it runs, so that `prelude check` is there at once.
Exit codes: 0 done, 2 bad usage or settings, 1 the rest.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from edge.core.errors import EdgeError
from edge.settings_file import BadSettings

_DISTRIBUTION = "prelude-edge"


@dataclass(frozen=True, slots=True)
class Command:
    run: Callable[[Sequence[str]], int]  # given what follows the command's name
    summary: str


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    try:
        return COMMANDS[arguments.command].run(arguments.rest)
    except BadSettings as error:
        print(error, file=sys.stderr)
        return 2
    except EdgeError as error:
        print(f"prelude {arguments.command}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130  # as a shell says of a command ended by Ctrl-C


def _parser() -> argparse.ArgumentParser:
    width = max(len(name) for name in COMMANDS)
    commands = "\n".join(f"  {name:{width}}  {entry.summary}" for name, entry in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="prelude",
        description="The first words now and the best words next: a small local model opens\n"
        "the reply, a hosted large model takes over and finishes it.",
        epilog=f"commands:\n{commands}\n\n`prelude COMMAND --help` says more about one of them.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"prelude {_version()}")
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help="what to do")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="...", help="its arguments")
    return parser


def _version() -> str:
    try:
        return version(_DISTRIBUTION)
    except PackageNotFoundError:
        return "(a checkout that is not installed)"


def _serve(argv: Sequence[str]) -> int:
    from edge.commands import serve

    return serve.main(argv)


def _check(argv: Sequence[str]) -> int:
    from edge.commands import check

    return check.main(argv)


def _doctor(argv: Sequence[str]) -> int:
    from edge.commands import doctor

    return doctor.main(argv)


def _explain(argv: Sequence[str]) -> int:
    from edge.commands import explain

    return explain.main(argv)


def _ledger(argv: Sequence[str]) -> int:
    from edge.commands import ledger

    return ledger.main(argv)


def _probe(argv: Sequence[str]) -> int:
    from edge.commands import probe

    return probe.main(argv)


def _platforms(argv: Sequence[str]) -> int:
    from edge.commands import platforms

    return platforms.main(argv)


def _models(argv: Sequence[str]) -> int:
    from edge.commands import models

    return models.main(argv)


def _verify(argv: Sequence[str]) -> int:
    from edge.commands import verify

    return verify.main(argv)


def _train(argv: Sequence[str]) -> int:
    from edge.commands import train

    return train.main(argv)


def _simulate(argv: Sequence[str]) -> int:
    from bench import simulate

    return simulate.main(argv)


def _demo(argv: Sequence[str]) -> int:
    from bench import demo

    return demo.main(argv)


def _bench(argv: Sequence[str]) -> int:
    from bench import main

    return main.main(argv)


COMMANDS = {
    "serve": Command(_serve, "run the service"),
    "check": Command(_check, "look a settings file over, and say what it means"),
    "doctor": Command(_doctor, "see what this machine has, and what will become of a request"),
    "explain": Command(_explain, "say what would become of a prompt, and why"),
    "ledger": Command(_ledger, "sum up tokens and cost, by day and model"),
    "probe": Command(_probe, "ask a hosted model whether it continues a text that it is given"),
    "platforms": Command(_platforms, "list every platform, and what is known of it"),
    "models": Command(_models, "list every hosted model, and what is known of it"),
    "verify": Command(_verify, "see with a few real calls whether a platform works"),
    "train": Command(_train, "make the classifier's model anew, from labelled prompts"),
    "bench": Command(_bench, "answer a question about speed or quality with numbers"),
    "demo": Command(_demo, "serve with simulated hosted models: no key, and faults at a click"),
    "simulate": Command(_simulate, "play a hosted model that is slow and breaks on demand"),
}
