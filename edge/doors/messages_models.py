"""The models that may be asked for, as Anthropic's API lists them: in pages. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from edge.core.errors import BadRequest
from edge.core.types import Json

_USUAL, _MOST = 20, 1000  # on a page


def model_info(name: str, created: int, context: int | None) -> Json:
    at = datetime.fromtimestamp(created, UTC).isoformat().replace("+00:00", "Z")
    return {
        "type": "model",
        "id": name,
        "display_name": name,
        "created_at": at,
        "lifecycle": "active",
        "max_input_tokens": context,
    }


def models_page(models: Mapping[str, Json], query: Mapping[str, str]) -> Json:
    """The `limit` models behind `after_id`, or before `before_id`. Raises `BadRequest`."""
    names, limit = list(models), _read_limit(query)
    behind, before = query.get("after_id"), query.get("before_id")
    if behind is not None:
        rest = names[_place(names, behind, "after_id") + 1 :]
        page, has_more = rest[:limit], len(rest) > limit
    elif before is not None:
        rest = names[: _place(names, before, "before_id")]
        page, has_more = rest[-limit:], len(rest) > limit
    else:
        page, has_more = names[:limit], len(names) > limit
    return {
        "data": [models[name] for name in page],
        "has_more": has_more,
        "first_id": page[0] if page else None,
        "last_id": page[-1] if page else None,
    }


def _read_limit(query: Mapping[str, str]) -> int:
    given = query.get("limit", str(_USUAL))
    if not (given.isascii() and given.isdigit() and len(given) < 5 and 1 <= int(given) <= _MOST):
        message = f"`limit` must be an integer from 1 to {_MOST}; got {given[:100]}."
        raise BadRequest(message, param="limit")
    return int(given)


def _place(names: Sequence[str], name: str, param: str) -> int:
    if name not in names:
        raise BadRequest(f"`{param}` must be the id of a model here.", param=param)
    return names.index(name)
