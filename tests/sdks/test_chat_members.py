"""What hosts' own clients know of OpenAI's members, and what the table says that they refuse."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path

import pytest
from mistralai.client.models import ChatCompletionRequest
from openrouter.components import ChatRequest

from adapters.providers import PROVIDERS

ROWS = {row.name: row for row in PROVIDERS}
# Asked in another way (max_tokens, seed and usage have columns), or refused at the door.
_OF_THE_ADAPTER = frozenset(
    "audio function_call functions max_completion_tokens max_tokens messages model n seed stream "
    "stream_options".split()
)


def members(module: str) -> frozenset[str]:
    """Of a chat request, as the client's source has it."""
    spec = importlib.util.find_spec(module)
    assert spec is not None and spec.origin is not None
    tree = ast.parse(Path(spec.origin).read_text("utf-8"))
    return frozenset(
        line.target.id
        for kind in ast.walk(tree)
        if isinstance(kind, ast.ClassDef) and kind.name.startswith("CompletionCreateParams")
        for line in kind.body
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
    )


def of_stainless(package: str) -> frozenset[str]:
    return members(f"{package}.types.chat.completion_create_params")


CLIENTS = {
    "groq": of_stainless("groq"),
    "together": of_stainless("together"),
    "fireworks": of_stainless("fireworks"),
    "mistral": frozenset(ChatCompletionRequest.model_fields),
    "openrouter": frozenset(ChatRequest.model_fields),
}


@pytest.mark.parametrize("host", CLIENTS)
def test_what_a_host_s_own_client_does_not_know_is_refused_by_its_row(host: str) -> None:
    unknown = of_stainless("openai") - CLIENTS[host] - _OF_THE_ADAPTER
    assert unknown
    assert unknown <= ROWS[host].refuses


@pytest.mark.parametrize("host", CLIENTS)
def test_a_key_for_the_prompt_cache_is_sent_to_who_knows_it(host: str) -> None:
    assert ROWS[host].prompt_cache_key == ("prompt_cache_key" in CLIENTS[host])
