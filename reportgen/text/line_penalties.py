"""The penalties of line breaking: every weight in one place, with its reason.

The unit is the demerit of a line that is 10 % of the measure too short; a line that is twice as short costs four times
as much. Weights are for ragged text: the right margin is uneven in any case, so a better reading break may
cost a little.
"""

from __future__ import annotations

SHORTFALL = 100.0
"""Times the square of shortfall / measure. It evens the rag: two lines 10 % short cost less than one 20 % short."""

STRANDED = 1000.0
"""A last line of one word, or of a part of one. More than any sum of other faults: never when it can be avoided."""

SHORT_LAST = 25.0
"""A last line of no length; less in proportion up to `LAST_SHARE` of the measure. As bad as a line half empty."""

LAST_SHARE = 1 / 3
"""The share of the measure from which a last line holds the paragraph's foot: shorter looks like a leftover."""

OVERFULL = 1e6
"""A line wider than the measure: only where a single word is. The caller reports it."""

FEWEST = 1e4
"""Each line of a balanced head. More than anything else in it: a head takes the fewest lines, then evens them."""

AFTER_ARTICLE = 1.0
"""A line that ends in an article or a pronoun, which belongs with the next word. Worth a line 10 % short."""

AFTER_PREPOSITION = 0.6
"""A line that ends in a short preposition; it leans on the next word, but less."""

AFTER_CONJUNCTION = 0.3
"""A line that ends in "and": before it reads a little better than after it. Not worth an uneven rag."""

WITHIN_NAME = 0.5
"""Between two words with capitals: mostly a name ("Land Rover"), which is better read whole."""

ABRUPT_END = 2.0
"""A line that ends in the first word of a sentence, if that is short: it looks torn off."""

AFTER_COMMA = -0.3
"""A line that ends in a comma, semicolon, colon or dash: the eye may rest there."""

AFTER_STOP = -0.5
"""A line that ends with its sentence."""

LOOSE_PAIR = 2.0
"""Between words that should stay together: month and year, "16 to 24", "Phase 2"."""

AT_HYPHEN = 2.0
"""After the hyphen of a compound such as "long-term". It reads well, but two short ends beat it."""

IN_HEAD = 4.0
"""How many times a break costs as much in a balanced head: it is large and read by its lines, so that a line of it that
ends in a hyphen is as loud as a division."""

AT_DASH = 1.0
"""After an unspaced dash between words."""

AT_SLASH = 4.0
"""After the stroke between two long words."""

AT_ZERO_WIDTH_SPACE = 1.0
"""Where the author allowed a break without a mark."""

AT_SOFT_HYPHEN = 4.0
"""Where the author allowed a division of the word."""

HYPHENATED = 8.0
"""Where the dictionary divides a word: only to avoid a line more than a quarter short."""

SECOND_HYPHEN = 10.0
"""Two lines on end that close with a hyphen, a ladder; or a hyphen before the last line."""

IN_ADDRESS = 9.0
"""Within a web address: it is copied by hand from paper, so a line 30 % short is better."""

NEVER = float("inf")
"""No break at all."""
