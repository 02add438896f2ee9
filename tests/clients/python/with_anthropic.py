"""Anthropic's own SDK."""

from __future__ import annotations

from typing import Any

import anthropic

from tests.clients.python.playing import (
    PARAMETERS,
    QUESTION,
    TOOL,
    TOOL_DOC,
    Door,
    Place,
    Stream,
    Told,
    play,
)

TURN: Any = {"role": "user", "content": QUESTION}


def client(door: Door) -> anthropic.Anthropic:
    return anthropic.Anthropic(base_url=door.url, api_key=door.key, max_retries=0)


class Messages:
    def whole(self, door: Door) -> Told:
        with client(door) as api:
            reply = api.messages.create(model=door.model, max_tokens=4096, messages=[TURN])
        return _end(reply) | {"text": _text(reply)}

    def stream(self, door: Door) -> Stream:
        with (
            client(door) as api,
            api.messages.stream(model=door.model, max_tokens=4096, messages=[TURN]) as told,
        ):
            yield from told.text_stream
            final = told.get_final_message()
        return _end(final)

    def tool(self, door: Door) -> Told:
        tool = {"name": TOOL, "description": TOOL_DOC, "input_schema": PARAMETERS}
        asked: Any = {"model": door.model, "max_tokens": 4096, "tools": [tool]}
        with client(door) as api:
            called = api.messages.create(messages=[TURN], tool_choice={"type": "any"}, **asked)
            [call] = [block for block in called.content if block.type == "tool_use"]
            result = {"type": "tool_result", "tool_use_id": call.id, "content": "rain"}
            turns = [TURN, called.to_param(), {"role": "user", "content": [result]}]
            final = api.messages.create(messages=turns, **asked)
        return {"name": call.name, "arguments": call.input, "text": _text(final)}

    def form(self, door: Door) -> Told:
        with client(door) as api:
            reply = api.messages.parse(
                model=door.model, max_tokens=4096, messages=[TURN], output_format=Place
            )
        return {"city": reply.parsed_output and reply.parsed_output.city}


def _text(message: anthropic.types.Message) -> str:
    return "".join(block.text for block in message.content if block.type == "text")


def _end(message: anthropic.types.Message) -> Told:
    usage = [message.usage.input_tokens, message.usage.output_tokens]
    return {"finish": message.stop_reason, "usage": usage}


if __name__ == "__main__":
    play({"messages": Messages()})
