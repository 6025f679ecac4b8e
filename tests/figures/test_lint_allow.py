"""What the lint is told to let pass, what is no longer needed, and what a person meets who builds a report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from figure_samples import ROOT, brand
from generated import series_of, statistic_of
from lint_samples import bar, linted, messages, report_with, sketch_page

from reportgen.content.report import Allowed, Statistic
from reportgen.figures.lint import lint
from reportgen.pipeline import build_all
from reportgen.problems import Severity

ROLES = brand().roles


def of_districts(**keys: object) -> Statistic:
    return statistic_of("bars", [series_of({"Corby": 40, "Luton": 20, "Bedford": 10})], **keys)


class TestAllow:
    """What the author has silenced, and why."""

    marks = (bar(ROLES.header_kicker, 50),)

    def test_a_figure_may_be_let_pass(self) -> None:
        statistic = of_districts(allowed=(Allowed("contrast", "the printer lays a varnish over it"),))
        assert linted(self.marks, statistic) == ()

    def test_a_whole_report_may_be_let_pass(self) -> None:
        report = replace(report_with(), allowed=(Allowed("contrast", "the brand has no darker yellow"),))
        assert lint(sketch_page(self.marks), report, ROLES) == ()

    def test_what_is_let_pass_for_one_rule_is_told_for_another(self) -> None:
        statistic = of_districts(allowed=(Allowed("text-size", "it is a poster"),))
        assert messages(linted(self.marks, statistic)) == [
            (
                "contrast",
                "a mark in `spot light` on `white` has a contrast of 1.8 to 1, and a mark that matters needs 3",
            ),
            ("allow", "`allow` names `text-size`, and the lint finds nothing of it in this figure"),
        ]

    def test_what_is_no_longer_needed_is_a_warning(self) -> None:
        report = replace(report_with(), allowed=(Allowed("grey-copy", "nobody copies it"),))
        (problem,) = lint(sketch_page([]), report, ROLES)
        assert (
            problem.message
            == "`allow` names `grey-copy`, and the lint finds nothing of it in any figure that does not allow it itself"
        )
        assert problem.hint == "take it out: it is no longer needed"
        assert problem.severity is Severity.WARNING


def test_it_is_told_at_the_figure_in_the_report() -> None:
    (problem,) = linted([bar(ROLES.header_kicker, 50)])
    assert problem.place == report_with().place_of("statistics[0].figure")


LIKE_A_FILE = """
brand: {brand}
language: en-GB
title: Title
statistics:
  - id: whole
    value: 1000
    label: people in work.
  - value: 400
    label: on the minimum wage.
    share_of: whole
    figure: share
"""


class TestBuild:
    """What a person meets who builds a report."""

    @staticmethod
    def built(tmp_path: Path, extra: str = "", strict: bool = False) -> tuple[list[str], int]:
        """The warnings of a report whose brand has two inks of one lightness, and how many files it became."""
        source = (ROOT / "content/brands/industrial-strategy.yaml").read_text(encoding="utf-8")
        source = source.replace("../../fonts", str(ROOT / "fonts")).replace('srgb: "#D3DDE4"', 'srgb: "#BE3C3C"')
        (tmp_path / "faint.yaml").write_text(source, encoding="utf-8")
        report = tmp_path / "report.yaml"
        report.write_text(LIKE_A_FILE.format(brand=tmp_path / "faint.yaml") + extra, encoding="utf-8")
        done = build_all([report], out=tmp_path, editions=["screen"], strict=strict)
        return [f"{problem.place.line}: {problem.code}" for problem in done.problems], len(done.written)

    @pytest.mark.parametrize(
        ("extra", "found"),
        [
            ("", ["12: grey-copy"]),
            ("    allow: {grey-copy: it is never copied}\n", []),
            ("allow: {grey-copy: it is never copied}\n", []),
            ("allow: {grey-copy: it is never copied, categories: they are known}\n", ["13: allow"]),
            ("    allow: {grey-copies: it is never copied}\n", ["13: allow"]),
        ],
    )
    def test_it_is_told_where_it_is_in_the_file(self, tmp_path: Path, extra: str, found: list[str]) -> None:
        assert self.built(tmp_path, extra)[0] == found

    def test_a_warning_stops_only_a_strict_build(self, tmp_path: Path) -> None:
        assert self.built(tmp_path)[1] == 1
        assert self.built(tmp_path, strict=True)[1] == 0
