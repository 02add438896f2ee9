"""Make an environment hold what the lock files say; do nothing when it does already.

    python3 -m tools.install VENV serve|test

A stamp in the environment keeps what it was made from. It is compared by content, so that
neither a checkout's new file times nor another checkout that used the same environment
can mislead it.
"""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
from pathlib import Path

from tools.llama_wheel import REQUIREMENTS, Build, BuildFailed, obtain_wheel, plan_build

ROOT = REQUIREMENTS.parent
LOCKS = {"serve": ("serve", "models"), "test": ("test", "models")}  # test holds all of serve
_VERSION = sys.version.split()[0]


def main(arguments: list[str]) -> int:
    match arguments:
        case [folder, ("serve" | "test") as purpose]:
            venv = Path(folder).absolute()
        case _:
            print("usage: python3 -m tools.install VENV serve|test", file=sys.stderr)
            return 2
    if not (3, 11) <= sys.version_info < (3, 14):
        print(f"Python 3.11 to 3.13 is needed; {sys.executable} is {_VERSION}", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # tidy up as for Ctrl-C
    try:
        _install(venv, purpose)
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as failure:
        return failure.returncode
    except KeyboardInterrupt:
        return 130
    return 0


def _install(venv: Path, purpose: str) -> None:
    build = plan_build()
    stamp = venv / ".prelude-installed"
    made_from = _digest(build)
    installed = stamp.read_text().split() if stamp.is_file() else []
    if installed[:1] != [made_from]:
        installed = [made_from]
    if purpose in installed:
        return
    stamp.unlink(missing_ok=True)

    if not ((venv / "bin/python").exists() and (venv / "bin/pip").exists()):
        _create(venv)
    locks = [part for lock in LOCKS[purpose] for part in ("-r", f"{REQUIREMENTS}/{lock}.lock")]
    # Everything but llama.cpp has a wheel; nothing else runs code to be installed.
    _pip(venv, "--no-deps", "--require-hashes", "--only-binary=:all:", *locks)
    if not _has_llama(venv, build):
        try:
            wheel = obtain_wheel(build)
        except BuildFailed as failure:
            if plan_build() == build:
                raise
            print(f"{failure}\nSo this machine's GPU is left alone.", file=sys.stderr)
            _install(venv, purpose)
            return
        _pip(venv, "--no-deps", "--no-index", "--force-reinstall", str(wheel))
    _pip(
        venv, "--no-deps", "--no-index", "--no-build-isolation", "--quiet", "--editable", str(ROOT)
    )
    stamp.write_text(" ".join([*installed, purpose]))


def _digest(build: Build) -> str:
    sources = [ROOT / "pyproject.toml", *sorted(REQUIREMENTS.glob("*.lock"))]
    parts = [str(ROOT), build.key, *(path.read_text() for path in sources)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _create(venv: Path) -> None:
    print(f"Creating {venv} with {_VERSION} ({sys.executable})", flush=True)
    # Half made, or its Python is gone: start anew. Never clear what was no environment.
    clear = ["--clear"] if (venv / "pyvenv.cfg").is_file() else []
    subprocess.run([sys.executable, "-m", "venv", *clear, str(venv)], check=True)


def _pip(venv: Path, *arguments: str) -> None:
    pip = [str(venv / "bin/python"), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    subprocess.run([*pip, "install", *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, check=True)


def _has_llama(venv: Path, build: Build) -> bool:
    """Whether the environment has this version for this kind of machine, as a reused one may."""
    for site in venv.glob("lib/python3.*/site-packages"):
        if (site / f"llama_cpp_python-{build.version}.dist-info").is_dir():
            return (site / "llama_cpp/lib/libggml-cuda.so").exists() == (build.kind == "cuda")
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
