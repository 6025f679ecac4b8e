"""The guide to figures keeps its word: every kind with its keys, and an example that gets the kind it stands under."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reportgen.content.kinds import KINDS, NUMBER
from reportgen.content.load_report import load_report
from reportgen.content.schema import Charted, FigureShape

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", GUIDE, re.MULTILINE | re.DOTALL))


def keys(text: str) -> list[str]:
    return re.findall(r"`(\w+)`", text)


def example(name: str) -> str:
    found = re.search(rf"<!-- example: {name} -->\n```yaml\n(.*?)```", SECTIONS[name], re.DOTALL)
    assert found, name
    return found[1]


def test_every_kind_has_a_section() -> None:
    assert list(SECTIONS) == ["What is chosen", "Keys that many have", *KINDS]


@pytest.mark.parametrize("name", KINDS)
def test_a_section_has_the_keys_of_its_kind(name: str) -> None:
    needs = re.search(r"^Needs (.+?)\.", SECTIONS[name], re.MULTILINE)
    may = re.search(r"May have (.+?)\.", SECTIONS[name], re.DOTALL)
    assert tuple(keys(needs[1])) if needs else KINDS[name].needs == ()
    assert sorted(keys(may[1])) if may else sorted(KINDS[name].keys) == []
    assert all(f"`{form}`" in SECTIONS[name] or f"form: {form}`" in SECTIONS[name] for form in KINDS[name].forms)


@pytest.mark.parametrize("name", KINDS)
def test_an_example_gets_its_kind(name: str) -> None:
    text = example(name)
    report = load_report(f"brand: b\nlanguage: en-GB\ntitle: T\n{text}", name="r.yaml", folder=ROOT / "content")
    (made,) = [*report.statistics, *report.figures]
    assert ((made.kind or NUMBER).name, report.warnings) == (name, ())
    assert bool(made.why) == ("never chosen" not in " ".join(SECTIONS[name].lower().split()))


def test_every_key_of_a_figure_is_told() -> None:
    fields = {*Charted.model_fields, *FigureShape.model_fields} - {"value", "label", "title", "figure", "since"}
    assert sorted(fields - set(keys(GUIDE)) - {"form"}) == []
