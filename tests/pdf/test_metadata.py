"""Metadata: XMP and information dictionary say the same, hold what the standards ask for, and change with the page alone."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_samples import CREATED, INKS, Book, line, opened, page_of, rendered

from reportgen.page import Group, Role
from reportgen.pdf import render_page
from reportgen.pdf.xmp_packet import BLANK, Claims, clean, packet, xmp_date
from reportgen.standards import PRINT, SCREEN, Edition, Standard

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
NAMES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://www.aiim.org/pdfa/ns/id/": "pdfaid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://www.aiim.org/pdfa/ns/extension/": "pdfaExtension",
    "http://www.aiim.org/pdfa/ns/schema#": "pdfaSchema",
    "http://www.aiim.org/pdfa/ns/property#": "pdfaProperty",
}
DATE = "2018-12-01T00:00:00Z"
UUID = r"uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"


def short(tag: str) -> str:
    uri, _, name = tag.removeprefix("{").partition("}")
    return f"{NAMES.get(uri, uri)}:{name}"


def entries(xmp: bytes) -> dict[str, Any]:
    """The keys of a packet; a list for an array, a dict by language for alternatives."""
    found: dict[str, Any] = {}
    for key in ET.fromstring(xmp.decode("utf-8").removeprefix("\ufeff"))[0][0]:
        items = list(key.iter(f"{RDF}li"))
        if not items:
            found[short(key.tag)] = key.text or ""
        elif key[0].tag == f"{RDF}Alt":
            found[short(key.tag)] = {
                item.get("{http://www.w3.org/XML/1998/namespace}lang"): item.text or "" for item in items
            }
        else:
            found[short(key.tag)] = [item.text or "" for item in items]
    return found


def written(edition: Edition = SCREEN, **says: str) -> pikepdf.Pdf:
    """The file of a small page."""
    page = page_of(Group(Role.HEADING_1, (line("Heading"),)), **says)
    return opened(render_page(page, inks=INKS, fonts=Book(), created=CREATED, edition=edition))


def xmp_of(pdf: pikepdf.Pdf) -> dict[str, Any]:
    return entries(pdf.Root.Metadata.read_raw_bytes())


SAYS = {"title": "Čísla & <fakta>", "author": "An Office", "subject": "What is new", "language": "cs-CZ"}


def test_the_packet_of_the_print_edition() -> None:
    told = xmp_of(written(PRINT, **SAYS))
    assert re.fullmatch(UUID, told.pop("xmpMM:DocumentID"))
    assert re.fullmatch(UUID, told.pop("xmpMM:InstanceID"))
    assert len(told.pop("pdfaExtension:schemas")) == 6, "three schemas of one key each"
    assert told == {
        "dc:title": {"x-default": "Čísla & <fakta>", "cs-CZ": "Čísla & <fakta>"},
        "dc:creator": ["An Office"],
        "dc:description": {"x-default": "What is new", "cs-CZ": "What is new"},
        "dc:language": ["cs-CZ"],
        "dc:format": "application/pdf",
        "xmp:CreateDate": DATE,
        "xmp:ModifyDate": DATE,
        "xmp:MetadataDate": DATE,
        "xmp:CreatorTool": "reportgen",
        "pdf:Producer": "reportgen",
        "pdf:Trapped": "False",
        "xmpMM:VersionID": "1",
        "xmpMM:RenditionClass": "default",
        "pdfxid:GTS_PDFXVersion": "PDF/X-4",
        "pdfuaid:part": "1",
        "pdfaid:part": "2",
        "pdfaid:conformance": "A",
    }


def test_the_screen_edition_claims_no_x4_and_knows_no_trapping() -> None:
    pdf = written(SCREEN, **SAYS)
    told = xmp_of(pdf)
    assert {key for key in told if key.startswith(("pdfxid", "pdfaid", "pdfuaid"))} == {
        "pdfuaid:part",
        "pdfaid:part",
        "pdfaid:conformance",
    }
    assert "pdf:Trapped" not in told
    assert "/Trapped" not in pdf.docinfo


@pytest.mark.parametrize("edition", [SCREEN, PRINT], ids=lambda edition: edition.name)
def test_the_information_dictionary_agrees(edition: Edition) -> None:
    pdf = written(edition, **SAYS)
    told = xmp_of(pdf)
    information = {key: str(value) for key, value in pdf.docinfo.items()}
    trapped = {"/Trapped": f"/{told['pdf:Trapped']}"} if edition is PRINT else {}
    assert information == {
        "/Title": told["dc:title"]["x-default"],
        "/Author": told["dc:creator"][0],
        "/Subject": told["dc:description"]["x-default"],
        "/Creator": told["xmp:CreatorTool"],
        "/Producer": told["pdf:Producer"],
        "/CreationDate": "D:20181201000000Z",
        "/ModDate": "D:20181201000000Z",
        **trapped,
    }
    assert "/GTS_PDFXVersion" not in pdf.docinfo, "X-4 is told in the XMP alone"
    if edition is PRINT:
        assert isinstance(pdf.docinfo["/Trapped"], pikepdf.Name)


def test_every_key_that_pdfa_does_not_know_is_described() -> None:
    root = ET.fromstring(written(PRINT).Root.Metadata.read_raw_bytes().decode().removeprefix("\ufeff"))
    described = {}
    for schema in root.iter("{http://www.aiim.org/pdfa/ns/schema#}prefix"):
        described[schema.text] = None
    names = [name.text for name in root.iter("{http://www.aiim.org/pdfa/ns/property#}name")]
    assert (list(described), names) == (["pdf", "pdfxid", "pdfuaid"], ["Trapped", "GTS_PDFXVersion", "part"])


def test_the_packet_can_be_read_without_decoding() -> None:
    metadata = written().Root.Metadata
    assert "/Filter" not in metadata
    assert (str(metadata.Type), str(metadata.Subtype)) == ("/Metadata", "/XML")
    raw = metadata.read_raw_bytes()
    assert raw.startswith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode())
    assert raw.rstrip().endswith(b'<?xpacket end="r"?>')
    assert b"encoding=" not in raw.split(b"?>")[0] and b"bytes=" not in raw.split(b"?>")[0]


def test_identifiers_are_of_the_bytes() -> None:
    first, again, other = (
        rendered(Group(Role.HEADING_1, (line(text),))) for text in ("Heading", "Heading", "Heading 2")
    )
    assert first == again
    told = [xmp_of(opened(data)) for data in (first, other)]
    for key in ("xmpMM:DocumentID", "xmpMM:InstanceID"):
        assert told[0][key] != told[1][key]
        assert BLANK not in told[0][key]
    assert told[0]["xmpMM:DocumentID"] != told[0]["xmpMM:InstanceID"]
    one, two = opened(first).trailer.ID
    assert len(bytes(one)) == len(bytes(two)) == 16


def test_no_byte_moves_when_the_identifiers_are_written() -> None:
    """A title that holds what a blank identifier looks like stays as it is, and no offset is wrong."""
    title = f"uuid:{BLANK} [<{'0' * 32}><{'0' * 32}>]"
    pdf = written(PRINT, title=title)
    assert xmp_of(pdf)["dc:title"]["x-default"] == title == str(pdf.docinfo.Title)
    assert pdf.check_pdf_syntax() == []
    assert pdf.get_warnings() == []


def test_what_the_page_does_not_say_is_left_out() -> None:
    told = xmp_of(written())
    assert not {"dc:creator", "dc:description"} & set(told)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\x00b\x1fc", "abc"),
        ("a\ud800b", "ab"),
        ("a\ufffe\uffffb", "ab"),
        (" two\nlines\tand more\r\n", "two lines and more"),
        ("]]> <![CDATA[ &amp; 😀", "]]> <![CDATA[ &amp; 😀"),
    ],
)
def test_text_is_as_xml_can_hold_it(text: str, kept: str) -> None:
    assert clean(text) == kept
    pdf = written(title=f"x{text}")
    assert xmp_of(pdf)["dc:title"]["x-default"] == str(pdf.docinfo.Title) == f"x{clean('x' + text)[1:]}"


@given(st.text(), st.text(), st.booleans())
def test_every_packet_is_well_formed(title: str, author: str, trapped: bool) -> None:
    claims = Claims(clean(title), "en-GB", clean(author), "", "reportgen", CREATED, frozenset(Standard), trapped)
    told = entries(packet(claims))
    assert told["dc:title"]["x-default"] == clean(title)
    assert told.get("dc:creator", [""]) == [clean(author)]
    assert told["pdf:Trapped"] == str(trapped)


def test_a_packet_is_as_long_whatever_its_identifiers() -> None:
    claims = Claims("A", "en", "", "", "reportgen", CREATED, frozenset())
    identifier = "01234567-89ab-5cde-8fed-cba987654321"
    assert len(packet(claims)) == len(packet(claims, identifier, identifier))
    assert b"pdfaid" not in packet(claims)


def test_dates_are_in_universal_time() -> None:
    moment = datetime(2018, 12, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    assert xmp_date(moment) == "2018-11-30T23:30:00Z" == xmp_date(moment.astimezone(UTC))
    with pytest.raises(ValueError, match="time zone"):
        xmp_date(datetime(2018, 12, 1))


def test_a_packet_that_was_saved_reads_the_same(tmp_path: Any) -> None:
    copy = io.BytesIO()
    pdf = written(PRINT, **SAYS)
    pdf.save(copy)
    copy.seek(0)
    with pikepdf.open(copy) as again, again.open_metadata() as metadata:
        assert metadata["dc:title"] == SAYS["title"]
        assert metadata.pdfa_status == "2A"
        assert metadata.pdfx_status == "PDF/X-4"
