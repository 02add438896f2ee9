"""LiteLLM as a client, with the prefixes of both dialects."""

from __future__ import annotations

from typing import Any

import litellm

from tests.clients.python.playing import FUNCTION, QUESTION, Door, Place, Stream, Told, play

TURN: Any = {"role": "user", "content": QUESTION}


class LiteLLM:
    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def _ask(self, door: Door, **members: Any) -> Any:
        return litellm.completion(
            model=f"{self._prefix}/{door.model}",
            api_base=door.v1 if self._prefix == "openai" else door.url,
            api_key=door.key,
            messages=members.pop("messages", [TURN]),
            num_retries=0,
            max_retries=0,
            **members,
        )

    def whole(self, door: Door) -> Told:
        reply = self._ask(door)
        return _end(reply) | {"text": reply.choices[0].message.content}

    def stream(self, door: Door) -> Stream:
        chunks = []
        for chunk in self._ask(door, stream=True, stream_options={"include_usage": True}):
            chunks.append(chunk)
            yield chunk.choices[0].delta.content or ""
        return _end(litellm.stream_chunk_builder(chunks))

    def tool(self, door: Door) -> Told:
        tools = [{"type": "function", "function": FUNCTION}]
        message = self._ask(door, tools=tools, tool_choice="required").choices[0].message
        [call] = message.tool_calls
        result = {"role": "tool", "tool_call_id": call.id, "content": "rain"}
        final = self._ask(door, tools=tools, messages=[TURN, message, result]).choices[0].message
        return {
            "name": call.function.name,
            "arguments": call.function.arguments,
            "text": final.content,
        }

    def form(self, door: Door) -> Told:
        reply = self._ask(door, response_format=Place)
        place = Place.model_validate_json(reply.choices[0].message.content)
        return {"city": place.city}


def _end(reply: Any) -> Told:
    usage = [reply.usage.prompt_tokens, reply.usage.completion_tokens]
    return {"finish": reply.choices[0].finish_reason, "usage": usage}


if __name__ == "__main__":
    play({"chat": LiteLLM("openai"), "messages": LiteLLM("anthropic")})
