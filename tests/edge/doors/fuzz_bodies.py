"""For each door a body in which every member that it knows is there, and right."""

from __future__ import annotations

from typing import Any

SCHEMA = {"type": "object"}
FUNCTION = {"name": "f", "description": "d", "parameters": SCHEMA, "strict": True}
PRELUDE: dict[str, Any] = {
    "max_latency_ms": 5000,
    "max_cost_cents": 100,
    "quality": 0.5,
    "priority": "normal",
    "targets": ["mine/big"],
    "draft": "none",
    "strategy": "auto",
    "task": "chat",
    "trace": True,
}
OF_MEDIA: dict[str, Any] = {
    "prelude": {"max_latency_ms": 5000, "targets": ["mine/big"], "trace": True},
    "provider_options": {"mine": {"k": 1}},
}
CHAT: dict[str, Any] = {
    "model": "auto",
    "messages": [
        {"role": "system", "content": "Be brief.", "name": "s"},
        {"role": "developer", "content": [{"type": "text", "text": "Be kind."}]},
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "What is this?"},
                {"type": "image_url", "image_url": {"url": "https://x.test/a", "detail": "low"}},
            ],
        },
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}
            ],
        },
        {"role": "tool", "content": "12", "tool_call_id": "c"},
        {"role": "assistant", "content": [{"type": "refusal", "refusal": "No."}]},
        {"role": "user", "content": "Why?"},
    ],
    "frequency_penalty": 0.5,
    "logit_bias": {"50": -10},
    "logprobs": True,
    "max_completion_tokens": 50,
    "max_tokens": 50,
    "metadata": {"k": "v"},
    "modalities": ["text"],
    "moderation": {"model": "m"},
    "n": 1,
    "parallel_tool_calls": True,
    "prediction": {"type": "content", "content": "x"},
    "presence_penalty": 0.5,
    "prompt_cache_key": "k",
    "prompt_cache_options": {"mode": "implicit"},
    "prompt_cache_retention": "24h",
    "reasoning_effort": "low",
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "n", "schema": SCHEMA, "strict": True},
    },
    "safety_identifier": "s",
    "seed": 1,
    "service_tier": "auto",
    "stop": ["\n"],
    "store": True,
    "stream": True,
    "stream_options": {"include_usage": True, "include_obfuscation": True},
    "temperature": 0.5,
    "tool_choice": {"type": "function", "function": {"name": "f"}},
    "tools": [{"type": "function", "function": FUNCTION}],
    "top_logprobs": 2,
    "top_p": 0.5,
    "user": "u",
    "verbosity": "low",
    "web_search_options": {"search_context_size": "low"},
    "prelude": PRELUDE,
    "provider_options": {"mine": {"k": 1}},
}
TEXTS: dict[str, Any] = {
    "model": "auto",
    "prompt": "def f(",
    "suffix": "):",
    "best_of": 1,
    "echo": False,
    "frequency_penalty": 0.5,
    "logit_bias": {"50": -10},
    "logprobs": 2,
    "max_tokens": 10,
    "n": 2,
    "presence_penalty": 0.5,
    "seed": 1,
    "stop": "\n",
    "stream": True,
    "stream_options": {"include_usage": True},
    "temperature": 0.5,
    "top_p": 0.5,
    "user": "u",
    "prelude": {"gate": "token", "trace": True, "targets": ["mine/big"], "max_latency_ms": 5000},
    "provider_options": {"mine": {"k": 1}},
}
RESPONSES: dict[str, Any] = {
    "model": "auto",
    "input": [
        {"role": "developer", "content": "Be brief."},
        {
            "type": "message",
            "id": "m1",
            "role": "user",
            "content": [
                {"type": "input_text", "text": "What is this?"},
                {"type": "input_image", "image_url": "https://x.test/a", "detail": "low"},
            ],
        },
        {"type": "reasoning", "id": "r1", "summary": []},
        {"type": "function_call", "id": "f1", "call_id": "c", "name": "f", "arguments": "{}"},
        {"type": "function_call_output", "call_id": "c", "output": "12"},
        {"role": "assistant", "content": [{"type": "output_text", "text": "A."}]},
        {"role": "user", "content": "Why?"},
    ],
    "instructions": "Be kind.",
    "background": False,
    "include": ["message.output_text.logprobs"],
    "max_output_tokens": 50,
    "metadata": {"k": "v"},
    "parallel_tool_calls": True,
    "previous_response_id": None,
    "prompt_cache_key": "k",
    "prompt_cache_retention": "24h",
    "reasoning": {"effort": "low", "summary": "auto"},
    "safety_identifier": "s",
    "service_tier": "auto",
    "store": True,
    "stream": True,
    "stream_options": {"include_obfuscation": True},
    "temperature": 0.5,
    "text": {
        "format": {"type": "json_schema", "name": "n", "schema": SCHEMA, "strict": True},
        "verbosity": "low",
    },
    "tool_choice": {"type": "function", "name": "f"},
    "tools": [{"type": "function", **FUNCTION}],
    "top_logprobs": 2,
    "top_p": 0.5,
    "truncation": "disabled",
    "user": "u",
    "prelude": PRELUDE,
    "provider_options": {"mine": {"k": 1}},
}
_IMAGE = {
    "type": "image",
    "source": {"type": "base64", "media_type": "image/png", "data": "aGk="},
}
_CACHED = {"cache_control": {"type": "ephemeral"}}
COUNTED: dict[str, Any] = {
    "model": "auto",
    "system": [{"type": "text", "text": "Be brief.", **_CACHED}],
    "messages": [
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "What is this?", **_CACHED},
                _IMAGE,
                {"type": "image", "source": {"type": "url", "url": "https://x.test/a"}},
                {
                    "type": "document",
                    "title": "t",
                    "context": "c",
                    "source": {"type": "text", "media_type": "text/plain", "data": "d"},
                },
            ],
        },
        {
            "role": "assistant",
            "content": [
                {"type": "thinking", "thinking": "Hm.", "signature": "s"},
                {"type": "redacted_thinking", "data": "d"},
                {"type": "text", "text": "Let me look."},
                {"type": "tool_use", "id": "c", "name": "f", "input": {"a": 1}},
            ],
        },
        {
            "role": "user",
            "content": [
                {
                    "type": "tool_result",
                    "tool_use_id": "c",
                    "is_error": False,
                    "content": [
                        {"type": "text", "text": "12"},
                        _IMAGE,
                        {
                            "type": "search_result",
                            "title": "t",
                            "source": "s",
                            "content": [{"type": "text", "text": "x"}],
                        },
                    ],
                },
                {"type": "text", "text": "Why?"},
            ],
        },
    ],
    "tool_choice": {"type": "tool", "name": "f", "disable_parallel_tool_use": True},
    "tools": [{"name": "f", "description": "d", "input_schema": SCHEMA, "strict": True}],
    "thinking": {"type": "disabled"},
    "output_config": {"effort": "low"},
    "cache_control": {"type": "ephemeral"},
    "prelude": PRELUDE,
    "provider_options": {"mine": {"k": 1}},
}
MESSAGES: dict[str, Any] = {
    **COUNTED,
    "max_tokens": 50,
    "metadata": {"user_id": "u"},
    "service_tier": "auto",
    "stop_sequences": ["\n"],
    "stream": True,
    "temperature": 0.5,
    "top_k": 5,
    "top_p": 0.5,
}
_OF_PAGES = (
    *("max_tokens", "tools", "tool_choice", "temperature", "stop", "seed", "logit_bias"),
    *("parallel_tool_calls", "prelude", "provider_options"),
)
PAGE: dict[str, Any] = {
    "id": "chat",
    "trigger": "submit-message",
    "messageId": "u3",
    "messages": [
        {"id": "s", "role": "system", "parts": [{"type": "text", "text": "Be brief."}]},
        {
            "id": "u",
            "role": "user",
            "metadata": {"at": 1},
            "parts": [
                {"type": "text", "text": "What is this?"},
                {"type": "file", "mediaType": "image/png", "url": "https://x.test/a"},
            ],
        },
        {
            "id": "a",
            "role": "assistant",
            "parts": [
                {"type": "step-start"},
                {"type": "reasoning", "text": "Hm.", "state": "done"},
                {
                    "type": "text",
                    "text": "Let me see.",
                    "providerMetadata": {"prelude": {"phase": "commentary"}},
                },
                {
                    "type": "tool-f",
                    "toolCallId": "c",
                    "state": "output-available",
                    "input": {"a": 1},
                    "output": "12",
                },
                {
                    "type": "dynamic-tool",
                    "toolName": "g",
                    "toolCallId": "d",
                    "state": "approval-responded",
                    "approval": {"id": "p", "approved": False, "reason": "No."},
                },
                {
                    "type": "steering-message",
                    "id": "u2",
                    "parts": [{"type": "text", "text": "So?"}],
                },
            ],
        },
        {"id": "u3", "role": "user", "parts": [{"type": "text", "text": "Why?"}]},
    ],
    **{name: CHAT[name] for name in CHAT if name in _OF_PAGES},
}
EMBEDDINGS: dict[str, Any] = {
    "model": "mine/big",
    "input": ["a", "b"],
    "dimensions": 2,
    "encoding_format": "base64",
    "input_type": "query",
    "user": "u",
    **OF_MEDIA,
}
IMAGES: dict[str, Any] = {
    "model": "auto",
    "prompt": "A lighthouse.",
    "background": "auto",
    "moderation": "auto",
    "n": 2,
    "output_compression": 50,
    "output_format": "png",
    "partial_images": 0,
    "quality": "low",
    "response_format": "b64_json",
    "size": "64x64",
    "stream": False,
    "style": "vivid",
    "user": "u",
    **OF_MEDIA,
}
VIDEOS: dict[str, Any] = {
    "model": "auto",
    "prompt": "A lighthouse.",
    "seconds": "4",
    "size": "64x64",
    "input_reference": {"image_url": "https://x.test/a"},
    **OF_MEDIA,
}
FEEDBACK: dict[str, Any] = {
    "response_id": "resp_nobodys",
    "rating": 0.5,
    "task": "chat",
}
