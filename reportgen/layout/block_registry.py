"""Every block that comes with the program, declared once: its kind and how it is set, in reading order."""

from __future__ import annotations

from reportgen.content import block_kinds
from reportgen.layout import case_study, highlights, place_block, quote, sections, statistic_block, titled_figures
from reportgen.layout.layout_block import BlockDeclaration, Blocks

BLOCKS: Blocks = (
    BlockDeclaration(block_kinds.PLACE, place_block.variants),
    BlockDeclaration(block_kinds.STATISTICS, statistic_block.variants),
    BlockDeclaration(block_kinds.FIGURES, titled_figures.variants),
    BlockDeclaration(block_kinds.HIGHLIGHTS, highlights.variants),
    BlockDeclaration(block_kinds.CASE_STUDY, case_study.variants),
    BlockDeclaration(block_kinds.QUOTE, quote.variants),
    BlockDeclaration(block_kinds.SECTIONS, sections.variants),
    BlockDeclaration(block_kinds.PHOTO, place_block.photo_variants),
)
"""Header, logos and foot have their places on every page and are no blocks of the body."""
