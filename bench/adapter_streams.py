"""Long replies in every dialect, as the simulator says them, and what reads them.

Decoders read the bytes of an answer. Where a platform runs jobs, the job is first brought to where
its stream comes, and read on from there; RunPod's words come within the answers to polls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Protocol

import orjson

from adapters import (
    anthropic_reply,
    bedrock_reply,
    cohere_reply,
    gemini_reply,
    ollama_reply,
    openai_chat,
    responses_reply,
)
from adapters.dialect import Broken, Job, JobDialect
from adapters.models import describe
from bench.answers import answers, pieces
from bench.asked import Asked
from bench.chat_reply import OpenAIChat
from bench.voice import Occasion, Platform
from bench.voices.anthropic import AnthropicMessages
from bench.voices.bedrock import BedrockConverse
from bench.voices.cohere import CohereChat
from bench.voices.completions import COMPLETIONS
from bench.voices.fal import Fal
from bench.voices.gemini import Gemini
from bench.voices.ollama import OllamaChat
from bench.voices.replicate import Replicate
from bench.voices.responses import OpenAIResponses
from bench.voices.runpod import RunPod
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import Call, Message, Piece, Request, Sampling, TextPart

TIER = "bench/model"
_URL = "https://bench.test/v1"
_CREATED = 1_700_000_000
_QUESTION = (Message("user", (TextPart("Hi?"),)),)
_PREDICTION = {"id": "p", "status": "starting", "urls": {"stream": f"{_URL}/streams/p"}}


class Listener(Protocol):
    """What reads an answer: every `Decoder` is one. `close` raises what went wrong."""

    def feed(self, data: bytes, /) -> list[Piece]: ...
    def close(self) -> list[Piece]: ...


@dataclass(frozen=True, slots=True)
class Spoken:
    """A dialect: who says it and who reads it. `most_words`: each event repeats all before it, so
    that a long reply would measure that. `dress` makes of events one read, where they come so."""

    platform: Platform
    listen: Callable[[], Listener]
    most_words: int | None = None
    dress: Callable[[list[bytes]], bytes] = b"".join

    def reads(self, words: int, events_a_read: int) -> tuple[int, list[bytes]]:
        """How many events the reply has, and the reads that they come in."""
        events = list(self.events(min(words, self.most_words or words)))
        starts = range(0, len(events), events_a_read)
        return len(events), [self.dress(events[at : at + events_a_read]) for at in starts]

    def whole(self, text: str) -> bytes:
        """The reply as one body."""
        return self.platform.voice(Occasion(1, _CREATED, _asked())).whole(text, "stop", 3)

    def events(self, words: int, tool: str | None = None) -> Iterator[bytes]:
        voice = self.platform.voice(Occasion(1, _CREATED, _asked(), tool))
        yield from voice.begin()
        texts = ('{"a":', "1", "}") if tool else pieces(answers()[0].text)
        for word in texts if tool else islice(cycle(texts), words):
            yield from voice.say(word)
        yield from voice.finish("tool_calls" if tool else "stop")
        yield from voice.usage(words)
        yield from voice.done()


class JobListener:
    """A job whose words come as a stream."""

    def __init__(self, job: Job, *answers: bytes) -> None:
        for answer in answers:
            job.heard(200, {}, answer)
        self.feed = job.feed
        self._job = job

    def close(self) -> list[Piece]:
        rest = self._job.ended()
        if isinstance(self._job.step, Broken):
            raise self._job.step.error
        return rest


class PolledListener:
    """A job whose words come in the answers to polls: each read is one answer."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def feed(self, data: bytes, /) -> list[Piece]:
        return self._job.heard(200, {}, data)

    def close(self) -> list[Piece]:
        if isinstance(self._job.step, Broken):
            raise self._job.step.error
        return []


def _asked() -> Asked:
    return Asked(
        model="model",
        roles=("user",),
        prompt="Hi?",
        prefix="",
        anchor="",
        prompt_tokens=9,
        stream=True,
        include_usage=True,
        max_tokens=None,
        stop=(),
        tool=None,
        schema=None,
        options={"verb": "streamGenerateContent"},  # Gemini's asks for it in the path
    )


def begun_job(kind: str) -> Job:
    model = describe(
        "bench/endpoint/model", Settings(providers={"bench": ProviderSettings(kind, _URL)})
    )
    call = Call(Request("r", "auto", _QUESTION), _QUESTION, Sampling(), stream=True)
    dialect = model.endpoint.row.dialect
    assert isinstance(dialect, JobDialect)
    return dialect.submit(call, model)


def _poll(events: list[bytes]) -> bytes:
    outputs = [{"output": event.decode()} for event in events]
    return orjson.dumps({"id": "j", "status": "IN_PROGRESS", "stream": outputs})


DIALECTS: Mapping[str, Spoken] = {
    "OpenAI chat": Spoken(OpenAIChat(), lambda: openai_chat.Decoder(TIER)),
    "OpenAI completions": Spoken(COMPLETIONS[0], lambda: openai_chat.Decoder(TIER, is_bare=True)),
    "Anthropic": Spoken(AnthropicMessages(), lambda: anthropic_reply.Decoder(TIER)),
    "Gemini": Spoken(Gemini(), lambda: gemini_reply.Decoder(TIER)),
    "Bedrock": Spoken(BedrockConverse(), lambda: bedrock_reply.Decoder(TIER)),
    "Responses": Spoken(OpenAIResponses(), lambda: responses_reply.Decoder(TIER)),
    "Cohere": Spoken(CohereChat(), lambda: cohere_reply.Decoder(TIER)),
    "Ollama": Spoken(OllamaChat(), lambda: ollama_reply.Decoder(TIER)),
    "Replicate": Spoken(
        Replicate(), lambda: JobListener(begun_job("replicate"), orjson.dumps(_PREDICTION))
    ),
    "fal": Spoken(Fal(), lambda: JobListener(begun_job("fal")), most_words=200),
    "RunPod": Spoken(RunPod(), lambda: PolledListener(begun_job("runpod")), dress=_poll),
}
