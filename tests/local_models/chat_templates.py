"""Chat templates of our own making, of the kinds that models come with."""

_TURNS = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}"
    "{% for c in m.tool_calls or [] %}CALL{% endfor %}<|im_end|>\n{% endfor %}"
)

HERMES = (
    "{% if tools %}<|im_start|>system\nTools:"
    "{% for tool in tools %}\n{{ tool | tojson }}{% endfor %}<|im_end|>\n{% endif %}"
    + _TURNS.replace("CALL", "<tool_call>\n{{ c.function | tojson }}\n</tool_call>")
    + "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
MISTRAL = (
    "{% if tools %}[TOOLS]{{ tools | tojson }}[/TOOLS]{% endif %}"
    + _TURNS.replace("CALL", "[TOOL_CALLS][{{ c.function | tojson }}]")
    + "{% for m in messages %}{% for c in m.tool_calls or [] %}{% if c.id | length != 9 %}"
    "{{ raise_exception('Tool call IDs should be nine characters long') }}"
    "{% endif %}{% endfor %}{% endfor %}"
)
LLAMA = (
    '{% if tools %}Answer with {"name": function name, "parameters": its arguments}.'
    "{% for tool in tools %}\n{{ tool | tojson }}{% endfor %}\n{% endif %}"
    + _TURNS.replace("CALL", "{{ c.function.name }}")
    + "<|im_start|>assistant\n"
)
QWEN = (  # thinks unless told otherwise
    HERMES + "{% if enable_thinking is defined and enable_thinking is false %}"
    "<think>\n\n</think>\n\n{% endif %}"
)
THINKING = (  # one that opens the thoughts itself
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "<|im_start|>assistant\n<think>\n"
)
