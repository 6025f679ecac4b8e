"""Dates as PDF (ISO 32000-1, 7.9.4) and as XMP write them, brought to one form to be compared."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

_PDF = re.compile(
    r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)(?:00'?(?:00'?)?)?|([+-])(\d\d)'?(?:(\d\d)'?)?)?\Z"
)
_XMP = re.compile(
    r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?:(Z)|([+-])(\d\d):(\d\d))?\Z"
)


def pdf_date(text: str) -> datetime | None:
    """A date of the information dictionary, in UTC; None if it is none."""
    return _in_utc(_PDF.match(text.strip()))


def xmp_date(text: str) -> datetime | None:
    """A date of XMP, in UTC; None if it is none."""
    return _in_utc(_XMP.match(text.strip()))


def _in_utc(found: re.Match[str] | None) -> datetime | None:
    if found is None:
        return None
    parts = [int(each or default) for each, default in zip(found.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)]
    sign, hours, minutes = found[8], int(found[9] or 0), int(found[10] or 0)
    try:
        offset = timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)
        zone = timezone(offset) if sign else UTC
        return datetime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
