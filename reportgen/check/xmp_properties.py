"""The properties of an XMP packet (ISO 16684-1), by namespace and name; dates as it and PDF write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
XMP = "http://ns.adobe.com/xap/1.0/"
XMP_MM = "http://ns.adobe.com/xap/1.0/mm/"
PDF = "http://ns.adobe.com/pdf/1.3/"
PDFX_ID = "http://www.npes.org/pdfx/ns/id/"
PDFA_ID = "http://www.aiim.org/pdfa/ns/id/"
PDFUA_ID = "http://www.aiim.org/pdfua/ns/id/"

_PDF_DATE = re.compile(
    r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)(?:00'?(?:00'?)?)?|([+-])(\d\d)'?(?:(\d\d)'?)?)?\Z"
)
_XMP_DATE = re.compile(
    r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:(Z)|([+-])(\d\d):(\d\d))?\Z"
)
"""Dates as ISO 32000-1, 7.9.4, and as XMP have them."""

_LARGEST = 4_000_000
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True)
class Xmp:
    """The properties of a document: the first value of each, `x-default` before others; `fault` says why none."""

    values: dict[tuple[str, str], str] = field(default_factory=dict)
    fault: str = ""

    def get(self, namespace: str, name: str) -> str:
        """A property's value; nothing if it is not there."""
        return self.values.get((namespace, name), "")


def read_xmp(packet: bytes) -> Xmp:
    """The packet's properties. A packet with a document type is not read: it could be made to grow without end."""
    if len(packet) > _LARGEST:
        return Xmp(fault="it is larger than 4 MB")
    if b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return Xmp(fault="it has a document type declaration")
    try:
        root = ElementTree.fromstring(packet.strip(b"\0 \t\r\n"))
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        return Xmp(fault=f"it is no well-formed XML ({error})")
    found: dict[tuple[str, str], str] = {}
    for description in root.iter(f"{{{RDF}}}Description"):
        for key, value in description.attrib.items():
            _keep(found, key, value)
        for child in description:
            _keep(found, child.tag, _value(child))
    return Xmp(found)


def _keep(found: dict[tuple[str, str], str], tag: object, value: str) -> None:
    if isinstance(tag, str) and tag.startswith("{"):
        namespace, _, name = tag[1:].partition("}")
        if namespace != RDF:
            found.setdefault((namespace, name), value.strip())


def _value(element: ElementTree.Element) -> str:
    items = list(element.iter(f"{{{RDF}}}li"))
    if not items:
        return element.text or ""
    default = [item for item in items if item.get(_LANG) == "x-default"]
    return (default or items)[0].text or ""


def pdf_date(text: str) -> datetime | None:
    """A date of the information dictionary, in UTC; None if it is none."""
    return _in_utc(_PDF_DATE.match(text.strip()))


def xmp_date(text: str) -> datetime | None:
    """A date of XMP, in UTC; None if it is none."""
    return _in_utc(_XMP_DATE.match(text.strip()))


def _in_utc(found: re.Match[str] | None) -> datetime | None:
    if found is None:
        return None
    parts = [int(each or default) for each, default in zip(found.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)]
    sign, hours, minutes = found[8], int(found[9] or 0), int(found[10] or 0)
    try:
        offset = timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)
        zone = timezone(offset) if sign else UTC
        return datetime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
