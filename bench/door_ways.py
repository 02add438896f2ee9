"""The ways from the callers to one canned host: through Prelude, through others, or straight."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bench.door_load import CHUNKS, KEY, Door
from bench.pass_through import pass_through
from bench.service_process import service

PRELUDE, PASS_THROUGH, STRAIGHT = "prelude", "pass-through", "straight"
NAMED = "prelude, model named"  # by the caller: no verdict is made
BURST = f"0/{CHUNKS}"  # as `canned_host.py` writes it: period in ms, and chunks

_SETTINGS = """\
[server]
api_keys = ["{key}"]

[local]
model = "none"

[encoder]
model = "none"

[ledger]
enabled = true

[routes.default]
targets = ["{first}/sim"]

[routes.code]
targets = ["{first}/sim"]
draft = "none"
"""
_PLATFORM = """
[providers.{name}]
kind = "openai_compatible"
base_url = "{host}/{pace}/v1"

[models."{name}/sim"]
id = "sim"
"""


@dataclass(frozen=True, slots=True)
class Way:
    """`pid` is of the one process that passes the calls on."""

    name: str
    door: Door
    pid: int


def straight(host: str, pace: str) -> Door:
    return Door(f"{host}/{pace}/v1")


@contextmanager
def through_prelude(host: str, *paces: str) -> Iterator[dict[str, Way]]:
    """A way for each pace of the host, and one by the name `PRELUDE`: the first pace again, by a
    route that depends on the verdict. All go through the same worker, with keys, health and a
    ledger, and there is nobody to answer but the host."""
    names = {pace: "p" + pace.replace("/", "x") for pace in paces}
    settings = _SETTINGS.format(key=KEY, first=names[paces[0]]) + "".join(
        _PLATFORM.format(name=name, host=host, pace=pace) for pace, name in names.items()
    )
    with service(settings) as served:
        worker = served.child("edge.worker")
        ways = {
            pace: Way(NAMED, Door(served.base_url, f"{name}/sim"), worker)
            for pace, name in names.items()
        }
        yield ways | {PRELUDE: Way(PRELUDE, Door(served.base_url, "auto"), worker)}


@contextmanager
def through_pass_through(host: str, *paces: str) -> Iterator[dict[str, Way]]:
    """As above."""
    with pass_through(host) as (url, pid):
        yield {pace: Way(PASS_THROUGH, straight(url, pace), pid) for pace in paces}
