"""What a file says of itself: the catalog with its output intents, the information dictionary and the XMP packet.

Both of these say the same, as PDF/X-4 asks, and nothing in them is of the day: dates come from the
report, identifiers from the bytes of the file.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from reportgen.colour.profiles import OutputIntent, Profile
from reportgen.page import Page
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.engine import pdfdoc
from reportgen.pdf.pdf_objects import LEVEL, Dictionary, Stream, serialise, text_string
from reportgen.pdf.xmp_packet import Claims, clean, packet
from reportgen.standards import Edition, Standard

CREATOR = "reportgen"
_UUID_VERSION = 5
"""An identifier made from a digest (RFC 4122, 4.3)."""
_COMPONENTS = {"GRAY": 1, "RGB ": 3, "CMYK": 4}
"""How many values a colour has in a profile's space (ISO 15076-1, 7.2.6)."""

_KINDS = {Standard.X4: "GTS_PDFX", Standard.A2A: "GTS_PDFA1"}


class Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]  # ReportLab has no types
    """The document catalog (ISO 32000-1, 7.7.2). ReportLab's writes only keys it knows; this one, all `entries`."""

    def __init__(self, pages: Any, entries: dict[str, Any]) -> None:
        self.Pages = pages
        self.entries = entries

    def format(self, document: Any) -> bytes:
        """The bytes of the object."""
        fixed = {"Type": "Catalog", "Pages": document.Reference(self.Pages)}
        return serialise({**fixed, **self.entries}, document)


class Information(Dictionary):
    """The information dictionary (14.3.3), in the place of ReportLab's, which stamps the clock and its own name."""

    invariant = 1

    def digest(self, _: Any) -> None:
        """The file's ID is made from all of its bytes, so nothing is added here."""


def claims_of(page: Page, edition: Edition, created: datetime) -> Claims:
    """What the file of a page says of itself. The print edition is not trapped: that is left to the printer."""
    return Claims(
        clean(page.title),
        page.language,
        clean(page.author),
        clean(page.subject),
        CREATOR,
        created,
        edition.promises,
        False if Standard.X4 in edition.promises else None,
    )


def describe(claims: Claims, canvas: InkCanvas) -> Catalog:
    """Write `claims` into the file, their identifiers still blank; gives the catalog for more."""
    document = canvas.document
    metadata = Stream({"Type": "Metadata", "Subtype": "XML"}, packet(claims), plain=True)
    catalog = Catalog(
        document.Pages,
        {
            "Lang": text_string(claims.language),
            "ViewerPreferences": {"DisplayDocTitle": True},
            "Metadata": document.Reference(metadata),
        },
    )
    document.Catalog = document._catalog = catalog
    document.info = Information(_information(claims))
    return catalog


def identified(data: bytes, claims: Claims) -> bytes:
    """The file with the identifiers of its packet, which are made from a digest of the file in which they are blank.

    The ID of the trailer is made so before (`InkCanvas.finish`). No byte moves: the offsets of the file stay right.
    """
    digest = hashlib.sha256(data).digest()
    document, instance = (str(UUID(bytes=half, version=_UUID_VERSION)) for half in (digest[:16], digest[16:]))
    return data.replace(packet(claims), packet(claims, document, instance), 1)


def pdf_date(moment: datetime) -> str:
    """A date as PDF writes it (7.9.4), in universal time. Raises `ValueError` for one without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("the date of a file needs a time zone")
    return moment.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")


def _information(claims: Claims) -> Mapping[str, Any]:
    date = pdf_date(claims.created)
    texts = {
        "Title": claims.title,
        "Author": claims.author,
        "Subject": claims.subject,
        "Creator": claims.program,
        "Producer": claims.program,
        "CreationDate": date,
        "ModDate": date,
    }
    written: dict[str, Any] = {key: text_string(text) for key, text in texts.items() if text}
    return written if claims.trapped is None else {**written, "Trapped": str(claims.trapped)}


def output_intents(intent: OutputIntent, promises: frozenset[Standard], document: Any) -> list[Any]:
    """References to one output intent for each promise that asks for one; all share one profile object.

    PDF/X-4 asks for GTS_PDFX (ISO 15930-7, 6.4.2.1), PDF/A for GTS_PDFA1, and for one profile object where there are
    several intents (ISO 19005-2, 6.2.3). A condition that is not registered has no registry. `document` is ReportLab's.
    """
    profile = document.Reference(_profile_stream(intent.profile))
    entries = {
        "OutputConditionIdentifier": text_string(intent.condition),
        **({"RegistryName": text_string(intent.registry)} if intent.registry else {}),
        "Info": text_string(intent.info),
        "DestOutputProfile": profile,
    }
    return [
        document.Reference(Dictionary({"Type": "OutputIntent", "S": kind, **entries}))
        for standard, kind in _KINDS.items()
        if standard in promises
    ]


def _profile_stream(profile: Profile) -> Stream:
    """The profile as a stream (8.6.5.5)."""
    return Stream({"N": _COMPONENTS[profile.space], "Filter": "FlateDecode"}, _compressed(profile.data))


@lru_cache(maxsize=8)
def _compressed(data: bytes) -> bytes:
    """A quarter of a megabyte takes longer to compress than a page to draw, so it is done once a process."""
    return zlib.compress(data, LEVEL)
