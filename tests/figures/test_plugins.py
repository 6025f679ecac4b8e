"""Kinds of figure from other packages: the one in the documentation builds a report; a bad one is told in a sentence."""

from __future__ import annotations

import importlib
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from figure_samples import brand, check_labels_apart, check_within

import reportgen
from reportgen import extend
from reportgen.figures.make import figure_of
from reportgen.figures.plugins import AddedKinds
from reportgen.problems import ReportError
from reportgen.text.words import words

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
MOST_LINES = 60

Install = Callable[[str, str, dict[str, str]], None]


def block(name: str) -> str:
    """The fenced block under the comment `<!-- example: name -->`."""
    found = re.search(rf"<!-- example: {name} -->\n```\w+\n(.*?)```", GUIDE, re.DOTALL)
    assert found, name
    return found[1]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Puts a package of one module where Python finds it, as an installer would."""
    folder, modules = tmp_path / "site", set[str]()
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))

    def installer(package: str, source: str, points: dict[str, str]) -> None:
        module = next(iter(points.values())).partition(":")[0]
        modules.add(module)
        if source:
            (folder / f"{module}.py").write_text(source, encoding="utf-8")
        info = folder / f"{package.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        lines = "\n".join(f"{name} = {target}" for name, target in points.items())
        (info / "entry_points.txt").write_text(f"[reportgen.figures]\n{lines}\n")
        importlib.invalidate_caches()

    yield installer
    for module in modules:
        sys.modules.pop(module, None)


@pytest.fixture
def lollipop(install: Install) -> None:
    project = tomllib.loads(block("pyproject"))["project"]
    install(project["name"], block("lollipop"), project["entry-points"]["reportgen.figures"])


def test_the_example_is_short() -> None:
    assert len(block("lollipop").splitlines()) < MOST_LINES


def test_the_example_imports_one_module_of_ours() -> None:
    asked = re.findall(r"^(?:from|import) (reportgen\S*)", GUIDE, re.MULTILINE)
    assert set(asked) == {"reportgen.extend"}
    assert all(hasattr(extend, name) for name in extend.__all__)


@pytest.mark.usefixtures("lollipop")
def test_the_example_builds_a_report(tmp_path: Path) -> None:
    report = tmp_path / "report.yaml"
    report.write_text(block("report"), encoding="utf-8")
    (statistic,) = reportgen.load(report).statistics
    assert (statistic.figure, statistic.datum.text) == ("lollipop", "48,200")
    (written,) = reportgen.build(report, out=tmp_path / "out", editions=["screen"])
    assert written.read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("lollipop")
def test_the_example_draws_its_numbers(tmp_path: Path) -> None:
    (tmp_path / "report.yaml").write_text(block("report"), encoding="utf-8")
    (statistic,) = reportgen.load(tmp_path / "report.yaml").statistics
    drawn = figure_of(statistic, brand(), words("en-GB"))
    assert drawn.values()[1:] == (("Health", "48,200"), ("Retail", "31,900"), ("Transport", "12,400"))
    height = drawn.measure(200).normal
    marks = list(drawn.marks(200, height))
    check_within(marks, 200, height)
    check_labels_apart(marks)


HEAD = "brand: industrial-strategy\nlanguage: en-GB\ntitle: T\nstatistics:\n  - label: a\n    figure: lollipop\n"


def said(body: str) -> list[str]:
    with pytest.raises(ReportError) as caught:
        reportgen.load(_Text(HEAD + body))  # type: ignore[arg-type]  # as much of an open file as is needed
    return [str(problem).splitlines()[0] for problem in caught.value.problems]


class _Text:
    """An open file."""

    name = "r.yaml"

    def __init__(self, text: str) -> None:
        self.text = text

    def read(self) -> str:
        return self.text


@pytest.mark.usefixtures("lollipop")
@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("    value: 5\n", "r.yaml:6:13: error: `figure: lollipop` needs the key `series` or `data`"),
        ("    series: {A: 5, B: -3}\n", "r.yaml:6:13: error: a lollipop shows one series of values from zero on; use `figure: table`"),
        ("    series: {A: 5, B: 3}\n    target: 4\n", "r.yaml:8:5: error: `target` does not go with `figure: lollipop`; figures that have it: "
                                                      "line, area, columns, bars, diverging, table"),
    ],
)  # fmt: skip
def test_an_added_kind_says_what_it_needs(body: str, problem: str) -> None:
    assert said(body) == [problem]


@pytest.mark.usefixtures("lollipop")
def test_an_added_kind_may_have_been_meant() -> None:
    with pytest.raises(ReportError, match="unknown figure `lolipop`; did you mean `lollipop`"):
        reportgen.load(
            {
                "brand": "b",
                "language": "en",
                "title": "T",
                "statistics": [{"value": 1, "label": "a", "figure": "lolipop"}],
            }
        )


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("", "no_such_module:KIND", "No module named 'no_such_module'"),
        ("KIND = 5\n", "bad_kind:KIND", "`bad_kind:KIND` is no `reportgen.extend.Kind`, but of type int"),
        ("1 / 0\n", "bad_start:KIND", "division by zero"),
        ("", "json:NOTHING", "module 'json' has no attribute 'NOTHING'"),
        (
            "from reportgen.extend import Kind\nKIND = Kind('other', lambda asked: None)\n",
            "bad_name:KIND",
            "it calls itself `other`",
        ),
    ],
)
def test_a_bad_package_is_told_in_a_sentence(install: Install, source: str, target: str, reason: str) -> None:
    install("reportgen-bad", source, {"lollipop": target})
    told = "the figure `lollipop` of the package `reportgen-bad` cannot be used"
    assert said("    series: {A: 5, B: 3}\n") == [f"r.yaml:6:13: error: {told}: {reason}; mend or update that package"]


def test_no_other_package_is_loaded_for_our_own_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded(_: object) -> None:
        raise AssertionError("another package was loaded")

    monkeypatch.setattr("reportgen.figures.plugins._loaded", loaded)
    points = (EntryPoint("lollipop", "nowhere:KIND", "reportgen.figures"),)
    monkeypatch.setattr("reportgen.figures.plugins.entry_points", lambda **_: points)
    (statistic,) = reportgen.load(
        {"brand": "b", "language": "en", "title": "T",
         "statistics": [{"value": 5, "label": "a", "figure": "count", "each": 1}]}
    ).statistics  # fmt: skip
    assert statistic.figure == "count"
    with pytest.raises(AssertionError):
        AddedKinds()["lollipop"]


BROKEN = """
from reportgen.extend import Flex, Kind, MarkFigure, Refusal, Shape, rectangle, values_alternative

def fail(*_):
    raise ValueError("oh no")

class Late(MarkFigure):
    measure = fail

class Short(MarkFigure):
    def measure(self, width):
        return 5

class Drawing(MarkFigure):
    def measure(self, width):
        return Flex(20, 30, 40)

class Failing(Drawing):
    marks = fail

class Red(Drawing):
    def marks(self, width, height):
        return [Shape(rectangle(0, 0, 9, 9), fill="red")]

class Elsewhere(Drawing):
    def marks(self, width, height):
        return [Shape(rectangle(0, 0, 9, 9), fill=self.brand.roles.mark, cell=(7, 7))]

class Five(Drawing):
    def marks(self, width, height):
        return [5]

def of(figure):
    return lambda asked: figure(asked.brand, values_alternative(asked.statistic, asked.words))

def late(asked):
    return Late(asked.brand, values_alternative(asked.statistic, asked.words))

def short(asked):
    return Short(asked.brand, values_alternative(asked.statistic, asked.words))

KIND = {kind}
"""


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ('Kind("broken", fail)', "oh no"),
        ('Kind("broken", late)', "oh no"),
        ('Kind("broken", short)', "`measure` gives no `Flex`, but int"),
        (
            'Kind("broken", lambda asked: 5)',
            "its `make` gives no `reportgen.extend.MarkFigure`, but int",
        ),
        ('Kind("broken", late, check=fail)', "oh no"),
        ('Kind("broken", late, check=lambda facts: "no")', "its `check` gives no `Refusal`, but str"),
        ('Kind("broken", late, stock_caption=fail)', "oh no"),
        ('Kind("broken", late, stock_caption=lambda *_: "no")', "its caption is no tuple of `Span`, but str"),
        ('Kind("broken", of(Failing))', "oh no"),
        ('Kind("broken", of(Red))', "a mark is drawn in no ink of the brand, but in 'red'"),
        ('Kind("broken", of(Elsewhere))', "a mark stands for the cell (7, 7), which the table of values does not have"),
        ('Kind("broken", of(Five))', "its `marks` has no `Shape` or `Label`, but int"),
        ('Kind("broken", late, keys=7)', "its `keys` is no tuple of texts, but 7"),
        ('Kind("broken", late, orientation="x")', "its `orientation` is no `Orientation`, but 'x'"),
        ("exit(3)", "3"),
    ],
)
def test_code_of_others_that_fails_is_told_in_a_sentence(
    install: Install, tmp_path: Path, kind: str, reason: str
) -> None:
    install("reportgen-broken", BROKEN.replace("{kind}", kind), {"broken": "broken_kind:KIND"})
    report = tmp_path / "report.yaml"
    report.write_text(
        "brand: briefing\nlanguage: en\ntitle: T\nfigures:\n  - {title: T, figure: broken, series: {A: 1}}\n"
    )
    with pytest.raises(ReportError) as caught:
        reportgen.build(report, out=tmp_path / "out", editions=["screen"])
    (problem,) = caught.value.problems
    said = f"the figure `broken` of the package `reportgen-broken` cannot be used: {reason}"
    assert (problem.message, problem.hint) == (said, "mend or update that package")


def test_a_package_that_nobody_asks_for_is_not_loaded(install: Install, tmp_path: Path) -> None:
    install("reportgen-good", block("lollipop"), {"lollipop": "lollipop:KIND"})
    install("reportgen-bad", "raise SystemExit(3)\n", {"bad": "bad_kind:KIND"})
    (tmp_path / "report.yaml").write_text(block("report"), encoding="utf-8")
    (statistic,) = reportgen.load(tmp_path / "report.yaml").statistics
    assert statistic.figure == "lollipop"
    assert "bad_kind" not in sys.modules
