"""Kinds of figure that other packages add: the entry points of the group `reportgen.figures` in; kinds out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points

from reportgen.content.kinds import ADDED_KEYS, KindShape
from reportgen.figures.base import FigureError
from reportgen.figures.guarded_kind import HINT, guarded, sentences
from reportgen.figures.kinds import Kind

GROUP = "reportgen.figures"


def added_kind(name: str) -> Kind | None:
    """The added kind of that name; None when nobody adds one. Raises FigureError for one that cannot be used."""
    found = next((point for point in _points() if point.name == name), None)
    return _loaded(found) if found else None


def added_shapes() -> Mapping[str, KindShape]:
    """What the content stage is to know of every added kind; of one that cannot be used, why. Each is loaded when it is
    asked for, and no other with it."""
    return _Shapes(_points())


class _Shapes(Mapping[str, KindShape]):
    """Shapes by name, each made once."""

    def __init__(self, points: tuple[EntryPoint, ...]) -> None:
        self._points = {point.name: point for point in points}
        self._made: dict[str, KindShape] = {}

    def __getitem__(self, name: str) -> KindShape:
        if name not in self._made:
            self._made[name] = _shape(self._points[name])
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._points)

    def __len__(self) -> int:
        return len(self._points)


def _points() -> tuple[EntryPoint, ...]:
    return tuple(sorted(entry_points(group=GROUP), key=lambda point: point.name))


def _shape(point: EntryPoint) -> KindShape:
    try:
        kind = _loaded(point)
    except FigureError as error:
        return KindShape(point.name, fault=str(error))
    keys = kind.keys if kind.keys is not None else ADDED_KEYS
    return KindShape(kind.name, kind.needs, keys, kind.check)


def _loaded(point: EntryPoint) -> Kind:
    """The kind of an entry point. Raises FigureError in words that name the package."""
    package = point.dist.name if point.dist else point.value
    told = f"the figure `{point.name}` of the package `{package}` cannot be used"
    with sentences(told):
        kind = point.load()
    if not isinstance(kind, Kind):
        message = f"{told}: `{point.value}` is no `reportgen.figures.kinds.Kind`, but of type {type(kind).__name__}"
        raise FigureError(message, HINT)
    if kind.name != point.name:
        raise FigureError(f"{told}: it calls itself `{kind.name}`", HINT)
    return guarded(kind, told)
