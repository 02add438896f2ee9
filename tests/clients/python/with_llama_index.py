"""LlamaIndex: OpenAILike, and its Anthropic, which takes no model but those that it knows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from llama_index.core.llms import ChatMessage
from llama_index.core.tools import FunctionTool
from llama_index.llms.anthropic import Anthropic
from llama_index.llms.openai_like import OpenAILike

from tests.clients.python.playing import QUESTION, Door, Names, Place, Stream, Told, play, weather

TURN = ChatMessage(role="user", content=QUESTION)


class LlamaIndex:
    _wants_usage: Mapping[str, Any] = {"stream_options": {"include_usage": True}}

    def _model(self, door: Door) -> Any:
        return OpenAILike(
            model=door.model,
            api_base=door.v1,
            api_key=door.key,
            max_retries=0,
            is_chat_model=True,
            is_function_calling_model=True,
        )

    def whole(self, door: Door) -> Told:
        reply = self._model(door).chat([TURN])
        return self._end(reply.raw) | {"text": reply.message.content}

    def stream(self, door: Door) -> Stream:
        told: Told = {}
        for chunk in self._model(door).stream_chat([TURN], **self._wants_usage):
            yield chunk.delta or ""
            told |= self._end(chunk.raw)
        return told

    def tool(self, door: Door) -> Told:
        model, tool = self._model(door), FunctionTool.from_defaults(weather)
        called = model.chat_with_tools([tool], chat_history=[TURN], tool_required=True)
        [call] = model.get_tool_calls_from_response(called)
        result = ChatMessage(
            role="tool", content="rain", additional_kwargs={"tool_call_id": call.tool_id}
        )
        final = model.chat_with_tools([tool], chat_history=[TURN, called.message, result])
        return {
            "name": call.tool_name,
            "arguments": json.dumps(call.tool_kwargs),
            "text": final.message.content,
        }

    def form(self, door: Door) -> Told:
        reply = self._model(door).as_structured_llm(Place).chat([TURN])
        return {"city": reply.raw.city}

    def _end(self, raw: Any) -> Told:
        told: Told = {}
        if raw.choices and raw.choices[0].finish_reason:
            told["finish"] = raw.choices[0].finish_reason
        if raw.usage:
            told["usage"] = [raw.usage.prompt_tokens, raw.usage.completion_tokens]
        return told


class LlamaIndexAnthropic(LlamaIndex):
    _wants_usage: Mapping[str, Any] = {}

    def _model(self, door: Door) -> Any:
        return Anthropic(
            model=door.model, base_url=door.url, api_key=door.key, max_retries=0, max_tokens=4096
        )

    def _end(self, raw: Any) -> Told:
        """The whole message as a mapping, or an event of the stream as one."""
        told: Told = {}
        finish = raw.get("stop_reason") or getattr(raw.get("delta"), "stop_reason", None)
        if finish:
            told = {
                "finish": finish,
                "usage": [raw["usage"].input_tokens, raw["usage"].output_tokens],
            }
        return told


if __name__ == "__main__":
    play({"chat": LlamaIndex()})
    names = Names(
        good="claude-sonnet-4-5",
        paced="claude-sonnet-4-0",
        broken="claude-opus-4-5",
        busy="claude-haiku-4-5",
        caller="claude-opus-4-1",
        nobody="claude-opus-4-0",
    )
    play({"messages": LlamaIndexAnthropic()}, names)
