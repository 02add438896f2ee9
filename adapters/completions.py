"""Texts that are gone on with, and gaps in them that are filled: no conversation.

OpenAI's old dialect, which is what most hosts took over: `prompt` and `suffix` in, bare texts out
in `choices[].text`. Mistral asks for the same members at a door of its own and answers as its chat
does. Both are read by the decoder of chat completions.

Whoever goes on from where another one broke off is given its words as a part of the prompt: there
is no message that they could belong to, and nothing to be repeated.

https://platform.openai.com/docs/api-reference/completions
https://api-docs.deepseek.com/api/create-completion
https://docs.mistral.ai/api/endpoint/fim
"""

from __future__ import annotations

from dataclasses import dataclass

from adapters.chat_members import NOTES
from adapters.dialect import HostedModel, HttpCall, cannot
from adapters.openai_chat import Decoder as ChatDecoder
from adapters.openai_chat import ask_for_usage, sampling_members
from edge.core.types import Call, Json, Sampling


@dataclass(frozen=True, slots=True)
class Completions:
    """`path` is under the base URL. `fills_in`: it takes a suffix. `is_bare`: it answers in texts,
    not in messages. `refuses` are members that it does not take."""

    path: str = "/completions"
    fills_in: bool = False
    is_bare: bool = True
    refuses: frozenset[str] = frozenset()

    def encode(self, call: Call, model: HostedModel, /) -> HttpCall:
        """Raises `TierRejected` for what this model cannot be asked."""
        request, endpoint = call.request, model.endpoint
        asked = request.completion
        assert asked is not None  # others go to the dialect of its chat
        if asked.suffix is not None and not self.fills_in:
            raise cannot(model, "fills no gaps in a text", "suffix")
        body: dict[str, Json] = {
            **request.passthrough,
            **request.provider_options.get(endpoint.row.name, {}),
            **request.provider_options.get(endpoint.name, {}),
        }
        body |= {"model": model.id, "prompt": asked.prompt + call.prefix, "stream": call.stream}
        if asked.suffix is not None:
            body["suffix"] = asked.suffix
        ask_for_usage(body, call.stream and endpoint.row.stream_usage)
        body |= _sampling(call.sampling, endpoint.row.seed)
        for name in sorted(self.refuses & set(body)):
            if name not in NOTES:
                raise cannot(model, f"takes no {name} with a text to go on with", name)
            del body[name]
        accept = "text/event-stream" if call.stream else "application/json"
        return HttpCall(self.path, body, headers={"accept": accept})

    def Decoder(self, tier: str, /) -> ChatDecoder:  # noqa: N802  a class, in the modules
        return ChatDecoder(tier, is_bare=self.is_bare)


def _sampling(sampling: Sampling, seed: str) -> dict[str, Json]:
    """Here `logprobs` is how many rivals of each token are told."""
    members = sampling_members(sampling, seed)
    rivals = members.pop("top_logprobs", 0)
    if "logprobs" in members:
        members["logprobs"] = rivals
    if sampling.max_tokens is not None:
        members["max_tokens"] = sampling.max_tokens
    return members


_OLD = frozenset({"user", "metadata", "prompt_cache_key", "safety_identifier"})

OPENAI = Completions(fills_in=True)  # its models of that time; the others refuse it themselves
# Whether there is a suffix for a model is in its template: who has none says so.
OLLAMA = Completions(fills_in=True)
PLAIN = Completions()
DEEPSEEK = Completions("/beta/completions", fills_in=True, refuses=_OLD | {"logit_bias", "seed"})
# mistralai 3.7.0: anything unknown is an error there.
MISTRAL = Completions(
    "/fim/completions",
    fills_in=True,
    is_bare=False,
    refuses=frozenset(
        "frequency_penalty logit_bias logprobs presence_penalty safety_identifier user".split()
    ),
)
