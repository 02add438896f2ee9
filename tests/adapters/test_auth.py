from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from adapters.auth import bearer, in_header
from edge.core.platforms import Secret


@dataclass(frozen=True, slots=True)
class Mine:
    name: str = "mine"
    region: str | None = None
    key_file: str | None = None


def test_key_goes_where_the_platform_wants_it() -> None:
    for auth, header in (
        (bearer, {"authorization": "Bearer k-1"}),
        (in_header("api-key"), {"api-key": "k-1"}),
        (in_header("authorization", "Key "), {"authorization": "Key k-1"}),
    ):
        signer = auth(Mine(), Secret("k-1"))
        assert asyncio.run(signer.sign("POST", "https://a.test/x", b"{}")) == header


def test_without_a_key_nothing_is_added() -> None:
    signer = bearer(Mine(), None)
    assert asyncio.run(signer.sign("POST", "https://a.test/x", b"")) == {}
    assert signer.secrets == ()


def test_key_is_known_as_a_secret_and_shown_nowhere() -> None:
    signer = bearer(Mine(), Secret("k-secret"))
    assert [secret.reveal() for secret in signer.secrets] == ["k-secret"]
    assert "k-secret" not in repr(signer)


def test_key_that_no_header_can_carry_is_refused_without_being_shown() -> None:
    with pytest.raises(ValueError, match="mine: no HTTP header authorization") as refused:
        bearer(Mine(), Secret("k\nx"))
    assert "k\nx" not in str(refused.value)
