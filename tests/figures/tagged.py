"""The tables of a file, read from its tags as a screen reader reads them."""

from __future__ import annotations

import re

from tag_reader import Tag, read_tags


def tables(pdf: bytes) -> list[list[list[str]]]:
    """Each table in rows of cells, in reading order."""
    return [_rows(tag) for tag in read_tags(pdf).walk() if tag.role == "Table"]


def _rows(table: Tag) -> list[list[str]]:
    rows = [tag for tag in table.walk() if tag.role == "TR"]
    return [[_said(cell) for cell in row.kids if isinstance(cell, Tag)] for row in rows]


def _said(cell: Tag) -> str:
    return re.sub(r"\s+", " ", cell.text.replace("\u00ad", "")).strip()
