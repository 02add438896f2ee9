"""The answers that come over one connection, one after the other: bytes in, heads and bodies out.

    idle ──expect──► expected ──its head──► answering ──its end──► idle
      │                 │                       │
      └─ any byte       └─ lost: Disconnected   └─ lost, or no HTTP: CutOff. But a body without
                           no HTTP: NotHttp        a length ends where its connection does.

`httptools` (llhttp) tells what the bytes mean. It calls for each chunk of a body, so that call is
`list.append`. Heads, trailers and whatever else is no body are bounded: llhttp itself takes all.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from httptools import HttpParserError, HttpParserUpgrade, HttpResponseParser

from adapters.http_faults import CutOff, Disconnected, HttpFault, NotHttp

_MOST_LINE = 8190  # bytes of a header, its name included
_MOST_HEADERS = 128
_MOST_HEAD = 32 << 10
_MOST_BESIDE = 64 << 10  # bytes in a row that are no body; of a line that has no end, say
_SWITCHING = 101  # the only answer below 200 behind which none comes


class Head(NamedTuple):
    """`headers` have small letters in their names; of two with one name the first is there."""

    status: int
    headers: Mapping[str, str]


class AnswerReader:
    """After a `fault` nothing more is read; what came before it is still good."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []  # of the body, for whoever reads to take
        self.fault: HttpFault | None = None
        self.is_broken = False  # nothing more can be read, whatever is whole already
        self.on_body = self.pieces.append
        self._is_expected = False
        self._begin()
        self._parser = HttpResponseParser(self)
        # As aiohttp's and Node's clients are: hosts that are sloppy in these have many callers.
        self._parser.set_dangerous_leniencies(
            lenient_headers=True,
            lenient_optional_cr_before_lf=True,
            lenient_spaces_after_chunk_size=True,
        )

    def expect(self) -> None:
        """A request goes out. No HEAD: llhttp would wait for a body."""
        self._begin()
        self._is_expected = True

    def _begin(self) -> None:
        self.pieces.clear()
        self.head: Head | None = None
        self.is_whole = False
        self.is_kept = False  # the host keeps the connection for the next
        self.has_begun = False  # by any byte
        self._headers: dict[str, str] = {}
        self._header_count = 0
        self._head_size = 0
        self._beside = 0

    def feed(self, data: bytes) -> None:
        self.has_begun = True
        before = len(self.pieces)
        try:
            self._parser.feed_data(data)
        except (HttpParserError, HttpParserUpgrade) as error:
            self._break(error)
        if len(self.pieces) > before:
            self._beside = 0
            return
        self._beside += len(data)
        if self._beside > _MOST_BESIDE:
            self._break(LineTooLong())

    def lose(self, error: Exception | None) -> None:
        """The connection. No error: its host closed it."""
        if self.fault is None and not self.is_whole:
            if self.head is None:
                self.fault = Disconnected()
            elif error is not None or not _ends_with_connection(self.head):
                self.fault = CutOff("the connection was lost")
            else:
                self.is_whole = True
        self.is_broken = True
        del self._parser  # which has our methods: a ring that would stay until it is collected

    def _break(self, error: Exception) -> None:
        self.is_broken = True
        if self.fault is not None or self.is_whole:
            return  # what comes behind an answer does it no harm
        if self.head is not None:
            self.fault = CutOff("its body cannot be read")
        elif isinstance(error, LineTooLong) or isinstance(error.__context__, LineTooLong):
            self.fault = NotHttp("a line of its head is too long")
        else:
            cause = error.__context__ or error
            self.fault = NotHttp(f"its head cannot be read ({type(cause).__name__})")

    # -- what the parser calls ---------------------------------------------------

    def on_message_begin(self) -> None:
        if not self._is_expected:
            raise Unasked

    def on_header(self, name: bytes, value: bytes) -> None:
        if self.head is not None:
            return  # a trailer
        size = len(name) + len(value)
        self._head_size += size
        self._header_count += 1
        if size > _MOST_LINE:
            raise LineTooLong
        if self._head_size > _MOST_HEAD or self._header_count > _MOST_HEADERS:
            raise HeadTooLong
        self._headers.setdefault(
            name.decode("latin-1").lower(), value.decode("utf-8", "surrogateescape")
        )

    def on_headers_complete(self) -> None:
        status = self._parser.get_status_code()
        if status < 200 and status != _SWITCHING:
            self._headers = {}  # an interim answer; what it says is of no use to us
            return
        self.head = Head(status, self._headers)
        self.is_kept = self._parser.should_keep_alive() and status != _SWITCHING

    def on_message_complete(self) -> None:
        if self.head is not None:
            self.is_whole = True
            self._is_expected = False


def _ends_with_connection(head: Head) -> bool:
    """RFC 9112, 6.3. (A status without a body has its end with its head.)"""
    coding = head.headers.get("transfer-encoding")
    if coding is not None:
        return not coding.lower().rstrip().endswith("chunked")
    return "content-length" not in head.headers


class LineTooLong(Exception):
    pass


class HeadTooLong(Exception):
    pass


class Unasked(Exception):
    """It came before we asked, or behind an answer."""
