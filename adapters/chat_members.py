"""What hosts that follow OpenAI's chat do not take of OpenAI's members, or take and ignore.

A host with a client of its own is asked what that client knows (the versions are in
`requirements/`; `tests/sdks/test_chat_members.py` holds both against each other). What a client
knows and says to be without effect is beside it, with the words' source. Of hosts without one
only what their documentation says is known.

`messages[].name` is a member of a message, `response_format.json_schema` a type of that.
"""

from __future__ import annotations

# Notes about the caller and for the platform's own books. The reply is the same without them, so a
# host that knows none is called without: nobody is turned away for a note.
NOTES = frozenset(
    "metadata prompt_cache_key prompt_cache_options prompt_cache_retention safety_identifier "
    "user".split()
)

_OPENAIS_ALONE = frozenset(
    "modalities moderation prompt_cache_retention safety_identifier verbosity "
    "web_search_options".split()
)

# groq 1.7.0: "not yet supported by any of our models", and "not currently supported".
GROQ = _OPENAIS_ALONE | frozenset(
    "frequency_penalty logit_bias logprobs messages[].name metadata prediction presence_penalty "
    "prompt_cache_key prompt_cache_options store top_logprobs".split()
)
# together 3.1.1. Its `logprobs` is a number, and there is nothing beside it.
TOGETHER = _OPENAIS_ALONE | frozenset(
    "logprobs metadata parallel_tool_calls prediction prompt_cache_key prompt_cache_options "
    "service_tier store top_logprobs user".split()
)
# fireworks-ai 1.2.28
FIREWORKS = _OPENAIS_ALONE | frozenset({"prompt_cache_options", "store"})
# mistralai 3.7.0: anything unknown is an error there. Its seed has a name of its own.
MISTRAL = _OPENAIS_ALONE | frozenset(
    "logit_bias messages[].name prompt_cache_options store user".split()
)
# openrouter 1.3.84
OPENROUTER = frozenset(
    "moderation prompt_cache_retention safety_identifier store verbosity web_search_options".split()
)
# https://api-docs.deepseek.com/api/create-chat-completion
DEEPSEEK = frozenset({"logit_bias", "response_format.json_schema", "seed"})
