"""What `useChat` of Vercel's AI SDK sends, into a `Request`. Pure.

The SDK's own members are `id`, `messages`, `trigger` and `messageId`; all others are the page's
(`body` of its transport) and are read as those of chat completions, but for `resume`, which is of
this door.
"""

from __future__ import annotations

from dataclasses import dataclass

from edge.core.errors import BadRequest
from edge.core.types import PLANNED, Request
from edge.doors.chat_request import read_limit, read_sampling
from edge.doors.fields import Fields
from edge.doors.openai_parts import read_tool_choice, read_tools
from edge.doors.options import read_options, read_provider_options
from edge.doors.ui_parts import read_ui_messages

_TRIGGERS = ("submit-message", "regenerate-message", "submit-user-message")
_KNOWN = frozenset(
    "id messages trigger messageId resume model prelude provider_options tools tool_choice "
    "parallel_tool_calls max_tokens max_completion_tokens temperature top_p stop seed "
    "presence_penalty frequency_penalty logit_bias".split()
)


@dataclass(frozen=True, slots=True)
class UiRequest:
    """`message_id` is the one of the message that the reply belongs to: a new one, or the
    assistant's last, when it is gone on with behind the results of its tools. `chat` is what a page
    that lost its line takes the reply up by; None: it does not."""

    request: Request
    message_id: str
    chat: str | None


def read_ui_request(body: Fields, request_id: str, client_retries: int = 0) -> UiRequest:
    """Raises `BadRequest` naming the member at fault."""
    for name in body.data:
        if name not in _KNOWN:
            known = ", ".join(sorted(_KNOWN))
            raise BadRequest(f"`{name[:100]}` is not supported here; known: {known}.", param=name)
    body.text("messageId")
    trigger = body.text("trigger")
    if trigger is not None and trigger not in _TRIGGERS:
        raise body.wrong("trigger", "one of " + ", ".join(_TRIGGERS))
    tools = read_tools(body, nested=True)
    request = Request(
        id=request_id,
        model=body.text("model") or PLANNED[0],
        messages=read_ui_messages(body),
        sampling=read_sampling(body, False, None, limit=read_limit(body)),
        tools=tools,
        tool_choice=read_tool_choice(body, tools),
        parallel_tool_calls=body.flag("parallel_tool_calls"),
        options=read_options(body),
        provider_options=read_provider_options(body),
        client_retries=client_retries,
        takes_back=True,
    )
    return UiRequest(request, _message_id(body) or f"msg_{request_id}", _chat(body))


def _chat(body: Fields) -> str | None:
    """A page says that it resumes, because such a one cannot stop a reply by leaving."""
    chat = body.text("id")
    if not body.flag("resume"):
        return None
    if not chat:
        raise body.wrong("id", "the chat's id, to resume it by")
    return chat


def _message_id(body: Fields) -> str | None:
    last = (body.objects("messages") or [])[-1]
    return last.text("id") if last.text("role") == "assistant" else None
