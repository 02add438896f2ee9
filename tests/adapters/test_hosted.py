"""Hosted tiers against a real server on loopback that does what real ones do, and worse."""

import asyncio
import gc
import logging
import traceback
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
import pytest

from adapters.client import HostedClient
from adapters.hosted import HostedTier
from adapters.models import describe
from adapters.reach import Reach, Reached, reach
from bench.dead_ends import BLACKHOLE, dead_ends
from edge.core.errors import (
    TierError,
    TierGarbled,
    TierRateLimited,
    TierRejected,
    TierUnavailable,
)
from edge.core.platforms import Secret
from edge.core.quota import Counted, Quota
from edge.core.settings import ProviderSettings, Settings
from edge.core.types import (
    Call,
    Extra,
    FinishReason,
    Message,
    Piece,
    Request,
    Sampling,
    Stop,
    Text,
    TextPart,
    Usage,
)

KEY = "zx-81c4f2a9d07b"  # like no platform's, so that only knowing it takes it out
GOLDEN = (Path(__file__).parent / "golden" / "groq.bin").read_bytes()
REPLY = [Text("Hi"), Stop(FinishReason.STOP), Usage(11, 7)]
SSE = "text/event-stream"
FIRST = b'data: {"choices":[{"delta":{"content":"Hi"}}]}\n\n'
FINISH = b'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n'


# -- a server ----------------------------------------------------------------


@dataclass
class Asked:
    line: str
    headers: dict[str, str]
    body: bytes


Answer = Callable[[Asked, "Line"], Awaitable[None]]


@dataclass
class Line:
    """One connection, seen from the server."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    upstream: "Upstream"
    served: int = 0

    def head(self, status: int = 200, content_type: str = SSE, **headers: str) -> None:
        fields = {"content-type": content_type} | headers
        lines = [f"HTTP/1.1 {status} Whatever"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
        self.writer.write("\r\n".join([*lines, "", ""]).encode())

    def chunk(self, data: bytes) -> None:
        self.writer.write(b"%x\r\n%b\r\n" % (len(data), data))

    def stream(self, *data: bytes) -> None:
        self.head(transfer_encoding="chunked")
        for piece in data:
            self.chunk(piece)

    def whole(
        self, body: bytes, status: int = 200, kind: str = "application/json", **more: str
    ) -> None:
        self.head(status, kind, content_length=str(len(body)), **more)
        self.writer.write(body)

    async def until_left(self) -> None:
        """Returns when the client closes the connection."""
        while await self.reader.read(65536):
            pass
        self.upstream.note(left=1)


@dataclass
class Upstream:
    """Answers every request with `answer`; `left` counts clients seen to close in mid-reply."""

    answer: Answer
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    open: int = 0
    left: int = 0
    url: str = ""
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, *, connections: int = 0, left: int = 0) -> None:
        """Something happened; whoever waits in `until` looks again."""
        self.open += connections
        self.connections += max(0, connections)
        self.left += left
        self._changed.set()

    async def until(self, is_so: Callable[[], bool]) -> None:
        while not is_so():
            self._changed.clear()
            await self._changed.wait()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.note(connections=1)
        line = Line(reader, writer, self)
        try:
            while asked := await self._read(reader):
                self.asked.append(asked)
                self.note()
                await self.answer(asked, line)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self.note(connections=-1)
            writer.close()

    async def _read(self, reader: asyncio.StreamReader) -> Asked | None:
        first = await reader.readline()
        if not first:
            return None
        headers = {}
        while (line := (await reader.readline()).decode().strip()) != "":
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        return Asked(first.decode().strip(), headers, body)


@asynccontextmanager
async def serving(answer: Answer) -> AsyncGenerator[Upstream, None]:
    upstream = Upstream(answer)
    server = await asyncio.start_server(upstream.serve, "127.0.0.1", 0)
    upstream.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield upstream
    finally:
        server.close()
        await upstream.until(lambda: upstream.open == 0)


# -- a client ----------------------------------------------------------------


def make_tier(url: str, client: HostedClient, key: str | None = KEY, **headers: str) -> HostedTier:
    return HostedTier(describe("mine/big", settings(url, **headers)), secret(key), client)


def settings(url: str, **headers: str) -> Settings:
    provider = ProviderSettings("openai_compatible", url, headers=headers)
    return Settings(providers={"mine": provider})


def secret(key: str | None) -> Secret | None:
    return None if key is None else Secret(key)


def ask(text: str = "Hello", *, stream: bool = True) -> Call:
    messages = (Message("user", (TextPart(text),)),)
    return Call(Request("r", "auto", messages), messages, Sampling(), stream=stream)


async def read(tier: HostedTier, call: Call | None = None) -> list[Piece]:
    async with aclosing(tier.stream(call or ask())) as pieces:
        return [piece async for piece in pieces if not isinstance(piece, Extra)]


def try_out(answer: Answer, call: Call | None = None) -> tuple[list[Piece], TierError | None]:
    """One call to a server that answers so: the pieces, and the error after them."""

    async def run() -> tuple[list[Piece], TierError | None]:
        async with serving(answer) as upstream, connected() as client:
            heard: list[Piece] = []
            try:
                async for piece in make_tier(upstream.url, client).stream(call or ask()):
                    heard += [] if isinstance(piece, Extra) else [piece]
            except TierError as error:
                return heard, error
            return heard, None

    return asyncio.run(run())


@asynccontextmanager
async def connected() -> AsyncGenerator[HostedClient, None]:
    client = HostedClient()
    try:
        yield client
    finally:
        await client.aclose()


async def answer_well(asked: Asked, line: Line) -> None:
    line.stream(GOLDEN, b"")


# -- replies -----------------------------------------------------------------


def test_a_streamed_reply_arrives_as_pieces() -> None:
    async def run() -> None:
        async with serving(answer_well) as upstream, connected() as client:
            assert await read(make_tier(upstream.url, client)) == REPLY
            (asked,) = upstream.asked
            assert asked.line == "POST /v1/chat/completions HTTP/1.1"
            assert asked.headers["authorization"] == f"Bearer {KEY}"
            assert asked.headers["content-type"] == "application/json"
            assert orjson.loads(asked.body)["model"] == "big"

    asyncio.run(run())


@pytest.mark.parametrize("status", [200, 429])
def test_what_is_left_of_the_quota_is_told_of_every_answer(status: int) -> None:
    async def answer(asked: Asked, line: Line) -> None:
        left = {"x_ratelimit_remaining_requests": "7", "x_ratelimit_reset_requests": "6m0s"}
        line.whole(COMPLETION, status, **left)

    async def run() -> None:
        heard: list[Quota] = []
        async with serving(answer) as upstream, connected() as client:
            model = describe("mine/big", settings(upstream.url))
            tier = HostedTier(model, None, client, heard.append)
            if status == 200:
                assert await read(tier) == REPLY
            else:
                with pytest.raises(TierRateLimited):
                    await read(tier)
        ((count,),) = (quota.counts for quota in heard)
        assert (count.of, count.remaining) == (Counted.REQUESTS, 7)

    asyncio.run(run())


def test_a_server_without_keys_is_asked_without_one() -> None:
    async def run() -> None:
        async with serving(answer_well) as upstream, connected() as client:
            tier = make_tier(upstream.url, client, None, **{"X-Team": "a"})
            assert await read(tier) == REPLY
            assert "authorization" not in upstream.asked[0].headers
            assert upstream.asked[0].headers["x-team"] == "a"

    asyncio.run(run())


def test_pieces_come_while_the_reply_is_still_written() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.stream(FIRST)
        await line.until_left()

    async def run() -> None:
        async with serving(answer) as upstream, connected() as client:
            pieces = make_tier(upstream.url, client).stream(ask())
            assert await anext(pieces) == Text("Hi")
            await pieces.aclose()

    asyncio.run(run())


COMPLETION = orjson.dumps(
    {
        "choices": [{"message": {"content": "Hi"}, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 11, "completion_tokens": 7},
    }
)


@pytest.mark.parametrize("kind", ["application/json", "text/plain", SSE])
@pytest.mark.parametrize("stream", [True, False])
def test_a_reply_in_one_body_is_a_reply_whatever_was_asked_or_announced(
    stream: bool, kind: str
) -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.whole(COMPLETION, kind=kind)

    assert try_out(answer, ask(stream=stream)) == (REPLY, None)


def test_events_are_events_whatever_they_are_announced_as() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.whole(GOLDEN, kind="application/octet-stream")

    assert try_out(answer) == (REPLY, None)
    assert try_out(answer, ask(stream=False)) == (REPLY, None)


def test_a_prompt_of_several_megabytes_is_sent_whole() -> None:
    async def run() -> None:
        async with serving(answer_well) as upstream, connected() as client:
            text = "word " * 500_000
            assert await read(make_tier(upstream.url, client), ask(text)) == REPLY
            body = orjson.loads(upstream.asked[0].body)
            assert body["messages"][0]["content"] == text

    asyncio.run(run())


@pytest.mark.parametrize("path", ["/model/a%3A0/b%2Fc", "/x/%7e%25%c3%a9/?q=%3a+&r=%2F", "/a:0/~"])
def test_a_path_arrives_as_it_was_written(path: str) -> None:
    """A signature is over the path, escapes and all."""

    async def ask_for_it() -> str:
        async with serving(answer_well) as upstream, connected() as client:
            response = await client.send("POST", upstream.url + path, {}, b"{}")
            response.close()
            return upstream.asked[0].line

    assert asyncio.run(ask_for_it()) == f"POST /v1{path} HTTP/1.1"


def test_a_connection_is_used_again_and_brings_no_cookie_back() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.head(transfer_encoding="chunked", set_cookie="replica=7; Path=/")
        line.chunk(GOLDEN)
        line.chunk(b"")

    async def run() -> None:
        async with serving(answer) as upstream, connected() as client:
            # By name: no client keeps the cookies of a bare address.
            tier = make_tier(upstream.url.replace("127.0.0.1", "localhost"), client)
            for _ in range(3):
                assert await read(tier) == REPLY
            assert upstream.connections == 1
            assert not any("cookie" in asked.headers for asked in upstream.asked)

    asyncio.run(run())


def test_a_reply_is_over_at_done_though_the_server_holds_the_line() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.stream(GOLDEN)
        await line.until_left()

    assert try_out(answer) == (REPLY, None)


def test_a_connection_is_used_again_though_its_end_came_after_the_last_piece() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.stream(GOLDEN)
        await line.writer.drain()
        await heard.wait()
        heard.clear()
        line.chunk(b"")

    async def run() -> None:
        async with serving(answer) as upstream, connected() as client:
            tier = make_tier(upstream.url, client)
            for _ in range(2):
                async for piece in tier.stream(ask()):
                    if isinstance(piece, Usage):
                        heard.set()
            assert upstream.connections == 1

    heard = asyncio.Event()
    asyncio.run(run())


@pytest.mark.parametrize("text", ["Hello", "word " * 300_000], ids=["short", "long"])
def test_a_call_that_meets_a_dead_connection_is_sent_again_on_a_new_one(text: str) -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.served += 1
        if line.served > 1:
            line.writer.transport.abort()
        else:
            line.stream(GOLDEN, b"")

    async def run() -> None:
        async with serving(answer) as upstream, connected() as client:
            tier = make_tier(upstream.url, client)
            # Three used connections, and all of them dead.
            replies = await asyncio.gather(*(read(tier) for _ in range(3)))
            assert upstream.connections == 3
            assert [*replies, await read(tier, ask(text))] == [REPLY] * 4
            assert upstream.connections == 4
            assert orjson.loads(upstream.asked[-1].body)["messages"][0]["content"] == text

    asyncio.run(run())


def test_calls_do_not_wait_for_each_other_s_connections() -> None:
    count = 150  # more than the 100 that a pool of connections holds by default

    async def run() -> None:
        all_here = asyncio.Event()

        async def answer(asked: Asked, line: Line) -> None:
            if len(upstream.asked) == count:
                all_here.set()
            await all_here.wait()
            line.stream(GOLDEN, b"")

        async with serving(answer) as upstream, connected() as client:
            tier = make_tier(upstream.url, client)
            replies = await asyncio.gather(*(read(tier) for _ in range(count)))
            assert replies == [REPLY] * count

    asyncio.run(run())


# -- refusals ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, TierRejected),
        (401, TierUnavailable),
        (404, TierUnavailable),
        (429, TierRateLimited),
        (500, TierRateLimited),
        (503, TierRateLimited),
    ],
)
def test_a_status_that_names_a_time_becomes_its_error(status: int, kind: type[TierError]) -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.whole(b'{"error": {"message": "No."}}', status, retry_after="3")

    pieces, error = try_out(answer)
    assert pieces == []
    assert type(error) is kind
    assert error.status == status
    assert str(error) == f"mine/big: answered {status}: No."
    if isinstance(error, TierRateLimited):
        assert error.retry_after_s == 3.0


def test_the_date_in_a_retry_after_is_read_by_the_platform_s_clock() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.whole(
            b"",
            429,
            retry_after="Fri, 01 Jan 2016 00:00:09 GMT",
            date="Fri, 01 Jan 2016 00:00:00 GMT",
        )

    _, error = try_out(answer)
    assert isinstance(error, TierRateLimited)
    assert error.retry_after_s == 9.0


def test_the_endless_body_of_an_error_is_not_read_to_its_end() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.head(500, "text/plain", transfer_encoding="chunked")
        while True:  # until the client leaves, which makes `drain` raise
            line.chunk(b"no " * 10_000)
            await line.writer.drain()
            sent.append(30_000)

    sent: list[int] = []
    _, error = try_out(answer)
    assert isinstance(error, TierUnavailable)
    assert sum(sent) < 32 << 20  # what fits into the buffers between us
    assert len(str(error)) < 400


def test_an_error_whose_body_is_cut_short_keeps_its_status() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.head(429, "application/json", content_length="900", retry_after="3")
        line.writer.write(b'{"error"')
        await line.writer.drain()
        line.writer.close()

    _, error = try_out(answer)
    assert isinstance(error, TierRateLimited)
    assert error.retry_after_s == 3.0


def test_a_redirect_is_not_followed_with_the_key() -> None:
    async def run() -> None:
        async def answer(asked: Asked, line: Line) -> None:
            line.whole(b"", 307, location=f"{elsewhere.url}/chat/completions")

        async with serving(answer_well) as elsewhere, serving(answer) as upstream:
            async with connected() as client:
                with pytest.raises(TierUnavailable, match="answered 307") as refused:
                    await read(make_tier(upstream.url, client))
            assert refused.value.lasting
            assert elsewhere.asked == []

    asyncio.run(run())


def test_an_error_within_a_200_is_an_error() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.whole(b'{"error": {"message": "busy", "code": 503}}')

    pieces, error = try_out(answer)
    assert (pieces, type(error)) == ([], TierUnavailable)


def test_a_page_of_some_proxy_is_garbled() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.whole(b"<html><body>Sign in</body></html>", kind="text/html")

    pieces, error = try_out(answer)
    assert (pieces, type(error)) == ([], TierGarbled)


# -- breaks ------------------------------------------------------------------


def test_nobody_there_is_unavailable() -> None:
    async def run() -> None:
        async with serving(answer_well) as upstream:
            url = upstream.url  # nobody listens there any more
        async with connected() as client:
            with pytest.raises(TierUnavailable, match="mine/big: no answer: ") as refused:
                await read(make_tier(url, client))
            assert refused.value.__cause__ is not None

    asyncio.run(run())


def test_a_host_that_takes_no_connection_is_unavailable() -> None:
    async def run() -> None:
        with dead_ends() as ports:
            async with connected() as client:
                with pytest.raises(TierUnavailable, match="mine/big: no answer: "):
                    await read(make_tier(f"http://127.0.0.1:{ports[BLACKHOLE]}/v1", client))

    asyncio.run(run())


def test_a_server_that_hangs_up_before_it_answers_is_unavailable() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        calls.append(asked)
        line.writer.transport.abort()

    calls: list[Asked] = []
    pieces, error = try_out(answer)
    assert (pieces, type(error)) == ([], TierUnavailable)
    assert len(calls) == 1


@pytest.mark.parametrize("abort", [True, False], ids=["reset", "closed"])
@pytest.mark.parametrize("chunked", [True, False], ids=["chunked", "by length"])
def test_a_reply_that_is_cut_off_is_garbled_after_its_last_words(
    abort: bool, chunked: bool
) -> None:
    async def answer(asked: Asked, line: Line) -> None:
        if chunked:
            line.stream(FIRST)
        else:
            line.head(content_length="9000")
            line.writer.write(FIRST)
        await line.writer.drain()
        await heard.wait()
        if abort:
            line.writer.transport.abort()
        else:
            line.writer.close()

    async def run() -> None:
        async with serving(answer) as upstream, connected() as client:
            pieces = make_tier(upstream.url, client).stream(ask())
            assert await anext(pieces) == Text("Hi")
            heard.set()
            with pytest.raises(TierGarbled, match="mine/big: cut off in mid-stream"):
                await anext(pieces)

    heard = asyncio.Event()
    asyncio.run(run())


def test_a_reply_that_just_ends_without_saying_so_is_garbled() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.stream(FIRST, b"")

    pieces, error = try_out(answer)
    assert (pieces, type(error)) == ([Text("Hi")], TierGarbled)


def test_a_reply_that_said_it_was_whole_survives_the_loss_of_its_line() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.stream(FIRST, FINISH)
        await line.writer.drain()
        await heard.wait()
        line.writer.transport.abort()

    async def run() -> None:
        async with serving(answer) as upstream, connected() as client:
            pieces = make_tier(upstream.url, client).stream(ask())
            assert await anext(pieces) == Text("Hi")
            assert await anext(pieces) == Stop(FinishReason.STOP)
            heard.set()
            assert [piece async for piece in pieces] == []

    heard = asyncio.Event()
    asyncio.run(run())


def test_skipped_events_are_told_to_the_log_once_a_reply(caplog: pytest.LogCaptureFixture) -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.stream(b"data: bad\n\n", FIRST, b"data: bad\n\n", FINISH, b"")

    with caplog.at_level(logging.WARNING):
        assert try_out(answer) == ([Text("Hi"), Stop(FinishReason.STOP)], None)
    (record,) = caplog.records
    assert vars(record)["skipped"] == 2
    assert vars(record)["tier"] == "mine/big"


# -- cancellation ------------------------------------------------------------


def test_a_call_that_is_cancelled_before_its_head_closes_the_connection() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        await line.until_left()

    async def run() -> None:
        async with serving(answer) as upstream, connected() as client:
            call = asyncio.create_task(read(make_tier(upstream.url, client)))
            await upstream.until(lambda: len(upstream.asked) == 1)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            await upstream.until(lambda: upstream.left == 1)

    asyncio.run(run())


def test_a_call_that_is_cancelled_in_mid_reply_closes_the_connection() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.stream(FIRST)
        await line.until_left()

    async def run() -> None:
        async with serving(answer) as upstream, connected() as client:
            heard = asyncio.Event()

            async def listen() -> None:
                async for _ in make_tier(upstream.url, client).stream(ask()):
                    heard.set()

            call = asyncio.create_task(listen())
            await heard.wait()
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            await upstream.until(lambda: upstream.left == 1)

    asyncio.run(run())


def test_a_reader_who_leaves_the_generator_closes_the_connection() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.stream(FIRST, FIRST, FIRST)
        await line.until_left()

    async def run() -> None:
        async with serving(answer) as upstream, connected() as client:
            async with aclosing(make_tier(upstream.url, client).stream(ask())) as pieces:
                assert await anext(pieces) == Text("HiHiHi")  # one read, so one piece
            await upstream.until(lambda: upstream.left == 1)

    asyncio.run(run())


def test_a_second_cancellation_does_not_keep_the_connection_open() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.stream(FIRST)
        await line.until_left()

    async def run() -> None:
        async with serving(answer) as upstream, connected() as client:
            heard = asyncio.Event()

            async def listen() -> None:
                async for _ in make_tier(upstream.url, client).stream(ask()):
                    heard.set()

            call = asyncio.create_task(listen())
            await heard.wait()
            while not call.done():
                call.cancel()
                await asyncio.sleep(0)
            await upstream.until(lambda: upstream.left == 1)

    asyncio.run(run())


def test_fifty_calls_of_every_fate_leave_nothing_behind() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        match len(line.upstream.asked) % 5:
            case 0:
                line.stream(GOLDEN, b"")
            case 1:
                line.whole(b'{"error": {"message": "No."}}', 500)
            case 2:
                line.stream(FIRST)
                await line.writer.drain()
                line.writer.transport.abort()
            case 3:
                line.stream(FIRST)
                await line.until_left()
            case 4:
                await line.until_left()

    async def run() -> None:
        async with serving(answer) as upstream:
            async with connected() as client:
                tier = make_tier(upstream.url, client)
                calls = [asyncio.create_task(read(tier)) for _ in range(50)]
                await upstream.until(lambda: len(upstream.asked) == 50)
                # Twenty of the fates wait for the client to go; the rest come to an end.
                pending = set(calls)
                while len(pending) > 20:
                    _, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                for call in calls:
                    call.cancel()
                outcomes = await asyncio.gather(*calls, return_exceptions=True)
                assert sum(outcome == REPLY for outcome in outcomes) == 10
                assert sum(isinstance(outcome, TierError) for outcome in outcomes) == 20
                # What still is open idles in the pool, ready for the next call.
                await upstream.until(lambda: upstream.left == 20)
                assert upstream.open <= 20
            await upstream.until(lambda: upstream.open == 0)
            if others := asyncio.all_tasks() - {asyncio.current_task()}:
                await asyncio.wait(others)  # they end by themselves, or this test does not

    asyncio.run(run())
    gc.collect()  # what was left unclosed warns now, and warnings are errors


# -- keys --------------------------------------------------------------------


def everything_said_by(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        yield from (str(error), repr(error), repr(error.args), repr(vars(error)))
        yield "".join(traceback.format_exception(error))
        yield from everything_said_by(error.__cause__)
        error = error.__context__


async def quote_in_a_refusal(asked: Asked, line: Line) -> None:
    message = f"Incorrect API key provided: {KEY}."
    error = {"message": message, "code": f"bad:{KEY}", "param": KEY}
    line.whole(orjson.dumps({"error": error}), 400)


async def quote_in_plain_text(asked: Asked, line: Line) -> None:
    line.whole(f"who is {asked.headers['authorization']}?".encode(), 401, "text/plain")


async def quote_at_the_limit_of_a_message(asked: Asked, line: Line) -> None:
    line.whole((b"x" * 280) + b" " + KEY.encode() + b" and more" * 9, 401, "text/plain")


async def quote_in_a_stream(asked: Asked, line: Line) -> None:
    line.stream(FIRST, b'data: {"error": {"message": "revoked: %b"}}\n\n' % KEY.encode(), b"")


async def quote_in_place_of_http(asked: Asked, line: Line) -> None:
    line.writer.write(f"Go away, {KEY}!\r\n\r\n".encode())
    line.writer.close()


async def quote_between_chunks(asked: Asked, line: Line) -> None:
    line.stream(FIRST)
    line.writer.write(f"{KEY}\r\n".encode())
    await line.writer.drain()
    line.writer.close()


@pytest.mark.parametrize(
    "answer",
    [
        quote_in_a_refusal,
        quote_in_plain_text,
        quote_at_the_limit_of_a_message,
        quote_in_a_stream,
        quote_in_place_of_http,
        quote_between_chunks,
    ],
)
def test_a_key_that_the_platform_quotes_is_shown_nowhere(
    answer: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        _, error = try_out(answer)
    assert error is not None
    for text in [*everything_said_by(error), caplog.text]:
        assert KEY not in text
        assert KEY[:8] not in text


def test_what_a_settings_header_holds_is_shown_nowhere_either() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        line.whole(f"bad api-key {asked.headers['api-key']}".encode(), 401, "text/plain")

    async def run() -> None:
        async with serving(answer) as upstream, connected() as client:
            tier = make_tier(upstream.url, client, None, **{"api-key": "hush-4711-hush"})
            with pytest.raises(TierUnavailable) as refused:
                await read(tier)
            assert str(refused.value) == "mine/big: answered 401: bad api-key [key]"

    asyncio.run(run())


@pytest.mark.parametrize("key", [f"{KEY}\nx-evil: 1", f"{KEY}é", f"{KEY}\x00"])
def test_a_key_that_no_header_can_carry_is_refused_and_not_shown(key: str) -> None:
    with pytest.raises(ValueError, match="mine: no HTTP header") as refused:
        make_tier("http://127.0.0.1:1/v1", HostedClient(), key)
    assert KEY not in str(refused.value)
    with pytest.raises(ValueError, match="header api-key") as refused:
        make_tier("http://127.0.0.1:1/v1", HostedClient(), None, **{"Api-Key": key})
    assert KEY not in str(refused.value)


def test_nothing_that_holds_a_key_shows_it() -> None:
    tier = make_tier("http://127.0.0.1:1/v1", HostedClient(), **{"api-key": KEY})
    assert KEY not in repr(tier)
    assert KEY not in repr(
        [repr(value) for name, value in vars(tier).items() if name != "_headers"]
    )


# -- proxies -----------------------------------------------------------------


def test_the_environment_s_proxy_is_used_but_not_for_loopback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def run() -> None:
        async with serving(answer_well) as proxy, serving(answer_well) as upstream:
            monkeypatch.setenv("HTTP_PROXY", proxy.url.removesuffix("/v1"))
            monkeypatch.setenv("NO_PROXY", "")
            async with connected() as client:
                assert await read(make_tier(upstream.url, client)) == REPLY
                assert len(upstream.asked) == 1
                assert await read(make_tier("http://model.invalid/v1", client)) == REPLY
            (asked,) = proxy.asked
            assert asked.line.startswith("POST http://model.invalid/v1/chat/completions ")

    asyncio.run(run())


# -- reach -------------------------------------------------------------------


async def reach_out(url: str, key: str | None = KEY, **options: Any) -> Reach:
    async with connected() as client:
        endpoint = describe("mine/big", settings(url)).endpoint
        return await reach(endpoint, secret(key), client, **options)


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (200, Reached.OK),
        (401, Reached.KEY_REFUSED),
        (403, Reached.KEY_REFUSED),
        (404, Reached.UNREACHABLE),
        (503, Reached.UNREACHABLE),
    ],
)
def test_a_platform_is_asked_whether_it_takes_the_key(status: int, state: Reached) -> None:
    async def answer(asked: Asked, line: Line) -> None:
        assert asked.line == "GET /v1/models HTTP/1.1"
        assert asked.headers["authorization"] == f"Bearer {KEY}"
        line.whole(f"{KEY}".encode(), status)

    async def run() -> None:
        async with serving(answer) as upstream:
            found = await reach_out(upstream.url)
            assert found.state is state
            assert KEY not in repr(found)

    asyncio.run(run())


def test_a_platform_that_is_not_there_is_unreachable_with_the_reason() -> None:
    async def run() -> None:
        async with serving(answer_well) as upstream:
            url = upstream.url
        found = await reach_out(url)
        assert found.state is Reached.UNREACHABLE
        assert "127.0.0.1" in found.reason

    asyncio.run(run())


@pytest.mark.parametrize("is_there", [True, False])
def test_where_nothing_is_free_a_connection_is_tried_and_nothing_asked(is_there: bool) -> None:
    async def run() -> Reach:
        async with serving(answer_well) as upstream, connected() as client:
            url = upstream.url if is_there else "http://127.0.0.1:1/v1"
            provider = ProviderSettings("runpod", url)
            found = describe("mine/big", Settings(providers={"mine": provider}))
            reached = await reach(found.endpoint, secret(KEY), client)
            assert upstream.asked == []
            return reached

    found = asyncio.run(run())
    assert found.state is (Reached.UNKNOWN if is_there else Reached.UNREACHABLE)


def test_a_platform_that_says_nothing_is_not_waited_for() -> None:
    async def answer(asked: Asked, line: Line) -> None:
        await line.until_left()

    async def run() -> None:
        async with serving(answer) as upstream:
            found = await reach_out(upstream.url, timeout_s=0.05)
            assert found == Reach(Reached.UNREACHABLE, "no answer within 0.05 s")
            await upstream.until(lambda: upstream.left == 1)

    asyncio.run(run())
