"""The page's own reader of server-sent events, run where it runs: in the browser."""

from __future__ import annotations

from playwright.sync_api import Page

# A byte-order mark, comments, all three line ends, data in two lines, without a space and in
# three bytes a character, other fields, an event without data, and one that never ends.
STREAM = (
    "\ufeff: hello\n\n"
    'data: {"a": 1}\r\n\r\n'
    "data:no space\r\r"
    ": keepalive\n\nevent: error\nid: 7\ndata: zwölf 漢字 🎈\n\n"
    "event: nothing\n\n"
    "data: one\r\ndata:  two\r\n\r\n"
    "data\n\n"
    "data: unfinished"
).encode()
EVENTS = ['{"a": 1}', "no space", "zwölf 漢字 🎈", "one\n two", ""]


def test_events_are_the_same_however_the_bytes_are_cut(page: Page) -> None:
    read = """async (cuts) => {
      const { EventReader } = await import("/page/events.js");
      return cuts.map((parts) => {
        const reader = new EventReader();
        return parts.flatMap((part) => reader.feed(Uint8Array.from(part)));
      });
    }"""
    cuts = [[list(STREAM[:at]), list(STREAM[at:])] for at in range(len(STREAM) + 1)]
    byte_by_byte = [[byte] for byte in STREAM]

    assert page.evaluate(read, [*cuts, byte_by_byte]) == [EVENTS] * (len(cuts) + 1)
