"""LangChain: ChatOpenAI at both of OpenAI's doors, and ChatAnthropic."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from langchain_anthropic import ChatAnthropic
from langchain_core.messages import HumanMessage, ToolMessage
from langchain_openai import ChatOpenAI, OpenAI

from tests.clients.python.playing import (
    QUESTION,
    Door,
    Place,
    Stream,
    Told,
    play,
    play_texts,
    weather,
)


class LangChain:
    def __init__(self, make: Callable[[Door], Any]) -> None:
        self._make = make

    def whole(self, door: Door) -> Told:
        reply = self._make(door).invoke(QUESTION)
        return _end(reply) | {"text": reply.text}

    def stream(self, door: Door) -> Stream:
        whole = None
        for chunk in self._make(door).stream(QUESTION):
            yield str(chunk.text)
            whole = chunk if whole is None else whole + chunk
        return _end(whole)

    def tool(self, door: Door) -> Told:
        model = self._make(door)
        called = model.bind_tools([weather], tool_choice="any").invoke(QUESTION)
        [call] = called.tool_calls
        result = ToolMessage(weather(**call["args"]), tool_call_id=call["id"])
        turns = [HumanMessage(QUESTION), called, result]
        final = model.bind_tools([weather]).invoke(turns)
        return {"name": call["name"], "arguments": json.dumps(call["args"]), "text": final.text}

    def form(self, door: Door) -> Told:
        place = self._make(door).with_structured_output(Place).invoke(QUESTION)
        return {"city": place.city}


def _end(message: Any) -> Told:
    meta, usage = message.response_metadata, message.usage_metadata
    finish = meta.get("finish_reason") or meta.get("stop_reason") or meta.get("status")
    return {"finish": finish, "usage": [usage["input_tokens"], usage["output_tokens"]]}


def chat(door: Door) -> ChatOpenAI:
    return ChatOpenAI(
        model=door.model,
        base_url=door.v1,
        api_key=door.key,
        max_retries=0,
        stream_usage=True,  # it asks for usage by itself only at OpenAI's own address
    )


def responses(door: Door) -> ChatOpenAI:
    return ChatOpenAI(
        model=door.model,
        base_url=door.v1,
        api_key=door.key,
        max_retries=0,
        use_responses_api=True,
    )


def messages(door: Door) -> ChatAnthropic:
    return ChatAnthropic(model=door.model, base_url=door.url, api_key=door.key, max_retries=0)


class LangChainTexts:
    def whole(self, door: Door) -> Told:
        reply = self._model(door).generate([QUESTION])
        [[said]] = reply.generations
        usage = (reply.llm_output or {})["token_usage"]
        return {
            "text": said.text,
            "finish": (said.generation_info or {})["finish_reason"],
            "usage": [usage["prompt_tokens"], usage["completion_tokens"]],
        }

    def stream(self, door: Door) -> Stream:
        yield from self._model(door).stream(QUESTION)
        return {}  # its pieces are bare strings

    def _model(self, door: Door) -> OpenAI:
        return OpenAI(
            model=door.model, base_url=door.v1, api_key=door.key, max_retries=0, max_tokens=4096
        )


if __name__ == "__main__":
    doors = {"chat": chat, "responses": responses, "messages": messages}
    play({name: LangChain(make) for name, make in doors.items()})
    play_texts({"completions": LangChainTexts()})
