"""What can go wrong at a hosted platform: one row each.

A fault is of one of a few kinds, by what it touches: the status instead of a reply (`Refuse`),
the head of it (`Behead`), all of its body (`Instead`), the clock (`Slow`), the words (`Say`), the
wire at one place of the reply (`Break`), one event (`Spoil`), how events are written (`Write`),
what comes behind the words (`Tail`), or that it is no stream (`Unstreamed`). A new fault is a new
row; a new kind is a new class here and a new branch where replies are made.

`after` counts the characters that are said before it goes wrong; in a reply that is not
streamed, the bytes of its body.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from bench import fault_acts as acts
from bench import fault_words as words
from bench.fault_acts import Act, Rewrite

NO_FAULT = "none"
_HOUR_MS = 3_600_000.0


@dataclass(frozen=True, slots=True)
class Healthy:
    doc: str


@dataclass(frozen=True, slots=True)
class Refuse:
    """`of_prefill`: only of a request that ends in a message of the assistant's."""

    doc: str
    status: int
    type: str
    code: str | None
    message: str
    retry_after: bool = False
    of_prefill: bool = False


@dataclass(frozen=True, slots=True)
class Behead:
    """`act` takes the place of the whole reply, before a byte of its head."""

    doc: str
    act: Act


@dataclass(frozen=True, slots=True)
class Instead:
    """Another body under a status of 200."""

    doc: str
    body: bytes
    content_type: str = "text/event-stream"


@dataclass(frozen=True, slots=True)
class Slow:
    """One clock is `ms` later: the response head, the first text, or each token after `after`."""

    doc: str
    clock: Literal["head", "first_text", "token"]
    ms: float


@dataclass(frozen=True, slots=True)
class Say:
    """`words(prefix, rest, whole)` is said instead of the rest of the whole answer."""

    doc: str
    words: Callable[[str, str, str], str]


@dataclass(frozen=True, slots=True)
class Break:
    """`always`: a reply that is not streamed breaks at its end, if it is shorter than `after`."""

    doc: str
    act: Act
    after: int = 40
    ms: float = 0.0
    always: bool = False


@dataclass(frozen=True, slots=True)
class Spoil:
    """The event with the words behind `after` is written in another way, or not at all."""

    doc: str
    rewrite: Rewrite
    after: int = 40


@dataclass(frozen=True, slots=True)
class Write:
    """Every event is written in another way that means the same; `content_type` None: under the
    name that the dialect gives it."""

    doc: str
    rewrite: Rewrite = acts.as_it_is
    content_type: str | None = None
    gzip: bool = False


End = Literal["finish", "usage", "done"]


@dataclass(frozen=True, slots=True)
class Tail:
    """What comes behind the words, in order."""

    doc: str
    ends: tuple[End, ...]


@dataclass(frozen=True, slots=True)
class Unstreamed:
    doc: str


Fault = Healthy | Refuse | Behead | Instead | Slow | Say | Break | Spoil | Write | Tail | Unstreamed

_INVALID = "invalid_request_error"
_SERVER = "server_error"
_BUSY = "service_unavailable_error"
_BAD_ONE = "The value is not valid."

FAULTS: Mapping[str, Fault] = {
    NO_FAULT: Healthy("nothing goes wrong"),
    # the head
    "drop": Behead("closes the connection instead of answering", acts.cut),
    "reset_head": Behead("resets the connection (TCP RST) instead of answering", acts.reset),
    "half_head": Behead("closes the connection within the response head", acts.half_a_head),
    "no_http": Behead("answers with bytes that are no HTTP", acts.no_http),
    # another body
    "blank": Instead("200 and an empty body", b""),
    "only_done": Instead("a stream of nothing but [DONE]", b"data: [DONE]\n\n"),
    "page": Instead(
        "200 and a page of some proxy", b"<html><body>Sign in</body></html>", "text/html"
    ),
    "error_body": Instead("200 and an error as one JSON body", acts.ERROR_BODY, "application/json"),
    # the clock
    "delay": Slow("the first token comes ms later", "first_text", 5_000),
    "slow_headers": Slow("even the response head comes ms later", "head", 5_000),
    "hang": Slow("no response head, ever", "head", _HOUR_MS),
    "drip": Slow("ms between any two tokens, from some place on", "token", 1_000),
    # the wire
    "stall": Break("after some text says nothing for ms, then goes on", acts.stall, ms=_HOUR_MS),
    "freeze": Break(
        "stalls, and so it does when it is not streamed", acts.stall, 40, _HOUR_MS, True
    ),
    "keepalive": Break(
        "only keep-alive comments for ms, then goes on", acts.keep_alive_only, 0, _HOUR_MS
    ),
    "pings": Break(
        "only events of the name `ping` for ms, then goes on", acts.ping_only, 0, _HOUR_MS
    ),
    "empty_deltas": Break(
        "only events without a word for ms, then goes on", acts.empty_only, 0, _HOUR_MS
    ),
    "cut": Break("closes the connection after some text", acts.cut),
    "reset": Break("resets the connection (TCP RST) after some text", acts.reset),
    "end_early": Break("ends the body properly, without finish_reason or [DONE]", acts.end_early),
    "half_event": Break("closes the connection within an event", acts.half_an_event),
    "garble": Break("breaks off a line of JSON, sends bytes that are no UTF-8, ends", acts.garble),
    "bad_line": Break("one malformed line between two good ones; no word is lost", acts.bad_line),
    "bad_lines": Break("five malformed lines, then the end", acts.bad_lines),
    "error": Break("an error object inside the 200; with after=0 before any text", acts.error),
    "error_429": Break("the same, for a rate limit", acts.error_429),
    "error_event": Break("the same, as an event of that name", acts.error_event),
    "give_up": Break("finish_reason `error`", acts.give_up),
    "endless": Break("says the same few words for ever, ms apart", acts.babble, ms=5),
    # one event
    "lost": Spoil("one event with words never comes", acts.leave_out),
    "lost_line": Spoil("one event with words is broken JSON", acts.break_json),
    "doubled": Spoil("one event with words comes twice", acts.say_twice),
    # how events are written: nothing is lost
    "cr_lf": Write("lines end in CR LF, which come in two reads", acts.cr_lf),
    "cr": Write("lines end in CR", acts.cr_only),
    "bom": Write("a byte-order mark comes first", acts.byte_order_mark),
    "many_lines": Write("each event has many data lines", acts.many_data_lines),
    "no_space": Write("no blank behind `data:`", acts.no_space),
    "comments": Write("comments, ids and retry times between the events", acts.comments_between),
    "named": Write("every event has a name", acts.named),
    "bytes": Write("each byte comes by itself", acts.byte_by_byte),
    "empty_choices": Write("chunks without a choice in between", acts.empty_choices),
    "early_usage": Write("the usage comes first, and again in the middle", acts.early_usage),
    "plain_type": Write("the stream calls itself text/plain", content_type="text/plain"),
    "json_type": Write("the stream calls itself JSON", content_type="application/json"),
    "gzip": Write("compressed, though nobody asked for it", gzip=True),
    "unstreamed": Unstreamed("one JSON body, though a stream was asked for"),
    # the words
    "restart": Say("ignores the prefill and begins again", words.restart),
    "echo": Say("repeats the prefill before it goes on", words.echo),
    "loose_echo": Say("the same, with other quotes, marks and white space", words.loose_echo),
    "preface": Say("says a phrase of its own before it goes on", words.preface),
    "paraphrase": Say("ignores the prefill and begins again in other words", words.paraphrase),
    "empty": Say("finishes at once without a word", words.nothing),
    "white_space": Say("finishes after some white space", words.white_space),
    # what comes behind the words
    "no_finish": Tail("no finish_reason, though [DONE] comes", ("usage", "done")),
    "no_usage": Tail("no usage, though asked for", ("finish", "done")),
    "no_done": Tail("no [DONE], though a finish_reason comes", ("finish", "usage")),
    "usage_first": Tail("the usage comes before the finish_reason", ("usage", "finish", "done")),
    "twice_ended": Tail("finish_reason and usage come twice", ("finish", "usage") * 2 + ("done",)),
    # the status
    "400": Refuse(
        "the prompt is longer than the context",
        400,
        _INVALID,
        "context_length_exceeded",
        "This model's maximum context length is 8192 tokens.",
    ),
    "400_bad": Refuse("the caller's fault, whoever is asked", 400, _INVALID, None, _BAD_ONE),
    "400_prefill": Refuse(
        "only a trailing assistant message is refused",
        400,
        _INVALID,
        None,
        "This model does not support assistant message prefill.",
        of_prefill=True,
    ),
    "401": Refuse("the key is refused", 401, _INVALID, "invalid_api_key", "Incorrect API key."),
    "402": Refuse("the balance is used up", 402, _INVALID, "insufficient_balance", "Pay first."),
    "403": Refuse("not for this country", 403, _INVALID, "unsupported_country", "Not available."),
    "404": Refuse("no such model", 404, _INVALID, "model_not_found", "The model does not exist."),
    "408": Refuse("the platform's own timeout", 408, _SERVER, None, "The request timed out."),
    "409": Refuse("conflict", 409, _SERVER, None, "Another request holds the lock."),
    "413": Refuse("the body is too large for it", 413, _INVALID, None, "Request too large."),
    "422": Refuse("it cannot do what was asked", 422, _INVALID, "unsupported_value", _BAD_ONE),
    "429": Refuse(
        "rate limit, with Retry-After",
        429,
        "requests",
        "rate_limit_exceeded",
        "Rate limit reached.",
        retry_after=True,
    ),
    "500": Refuse("server error", 500, _SERVER, None, "The server had an error."),
    "502": Refuse("bad gateway", 502, _SERVER, None, "Bad gateway."),
    "503": Refuse(
        "overloaded, with Retry-After",
        503,
        _BUSY,
        "server_is_overloaded",
        "That model is currently overloaded.",
        retry_after=True,
    ),
    "504": Refuse("gateway timeout", 504, _SERVER, None, "Gateway timeout."),
    "529": Refuse("overloaded", 529, "overloaded_error", None, "Overloaded."),
}
