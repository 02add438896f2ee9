"""`/healthz`, `/readyz`, `/metrics` and `GET /v1/models`."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from aiohttp import web

from edge.core.errors import BadRequest
from edge.doors.front import Front


@dataclass(frozen=True, slots=True)
class LocalStatus:
    """Of the local model: `state` is up, down, or none when there is to be none. `trouble`: why it
    is not to be expected back soon."""

    state: str
    slots: int = 0
    busy: int = 0  # slots taken
    waiting: int = 0  # replies without a slot
    figures: Mapping[str, float] = field(default_factory=dict)  # what the engine counts, by name
    trouble: str | None = None


def routes(front: Front, look: Callable[[], Awaitable[LocalStatus]]) -> list[web.RouteDef]:
    """`look` asks after the local model."""
    started = int(time.time())

    async def health(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def ready(_: web.Request) -> web.Response:
        """Ready when somebody can answer: the local model, or a hosted target."""
        local = await look()
        targets = [name for name in front.service.model_names if "/" in name]
        is_ready = local.state == "up" or bool(targets)
        status = "ready" if is_ready else "not ready"
        state = {"status": status, "local": local.state, "targets": targets}
        if local.trouble:
            state["local_trouble"] = local.trouble
        return web.json_response(state, status=200 if is_ready else 503)

    async def metrics(_: web.Request) -> web.Response:
        local = await look()
        front.metrics.set_local(local.state == "up", local.slots, local.busy, local.waiting)
        front.metrics.set_engine(local.figures)
        front.metrics.set_targets(front.service.knowledge.health.look(time.monotonic()))
        return web.Response(
            body=front.metrics.text(),
            headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"},
        )

    async def models(_: web.Request) -> web.Response:
        return web.json_response(
            {"object": "list", "data": [_model(name) for name in front.service.model_names]}
        )

    async def model(http: web.Request) -> web.Response:
        name = http.match_info["name"]
        if name not in front.service.model_names:
            message = f"The model `{name[:200]}` does not exist here."
            raise BadRequest(message, status=404, param="model", code="model_not_found")
        return web.json_response(_model(name))

    def _model(name: str) -> dict[str, object]:
        owner = name.split("/", maxsplit=1)[0] if "/" in name else "prelude"
        return {"id": name, "object": "model", "created": started, "owned_by": owner}

    return [
        web.get("/healthz", health),
        web.get("/readyz", ready),
        web.get("/metrics", metrics),
        web.get("/v1/models", models),
        web.get("/v1/models/{name:.+}", model),
    ]
