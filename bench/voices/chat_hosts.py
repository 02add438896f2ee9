"""The hosts that follow OpenAI's chat, each in its own manner and under a path of its own.

`/groq/openai/v1` is to Groq's client what `https://api.groq.com/openai/v1` is. A manner has what
the host's own client, recorded answers or its documentation show; what none shows is OpenAI's.
Hosts that are not here differ in nothing that we know of.
"""

from __future__ import annotations

from dataclasses import replace

from bench.asked import Refused
from bench.chat_manner import Manner, Members, nested_error
from bench.chat_reply import OpenAIChat


def _flat_error(refused: Refused) -> Members:
    return {"object": "error", **nested_error(refused)["error"]}


def _nested_and_flat(refused: Refused) -> Members:
    return {"error": _flat_error(refused)}


def _numbered_error(refused: Refused) -> Members:
    return {"error": {"code": refused.status, "message": refused.message}}


def _with_status(refused: Refused) -> Members:
    return {"error": {**nested_error(refused)["error"], "status_code": refused.status}}


def _reasoning(text: str) -> Members:
    return {"reasoning": text}


def _thinking_part(text: str) -> Members:
    part = {"type": "thinking", "thinking": [{"type": "text", "text": text}]}
    return {"content": [part]}


_HARMLESS = {"hate": {"filtered": False, "severity": "safe"}}

AZURE = Manner(
    paths=(
        "/azure/openai/v1/chat/completions",
        "/azure/openai/deployments/{deployment}/chat/completions",
    ),
    key_header="api-key",
    ahead={"prompt_filter_results": [{"prompt_index": 0, "content_filter_results": _HARMLESS}]},
    choice={"content_filter_results": _HARMLESS},
)
MISTRAL = Manner(
    paths=("/mistral/v1/chat/completions",),
    refuses=frozenset(
        {"logit_bias", "max_completion_tokens", "messages[].name", "seed", "stream_options"}
        | {"store", "user", "verbosity"}
    ),
    unknown_status=422,
    prefix_mark="prefix",
    thinks_if="prompt_mode",
    thought=_thinking_part,
    whole_tools=True,
    usage_comes="with_finish",
    complaint=_flat_error,
    break_off=_flat_error,
)
DEEPSEEK = Manner(
    paths=("/deepseek/chat/completions",),
    refuses=frozenset({"messages[].prefix"}),
    thinks_if="thinking",
    nothing=b": keep-alive\n\n",
    usage_comes="with_finish",
    counts={"prompt_cache_hit_tokens": 0},
)
DEEPSEEK_BETA = replace(
    DEEPSEEK,
    paths=("/deepseek/beta/chat/completions",),
    refuses=frozenset(),
    prefix_mark="prefix",
)
GROQ = Manner(
    paths=("/groq/openai/v1/chat/completions",),
    refuses=frozenset({"logit_bias", "logprobs", "messages[].name", "top_logprobs"}),
    thinks_if="reasoning_format",
    thought=_reasoning,
    first={"x_groq": {"id": "req_sim", "seed": 1}},
    usage_comes="with_finish",
    usage_also_in="x_groq",
    counts={"queue_time": 0.01, "total_time": 0.032},
    break_off=_with_status,
    error_event=True,
)
MOONSHOT = Manner(paths=("/moonshot/v1/chat/completions",), prefix_mark="partial")
QWEN = Manner(paths=("/qwen/compatible-mode/v1/chat/completions",), prefix_mark="partial")
TOGETHER = Manner(
    paths=("/together/v1/chat/completions",),
    thinks_if="reasoning_effort",
    thought=_reasoning,
    always_role=True,
    finish_words={"stop": "eos"},
    usage_comes="with_finish",
)
FIREWORKS = Manner(
    paths=("/fireworks/v1/chat/completions",),
    thinks_if="reasoning_effort",
    last={"perf_metrics": {"server-time-to-first-token": "0.05"}},
    usage_comes="with_finish",
)
OPENROUTER = Manner(
    paths=("/openrouter/api/v1/chat/completions",),
    thinks_if="reasoning",
    thought=_reasoning,
    before=b": OPENROUTER PROCESSING\n\n",
    nothing=b": OPENROUTER PROCESSING\n\n",
    every={"provider": "Simulator"},
    choice={"native_finish_reason": None},
    always_role=True,
    usage_comes="always",
    counts={"cost": 0.00012, "is_byok": False},
    complaint=_numbered_error,
    break_off=_numbered_error,
    in_chunk=True,
    done_after_error=True,
)
PORTKEY = Manner(paths=("/portkey/v1/chat/completions",), key_header="x-portkey-api-key")
VLLM = Manner(
    paths=("/vllm/v1/chat/completions",),
    thinks_if="chat_template_kwargs",
    thought=_reasoning,
    nothing=b": keep-alive\n\n",
    done_after_error=True,
)
SGLANG = Manner(
    paths=("/sglang/v1/chat/completions",),
    thinks_if="chat_template_kwargs",
    complaint=_flat_error,
    break_off=_nested_and_flat,
    done_after_error=True,
)
TGI = Manner(paths=("/tgi/v1/chat/completions",), nothing=b":\n\n")

CHAT_HOSTS = tuple(
    map(
        OpenAIChat,
        (
            AZURE,
            MISTRAL,
            DEEPSEEK,
            DEEPSEEK_BETA,
            GROQ,
            MOONSHOT,
            QWEN,
            TOGETHER,
            FIREWORKS,
            OPENROUTER,
            PORTKEY,
            VLLM,
            SGLANG,
            TGI,
        ),
    )
)
