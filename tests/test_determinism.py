"""The same input gives the same bytes: on another day, in another zone, locale, folder, with another hash seed and home."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.pipeline import build

ROOT = Path(__file__).parents[1]
REPORT = "south-east-midlands"


def build_elsewhere(folder: Path, environment: dict[str, str]) -> dict[str, str]:
    """Builds the sample in a process of its own; gives the digest of each file."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "fonts", folder / "fonts")
    surroundings = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **environment}
    command = [sys.executable, "-m", "reportgen", "build", f"content/{REPORT}.yaml", "--out", "output"]
    done = subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((folder / "output").iterdir())}


@pytest.fixture
def hostile_home(tmp_path: Path) -> Path:
    """A home whose settings would change the page if anybody read them."""
    home = tmp_path / "home"
    (home / ".config" / "matplotlib").mkdir(parents=True)
    settings = (
        "lines.linewidth: 9\npatch.linewidth: 5\npath.simplify: False\nhatch.linewidth: 4\nfont.size: 30\nno.such: 1\n"
    )
    (home / ".config" / "matplotlib" / "matplotlibrc").write_text(settings)
    (home / ".reportlab_settings").write_text("useA85 = 1\npageCompression = 0\ninvariant = 0\n")
    (home / "reportlab_settings.py").write_text("useA85 = 1\npageCompression = 0\ninvariant = 0\n")
    return home


def test_the_same_bytes_everywhere(tmp_path: Path, hostile_home: Path) -> None:
    plain = build_elsewhere(tmp_path / "plain", {"PYTHONHASHSEED": "0", "HOME": str(tmp_path)})
    strange = build_elsewhere(
        tmp_path / "another folder" / "ünïcode",
        {
            "PYTHONHASHSEED": "4711",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "LANG": "tr_TR.UTF-8",
            "HOME": str(hostile_home),
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(hostile_home)]),
            "RL_useA85": "1",
            "RL_pageCompression": "0",
            "MPLCONFIGDIR": str(hostile_home / ".config" / "matplotlib"),
        },
    )
    assert plain == strange
    assert set(plain) == {f"{REPORT}{ending}" for ending in (".pdf", "-print.pdf", "-print.txt", ".png")}


def test_the_kept_output_is_what_a_build_gives(tmp_path: Path) -> None:
    """`output/` is kept in git; it has to be the page that the code makes."""
    for path in build(ROOT / "content" / f"{REPORT}.yaml", out=tmp_path, editions=["screen", "print"]):
        assert path.read_bytes() == (ROOT / "output" / path.name).read_bytes(), "build the sample again and commit it"


def test_dates_come_from_the_report_or_from_the_epoch(tmp_path: Path) -> None:
    undated = (ROOT / "content" / f"{REPORT}.yaml").read_text(encoding="utf-8").replace("date: 2018-12\n", "")
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder)
    shutil.copytree(ROOT / "fonts", tmp_path / "fonts")
    (folder / f"{REPORT}.yaml").write_text(undated, encoding="utf-8")
    (path,) = build(folder / f"{REPORT}.yaml", out=tmp_path, editions=["screen"])
    assert b"D:20000101000000" in path.read_bytes()


def test_the_epoch_overrides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    (path,) = build(ROOT / "content" / f"{REPORT}.yaml", out=tmp_path, editions=["screen"])
    assert b"D:19700102000000" in path.read_bytes()
