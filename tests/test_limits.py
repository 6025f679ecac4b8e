"""The table of limits in the guide, held against the program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from annotated_types import MaxLen

from reportgen.content import picture_files, schema, schema_parts
from reportgen.content.formulas import parse
from reportgen.content.tables import csv_file
from reportgen.reading import yaml_errors, yaml_reader
from reportgen.svg import element_tree
from reportgen.text import locale

GUIDE = Path(__file__).parents[1] / "docs/limits.md"


def most(shape: Any, key: str) -> int:
    """How long the list or mapping of a field may be."""
    field = shape.model_fields[key]
    found = [each for each in field.metadata if isinstance(each, MaxLen)]
    return found[0].max_length if found else _within(field.annotation)


def _within(kind: Any) -> int:
    """The same of a field that may be left out: `Annotated[...] | None`."""
    return next(each for each in (_length(one) for one in getattr(kind, "__args__", ())) if each)


def _length(kind: Any) -> int:
    return next((each.max_length for meta in getattr(kind, "__metadata__", ()) for each in _flat(meta)), 0)


def _flat(meta: Any) -> list[MaxLen]:
    return (
        [meta]
        if isinstance(meta, MaxLen)
        else [one for one in getattr(meta, "metadata", ()) if isinstance(one, MaxLen)]
    )


REPORT, CHARTED = schema.ReportShape, schema.Charted
LIMITS = {
    "pages": 1,
    "characters of a YAML file": yaml_reader.LARGEST,
    "keys and values of a YAML file": yaml_reader.MOST_VALUES,
    "levels of a YAML file": yaml_reader.DEEPEST,
    "characters of a key or a name": yaml_errors.LONGEST_KEY,
    "characters of a text of one paragraph, of an address": schema_parts.LONGEST_LINE,
    "characters of a text, of a source": schema_parts.LONGEST_TEXT,
    "characters of a number or formula": schema_parts.LONGEST_NUMBER,
    "sources of one text or block": schema_parts.MOST_SOURCES,
    "statistics": most(REPORT, "statistics"),
    "statistics of a place": most(schema.PlaceShape, "statistics"),
    "figures": most(REPORT, "figures"),
    "highlights": most(schema.HighlightsShape, "items"),
    "sections": most(REPORT, "sections"),
    "logos": most(REPORT, "logo"),
    "values of a series": schema_parts.MOST_POINTS,
    "tables under `data`": most(REPORT, "data"),
    "names under `values`": most(REPORT, "values"),
    "computed columns of a table": most(schema.TableShape, "columns"),
    "rows named by `where`, `leave_out` or `emphasise`": _length(schema_parts.Names),
    "headings of one `where` or `leave_out`": _length(schema_parts.Rule),
    "`breaks`, `spots`": most(CHARTED, "breaks"),
    "`steps` of a map": most(CHARTED, "steps"),
    "rules under `allow`": most(REPORT, "allow"),
    "bytes of a CSV file": csv_file.LARGEST,
    "columns of a CSV file": csv_file.MOST_COLUMNS,
    "bytes of a logo in SVG": element_tree.MOST_BYTES,
    "pixels of a picture": picture_files.MOST_PIXELS,
    "digits of a number on the page": locale.MOST_DIGITS,
}


def rows() -> dict[str, tuple[int, str]]:
    found = re.findall(r"^\| ([^|]+) \| ([\d,]+) \| ([^|]+) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    return {what: (int(number.replace(",", "")), why) for what, number, why in found}


def test_the_table_has_every_limit_and_no_other() -> None:
    assert list(rows()) == list(LIMITS)


@pytest.mark.parametrize("what", LIMITS)
def test_each_limit_is_as_it_is_told_and_has_a_reason(what: str) -> None:
    number, why = rows()[what]
    assert number == LIMITS[what]
    assert why.strip()


def test_limits_of_one_thing_agree() -> None:
    assert parse.LONGEST == schema_parts.LONGEST_NUMBER
    assert most(CHARTED, "breaks") == most(CHARTED, "spots")
    assert most(CHARTED, "allow") == most(REPORT, "allow")
