"""Finds the file of a brand by its name or its path."""

from __future__ import annotations

from pathlib import Path

from reportgen.sources import Sources

ENDINGS = (".yaml", ".yml")


def brand_file(name: str, beside: Path, sources: Sources) -> Path | None:
    """The file of a brand: a path from `beside`, or a name in `brands/` there, in `content/brands/`, or shipped."""
    if name.endswith(ENDINGS):
        return next((path for path in (beside / name, Path(name)) if sources.exists(path)), None)
    for folder in _folders(beside, sources):
        for ending in ENDINGS:
            path = folder / f"{name}{ending}"
            if sources.exists(path):
                return path
    return None


def brand_names(beside: Path, sources: Sources) -> tuple[str, ...]:
    """The names that a report may use."""
    found = [
        path.stem for folder in _folders(beside, sources) for path in sources.files_in(folder) if path.suffix in ENDINGS
    ]
    return tuple(sorted(set(found)))


def _folders(beside: Path, sources: Sources) -> tuple[Path, ...]:
    return beside / "brands", Path("content") / "brands", sources.shipped / "content" / "brands"
