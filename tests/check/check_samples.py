"""Two good files, written by hand with pikepdf and nothing of ours: a print edition and a screen edition of one page.

Their content is a text in which strings are readable, so that a test can break one thing by replacing words.
"""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream, String

CHECKOUT = Path(__file__).parent.parent.parent
FONTS = CHECKOUT / "fonts" / "source-sans-3"
PROFILES = CHECKOUT / "reportgen" / "assets"
CHARACTERS = "".join(map(chr, range(32, 127))) + "•–"

Edit = Callable[[str], str]
Mutation = Callable[[pikepdf.Pdf], None]

PAGE = """\
/Artifact BMC
NO gs BAND
LEFT 760 WIDE HIGH re f
EMC
/H1 <</MCID 0>> BDC BT WHITE /F2 27 Tf 60 800 Td (Example District) Tj ET EMC
OV gs INK
/P <</MCID 1>> BDC BT /F1 10 Tf 14 TL 60 720 Td (A page that was made by hand ) Tj T* (for the preflight: 2,500 homes.) Tj ET EMC
/H2 <</MCID 2>> BDC BT /F2 14 Tf 60 670 Td (Trees of the district) Tj ET EMC
/P <</MCID 3>> BDC BT /F1 10 Tf 60 650 Td (Nobody has counted them yet.) Tj ET EMC
/TH <</MCID 4>> BDC BT /F1 9 Tf 60 620 Td (Year) Tj ET EMC
/TH <</MCID 5>> BDC BT /F1 9 Tf 160 620 Td (Homes) Tj ET EMC
/TD <</MCID 6>> BDC BT /F1 9 Tf 60 605 Td (2024) Tj ET EMC
/TD <</MCID 7>> BDC BT /F1 9 Tf 160 605 Td (1,875) Tj ET EMC
/Artifact BMC 0.5 w INKLINE 60 600 m 260 600 l S EMC
NO gs
/Figure <</MCID 8>> BDC ACCENT 60 500 187.5 30 re f EMC
/Figure <</MCID 9>> BDC q 60 0 0 60 60 420 cm /Photo Do Q EMC
OV gs INK
/Lbl <</MCID 10>> BDC BT /F1 10 Tf 60 390 Td (\u2022 ) Tj ET EMC
/LBody <</MCID 11>> BDC BT /F1 10 Tf 75 390 Td (an item of a list) Tj ET EMC
/P <</MCID 12>> BDC BT /F1 10 Tf 60 360 Td (More is at ) Tj ET EMC
/Span <</MCID 13>> BDC BT /F1 10 Tf 110 360 Td (example.org/more) Tj ET EMC
NO gs
"""
COLOURS = {
    "print": {
        "BAND": "0.9 0.58 0.11 0.66 k", "WHITE": "0 0 0 0 k", "INKLINE": "0 0 0 1 K", "INK": "0 0 0 1 k",
        "ACCENT": "0.84 0.23 0.5 0.28 k", "LEFT": "11.4", "WIDE": "612.5", "HIGH": "110.5",
    },
    "screen": {
        "BAND": "0.06 0.17 0.3 rg", "WHITE": "1 1 1 rg", "INKLINE": "0.08 0.13 0.24 RG", "INK": "0.08 0.13 0.24 rg",
        "ACCENT": "0 0.46 0.44 rg", "LEFT": "20", "WIDE": "595.28", "HIGH": "101.89",
    },
}  # fmt: skip
CLAIMS = {
    "print": ("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "<pdf:Trapped>False</pdf:Trapped>"),
    "screen": (),
}


def _schema(uri: str, prefix: str, key: str, kind: str) -> str:
    return (
        f'<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>{prefix}</pdfaSchema:schema>'
        f"<pdfaSchema:namespaceURI>{uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{key}</pdfaProperty:name><pdfaProperty:valueType>{kind}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>.</pdfaProperty:description>"
        "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"
    )


EXTENSIONS = (
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    "<pdfaExtension:schemas><rdf:Bag>"
    + _schema("http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "part", "Integer")
    + _schema("http://www.npes.org/pdfx/ns/id/", "pdfxid", "GTS_PDFXVersion", "Text")
    + _schema("http://ns.adobe.com/pdf/1.3/", "pdf", "Trapped", "Text")
    + "</rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


@functools.cache
def untouched(kind: str) -> bytes:
    """The good file as it is."""
    return good(kind)


def good(kind: str, edit: Edit | None = None, mutate: Mutation | None = None) -> bytes:
    """The good file, its content edited and its objects changed."""
    return written(made(kind, edit), mutate)


def written(pdf: pikepdf.Pdf, mutate: Mutation | None = None) -> bytes:
    """A file's bytes, with its streams as they are."""
    if mutate is not None:
        mutate(pdf)
    out = io.BytesIO()
    pdf.save(
        out,
        force_version="1.6",
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        compress_streams=False,
    )
    return out.getvalue()


def made(kind: str, edit: Edit | None = None) -> pikepdf.Pdf:
    """The good file, open."""
    pdf = pikepdf.new()
    fonts = {name: _font(pdf, name) for name in ("F1", "F2")}
    text = PAGE if edit is None else edit(PAGE)
    assert edit is None or text != PAGE, "the edit changes nothing"
    page = pdf.make_indirect(_page(pdf, kind, fonts, text))
    pdf.pages.append(pikepdf.Page(page))
    page = pdf.pages[0].obj
    _structure(pdf, page, kind)
    _catalogue(pdf, kind)
    return pdf


def _page(pdf: pikepdf.Pdf, kind: str, fonts: dict[str, Any], text: str) -> Dictionary:
    trim = [20, 20, 615.28, 861.89]
    boxes = (
        {"MediaBox": [0, 0, 635.28, 881.89], "TrimBox": trim, "BleedBox": [11.4, 11.4, 623.88, 870.49]}
        if kind == "print"
        else {"MediaBox": trim}
    )
    states = {
        "OV": Dictionary(Type=Name.ExtGState, op=True, OP=True, OPM=1),
        "NO": Dictionary(Type=Name.ExtGState, op=False, OP=False, OPM=1),
    }
    resources = Dictionary(
        Font=Dictionary(**fonts), ExtGState=Dictionary(**states), XObject=Dictionary(Photo=_photograph(pdf, kind))
    )
    return Dictionary(
        Type=Name.Page,
        **{key: Array(box) for key, box in boxes.items()},
        Resources=resources,
        Contents=Stream(pdf, encoded(text, kind)),
        StructParents=0,
        Tabs=Name.S,
    )


def encoded(text: str, kind: str) -> bytes:
    """The content as PDF has it: colours by edition, strings as glyph numbers of the font that is current."""
    for word, value in COLOURS[kind].items():
        text = re.sub(rf"\b{word}\b", value, text)
    text = re.sub(r"\b(OV|NO) gs", r"/\1 gs", text)
    out, font = [], "F1"
    for part in re.split(r"(/F[12] [\d.]+ Tf|\([^)]*\))", text):
        font = part[1:3] if part.startswith("/F") else font
        out.append(_hexadecimal(part[1:-1], font) if part.startswith("(") else part)
    return "".join(out).encode("ascii")


def _hexadecimal(words: str, font: str) -> str:
    numbers = font_file(font)[1]
    return "<" + "".join(f"{numbers.get(char, 0):04X}" for char in words) + ">"


@functools.cache
def font_file(which: str) -> tuple[bytes, dict[str, int]]:
    """A subset of a typeface, and its glyphs' numbers by character."""
    name = {"F1": "SourceSans3_400Regular.ttf", "F2": "SourceSans3_700Bold.ttf"}[which]
    font = TTFont(FONTS / name, recalcTimestamp=False)
    options = subset.Options(layout_features=[], notdef_outline=True, hinting=False)
    maker = subset.Subsetter(options)
    maker.populate(text=CHARACTERS)
    maker.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue(), {chr(code): font.getGlyphID(glyph) for code, glyph in font.getBestCmap().items()}


def _font(pdf: pikepdf.Pdf, which: str) -> Any:
    data, numbers = font_file(which)
    font = TTFont(io.BytesIO(data))
    unit = 1000 / font["head"].unitsPerEm
    widths = [round(font["hmtx"][glyph][0] * unit, 2) for glyph in font.getGlyphOrder()]
    name = Name("/ABCDEF+SourceSans3-" + {"F1": "Regular", "F2": "Bold"}[which])
    lines = "\n".join(f"<{number:04X}> <{ord(char):04X}>" for char, number in numbers.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(numbers)} beginbfchar\n{lines}\nendbfchar\nendcmap end end"
    )
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array([-200, -300, 1200, 1000]),
        ItalicAngle=0,
        Ascent=750,
        Descent=-250,
        CapHeight=660,
        StemV=80,
        FontFile2=pdf.make_indirect(Stream(pdf, data, Length1=len(data))),
    )
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
        DW=1000,
        W=Array([0, Array(widths)]),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(below)]),
            ToUnicode=pdf.make_indirect(Stream(pdf, cmap.encode("ascii"))),
        )
    )


def _photograph(pdf: pikepdf.Pdf, kind: str) -> Any:
    count, space = (4, Name.DeviceCMYK) if kind == "print" else (3, Name.DeviceRGB)
    pixels = _pixels(count)
    keys = Dictionary(
        Type=Name.XObject, Subtype=Name.Image, Width=250, Height=250, BitsPerComponent=8, ColorSpace=space
    )
    return pdf.make_indirect(Stream(pdf, pixels, keys))


@functools.cache
def _pixels(count: int) -> bytes:
    return bytes((x * 2 + y) % 120 for y in range(250) for x in range(250) for _ in range(count))


def _structure(pdf: pikepdf.Pdf, page: Any, kind: str) -> None:
    elements: dict[int, Any] = {}
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))

    def element(role: str, parent: Any, kids: list[Any], **more: Any) -> Any:
        made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + role), P=parent, **more))
        contents = []
        for kid in kids:
            if isinstance(kid, int):
                made.Pg = page
                elements[kid] = made
                contents.append(kid)
            else:
                contents.append(element(kid[0], made, kid[1], **(kid[2] if len(kid) > 2 else {})))
        made.K = Array(contents)
        return made

    def scope(which: str) -> dict[str, Any]:
        return {"A": Dictionary(O=Name.Table, Scope=Name("/" + which))}

    def shown(alt: str, box: list[float]) -> dict[str, Any]:
        return {"Alt": String(alt), "A": Dictionary(O=Name.Layout, BBox=Array(box), Placement=Name.Block)}

    document = element(
        "Document",
        root,
        [
            ("H1", [0]),
            ("P", [1]),
            ("H2", [2]),
            ("P", [3]),
            ("Table", [
                ("TR", [("TH", [4], scope("Column")), ("TH", [5], scope("Column"))]),
                ("TR", [("TH", [6], scope("Row")), ("TD", [7])]),
            ]),
            ("Figure", [8], shown("A bar that stands for 1,875 homes", [60, 500, 247.5, 530])),
            ("Figure", [9], shown("Trees in a street", [60, 420, 120, 480])),
            ("L", [("LI", [("Lbl", [10]), ("LBody", [11])])], {"A": Dictionary(O=Name.List, ListNumbering=Name.Disc)}),
            ("P", [12, ("Link" if kind == "screen" else "Span", [13])]),
        ],
    )  # fmt: skip
    root.K = document
    numbers: list[Any] = [0, pdf.make_indirect(Array([elements[each] for each in sorted(elements)]))]
    if kind == "screen":
        numbers += [1, _link(pdf, page, elements[13])]
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(numbers)))
    root.ParentTreeNextKey = len(numbers) // 2
    pdf.Root.StructTreeRoot = root


def _link(pdf: pikepdf.Pdf, page: Any, holder: Any) -> Any:
    link = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([110, 357, 190, 371]),
            F=4,
            Border=Array([0, 0, 0]),
            A=Dictionary(S=Name.URI, URI=String("https://example.org/more")),
            Contents=String("More about the district"),
            StructParent=1,
        )
    )
    page.Annots = Array([link])
    holder.K.append(Dictionary(Type=Name.OBJR, Obj=link, Pg=page))
    return holder


def _catalogue(pdf: pikepdf.Pdf, kind: str) -> None:
    root = pdf.Root
    root.MarkInfo = Dictionary(Marked=True)
    root.Lang = String("en-GB")
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    profile, count = ("coated-fogra39l.icc", 4) if kind == "print" else ("sRGB.icc", 3)
    stream = pdf.make_indirect(Stream(pdf, (PROFILES / profile).read_bytes(), N=count))
    common = {
        "Type": Name.OutputIntent,
        "OutputConditionIdentifier": String("FOGRA39" if kind == "print" else "sRGB"),
        "Info": String("Coated" if kind == "print" else "sRGB"),
        "RegistryName": String("http://www.color.org"),
        "DestOutputProfile": stream,
    }
    kinds = ("GTS_PDFX", "GTS_PDFA1") if kind == "print" else ("GTS_PDFA1",)
    root.OutputIntents = Array([pdf.make_indirect(Dictionary(**common, S=Name("/" + each))) for each in kinds])
    packet = Stream(pdf, xmp(kind).encode("utf-8"), Type=Name.Metadata, Subtype=Name.XML)
    root.Metadata = pdf.make_indirect(packet)
    info = {
        "Title": String("Example District"),
        "CreationDate": String("D:20260102030405Z"),
        "ModDate": String("D:20260102030405Z"),
        "Producer": String("by hand"),
    }
    if kind == "print":
        info["Trapped"] = Name("/False")
    pdf.trailer.Info = pdf.make_indirect(Dictionary(**info))


def xmp(kind: str) -> str:
    """The metadata packet."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Example District</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate><xmp:ModifyDate>2026-01-02T03:04:05Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-01-02T03:04:05Z</xmp:MetadataDate><pdf:Producer>by hand</pdf:Producer>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
{"".join(CLAIMS[kind])}
</rdf:Description>{EXTENSIONS}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
