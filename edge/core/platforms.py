"""Hosted platforms as settings see them: a row of the provider table, its key, its models' names.

The table itself is the adapters'; whoever loads settings hands it in.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from typing import Protocol

from edge.core.settings import ProviderSettings

VARIABLE_NAME = re.compile(r"[A-Z_][A-Z0-9_]*\Z")  # POSIX; a key pasted by mistake does not match


class Platform(Protocol):
    """A row: `key_env` is the usual key variable, `chat_model` the model when nobody chose one.

    `base_url` None: everyone's own is elsewhere, so the settings must name it. `elsewhere` has the
    regions that answer at an address of another form, `media` the kinds of things that it makes
    beside text.
    """

    @property
    def name(self) -> str: ...

    @property
    def key_env(self) -> str | None: ...

    @property
    def base_url(self) -> str | None: ...

    @property
    def chat_model(self) -> str | None: ...

    @property
    def elsewhere(self) -> Mapping[str, str]: ...

    @property
    def background(self) -> bool:
        """It can make a reply whether or not anybody reads it."""

    @property
    def keeps_prompts(self) -> bool:
        """It keeps beginnings of prompts for a price."""

    @property
    def machine_key(self) -> bool:
        """Without a key it is called with what the machine itself is allowed."""

    @property
    def media(self) -> Container[str]: ...

    @property
    def completes(self) -> bool:
        """It goes on with a text that is no conversation."""


class Secret:
    """A platform's key. Nothing prints it by accident; `reveal` is called where a call is sent."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __repr__(self) -> str:
        return "Secret(...)"

    def reveal(self) -> str:
        return self._value


Keys = Mapping[str, Secret]  # by provider name; a provider without one is called without one


def split_model(name: str) -> tuple[str, str] | None:
    """`openrouter/meta/llama` is platform `openrouter`, model `meta/llama`."""
    provider, _, model = name.partition("/")
    return (provider, model) if provider and model else None


def key_variable(provider: ProviderSettings, row: Platform | None) -> str | None:
    """The variable that holds this provider's key.

    The row's usual one goes to the row's own address only: settings that send the calls
    elsewhere must say which key may go there.
    """
    if provider.api_key_env is not None or row is None:
        return provider.api_key_env
    own_address = row.base_url is None or provider.base_url in (None, row.base_url)
    return row.key_env if own_address else None
