"""The walk over a report: every field is met as what it says it holds, and what is met can be changed where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import reportgen
from reportgen.blocks import (
    ADDRESS,
    FIGURE,
    FIXED,
    PROSE,
    UNPRINTED,
    WORDS,
    BlockFigure,
    BlockLink,
    BlockPicture,
    BlockSource,
    BlockText,
    blocks_in,
    changed,
    left_out,
    unless,
    walk,
)
from reportgen.content import report as report_module
from reportgen.content.report import Report
from reportgen.text.spans import Rich, Source, Span, noted

ROOT = Path(__file__).parents[1]
NAMES = ("south-east-midlands", "gallery/housing", "gallery/volunteer-survey", "gallery/museum")
SOURCE = Source("The census")


@dataclass(frozen=True)
class Amount:
    unit: str = field(metadata=UNPRINTED)
    text: str = field(metadata=WORDS)


@dataclass(frozen=True)
class Inner:
    path: str
    text: str = field(metadata=PROSE)


@dataclass(frozen=True)
class Outer:
    """A block that has everything."""

    path: str = "outer"
    title: Rich = ()
    label: Rich = field(default=(Span("A label"),), metadata=PROSE | unless("title"))
    text: tuple[Rich, ...] = field(
        default=((Span("One "), Span("two", url="https://a.org")), (Span("Three"),)), metadata=PROSE
    )
    amount: Amount = Amount("£", "£5m")
    items: tuple[Inner, ...] = (Inner("outer.items[0]", "First"), Inner("outer.items[1]", "Second"))
    kept: Inner = field(default=Inner("outer.kept", "Whole"), metadata=FIXED)
    kind: str = field(default="bars", metadata=FIGURE)
    url: str = field(default="https://b.org", metadata=ADDRESS)
    data: bytes = b"\x89PNG"
    alt: str = field(default="heard only", metadata=UNPRINTED)
    source: tuple[Source, ...] = (SOURCE,)
    more: Any = field(default_factory=lambda: {"note": "By name", "empty": ""})
    language: str = "en"


def test_every_field_is_met_as_what_it_holds() -> None:
    assert list(walk(Outer())) == [
        BlockText("outer", "label", ("label",), ((Span("A label"),),), prose=True, home="outer.label"),
        BlockText("outer", "text", ("text",), Outer().text, prose=True, home="outer.text"),
        BlockLink("outer", "https://a.org"),
        BlockText("outer", "amount", ("amount", "text"), ((Span("£5m"),),), prose=False, home="outer.amount"),
        BlockText(
            "outer.items[0]", "text", ("items", 0, "text"), ((Span("First"),),), prose=True, home="outer.items[0].text"
        ),
        BlockText(
            "outer.items[1]", "text", ("items", 1, "text"), ((Span("Second"),),), prose=True, home="outer.items[1].text"
        ),
        BlockText("outer.kept", "text", ("kept", "text"), ((Span("Whole"),),), prose=False, home="outer.kept.text"),
        BlockFigure("outer"),
        BlockLink("outer", "https://b.org"),
        BlockPicture("outer"),
        BlockSource("outer", SOURCE),
        BlockText("outer", "note", ("more", "note"), ((Span("By name"),),), prose=False, home="outer.note"),
    ]


def test_a_source_that_a_text_refers_to_is_met_behind_the_text() -> None:
    first, second = Source("Of the first"), Source("Of the second")
    told = Outer(text=(noted((Span("One"),), (first,)), noted((Span("Two"),), (second, first))), source=())
    assert [one for one in walk(told) if isinstance(one, BlockSource)] == [
        BlockSource("outer", first),
        BlockSource("outer", second),
        BlockSource("outer", first),
    ]


def test_a_field_that_another_takes_the_place_of_is_not_printed() -> None:
    texts = [one.path for one in walk(Outer(title=(Span("A title"),))) if isinstance(one, BlockText)]
    assert texts[:2] == ["outer.title", "outer.text"]


def test_blocks_within_a_block_come_after_it() -> None:
    whole = {"first": Outer()}
    assert [(at, block.path) for at, block in blocks_in(whole)] == [
        (("first",), "outer"),
        (("first", "items", 0), "outer.items[0]"),
        (("first", "items", 1), "outer.items[1]"),
        (("first", "kept"), "outer.kept"),
    ]


def test_what_stands_somewhere_is_changed_or_left_out_and_nothing_else() -> None:
    assert changed(Outer(), ("items", 1, "text"), str.upper).items == (
        Outer().items[0],
        Inner("outer.items[1]", "SECOND"),
    )
    assert left_out(Outer(), ("items", 0)) == Outer(items=Outer().items[1:])
    assert left_out(Outer(), ("source",)) == Outer(source=None)
    assert left_out(Outer(), ("more", "note")).more == {"empty": ""}


@cache
def report(name: str) -> Report:
    return reportgen.load(ROOT / "content" / f"{name}.yaml")


@pytest.mark.parametrize("name", NAMES)
def test_the_steps_to_a_text_lead_to_it(name: str) -> None:
    before = [one for one in walk(report(name)) if isinstance(one, BlockText)]
    for index, one in enumerate(before):
        after = [two for two in walk(changed(report(name), one.at, lambda _: "Another")) if isinstance(two, BlockText)]
        assert after[index].paragraphs == ((Span("Another"),),)
        assert (after[:index], after[index + 1 :]) == (before[:index], before[index + 1 :])


@pytest.mark.parametrize("name", NAMES)
def test_every_block_is_found_in_the_file(name: str) -> None:
    found = [block.path for _, block in blocks_in(report(name))]
    assert found
    assert len(set(found)) == len(found)
    assert [path for path in found if path not in report(name).places] == []


def test_every_name_of_a_field_of_the_report_is_one_that_the_walk_knows() -> None:
    """What metadata ask for has to be there: a field that takes the place of another is one of its class."""
    for kind in (kind for kind in vars(report_module).values() if isinstance(kind, type) and is_dataclass(kind)):
        names = {each.name for each in fields(kind)}
        assert {each.metadata["unless"] for each in fields(kind) if "unless" in each.metadata} <= names
