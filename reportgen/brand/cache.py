"""Brands by name, each read once a run, with what is wrong in them and what their typefaces cannot set."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from reportgen.brand.load_brand import BrandError, read_brand
from reportgen.brand.model import Brand
from reportgen.glyphs import FontFile
from reportgen.problems import Place, Problem, ReportError, did_you_mean
from reportgen.sources import Sources
from reportgen.text.coverage import CharacterFault, character_faults

ENDINGS = (".yaml", ".yml")


class NoBrandError(LookupError):
    """There is no brand of that name; `hint` names the nearest that there is."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(f"there is no brand `{name}`")
        self.hint = hint

    def problem(self, place: Place) -> Problem:
        """What is wrong, at the place where the brand was asked for."""
        return Problem("brand", str(self), place, self.hint)


@dataclass
class BrandCache:
    """Brands for reports of one folder."""

    folder: Path
    sources: Sources
    problems: list[Problem] = field(default_factory=list)
    _found: dict[str, Brand | None] = field(default_factory=dict)
    _faces: dict[str, FontFile | None] = field(default_factory=dict)

    def brand(self, name: str) -> Brand | None:
        """A brand; None when its file has problems, which then stand in `problems`. Raises NoBrandError."""
        if name not in self._found:
            path = brand_file(name, self.folder, self.sources)
            try:
                brand = read_brand(path, str(path), self.sources)
                self._found[name], self._faces[name] = brand, brand.styles.text.family.regular
            except ReportError as error:
                self._found[name] = None
                self._faces[name] = error.text_face if isinstance(error, BrandError) else None
                self.problems.extend(error.problems)
        return self._found[name]

    def unsettable(self, name: str, text: str) -> tuple[CharacterFault, ...]:
        """The characters of a text that a brand's text face cannot set. Raises NoBrandError."""
        self.brand(name)
        font = self._faces[name]
        return character_faults(text, font) if font else ()


def brand_file(name: str, beside: Path, sources: Sources) -> Path:
    """The file of a brand: a path from `beside`, or a name in `brands/` there, in `content/brands/`, or shipped.

    Raises NoBrandError.
    """
    paths = [folder / f"{name}{ending}" for folder in _folders(beside, sources) for ending in ENDINGS]
    for path in (beside / name, Path(name)) if name.endswith(ENDINGS) else paths:
        if sources.exists(path):
            return path
    raise NoBrandError(name, did_you_mean(name, brand_names(beside, sources)))


def brand_names(beside: Path, sources: Sources) -> tuple[str, ...]:
    """The names that a report may use."""
    found = [
        path.stem for folder in _folders(beside, sources) for path in sources.files_in(folder) if path.suffix in ENDINGS
    ]
    return tuple(sorted(set(found)))


def _folders(beside: Path, sources: Sources) -> tuple[Path, ...]:
    return beside / "brands", Path("content") / "brands", sources.shipped / "content" / "brands"
