"""What a report says: every text that a reader must find on the page, every picture and figure, every address.

The report is walked, field by field, so that no block can be forgotten.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.blocks import BlockFigure, BlockLink, BlockPicture, BlockSource, BlockText, walk
from reportgen.content.report import Report
from reportgen.text.printed_links import shown_url
from reportgen.text.spans import plain


@dataclass(frozen=True, slots=True)
class ExpectedText:
    """A text of the report; `block` is the path of the block that it belongs to and `key` its field there.

    `home` is the path of the paragraph that it stands in on the page.
    """

    block: str
    key: str
    text: str
    home: str

    @property
    def source(self) -> str:
        """Its own path."""
        return f"{self.block}.{self.key}" if self.block else self.key


@dataclass(frozen=True, slots=True)
class ExpectedSpeech:
    """All that a report says: its texts, the blocks with a picture or a figure, the addresses behind its links."""

    texts: tuple[ExpectedText, ...]
    pictures: tuple[str, ...]
    figures: tuple[str, ...]
    addresses: tuple[str, ...]


def expected_speech(report: Report) -> ExpectedSpeech:
    """Every text of `report` that is to be printed, each as often as it is said; each source once, in their list."""
    texts: list[ExpectedText] = []
    sources: dict[str, ExpectedText] = {}
    pictures, figures, urls = [], [], dict[str, None]()
    for one in walk(report):
        match one:
            case BlockText():
                texts += [
                    ExpectedText(one.block, one.key, text, one.home) for text in map(plain, one.paragraphs) if text
                ]
            case BlockSource(_, source):
                path = source.path or "sources"
                sources[source.text] = ExpectedText("", path, plain(source.paragraph), path)
                urls |= dict.fromkeys(span.url for span in source.paragraph if span.url)
            case BlockPicture():
                pictures.append(one.block)
            case BlockFigure():
                figures.append(one.block)
            case BlockLink():
                urls[one.url] = None
    addresses = tuple(map(shown_url, urls))
    return ExpectedSpeech((*texts, *sources.values()), tuple(pictures), tuple(figures), addresses)
