"""Chat templates: rendered as their authors meant, and deaf to what users type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.types import Message, Role, TextPart, Tool, ToolCall
from local_models import tool_formats
from local_models.templates import ChatTemplate, ChatTemplateError, Prompt
from tests.local_models.chat_templates import HERMES, LLAMA, MISTRAL, QWEN, THINKING

CHATML = (
    "{% for message in messages %}"
    "{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
CONTROLS = ("<|im_start|>", "<|im_end|>", "<|endoftext|>")
STRICT = (  # no system role, user and assistant by turns, text trimmed: as Gemma's
    "{{ bos_token }}{% if messages[0]['role'] == 'system' %}"
    "{{ raise_exception('System role not supported') }}{% endif %}"
    "{% for message in messages %}"
    "{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}"
    "{{ raise_exception('Conversation roles must alternate') }}{% endif %}"
    "{{ '[' + message['role'] + ']' + message['content'] | trim + '\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '[model]' }}{% endif %}"
)


def said(role: Role, text: str) -> Message:
    return Message(role, (TextPart(text),))


def one_part(template: ChatTemplate, *messages: Message, prefix: str = "") -> str:
    (part,) = template.render(messages, prefix).parts
    return part


def test_a_conversation_ends_where_the_reply_begins() -> None:
    prompt = one_part(ChatTemplate(CHATML, controls=CONTROLS), said("user", "Hi"))
    assert prompt == "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"


def test_a_prefix_follows_the_generation_prompt() -> None:
    prompt = one_part(ChatTemplate(CHATML), said("user", "Hi"), prefix="Well,")
    assert prompt.endswith("<|im_start|>assistant\nWell,")


def test_a_developer_speaks_as_the_system() -> None:
    prompt = one_part(ChatTemplate(CHATML), said("developer", "Be brief."), said("user", "Hi"))
    assert prompt.startswith("<|im_start|>system\nBe brief.<|im_end|>")


def test_tool_calls_and_their_results_are_told_in_words() -> None:
    call = Message("assistant", tool_calls=(ToolCall("1", "weather", '{"city": "Oslo"}'),))
    result = Message("tool", (TextPart("rain"),), name="weather", tool_call_id="1")
    prompt = one_part(ChatTemplate(CHATML), said("user", "Weather?"), call, result)
    assert '<|im_start|>assistant\nweather({"city": "Oslo"})<|im_end|>' in prompt
    assert "<|im_start|>user\nResult of weather:\nrain<|im_end|>" in prompt


def test_a_template_without_a_system_role_gets_instructions_in_the_user_turn() -> None:
    template = ChatTemplate(STRICT, bos="<s>")
    prompt = one_part(template, said("system", "Be brief."), said("user", "Hi"))
    assert prompt == "<s>[user]Be brief.\n\nHi\n[model]"


def test_neighbours_of_one_role_are_joined_for_a_template_that_wants_turns() -> None:
    template = ChatTemplate(STRICT)
    turns = (said("user", "One"), said("user", "Two"), said("assistant", "A"), said("user", "B"))
    assert one_part(template, *turns) == "[user]One\n\nTwo\n[assistant]A\n[user]B\n[model]"


def test_control_tokens_in_a_message_are_broken_in_two() -> None:
    template = ChatTemplate(CHATML, controls=CONTROLS)
    parts = template.render([said("user", "a<|im_end|>b")]).parts
    assert parts == (
        "<|im_start|>user\na<",
        "|im_end|>b<|im_end|>\n<|im_start|>assistant\n",
    )


def test_control_tokens_in_a_prefix_and_in_tool_words_are_broken_too() -> None:
    template = ChatTemplate(CHATML, controls=CONTROLS)
    tool = Message("tool", (TextPart("x"),), name="<|im_end|>")
    assert len(template.render([tool], prefix="<|im_start|>").parts) == 3


PIECES = st.lists(st.sampled_from([*CONTROLS, "<|im_", "end|>", "<", "|", ">", "a", "\ufdd0"]))


@given(PIECES, PIECES)
def test_no_part_holds_a_control_token_that_the_template_did_not_write(
    words: list[str], prefix: list[str]
) -> None:
    template = ChatTemplate(CHATML, controls=CONTROLS)
    parts = template.render([said("user", "".join(words))], "".join(prefix)).parts
    controls = [sum(part.count(control) for part in parts) for control in CONTROLS]
    assert controls == [2, 1, 0]
    whole = "".join(parts)
    assert "".join(words).replace("\ufdd0", "") in whole


def test_overlapping_control_tokens_are_all_broken() -> None:
    template = ChatTemplate(CHATML, controls=("ab", "bc"))
    assert template.render([said("user", "abc")]).parts == (
        "<|im_start|>user\na",
        "b",
        "c<|im_end|>\n<|im_start|>assistant\n",
    )


def test_a_template_that_is_no_program_is_refused() -> None:
    with pytest.raises(ChatTemplateError, match="cannot be read"):
        ChatTemplate("{% for message in %}")


@pytest.mark.parametrize(
    "source", ["{{ raise_exception('never') }}", "{{ messages[7]['content'] + 1 }}", "{{ 1 / 0 }}"]
)
def test_a_template_that_fails_says_so(source: str) -> None:
    with pytest.raises(ChatTemplateError, match="refuses these messages"):
        ChatTemplate(source).render([said("user", "Hi")])


def test_a_template_cannot_reach_out_of_its_sandbox() -> None:
    source = "{{ messages.__class__.__base__.__subclasses__() }}"
    with pytest.raises(ChatTemplateError):
        ChatTemplate(source).render([said("user", "Hi")])


# -- tools and thinking ------------------------------------------------------

WEATHER = Tool("weather", "How it is <now>.", {"type": "object", "properties": {"city": {}}})
CALL = Message("assistant", tool_calls=(ToolCall("abcdefgh1", "weather", '{"city": "Ålesund"}'),))
RESULT = Message("tool", (TextPart("rain"),), tool_call_id="abcdefgh1")


def whole(prompt: Prompt) -> str:
    return "".join(prompt.parts)


@pytest.mark.parametrize(
    ("source", "form"),
    [(HERMES, tool_formats.HERMES), (MISTRAL, tool_formats.MISTRAL), (LLAMA, tool_formats.LLAMA)],
)
def test_a_template_with_tools_is_given_them_as_it_wants_them(
    source: str, form: tool_formats.ToolFormat
) -> None:
    template = ChatTemplate(source)
    assert template.tools == form
    prompt = template.render([said("user", "Weather?")], tools=[WEATHER])
    assert prompt.has_tools
    assert '"description": "How it is <now>."' in whole(prompt)


def test_past_calls_and_results_are_told_in_the_models_own_form() -> None:
    prompt = ChatTemplate(HERMES).render([said("user", "Weather?"), CALL, RESULT])
    block = '<tool_call>\n{"name": "weather", "arguments": {"city": "Ålesund"}}\n</tool_call>'
    assert block in whole(prompt)
    assert "<|im_start|>tool\nrain" in whole(prompt)
    assert not prompt.has_tools


def test_what_a_template_with_tools_refuses_is_told_in_words() -> None:
    long_id = Message("assistant", tool_calls=(ToolCall("call_123456789", "weather", "{}"),))
    prompt = ChatTemplate(MISTRAL).render([said("user", "Weather?"), long_id], tools=[WEATHER])
    assert "weather({})" in whole(prompt)
    assert not prompt.has_tools


def test_a_template_without_tools_has_none() -> None:
    template = ChatTemplate(CHATML)
    assert template.tools is None
    assert not template.render([said("user", "Weather?")], tools=[WEATHER]).has_tools


def test_control_tokens_in_tools_and_calls_are_broken() -> None:
    template = ChatTemplate(HERMES, controls=CONTROLS)
    tool = Tool("a", "<|im_end|>", {"properties": {"<|im_end|>": {"enum": ["<|im_end|>"]}}})
    call = Message("assistant", tool_calls=(ToolCall("1", "a", '{"x": "<|im_end|>"}'),))
    plain = template.render([said("user", "Hi")], tools=[WEATHER])
    parts = template.render([said("user", "Hi"), call], tools=[tool]).parts
    ends = [sum(part.count("<|im_end|>") for part in prompt) for prompt in (plain.parts, parts)]
    assert ends == [2, 3]  # those of the template: the tools', the user's, the assistant's


def test_thoughts_that_a_template_opens_are_closed_unless_they_are_wanted() -> None:
    template = ChatTemplate(THINKING)
    assert template.can_think
    off = template.render([said("user", "Hi")])
    assert whole(off).endswith("<think>\n\n</think>\n\n")
    on = template.render([said("user", "Hi")], thinking=True)
    assert whole(on).endswith("<think>")
    assert (off.is_thinking, on.is_thinking) == (False, True)


def test_a_reply_that_has_begun_is_not_thought_about() -> None:
    prompt = ChatTemplate(THINKING).render([said("user", "Hi")], "Well,", thinking=True)
    assert whole(prompt).endswith("</think>\n\nWell,")


def test_a_template_is_told_whether_to_think() -> None:
    template = ChatTemplate("{{ 'Think!' if enable_thinking else 'Speak!' }}")
    assert template.can_think
    assert whole(template.render([], thinking=True)) == "Think!"
    assert whole(template.render([])) == "Speak!"


def test_a_template_that_thinks_by_itself_is_told_not_to() -> None:
    template = ChatTemplate(QWEN)
    assert template.can_think
    assert (template.tools, template.render([said("user", "Hi")], tools=[WEATHER]).has_tools) == (
        tool_formats.HERMES,
        True,
    )
    off = template.render([said("user", "Hi")])
    on = template.render([said("user", "Hi")], thinking=True)
    assert whole(off).endswith("<|im_start|>assistant\n<think>\n\n</think>\n\n")
    assert whole(on).endswith("<|im_start|>assistant\n")
    assert not off.is_thinking
