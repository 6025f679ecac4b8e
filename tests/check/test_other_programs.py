"""Correct files of other programs, checked by what they claim: no error, whatever they look like inside."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from reportgen.check import Result, check_bytes, check_file

FILES = sorted((Path(__file__).parent / "files").glob("*.pdf"))


def problems_of(result: Result) -> list[str]:
    return [str(problem) for problem in result.problems()]


@pytest.mark.parametrize(
    ("name", "claims"),
    [
        ("typst-a-2a.pdf", ("PDF/A-2a",)),
        ("typst-ua-1.pdf", ("PDF/UA-1",)),
        ("weasyprint-a-2u.pdf", ("PDF/A-2u",)),
        ("weasyprint-ua-1.pdf", ("PDF/UA-1",)),
    ],
)
def test_a_file_that_keeps_what_it_claims(name: str, claims: tuple[str, ...]) -> None:
    result = check_file(Path(__file__).parent / "files" / name)
    assert (result.claims, problems_of(result)) == (claims, [])


def test_every_stored_file_is_judged_above() -> None:
    assert len(FILES) == 4


def _claims_nothing(data: bytes) -> None:
    result = check_bytes(data, "other.pdf")
    assert (result.claims, problems_of(result), result.families) == ((), [], ("PDF",))
    assert {rule.id.split(".")[0] for rule in result.ran} == {"file"}


@pytest.mark.parametrize("type_", [3, 42])
def test_matplotlib(type_: int) -> None:
    import matplotlib as mpl
    from matplotlib.backends.backend_pdf import FigureCanvasPdf
    from matplotlib.figure import Figure

    with mpl.rc_context({"pdf.fonttype": type_}):
        figure = Figure()
        axes = figure.add_subplot()
        axes.plot([1, 2, 3], alpha=0.5)
        axes.imshow([[0, 1], [1, 0]])
        axes.set_title("Homes in the district")
        out = io.BytesIO()
        FigureCanvasPdf(figure).print_pdf(out)
    _claims_nothing(out.getvalue())


def test_reportlab() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 720, "Homes in the district")
    canvas.linearGradient(0, 0, 100, 100, ["red", "blue"])
    canvas.linkURL("https://example.org", (72, 700, 200, 740))
    canvas.showPage()
    canvas.drawString(72, 720, "A second page")
    canvas.save()
    _claims_nothing(out.getvalue())


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "CMYK", "P"])
def test_pillow(mode: str) -> None:
    out = io.BytesIO()
    Image.new(mode, (40, 30)).save(out, "PDF")
    _claims_nothing(out.getvalue())


def test_the_least_file() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 100))
    out = io.BytesIO()
    pdf.save(out)
    _claims_nothing(out.getvalue())


def test_a_plain_file_for_print_is_told_what_it_lacks() -> None:
    out = io.BytesIO()
    Image.new("RGB", (400, 300)).save(out, "PDF")
    found = check_bytes(out.getvalue(), purpose="print").ids
    assert {"x4.intent", "x4.trim-box", "x4.claim", "x4.device-colour", "gwg.resolution"} <= found


def test_a_plain_file_for_the_screen_is_told_what_it_lacks() -> None:
    out = io.BytesIO()
    Image.new("RGB", (400, 300)).save(out, "PDF")
    found = check_bytes(out.getvalue(), purpose="screen").ids
    assert {"ua.tagged", "ua.title", "ua.language", "ua.claim", "a2.claim", "a2.intent"} <= found
    assert not any(rule.startswith("gwg") for rule in found)
