"""Whatever stands in a report's file, the answer is a report or a list of problems, soon."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from work import little_work

from reportgen.content.load_report import load_report
from reportgen.problems import ReportError

CONTENT = Path(__file__).resolve().parents[2] / "content"
SAMPLE = (CONTENT / "south-east-midlands.yaml").read_text(encoding="utf-8")
HEAD = "brand: b\nlanguage: en\ntitle: T\n"
PIECES = ("- ", ": ", "\n", "\n  ", "{", "}", "[", "](", "*", "**", "&a ", "*a", "!x ", "|", ">", "#", " # ", '"', "'",
          "\t", "\0", "\ufeff", "\u2028", "\\", "%", "@", "`", "? ", "---\n", "...\n", "<<: ", "£1m", "-1", "1e9", "é𝔸",
          "title: ", "statistics:\n", "value: ", "label: ", "figure: ", "share\n", "series: ", "id: ", "{a}", "since: ",
          "place: ", "logo: ", "language: ", "items:\n", "null", "~")  # fmt: skip


def outcome(source: Any, **options: Any) -> None:
    """Loads; checks every problem that comes of it."""
    try:
        load_report(source, **options)
    except ReportError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.message
            assert "\n" not in str(problem).splitlines()[0]
            assert (problem.place.line == 0) == (problem.place.column == 0)
            if problem.place.excerpt:
                assert problem.place.column <= len(problem.place.excerpt) + 1


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_any_text_in_the_manner_of_yaml(text: str) -> None:
    outcome(text)
    outcome(HEAD + text)


@settings(max_examples=250, deadline=None)
@given(at=st.integers(0, len(SAMPLE)), cut=st.integers(0, 60), piece=st.sampled_from(PIECES))
def test_any_change_to_the_sample(at: int, cut: int, piece: str) -> None:
    outcome(SAMPLE[:at] + piece + SAMPLE[at + cut :], folder=CONTENT, name="r.yaml")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    outcome(path)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.binary(max_size=3) | st.dates()
    | st.decimals(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6) | st.integers(), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
keys = st.sampled_from(["title", "language", "intro", "place", "statistics", "highlights", "case_study", "closing", "link",
                        "logo", "photo", "values", "date", "source", "x"])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(keys, values, max_size=5))
def test_any_dict(report: dict[str, Any]) -> None:
    outcome(report)
    outcome({"brand": "b", "language": "en", "title": "T"} | report)


@settings(max_examples=120, deadline=None)
@given(st.dictionaries(st.sampled_from(["id", "value", "label", "figure", "change", "of", "share_of", "each", "series",
                                        "since", "symbol", "caption", "alt", "source", "language"]),
                       st.sampled_from(["1", "-1", "0", "£1m", "5%", "a", "change", "share", "count", "line", "amount", "x",
                                        "", "{value}", "{a}", 10**14, 1.5, {"2001": "1", "2002": 2}, {"a": "-"}, None]),
                       max_size=9))  # fmt: skip
def test_any_statistic(statistic: dict[str, Any]) -> None:
    outcome(
        {"brand": "b", "language": "en", "title": "T", "statistics": [{"id": "a", "value": 3, "label": "l"}, statistic]}
    )


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "kicker: " + "a" * 990_000,
        HEAD + 'kicker: "' + "\\n" * 400_000 + '"',
        HEAD + "intro: " + "[" * 990_000,
        HEAD + "intro: |\n  " + "[" * 5900,
        HEAD + "intro: |\n  " + "{" * 5900,
        HEAD + "intro: |\n  " + "*a " * 1900,
        HEAD + "intro: |\n  " + "[a](" * 1400,
        HEAD + "".join(f"key{n}: {n}\n" for n in range(60_000)),
        HEAD + "statistics:\n" + "- {}\n" * 1400,
        HEAD + "values:\n" + "".join(f"  v{n}: x{n}\n" for n in range(1400)),
        HEAD + "? " + "k" * 900_000 + "\n: v\n",
        HEAD + "- " * 400_000,
        HEAD + "\n" * 900_000 + "kicker",
        HEAD + "kicker: " + " " * 900_000 + ":",
        HEAD + "kicker: " + "a: " * 300_000,
        "\0" * 900_000,
        HEAD + "a0: &a ha\n" + "".join(f"a{n}: [{'*a, ' * 9}]\n" for n in range(300)),
    ],
    ids=lambda text: text[28:48],
)
def test_large_and_wild_files_are_little_work(text: str) -> None:
    with little_work():
        outcome(text, name="r.yaml")


CHARTED = {
    "figure": ["auto", "number", "line", "area", "bars", "columns", "stacked", "diverging", "slope", "dumbbell", "bridge",
               "table", "spark", "map", "share", "x"],
    "series": [{"2001": 1, "2002": "-"}, {"a": 1, "b": -2, "c": "3%"}, {"a": {"2001": 1}, "b": {"2002": 2, "2001": 3}}, [],
               [{"label": "a", "value": 1, "low": 0, "high": 2}, {"label": "b", "gap": "suppressed"}], {"a": {}}, {}, "x",
               {"a": 1, "b": {"c": 2}}, [{"label": "a", "value": "5", "low": 9}, 3], {"a": "60%", "b": "40%"}, 7],
    "data": ["a", "a.csv"],
    "value": ["5", "5%", "= a", "= 1 +", -3],
    "order": ["value", "name", "given", "x"],
    "top": [1, "2", 0, "x", "1%"],
    "emphasise": ["a", ["a", "b"], [], {"a": 1}],
    "target": [5, "x", {"value": 1, "label": "l"}, {}, [1]],
    "reference": ["5%", {"value": "x"}],
    "band": [{"from": 1, "to": 2}, {"from": 2, "to": 1}, {}, 3],
    "breaks": [{"2002": "n"}, {"x": 1}, []],
    "index": ["2001", "a", "x"],
    "written": ["1.0", "£1m", "x", "1%"],
    "boundary": ["x.geojson"],
    "steps": [[1, 2], [2, 1], ["x"], 5],
    "spots": [{"a": "52.0, -0.7"}, {"a": "x"}],
    "caption": ["auto", "c {most} {change}"],
    "alt": ["It shows 7 and 12,000.", "a"],
    "allow": [{"contrast": "r"}, {"x": ""}, []],
    "form": ["ring", "x"],
    "change": [1, "2%"],
    "since": ["2001"],
    "each": [1],
    "of": [10, "100%"],
    "note": ["n"],
    "x": ["year"],
    "y": ["people", ["a", "b"]],
}  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.fixed_dictionaries({}, optional={key: st.sampled_from(values) for key, values in CHARTED.items()}),
       st.sampled_from(["statistics", "figures"]), st.sampled_from(["en", "de", "pl"]))  # fmt: skip
def test_any_figure(charted: dict[str, Any], key: str, language: str) -> None:
    name = {"statistics": "label", "figures": "title"}[key]
    report = {"brand": "b", "language": language, "title": "T", "values": {"a": 3}, key: [{name: "l", **charted}]}
    outcome(report)
