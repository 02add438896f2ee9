"""`llm`, which is told of our models in its file of OpenAI-like ones."""

from __future__ import annotations

import json
from typing import Any

import llm

from tests.clients.python.playing import QUESTION, Door, Place, Stream, Told, play, weather


class Llm:
    """`responses` is what the file says of a model that is asked through that door."""

    def __init__(self, *, responses: bool) -> None:
        self._responses = responses

    def _model(self, door: Door) -> Any:
        """A new file each time, as the address is in it."""
        row = {
            "model_id": "ours",
            "model_name": door.model,
            "api_base": door.v1,
            "api_key_name": "ours",
            "responses": self._responses,
            "supports_tools": True,
            "supports_schema": True,
        }
        # JSON is YAML, too.
        (llm.user_dir() / "extra-openai-models.yaml").write_text(json.dumps([row]))
        return llm.get_model("ours")

    def whole(self, door: Door) -> Told:
        reply = self._model(door).prompt(QUESTION, key=door.key, stream=False)
        return {"text": reply.text(), **_end(reply)}

    def stream(self, door: Door) -> Stream:
        reply = self._model(door).prompt(QUESTION, key=door.key)
        yield from reply
        return _end(reply)

    def tool(self, door: Door) -> Told:
        talk = self._model(door).conversation()
        called = talk.prompt(QUESTION, key=door.key, tools=[weather])
        [call] = called.tool_calls()
        results = called.execute_tool_calls()
        final = talk.prompt(None, key=door.key, tools=[weather], tool_results=results)
        return {"name": call.name, "arguments": call.arguments, "text": final.text()}

    def form(self, door: Door) -> Told:
        reply = self._model(door).prompt(QUESTION, key=door.key, schema=Place, stream=False)
        return {"city": Place.model_validate_json(reply.text()).city}


def _end(reply: Any) -> Told:
    usage = reply.usage()
    told = reply.response_json or {}
    finish = told.get("status") or told.get("finish_reason")  # a stream's, in its own summary
    if "choices" in told:
        finish = told["choices"][0]["finish_reason"]
    return {"finish": finish, "usage": [usage.input, usage.output]}


if __name__ == "__main__":
    play({"chat": Llm(responses=False), "responses": Llm(responses=True)})
