"""From what a platform complains about to the reaction we have: a `TierError`.

The status decides, by table; for two of them a word in the body decides further, because
the same status can mean that waiting helps or that it never will. The word is the
platform's `code`, `type` or `param`: what its message says in prose is shown, never matched.

A complaint has the same shape as the body of an HTTP error and as an `error` object within a
stream that began as 200, so both are read here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from math import isfinite
from textwrap import shorten
from urllib.parse import urlsplit

from adapters.google_details import QUOTA_OF_A_DAY, read_details
from adapters.lenient_json import loads
from edge.core.errors import TierError, TierRateLimited, TierRejected, TierUnavailable
from edge.core.types import Json

MAX_MESSAGE_CHARS = 300


class _Reaction(Enum):
    ELSEWHERE = auto()  # now; it may be back soon
    LASTING = auto()  # elsewhere, and waiting will not mend it
    SLOW_DOWN = auto()
    REJECTED = auto()  # the caller's fault
    OWN_LIMIT = auto()  # this model or this host cannot; another may


_BY_STATUS = {
    400: _Reaction.REJECTED,
    401: _Reaction.LASTING,
    402: _Reaction.LASTING,  # the balance is used up
    403: _Reaction.LASTING,
    404: _Reaction.LASTING,
    405: _Reaction.LASTING,  # like 404: that is not where this API lives
    408: _Reaction.ELSEWHERE,
    409: _Reaction.ELSEWHERE,
    410: _Reaction.LASTING,
    412: _Reaction.LASTING,  # Fireworks: the account is suspended
    413: _Reaction.OWN_LIMIT,
    422: _Reaction.REJECTED,
    424: _Reaction.ELSEWHERE,  # something behind it failed
    425: _Reaction.ELSEWHERE,
    429: _Reaction.SLOW_DOWN,
    498: _Reaction.ELSEWHERE,  # Groq: no capacity on the flex tier
    499: _Reaction.ELSEWHERE,  # Cohere: given up on the way
}

# Of 429: no waiting brings these back.
_QUOTA = frozenset(
    {
        "enforced_spend_limit_reached",  # Anthropic
        "exceeded_current_quota_error",  # Moonshot
        "insufficient_quota",
        "credit_balance_exhausted",
        "organization_spend_limit_exceeded",
        "organization_usage_limit_exceeded",
        "project_spend_limit_exceeded",
        QUOTA_OF_A_DAY,
    }
)

# Of 400: it is not the caller's key that is wrong, or where the caller is, but ours.
_OURS = frozenset(
    {
        "API_KEY_INVALID",
        "API_KEY_EXPIRED",
        "FAILED_PRECONDITION",  # Gemini: not in this country, or not without billing
    }
)

# Of 400 and 422: what one model refuses and another takes.
_OWN_LIMITS = frozenset(
    {
        "context_length_exceeded",
        "exceed_context_size_error",  # llama.cpp
        "integer_below_min_value",  # OpenAI: a shorter reply than it will promise
        "input_tokens",  # vLLM: the parameter it blames for a prompt beyond the context
        "string_above_max_length",
        "unsupported_parameter",
        "unsupported_value",
        "tool_use_failed",  # Groq: the model wrote a tool call that is none
        # Bedrock's only word for an unknown model, a prompt beyond the context, and all that one of
        # its models lacks; what is wrong whoever is asked was refused at our door.
        "ValidationException",
        "validationException",
    }
)

# Of 400: it is too much, not wrong.
_TOO_MUCH = frozenset({"ServiceQuotaExceededException"})

# Errors within a stream often carry no status; these words do for one. Unknown ones are 500.
_STATUS_OF_WORD = {
    "authentication_error": 401,
    "invalid_api_key": 401,
    "permission_error": 403,
    "model_not_found": 404,
    "not_found_error": 404,
    "NotFoundError": 404,
    "rate_limit_exceeded": 429,
    "rate_limit_error": 429,
    "BadRequestError": 400,
    "invalid_request_error": 400,
    "UnprocessableEntityError": 422,
    "slow_down": 503,
    "server_is_overloaded": 503,
    # OpenAI's Responses: a prompt that breaks its rules, or pictures that it cannot read
    **dict.fromkeys(
        (
            "bio_policy",
            "empty_image_file",
            "failed_to_download_image",
            "image_content_policy_violation",
            "image_file_not_found",
            "image_file_too_large",
            "image_parse_error",
            "image_too_large",
            "image_too_small",
            "invalid_base64_image",
            "invalid_image",
            "invalid_image_format",
            "invalid_image_mode",
            "invalid_image_url",
            "invalid_prompt",
            "misalignment_policy_violation",
            "unsupported_image_media_type",
        ),
        400,
    ),
    "DeploymentNotFound": 404,  # Azure
    "capacity_exceeded": 498,  # Groq
    # Together's
    "dynamic_request_limited": 429,
    "dynamic_token_limited": 429,
    # TGI's
    "validation": 422,
    "generation": 424,
    "overloaded": 429,
    # Anthropic's
    "billing_error": 402,
    "conflict_error": 409,
    "request_too_large": 413,
    "api_error": 500,
    "timeout_error": 504,
    "overloaded_error": 529,
    # Bedrock's
    "throttlingException": 429,
    "modelTimeoutException": 408,
    "modelStreamErrorException": 424,
    "internalServerException": 500,
    "serviceUnavailableException": 503,
    **dict.fromkeys(_QUOTA, 429),
    **dict.fromkeys(_OWN_LIMITS, 400),
}

# A key must not come back in a message. Ours is taken out by `adapters/caller.py`, which knows
# it; these are for the forms that platforms make of it ("sk-pr********abcd"), and for others'.
_KEY_LIKE = (
    re.compile(r"(?i)\bbearer\s+\S+"),
    re.compile(r"\b(?:sk|pk|rk|gsk|xai|fw|hf|r8|rpa|nvapi)[-_][\w*.-]{4,}"),
    re.compile(r"\bAIza[\w-]{10,}"),
    re.compile(r"\b(?:A(?:KIA|SIA)[A-Z0-9]{12,}|ABSK[\w+/=-]{8,})"),  # AWS
    re.compile(r"\bya29\.[\w.-]+"),  # Google's tokens
)
_MASK = "***"  # "abcd****wxyz", whatever the key began with


@dataclass(frozen=True, slots=True)
class _Complaint:
    message: str
    code: str | None = None
    param: str | None = None
    words: tuple[str, ...] = ()  # code, param and type, whichever there are
    status: int | None = None
    request_id: str | None = None  # what the platform's own people ask for
    retry_after_s: float | None = None


def refusal(
    tier: str, status: int, headers: Mapping[str, str], body: bytes, *, now: float
) -> TierError:
    """The error for an answer that is no 2xx. `now` is the wall clock, for `Retry-After`."""
    try:
        complaint = _read_complaint(loads(body))
    except ValueError:
        complaint = _Complaint(_plain_text(body))
    if 300 <= status < 400:
        complaint = _Complaint(_redirect(headers.get("location")))
    if kind := _bare(headers.get("x-amzn-errortype")):
        complaint = replace(complaint, words=(*complaint.words, kind))
    retry_after = retry_after_s(headers, now)
    if retry_after is None:
        retry_after = complaint.retry_after_s
    return _react(f"{tier}: answered {status}", status, complaint, retry_after)


def broken_off(tier: str, chunk: Json) -> TierError:
    """The error for an `error` object where a piece of the reply should be."""
    complaint = _read_complaint(chunk)
    status = complaint.status
    if status is None:
        known = map(_STATUS_OF_WORD.get, complaint.words)
        status = next(filter(None, known), 500)
    return _react(f"{tier}: broke off with {status}", status, complaint, complaint.retry_after_s)


def retry_after_s(headers: Mapping[str, str], now: float) -> float | None:
    """Seconds to wait, if the platform named a time: `retry-after-ms`, or `Retry-After` as
    seconds or as a date (RFC 9110, section 10.2.3)."""
    if (milliseconds := _number(headers.get("retry-after-ms"))) is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    if (seconds := _number(value)) is not None:
        return seconds
    until = read_date(value)
    if until is None:
        return None
    sent = read_date(headers.get("date"))  # by the same clock, which may not be ours
    return max(0.0, until - (now if sent is None else sent))


def without_keys(text: str) -> str:
    for pattern in _KEY_LIKE:
        text = pattern.sub("[key]", text)
    return " ".join("[key]" if _MASK in word else word for word in text.split())


def _react(what: str, status: int, complaint: _Complaint, retry_after: float | None) -> TierError:
    message = f"{what}: {complaint.message}" if complaint.message else what
    if complaint.request_id:
        message += f" (request {complaint.request_id})"
    match _reaction(status, complaint.words):
        case _Reaction.SLOW_DOWN:
            return TierRateLimited(message, status=status, retry_after_s=retry_after)
        case _Reaction.ELSEWHERE if retry_after is not None:  # 503 or 529: it knows when
            return TierRateLimited(message, status=status, retry_after_s=retry_after)
        case _Reaction.REJECTED | _Reaction.OWN_LIMIT as reaction:
            return TierRejected(
                message,
                status=status,
                own_limit=reaction is _Reaction.OWN_LIMIT,
                param=complaint.param,
                code=complaint.code,
            )
        case reaction:
            return TierUnavailable(message, status=status, lasting=reaction is _Reaction.LASTING)


def _reaction(status: int, words: tuple[str, ...]) -> _Reaction:
    reaction = _BY_STATUS.get(status)
    if reaction is _Reaction.SLOW_DOWN and not _QUOTA.isdisjoint(words):
        return _Reaction.LASTING
    if reaction is _Reaction.REJECTED and not _TOO_MUCH.isdisjoint(words):
        return _Reaction.SLOW_DOWN
    if reaction is _Reaction.REJECTED and not _OURS.isdisjoint(words):
        return _Reaction.LASTING
    # One that gives no reason a program can read may mean this model alone: so do Cohere and Ollama
    # refuse a prompt beyond their context.
    if reaction is _Reaction.REJECTED and (not words or not _OWN_LIMITS.isdisjoint(words)):
        return _Reaction.OWN_LIMIT
    if reaction is not None:
        return reaction
    if 300 <= status < 400:
        return _Reaction.LASTING  # a redirect is not followed: it would take the key along
    if 400 <= status < 500:
        return _Reaction.OWN_LIMIT  # this host will not; nobody knows that another would not
    return _Reaction.ELSEWHERE


# -- reading complaints ------------------------------------------------------


def _read_complaint(body: Json) -> _Complaint:
    """From `{"error": {...}}`, `{"error": "..."}`, or the members lying flat."""
    if isinstance(body, list) and len(body) == 1:  # Google, at times
        body = body[0]
    if not isinstance(body, dict):
        return _Complaint(_tidy(_prose(body)))
    error = body.get("error")
    members = error if isinstance(error, dict) else body
    code, kind, param = (_word(members.get(key)) for key in ("code", "type", "param"))
    kind = kind or _word(members.get("error_type"))  # Together, TGI
    state = _word(members.get("status"))  # Google's word for the code
    details = members.get("details")
    if isinstance(details, dict):  # Anthropic
        code = code or _word(details.get("error_code"))
    told = read_details(details)
    return _Complaint(
        _tidy(_prose(error) or _prose(body)),
        code,
        param,
        tuple(filter(None, (code, param, kind, state, _bare(body.get("__type")), *told.words))),
        next(filter(None, map(_status, map(members.get, ("status_code", "code", "status")))), None),
        _word(body.get("request_id")),
        told.retry_after_s,
    )


def _prose(value: Json, depth: int = 4) -> str:
    """What it says to people, wherever it says it."""
    if isinstance(value, str):
        return value
    if not depth:
        return ""
    if isinstance(value, dict):
        keys = ("message", "detail", "msg", "Message")  # the last is AWS's, now and then
        said = (_prose(value.get(key), depth - 1) for key in keys)
        return next(filter(None, said), "")
    if isinstance(value, list):  # FastAPI's 422; its `input` members hold the prompt: left out
        return "; ".join(filter(None, (_prose(item, depth - 1) for item in value[:3])))
    return ""


def _plain_text(body: bytes) -> str:
    text = body[: 40 * MAX_MESSAGE_CHARS].decode(errors="replace")
    return "a page of markup" if text.lstrip().startswith("<") else _tidy(text)


def _redirect(location: str | None) -> str:
    """The rest of the address is not shown: whoever redirects may have put anything into it."""
    try:
        host = urlsplit(location or "").hostname
    except ValueError:
        host = None
    return _tidy(f"a redirect to {host or 'another path'}, which is not followed")


def _tidy(text: str) -> str:
    """One line, no keys, of bounded length; cut between words, so that a key that only its
    owner knows is there whole or not at all."""
    text = text[: 10 * MAX_MESSAGE_CHARS]
    text = "".join(char if char.isprintable() else " " for char in text)
    return shorten(
        without_keys(text),
        MAX_MESSAGE_CHARS,
        placeholder=" ...",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _word(value: Json) -> str | None:
    return _tidy(value) if isinstance(value, str) and value else None


def _bare(kind: Json) -> str | None:
    """AWS's name of an error without what it may have around it:
    `com.amazon.coral#ThrottlingException:http://internal.amazon.com/`."""
    return _word(kind.partition(":")[0].rpartition("#")[2]) if isinstance(kind, str) else None


def _status(value: Json) -> int | None:
    """A status may be given as a number or as its digits."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value[:4])
    return value if isinstance(value, int) and 400 <= value < 600 else None


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return max(0.0, number) if isfinite(number) else None


def read_date(value: str | None) -> float | None:
    try:
        date = parsedate_to_datetime(value or "")
    except ValueError:
        return None
    return _as_utc(date).timestamp()


def _as_utc(date: datetime) -> datetime:
    return date if date.tzinfo else date.replace(tzinfo=UTC)  # "-0000" reads as no zone
