import orjson
import pytest

from adapters.failures import MAX_MESSAGE_CHARS, broken_off, refusal, retry_after_s
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable
from edge.core.types import Json

NOW = 1_763_600_000.0  # Thu, 20 Nov 2025 00:53:20 GMT


def refuse(status: int, retry_after: str | None = None, **error: Json) -> TierError:
    headers = {} if retry_after is None else {"retry-after": retry_after}
    body = orjson.dumps({"error": error})
    return refusal("openai/gpt", status, headers, body, now=NOW)


@pytest.mark.parametrize("status", [401, 402, 403, 404])
def test_what_waiting_will_not_mend_is_lasting(status: int) -> None:
    error = refuse(status, message="no")
    assert isinstance(error, TierUnavailable)
    assert error.lasting
    assert error.status == status


@pytest.mark.parametrize("status", [408, 409, 500, 502, 503, 504, 524, 529, 599])
def test_a_platform_in_trouble_is_unavailable_for_now(status: int) -> None:
    error = refuse(status, message="no")
    assert isinstance(error, TierUnavailable)
    assert not error.lasting


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_a_wrong_address(status: int) -> None:
    error = refusal("openai/gpt", status, {"location": "https://x.test"}, b"", now=NOW)
    assert isinstance(error, TierUnavailable)
    assert error.lasting


@pytest.mark.parametrize("status", [400, 422])
def test_the_caller_s_fault_is_the_caller_s(status: int) -> None:
    error = refuse(status, message="bad", type="invalid_request_error", param="top_p", code="wrong")
    assert isinstance(error, TierRejected)
    assert not error.own_limit
    assert (error.param, error.code, error.status) == ("top_p", "wrong", status)


@pytest.mark.parametrize(
    "error",
    [
        {"code": "context_length_exceeded", "type": "invalid_request_error"},
        {"type": "exceed_context_size_error", "code": 400},
        {"type": "BadRequestError", "param": "input_tokens", "code": 400},
        {"code": "unsupported_parameter", "param": "max_tokens"},
    ],
    ids=["openai", "llama.cpp", "vllm", "parameter"],
)
def test_what_this_model_cannot_do_another_may(error: dict[str, Json]) -> None:
    refused = refuse(400, message="no", **error)
    assert isinstance(refused, TierRejected)
    assert refused.own_limit


@pytest.mark.parametrize("status", [413, 415, 451])
def test_what_this_host_cannot_take_another_may(status: int) -> None:
    refused = refuse(status, message="no")
    assert isinstance(refused, TierRejected)
    assert refused.own_limit


def test_too_many_calls_carry_the_time_to_wait() -> None:
    error = refuse(429, "7", code="rate_limit_exceeded")
    assert isinstance(error, TierRateLimited)
    assert error.retry_after_s == 7.0


@pytest.mark.parametrize("status", [503, 529])
def test_a_platform_that_says_when_it_is_back_is_waited_for(status: int) -> None:
    error = refuse(status, "7", message="overloaded")
    assert isinstance(error, TierRateLimited)
    assert (error.status, error.retry_after_s) == (status, 7.0)


@pytest.mark.parametrize(
    "error",
    [
        {"code": "insufficient_quota"},
        {"type": "insufficient_quota"},
        {"code": "credit_balance_exhausted"},
        {"type": "exceeded_current_quota_error"},
        {"type": "rate_limit_error", "details": {"error_code": "enforced_spend_limit_reached"}},
    ],
)
def test_a_used_up_balance_is_no_rate_limit(error: dict[str, Json]) -> None:
    refused = refuse(429, "7", message="no", **error)
    assert isinstance(refused, TierUnavailable)
    assert refused.lasting


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "20"}, 20.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after-ms": "1500", "retry-after": "20"}, 1.5),
        ({"retry-after-ms": "soon", "retry-after": "20"}, 20.0),
        ({"retry-after": "Thu, 20 Nov 2025 00:53:50 GMT"}, 30.0),
        ({"retry-after": "Thu, 20 Nov 2025 00:53:50 -0000"}, 30.0),
        ({"retry-after": "Thu, 20 Nov 2025 00:50:00 GMT"}, 0.0),
        (
            {
                "retry-after": "Fri, 21 Nov 2025 10:00:05 GMT",
                "date": "Fri, 21 Nov 2025 10:00:00 GMT",
            },
            5.0,
        ),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "in a while"}, None),
        ({"retry-after": ""}, None),
        ({}, None),
    ],
)
def test_the_time_to_wait_is_read_in_every_form(
    headers: dict[str, str], seconds: float | None
) -> None:
    assert retry_after_s(headers, NOW) == seconds


@pytest.mark.parametrize(
    "body",
    [
        b'{"error": {"message": "Too long.", "type": "x"}}',
        b'{"error": "Too long."}',
        b'{"object": "error", "message": "Too long.", "code": 400}',
        b'{"message": {"detail": [{"loc": ["body"], "msg": "Too long.", "input": "SECRET"}]}}',
        b'{"detail": [{"loc": ["body"], "msg": "Too long.", "input": "SECRET"}]}',
        b"Too\r\n long.",
    ],
    ids=["openai", "ollama", "sglang", "mistral", "fastapi", "text"],
)
def test_the_platform_s_own_words_are_found_wherever_they_stand(body: bytes) -> None:
    error = refusal("mine/big", 400, {}, body, now=NOW)
    assert str(error) == "mine/big: answered 400: Too long."


def test_the_number_to_complain_with_is_told() -> None:
    body = b'{"error": {"message": "Too long."}, "request_id": "req_1"}'
    error = refusal("mine/big", 400, {}, body, now=NOW)
    assert str(error) == "mine/big: answered 400: Too long. (request req_1)"


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b"null", b'{"error": {}}', b"[[[[[[{}]]]]]]"],
)
def test_a_body_without_words_leaves_the_status(body: bytes) -> None:
    assert str(refusal("mine/big", 502, {}, body, now=NOW)) == "mine/big: answered 502"


def test_markup_is_named_and_not_quoted() -> None:
    error = refusal("mine/big", 502, {}, b"<html><h1>502 Bad Gateway</h1>", now=NOW)
    assert str(error) == "mine/big: answered 502: a page of markup"


@pytest.mark.parametrize(
    "body", [b'{"a":' * 5000, b"[" * 900 + b"]" * 900, b"\xff\xfe", b"x" * 100_000, b"* " * 50_000]
)
def test_a_hostile_body_is_an_error_like_any_other(body: bytes) -> None:
    error = refusal("mine/big", 500, {}, body, now=NOW)
    assert isinstance(error, TierUnavailable)
    assert len(str(error)) < MAX_MESSAGE_CHARS + 50


def test_a_long_message_is_cut_between_words() -> None:
    error = refuse(500, message="long-winded " * 100)
    assert str(error).endswith("long-winded ...")
    assert len(str(error)) < MAX_MESSAGE_CHARS + 50


@pytest.mark.parametrize(
    "quoted",
    [
        "sk-abcdef123456",
        "sk-proj-****************wxyz",
        "Bearer abc.def",
        "gsk_0123456789",
        "abcd*****wxyz",
    ],
)
def test_what_looks_like_a_key_is_not_shown(quoted: str) -> None:
    error = refuse(401, message=f"Incorrect API key provided: {quoted}. See /keys.", code=quoted)
    assert quoted not in str(error)
    assert quoted not in repr(error)
    assert str(error).startswith("openai/gpt: answered 401: Incorrect API key provided: [key]")


def test_control_characters_do_not_reach_a_log() -> None:
    assert str(refuse(500, message="a\x1b[31m\nb\u2028c")) == "openai/gpt: answered 500: a [31m b c"


@pytest.mark.parametrize(
    ("error", "kind", "status"),
    [
        ({"message": "boom", "type": "InternalServerError", "code": 500}, TierUnavailable, 500),
        ({"message": "boom", "code": "502"}, TierUnavailable, 502),
        ({"message": "boom"}, TierUnavailable, 500),
        ({"code": "rate_limit_exceeded", "type": "tokens"}, TierRateLimited, 429),
        ({"code": "insufficient_quota", "type": "insufficient_quota"}, TierUnavailable, 429),
        ({"code": "model_not_found", "type": "invalid_request_error"}, TierUnavailable, 404),
        ({"type": "invalid_request_error"}, TierRejected, 400),
        ({"type": "billing_error"}, TierUnavailable, 402),
        ({"type": "conflict_error"}, TierUnavailable, 409),
        ({"type": "request_too_large"}, TierRejected, 413),
        ({"type": "timeout_error"}, TierUnavailable, 504),
        ({"type": "overloaded_error"}, TierUnavailable, 529),
        ({"code": "DeploymentNotFound"}, TierUnavailable, 404),
        ({"code": "capacity_exceeded"}, TierUnavailable, 498),
        ({"error_type": "dynamic_token_limited"}, TierRateLimited, 429),
        ({"code": 7}, TierUnavailable, 500),
    ],
)
def test_an_error_within_a_stream_is_told_apart_like_one_before_it(
    error: dict[str, Json], kind: type[TierError], status: int
) -> None:
    broken = broken_off("mine/big", {"error": error})
    assert type(broken) is kind
    assert broken.status == status


@pytest.mark.parametrize(
    ("word", "kind", "status"),
    [
        ("overloaded", TierRateLimited, 429),
        ("validation", TierRejected, 422),
        ("generation", TierUnavailable, 424),
        ("incomplete_generation", TierUnavailable, 500),
    ],
)
def test_an_error_whose_kind_lies_beside_its_words_is_told_apart_too(
    word: str, kind: type[TierError], status: int
) -> None:
    broken = broken_off("mine/big", {"error": "boom", "error_type": word})
    assert type(broken) is kind
    assert broken.status == status
    assert str(broken).endswith(": boom")


def test_a_tool_call_that_the_model_botched_is_worth_another_model() -> None:
    error = {"message": "Failed to call a function.", "code": "tool_use_failed", "status_code": 400}
    broken = broken_off("groq/llama", {"error": error})
    assert isinstance(broken, TierRejected)
    assert broken.own_limit
    assert str(broken) == "groq/llama: broke off with 400: Failed to call a function."


@pytest.mark.parametrize(
    ("status", "kind", "our"),
    [
        (400, "ValidationException", TierRejected),
        (400, "ServiceQuotaExceededException", TierRateLimited),
        (403, "AccessDeniedException", TierUnavailable),
        (408, "ModelTimeoutException", TierUnavailable),
        (424, "ModelErrorException", TierUnavailable),
        (429, "ModelNotReadyException", TierRateLimited),
    ],
)
@pytest.mark.parametrize("behind", ["", ":http://internal.amazon.com/coral/"])
def test_what_aws_names_in_the_head_is_its_error(
    status: int, kind: str, our: type[TierError], behind: str
) -> None:
    headers = {"x-amzn-errortype": kind + behind}
    error = refusal("mine/m", status, headers, b'{"Message": "It says why."}', now=NOW)
    assert type(error) is our
    assert "It says why." in str(error)
    if isinstance(error, TierRejected):
        assert error.own_limit


def test_what_aws_names_in_the_body_is_its_error_too() -> None:
    body = b'{"__type": "com.amazon.coral.validate#ValidationException", "message": "no"}'
    error = refusal("mine/m", 400, {}, body, now=NOW)
    assert isinstance(error, TierRejected) and error.own_limit


@pytest.mark.parametrize("key", ["AKIA" + "Q" * 16, "ASIA" + "7" * 16, "ABSKQmVkcm9ja0FQSUtleS0="])
def test_a_key_of_aws_is_taken_out_whoever_s_it_is(key: str) -> None:
    error = refusal("mine/m", 403, {}, orjson.dumps({"message": f"Not {key}!"}), now=NOW)
    assert key not in str(error) and "[key]" in str(error)


def test_a_refusal_without_a_word_for_programs_may_mean_this_model_alone() -> None:
    bare = refusal("cohere/a", 400, {}, b'{"message": "too many tokens"}', now=0.0)
    assert isinstance(bare, TierRejected) and bare.own_limit
    told = refusal("a/b", 400, {}, b'{"error": {"message": "no", "code": "bad_tool"}}', now=0.0)
    assert isinstance(told, TierRejected) and not told.own_limit
