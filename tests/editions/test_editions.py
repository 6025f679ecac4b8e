"""The editions of a page: what their files are made of, what is refused, and what is written."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from reportgen import pipeline
from reportgen.colour.profiles import srgb_intent
from reportgen.page import FigureBox, Group, LinkArea, Page, Role
from reportgen.pdf import BrokenPromise, render_page
from reportgen.pipeline import build, build_all, compose, load, load_brand, render
from reportgen.problems import ReportError, Severity
from reportgen.sources import Sources
from reportgen.standards import PRINT, SCREEN

HERE = Path(__file__).parents[1]
ROOT = HERE.parent
SAMPLE = ROOT / "content" / "south-east-midlands.yaml"
PICTURES = HERE / "verapdf" / "pages" / "pictures-with-alpha.yaml"
PROFILE = ROOT / "reportgen" / "assets" / "coated-fogra39l.icc"
MM = 72 / 25.4
EDITIONS = ("screen", "print")


@cache
def data(edition: str, report: Path = SAMPLE) -> bytes:
    loaded = load(report)
    return render(loaded, load_brand(loaded.brand), edition)


@cache
def opened(edition: str, report: Path = SAMPLE) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data(edition, report)))


def streams(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    return (each for each in pdf.objects if isinstance(each, pikepdf.Stream))


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    """The structure elements of a kind."""
    return [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == f"/{kind}"]


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(value) for value in page.obj[name]]


class TestFile:
    @pytest.mark.parametrize("edition", EDITIONS)
    def test_version_and_structure(self, edition: str) -> None:
        pdf = opened(edition)
        assert data(edition).startswith(b"%PDF-1.6\n%")
        assert data(edition).endswith(b"%%EOF\n")
        assert "/Version" not in pdf.Root
        assert not pdf.is_encrypted
        assert [len(bytes(each)) for each in pdf.trailer.ID] == [16, 16]
        assert pdf.check_pdf_syntax() == []
        assert not re.search(rb"/(Summary|Requirements|Collection|Extensions)\b", data(edition)), "keys of PDF 1.7"

    @pytest.mark.parametrize("edition", EDITIONS)
    def test_streams(self, edition: str) -> None:
        """Whole, within the file, without LZW, and with an end of line before `endstream`."""
        for stream in streams(opened(edition)):
            assert not {"/F", "/FFilter", "/FDecodeParms"} & set(stream.keys())
            assert str(stream.get("/Filter", "")) in ("", "/FlateDecode", "/DCTDecode")
            assert len(stream.read_raw_bytes()) == stream.Length
        ends = len(re.findall(rb"endstream", data(edition)))
        assert len(re.findall(rb"\nendstream\n", data(edition))) == ends == len(list(streams(opened(edition))))

    @pytest.mark.parametrize("edition", EDITIONS)
    def test_fonts(self, edition: str) -> None:
        fonts = opened(edition).pages[0].Resources.Font
        assert len(fonts) >= 4
        for font in fonts.values():
            (descendant,) = font.DescendantFonts
            assert "/FontFile2" in descendant.FontDescriptor
            assert re.fullmatch(r"/[A-Z]{6}\+.+", str(font.BaseFont))

    @pytest.mark.parametrize("edition", EDITIONS)
    def test_nothing_moves_or_asks(self, edition: str) -> None:
        root = opened(edition).Root
        assert not {"/OpenAction", "/AA", "/Names", "/AcroForm", "/OCProperties", "/Outlines", "/Threads"} & set(root)
        assert root.ViewerPreferences == pikepdf.Dictionary(DisplayDocTitle=True)
        assert set(re.findall(rb"/S/(URI|GoTo\w*|Launch|Named|JavaScript|SubmitForm)\b", data(edition))) <= {b"URI"}
        assert edition == "screen" or b"/URI" not in data(edition)
        assert b"JavaScript" not in data(edition)

    def test_sizes(self) -> None:
        assert len(data("screen")) < 120_000
        assert len(data("print")) < 350_000


class TestIntents:
    def test_print_has_two_that_share_one_profile(self) -> None:
        first, second = opened("print").Root.OutputIntents
        assert [str(intent.S) for intent in (first, second)] == ["/GTS_PDFX", "/GTS_PDFA1"]
        assert first.DestOutputProfile.objgen == second.DestOutputProfile.objgen
        for intent in (first, second):
            assert str(intent.OutputConditionIdentifier) == "FOGRA39"
            assert str(intent.RegistryName) == "http://www.color.org"
            assert str(intent.Info)
        assert first.DestOutputProfile.N == 4
        assert first.DestOutputProfile.read_bytes() == PROFILE.read_bytes()

    def test_screen_has_one_for_srgb(self) -> None:
        (intent,) = opened("screen").Root.OutputIntents
        assert str(intent.S) == "/GTS_PDFA1"
        assert intent.DestOutputProfile.N == 3
        assert intent.DestOutputProfile.read_bytes() == srgb_intent().profile.data

    def test_a_job_may_name_another(self, tmp_path: Path) -> None:
        (tmp_path / "press.icc").write_bytes(PROFILE.read_bytes().replace(b"FOGRA39", b"FOGRA51"))
        paths = build(SAMPLE, out=tmp_path, editions=["print"], intent=tmp_path / "press.icc", condition="FOGRA51")
        with pikepdf.open(paths[0]) as pdf:
            assert {str(intent.OutputConditionIdentifier) for intent in pdf.Root.OutputIntents} == {"FOGRA51"}
        assert "FOGRA51" in paths[1].read_text(encoding="utf-8")

    def test_a_condition_that_is_not_that_of_its_profile_is_refused(self, tmp_path: Path) -> None:
        made = build_all([SAMPLE], out=tmp_path, editions=["print"], intent=PROFILE, condition="FOGRA51")
        assert [str(problem) for problem in made.problems] == [
            f"{PROFILE}: error: it was made for FOGRA39, and the condition is FOGRA51; "
            "write `FOGRA39` as the condition, or name a profile for FOGRA51"
        ]
        assert made.written == []

    def test_a_condition_that_is_not_registered_names_no_registry(self, tmp_path: Path) -> None:
        path, _ = build(SAMPLE, out=tmp_path, editions=["print"], intent=PROFILE, condition="The press at Mill Lane")
        with pikepdf.open(path) as pdf:
            intent = pdf.Root.OutputIntents[0]
            assert str(intent.OutputConditionIdentifier) == "The press at Mill Lane"
            assert "/RegistryName" not in intent
            assert str(intent.Info) == "Coated offset, FOGRA39L characterisation data"

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (srgb_intent().profile.data, "it is an RGB profile"),
            (b"no profile at all", "it is no ICC profile"),
            (None, "it cannot be read (no such file or directory)"),
        ],
    )
    def test_a_profile_that_will_not_do_is_a_problem(self, tmp_path: Path, content: bytes | None, message: str) -> None:
        profile = tmp_path / "press.icc"
        if content is not None:
            profile.write_bytes(content)
        with pytest.raises(ReportError) as caught:
            build(SAMPLE, out=tmp_path / "out", intent=profile)
        (problem,) = caught.value.problems
        assert (problem.message, problem.place.file) == (message, str(profile))
        assert problem.hint
        assert not (tmp_path / "out").exists()


class TestPage:
    def test_boxes_of_the_print_edition(self) -> None:
        page = opened("print").pages[0]
        media, bleed, trim = (box(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert "/ArtBox" not in page.obj
        assert page.obj.get("/CropBox", page.obj.MediaBox) == page.obj.MediaBox
        assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([210 * MM, 297 * MM], abs=0.02)
        reach = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]]
        assert reach == pytest.approx([3 * MM] * 4, abs=0.02)
        assert all(low < high for low, high in zip(media[:2], bleed[:2], strict=True))
        assert all(high > low for high, low in zip(media[2:], bleed[2:], strict=True))

    def test_the_screen_edition_is_trimmed(self) -> None:
        page = opened("screen").pages[0]
        assert box(page, "/MediaBox") == pytest.approx([0, 0, 210 * MM, 297 * MM], abs=0.02)

    def test_links_are_live_on_screen_and_words_in_print(self) -> None:
        screen, print_ = (opened(edition).pages[0].obj for edition in EDITIONS)
        assert "/Annots" not in print_
        assert len(screen.Annots) >= 1
        for link in screen.Annots:
            assert (str(link.Subtype), str(link.A.S), int(link.F)) == ("/Link", "/URI", 4)
            assert str(link.Contents)
            assert "/StructParent" in link

    @pytest.mark.parametrize("edition", EDITIONS)
    def test_a_page_with_transparency_blends_in_the_colours_of_the_intent(self, edition: str) -> None:
        group = opened(edition, PICTURES).pages[0].obj.Group
        assert str(group.S) == "/Transparency"
        assert str(group.CS) == {"screen": "/DeviceRGB", "print": "/DeviceCMYK"}[edition]

    def test_colours(self) -> None:
        operators = {edition: opened(edition).pages[0].Contents.read_bytes() for edition in EDITIONS}
        assert not re.search(rb"\b(rg|RG|g|G)\n", operators["print"])
        assert not re.search(rb"\b(k|K|g|G)\n", operators["screen"])
        for stream in streams(opened("print", PICTURES)):
            assert str(stream.get("/ColorSpace", "")) in ("", "/DeviceCMYK", "/DeviceGray")


class TestStructure:
    @pytest.mark.parametrize("edition", EDITIONS)
    def test_what_verapdf_does_not_look_at(self, edition: str) -> None:
        pdf = opened(edition)
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.pages[0].obj.Tabs) == "/S"
        figures = elements(pdf, "Figure")
        assert len(figures) >= 3
        for figure in figures:
            assert str(figure.Alt).strip()
            attributes = figure.A if isinstance(figure.A, pikepdf.Array) else [figure.A]
            assert any(len(entry.get("/BBox", [])) == 4 for entry in attributes)
        for cell in elements(pdf, "TH"):
            attributes = cell.A if isinstance(cell.A, pikepdf.Array) else [cell.A]
            assert any(str(entry.get("/Scope", "")) in ("/Row", "/Column", "/Both") for entry in attributes)
        assert len(elements(pdf, "H1")) == 1


def sample_page() -> tuple[Page, dict[str, Any]]:
    """The sample's page, and what its drawing asks for."""
    from reportgen.brand.model import BrandFaces

    report = load(SAMPLE)
    brand = load_brand(report.brand)
    created = Sources().build_date("2018-12")
    return compose(report, brand), {"inks": brand.inks, "fonts": BrandFaces(brand), "created": created}


def without_words(box: Any) -> Any:
    """The page with every alternative text gone."""
    if not isinstance(box, Group):
        return box
    return replace(box, alt="", children=tuple(without_words(child) for child in box.children))


class TestRefused:
    def test_a_promise_that_would_be_broken_before_drawing(self) -> None:
        page, asks = sample_page()
        broken = replace(page, root=without_words(page.root), title=" ")
        for edition in (SCREEN, PRINT):
            with pytest.raises(BrokenPromise) as caught:
                render_page(broken, **asks, edition=edition)
            codes = [violation.rule.code for violation in caught.value.violations]
            assert codes[0] == "no-title"
            assert set(codes[1:]) == {"no-alternative"}
            assert len(codes) >= 4, "each figure is told"

    def test_every_rule_of_the_page_can_be_broken(self) -> None:
        page, asks = sample_page()
        wide = replace(page, width=15000.0, title="x" * 20000, language="")
        first = next(child for child, *_ in page.walk() if isinstance(child, FigureBox))
        heading = Group(Role.HEADING_2, ())
        link = LinkArea(first.rect, "https://example.org/hidden", " ")
        ragged = Group(Role.FIGURE, (first,), alt="A figure.", table=(("What", "Value"), ("Homes",)))
        more = (heading, Group(Role.HEADING_1, ()), Group(Role.LIST, (heading,)), first, link, ragged)
        broken = replace(wide, root=replace(page.root, children=(*more, *page.root.children)))
        with pytest.raises(BrokenPromise) as caught:
            render_page(broken, **asks, edition=PRINT)
        assert {violation.rule.code for violation in caught.value.violations} == {
            *("no-language", "page-size", "long-text", "first-heading", "several-titles", "list-parts"),
            *("unmarked-picture", "wordless-link", "hidden-address", "ragged-table"),
        }

    def test_characters_that_no_edition_can_hold(self) -> None:
        page, asks = sample_page()
        text = next(child for child, *_ in page.walk() if type(child).__name__ == "TextRun")
        glyph = text.run.glyphs[0]  # type: ignore[union-attr]  # it is a text run
        odd = (replace(glyph, gid=0, text="\u2603"), replace(glyph, text="\ue000"))
        changed = replace(text, run=replace(text.run, glyphs=odd))  # type: ignore[union-attr]  # as above
        root = replace(page.root, children=(Group(Role.PARAGRAPH, (changed,), source="intro"), *page.root.children))
        with pytest.raises(BrokenPromise) as caught:
            render_page(replace(page, root=root), **asks)
        assert [(found.rule.code, found.fact.source, found.fact.detail) for found in caught.value.violations] == [
            ("missing-glyph", "intro", "U+2603"),
            ("private-character", "intro", "U+E000"),
        ]

    def test_an_edition_that_cannot_be(self) -> None:
        page, asks = sample_page()
        with pytest.raises(BrokenPromise) as caught:
            render_page(page, **asks, edition=replace(PRINT, links=True), intent=srgb_intent())
        assert len(caught.value.reasons) == 3
        with pytest.raises(BrokenPromise, match="sRGB"):
            render_page(page, **asks, edition=replace(PRINT, colour="srgb"))

    def test_a_build_names_clause_and_line_and_writes_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The content stage asks for every alternative text, so one is taken away behind its back."""

        def compose_without_words(report: Any, brand: Any, *_: Any) -> Page:
            page = compose(report, brand)
            return replace(page, root=without_words(page.root))

        monkeypatch.setattr(pipeline, "compose", compose_without_words)
        done = build_all([PICTURES], out=tmp_path / "out")
        photo = next(problem for problem in done.problems if problem.place.excerpt == "photo:")
        assert photo.place.line == 6
        assert photo.message == (
            "a picture has no words for those who cannot see it, which PDF/A-2a (ISO 19005-2, 6.7.5) and PDF/UA-1 "
            "(ISO 14289-1, 7.3) does not allow"
        )
        assert (done.written, (tmp_path / "out").exists()) == ([], False)

    def test_a_coarse_photograph_is_refused_in_print_alone(self, tmp_path: Path) -> None:
        Image.new("RGB", (300, 188), (20, 90, 60)).save(tmp_path / "coarse.png")
        report = tmp_path / "area.yaml"
        photo = "photo:\n  file: coarse.png\n  alt: A field.\n"
        report.write_text(f"brand: briefing\nlanguage: en-GB\ntitle: A field\nintro: One photograph.\n{photo}")
        with pytest.raises(ReportError) as caught:
            build(report, out=tmp_path / "out", editions=["screen", "print"])
        errors = [problem for problem in caught.value.problems if problem.severity is Severity.ERROR]
        assert [(problem.code, problem.place.line) for problem in errors] == [("resolution", 5)]
        assert not (tmp_path / "out").exists()
        assert [path.name for path in build(report, out=tmp_path / "out", editions=["screen"])] == ["area.pdf"]


class TestWritten:
    def test_all_are_made_from_one_layout(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        composed = []

        def counted(*arguments: Any) -> Page:
            composed.append(compose(*arguments))
            return composed[-1]

        monkeypatch.setattr(pipeline, "compose", counted)
        paths = build(SAMPLE, out=tmp_path)
        assert [path.name.removeprefix("south-east-midlands") for path in paths] == [
            *(".pdf", "-print.pdf", "-print.txt", ".png"),
        ]
        assert len(composed) == 1

    @pytest.mark.parametrize(
        ("editions", "files"),
        [
            (["screen"], [".pdf"]),
            (["print"], ["-print.pdf", "-print.txt"]),
            (["png"], [".png"]),
            (["png", "screen", "png"], [".pdf", ".png"]),
            ([], []),
        ],
    )
    def test_only_what_is_asked_for(self, tmp_path: Path, editions: list[str], files: list[str]) -> None:
        report = HERE / "cases" / "one-statistic.yaml"
        names = [path.name.removeprefix("one-statistic") for path in build(report, out=tmp_path, editions=editions)]
        assert names == files

    def test_an_edition_that_there_is_not(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="no edition is called 'prnt'; did you mean `print`"):
            build(SAMPLE, out=tmp_path, editions=["prnt"])

    def test_the_slip_goes_with_the_print_edition(self, tmp_path: Path) -> None:
        _, ticket = build(SAMPLE, out=tmp_path, editions=["print"])
        text = ticket.read_text(encoding="utf-8")
        for told in ("south-east-midlands-print.pdf", "210 x 297 mm", "FOGRA39", "PDF/X-4", "ink sum"):
            assert told in text
