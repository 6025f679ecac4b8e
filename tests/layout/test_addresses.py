"""Links on paper: words that hide their address have it in brackets behind them, once."""

from __future__ import annotations

import pytest

from reportgen.page import LinkArea, TextRun
from reportgen.pipeline import compose, load, load_brand
from reportgen.text.printed_links import with_addresses
from reportgen.text.spans import Rich, Span, plain

URL = "https://example.org/names"


@pytest.mark.parametrize(
    ("rich", "printed"),
    [
        ((Span("Read "), Span("how", url=URL), Span(".")), "Read how (example.org/names)."),
        ((Span("how ", url=URL), Span("so", bold=True, url=URL)), "how so (example.org/names)"),
        ((Span("example.org/names", url=URL),), "example.org/names"),
        ((Span("See WWW.Example.org/names", url="https://www.example.org/names/"),), "See WWW.Example.org/names"),
        ((Span("example.org", url=URL),), "example.org (example.org/names)"),
        ((Span("a", url=URL), Span(" or "), Span("b", url=URL)), "a (example.org/names) or b"),
        ((Span("Names", url=URL), Span(": example.org/names")), "Names: example.org/names"),
        ((Span("write", url="mailto:a@example.org"),), "write (a@example.org)"),
        ((Span("no link"),), "no link"),
        ((), ""),
    ],
)
def test_an_address_is_printed_where_words_hide_it(rich: Rich, printed: str) -> None:
    shown = with_addresses(rich)
    assert plain(shown) == printed
    assert with_addresses(shown) == shown


def test_the_address_stands_on_the_page_and_is_no_second_link() -> None:
    report = load({"brand": "industrial-strategy", "language": "en-GB", "title": "T", "intro": f"[How]({URL}) it is."})
    page = compose(report, load_brand("industrial-strategy"))
    boxes = [box for box, *_ in page.walk()]
    runs = "".join(box.run.text for box in boxes if isinstance(box, TextRun))
    assert "How (example.org/names) it is." in runs
    assert [(box.url, box.text) for box in boxes if isinstance(box, LinkArea)] == [(URL, "How")]
