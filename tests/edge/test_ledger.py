"""The writer, on real files and with real faults of theirs. What it does not promise is speed."""

from __future__ import annotations

import asyncio
import logging
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from edge.core.settings import DataSettings, LedgerSettings
from edge.core.types import Message, Text, TextPart, Usage
from edge.ledger import Ledger, open_ledger
from edge.ledger_entry import Entry
from edge.ledger_file import LedgerFile
from edge.scripted import ScriptedTier, Wait, says
from tests.edge.ledger_rows import ROW
from tests.edge.paced import PacedTier
from tests.edge.socket_client import TERMINAL, Socket, opened

Serve = Callable[..., AbstractAsyncContextManager[Any]]
Act = Callable[[Socket, str], Awaitable[None]]

ROOT = Path(__file__).parents[2]
# Books rows one by one, as replies would come, under a name of its own.
BOOKKEEPER = """
import sys, time
from dataclasses import replace
from pathlib import Path
from edge.ledger import Ledger
from edge.ledger_entry import Entry
from tests.edge.ledger_rows import ROW

path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
ledger = Ledger(path)
for number in range(count):
    ledger.add(Entry((replace(ROW, request=name, leg=number),)))
    time.sleep(0)
ledger.close(60)
"""


def entry(number: int) -> Entry:
    return Entry((replace(ROW, request=f"r{number}"),))


def read(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def requests(path: Path) -> list[str]:
    return [request for (request,) in read(path, "SELECT request FROM legs ORDER BY id")]


class _Told(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self._events: list[tuple[str, str]] = []
        self._changed = threading.Condition()

    def emit(self, record: logging.LogRecord) -> None:
        fields = record.__dict__["fields"]
        with self._changed:
            self._events.append((record.getMessage(), str(fields.get("error"))))
            self._changed.notify_all()

    def wait_for(self, event: str) -> str:
        """The error that came with the first event that begins so."""
        with self._changed:
            assert self._changed.wait_for(lambda: self._find(event), timeout=10), self._events
            return self._find(event)[0]

    def _find(self, event: str) -> list[str]:
        return [error for said, error in self._events if said.startswith(event)]

    def count(self, event: str) -> int:
        return len(self._find(event))


@contextmanager
def listen() -> Iterator[_Told]:
    told, log = _Told(), logging.getLogger("prelude")
    level = log.level
    log.addHandler(told)
    log.setLevel(logging.INFO)
    try:
        yield told
    finally:
        log.removeHandler(told)
        log.setLevel(level)


@contextmanager
def ledger_at(path: Path, close_s: float = 10.0, **members: Any) -> Iterator[Ledger]:
    """Closed whatever happens: its thread would outlive the tests."""
    ledger = Ledger(path, **members)
    try:
        yield ledger
    finally:
        ledger.close(close_s)


def test_all_that_was_accepted_is_in_the_file_after_the_close(tmp_path: Path) -> None:
    path = tmp_path / "state" / "prelude" / "ledger.sqlite"
    with ledger_at(path) as ledger:
        for number in range(2000):
            ledger.add(entry(number))
    assert requests(path) == [f"r{number}" for number in range(2000)]
    assert sorted(os.listdir(path.parent)) == ["ledger.sqlite"]  # its logs are folded in


def test_only_the_owner_may_look_into_it(tmp_path: Path) -> None:
    path = tmp_path / "state" / "ledger.sqlite"
    with ledger_at(path) as ledger:
        ledger.add(entry(0))
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_nothing_is_written_before_the_first_reply(tmp_path: Path) -> None:
    with ledger_at(tmp_path / "ledger.sqlite"):
        pass
    assert os.listdir(tmp_path) == []


def test_what_comes_after_the_close_is_counted_as_dropped(tmp_path: Path) -> None:
    dropped: list[int] = []
    with ledger_at(tmp_path / "ledger.sqlite", count_dropped=dropped.append) as ledger:
        ledger.close()
        ledger.add(entry(0))
    assert dropped == [1]


# -- several processes -------------------------------------------------------


def bookkeeper(path: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", BOOKKEEPER, str(path), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)})


def test_several_processes_write_one_file(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    processes = [bookkeeper(path, name, 2000) for name in "abc"]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    found = read(path, "SELECT request, count(DISTINCT leg), count(*) FROM legs GROUP BY request")
    assert found == [("a", 2000, 2000), ("b", 2000, 2000), ("c", 2000, 2000)]


def test_a_process_killed_in_mid_write_leaves_a_whole_file_and_others_go_on(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ledger.sqlite"
    killed = bookkeeper(path, "killed", 10_000_000)
    other = bookkeeper(path, "other", 1000)
    try:
        seen = _until_rows(path, "killed", 2000)
    finally:
        killed.send_signal(signal.SIGKILL)
        killed.wait(30)
    assert other.wait(60) == 0
    assert read(path, "PRAGMA integrity_check") == [("ok",)]
    ((count, last),) = read(path, "SELECT count(*), max(leg) FROM legs WHERE request = 'killed'")
    assert count >= seen
    assert count == len(read(path, "SELECT DISTINCT leg FROM legs WHERE request = 'killed'"))
    assert last >= count - 1  # some may have been dropped: it writes as fast as it can
    assert read(path, "SELECT count(*) FROM legs WHERE request = 'other'") == [(1000,)]


def _until_rows(path: Path, request: str, count: int) -> int:
    """Another process has no event that we could wait for."""
    give_up = time.monotonic() + 60
    seen = 0
    while seen < count and time.monotonic() < give_up:
        try:
            ((seen,),) = read(path, f"SELECT count(*) FROM legs WHERE request = '{request}'")
        except sqlite3.OperationalError:  # no table yet, or its turn
            time.sleep(0.02)
    assert seen >= count
    return seen


# -- faults of the disk ------------------------------------------------------


def test_locked_file_holds_nobody_up_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with listen() as told, ledger_at(path) as ledger:
        ledger.add(entry(0))
        while not path.exists() or not _has_table(path):
            time.sleep(0.01)  # the writer has no event for us
        with closing(sqlite3.connect(path, isolation_level=None, timeout=30)) as other:
            other.execute("BEGIN IMMEDIATE")
            for number in range(1, 500):
                ledger.add(entry(number))
            assert "locked" in told.wait_for("ledger: cannot be written")
            other.execute("ROLLBACK")
        told.wait_for("ledger: written again")
    assert requests(path) == [f"r{number}" for number in range(500)]
    assert told.count("ledger: cannot be written") == 1


def _has_table(path: Path) -> bool:
    return bool(read(path, "SELECT 1 FROM sqlite_master WHERE name = 'legs'"))


def _folder_in_a_file(folder: Path) -> Path:
    (folder / "file").touch()
    return folder / "file" / "ledger.sqlite"


def _folder_in_its_place(folder: Path) -> Path:
    (folder / "ledger.sqlite").mkdir()
    return folder / "ledger.sqlite"


def _read_only_folder(folder: Path) -> Path:
    if os.geteuid() == 0:
        return Path("/proc/prelude/ledger.sqlite")  # root may write anywhere else
    folder.chmod(0o500)
    return folder / "ledger.sqlite"


@pytest.mark.parametrize("make", [_folder_in_a_file, _folder_in_its_place, _read_only_folder])
def test_path_that_cannot_be_written_is_told_once_and_its_rows_are_counted(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path, dropped = make(tmp_path), list[int]()
    room = {"count_dropped": dropped.append, "most_waiting": 3}
    with listen() as told, ledger_at(path, close_s=0.1, **room) as ledger:
        for number in range(10):
            ledger.add(entry(number))
        told.wait_for("ledger: cannot be written")
        told.wait_for("ledger: too many rows wait")
    assert sum(dropped) == 10
    assert told.count("ledger: cannot be written") == 1
    assert told.count("ledger: too many rows wait") == 1


def test_corrupt_file_is_left_alone_and_once_moved_away_the_ledger_begins_anew(
    tmp_path: Path,
) -> None:
    path, away = tmp_path / "ledger.sqlite", tmp_path / "away"
    path.write_bytes(b"no database at all " * 100)
    with listen() as told, ledger_at(path) as ledger:
        ledger.add(entry(0))
        assert "not a database" in told.wait_for("ledger: cannot be written")
        path.rename(away)
        told.wait_for("ledger: written again")
    assert away.read_bytes() == b"no database at all " * 100
    assert requests(path) == ["r0"]


@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("CREATE TABLE precious (x)", "no ledger of Prelude's"),
        ("PRAGMA user_version = 7", "version 7, and this one knows 2"),
    ],
)
def test_database_of_somebody_elses_or_of_a_newer_version_is_not_touched(
    tmp_path: Path, statement: str, complaint: str
) -> None:
    path = tmp_path / "ledger.sqlite"
    if statement.startswith("PRAGMA"):
        with ledger_at(path) as ledger:
            ledger.add(entry(0))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
    before = path.read_bytes()
    with listen() as told, ledger_at(path, close_s=0.1) as ledger:
        ledger.add(entry(1))
        assert complaint in told.wait_for("ledger: cannot be written")
    assert path.read_bytes() == before


def test_file_that_was_moved_away_is_begun_anew(tmp_path: Path) -> None:
    path, away = tmp_path / "ledger.sqlite", tmp_path / "away"
    with ledger_at(path) as ledger:
        ledger.add(entry(0))
        while not path.exists() or not _has_table(path) or requests(path) != ["r0"]:
            time.sleep(0.01)  # the writer has no event for us
        path.rename(away)
        ledger.add(entry(1))
    assert requests(path) == ["r1"]


# A file that may not grow stands in for a disk that is full; a process of its own, because the
# limit holds for all that it writes.
FULL_DISK = """
import resource, sys
from pathlib import Path
from edge.ledger import Ledger
from tests.edge.test_ledger import entry, listen

limit = 96 << 10
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
with listen() as told:
    ledger = Ledger(Path(sys.argv[1]))
    for number in range(3000):
        ledger.add(entry(number))
    print(told.wait_for("ledger: cannot be written"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    told.wait_for("ledger: written again")
    ledger.close(30)
"""


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="no limit to set")
def test_full_disk_loses_nothing_that_was_accepted_once_there_is_room_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "ledger.sqlite"
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(path)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "disk" in done.stdout
    assert requests(path) == [f"r{number}" for number in range(3000)]


def test_what_a_platform_makes_up_cannot_stop_the_writer(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    row = replace(ROW, output_tokens=10**30, error="half \ud800", cost_cents=float("inf"))
    with ledger_at(path) as ledger:
        ledger.add(Entry((row,)))
        ledger.add(entry(1))
    assert requests(path) == ["r0", "r1"]


# -- behind a door -----------------------------------------------------------

SECRET = "the wombat is in the attic"
BODY = {"model": "auto", "messages": [{"role": "user", "content": SECRET}]}


def answer_one(serve: Serve, ledger: Ledger, **options: str) -> None:
    async def scenario() -> None:
        script = (*says(f"Yes, {SECRET}."), Usage(1000, 100, cached=10, reasoning=60))
        local = ScriptedTier("local", (says("Let us look. "),))
        async with serve(local, ScriptedTier("mine/big", (script,))) as s:
            s.front.ledger = ledger
            knowledge = replace(s.front.service.knowledge, data={"free": DataSettings()})
            s.front.service = replace(s.front.service, knowledge=knowledge)
            body = BODY | {"stream": True, "prelude": options}
            async with s.http.post(f"{s.url}/v1/chat/completions", json=body) as response:
                assert response.status == 200
                await response.read()

    asyncio.run(scenario())


def test_every_leg_of_a_reply_is_a_row(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with ledger_at(path) as ledger:
        answer_one(serve, ledger)
    columns = "leg, door, task, model, role, outcome, reply_outcome, reported"
    draft, target = read(path, f"SELECT {columns} FROM legs ORDER BY leg")
    assert draft[:5] == (0, "chat", "open_qa", "local", "draft")
    assert target == (1, "chat", "open_qa", "mine/big", "target", "stop", "stop", 1)
    tokens = "input_tokens, cached_tokens, output_tokens, reasoning_tokens, abandoned, cost_cents"
    assert read(path, f"SELECT {tokens} FROM legs WHERE leg = 1") == [(1000, 10, 100, 60, 0, 0.2)]


def test_no_words_are_kept_unless_the_settings_say_so(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    with ledger_at(path) as ledger:
        answer_one(serve, ledger)
    assert b"wombat" not in path.read_bytes()


def test_prompts_are_kept_where_the_settings_say_so(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    ledger = open_ledger(LedgerSettings(path=str(path), prompts=True), lambda rows: None)
    assert ledger is not None
    try:
        answer_one(serve, ledger)
    finally:
        ledger.close()
    query = (
        "SELECT json_extract(messages, '$[0].parts[0].text') FROM prompts JOIN legs USING (request)"
    )
    assert set(read(path, query)) == {(SECRET,)}


def test_words_that_carry_a_data_label_are_not_kept(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    ledger = open_ledger(LedgerSettings(path=str(path), prompts=True), lambda rows: None)
    assert ledger is not None
    try:
        answer_one(serve, ledger, data="free")
    finally:
        ledger.close()
    assert b"wombat" not in path.read_bytes()


@pytest.mark.parametrize("settings", [LedgerSettings(), LedgerSettings(enabled=False, path="x")])
def test_no_ledger_is_kept_without_a_place_or_where_it_is_switched_off(
    settings: LedgerSettings,
) -> None:
    ledger = open_ledger(settings, lambda rows: None)
    if ledger is not None:
        ledger.close()
    assert ledger is None


def test_reply_whose_client_left_is_booked(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"

    async def scenario(ledger: Ledger) -> None:
        tier = ScriptedTier("mine/big", ((Text("One. Two."), Wait()),))
        async with serve(tier) as s:
            s.front.ledger = ledger
            body = BODY | {"stream": True}
            async with s.http.post(f"{s.url}/v1/chat/completions", json=body) as response:
                await response.content.readline()
            await tier.until(closed=1)

    with ledger_at(path) as ledger:
        asyncio.run(scenario(ledger))
    query = "SELECT outcome, reply_outcome, reported, abandoned FROM legs"
    assert read(path, query) == [("cancelled", "client_gone", 0, 0)]


@pytest.mark.parametrize(
    ("door", "asked", "task"),
    [
        ("completions", {"prompt": "def mean(numbers):"}, "completion"),
        ("chat/completions", BODY, "unjudged"),  # there is nothing to choose
        ("chat/completions", BODY | {"prelude": {"task": "code"}}, "code"),
        ("chat/completions", BODY | {"prelude": {"max_cost_cents": 100}}, "open_qa"),
    ],
)
def test_a_task_is_booked_only_where_somebody_judged_or_told_it(
    serve: Serve, tmp_path: Path, door: str, asked: dict[str, Any], task: str
) -> None:
    path = tmp_path / "ledger.sqlite"

    async def scenario(ledger: Ledger) -> None:
        async with serve(ScriptedTier("mine/big", (says("One."),)), completes=True) as s:
            s.front.ledger = ledger
            async with s.http.post(f"{s.url}/v1/{door}", json={"model": "auto", **asked}) as told:
                assert told.status == 200, await told.text()

    with ledger_at(path) as ledger:
        asyncio.run(scenario(ledger))
    assert read(path, "SELECT task FROM legs") == [(task,)]


HALF = (Text("Heat pumps, "), Wait())


async def supersede(socket: Socket, id_: str) -> None:
    await socket.create("Anew?", prelude={"supersede": True})


async def steer(socket: Socket, id_: str) -> None:
    await socket.send(type="response.steer", previous_response_id=id_, input="In French.")


async def cancel(socket: Socket, id_: str) -> None:
    await socket.send(type="response.cancel", response_id=id_)
    await socket.reply()
    await socket.create("Another?")


@pytest.mark.parametrize(
    ("act", "outcome"), [(supersede, "superseded"), (steer, "steered"), (cancel, "cancelled")]
)
def test_a_reply_that_its_owner_stopped_says_so_and_is_billed(
    serve: Serve, tmp_path: Path, act: Act, outcome: str
) -> None:
    path = tmp_path / "ledger.sqlite"

    async def scenario(ledger: Ledger) -> None:
        tier = ScriptedTier("mine/big", (HALF, says("Une pompe.")))
        async with serve(tier) as s, opened(s) as socket:
            s.front.ledger = ledger
            await socket.create()
            begun = await socket.until("response.output_text.delta")
            await act(socket, begun[0]["response"]["id"])
            await socket.until("response.completed")
            async with s.http.get(f"{s.url}/metrics") as metrics:
                assert f'outcome="{outcome}",strategy="target"' in await metrics.text()

    with ledger_at(path) as ledger:
        asyncio.run(scenario(ledger))
    query = "SELECT reply_outcome, outcome, output_tokens > 0, cost_cents > 0 FROM legs ORDER BY at"
    assert read(path, query) == [(outcome, "cancelled", 1, 1), ("stop", "stop", 1, 1)]
    query = "SELECT outcome FROM replies ORDER BY at"
    assert read(path, query) == [(outcome,), ("stop",)]


@pytest.mark.parametrize("rest", ["mps move", ""])
def test_a_reply_that_was_steered_inside_a_word_is_counted_as_such(serve: Serve, rest: str) -> None:
    async def scenario() -> None:
        tier = PacedTier()
        async with serve(tier) as s, opened(s) as socket:
            await socket.create()
            tier.say("Heat pu")
            begun = await socket.until("response.output_text.delta")
            await steer(socket, begun[0]["response"]["id"])
            await socket.until("response.steer.accepted")
            tier.say(rest)
            await socket.until("response.incomplete")
            tier.stop()
            await socket.until(*TERMINAL)
            async with s.http.get(f"{s.url}/metrics") as metrics:
                assert 'outcome="steered"' in await metrics.text()

    asyncio.run(scenario())


def test_a_reply_that_was_superseded_before_its_turn_is_counted(serve: Serve) -> None:
    async def scenario() -> None:
        tier = ScriptedTier("mine/big", (HALF, says("Une pompe.")))
        async with serve(tier) as s, opened(s) as socket:
            await socket.create()
            await socket.until("response.output_text.delta")
            await socket.create("Waits?")
            await socket.create("Anew?", prelude={"supersede": True})
            await socket.until("response.completed")
            async with s.http.get(f"{s.url}/metrics") as metrics:
                assert 'outcome="superseded",strategy="target"} 2.0' in await metrics.text()

    asyncio.run(scenario())


def test_broken_ledger_fails_no_reply(serve: Serve, tmp_path: Path) -> None:
    with ledger_at(_folder_in_a_file(tmp_path), close_s=0.1, most_waiting=1) as ledger:
        answer_one(serve, ledger)
        answer_one(serve, ledger)


def test_prompt_in_any_script_is_kept_whole(tmp_path: Path) -> None:
    path, words = tmp_path / "ledger.sqlite", "潮汐 नमस्ते 😀 \ud800"
    with ledger_at(path) as ledger:
        ledger.add(Entry((ROW,), (Message("user", (TextPart(words),)),)))
    ((kept,),) = read(path, "SELECT messages FROM prompts")
    assert kept.isascii() and "\\ud83d" in kept


# -- old rows ----------------------------------------------------------------

DAY_S = 86_400.0
MANY = 1234  # more than are deleted in one step


def write_old_and_new(path: Path, old: int = MANY) -> None:
    """`old` rows of 91 days ago and one of 89 days ago, with their prompts."""
    now = time.time()
    rows = [replace(ROW, request=f"old{number}", at=now - 91 * DAY_S) for number in range(old)]
    rows.append(replace(ROW, request="new", at=now - 89 * DAY_S))
    with closing(LedgerFile(path)) as file:
        file.write(rows, [(row.request, f'"{row.request} wombat"') for row in rows])


def test_rows_older_than_the_settings_say_go_with_their_prompts(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    write_old_and_new(path)
    with listen() as told:
        ledger = open_ledger(LedgerSettings(path=str(path)), lambda rows: None)
        assert ledger is not None
        try:
            told.wait_for("ledger: old rows deleted")
            ledger.add(entry(1))
        finally:
            ledger.close()
    assert requests(path) == ["new", "r1"]
    assert read(path, "SELECT request FROM prompts") == [("new",)]
    assert path.read_bytes().count(b"wombat") == 1


def test_without_a_limit_rows_are_kept_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    write_old_and_new(path)
    with ledger_at(path, keep_days=0) as ledger:
        ledger.add(entry(1))
    assert len(requests(path)) == MANY + 2


def test_deleting_holds_up_neither_what_is_written_nor_the_end(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    write_old_and_new(path, old=40 * MANY)
    with ledger_at(path, keep_days=90) as ledger:
        ledger.add(entry(1))
        while read(path, "SELECT request FROM legs ORDER BY id DESC LIMIT 1") != [("r1",)]:
            time.sleep(0.01)  # the writer has no event for us
    assert len(requests(path)) > MANY


def test_several_workers_delete_side_by_side(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    write_old_and_new(path)
    with ledger_at(path, keep_days=90) as one, ledger_at(path, keep_days=90) as other:
        while len(requests(path)) > 1:
            time.sleep(0.01)  # the writer has no event for us
        one.add(entry(1))
        other.add(entry(2))
    assert sorted(requests(path)) == ["new", "r1", "r2"]


def test_no_file_is_made_to_delete_from(tmp_path: Path) -> None:
    with ledger_at(tmp_path / "ledger.sqlite", keep_days=90) as ledger:
        ledger.close()
    assert os.listdir(tmp_path) == []


def test_rows_that_cannot_be_deleted_are_told_of_and_nothing_else_suffers(tmp_path: Path) -> None:
    path, away = tmp_path / "ledger.sqlite", tmp_path / "away"
    path.write_bytes(b"no database at all " * 100)
    with listen() as told, ledger_at(path, keep_days=90) as ledger:
        assert "not a database" in told.wait_for("ledger: old rows could not be deleted")
        path.rename(away)
        ledger.add(entry(0))
    assert requests(path) == ["r0"]
