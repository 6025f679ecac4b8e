"""Metadata: what a page says of itself in; the catalog and the information dictionary out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from reportgen.page import Page
from reportgen.pdf.canvas import InkCanvas
from reportgen.pdf.engine import pdfdoc
from reportgen.pdf.objects import Dictionary, serialise, text_string

CREATOR = "reportgen"


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
        """The file's ID is made from all of its bytes, so nothing is told here."""


def describe(page: Page, canvas: InkCanvas, created: datetime) -> Catalog:
    """Write title, author, subject, language and date into the file; gives the catalog for more. `created` is aware."""
    catalog = Catalog(
        canvas.document.Pages,
        {
            "Lang": text_string(page.language),
            "ViewerPreferences": {"DisplayDocTitle": True},
        },
    )
    canvas.document.Catalog = canvas.document._catalog = catalog
    canvas.document.info = Information(_information(page, created))
    return catalog


def pdf_date(moment: datetime) -> str:
    """A date as PDF writes it (7.9.4), in universal time. Raises `ValueError` for one without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("the date of a file needs a time zone")
    return moment.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")


def _information(page: Page, created: datetime) -> dict[str, bytes]:
    date = pdf_date(created)
    texts = {
        "Title": page.title,
        "Author": page.author,
        "Subject": page.subject,
        "Creator": CREATOR,
        "Producer": CREATOR,
        "CreationDate": date,
        "ModDate": date,
    }
    return {key: text_string(text) for key, text in texts.items() if text}
