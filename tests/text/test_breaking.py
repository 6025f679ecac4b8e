"""Line breaking as arithmetic: against every possible set of breaks, and by cases."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.text import line_penalties
from reportgen.text.breaking import Breakpoint, break_lines


def words(*widths, space=1.0, penalties=()):
    """Chances of a text of words of these widths."""
    breakpoints = []
    pen = 0.0
    for index, width in enumerate(widths):
        penalty = penalties[index] if index < len(penalties) else 0.0
        breakpoints.append(Breakpoint(pen + width, pen + width + space, index + 1, penalty))
        pen += width + space
    return tuple(breakpoints)


def lines_of(breakpoints, breaks):
    """(node, index, width) of each line."""
    nodes = [0, *(index + 1 for index in breaks[:-1])]
    starts = [breakpoints[node - 1].start if node else 0.0 for node in nodes]
    return [
        (node, index, breakpoints[index].end - start) for node, index, start in zip(nodes, breaks, starts, strict=True)
    ]


def total(breakpoints, breaks, measure, balance):
    """The score of `breaks`, from the words of score.py; None where a line is too wide that could be broken."""
    demerits = 0.0
    for node, index, width in lines_of(breakpoints, breaks):
        last = index == len(breakpoints) - 1
        too_wide = width > measure + 0.001
        if too_wide and node != index:
            return None
        demerits += line_penalties.OVERFULL if too_wide else 0.0
        times = line_penalties.IN_HEAD if balance and not too_wide else 1.0
        demerits += 0.0 if last and not balance else times * breakpoints[index].penalty
        demerits += line_penalties.FEWEST if balance and not too_wide else 0.0
        if not too_wide and (balance or not last):
            demerits += line_penalties.SHORTFALL * ((measure - width) / measure) ** 2
        if node and last and not balance and not too_wide:
            demerits += line_penalties.STRANDED if breakpoints[-1].words - breakpoints[node - 1].words < 2 else 0.0
            demerits += line_penalties.SHORT_LAST * max(0.0, 1 - (width / measure) / line_penalties.LAST_SHARE)
        ladder = node and breakpoints[node - 1].hyphen and (breakpoints[index].hyphen or last)
        demerits += line_penalties.SECOND_HYPHEN if ladder and not too_wide else 0.0
    return demerits


def best_of_all(breakpoints, measure, balance):
    inner = range(len(breakpoints) - 1)
    every = chain.from_iterable(combinations(inner, count) for count in range(len(breakpoints)))
    totals = (total(breakpoints, (*breaks, len(breakpoints) - 1), measure, balance) for breaks in every)
    return min(demerits for demerits in totals if demerits is not None)


@st.composite
def texts(draw):
    """Up to nine words or parts of words, with penalties and hyphens."""
    breakpoints = []
    pen, count = 0.0, 0
    for _ in range(draw(st.integers(1, 9))):
        width = draw(st.floats(0.5, 12))
        hyphen = draw(st.booleans())
        penalty = draw(st.sampled_from([0.0, -0.5, 1.0, 8.0]))
        count += not hyphen
        breakpoints.append(Breakpoint(pen + width + hyphen * 0.3, pen + width + (not hyphen), count, penalty, hyphen))
        pen += width + (not hyphen)
    return tuple(breakpoints)


@given(breakpoints=texts(), measure=st.floats(3, 40), balance=st.booleans())
def test_no_set_of_breaks_is_better(breakpoints, measure, balance):
    breaks = break_lines(breakpoints, measure, balance)
    assert total(breakpoints, breaks, measure, balance) == pytest.approx(
        best_of_all(breakpoints, measure, balance), rel=1e-9
    )


@given(breakpoints=texts(), measure=st.floats(3, 40), size=st.sampled_from([0.5, 2, 8, 16]))
def test_the_unit_of_the_chances_makes_no_difference(breakpoints, measure, size):
    """Sizes are powers of two, so that no number is rounded."""
    scaled = [
        replace(breakpoint, end=breakpoint.end / size, start=breakpoint.start / size) for breakpoint in breakpoints
    ]
    assert break_lines(scaled, measure, unit=size) == break_lines(breakpoints, measure)


def test_nothing_has_no_lines():
    assert break_lines((), 100) == ()


def test_what_fits_is_one_line():
    assert break_lines(words(3, 4, 5), 14) == (2,)


def widths_of(breakpoints, measure, **options):
    return [width for _, _, width in lines_of(breakpoints, break_lines(breakpoints, measure, **options))]


def test_the_rag_is_even():
    """Filled from the top the lines would be 15, 9 and 12 long."""
    assert widths_of(words(6, 3, 4, 9, 5, 6), 15) == [10, 14, 12]


def test_no_last_word_is_stranded():
    assert break_lines(words(5, 5, 5, 5), 17.5) == (1, 3)


def test_a_word_is_stranded_only_where_nothing_else_can_be():
    assert break_lines(words(9, 9), 10) == (0, 1)


def test_a_last_line_is_not_too_short():
    breakpoints = words(6, 6, 6, 6, 6, 2, 2)
    (_, _, last) = lines_of(breakpoints, break_lines(breakpoints, 34))[-1]
    assert last > 34 / 3


def test_a_word_wider_than_the_measure_has_its_own_line():
    assert break_lines(words(4, 30, 4, 4), 10) == (0, 1, 3)


def test_a_better_reading_break_is_worth_a_little():
    even = (10, 10, 10, 10, 10, 10, 10)
    assert break_lines(words(*even), 45)[0] == 3
    assert break_lines(words(*even, penalties=(0, 0, 0, 30)), 45)[0] == 2


def test_hyphens_do_not_make_a_ladder():
    """The second line could be 18 long with a hyphen, or 15 without."""

    def ends(second_hyphen):
        breakpoints = (
            Breakpoint(18, 18, 0, 0.0, True),
            Breakpoint(33, 34, 1),
            Breakpoint(36, 36, 1, 0.0, second_hyphen),
            Breakpoint(46, 47, 2),
            Breakpoint(50, 51, 3),
        )
        return break_lines(breakpoints, 20)

    assert ends(False) == (0, 2, 4)
    assert ends(True) == (0, 1, 4)


def test_a_head_takes_the_fewest_lines_and_evens_them():
    assert widths_of(words(10, 3, 6, 6), 24, balance=True) == [14, 13]
    assert widths_of(words(*[5] * 9), 24, balance=True) == [17, 17, 17]
    assert widths_of(words(*[5] * 10), 30, balance=True) == [29, 29]
    assert widths_of(words(10, 8), 14, balance=True) == [10, 8]


def test_many_words_and_any_measure():
    breakpoints = words(*[4.0] * 10_000)
    assert len(break_lines(breakpoints, 49)) == 1000
    assert len(break_lines(breakpoints, 1e9)) == 1
    assert len(break_lines(breakpoints, 1)) == 10_000
