"""Items of a Responses request that are only referred to: `{"type": "item_reference", "id": ...}`.

Clients that know that a response is stored send the ids of what it said, and not the words again:
the Vercel AI SDK does so by itself. An item's id names its response, so that it is found where that
is, for its owner alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edge.core.errors import BadRequest
from edge.core.types import Json
from edge.doors.fields import Fields
from edge.doors.front import Front

_MOST_LOOKED_UP = 512  # responses, for the items of one request
_Items = Iterable[Json]


async def filled_in(
    front: Front, asked: Fields, owner: str, at_hand: Mapping[str, _Items]
) -> Fields:
    """The same request, with the items in it that it only refers to. A reference to an opening
    that stands by itself is one to nothing: it is no part of what a later turn goes on with.
    `at_hand`: items of responses that need not be stored. Raises `BadRequest`."""
    given = asked.data.get("input")
    if not isinstance(given, list) or not any(map(_is_reference, given)):
        return asked
    known: dict[str, dict[str, Json]] = {}
    items = []
    for item in given:
        if not _is_reference(item):
            items.append(item)
            continue
        id_ = item["id"]
        response = _response_of(id_)
        if response not in known:
            if len(known) >= _MOST_LOOKED_UP:
                message = f"`input` may refer to items of {_MOST_LOOKED_UP} responses."
                raise BadRequest(message, param="input")
            known[response] = await _items_of(front, response, owner, at_hand.get(response, ()))
        found = known[response].get(id_)
        if found is None:
            message = f"There is no item `{id_[:100]}`, or its response was not stored."
            raise BadRequest(message, status=404, param="input", code="item_not_found")
        if found.get("phase") != "commentary":
            items.append(found)
    return Fields({**asked.data, "input": items})


def _is_reference(item: Json) -> bool:
    """The dialect has them without a type, too."""
    if not isinstance(item, dict) or not isinstance(item.get("id"), str):
        return False
    kind = item.get("type")
    return kind == "item_reference" or (kind is None and item.keys() <= {"type", "id"})


def _response_of(id_: str) -> str:
    """Of the ids that we give to items: `msg_REQUEST_NUMBER`."""
    return "resp_" + id_.partition("_")[2].rpartition("_")[0]


async def _items_of(front: Front, id_: str, owner: str, at_hand: _Items) -> dict[str, Json]:
    reply = await front.stored.find(id_, owner)
    stored = () if reply is None else (*reply.asked, *reply.response["output"])
    return {item["id"]: item for item in (*at_hand, *stored) if isinstance(item["id"], str)}
