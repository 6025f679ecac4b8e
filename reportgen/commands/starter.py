"""Writes files to begin with: the sample report with its data, or a brand with its typefaces."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from reportgen.editions.output import Finished, Written, write_all
from reportgen.problems import Place, Problem, ReportError
from reportgen.sources import Sources

SAMPLE = Path("content/south-east-midlands.yaml")
BRAND = Path("content/brands/industrial-strategy.yaml")
_DATA = ("semlep_districts.geojson", "england_outline.geojson", "LICENCE-DATA.md")
_FAMILY = re.compile(r"\bfonts/([\w-]+)/")


def write_sample(folder: Path, sources: Sources) -> list[Written]:
    """Write the sample report and its data under `folder`. Raises ReportError if one of them is there."""
    data = (Path("content/data") / name for name in _DATA)
    return _write(folder, [(path, path) for path in (SAMPLE, *data)], sources)


def write_brand(name: str, folder: Path, sources: Sources) -> list[Written]:
    """Write a copy of the shipped brand, called `name`, with its typefaces under `folder`. Raises ReportError."""
    text = sources.read_bytes(sources.shipped / BRAND).decode("utf-8")
    families = sorted(set(_FAMILY.findall(text)))
    fonts = (path for family in families for path in sources.files_in(sources.shipped / "fonts" / family))
    shared = [path.relative_to(sources.shipped) for path in fonts]
    return _write(folder, [(BRAND, BRAND.with_stem(name)), *((path, path) for path in shared)], sources)


def _write(folder: Path, files: Iterable[tuple[Path, Path]], sources: Sources) -> list[Written]:
    """Copy shipped files; the first is new, the others may be there if they are the same."""
    copies = [Finished(folder / there, sources.read_bytes(sources.shipped / here)) for here, there in files]
    problems = [_in_the_way(copy.path) for index, copy in enumerate(copies) if _is_taken(copy, index == 0, sources)]
    if problems:
        raise ReportError(problems)
    return write_all(copy for copy in copies if not os.path.lexists(copy.path))


def _is_taken(copy: Finished, new: bool, sources: Sources) -> bool:
    """Whether something else has the name of a file that is to be written."""
    if not os.path.lexists(copy.path):
        return False
    try:
        return new or sources.read_bytes(copy.path) != copy.data
    except OSError:
        return True


def _in_the_way(path: Path) -> Problem:
    return Problem("exists", "it is there already, and is left as it is", Place(os.fspath(path)))
