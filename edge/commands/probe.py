"""`prelude probe`: does a hosted model truly continue a text that it is given?

The finding goes to the overlay of the model table, so that the service uses native prefill where it
works, and only there. See `edge/core/probing.py` for what is sent and how it is judged.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from edge.commands.arguments import add_config
from edge.core.accounting import estimate_prompt, estimate_tokens
from edge.core.errors import BadRequest, EdgeError, TierError, TierRejected
from edge.core.hosted_names import models_to_probe
from edge.core.overlay import Probed
from edge.core.prices import Prices, cost_cents
from edge.core.probing import (
    MOST_TOKENS,
    PROBES,
    VERSION,
    Finding,
    Manner,
    Probe,
    conclude,
    judge,
)
from edge.core.types import Call, Message, Request, Sampling, Text, TextPart, Tier, Usage
from edge.examined import Subject, find_probed
from edge.overlay_file import add_to_overlay, read_overlay
from edge.parts import open_parts
from edge.platforms import platforms
from edge.settings_file import load

_PATIENCE_S = 30.0  # for one short reply
_SHOWN_CHARS = 44


@dataclass(frozen=True, slots=True)
class _Told:
    """What came of one probe; `said` is what the model said, or why it did not."""

    manner: Manner
    said: str


def main(argv: Sequence[str]) -> int:
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.all == (arguments.model is not None):
        parser.error("name a model, or --all")
    loaded = load(arguments.config, os.environ, platforms())
    overlay = arguments.overlay or loaded.overlay_file
    if overlay is None and not arguments.dry_run:
        raise EdgeError("neither XDG_STATE_HOME nor HOME says where to: --overlay FILE, --dry-run")
    read_overlay(overlay)  # one with faults would not be written to: say so before anything is paid
    names = models_to_probe(loaded.settings) if arguments.all else (arguments.model,)
    if not names:
        raise EdgeError("no hosted model is named in any route")

    async def probe_all() -> bool:
        async with open_parts(loaded.settings, None) as parts:
            subjects = [find_probed(name, loaded, parts) for name in names]
            print(_estimate(subjects), flush=True)
            told = [
                await _examine(subject, None if arguments.dry_run else overlay)
                for subject in subjects
            ]
            return all(told)

    try:
        return 0 if asyncio.run(probe_all()) else 1
    except BadRequest as error:
        parser.error(str(error))


async def _examine(subject: Subject, overlay: Path | None) -> bool:
    """Ask, say what was found, and keep it. False: it could not be told."""
    if subject.tier is None:
        print(f"{subject.name}: its host has no way to continue a text; nobody was asked")
        return True
    told = [await _ask(probe, subject.tier) for probe in PROBES]
    for probe, each in zip(PROBES, told, strict=True):
        sent = f"...{probe.prefix[-_SHOWN_CHARS:]}"
        print(
            f"  {sent!r:{_SHOWN_CHARS + 6}} {_short(each.said)!r:{_SHOWN_CHARS + 6}} {each.manner}"
        )
    finding = conclude([each.manner for each in told])
    if finding.prefill is None:
        print(f"{subject.name}: could not be told; nothing was written")
        return False
    print(_in_words(subject.name, finding), end="")
    if overlay is None:
        print("; nothing was written")
        return True
    add_to_overlay(overlay, subject.key, _entry(subject, finding))
    print(f"; written to {overlay}")
    return True


async def _ask(probe: Probe, tier: Tier) -> _Told:
    try:
        said = await _hear(tier, probe.question, probe.prefix)
    except TierRejected as error:
        return _Told(await _why_rejected(probe, tier), str(error))
    except (TierError, TimeoutError) as error:
        return _Told(Manner.UNCLEAR, str(error) or f"no reply within {_PATIENCE_S:g} s")
    return _Told(judge(probe, said), said)


async def _why_rejected(probe: Probe, tier: Tier) -> Manner:
    """It refuses to continue if it takes the same question without a beginning of its reply."""
    try:
        await _hear(tier, probe.question)
    except (TierError, TimeoutError):
        return Manner.UNCLEAR
    return Manner.REFUSES


async def _hear(tier: Tier, question: str, prefix: str = "") -> str:
    messages = (Message("user", (TextPart(question),)),)
    sampling = Sampling(max_tokens=MOST_TOKENS)
    call = Call(Request("probe", tier.name, messages), messages, sampling, prefix=prefix)
    async with asyncio.timeout(_PATIENCE_S), aclosing(tier.stream(call)) as pieces:
        return "".join([piece.text async for piece in pieces if isinstance(piece, Text)])


def _entry(subject: Subject, finding: Finding) -> Probed:
    return Probed(
        finding.prefill,
        finding.manner,
        finding.agree,
        subject.base_url,
        datetime.now(UTC).isoformat(timespec="seconds"),
        VERSION,
    )


# -- in words ----------------------------------------------------------------


def _in_words(name: str, finding: Finding) -> str:
    agree = f"all {len(PROBES)} agree" if finding.agree else f"the {len(PROBES)} differ"
    return f"{name}: {finding.manner} ({agree}): prefill = {str(finding.prefill).lower()}"


def _estimate(subjects: Sequence[Subject]) -> str:
    """What the calls will cost at most, as far as prices are known."""
    costs = [_most_cents(subject.prices) for subject in subjects if subject.tier is not None]
    calls = f"{len(costs) * len(PROBES)} calls of at most {MOST_TOKENS} tokens each"
    known = sum(filter(None, costs))
    if None not in costs:
        return f"{calls}: about {known:.2g} US cents"
    if known:
        return f"{calls}: about {known:.2g} US cents, and more: not every price is known"
    return f"{calls}: the price is not known (at usual ones, well under a cent each)"


def _most_cents(prices: Prices | None) -> float | None:
    prompts = sum(
        estimate_prompt((Message("user", (TextPart(probe.question),)),))
        + estimate_tokens(probe.prefix)
        for probe in PROBES
    )
    return cost_cents(Usage(round(prompts), len(PROBES) * MOST_TOKENS), prices)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN_CHARS else f"{text[: _SHOWN_CHARS - 3]}..."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="prelude probe",
        description="Ask a hosted model to go on with three unfinished texts, say whether it "
        "continues them, echoes them or begins anew, and write the finding to the overlay of the "
        "model table. It costs a fraction of a cent. Exit code 1: it could not be told.",
    )
    add_config(parser)
    parser.add_argument("model", nargs="?", metavar="MODEL", help="provider/model")
    parser.add_argument("--all", action="store_true", help="every hosted model of the routes")
    parser.add_argument(
        "--overlay",
        type=Path,
        metavar="FILE",
        help="write there (else models.toml in the state folder, beside the ledger)",
    )
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    return parser
