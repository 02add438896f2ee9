"""What the installer of other people's clients leaves behind when it cannot finish."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def install(venv: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tools.install_clients", str(venv)],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def test_without_a_network_it_says_so_and_will_try_again(tmp_path: Path) -> None:
    offline = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_CONFIG_FILE": os.devnull}
    failed = install(tmp_path, **offline)
    assert failed.returncode == 1
    assert f"Not installed in {tmp_path / 'clients'}" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert not (tmp_path / "clients/.installed").exists()
