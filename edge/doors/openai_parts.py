"""OpenAI's conversation parts, as chat completions and Responses share them, into our types."""

from __future__ import annotations

from edge.core.errors import BadRequest
from edge.core.types import ImagePart, Json, Message, Part, TextPart, Tool, ToolCall
from edge.doors.fields import Fields

_TEXT_KINDS = ("text", "input_text", "output_text")
_MOST_TOOLS = 512


def read_parts(fields: Fields, key: str) -> tuple[Part, ...]:
    """`content`: a string, or an array of text and image parts."""
    value = fields.data.get(key)
    if value is None:
        return ()
    if isinstance(value, str):
        return (TextPart(value),)
    if not isinstance(value, list):
        raise fields.wrong(key, "a string or an array of content parts")
    return tuple(_read_part(part) for part in fields.objects(key) or [])


def _read_part(part: Fields) -> Part:
    kind = part.text("type")
    if kind in _TEXT_KINDS:
        text = part.text("text")
        if text is None:
            raise part.wrong("text", "a string")
        return TextPart(text)
    if kind == "refusal":
        return TextPart(part.text("refusal") or "")
    if kind == "image_url":
        image = part.object("image_url")
        url = image.text("url") if image else None
        if image is None or url is None:
            raise part.wrong("image_url", "an object with a url")
        return ImagePart(url, image.text("detail"))
    if kind == "input_image" and (url := part.text("image_url")):
        return ImagePart(url, part.text("detail"))
    raise part.not_taken("type", "one of text, image_url, input_text, output_text, input_image")


def read_chat_message(message: Fields) -> Message:
    match message.text("role"):
        case "system" | "developer" | "user" as role:
            parts = read_parts(message, "content")
            if not parts:
                raise message.wrong("content", "a string or an array of content parts")
            return Message(role, parts, name=message.text("name"))
        case "assistant":
            for name in ("audio", "function_call"):
                if message.data.get(name) is not None:
                    path = message.at(name)
                    raise BadRequest(f"`{path}` is not supported.", param=path)
            calls = tuple(_read_tool_call(call) for call in message.objects("tool_calls") or [])
            parts = read_parts(message, "content")
            if not parts and (refusal := message.text("refusal")):
                parts = (TextPart(refusal),)
            if not parts and not calls:
                raise message.wrong("content", "a string, unless there are tool_calls")
            return Message("assistant", parts, name=message.text("name"), tool_calls=calls)
        case "tool":
            call_id = message.text("tool_call_id")
            if call_id is None:
                raise message.wrong("tool_call_id", "the id of the call it answers")
            return Message("tool", read_parts(message, "content"), tool_call_id=call_id)
        case _:
            roles = "one of system, developer, user, assistant, tool"
            raise message.wrong("role", roles)


def _read_tool_call(call: Fields) -> ToolCall:
    function = call.object("function")
    call_id = call.text("id")
    if function is None or call_id is None:
        raise call.wrong("function" if call_id else "id", "given for a tool call")
    name = function.text("name")
    if name is None:
        raise function.wrong("name", "a string")
    return ToolCall(call_id, name, function.text("arguments") or "")


def read_tools(fields: Fields, *, nested: bool) -> tuple[Tool, ...]:
    """Function tools; `nested` where the dialect wraps them in a `function` object. Where the
    `tool_choice` allows some of them only, these are all there are."""
    given = fields.objects("tools") or []
    if len(given) > _MOST_TOOLS:
        message = f"`tools` may hold {_MOST_TOOLS} tools; got {len(given)}."
        raise BadRequest(message, param="tools")
    tools = []
    for tool in given:
        if tool.text("type") != "function":
            raise tool.not_taken("type", "function")
        function = tool.object("function") if nested else tool
        if function is None:
            raise tool.wrong("function", "an object")
        name = function.text("name")
        if not name:
            raise function.wrong("name", "a string")
        parameters = function.object("parameters")
        tools.append(
            Tool(
                name,
                function.text("description"),
                None if parameters is None else parameters.data,
                function.flag("strict"),
            )
        )
    allowed = _read_allowed(fields)
    if allowed is None:
        return tuple(tools)
    names = {_name_of(tool) for tool in allowed.objects("tools") or ()}
    if not names or not names <= {tool.name for tool in tools}:
        raise allowed.wrong("tools", "an array of some of the tools by name")
    return tuple(tool for tool in tools if tool.name in names)


def read_tool_choice(fields: Fields, tools: tuple[Tool, ...]) -> Json:
    """None, "auto", "none", "required", or `{"type": "function", "function": {"name"}}`."""
    choice = fields.data.get("tool_choice")
    if choice is None:
        return None
    if isinstance(choice, str):
        if choice not in ("auto", "none", "required"):
            raise fields.not_taken("tool_choice", "auto, none, required, or a function")
        if choice == "required" and not tools:
            raise BadRequest("`tool_choice` is required but there are no tools.", param="tools")
        return choice
    if (allowed := _read_allowed(fields)) is not None:
        mode = allowed.text("mode")
        if mode not in ("auto", "required"):
            raise allowed.wrong("mode", "auto or required")
        return mode
    given = fields.object("tool_choice")
    if given is None or given.text("type") not in (None, "function"):
        raise (given or fields).not_taken("type", "function or allowed_tools")
    name = _name_of(given)
    if name is None or name not in {tool.name for tool in tools}:
        raise fields.wrong("tool_choice", "auto, none, required, or one of the tools by name")
    return {"type": "function", "function": {"name": name}}


def _read_allowed(fields: Fields) -> Fields | None:
    """`{"type": "allowed_tools", ...}`; chat completions have its members in an object."""
    choice = fields.data.get("tool_choice")
    if not isinstance(choice, dict) or choice.get("type") != "allowed_tools":
        return None
    given = Fields(choice, fields.at("tool_choice"))
    return given.object("allowed_tools") or given


def _name_of(given: Fields) -> str | None:
    return (given.object("function") or given).text("name")
