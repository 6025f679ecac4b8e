"""Numbers are found one by one, also where two of them stand side by side in a row of a table."""

from __future__ import annotations

import pytest

from reportgen.check.numerals import numbers_in


@pytest.mark.parametrize("row", ["12’345 123’456", "12'345 123'456", "12,345 123,456", "12\u202f345 123\u202f456"])
def test_two_numbers_side_by_side_are_two(row: str) -> None:
    assert {12345.0, 123456.0} <= numbers_in(row)


@pytest.mark.parametrize("written", ["1,234,567.5", "1.234.567,5", "1’234’567.5", "1\u00a0234\u00a0567,5"])
def test_a_number_is_whole(written: str) -> None:
    assert 1234567.5 in numbers_in(written)
