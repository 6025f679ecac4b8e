"""A block that nothing would set is told at its key: no text of a report is dropped in silence."""

from __future__ import annotations

import pytest
import yaml

from reportgen import pipeline
from reportgen.content.block_kinds import BLOCK_KINDS, PAGE_KEYS
from reportgen.content.schema import ReportShape
from reportgen.layout.block_registry import BLOCKS
from reportgen.problems import ReportError

CONTENT = yaml.safe_load(
    "{brand: briefing, language: en-GB, title: A page, quote: {text: It works., who: A gardener}, "
    "sections: [{title: A head, text: Some words.}]}"
)


def test_every_key_of_a_report_is_read() -> None:
    assert set(ReportShape.model_fields) == PAGE_KEYS | {kind.key for kind in BLOCK_KINDS}
    assert [block.kind for block in BLOCKS] == list(BLOCK_KINDS)


def test_a_key_without_a_block_is_told() -> None:
    """As when a block stands in the schema and was forgotten in the registry."""
    fewer = tuple(block for block in BLOCKS if block.kind.key != "quote")
    with pytest.raises(ReportError) as caught:
        pipeline.load(CONTENT, blocks=fewer)
    assert str(caught.value) == (
        "<dict>: error: quote: no block of the page is made from `quote`; leave it out; whoever added it to the keys of "
        "a report has still to declare its block"
    )
