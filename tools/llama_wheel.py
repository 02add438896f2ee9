"""Build llama-cpp-python once a machine, and keep the wheel.

It comes as source only, takes minutes to compile, and pip before 23.1 does not use its own
wheel cache under `--require-hashes`. So the wheel is kept in

    ~/.cache/prelude/wheels/VERSION-PYTHON-KIND-MACHINE/

KIND is `cuda` where a GPU answers and nvcc is found, else `cpu`: an nvcc alone is no GPU. What
failed to build for the GPU is not tried again while the log of that failure is there.
MACHINE is a hash of what the compiler tunes for (`-march=native`), because a home directory
may be shared by machines on which each other's wheel would die of an illegal instruction.

A build works in a folder of its own under a lock, and its wheel comes into place by one
rename. So what lies there is whole, however often a build was interrupted, and of two
builds that start together the second waits for the first one's wheel.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements"
WHEELS = Path.home() / ".cache" / "prelude" / "wheels"

_FETCHING = "fetching the source and its build tools"
_COMPILING = "compiling"
_TICK_S = 1.0
_LINE_EVERY_S = 15.0  # where the output is no terminal
_NINJA_STEP = re.compile(rb"^\s*\[(\d+)/(\d+)\] ", re.MULTILINE)


class BuildFailed(Exception):
    """Says to a person what is missing, or where the log is."""


@dataclass(frozen=True)
class Build:
    """Which wheel this machine needs."""

    version: str
    nvcc: str | None  # None: for the CPU
    tuned_for: str

    @property
    def kind(self) -> str:
        return "cuda" if self.nvcc else "cpu"

    @property
    def key(self) -> str:
        python = f"cp{sys.version_info.major}{sys.version_info.minor}"
        machine = hashlib.sha256(self.tuned_for.encode()).hexdigest()[:8]
        return f"{self.version}-{python}-{self.kind}-{machine}"

    @property
    def cmake_args(self) -> str:
        ours = [
            "-DLLAVA_BUILD=OFF",  # image input goes to hosted models
            # Into the package only: by default a second copy lands in site-packages/lib.
            "-DCMAKE_INSTALL_LIBDIR=llama_cpp/lib",
            "-DCMAKE_INSTALL_BINDIR=llama_cpp/lib",
            "-DCMAKE_INSTALL_INCLUDEDIR=llama_cpp/include",
        ]
        if self.nvcc:
            ours += ["-DGGML_CUDA=ON", f"-DCMAKE_CUDA_COMPILER={self.nvcc}"]
        return " ".join([*ours, os.environ.get("CMAKE_ARGS", "")]).strip()


def plan_build() -> Build:
    """Look at the lock file and at the machine."""
    locked = (REQUIREMENTS / "llama.lock").read_text()
    version = re.search(r"^llama-cpp-python==(\S+)", locked, re.MULTILINE)
    if version is None:
        raise BuildFailed("requirements/llama.lock names no llama-cpp-python")
    tuned_for = [_cpu_features(), os.environ.get("CMAKE_ARGS", "")]
    for_cpu = Build(version[1], None, "\n".join(tuned_for))
    gpus = _answering_gpus()
    nvcc = _find_nvcc() if gpus else None
    if nvcc is None:
        return for_cpu
    for_gpu = Build(version[1], nvcc, "\n".join([*tuned_for, *gpus]))
    return for_cpu if _failure_log(for_gpu).exists() else for_gpu


def obtain_wheel(build: Build) -> Path:
    """The wheel's path, after building it if this machine has not done so before."""
    kept = WHEELS / build.key
    if not kept.is_dir():
        if not build.nvcc and _answering_gpus() and not _find_nvcc():
            print("A GPU answers, but no nvcc is found: llama.cpp is built for the CPU.")
        with _locked(WHEELS / f".{build.key}.lock"):
            if not kept.is_dir():
                _build(build, kept)
    (wheel,) = kept.glob("*.whl")
    return wheel


def _build(build: Build, kept: Path) -> None:
    if not any(shutil.which(name) for name in (os.environ.get("CXX", "c++"), "g++", "clang++")):
        raise BuildFailed("llama.cpp needs a C++ compiler; on Debian: apt-get install g++")
    for leftover in WHEELS.glob(f".{build.key}.build-*"):  # of a build that was killed
        shutil.rmtree(leftover, ignore_errors=True)
    work = Path(tempfile.mkdtemp(prefix=f".{build.key}.build-", dir=WHEELS))
    (work / "tmp").mkdir()
    log = work / "log"
    pip = [str(work / "env/bin/python"), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    pinned = ["--no-deps", "--require-hashes", "-r"]
    source = [str(REQUIREMENTS / "llama.lock"), "--no-build-isolation"]
    # No cache: pip would hand out a wheel that it once built with other options.
    local = ["--no-cache-dir", "--no-index", "--find-links", str(work / "source"), "--verbose"]
    steps = (
        (_FETCHING, [sys.executable, "-m", "venv", str(work / "env")]),
        (_FETCHING, [*pip, "install", *pinned, str(REQUIREMENTS / "build.lock")]),
        (_FETCHING, [*pip, "download", "-d", str(work / "source"), *pinned, *source]),
        (_COMPILING, [*pip, "wheel", "-w", str(work / "wheel"), *local, *pinned, *source]),
    )
    environment = {
        **os.environ,
        "CMAKE_ARGS": build.cmake_args,
        "CMAKE_GENERATOR": "Ninja",
        "NINJA_STATUS": "[%f/%t] ",
        "PATH": f"{work / 'env/bin'}:{os.environ.get('PATH', os.defpath)}",
        "TMPDIR": str(work / "tmp"),
    }
    purpose = "GPU (once; it takes a while)" if build.nvcc else "CPU (once; 4 minutes on 2 cores)"
    print(f"Building llama-cpp-python {build.version} for this machine's {purpose}", flush=True)
    try:
        with log.open("w") as log_file, _Progress() as progress:
            for title, command in steps:
                if _run(title, command, environment, log_file, progress) != 0:
                    if title == _COMPILING:
                        log = log.replace(_failure_log(build))
                    raise BuildFailed(_explain_failure(log))
        (work / "wheel").rename(kept)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _run(
    title: str, command: list[str], environment: Mapping[str, str], log: TextIO, progress: _Progress
) -> int:
    # A session of its own, so that stopping us stops every compiler it started.
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        while True:
            progress.show(title, Path(log.name))
            try:
                return process.wait(_TICK_S)
            except subprocess.TimeoutExpired:
                continue
    finally:
        if process.poll() is None:
            # TERM, not KILL: ninja's compilers are in groups of their own, and it stops them.
            os.killpg(process.pid, signal.SIGTERM)
            process.wait()


class _Progress:
    """One line that counts: rewritten on a terminal, else repeated now and then."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._shown_at = float("-inf")
        self._title = ""
        self._steps = ""
        self._rewrites = sys.stdout.isatty()

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._rewrites:
            print()

    def show(self, title: str, log: Path) -> None:
        now = time.monotonic()
        is_due = title != self._title or now - self._shown_at >= _LINE_EVERY_S
        if not (self._rewrites or is_due):
            return
        self._shown_at, self._title = now, title
        self._steps = _count_steps(log) or self._steps  # a warning can fill the log's end
        minutes, seconds = divmod(int(now - self._started), 60)
        line = f"  {minutes}:{seconds:02}  {title}{self._steps}"
        print(f"\r\x1b[K{line}" if self._rewrites else line, end="", flush=True)
        if not self._rewrites:
            print(flush=True)


def _count_steps(log: Path) -> str:
    """How far ninja is, from the end of the log."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 65536))
        steps = _NINJA_STEP.findall(file.read())
    if not steps:
        return ""
    done, total = int(steps[-1][0]), int(steps[-1][1])
    return f", {100 * done // total} % ({done} of {total} steps)"


def _failure_log(build: Build) -> Path:
    return WHEELS / f"{build.key}.failed.log"


def _explain_failure(log: Path) -> str:
    tail = "\n".join(log.read_text(errors="replace").splitlines()[-30:])
    kept = f" The whole log: {log}" if log.parent == WHEELS else ""
    return f"{tail}\n\nllama-cpp-python was not built.{kept}"


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("llama-cpp-python is being built already; waiting for that.", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _answering_gpus() -> list[str]:
    """The names of the GPUs that answer; a driver without a card, or no driver: none."""
    try:
        listed = subprocess.run(
            ["nvidia-smi", "-L"], capture_output=True, text=True, timeout=30, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return []
    # GPU 0: NVIDIA L4 (UUID: GPU-...), and the number of a card is nothing to compile for.
    return sorted(set(re.findall(r"^GPU \d+: (.+?) \(UUID", listed.stdout, re.MULTILINE)))


def _find_nvcc() -> str | None:
    return shutil.which("nvcc") or shutil.which("/usr/local/cuda/bin/nvcc")


def _cpu_features() -> str:
    cpuinfo = Path("/proc/cpuinfo").read_text()
    features = re.search(r"^(?:flags|Features)\s*:(.*)$", cpuinfo, re.MULTILINE)
    return " ".join(sorted(features[1].split())) if features else cpuinfo
