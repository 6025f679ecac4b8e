"""Links on paper: behind words that lead somewhere and do not show where, the address is put in brackets."""

from __future__ import annotations

import re
from itertools import groupby

from reportgen.text.spans import Rich, Span, plain


def shown_url(url: str) -> str:
    """An address as it is printed: without scheme and closing slash."""
    return re.sub(r"^(https?://|mailto:)", "", url, flags=re.IGNORECASE).rstrip("/")


def with_addresses(rich: Rich) -> Rich:
    """`rich` with nothing hidden. An address that the paragraph shows anywhere is not printed again."""
    seen = _bare(plain(rich))
    spans: list[Span] = []
    for url, stretch in groupby(rich, key=lambda span: span.url):
        spans += stretch
        within = spans[-1].within
        shown = shown_url(url)
        if url and _bare(shown) not in seen:
            spans.append(Span(f" ({shown})", within=within))
            seen += f" {_bare(shown)}"
    return tuple(spans)


def _bare(text: str) -> str:
    """A text in which an address is found however it is written."""
    return re.sub(r"https?://|mailto:|\bwww\.", "", text.casefold())
