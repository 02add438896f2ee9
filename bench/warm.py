"""How much sooner is the first call's first text on a connection that stands already?

Each round is a client of its own, as after a start, and one call to a server on this machine whose
reply is ready: by turns without a connection, and with one that was opened ahead. All that differs
is TCP and TLS. Between here and a platform there are round trips besides, two for these: what is
saved there is more.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from contextlib import aclosing
from pathlib import Path

import uvloop

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from bench.authority import Authority
from bench.prepared_stream import prepared_stream
from bench.report import SUMMARY, Curves, Limit, Report, Table, median, summary
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Message, Request, Sampling, Text, TextPart

COLD, WARM = "cold", "warm"
_MOST = 0.9  # of the cold time: else there is nothing in it
_QUESTION = (Message("user", (TextPart("Hi?"),)),)
_CALL = Call(Request("r", "auto", _QUESTION), _QUESTION, Sampling(), stream=True)


def run(options: argparse.Namespace) -> Report:
    rounds = 40 if options.quick else 150
    with tempfile.TemporaryDirectory(prefix="prelude-bench-") as folder:
        authority = Authority(Path(folder))
        with prepared_stream(authority.certify("127.0.0.1")) as url:
            provider = ProviderSettings(
                "openai_compatible", f"{url}/1", ca_file=str(authority.file)
            )
            settings = Settings(providers={"bench": provider})
            ms = uvloop.run(_first_texts(settings, rounds))
    ratio = median(ms[WARM]) / median(ms[COLD])
    saved = median(ms[COLD]) - median(ms[WARM])
    return Report(
        load=f"{rounds} rounds, by turns {COLD} and {WARM}, over TLS on loopback",
        tables=(
            Table(
                "first text of the first call, ms",
                ("", *SUMMARY),
                tuple((way, *summary(values)) for way, values in ms.items()),
            ),
        ),
        limits=(Limit(f"first text, {WARM} / {COLD}", ratio, _MOST),),
        notes=(f"{saved:.1f} ms of both ends' CPU and no round trip are saved here",),
        plots=(Curves("How soon is the first call's first text?", "ms", ms),),
    )


async def _first_texts(settings: Settings, rounds: int) -> dict[str, list[float]]:
    ms: dict[str, list[float]] = {COLD: [], WARM: []}
    for number in range(rounds + 1):
        for way, values in ms.items():
            took = await _first_text_s(settings, is_warm=way == WARM)
            if number:  # in the first, the server makes its reply and we read our tables
                values.append(took * 1000)
    return ms


async def _first_text_s(settings: Settings, *, is_warm: bool) -> float:
    model = describe("bench/model", settings)
    async with aclosing(HostedClient()) as client:
        tier = HostedTier(model, None, client)
        if is_warm:
            await client.open_ahead(model.endpoint.base_url, model.endpoint.ca_file)
        began = time.monotonic()
        spoke = [time.monotonic() async for piece in tier.stream(_CALL) if isinstance(piece, Text)]
        return spoke[0] - began
