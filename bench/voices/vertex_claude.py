"""Claude as Vertex AI serves it: Anthropic's words at Google's address.

The model and whether to stream are in the path, and the body names the version of the API.

https://docs.claude.com/en/api/claude-on-vertex-ai
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from bench.asked import Asked, Refused
from bench.voice import Occasion, Voice
from bench.voices.anthropic import AnthropicMessages

STREAM, WHOLE = "streamRawPredict", "rawPredict"
_VERSIONS = ("vertex-2023-10-16", "2026-10-21")
_AT = "/v1/projects/{project}/locations/{location}/publishers/anthropic/models/"


class VertexClaude:
    """The platform."""

    paths = (f"{_AT}{{model}}:{{verb:{STREAM}|{WHOLE}}}",)

    def __init__(self) -> None:
        self._claude = AnthropicMessages()

    def read(self, body: bytes, named: Mapping[str, str]) -> Asked:
        """Claude's members are Claude's to refuse, and `model` is none of them here."""
        try:
            fields = json.loads(body)
        except ValueError as error:
            raise Refused(400, "The request body is not valid JSON.") from error
        if not isinstance(fields, dict) or fields.pop("anthropic_version", None) not in _VERSIONS:
            raise Refused(400, f"anthropic_version: Input should be one of {_VERSIONS}")
        if "model" in fields:
            raise Refused(400, "model: Extra inputs are not permitted", param="model")
        if bool(fields.get("stream")) != (named["verb"] == STREAM):
            raise Refused(400, "stream: does not fit the method")
        return self._claude.read(json.dumps({**fields, "model": named["model"]}).encode(), named)

    def voice(self, occasion: Occasion) -> Voice:
        return self._claude.voice(occasion)

    def refusal(self, refused: Refused) -> bytes:
        return self._claude.refusal(refused)

    def key(self, headers: Mapping[str, str]) -> str:
        return headers.get("Authorization", "").removeprefix("Bearer ")
