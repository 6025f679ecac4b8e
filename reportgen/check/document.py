"""A PDF file that is checked: its pages, metadata, claims and structure, each read when it is asked for."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf

from reportgen.check import cos
from reportgen.check.colour_appearance import FromCmyk, cmyk_by_formula, cmyk_by_profile
from reportgen.check.colour_operators import COLOUR_OPERATORS
from reportgen.check.font_program import FontProgram
from reportgen.check.interpreter import Interpreter
from reportgen.check.inventory import Inventory, take_inventory
from reportgen.check.object_operators import OBJECT_OPERATORS
from reportgen.check.painted_objects import Painted
from reportgen.check.path_operators import PATH_OPERATORS
from reportgen.check.pdf_fonts import PdfFont
from reportgen.check.spoken_text import SpokenText
from reportgen.check.state_operators import STATE_OPERATORS
from reportgen.check.structure_tree import TagTree, read_tree
from reportgen.check.text_operators import TEXT_OPERATORS
from reportgen.check.xmp_properties import PDFA_ID, PDFUA_ID, PDFX_ID, Xmp, read_xmp
from reportgen.geometry import Bbox
from reportgen.press_practice import MOST_INK

OPERATORS = STATE_OPERATORS | COLOUR_OPERATORS | PATH_OPERATORS | TEXT_OPERATORS | OBJECT_OPERATORS
"""The operators of a content stream (ISO 32000-1, Annex A), each a function that changes the interpreter."""

_LETTER = Bbox(0, 0, 612, 792)
_MOST_PAGES = 20_000
_DEEPEST = 60


@contextmanager
def opened(data: bytes, path: str = "", ink_limit: float = MOST_INK) -> Iterator[Document]:
    """A file, closed at the end. Within it no stream may grow past 256 MB: a bomb is an error of that stream."""
    before = pikepdf.settings.set_qpdf_limits(
        flate_max_memory=cos.MOST_DATA,
        png_max_memory=cos.MOST_DATA,
        tiff_max_memory=cos.MOST_DATA,
        run_length_max_memory=cos.MOST_DATA,
        dct_max_memory=cos.MOST_DATA,
        max_stream_filters=8,
        doc_max_warnings=2000,
        parser_max_errors=1000,
    )
    document = Document(data, path, ink_limit)
    try:
        yield document
    finally:
        if document.pdf is not None:
            document.pdf.close()
        pikepdf.settings.set_qpdf_limits(**before)  # type: ignore[arg-type]  # what it gave, it takes


class PdfPage:
    """One page. `number` counts from 1."""

    def __init__(self, value: Any, number: int, document: Document) -> None:
        self.value = value
        self.number = number
        self._document = document

    def inherited(self, key: str) -> Any:
        """What stands under a key of the page or of the nodes above it."""
        node, seen = self.value, 0
        while cos.is_dictionary(node) and seen < _DEEPEST:
            found = cos.get(node, key)
            if found is not None:
                return found
            node, seen = cos.get(node, "Parent"), seen + 1
        return None

    @functools.cached_property
    def media(self) -> Bbox:
        """The MediaBox; US letter where there is none, as viewers do."""
        found = cos.box(self.inherited("MediaBox"))
        return found if found is not None and found.width > 0 and found.height > 0 else _LETTER

    @functools.cached_property
    def crop(self) -> Bbox:
        """The CropBox, or else the MediaBox."""
        return cos.box(self.inherited("CropBox")) or self.media

    @functools.cached_property
    def trim(self) -> Bbox:
        """The TrimBox, or else the ArtBox, or else the CropBox."""
        return cos.box(cos.get(self.value, "TrimBox")) or cos.box(cos.get(self.value, "ArtBox")) or self.crop

    @functools.cached_property
    def bleed(self) -> Bbox:
        """The BleedBox, or else the CropBox, as ISO 32000-1 has it."""
        return cos.box(cos.get(self.value, "BleedBox")) or self.crop

    @functools.cached_property
    def annotations(self) -> list[Any]:
        """The annotation dictionaries."""
        return [each for each in cos.elements(cos.get(self.value, "Annots"), 20_000) if cos.is_dictionary(each)]

    @functools.cached_property
    def painted(self) -> Painted:
        """What the page's content paints."""
        painted = Painted()
        interpreter = Interpreter(painted, self._document.fonts, self.media, OPERATORS)
        content = cos.listed(cos.get(self.value, "Contents"))
        try:
            interpreter.run([each for each in content if cos.is_stream(each)], self.inherited("Resources"))
        except RecursionError:
            painted.faults.append("the content is nested past all measure")
        painted.spaces += interpreter.spaces.values()
        return painted


class Document:
    """A PDF file. `fault` says why it could not be opened; then there are no pages and no catalogue."""

    def __init__(self, data: bytes, path: str = "", ink_limit: float = MOST_INK) -> None:
        self.data = data
        self.path = path
        self.ink_limit = ink_limit
        self.fault = ""
        self.fonts: dict[Any, PdfFont] = {}
        self._programs: dict[int, FontProgram] = {}
        self.pdf: Any = None
        try:
            self.pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
        except pikepdf.PasswordError:
            self.fault = "it is encrypted and opens only with a password"
        except Exception as error:  # qpdf's own errors, and what its binding makes of others
            self.fault = _plain(error)

    @functools.cached_property
    def warnings(self) -> list[str]:
        """What had to be mended to read the file at all."""
        if self.pdf is None:
            return []
        try:
            return [_plain(each) for each in self.pdf.get_warnings()]
        except Exception:
            return []

    @functools.cached_property
    def header(self) -> str:
        """The version in the first line, `1.6`; nothing if there is none in the first kilobyte."""
        found = re.search(rb"%PDF-(\d\.\d)", self.data[:1024])
        return found[1].decode("ascii") if found else ""

    @functools.cached_property
    def version(self) -> str:
        """The version that counts: the catalogue's, where it is later than the header's."""
        return max(self.header, cos.name(cos.get(self.root, "Version")))

    @property
    def trailer(self) -> Any:
        """The trailer dictionary."""
        return None if self.pdf is None else self.pdf.trailer

    @functools.cached_property
    def root(self) -> Any:
        """The document catalogue."""
        return cos.get(self.trailer, "Root")

    @functools.cached_property
    def info(self) -> dict[str, Any]:
        """The document information dictionary."""
        return dict(cos.entries(cos.get(self.trailer, "Info")))

    @functools.cached_property
    def pages(self) -> tuple[PdfPage, ...]:
        """The pages, in order; as many as can be read."""
        return tuple(PdfPage(value, number, self) for number, value in enumerate(self._page_values(), 1))

    def _page_values(self) -> list[Any]:
        if self.pdf is None:
            return []
        try:
            return [each.obj for each in self.pdf.pages][:_MOST_PAGES]
        except Exception:  # a tree with a loop, or with what is no page
            return []

    @functools.cached_property
    def packet(self) -> bytes | None:
        """The XMP packet's bytes."""
        return cos.data(cos.get(self.root, "Metadata"), 8_000_000)

    @functools.cached_property
    def xmp(self) -> Xmp:
        """The XMP properties."""
        return Xmp(fault="there is none") if self.packet is None else read_xmp(self.packet)

    @functools.cached_property
    def claims(self) -> tuple[str, ...]:
        """What the file says that it is: `PDF/X-4`, `PDF/A-2a`, `PDF/UA-1` and the like."""
        a_part, level = self.xmp.get(PDFA_ID, "part"), self.xmp.get(PDFA_ID, "conformance").lower()
        ua_part = self.xmp.get(PDFUA_ID, "part")
        x = self.xmp.get(PDFX_ID, "GTS_PDFXVersion") or (cos.text(self.info.get("GTS_PDFXVersion")) or "")
        return tuple(
            each
            for each in (x, f"PDF/A-{a_part}{level}" if a_part else "", f"PDF/UA-{ua_part}" if ua_part else "")
            if each
        )

    @functools.cached_property
    def intents(self) -> list[Any]:
        """The output intents of the catalogue."""
        found = cos.elements(cos.get(self.root, "OutputIntents"), 100)
        return [each for each in found if cos.is_dictionary(each)]

    @functools.cached_property
    def profile(self) -> bytes | None:
        """The first output intent's embedded profile."""
        streams = (cos.get(each, "DestOutputProfile") for each in self.intents)
        return next((found for stream in streams if (found := cos.data(stream, 16_000_000))), None)

    @functools.cached_property
    def from_cmyk(self) -> FromCmyk:
        """How CMYK looks, by the output intent if it is one for CMYK."""
        profile = self.profile
        return cmyk_by_profile(profile) if profile and profile[16:20] == b"CMYK" else cmyk_by_formula

    @functools.cached_property
    def tree(self) -> TagTree:
        """The structure tree."""
        return read_tree(self.root, [page.value for page in self.pages])

    @functools.cached_property
    def spoken_text(self) -> SpokenText:
        """The words of the structure tree."""
        return SpokenText(self.tree, [(page.number, page.painted) for page in self.pages])

    @functools.cached_property
    def inventory(self) -> Inventory:
        """Every dictionary of the file, counted by what is in it."""
        return take_inventory(self.pdf)

    def program(self, font: PdfFont) -> FontProgram:
        """A font's embedded program."""
        key = id(font)
        if key not in self._programs:
            self._programs[key] = FontProgram(font)
        return self._programs[key]


def _plain(error: object) -> str:
    """The first line of a library's message, without the name it gave the data."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return re.sub(r"^<[^>]*>|^[^:]*BytesIO[^:]*:?|^description of [^:]*:", "", lines[0]).strip(": ") or "it is damaged"
