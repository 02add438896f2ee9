"""`/healthz`, `/readyz`, `/metrics` and `GET /v1/models`, in OpenAI's words or in Anthropic's."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable

from aiohttp import web

from edge.core.errors import BadRequest
from edge.core.types import LOCAL, Json
from edge.doors.front import Front
from edge.doors.messages_errors import speaks_anthropic
from edge.doors.messages_models import model_info, models_page
from edge.doors.openai_models import find_model, model_list
from edge.local_status import Locals, LocalStatus


def routes(front: Front, look: Callable[[], Awaitable[Locals]]) -> list[web.RouteDef]:
    """`look` asks after the local models."""
    started = int(time.time())

    async def health(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def ready(_: web.Request) -> web.Response:
        """Ready when somebody can answer: a local model, or a hosted target."""
        found = dict(await look())
        targets = [name for name in front.service.model_names if "/" in name]
        is_ready = bool(targets) or any(local.is_up for local in found.values())
        local = found.pop(LOCAL, None)
        state: dict[str, object] = {
            "status": "ready" if is_ready else "not ready",
            "local": local.state if local else "none",
            "targets": targets,
        }
        if local and local.trouble:
            state["local_trouble"] = local.trouble
        if found:
            state["local_models"] = {name: _told(other) for name, other in found.items()}
        return web.json_response(state, status=200 if is_ready else 503)

    async def metrics(_: web.Request) -> web.Response:
        front.metrics.set_locals(await look())
        front.metrics.set_targets(front.service.knowledge.health.look(time.monotonic()))
        return web.Response(
            body=front.metrics.text(),
            headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"},
        )

    async def models(http: web.Request) -> web.Response:
        if speaks_anthropic(http):
            return web.json_response(models_page(_told_to_anthropics(), http.query))
        listed = model_list(front.service, started).values()
        return web.json_response({"object": "list", "data": list(listed)})

    async def model(http: web.Request) -> web.Response:
        name = http.match_info["name"]
        if speaks_anthropic(http):
            found = _told_to_anthropics().get(name)
        else:
            found = find_model(name, front.service, started)
        if found is None:
            message = f"The model `{name[:200]}` does not exist here."
            raise BadRequest(message, status=404, param="model", code="model_not_found")
        return web.json_response(found)

    def _told_to_anthropics() -> dict[str, Json]:
        """Those that talk: there is nothing else in that dialect."""
        service, encoder = front.service, front.service.knowledge.encoder
        names = [name for name in service.model_names if encoder is None or name != encoder.name]
        found = {name: service.knowledge.find(name) for name in names}
        return {
            name: model_info(name, started, facts.context if facts else None)
            for name, facts in found.items()
        }

    return [
        web.get("/healthz", health),
        web.get("/readyz", ready),
        web.get("/metrics", metrics),
        web.get("/v1/models", models),
        web.get("/v1/models/{name:.+}", model),
    ]


def _told(local: LocalStatus) -> dict[str, str]:
    return {"state": local.state, **({"trouble": local.trouble} if local.trouble else {})}
