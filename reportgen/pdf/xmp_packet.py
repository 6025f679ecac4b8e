"""The XMP packet: what a file says of itself, as XML (ISO 16684-1; ISO 19005-2, 6.6.2).

Keys that PDF/A does not know are described by extension schemas in the same packet (ISO 19005-2, 6.6.2.3.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from reportgen.standards import Standard

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_PACKET = "W5M0MpCehiHzreSzNTczkc9d"
"""The constant by which a program finds a packet (ISO 16684-1, 7.3.2)."""

BLANK = "00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True, slots=True)
class Claims:
    """What a file says of itself. `created` is aware; `trapped` stands where it is known."""

    title: str
    language: str
    author: str
    subject: str
    program: str
    created: datetime
    promises: frozenset[Standard]
    trapped: bool | None = None


@dataclass(frozen=True, slots=True)
class _Key:
    """A key that PDF/A does not predefine: its schema, its name, the type of its value and what it says."""

    prefix: str
    name: str
    kind: str
    category: str
    says: str


_SCHEMAS = {"pdfuaid": "PDF/UA identification", "pdfxid": "PDF/X identification", "pdf": "Adobe PDF"}
_UA_PART = _Key("pdfuaid", "part", "Integer", "internal", "The part of ISO 14289 that the file conforms to")
_X_VERSION = _Key("pdfxid", "GTS_PDFXVersion", "Text", "internal", "The PDF/X standard that the file conforms to")
_TRAPPED = _Key("pdf", "Trapped", "Text", "internal", "Whether the file has been trapped")


def packet(claims: Claims, document: str = BLANK, instance: str = BLANK) -> bytes:
    """The packet in UTF-8. `document` and `instance` are UUIDs; the length of the packet is the same for all."""
    body = "\n".join(_description(claims, document, instance))
    names = "".join(f'\n xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items() if f"{prefix}:" in body)
    text = (
        f'<?xpacket begin="\ufeff" id="{_PACKET}"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n<rdf:RDF xmlns:rdf="{_RDF}">\n<rdf:Description rdf:about=""{names}>\n'
        f'{body}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>\n'
    )
    return text.encode("utf-8")


def xmp_date(moment: datetime) -> str:
    """A date as XMP writes it (ISO 8601), in universal time. Raises `ValueError` for one without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("the date of a file needs a time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def clean(text: str) -> str:
    """`text` as XML can hold it (XML 1.0, 2.2): controls, lone surrogates and non-characters go, and white space is
    a plain blank, so that a reader of XML gives back what is written here and what the Info dictionary has."""
    kept = "".join(" " if char in "\t\n\r" else char for char in text if char in "\t\n\r" or _is_char(ord(char)))
    return kept.strip()


def _is_char(code: int) -> bool:
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


def _description(claims: Claims, document: str, instance: str) -> Iterator[str]:
    date = xmp_date(claims.created)
    yield from _alternatives("dc:title", claims.title, claims.language)
    if claims.author:
        yield _array("dc:creator", "Seq", [_item(claims.author)])
    if claims.subject:
        yield from _alternatives("dc:description", claims.subject, claims.language)
    yield _array("dc:language", "Bag", [_item(claims.language)])
    yield _simple("dc:format", "application/pdf")
    for key in ("CreateDate", "ModifyDate", "MetadataDate"):
        yield _simple(f"xmp:{key}", date)
    yield _simple("xmp:CreatorTool", claims.program)
    yield _simple("pdf:Producer", claims.program)
    if claims.trapped is not None:
        yield _simple("pdf:Trapped", str(claims.trapped))
    yield _simple("xmpMM:DocumentID", f"uuid:{document}")
    yield _simple("xmpMM:InstanceID", f"uuid:{instance}")
    yield _simple("xmpMM:VersionID", "1")
    yield _simple("xmpMM:RenditionClass", "default")
    yield from _identification(claims)


def _identification(claims: Claims) -> Iterator[str]:
    """What the file conforms to, and the description of every key that is not PDF/A's own."""
    described = [_TRAPPED] if claims.trapped is not None else []
    if Standard.X4 in claims.promises:
        yield _simple("pdfxid:GTS_PDFXVersion", str(Standard.X4))
        described.append(_X_VERSION)
    if Standard.UA1 in claims.promises:
        yield _simple("pdfuaid:part", "1")
        described.append(_UA_PART)
    if Standard.A2A in claims.promises:
        yield _simple("pdfaid:part", "2")
        yield _simple("pdfaid:conformance", "A")
        yield _array("pdfaExtension:schemas", "Bag", [_schema(key) for key in described])


def _schema(key: _Key) -> str:
    about = [("schema", _SCHEMAS[key.prefix]), ("namespaceURI", _NAMESPACES[key.prefix]), ("prefix", key.prefix)]
    says = [("name", key.name), ("valueType", key.kind), ("category", key.category), ("description", key.says)]
    properties = _resource(_simple(f"pdfaProperty:{name}", value) for name, value in says)
    listed = _array("pdfaSchema:property", "Seq", [properties])
    return _resource([*(_simple(f"pdfaSchema:{name}", value) for name, value in about), listed])


def _resource(parts: Iterable[str]) -> str:
    return f'<rdf:li rdf:parseType="Resource">{"".join(parts)}</rdf:li>'


def _alternatives(tag: str, text: str, language: str) -> Iterator[str]:
    """A text in its language, which is also the default (ISO 16684-1, 8.2.2.4)."""
    yield _array(tag, "Alt", [_item(text, "x-default"), *([_item(text, language)] if language else [])])


def _array(tag: str, kind: str, items: Iterable[str]) -> str:
    return f"<{tag}><rdf:{kind}>{''.join(items)}</rdf:{kind}></{tag}>"


def _item(text: str, language: str = "") -> str:
    mark = f' xml:lang="{escape(language)}"' if language else ""
    return f"<rdf:li{mark}>{escape(text)}</rdf:li>"


def _simple(tag: str, text: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>"
