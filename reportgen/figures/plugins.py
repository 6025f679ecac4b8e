"""Finds the kinds of figure that other packages add, by the entry points of the group `reportgen.figures`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points

from reportgen.content.kinds.declaration import Kind
from reportgen.figures.base import FigureError
from reportgen.figures.guarded_kind import HINT, guarded, sentences

GROUP = "reportgen.figures"


class AddedKinds(Mapping[str, Kind]):
    """The added kinds by name. Each is loaded when it is asked for, and no other with it; FigureError is raised for one
    that cannot be used."""

    def __init__(self) -> None:
        self._points = {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}
        self._loaded: dict[str, Kind] = {}

    def __getitem__(self, name: str) -> Kind:
        if name not in self._loaded:
            self._loaded[name] = _loaded(self._points[name])
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._points)

    def __len__(self) -> int:
        return len(self._points)


def usable_kinds() -> Iterator[Kind]:
    """Every added kind, loaded, but those that cannot be used."""
    added = AddedKinds()
    for name in added:
        try:
            yield added[name]
        except FigureError:
            continue


def _loaded(point: EntryPoint) -> Kind:
    """The kind of an entry point. Raises FigureError in words that name the package."""
    package = point.dist.name if point.dist else point.value
    told = f"the figure `{point.name}` of the package `{package}` cannot be used"
    with sentences(told):
        kind = point.load()
    if not isinstance(kind, Kind):
        message = f"{told}: `{point.value}` is no `reportgen.extend.Kind`, but of type {type(kind).__name__}"
        raise FigureError(message, HINT)
    if kind.name != point.name:
        raise FigureError(f"{told}: it calls itself `{kind.name}`", HINT)
    return guarded(kind, told)
