"""A hub for tests: the few answers of the Hugging Face Hub that a download needs, on loopback.

It can break off in the middle of a file, as often as it is told to, and it counts what it sent.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "0123456789abcdef0123456789abcdef01234567"
_FILE = re.compile(r"/(?P<repo>[^/]+/[^/]+)/resolve/(?P<revision>[^/]+)/(?P<file>.+)\Z")
_RANGE = re.compile(r"bytes=(\d+)-")


@dataclass(slots=True)
class SmallHub:
    """`files` by `repo/file`. `breaks`: downloads that end after `break_after` bytes. `lies`: the
    checksum that it tells is another file's."""

    files: dict[str, bytes]
    breaks: int = 0
    break_after: int = 0
    lies: bool = False
    sent: list[tuple[int, int]] = field(default_factory=list)  # from, and how many
    asked: list[tuple[str, str | None]] = field(default_factory=list)  # path, and as whom
    url: str = ""


@contextmanager
def small_hub(files: dict[str, bytes]) -> Iterator[SmallHub]:
    hub = SmallHub(files)

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._answer(with_body=False)

        def do_GET(self) -> None:
            self._answer(with_body=True)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

        def _answer(self, *, with_body: bool) -> None:
            hub.asked.append((self.path, self.headers.get("Authorization")))
            found = _FILE.match(self.path)
            data = hub.files.get(f"{found['repo']}/{found['file']}") if found else None
            if data is None:
                self._refuse(404, self._what_is_missing(found["repo"] if found else ""))
                return
            start = self._start()
            self.send_response(206 if start else 200)
            self.send_header("X-Repo-Commit", COMMIT)
            told = b"another" if hub.lies else data
            self.send_header("ETag", f'"{hashlib.sha256(told).hexdigest()}"')
            self.send_header("Content-Length", str(len(data) - start))
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            self.end_headers()
            if with_body:
                self._send(data[start:], start)

        def _send(self, data: bytes, start: int) -> None:
            if hub.breaks and len(data) > hub.break_after:
                hub.breaks -= 1
                data = data[: hub.break_after]
            self.wfile.write(data)
            self.close_connection = True
            hub.sent.append((start, len(data)))

        def _start(self) -> int:
            found = _RANGE.match(self.headers.get("Range", ""))
            return int(found[1]) if found else 0

        def _what_is_missing(self, repo: str) -> str:
            is_known = any(name.startswith(f"{repo}/") for name in hub.files)
            return "EntryNotFound" if is_known else "RepoNotFound"

        def _refuse(self, status: int, code: str) -> None:
            self.send_response(status)
            self.send_header("X-Error-Code", code)
            self.send_header("X-Repo-Commit", COMMIT)
            self.send_header("Content-Length", "0")
            self.end_headers()

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        hub.url = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield hub
        finally:
            server.shutdown()
            thread.join()
