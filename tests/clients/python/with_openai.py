"""OpenAI's own SDK at its doors for text."""

from __future__ import annotations

from typing import Any, Literal

import openai

from tests.clients.python.playing import (
    FUNCTION,
    QUESTION,
    Door,
    Place,
    Stream,
    Told,
    play,
    play_texts,
)

TURN: Any = {"role": "user", "content": QUESTION}


def client(door: Door) -> openai.OpenAI:
    return openai.OpenAI(base_url=door.v1, api_key=door.key, max_retries=0)


class Chat:
    def whole(self, door: Door) -> Told:
        with client(door) as api:
            reply = api.chat.completions.create(model=door.model, messages=[TURN])
        return _chat_end(reply.choices[0].finish_reason, reply.usage) | {
            "text": reply.choices[0].message.content
        }

    def stream(self, door: Door) -> Stream:
        with (
            client(door) as api,
            api.chat.completions.stream(
                model=door.model, messages=[TURN], stream_options={"include_usage": True}
            ) as events,
        ):
            for event in events:
                if event.type == "content.delta":
                    yield event.delta
            final = events.get_final_completion()
        return _chat_end(final.choices[0].finish_reason, final.usage)

    def tool(self, door: Door) -> Told:
        tool: Any = {"type": "function", "function": FUNCTION}
        with client(door) as api:
            asked: Any = {"model": door.model, "tools": [tool]}
            message = (
                api.chat.completions.create(messages=[TURN], tool_choice="required", **asked)
                .choices[0]
                .message
            )
            [call] = message.tool_calls or []
            assert call.type == "function"
            result = {"role": "tool", "tool_call_id": call.id, "content": "rain"}
            turns: Any = [TURN, message, result]
            final = api.chat.completions.create(messages=turns, **asked).choices[0].message
        return {
            "name": call.function.name,
            "arguments": call.function.arguments,
            "text": final.content,
        }

    def form(self, door: Door) -> Told:
        with client(door) as api:
            reply = api.chat.completions.parse(
                model=door.model, messages=[TURN], response_format=Place
            )
        place = reply.choices[0].message.parsed
        return {"city": place and place.city}


def _chat_end(finish: Literal["stop"] | str | None, usage: Any) -> Told:
    return {"finish": finish, "usage": [usage.prompt_tokens, usage.completion_tokens]}


class Responses:
    def whole(self, door: Door) -> Told:
        with client(door) as api:
            reply = api.responses.create(model=door.model, input=QUESTION)
        return _end(reply) | {"text": reply.output_text}

    def stream(self, door: Door) -> Stream:
        with client(door) as api, api.responses.stream(model=door.model, input=QUESTION) as events:
            for event in events:
                if event.type == "response.output_text.delta":
                    yield event.delta
                if event.type in ("response.failed", "error"):
                    # The SDK hands failures on as events, and leaves it to us to mind them.
                    raise Failed(str(event))
            final = events.get_final_response()
        return _end(final)

    def tool(self, door: Door) -> Told:
        with client(door) as api:
            asked: Any = {"model": door.model, "tools": [{"type": "function", **FUNCTION}]}
            called = api.responses.create(input=QUESTION, tool_choice="required", **asked)
            [call] = [item for item in called.output if item.type == "function_call"]
            result = {"type": "function_call_output", "call_id": call.call_id, "output": "rain"}
            given: Any = [result]
            final = api.responses.create(input=given, previous_response_id=called.id, **asked)
        return {"name": call.name, "arguments": call.arguments, "text": final.output_text}

    def form(self, door: Door) -> Told:
        with client(door) as api:
            reply = api.responses.parse(model=door.model, input=QUESTION, text_format=Place)
        return {"city": reply.output_parsed and reply.output_parsed.city}


class Failed(Exception):
    """The reply ended in `response.failed`."""


def _end(reply: Any) -> Told:
    usage = [reply.usage.input_tokens, reply.usage.output_tokens]
    return {"finish": reply.status, "usage": usage}


class Completions:
    def whole(self, door: Door) -> Told:
        with client(door) as api:
            reply = api.completions.create(model=door.model, prompt=QUESTION, max_tokens=4096)
        choice = reply.choices[0]
        return _chat_end(choice.finish_reason, reply.usage) | {"text": choice.text}

    def stream(self, door: Door) -> Stream:
        finish = usage = None
        with client(door) as api:
            chunks: Any = api.completions.create(
                model=door.model,
                prompt=QUESTION,
                max_tokens=4096,
                stream=True,
                stream_options={"include_usage": True},
            )
            for chunk in chunks:
                for choice in chunk.choices:
                    yield choice.text
                    finish = choice.finish_reason or finish
                usage = chunk.usage or usage
        return _chat_end(finish, usage)


if __name__ == "__main__":
    play({"chat": Chat(), "responses": Responses()})
    play_texts({"completions": Completions()})
