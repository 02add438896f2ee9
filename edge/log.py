"""Logs are events with fields: one JSON line a request. Prompts and keys never appear."""

from __future__ import annotations

import logging
import sys
import time

import orjson

from edge.core.types import Json
from edge.report import reply_report
from edge.settled import Settled


class _JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line: Json = {
            "at": f"{stamp}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        line |= getattr(record, "fields", {})
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return orjson.dumps(line, default=str).decode()


def start_logging(level: int = logging.INFO) -> None:
    """To standard error; standard output belongs to the commands."""
    # What no line of ours tells need not be found out for each. See "Optimization" in
    # https://docs.python.org/3/howto/logging.html
    logging._srcfile = None
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("prelude").setLevel(level)


def log_request(
    log: logging.Logger, reply: Settled, door: str, outcome: str, error: Exception | None
) -> None:
    fields = {
        "id": reply.id,
        "door": door,
        "model": reply.model,
        "plan": reply.plan_line,
        "outcome": outcome,
        "error": None if error is None else str(error),
        **reply_report(reply.account, trace=True),
    }
    log.info("request", extra={"fields": fields})
