"""Writes files to begin with: the sample report with its data, or a brand with its typefaces and their licences."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.brand.cache import brand_file
from reportgen.brand.load_brand import read_brand
from reportgen.editions.output import Finished, Written, write_all
from reportgen.problems import Place, Problem, ReportError
from reportgen.reading.located_tree import MappingNode, Node, Scalar
from reportgen.reading.yaml_reader import read_yaml
from reportgen.sources import Sources

SAMPLE = Path("content/south-east-midlands.yaml")
BRANDS = Path("content/brands")
_DATA = ("semlep_districts.geojson", "england_outline.geojson", "LICENCE-DATA.md")
_LICENCE = re.compile(r"(ofl|licen[cs]e|copying|copyright|readme|fontlog)", re.IGNORECASE)
_SAMPLE_BRAND = re.compile(r"^brand: .*$", re.MULTILINE)
_NAME = re.compile(r"^name: .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Copy:
    """A file that is to be written; one that is `new` may not be there, others may if they are the same."""

    path: Path
    data: bytes
    new: bool = False


def write_sample(folder: Path, brand: str, sources: Sources) -> list[Written]:
    """Write the sample report, set in a brand, and its data under `folder`, with the brand if it would not be found.

    Raises ReportError if one of them is there, and NoBrandError.
    """
    copies: list[_Copy] = []
    if brand:
        path = brand_file(brand, folder / "content", sources)
        found_there = {(folder / BRANDS).resolve(), (sources.shipped / BRANDS).resolve()}
        if path.parent.resolve() not in found_there:
            copies = _brand_copies(path, brand, folder, sources)
    text = sources.read_bytes(sources.shipped / SAMPLE).decode("utf-8")
    text = _SAMPLE_BRAND.sub(f"brand: {brand}", text, count=1) if brand else text
    data = (Path("content/data") / name for name in _DATA)
    others = (_Copy(folder / path, sources.read_bytes(sources.shipped / path)) for path in data)
    return _write([_Copy(folder / SAMPLE, text.encode(), new=True), *others, *copies], sources)


def write_brand(name: str, model: str, folder: Path, sources: Sources) -> list[Written]:
    """Write a copy of the brand `model`, called `name`, with its typefaces and their licences under `folder`.

    Raises ReportError, also with what is wrong in the model, and NoBrandError.
    """
    path = brand_file(model, folder / "content", sources)
    return _write(_brand_copies(path, name, folder, sources), sources)


def _brand_copies(path: Path, name: str, folder: Path, sources: Sources) -> list[_Copy]:
    """A brand called `name` as it would stand under `folder`. Raises ReportError with what is wrong in it."""
    read_brand(path, str(path), sources)  # what cannot be used is not copied
    text = sources.read_bytes(path).decode("utf-8-sig")
    there = folder / BRANDS
    copies: list[_Copy] = []
    for written, kept in _files_named(text, str(path)):
        here = path.parent / written
        target = folder / kept / here.name
        text = _renamed(text, written, Path(os.path.relpath(target, there)).as_posix())
        copies += [_Copy(target.with_name(each.name), sources.read_bytes(each)) for each in _family(here, sources)]
    text = _NAME.sub(f"name: {name}", text, count=1) if name != path.stem else text
    return [_Copy(there / f"{name}.yaml", text.encode(), new=True), *dict.fromkeys(copies)]


def _files_named(text: str, file: str) -> Iterator[tuple[str, Path]]:
    """The paths of the typefaces that a brand file names, and of its press profile, each once, and where a copy goes.

    A typeface stands in a folder that is called like its own.
    """
    root = read_yaml(text, file).root
    families = _block(root, "families") if root else {}
    faces = [face for family in families.values() for face in _block(family).values()]
    for each in dict.fromkeys(face.text for face in faces if isinstance(face, Scalar)):
        yield each, Path("fonts") / (Path(file).parent / each).resolve().parent.name
    profile = (
        _block(root, "output intent").get("profile") or _block(root, "output_intent").get("profile") if root else None
    )
    if isinstance(profile, Scalar):
        yield profile.text, Path("profiles")


def _block(node: Node, key: str = "") -> dict[str, Node]:
    """What stands under each key of a block, or of the block under one of its keys."""
    found = {entry.key.text: entry.value for entry in node.entries} if isinstance(node, MappingNode) else {}
    return _block(found[key]) if key in found else {} if key else found


def _family(file: Path, sources: Sources) -> Iterator[Path]:
    """A file that a brand names, with the rest of its family if it is shipped, or else the licences beside it."""
    shipped = (sources.shipped / "fonts").resolve() in file.resolve().parents
    for path in sources.files_in(file.parent):
        if path.name == file.name or shipped or _LICENCE.match(path.name):
            yield path


def _renamed(text: str, old: str, new: str) -> str:
    """A brand file in which a path is written anew, wherever it stands whole."""
    return re.sub(rf"(?<=[\s\"']){re.escape(old)}(?=[\s\"',}}])", lambda _: new, text) if old != new else text


def _write(files: Iterable[_Copy], sources: Sources) -> list[Written]:
    """Write what is not there. Raises ReportError for what is there and is something else."""
    found = tuple(files)
    problems = [_in_the_way(copy.path) for copy in found if _is_taken(copy, sources)]
    if problems:
        raise ReportError(problems)
    wanted = (Finished(copy.path, copy.data) for copy in found if not os.path.lexists(copy.path))
    return write_all(wanted, "name another folder")


def _is_taken(copy: _Copy, sources: Sources) -> bool:
    """Whether something else has the name of a file that is to be written."""
    if not os.path.lexists(copy.path):
        return False
    try:
        return copy.new or sources.read_bytes(copy.path) != copy.data
    except OSError:
        return True


def _in_the_way(path: Path) -> Problem:
    return Problem("exists", "it is there already, and is left as it is", Place(os.fspath(path)))
