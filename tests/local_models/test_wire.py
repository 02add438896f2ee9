"""Engine and client, line by line."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edge.core.types import (
    Extra,
    FinishReason,
    Message,
    Piece,
    Sampling,
    Stop,
    Text,
    TextPart,
    Thinking,
    TokenLogprob,
    Tool,
    ToolCall,
    ToolDelta,
    Urgency,
    Usage,
)
from local_models.asks import (
    Ask,
    Embed,
    Generate,
    Infill,
    Score,
    Warm,
    decode_ask,
    encode_ask,
)
from local_models.checks import WireError
from local_models.counts import Counts
from local_models.info import EngineInfo
from local_models.wire import (
    Refusal,
    Refused,
    decode_answer,
    decode_info,
    encode_answer,
    encode_info,
)
from local_models.wishes import Wishes

ASK = Generate(
    (
        Message("system", (TextPart("Be brief."),)),
        Message("user", (TextPart("Weather in Oslo?"),), name="Ada"),
        Message("assistant", (TextPart(""),), tool_calls=(ToolCall("1", "weather", "{}"),)),
        Message("tool", (TextPart("rain"),), name="weather"),
    ),
    Sampling(
        max_tokens=9,
        temperature=0.5,
        top_p=0.9,
        stop=("\n",),
        seed=7,
        presence_penalty=0.1,
        frequency_penalty=0.2,
        logit_bias={"5": -100.0},
        logprobs=True,
        top_logprobs=3,
    ),
    prefix="It",
    choices=("It rains.", "It shines."),
)
ANSWERS: tuple[Piece | Refused, ...] = (
    Text("héllo\n"),
    Text("a", (TokenLogprob("a", -0.5, (("a", -0.5), ("b", -1.0))),)),
    Thinking("Hm."),
    ToolDelta(1, "abcdefgh1", "weather", '{"city": "Oslo"}'),
    Extra({"scores": [-0.5, -1.0]}),
    Usage(20, 3, 16),
    Stop(FinishReason.LENGTH),
    Refused(Refusal.OWN_LIMIT, "too long"),
)


WISHES = Wishes(top_k=3, thinking=True, tools=(Tool("a", None, {}),), format={"type": "text"})
ASKS: tuple[Ask, ...] = (
    ASK,
    Generate(ASK.messages[:1], Sampling()),
    replace(ASK, wishes=WISHES, scope="ada"),
    Warm(ASK.messages, "ada"),
    Infill("a", "", Sampling(max_tokens=3), Urgency(1.0, 2.0), "ada", WISHES),
    Score(ASK.messages, "It is", (" yes", " no"), Urgency(deadline=1.0), "ada"),
    Score((), "It is", (" yes",)),
    Embed(("one", "two")),
)


@pytest.mark.parametrize("ask", ASKS)
def test_an_ask_arrives_as_it_was_sent(ask: Ask) -> None:
    line = encode_ask(ask)
    assert line.count(b"\n") == 1
    assert decode_ask(line) == ask


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_arrives_as_it_was_sent(answer: Piece | Refused) -> None:
    assert decode_answer(encode_answer(answer)) == answer


def test_info_arrives_as_it_was_sent() -> None:
    info = EngineInfo(
        "m",
        "/m.gguf",
        135,
        49152,
        "CPU",
        2,
        4096,
        4,
        1,
        0,
        6,
        800,
        32,
        24,
        440.0,
        150.0,
        430.0,
        140.0,
        Counts(steps=7, step_s=0.25),
        ("a",),
    )
    assert decode_ask(encode_ask("info")) == "info"
    assert decode_info(encode_info(info)) == info


def generate(**changes: object) -> bytes:
    ask = {"op": "generate", "messages": [{"role": "user", "text": "Hi"}]}
    return orjson.dumps(ask | changes)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        (b"GET / HTTP/1.1\r\n", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[]", "the line: not an object"),
        (b"{}", "op"),
        (b'{"op": "generate"}', "messages: not a list"),
        (generate(messages=[]), "messages: none"),
        (generate(messages=["Hi"]), "messages: not an object"),
        (generate(messages=[{"role": "king", "text": "Hi"}]), "role"),
        (generate(messages=[{"role": "user"}]), "text: not a string"),
        (generate(messages=[{"role": "assistant", "text": "", "calls": [["1"]]}]), "calls"),
        (generate(prefix=3), "prefix: not a string"),
        (generate(choices="one"), "choices: not a list"),
        (generate(choices=["one", ""]), "choices: one is empty"),
        (generate(sampling=[]), "sampling: not an object"),
        (generate(sampling={"temperature": "hot"}), "temperature: not a number"),
        (generate(sampling={"temperature": True}), "temperature: not a number"),
        (generate(sampling={"max_tokens": 0}), "max_tokens: less than 1"),
        (generate(sampling={"max_tokens": 1.5}), "max_tokens: not a whole number"),
        (generate(sampling={"top_logprobs": -1}), "top_logprobs: not between 0 and 20"),
        (generate(sampling={"top_logprobs": 21}), "top_logprobs: not between 0 and 20"),
        (generate(sampling={"logit_bias": {"1": None}}), "logit_bias: not a number"),
        (generate(sampling={"stop": "\n"}), "stop: not a list"),
        (generate(scope="x" * 201), "scope: more than 200"),
        (generate(wishes=3), "wishes: not an object"),
        (generate(wishes={"top_k": 0.5}), "top_k: not a whole number"),
        (b'{"op": "warm", "messages": [{"role": "user", "text": "Hi"}]}', "scope: none"),
        (b'{"op": "score", "labels": ["a"]}', "messages: not a list"),
        (b'{"op": "score", "prefix": "a", "labels": []}', "labels: not 1 to 256"),
        (b'{"op": "score", "prefix": "a", "labels": ["", "b"]}', "none empty"),
        (b'{"op": "embed", "texts": "one"}', "texts: not a list"),
        (b'{"op": "embed", "texts": []}', "texts: not 1 to 2048"),
        (b'{"op": "infill", "prefix": 1}', "prefix: not a string"),
    ],
)
def test_a_strangers_ask_is_refused_with_its_fault(line: bytes, complaint: str) -> None:
    with pytest.raises(WireError, match=complaint):
        decode_ask(line)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
KEYS = (
    *("messages", "sampling", "prefix", "choices", "wishes", "scope", "urgency"),
    *("suffix", "labels", "texts"),
)
OPS = ("generate", "warm", "infill", "score", "embed")


@given(st.sampled_from(OPS), st.dictionaries(st.sampled_from(KEYS), JSON))
def test_no_ask_however_strange_raises_anything_else(op: str, changes: dict[str, object]) -> None:
    with suppress(WireError):
        decode_ask(generate(op=op, **changes))


@given(st.binary(max_size=40) | JSON.map(orjson.dumps))
def test_no_answer_however_strange_raises_anything_else(line: bytes) -> None:
    with suppress(WireError):
        decode_answer(line)


@pytest.mark.parametrize("line", [b"{}", b'{"stop": "tired"}', b'{"text": 5}', b'{"text": "a'])
def test_an_unreadable_answer_is_an_error(line: bytes) -> None:
    with pytest.raises(WireError):
        decode_answer(line)


def test_half_a_surrogate_pair_cannot_be_sent() -> None:
    with pytest.raises(WireError):
        encode_ask(Generate((Message("user", (TextPart("\ud83d"),)),), Sampling()))
