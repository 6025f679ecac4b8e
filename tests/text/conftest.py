"""The sample's faces and styles, for the tests of the text stage."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from reportgen.glyphs import FontFile
from reportgen.text.font_files import load_font
from reportgen.text.spans import Rich, Span
from reportgen.text.type_style import FontFamily, TypeStyle

FONTS = Path(__file__).parents[2] / "fonts"
SANS = "source-sans-3/SourceSans3_"
SERIF = "source-serif-4/SourceSerif4_"
ARCHIVO = "archivo/Archivo_"


class Faces:
    """The project's font files by short path, and families of them."""

    def __init__(self) -> None:
        self.face = lru_cache(maxsize=32)(self._load)

    def data(self, path: str) -> bytes:
        return (FONTS / f"{path}.ttf").read_bytes()

    def _load(self, path: str) -> FontFile:
        return load_font(self.data(path))

    @property
    def sans(self) -> FontFile:
        return self.face(SANS + "400Regular")

    @property
    def archivo(self) -> FontFile:
        return self.face(ARCHIVO + "800ExtraBold")

    @property
    def serif(self) -> FontFile:
        return self.face(SERIF + "400Regular")

    def body_family(self) -> FontFamily:
        names = ("400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic")
        return FontFamily(*(self.face(SANS + name) for name in names))

    def family(self, path: str) -> FontFamily:
        face = self.face(path)
        return FontFamily(face, face, face, face)


@pytest.fixture(scope="session")
def faces() -> Faces:
    return Faces()


@pytest.fixture(scope="session")
def marked() -> Callable[[str], Rich]:
    """`**bold**` text as spans."""
    return lambda text: tuple(Span(part, bold=bool(index % 2)) for index, part in enumerate(text.split("**")) if part)


@pytest.fixture(scope="session")
def body(faces: Faces) -> TypeStyle:
    return TypeStyle("body", faces.body_family(), 9.6, 12.5)


@pytest.fixture(scope="session")
def lead(faces: Faces) -> TypeStyle:
    return TypeStyle("lead", faces.body_family(), 10.8, 14)


@pytest.fixture(scope="session")
def title(faces: Faces) -> TypeStyle:
    return TypeStyle("title", faces.family(ARCHIVO + "800ExtraBold"), 44, 46.2, tracking=-0.015, balance=True)


@pytest.fixture(scope="session")
def head(faces: Faces) -> TypeStyle:
    return TypeStyle("head", faces.family(ARCHIVO + "700Bold"), 14, 14.7, balance=True)


@pytest.fixture(scope="session")
def serif(faces: Faces) -> TypeStyle:
    return TypeStyle("serif", faces.family(SERIF + "400Regular"), 18, 19)
