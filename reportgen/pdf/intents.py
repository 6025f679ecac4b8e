"""Output intents: the objects that say in a file what it is made for (ISO 32000-1, 14.11.5)."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reportgen.pdf.pdf_objects import LEVEL, Dictionary, Stream, text_string
from reportgen.standards import Standard

if TYPE_CHECKING:
    from reportgen.colour.profiles import OutputIntent, Profile

COMPONENTS = {"GRAY": 1, "RGB ": 3, "CMYK": 4}
"""How many values a colour has in a profile's space (ISO 15076-1, 7.2.6)."""

_KINDS = {Standard.X4: "GTS_PDFX", Standard.A2A: "GTS_PDFA1"}


def output_intents(intent: OutputIntent, promises: frozenset[Standard], document: Any) -> list[Any]:
    """References to one output intent for each promise that asks for one; all share one profile object.

    PDF/X-4 asks for GTS_PDFX (ISO 15930-7, 6.4.2.1), PDF/A for GTS_PDFA1, and for one profile object where there are
    several intents (ISO 19005-2, 6.2.3). A condition that is not registered has no registry. `document` is ReportLab's.
    """
    profile = document.Reference(profile_stream(intent.profile))
    entries = {
        "OutputConditionIdentifier": text_string(intent.condition),
        **({"RegistryName": text_string(intent.registry)} if intent.registry else {}),
        "Info": text_string(intent.info),
        "DestOutputProfile": profile,
    }
    return [
        document.Reference(Dictionary({"Type": "OutputIntent", "S": kind, **entries}))
        for standard, kind in _KINDS.items()
        if standard in promises
    ]


def profile_stream(profile: Profile) -> Stream:
    """The profile as a stream (8.6.5.5)."""
    return Stream({"N": COMPONENTS[profile.space], "Filter": "FlateDecode"}, _compressed(profile.data))


@lru_cache(maxsize=8)
def _compressed(data: bytes) -> bytes:
    """A quarter of a megabyte takes longer to compress than a page to draw, so it is done once a process."""
    return zlib.compress(data, LEVEL)
