"""Checks a written PDF, whoever made it, and says what is wrong with it, rule by rule.

It reads the file with pikepdf and knows nothing of how it was made. pikepdf is loaded with the first file.
"""

from __future__ import annotations

import os
from pathlib import Path

from reportgen.check.rule import CheckRule, Result, RuleFinding
from reportgen.press_practice import MOST_INK

__all__ = ["Result", "RuleFinding", "check_bytes", "check_file", "every_rule", "screen_reader_text"]

PURPOSES = ("print", "screen")


def check_file(path: str | os.PathLike[str], purpose: str | None = None, *, ink_limit: float = MOST_INK) -> Result:
    """Check a file by what it claims, or for a `purpose` (`print` or `screen`). `ink_limit` is in per cent.

    Raises OSError if the file cannot be read; nothing that is in the file makes it raise.
    """
    return check_bytes(Path(path).read_bytes(), os.fspath(path), purpose, ink_limit=ink_limit)


def check_bytes(data: bytes, path: str = "", purpose: str | None = None, *, ink_limit: float = MOST_INK) -> Result:
    """The same for a file that is still in memory; `path` is what findings call it."""
    if purpose not in (None, *PURPOSES):
        raise ValueError(f"a purpose is one of {', '.join(PURPOSES)}, not {purpose}")
    from reportgen.check.assessment import assess

    return assess(data, path, purpose, ink_limit)


def screen_reader_text(data: bytes) -> str:
    """What a screen reader reads of a file, in order, with roles: one line for each element."""
    from reportgen.check.screen_reader import read

    return read(data)


def every_rule() -> tuple[CheckRule, ...]:
    """Every rule there is, in order."""
    from reportgen.check.rule_registry import RULES

    return RULES
