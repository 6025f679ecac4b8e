"""What can be broken in a good file, and the rule that must see it: a table of names, editions, changes and rules."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf
from check_samples import Edit, Mutation, good, made, untouched, written
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Stream, String


@dataclass(frozen=True)
class Broken:
    """One broken file: which edition of the good one it is made from, how, and the rule that must find it."""

    rule: str
    name: str
    kind: str = "print"
    edit: Edit | None = None
    mutate: Mutation | None = None
    after: Callable[[bytes], bytes] | None = None

    def data(self) -> bytes:
        """The broken file."""
        data = good(self.kind, self.edit, self.mutate)
        broken = self.after(data) if self.after is not None else data
        assert broken != untouched(self.kind), f"{self.name} changes nothing"
        return broken


def swap(old: str, new: str) -> Edit:
    """Replace words of the content; they must be there."""

    def run(text: str) -> str:
        assert old in text, old
        return text.replace(old, new, 1)

    return run


def add(content: str) -> Edit:
    """Paint something more, as an artifact."""
    return lambda text: f"{text}/Artifact BMC {content} EMC\n"


def page(pdf: pikepdf.Pdf) -> Any:
    return pdf.pages[0].obj


def on_page(**keys: Any) -> Mutation:
    """Set keys of the page; None takes one away."""
    return lambda pdf: _set(page(pdf), keys)


def on_root(**keys: Any) -> Mutation:
    """Set keys of the catalogue."""
    return lambda pdf: _set(pdf.Root, keys)


def on_info(**keys: Any) -> Mutation:
    """Set keys of the information dictionary."""
    return lambda pdf: _set(pdf.trailer.Info, keys)


def _set(holder: Any, keys: dict[str, Any]) -> None:
    for key, value in keys.items():
        if value is None:
            del holder["/" + key]
        else:
            holder["/" + key] = value


def metadata(old: str, new: str) -> Mutation:
    """Replace words of the XMP packet."""

    def run(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new).encode("utf-8"))

    return run


def element(role: str, change: Callable[[Any], None], which: int = 0) -> Mutation:
    """Change the structure element of a role."""

    def run(pdf: pikepdf.Pdf) -> None:
        found = [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/S") == Name("/" + role)]
        elements = [each for each in found if each.get("/Type") == Name.StructElem]
        change(elements[which])

    return run


def attribute(key: str) -> Callable[[Any], None]:
    """Take an attribute away."""

    def run(found: Any) -> None:
        del found.A["/" + key]

    return run


def role(new: str) -> Callable[[Any], None]:
    """Call an element something else."""

    def run(found: Any) -> None:
        found.S = Name("/" + new)

    return run


def key(name: str, value: Any = None) -> Callable[[Any], None]:
    """Set a key of an element, or take it away."""
    return lambda found: _set(found, {name: value})


def intent(change: Callable[[Any], None]) -> Mutation:
    """Change the first output intent."""
    return lambda pdf: change(pdf.Root.OutputIntents[0])


def profile(change: Callable[[bytearray], None]) -> Mutation:
    """Change the bytes of the output profile."""

    def run(pdf: pikepdf.Pdf) -> None:
        stream = pdf.Root.OutputIntents[0].DestOutputProfile
        data = bytearray(stream.read_bytes())
        change(data)
        stream.write(bytes(data))

    return run


def _class(data: bytearray) -> None:
    data[12:16] = b"mntr"


def state(**keys: Any) -> Mutation:
    """Set keys of the graphics state that turns overprint off."""
    return lambda pdf: _set(page(pdf).Resources.ExtGState.NO, keys)


def photo(**keys: Any) -> Mutation:
    """Set keys of the image."""
    return lambda pdf: _set(page(pdf).Resources.XObject.Photo, keys)


def pixels(value: bytes, count: int = 4) -> Mutation:
    """Fill the image with one colour."""
    return lambda pdf: page(pdf).Resources.XObject.Photo.write(value * (250 * 250))


def font(change: Callable[[Any], None]) -> Mutation:
    """Change the text font's dictionary."""
    return lambda pdf: change(page(pdf).Resources.Font.F1)


def below(change: Callable[[Any], None]) -> Mutation:
    """Change the text font's descendant."""
    return lambda pdf: change(page(pdf).Resources.Font.F1.DescendantFonts[0])


def _wide(found: Any) -> None:
    found.W[1] = Array([float(width) + 40 for width in found.W[1]])


def _private(found: Any) -> None:
    found.ToUnicode.write(found.ToUnicode.read_bytes().replace(b"> <004E>", b"> <E04E>"))


def _no_glyphs(found: Any) -> None:
    stream = found.FontDescriptor.FontFile2
    program = TTFont(io.BytesIO(stream.read_bytes()))
    program["maxp"].numGlyphs = 0
    stream.write(b"\0\1\0\0" + bytes(40))


def annotation(box: list[float], subtype: str = "Link", **more: Any) -> Mutation:
    """Lay an annotation on the page."""

    def run(pdf: pikepdf.Pdf) -> None:
        made_one = Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=Array(box), F=4, **more)
        page(pdf).Annots = Array([pdf.make_indirect(made_one)])

    return run


def link(change: Callable[[Any], None]) -> Mutation:
    """Change the screen edition's link."""
    return lambda pdf: change(page(pdf).Annots[0])


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["data.csv"] = pikepdf.AttachedFileSpec(pdf, b"a,b\n")


def javascript(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def packed(pdf: pikepdf.Pdf) -> None:
    """Compress the metadata; without its type, or else qpdf would write it plain."""
    packet = zlib.compress(pdf.Root.Metadata.read_bytes())
    pdf.Root.Metadata = pdf.make_indirect(Stream(pdf, packet, Subtype=Name.XML, Filter=Name.FlateDecode))


def lzw(pdf: pikepdf.Pdf) -> None:
    """An unused stream whose filter is LZW: clear, one byte, end."""
    page(pdf).PieceInfo = pdf.make_indirect(Stream(pdf, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Filter=Name.LZWDecode))


def form(**keys: Any) -> Mutation:
    """Draw a form XObject."""

    def run(pdf: pikepdf.Pdf) -> None:
        stream = Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
        _set(stream, keys)
        page(pdf).Resources.XObject.Extra = pdf.make_indirect(stream)

    return run


def space(*parts: Any) -> Mutation:
    """Name a colour space in the resources."""

    def run(pdf: pikepdf.Pdf) -> None:
        page(pdf).Resources.ColorSpace = Dictionary(Extra=Array(list(parts)))

    return run


def tint(count: int) -> Dictionary:
    """A function from a tint to a colour."""
    return Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * count), C1=Array([0.1] * (count - 1) + [1]), N=1
    )


def shading(family: Any, count: int) -> Mutation:
    """Name a shading in the resources."""

    def run(pdf: pikepdf.Pdf) -> None:
        page(pdf).Resources.Shading = Dictionary(
            Extra=Dictionary(ShadingType=2, ColorSpace=family, Coords=Array([0, 0, 9, 9]), Function=tint(count))
        )

    return run


def mask(pdf: pikepdf.Pdf) -> None:
    group = Stream(
        pdf,
        b"0 0 10 10 re f",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 10, 10]),
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB),
    )
    page(pdf).Resources.ExtGState.NO.SMask = Dictionary(S=Name.Luminosity, G=pdf.make_indirect(group))


def second_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])
    other = pdf.pages[1].obj
    other.TrimBox = Array([30, 30, 500, 700])


def reversed_order(pdf: pikepdf.Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K
    document.K = Array(list(reversed(list(document.K))))


def both(*parts: Mutation) -> Mutation:
    """Several changes."""

    def run(pdf: pikepdf.Pdf) -> None:
        for part in parts:
            part(pdf)

    return run


def spots(pdf: pikepdf.Pdf) -> None:
    page(pdf).Resources.ColorSpace = Dictionary(
        **{f"S{i}": Array([Name.Separation, Name(f"/Spot{i}"), Name.DeviceCMYK, tint(4)]) for i in range(3)}
    )


def encrypted(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user=""), fix_metadata_version=False)
    return out.getvalue()


def locked(data: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


def version(number: str) -> Callable[[bytes], bytes]:
    """Another version in the header."""
    return lambda data: data.replace(b"%PDF-1.6", f"%PDF-{number}".encode("ascii"), 1)


def no_id(data: bytes) -> bytes:
    return data.replace(b"/ID [", b"/XX [")


RGB = "1 0 0 rg 100 100 20 20 re f"
H1_AGAIN = element("H2", role("H1"))
BROKEN = (
    # PDF/X-4: the file
    Broken("x4.version", "header 1.3", after=version("1.3")),
    Broken("x4.version", "header 1.7", after=version("1.7")),
    Broken("x4.version", "the key Summary", mutate=element("Table", key("A", Dictionary(O=Name.Table, Summary=String("x"))))),
    Broken("x4.encryption", "encrypted", after=encrypted),
    Broken("x4.trailer-id", "no ID", after=no_id),
    Broken("x4.lzw", "LZW", mutate=lzw),
    Broken("x4.external-stream", "external stream", mutate=photo(F=String("other.bin"))),
    Broken("x4.xmp", "no XMP", mutate=on_root(Metadata=None)),
    Broken("x4.xmp", "broken XMP", mutate=metadata("</rdf:RDF>", "")),
    Broken("x4.xmp", "XMP with a document type", mutate=metadata("<x:xmpmeta", "<!DOCTYPE a [<!ENTITY b 'c'>]><x:xmpmeta")),
    Broken("x4.xmp-plain", "XMP compressed", mutate=packed),
    Broken("x4.xmp-keys", "no title in XMP", mutate=metadata("Example District", "")),
    Broken("x4.xmp-keys", "no document ID", mutate=metadata("DocumentID", "OtherID")),
    Broken("x4.xmp-keys", "a date that is none", mutate=metadata("<xmp:MetadataDate>2026-01-02", "<xmp:MetadataDate>soon")),
    Broken("x4.trapped", "Trapped Unknown", mutate=both(on_info(Trapped=Name.Unknown), metadata("False", "Unknown"))),
    Broken("x4.trapped", "Trapped differs", mutate=on_info(Trapped=Name("/True"))),
    Broken("x4.trapped", "Trapped a string", mutate=on_info(Trapped=String("False"))),
    Broken("x4.info-agrees", "another title", mutate=on_info(Title=String("Another"))),
    Broken("x4.info-agrees", "another date", mutate=on_info(ModDate=String("D:20260102030405+01'00'"))),
    # PDF/X-4: the output intent
    Broken("x4.intent", "no output intent", mutate=on_root(OutputIntents=None)),
    Broken("x4.intent", "two for PDF/X", mutate=lambda pdf: _set(pdf.Root.OutputIntents[1], {"S": Name.GTS_PDFX})),
    Broken("x4.intent-condition", "no condition", mutate=intent(key("OutputConditionIdentifier"))),
    Broken("x4.intent-agrees", "the condition of another profile",
           mutate=intent(key("OutputConditionIdentifier", String("FOGRA51")))),
    Broken("x4.intent-profile", "no profile", mutate=intent(key("DestOutputProfile"))),
    Broken("x4.intent-class", "profile of a monitor", mutate=profile(_class)),
    Broken("x4.intent-components", "N is 3", mutate=intent(lambda found: _set(found.DestOutputProfile, {"N": 3}))),
    Broken("a2.intents-agree", "two profiles", mutate=lambda pdf: _set(
        pdf.Root.OutputIntents[1], {"DestOutputProfile": pdf.make_indirect(Stream(pdf, bytes(200), N=4))})),
    Broken("a2.intent", "no output intent for PDF/A", "screen", mutate=on_root(OutputIntents=Array([]))),
    Broken("a2.intent-profile", "no profile for PDF/A", "screen", mutate=intent(key("DestOutputProfile"))),
    # PDF/X-4: pages
    Broken("x4.trim-box", "no TrimBox", mutate=on_page(TrimBox=None)),
    Broken("x4.trim-box", "TrimBox and ArtBox", mutate=on_page(ArtBox=Array([20, 20, 600, 800]))),
    Broken("x4.trim-box", "an empty TrimBox", mutate=on_page(TrimBox=Array([20, 20, 20, 20]))),
    Broken("x4.boxes-nested", "trim outside bleed", mutate=on_page(TrimBox=Array([5, 5, 630, 875]))),
    Broken("x4.annotation", "link in the bleed", mutate=annotation([12, 12, 18, 18])),
    Broken("x4.annotation", "note on the page", mutate=annotation([100, 100, 120, 120], "Text")),
    Broken("x4.action", "an action", mutate=on_root(OpenAction=Dictionary(S=Name.Named, N=Name.NextPage))),
    Broken("x4.javascript", "JavaScript", mutate=javascript),
    Broken("x4.form", "a form field", mutate=lambda pdf: _set(
        pdf.Root, {"AcroForm": Dictionary(Fields=Array([pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("a")))]))})),
    Broken("x4.media", "a film", mutate=annotation([700, 0, 710, 9], "Screen")),
    Broken("x4.embedded-file", "embedded file", mutate=attached),
    # PDF/X-4: what is painted
    Broken("x4.device-colour", "one RGB fill", edit=add(RGB)),
    Broken("x4.device-colour", "one RGB line", edit=add("1 0 0 RG 100 100 m 120 120 l S")),
    Broken("x4.device-colour", "RGB text", edit=swap("OV gs INK", "OV gs 0 0 0 rg")),
    Broken("x4.device-colour", "an RGB image", mutate=both(photo(ColorSpace=Name.DeviceRGB), pixels(b"abc"))),
    Broken("x4.device-colour", "a spot colour over RGB", edit=add("/Extra cs 1 scn 100 100 20 20 re f"),
           mutate=space(Name.Separation, Name.Gold, Name.DeviceRGB, tint(3))),
    Broken("x4.device-colour", "a shading in RGB", edit=add("q 0 0 9 9 re W n /Extra sh Q"), mutate=shading(Name.DeviceRGB, 3)),
    Broken("x4.device-colour", "RGB in a form", edit=add("/Extra Do"), mutate=both(
        form(), lambda pdf: page(pdf).Resources.XObject.Extra.write(b"1 0 0 rg 0 0 5 5 re f"))),
    Broken("x4.device-colour", "an inline image in RGB", edit=add("q 9 0 0 9 100 100 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q")),
    Broken("x4.device-colour", "CMYK under sRGB", "screen", edit=add("0 0 0 1 k 100 100 20 20 re f")),
    Broken("x4.group-space", "a page group in RGB", mutate=on_page(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))),
    Broken("x4.group-space", "a soft mask's group in RGB", mutate=mask),
    Broken("x4.transfer-function", "a transfer function", mutate=state(TR=Name.Identity)),
    Broken("x4.transfer-function", "TR2", mutate=state(TR2=tint(1))),
    Broken("x4.halftone", "a named halftone", mutate=state(HT=Dictionary(HalftoneType=1, HalftoneName=String("a")))),
    Broken("x4.blend-mode", "no blend mode", mutate=state(BM=Name.Sparkle)),
    Broken("x4.foreign-xobject", "OPI", mutate=photo(OPI=Dictionary())),
    Broken("x4.foreign-xobject", "a reference XObject", edit=add("/Extra Do"), mutate=form(Ref=Dictionary(F=String("a.pdf")))),
    Broken("x4.foreign-xobject", "PostScript", edit=add("/Extra Do"), mutate=form(Subtype=Name.PS)),
    Broken("x4.interpolate", "Interpolate", mutate=photo(Interpolate=True)),
    # Fonts
    Broken("font.embedded", "a font not embedded", mutate=below(lambda found: _set(found.FontDescriptor, {"FontFile2": None}))),
    Broken("font.embedded", "a broken font program", mutate=below(_no_glyphs)),
    Broken("font.notdef", "a character that the font lacks", edit=swap("an item of a list", "an item of a list\u4e00")),
    Broken("font.widths", "widths of another font", mutate=below(_wide)),
    Broken("font.unicode", "no ToUnicode", mutate=font(key("ToUnicode"))),
    # Ghent Workgroup
    Broken("gwg.black-overprint", "black text knocks out", edit=swap("OV gs INK", "NO gs INK")),
    Broken("gwg.black-overprint", "overprint mode 0", mutate=lambda pdf: _set(page(pdf).Resources.ExtGState.OV, {"OPM": 0})),
    Broken("gwg.gray-text", "text in DeviceGray", edit=swap("OV gs INK", "OV gs 0 g")),
    Broken("gwg.rich-black", "rich black", edit=swap("OV gs INK", "OV gs 0.4 0.3 0.3 1 k")),
    Broken("gwg.white-overprint", "white overprints", edit=swap("BT WHITE", "OV gs BT WHITE")),
    Broken("gwg.white-overprint", "a white ground overprints", edit=add("OV gs 0 0 0 0 k 100 100 20 20 re f")),
    Broken("gwg.ink-sum", "ink of 380 %", edit=add("1 0.9 0.9 1 k 100 100 20 20 re f")),
    Broken("gwg.ink-sum", "an image of 380 %", mutate=pixels(b"\xf2\xf2\xf2\xf2")),
    Broken("gwg.ink-sum", "a shading of 380 %", edit=add("q 0 0 90 90 re W n /Extra sh Q"), mutate=both(
        shading(Name.DeviceCMYK, 4),
        lambda pdf: _set(page(pdf).Resources.Shading.Extra.Function, {"C1": Array([0.95, 0.95, 0.95, 0.95])}))),
    Broken("gwg.small-text-inks", "small text in inks", edit=swap("/F1 9 Tf 60 620", "ACCENT /F1 8 Tf 60 620")),
    Broken("gwg.thin-line-inks", "thin line in inks", edit=add("0.3 w 0.8 0.2 0.5 0 K 60 100 m 200 100 l S")),
    Broken("gwg.knocked-out-text", "small white text", edit=swap("WHITE /F2 27 Tf", "WHITE /F2 8 Tf"),
           mutate=lambda pdf: page(pdf).Contents.write(page(pdf).Contents.read_bytes().replace(b"0.9 0.58", b"0.5 0.58"))),
    Broken("gwg.spot-colours", "three spot colours", mutate=spots,
           edit=add("/S0 cs 1 scn 0 0 1 1 re f /S1 cs 1 scn 0 0 1 1 re f /S2 cs 1 scn 0 0 1 1 re f")),
    Broken("gwg.registration", "registration colour", edit=add("/Extra cs 0.5 scn 100 100 20 20 re f"),
           mutate=space(Name.Separation, Name.All, Name.DeviceCMYK, tint(4))),
    Broken("gwg.resolution", "an image of 100 ppi", edit=swap("60 0 0 60 60 420", "180 0 0 180 60 420")),
    Broken("gwg.resolution", "an image of 180 ppi", edit=swap("60 0 0 60 60 420", "100 0 0 100 60 420")),
    Broken("gwg.hairline", "a hairline", edit=swap("0.5 w", "0.1 w")),
    Broken("gwg.hairline", "a line of width 0", edit=swap("0.5 w", "0 w")),
    Broken("gwg.hairline", "a bar like a hairline", edit=add("INK 60 100 100 0.1 re f")),
    Broken("gwg.bleed", "a ground that ends at the trim", edit=swap("LEFT 760 WIDE HIGH", "20 760 595.28 101.89")),
    Broken("gwg.bleed-box", "no BleedBox", mutate=on_page(BleedBox=None)),
    Broken("gwg.bleed-box", "bleed of 1 mm", mutate=on_page(BleedBox=Array([17, 17, 618, 865]))),
    Broken("gwg.crop-box", "a CropBox", mutate=on_page(CropBox=Array([20, 20, 600, 800]))),
    Broken("gwg.page-size", "pages of two sizes", mutate=second_page),
    # PDF/A-2
    Broken("a2.claim", "no conformance level", mutate=metadata("<pdfaid:conformance>A", "<pdfaid:conformance>Z")),
    Broken("a2.action", "an action that starts a program", "screen", mutate=on_root(OpenAction=Dictionary(S=Name.Launch, F=String("a")))),
    Broken("a2.annotation-flags", "a link that does not print", "screen", mutate=link(key("F", 0))),
    Broken("a2.layers", "a layer's setting without name", mutate=on_root(OCProperties=Dictionary(OCGs=Array([]), D=Dictionary()))),
    Broken("a2.blending-space", "transparency of no space", "screen", mutate=both(
        on_root(OutputIntents=Array([])), state(ca=0.5))),
    # PDF/UA-1 and WCAG
    Broken("ua.tagged", "no structure tree", mutate=on_root(StructTreeRoot=None)),
    Broken("ua.tagged", "no MarkInfo", mutate=on_root(MarkInfo=None)),
    Broken("ua.title", "no title shown", "screen", mutate=on_root(ViewerPreferences=None)),
    Broken("ua.language", "no language", "screen", mutate=on_root(Lang=None)),
    Broken("ua.language", "a language that is none", "screen", mutate=on_root(Lang=String("English (UK)"))),
    Broken("ua.one-h1", "two H1", mutate=H1_AGAIN),
    Broken("ua.one-h1", "no H1", mutate=element("H1", role("P"))),
    Broken("ua.heading-levels", "a level skipped", mutate=element("H2", role("H3"))),
    Broken("ua.empty-heading", "an empty heading", edit=swap("(Trees of the district)", "( )")),
    Broken("ua.table-headers", "no TH", mutate=both(*(element("TH", role("TD")) for _ in range(3)))),
    Broken("ua.table-scope", "no Scope", mutate=element("TH", attribute("Scope"))),
    Broken("ua.table-regular", "a row longer than the others", mutate=element(
        "TD", key("A", Dictionary(O=Name.Table, ColSpan=2)))),
    Broken("ua.list", "an item without body", mutate=element("LBody", role("P"))),
    Broken("ua.untagged", "text that is not tagged", edit=swap("/P <</MCID 3>> BDC", "/P BMC")),
    Broken("ua.untagged", "a drawing that is not tagged", edit=lambda text: text + "INK 60 100 9 9 re f"),
    Broken("ua.untagged", "content that no element has", edit=swap("/MCID 3>>", "/MCID 33>>")),
    Broken("ua.tabs", "no Tabs", "screen", mutate=on_page(Tabs=None)),
    Broken("ua.figure-alt", "no Alt", mutate=element("Figure", key("Alt"))),
    Broken("ua.figure-alt", "a blank Alt", mutate=element("Figure", key("Alt", String(" ")))),
    Broken("ua.figure-alt", "a file's name as Alt", mutate=element("Figure", key("Alt", String("IMG_01.png")))),
    Broken("ua.alt-numbers", "another number in the Alt", mutate=element("Figure", key("Alt", String("A bar for 1,957 homes")))),
    Broken("ua.figure-bbox", "no BBox", mutate=element("Figure", attribute("BBox"))),
    Broken("ua.link-contents", "a link without Contents", "screen", mutate=link(key("Contents"))),
    Broken("ua.link-tagged", "a link outside the tree", "screen", mutate=element("Link", lambda found: _set(found, {"K": 13}))),
    Broken("ua.link-words", "a link without words", "screen", mutate=element("Link", lambda found: _set(found, {"K": Array([found.K[1]])}))),
    Broken("ua.word-spaces", "no space at a line's end", edit=swap("(A page that was made by hand )", "(A page that was made by hand)")),
    Broken("ua.private-use", "a private character", mutate=font(_private)),
    Broken("ua.text-twice", "text twice in one place", edit=lambda text: text + "/P <</MCID 3>> BDC OV gs INK BT /F1 10 Tf 60 650 Td (Nobody has counted them yet.) Tj ET EMC"),
    Broken("ua.text-twice", "invisible text", edit=lambda text: text + "/P <</MCID 3>> BDC OV gs INK BT 3 Tr /F1 10 Tf 60 150 Td (Nobody has counted them yet.) Tj ET EMC"),
    Broken("ua.order", "the order turned round", mutate=reversed_order),
    Broken("ua.contrast", "contrast of 2:1", "screen", edit=swap("/P <</MCID 3>> BDC BT", "/P <</MCID 3>> BDC BT 0.7 0.7 0.7 rg")),
    Broken("ua.contrast", "white on yellow", "screen", edit=swap("/P <</MCID 3>> BDC BT", "/Artifact BMC 1 0.9 0 rg 50 640 300 30 re f EMC /P <</MCID 3>> BDC BT 1 1 1 rg")),
    Broken("ua.contrast", "text on a picture", "screen", edit=lambda text: text + "/P <</MCID 3>> BDC BT 0.2 0.2 0.2 rg /F1 9 Tf 70 450 Td (Trees) Tj ET EMC"),
    Broken("ua.contrast", "pale text in CMYK", edit=swap("/P <</MCID 3>> BDC BT", "/P <</MCID 3>> BDC BT 0 0 0 0.3 k")),
    # Any file
    Broken("file.opens", "a password", after=locked),
    Broken("file.damaged", "the end is missing", after=lambda data: data[: len(data) - 700]),
    Broken("file.content", "a font that is not there", edit=swap("/F2 14 Tf", "/F9 14 Tf")),
    Broken("file.content", "q without Q", edit=lambda text: "q\n" + text),
    Broken("file.structure", "an element within itself", mutate=element("P", lambda found: _set(found, {"K": Array([found])}))),
)  # fmt: skip
"""At least one for every rule that a file can break without breaking all others."""

__all__ = ["BROKEN", "Broken", "made", "written"]
