"""Which part may import which: the arrows of the house, and a few names it does without.

    bench ─► edge.app ─► adapters | local_models | classifier ─► edge.core ─► stdlib

A file belongs to the layer with the longest name that fits it. Imports inside functions
and under TYPE_CHECKING count like any other: they are knowledge of the other side too.
When this fails, move the code before you touch the table.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Layer:
    """`imports` names the layers it may import besides itself; `lazily` those that it may
    import inside a function only."""

    imports: tuple[str, ...] = ()
    lazily: tuple[str, ...] = ()


CORE = "edge.core"
DOCTOR = ("edge.commands.examination", "edge.commands.encoder_state")
PARTS = ("adapters", "local_models", "classifier")
BUILT = ("edge.parts", "edge.local_look", "edge.examined")
LAYERS = {
    CORE: Layer(),
    "adapters": Layer(imports=(CORE,)),
    "local_models": Layer(imports=(CORE,)),
    "classifier": Layer(imports=(CORE,)),
    # The doors, the driver, the settings file: all of edge that is not named below.
    "edge": Layer(imports=(CORE,)),
    # What one worker has of the parts, and keeps over a reload.
    "edge.parts": Layer(imports=(CORE, "edge", *PARTS)),
    "edge.local_look": Layer(imports=(CORE, "edge", "edge.parts", "local_models")),
    # Alone knows every concrete class, and what is made of them.
    "edge.app": Layer(imports=(CORE, "edge", "edge.parts", "edge.platforms", *PARTS)),
    "edge.examined": Layer(imports=(CORE, "edge", "edge.parts", "edge.app", "adapters")),
    "edge.platforms": Layer(imports=(CORE, "adapters")),  # the provider table, in the core's terms
    "edge.serve": Layer(imports=(CORE, "edge", "edge.platforms", "local_models")),  # the engine
    "edge.worker": Layer(imports=(CORE, "edge", "edge.platforms", "edge.app", *BUILT)),
    "edge.commands": Layer(
        imports=(CORE, "edge", "edge.platforms", "edge.serve", "edge.app", *BUILT, *DOCTOR)
    ),
    # The doctor looks at every part as the service would use it.
    **dict.fromkeys(
        DOCTOR,
        Layer(
            imports=(CORE, "edge", "edge.platforms", "edge.app", *BUILT, "edge.commands", *PARTS)
        ),
    ),
    "edge.commands.train": Layer(
        imports=(
            CORE,
            "edge",
            "edge.platforms",
            "edge.commands",
            "edge.commands.train_on_ledger",
            "classifier",
        )
    ),
    "edge.commands.train_on_ledger": Layer(imports=(CORE, "edge", "classifier")),
    # bench only when it is asked for: the service runs without it.
    "edge.cli": Layer(
        imports=(CORE, "edge", "edge.commands", "edge.commands.train"), lazily=("bench",)
    ),
    "edge.__main__": Layer(imports=("edge.cli",)),
}
# Measures all of it from outside and from inside, so it may look anywhere.
LAYERS["bench"] = Layer(imports=tuple(LAYERS))
OURS = {*(name.partition(".")[0] for name in LAYERS), "tests", "tools"}

# The core decides; it is told what happened and when. So it does not look, wait or tell.
NOT_IN_THE_CORE = {
    "asyncio", "concurrent", "ctypes", "http", "logging", "multiprocessing", "os", "selectors",
    "signal", "socket", "sqlite3", "ssl", "subprocess", "threading", "time", "urllib.request",
}  # fmt: skip
NO_IDEA = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}


@dataclass(frozen=True)
class Import:
    module: str
    line: int
    in_function: bool


def test_imports_follow_the_arrows() -> None:
    assert broken_arrows(ROOT) == []


def test_the_core_neither_looks_nor_waits() -> None:
    assert impurities(ROOT) == []


def test_httpx_is_imported_in_one_file() -> None:
    """SDKs are moving to a fork of it: to follow them must stay a change of one file."""
    files = importers_of("httpx", ROOT)
    assert len(files) <= 1, files


def test_every_file_is_named_after_its_idea() -> None:
    assert nameless_files(ROOT) == []


@pytest.mark.parametrize(
    ("file", "source", "complaint"),
    [
        ("edge/core/plan.py", "import orjson", "edge/core/plan.py:1: edge.core ─► orjson"),
        ("edge/core/plan.py", "from edge.drive import run", "edge.core ─► edge.drive"),
        ("edge/core/plan.py", "from edge import drive", "edge.core ─► edge.drive"),
        ("edge/core/plan.py", "from .. import drive", "edge.core ─► edge.drive"),
        ("edge/drive.py", "import os\nfrom adapters import hosted", "edge/drive.py:2: edge ─►"),
        ("edge/doors/chat.py", "from edge.app import build", "edge ─► edge.app"),
        ("edge/drive.py", "from edge.app import a, b", "edge/drive.py:1: edge ─► edge.app"),
        ("edge/app.py", "import bench.simulator", "edge.app ─► bench.simulator"),
        ("edge/cli.py", "import bench.fit", "edge.cli ─► bench.fit, unless inside a function"),
        ("adapters/hosted.py", "import local_models.engine", "adapters ─► local_models.engine"),
        ("adapters/hosted.py", "from edge.settings_file import read", "adapters ─► edge.settings"),
        (
            "classifier/rules.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import adapters",
            "classifier/rules.py:3: classifier ─► adapters",
        ),
        ("local_models/engine.py", "def run():\n    import tests.x", "local_models ─► tests.x"),
    ],
)
def test_a_wrong_arrow_is_named(tmp_path: Path, file: str, source: str, complaint: str) -> None:
    _plant(tmp_path, "edge/drive.py")
    _plant(tmp_path, file, source)
    (message,) = broken_arrows(tmp_path)
    assert complaint in message


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("edge/core/plan.py", "import re\nfrom edge.core.types import Call"),
        ("edge/drive.py", "import aiohttp\nfrom edge import core\nimport edge.core.stitch"),
        ("edge/app.py", "import adapters.hosted, local_models, classifier.rules, edge.doors.chat"),
        ("edge/cli.py", "def bench():\n    from bench import benefit"),
        ("bench/benefit.py", "import edge.app, adapters, local_models, numpy"),
    ],
)
def test_a_right_arrow_is_not(tmp_path: Path, file: str, source: str) -> None:
    _plant(tmp_path, file, source)
    assert broken_arrows(tmp_path) == []


@pytest.mark.parametrize("source", ["from time import monotonic", "async def wait(): ..."])
def test_an_impurity_of_the_core_is_named(tmp_path: Path, source: str) -> None:
    _plant(tmp_path, "edge/core/stitch.py", source)
    (message,) = impurities(tmp_path)
    assert "edge/core/stitch.py:1: " in message


@pytest.mark.parametrize(
    "file", ["edge/doors/utils.py", "bench/text_helpers.py", "edge/common/a.py"]
)
def test_a_file_without_an_idea_is_named(tmp_path: Path, file: str) -> None:
    _plant(tmp_path, file)
    (message,) = nameless_files(tmp_path)
    assert file in message


def test_every_importer_of_httpx_is_found(tmp_path: Path) -> None:
    _plant(tmp_path, "adapters/hosted.py", "import httpx")
    _plant(tmp_path, "adapters/doctor.py", "from httpx import AsyncClient")
    _plant(tmp_path, "bench/clients.py", "import httpx")
    assert importers_of("httpx", tmp_path) == ["adapters/doctor.py", "adapters/hosted.py"]


def broken_arrows(root: Path) -> list[str]:
    complaints = []
    for path in _sources(root):
        layer = _layer_of(_module_name(path, root))
        for found in _imports(path, root):
            problem = _fault(layer, found)
            if problem:
                complaints.append(f"{path.relative_to(root)}:{found.line}: {problem}")
    return complaints


def impurities(root: Path) -> list[str]:
    complaints = []
    for path in _sources(root):
        where = path.relative_to(root)
        if _layer_of(_module_name(path, root)) != "edge.core":
            continue
        complaints += [
            f"{where}:{found.line}: the core must not use {found.module}"
            for found in _imports(path, root)
            if any(f"{found.module}.".startswith(f"{name}.") for name in NOT_IN_THE_CORE)
        ]
        complaints += [
            f"{where}:{node.lineno}: the core must not wait"
            for node in ast.walk(ast.parse(path.read_bytes()))
            if isinstance(node, ast.AsyncFunctionDef)
        ]
    return complaints


def importers_of(library: str, root: Path) -> list[str]:
    """The service's files that import it; bench and tests are free to."""
    return [
        str(path.relative_to(root))
        for path in _sources(root)
        if _layer_of(_module_name(path, root)) != "bench"
        and any(found.module.partition(".")[0] == library for found in _imports(path, root))
    ]


def nameless_files(root: Path) -> list[str]:
    return [
        f"{where}: name it after its idea"
        for where in (path.relative_to(root) for path in _sources(root))
        if NO_IDEA & set(re.split("[/_]", str(where.with_suffix(""))))
    ]


def _fault(layer: str, found: Import) -> str | None:
    """Why this import is no arrow, or None."""
    package = found.module.partition(".")[0]
    if package not in OURS:
        if layer == "edge.core" and package not in sys.stdlib_module_names:
            return f"{layer} ─► {found.module} is no arrow; the core has the standard library only"
        return None
    target = _layer_of(found.module)
    rule = LAYERS[layer]
    if target == layer or target in rule.imports or (target in rule.lazily and found.in_function):
        return None
    unless = ", unless inside a function" if target in rule.lazily else ""
    allowed = ", ".join(rule.imports) or "nothing else of ours"
    return f"{layer} ─► {found.module}{unless} is no arrow; {layer} may import {allowed}"


def _layer_of(module: str) -> str:
    """None of them, for tests and tools: nothing may import those."""
    while module and module not in LAYERS:
        module = module.rpartition(".")[0]
    return module


def _sources(root: Path) -> list[Path]:
    packages = {name.partition(".")[0] for name in LAYERS}
    return sorted(path for package in packages for path in (root / package).rglob("*.py"))


def _module_name(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__")


def _imports(path: Path, root: Path) -> Iterator[Import]:
    tree = ast.parse(path.read_bytes(), filename=str(path))
    in_functions = {
        id(inner)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(function)
    }
    for node in ast.walk(tree):
        for module in _imported(node, path, root):
            yield Import(module, getattr(node, "lineno", 0), id(node) in in_functions)


def _imported(node: ast.AST, path: Path, root: Path) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    base = node.module or ""
    if node.level:
        above = path.relative_to(root).parts[: -node.level]
        base = ".".join([*above, *([base] if base else [])])
    # `from edge import drive` imports edge.drive, `from edge.core.types import Call` no module.
    named = (f"{base}.{alias.name}" for alias in node.names)
    return sorted({name if _is_module(name, root) else base for name in named})


def _is_module(name: str, root: Path) -> bool:
    path = root.joinpath(*name.split("."))
    return name in LAYERS or path.is_dir() or path.with_suffix(".py").is_file()


def _plant(root: Path, file: str, source: str = "") -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source)
