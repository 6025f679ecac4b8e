"""Trimming: words cut from the end of a text, blocks left out; nothing else of the report changes."""

from __future__ import annotations

import pytest
from layout_samples import report

from reportgen.layout.trimming import cut, droppable, lengthened, shortened, texts, without
from reportgen.text.spans import Rich, Span, plain

CUTS: list[tuple[tuple[str, ...], int, tuple[str, ...]]] = [
    (("one two three",), 0, ("one two three",)),
    (("one two three",), 1, ("one two",)),
    (("one two three",), 9, ("one",)),
    (("one two", "three four"), 1, ("one two", "three")),
    (("one two", "three four"), 2, ("one two",)),
    (("one two", "three four"), 3, ("one",)),
    (("", "one"), 1, ("", "one")),
]


@pytest.mark.parametrize(("paragraphs", "words", "left"), CUTS[:-1])
def test_words_are_cut_from_the_end(paragraphs: tuple[str, ...], words: int, left: tuple[str, ...]) -> None:
    rich: tuple[Rich, ...] = tuple((Span(text),) for text in paragraphs)
    assert tuple(map(plain, cut(rich, words))) == left


def test_marks_stay_on_what_is_left() -> None:
    rich = (Span("to "), Span("build a new", bold=True), Span(" hall in town"))
    assert cut((rich,), 4) == ((Span("to "), Span("build a", bold=True)),)


@pytest.mark.parametrize("name", ["sample", "six-and-nine", "pictures"])
def test_every_text_can_be_cut_and_lengthened_by_itself(name: str) -> None:
    found = report(name)
    before = {text.path: text.words for text in texts(found)}
    assert len(before) == len(texts(found))
    for path, words in before.items():
        if words > 2:
            after = {text.path: text.words for text in texts(shortened(found, {path: 2}))}
            assert after == before | {path: words - 2}
        after = {text.path: text.words for text in texts(lengthened(found, path, 5))}
        assert after == before | {path: words + 5}


@pytest.mark.parametrize("name", ["sample", "six-and-nine", "pictures"])
def test_what_is_left_out_is_gone_and_nothing_else(name: str) -> None:
    found = report(name)
    for path in droppable(found):
        left = without(found, path)
        gone = {text.path for text in texts(found)} - {text.path for text in texts(left)}
        assert all(one.startswith(path.split("[")[0]) for one in gone)
        assert left != found
