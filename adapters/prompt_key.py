"""The word by which calls that begin alike find each other: OpenAI's `prompt_cache_key`.

A platform keeps the beginnings of prompts where it worked on them. Calls with one key go to one
place, so the second of them finds there what the first one left. What calls share is what stands
before the conversation: the system's messages and the tools; so that is what the key is made of,
and a call with neither gets none. It is made of the caller, too: how soon an answer comes tells
whether its beginning was there already, which is no other caller's affair.

The key is a hash: it tells the platform nothing that the prompt does not, and of the caller nothing
at all.

https://developers.openai.com/api/docs/guides/prompt-caching
"""

from __future__ import annotations

import hashlib

from adapters.lenient_json import dumps
from edge.core.types import Call

_LENGTH = 32  # of 64 hexadecimal digits; some platforms take no more than 64 characters


def prompt_key(call: Call) -> str | None:
    """None: nothing stands before the conversation."""
    system = [
        (message.role, message.text)
        for message in call.messages
        if message.role in ("system", "developer")
    ]
    tools = [
        (tool.name, tool.description, tool.parameters, tool.strict) for tool in call.request.tools
    ]
    if not (system or tools):
        return None
    shared = dumps([call.request.caller, system, tools])
    return hashlib.sha256(shared).hexdigest()[:_LENGTH]
