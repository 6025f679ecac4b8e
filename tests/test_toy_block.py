"""A block of one's own, declared whole in this file: it is read, set, heard, cited, cut and missed like all others."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

import pytest
from annotated_types import MaxLen

import reportgen
from reportgen.brand import Brand
from reportgen.check import screen_reader_text
from reportgen.content.block_kinds import BLOCK_KINDS
from reportgen.content.schema import ReportShape
from reportgen.editions.job import Job
from reportgen.extend import (
    PROSE,
    BlockContext,
    BlockDeclaration,
    BlockKind,
    ColumnGrid,
    LayoutBlock,
    Line,
    Located,
    PageTypesetter,
    Part,
    Rich,
    Role,
    Source,
    Text,
    Variant,
    column,
    grouped,
    inset,
    noted,
    on_ground,
    space,
)  # fmt: skip
from reportgen.layout.layout_block import Blocks
from reportgen.layout.trimming import droppable, shortened, without
from reportgen.pipeline import build_all, compose, fit, known_blocks
from reportgen.problems import ReportError
from reportgen.sources import Sources


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learnt, in a box."""

    path: str
    text: tuple[Rich, ...] = field(metadata=PROSE)
    moral: Rich
    source: tuple[Source, ...]
    language: str


class LessonShape(Located):
    """Its keys."""

    text: Text
    moral: Line


def read(context: BlockContext, shape: LessonShape) -> Lesson:
    reader, language = context.reader, context.language_of(("lesson",), shape)
    return Lesson(
        "lesson",
        reader.paragraphs(("lesson", "text"), shape.text, language),
        reader.line(("lesson", "moral"), shape.moral, language),
        reader.source(("lesson", "source"), shape.source, language),
        language,
    )


def variants(found: Lesson) -> tuple[LayoutBlock, ...]:
    return (LayoutBlock("lesson", (Variant("box", partial(box, found), 4, 24),)),)


def box(found: Lesson, typesetter: PageTypesetter, grid: ColumnGrid, columns: int) -> Part:
    brand = typesetter.brand
    padding, style, ink = brand.spaces.padding, brand.styles.text, brand.roles.text
    width = grid.span(columns) - 2 * padding.normal
    text = typesetter.paragraphs(found.text, (style,), width, "lesson.text", ink=ink)
    moral = typesetter.text(noted(found.moral, found.source), style, width, ink, "lesson.moral")
    inner = inset(column([*text, space(padding), moral]), padding.normal, padding.normal)
    filled = on_ground(column([space(padding), inner, space(padding)]), brand.roles.case_ground)
    return grouped(filled, Role.SECTION, "lesson")


LESSON = BlockDeclaration(BlockKind("lesson", LessonShape, read), variants)
BLOCKS = (*known_blocks(), LESSON)
BODY = """\
brand: industrial-strategy
language: en-GB
title: What we learnt
source: The survey of all
lesson:
  text: {text}
  moral: Measure twice, cut once.
  source: The handbook of carpenters
sections:
  - title: More
    text: Nothing else happened.
"""
SENTENCE = "Many words that nobody will read to the end of it. "


@cache
def brand() -> Brand:
    return reportgen.load_brand("industrial-strategy")


def yaml(text: str = "We built a shed and it fell down.") -> io.StringIO:
    return io.StringIO(BODY.format(text=text))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The page with the block, built with every check that a build has."""
    (file,) = reportgen.build(yaml(), out=tmp_path_factory.mktemp("out"), editions=["screen"], blocks=BLOCKS)
    return file.read_bytes()


def problems(body: str, blocks: Blocks | None = BLOCKS) -> list[str]:
    with pytest.raises(ReportError) as caught:
        reportgen.load(io.StringIO(body), blocks=blocks)
    return [str(problem).splitlines()[0] for problem in caught.value.problems]


def test_it_is_heard_where_it_stands_and_its_source_among_the_others(written: bytes) -> None:
    assert (
        screen_reader_text(written)
        == """\
[language en-GB]
Document
  Sect
    heading 1: What we learnt
  Sect
    paragraph: We built a shed and it fell down.
    paragraph: Measure twice, cut once.¹
  Sect
    heading 2: More
    paragraph: Nothing else happened.
  Sect
    paragraph:
      Note: ¹ The handbook of carpenters
    paragraph: The survey of all
"""
    )


def test_its_keys_are_known_as_those_of_others_are() -> None:
    assert problems(BODY.format(text="a").replace("moral", "morale")) == [
        "<input>:5:1: error: `lesson` has no key `moral`",
        "<input>:7:3: error: unknown key `morale`; did you mean `moral`?",
    ]
    assert problems(BODY.format(text="a").replace("lesson:", "leson:")) == [
        "<input>:5:1: error: unknown key `leson`; did you mean `lesson`?"
    ]
    assert problems(BODY.format(text="a") + "    moral: Nothing.\n") == [
        "<input>:12:5: error: unknown key `moral`; it belongs to `lesson`"
    ]


def test_nobody_else_knows_it() -> None:
    (problem,) = problems(BODY.format(text="a"), known_blocks())
    assert problem.startswith("<input>:5:1: error: unknown key `lesson`; use one of `allow`, ")
    with pytest.raises(LookupError) as caught:
        compose(reportgen.load(yaml(), blocks=BLOCKS), brand())
    assert str(caught.value) == "the report has a block `lesson`, and none of that key is declared"


def test_a_long_text_is_told_with_the_words_to_cut() -> None:
    """They hold: without them the page fits."""
    report = reportgen.load(io.StringIO("page: A5\n" + BODY.format(text=SENTENCE * 80)), blocks=BLOCKS)
    with pytest.raises(ReportError) as caught:
        compose(report, brand(), BLOCKS)
    (problem,) = caught.value.problems
    told = re.search(r"`lesson\.text` is (\d+) words over", problem.message)
    assert told
    assert problem.hint == f"cut about {told[1]} of its 880 words, or drop `lesson`, or use A4 (`page: A4`)"
    assert compose(shortened(report, {"lesson.text": int(told[1])}), brand(), BLOCKS)


def test_its_texts_have_room_as_others_have() -> None:
    found = fit(yaml(), blocks=BLOCKS)
    assert [(room.path, room.words) for room in found.room] == [("sections[0].text", 3), ("lesson.text", 8)]


def test_it_stands_alike_in_a_batch(tmp_path: Path) -> None:
    texts = {"one": "We built a shed and it fell down.", "two": SENTENCE * 3}
    files = [tmp_path / f"{name}.yaml" for name in texts]
    for file, text in zip(files, texts.values(), strict=True):
        file.write_text(BODY.format(text=text), encoding="utf-8")
    result = build_all(files, out=tmp_path, editions=["screen"], consistent=True, blocks=BLOCKS)
    assert (result.problems, [written.path.name for written in result.written]) == ([], ["one.pdf", "two.pdf"])


def test_it_can_be_left_out() -> None:
    report = reportgen.load(yaml(), blocks=BLOCKS)
    assert droppable(report, tuple(block.kind for block in BLOCKS)) == ("sections[0]", "lesson")
    assert list(without(report, "lesson").blocks) == ["sections"]


def test_it_is_missed_where_it_is_not_drawn() -> None:
    report = reportgen.load(yaml(), blocks=BLOCKS)
    page = compose(without(report, "lesson"), brand(), BLOCKS)
    with pytest.raises(ReportError) as caught:
        Job(page, report, brand(), Sources()).file("screen")
    assert [(problem.code, problem.message) for problem in caught.value.problems] == [
        ("lost", "`We built a shed and it fell down.` is in the report and nowhere on the page"),
        ("lost", "`Measure twice, cut once.` is in the report and nowhere on the page"),
        ("lost", "`The handbook of carpenters` is in the report and nowhere on the page"),
    ]


OWN = frozenset(
    [
        "brand",
        "language",
        "date",
        "kicker",
        "title",
        "intro",
        "closing",
        "link",
        "publisher",
        "contact",
        "reference",
        "request",
        "logo",
        "source",
        "values",
        "data",
        "page",
        "allow",
    ]
)
"""Keys of a report that hold no block of its body."""


def test_every_block_of_the_program_is_declared_in_both_stages() -> None:
    """One after the other, in the order in which they are read; a key of the file that no declaration reads is none."""
    kinds = [block.kind for block in known_blocks()]
    assert kinds == list(BLOCK_KINDS)
    assert set(ReportShape.model_fields) == OWN | {kind.key for kind in kinds}
    for kind in kinds:
        wanted = tuple[kind.shape, ...] if kind.most else kind.shape | None  # type: ignore[name-defined]
        found = ReportShape.model_fields[kind.key]
        assert found.annotation == wanted
        assert sum(rule.max_length for rule in found.metadata if isinstance(rule, MaxLen)) == kind.most
