"""What settings mean, in a few lines for a person."""

from __future__ import annotations

from collections.abc import Iterator

from edge.core.media import KINDS
from edge.core.route_names import COMPLETION
from edge.core.settings import LedgerSettings, LocalSettings, RouteSettings, Settings
from edge.core.types import LOCAL


def summarize(settings: Settings) -> list[str]:
    rows = list(_rows(settings))
    width = max(len(label) for label, _ in rows)
    return [f"{label:{width}}  {text}" for label, text in rows]


def _rows(settings: Settings) -> Iterator[tuple[str, str]]:
    server, local = settings.server, settings.local
    scheme = "https" if server.tls_cert else "http"
    host = f"[{server.host}]" if ":" in server.host else server.host
    yield "listens on", f"{scheme}://{host}:{server.port}"
    yield "local model", local.model
    yield "classifier", settings.classifier.model
    for name, route in settings.routes.items():
        does = "completes it" if name == COMPLETION else "makes it" if name in KINDS else None
        says = _describe(route, local) if does is None else _chain(route, does)
        yield f"route {name}", says
    yield "ledger", _describe_ledger(settings.ledger)


def _describe_ledger(ledger: LedgerSettings) -> str:
    if not ledger.enabled:
        return "none"
    if ledger.path is None:
        return "none: neither XDG_STATE_HOME nor HOME says where"
    return f"{ledger.path}, with prompts" if ledger.prompts else ledger.path


def _describe(route: RouteSettings, local: LocalSettings) -> str:
    if not route.targets:
        return "the local model answers alone"
    answers = _chain(route, "answers")
    if route.draft == "none" or (route.draft == LOCAL and local.model == "none"):
        return answers
    return f"{'the local model' if route.draft == LOCAL else route.draft} opens, {answers}"


def _chain(route: RouteSettings, does: str) -> str:
    first, *others = route.targets
    return "".join([f"{first} {does}", *(f", else {name}" for name in others)])
