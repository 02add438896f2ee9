"""The service and its upstreams as processes: what the benchmarks are made of."""

from __future__ import annotations

import json
import urllib.request
from pathlib import Path

from bench.answers import answer_to
from bench.llamacpp_server import llamacpp_server
from bench.main import main

PROMPT = "Why does the sea have tides?"


def test_a_trace_tells_the_targets_words_for_both_strategies(tmp_path: Path) -> None:
    file = tmp_path / "trace.json"
    model_id = "sim?ttft_ms=0&tokens_per_s=0&tokens=0"
    assert main(["trace", "--prompt", PROMPT, "--model-id", model_id, "--json", str(file)]) == 0
    tables = json.loads(file.read_text())["tables"]
    assert [name.partition(" ")[0] for name in tables] == ["preamble", "continue"]
    for rows in tables.values():
        target = [row for row in rows if row["tier"].endswith("target")]
        assert target[-1]["model"] == "upstream/target"
        assert answer_to(PROMPT).text[:30] in target[-1]["words"]


def test_the_llamacpp_server_continues_a_prefix() -> None:
    messages = [
        {"role": "user", "content": "Count from one to five in words."},
        {"role": "assistant", "content": "One, two, three,"},
    ]
    body = {"messages": messages, "max_tokens": 3, "temperature": 0, "stream": True}
    with llamacpp_server(context=512, slots=1) as base_url:
        request = urllib.request.Request(
            f"{base_url}/chat/completions",
            json.dumps(body).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as response:
            lines = [line.removeprefix(b"data: ") for line in response if b"choices" in line]
    said = "".join(
        choice["delta"].get("content") or ""
        for line in lines
        for choice in json.loads(line)["choices"]
    )
    assert said.startswith(" four")
