"""PDF/X-4 rules on the file as a whole: header, trailer, filters, metadata (ISO 15930-7)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.check import cos
from reportgen.check.document import Document
from reportgen.check.rule import Breach, RuleFamily, odd_streams, rule
from reportgen.check.xmp_properties import DC, PDF, PDFX_ID, XMP, XMP_MM, pdf_date, xmp_date

_LATEST = "1.6"
_FIRST = "1.3"
_KEYS = (
    (DC, "title", "dc:title"),
    (XMP, "CreateDate", "xmp:CreateDate"),
    (XMP, "ModifyDate", "xmp:ModifyDate"),
    (XMP, "MetadataDate", "xmp:MetadataDate"),
    (XMP_MM, "DocumentID", "xmpMM:DocumentID"),
    (XMP_MM, "VersionID", "xmpMM:VersionID"),
    (XMP_MM, "RenditionClass", "xmpMM:RenditionClass"),
)


def _version(document: Document) -> Iterator[Breach]:
    if document.version > _LATEST:
        yield Breach(f"the file is PDF {document.version}; PDF/X-4 is PDF {_LATEST}")
    elif document.pdf is not None and document.version <= _FIRST:
        yield Breach(f"the file calls itself PDF {document.version or 'of no version'}, which knows no transparency")
    summary = [e for e in document.tree.all() if "Summary" in e.attributes]
    if summary:
        yield Breach("the key Summary, which only PDF 1.7 has, stands in a table's attributes")


def _encryption(document: Document) -> Iterator[Breach]:
    if cos.get(document.trailer, "Encrypt") is not None or "password" in document.fault:
        yield Breach("the file is encrypted")


def _identifier(document: Document) -> Iterator[Breach]:
    parts = cos.elements(cos.get(document.trailer, "ID"), 4)
    if document.pdf is not None and (len(parts) != 2 or not all(cos.raw(part) for part in parts)):
        yield Breach("the trailer has no ID of two strings")


def _packet(document: Document) -> Iterator[Breach]:
    if document.packet is None:
        yield Breach("there is no XMP metadata, or it cannot be decoded")
    elif document.xmp.fault:
        yield Breach(f"the XMP metadata cannot be read: {document.xmp.fault}")


def _plain_packet(document: Document) -> Iterator[Breach]:
    if cos.filters_of(cos.get(document.root, "Metadata")):
        yield Breach("the XMP metadata is compressed")


def _claim(document: Document) -> Iterator[Breach]:
    stated = document.xmp.get(PDFX_ID, "GTS_PDFXVersion")
    if stated not in ("PDF/X-4", "PDF/X-4p"):
        yield Breach(f"XMP says {stated or 'nothing'} where `pdfxid:GTS_PDFXVersion` should say PDF/X-4")
    old = cos.text(document.info.get("GTS_PDFXVersion"))
    if old is not None and old != stated:
        yield Breach(f"the information dictionary says {old}, XMP says {stated or 'nothing'}")


def _keys(document: Document) -> Iterator[Breach]:
    for namespace, key, called in _KEYS:
        value = document.xmp.get(namespace, key)
        if not value:
            yield Breach(f"XMP has no `{called}`")
        elif called.endswith("Date") and xmp_date(value) is None:
            yield Breach(f"`{called}` is no date: {value[:40]}")


def _trapped(document: Document) -> Iterator[Breach]:
    stated = document.xmp.get(PDF, "Trapped")
    if stated not in ("True", "False"):
        yield Breach(f"XMP says {stated or 'nothing'} where `pdf:Trapped` should say True or False")
    value = document.info.get("Trapped")
    inner = cos.name(value)
    if value is not None and not inner:
        yield Breach("Trapped in the information dictionary is no name")
    elif value is not None and inner != stated:
        yield Breach(f"Trapped is {inner} in the information dictionary and {stated or 'missing'} in XMP")
    elif value is None:
        yield Breach("the information dictionary has no Trapped")


def _agree(document: Document) -> Iterator[Breach]:
    for key, namespace, name in (
        ("Title", DC, "title"),
        ("Author", DC, "creator"),
        ("Subject", DC, "description"),
        ("Creator", XMP, "CreatorTool"),
        ("Producer", PDF, "Producer"),
        ("Keywords", PDF, "Keywords"),
    ):
        inner, stated = cos.text(document.info.get(key)), document.xmp.get(namespace, name)
        if inner is not None and " ".join(inner.split()) != " ".join(stated.split()):
            yield Breach(f"{key} is “{inner[:60]}” in the information dictionary and “{stated[:60]}” in XMP")
    for key, name in (("CreationDate", "CreateDate"), ("ModDate", "ModifyDate")):
        inner, stated = cos.text(document.info.get(key)), document.xmp.get(XMP, name)
        if inner is not None and (pdf_date(inner) is None or pdf_date(inner) != xmp_date(stated)):
            yield Breach(f"{key} is {inner[:40]} in the information dictionary and {stated[:40] or 'missing'} in XMP")


_X = RuleFamily.X4
_A = RuleFamily.A2
RULES = (
    rule("x4.version", "The file is PDF 1.6 at most", "ISO 15930-7, file", _version, _X, hint="write %PDF-1.6"),
    rule("x4.encryption", "The file is not encrypted", "ISO 15930-7, encryption; ISO 19005-2, 6.1.3; ISO 14289-1, 7.16",
         _encryption, _X, _A, hint="save it without a password"),
    rule("x4.trailer-id", "The trailer has an ID", "ISO 15930-7, file; ISO 19005-2, 6.1.3", _identifier, _X, _A),
    rule("x4.lzw", "Nothing is compressed with LZW", "ISO 15930-7, compression; ISO 19005-2, 6.1.7.2",
         odd_streams(LZW="object {} is compressed with LZW"), _X, _A, hint="compress with Flate"),
    rule("x4.external-stream", "All data is in the file", "ISO 15930-7, file; ISO 19005-2, 6.1.7.1",
         odd_streams(external="the data of object {} is in another file"), _X, _A),
    rule("x4.xmp", "There is XMP metadata that can be read", "ISO 15930-7, metadata; ISO 19005-2, 6.6.2", _packet, _X,
         _A, RuleFamily.UA),
    rule("x4.xmp-plain", "XMP metadata is not compressed", "ISO 15930-7, metadata", _plain_packet, _X),
    rule("x4.claim", "XMP says PDF/X-4", "ISO 15930-7, file identification", _claim, _X),
    rule("x4.xmp-keys", "XMP has title, dates and identifiers", "ISO 15930-7, metadata", _keys, _X),
    rule("x4.trapped", "Trapped is True or False, and the same in both places", "ISO 15930-7, trapping", _trapped, _X),
    rule("x4.info-agrees", "Information dictionary and XMP say the same", "ISO 15930-7, metadata", _agree, _X),
)  # fmt: skip
