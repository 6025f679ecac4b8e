"""PDF/X-4 and PDF/A-2 rules on output intents (ISO 15930-7, 6.4.2.1; ISO 19005-2, 6.2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportgen.check import cos
from reportgen.check.document import Document
from reportgen.check.rule import Breach, RuleFamily, rule
from reportgen.colour.conditions import disagreement
from reportgen.colour.profiles import ProfileError, read_profile

_COUNT = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4, b"Lab ": 3}


def _of(document: Document, kind: str) -> list[Any]:
    return [each for each in document.intents if cos.name(cos.get(each, "S")) == kind]


def _profiles(document: Document, kind: str) -> Iterator[tuple[Any, bytes]]:
    for intent in _of(document, kind):
        stream = cos.get(intent, "DestOutputProfile")
        found = cos.data(stream, 64_000_000)
        if found is not None and len(found) >= 128:
            yield stream, found


def _present(document: Document) -> Iterator[Breach]:
    count = len(_of(document, "GTS_PDFX"))
    if document.pdf is not None and count != 1:
        yield Breach(
            "there is no output intent GTS_PDFX" if not count else f"there are {count} output intents GTS_PDFX"
        )


def _condition(document: Document) -> Iterator[Breach]:
    for intent in _of(document, "GTS_PDFX"):
        stated = cos.text(cos.get(intent, "OutputConditionIdentifier"))
        if not stated:
            yield Breach("the output intent has no OutputConditionIdentifier")
        elif stated == "Custom" and not cos.text(cos.get(intent, "Info")):
            yield Breach("the output intent is Custom and has no Info that says what it is")
        registry = cos.text(cos.get(intent, "RegistryName"))
        if not registry and not any(True for _ in _profiles(document, "GTS_PDFX")):
            yield Breach("the output intent has neither a profile nor a registry to look its condition up in")


def _agrees(document: Document) -> Iterator[Breach]:
    for intent in (*_of(document, "GTS_PDFX"), *_of(document, "GTS_PDFA1")):
        stated = cos.text(cos.get(intent, "OutputConditionIdentifier")) or ""
        data = cos.data(cos.get(intent, "DestOutputProfile"), 64_000_000)
        try:
            fault = disagreement(stated, read_profile(data).made_for) if data else ""
        except ProfileError:  # which is told by other rules
            fault = ""
        if fault:
            yield Breach(f"the output intent's profile is another's: {fault}")


def _embedded(document: Document, kind: str) -> Iterator[Breach]:
    whole = len(list(_profiles(document, kind)))
    if len(_of(document, kind)) > whole:
        yield Breach(f"the output intent {kind} has no profile embedded, or it cannot be decoded")


def _embedded_x(document: Document) -> Iterator[Breach]:
    yield from _embedded(document, "GTS_PDFX")


def _class(document: Document) -> Iterator[Breach]:
    for _, profile in _profiles(document, "GTS_PDFX"):
        kind = profile[12:16]
        if profile[36:40] != b"acsp":
            yield Breach("the output intent's profile is no ICC profile")
        elif kind != b"prtr":
            called = kind.decode("latin-1").strip()
            yield Breach(f"the output intent's profile is of class {called}, not that of a printing condition (prtr)")


def _components(document: Document) -> Iterator[Breach]:
    streams = {cos.identity(s): (s, p) for kind in ("GTS_PDFX", "GTS_PDFA1") for s, p in _profiles(document, kind)}
    for stream, profile in streams.values():
        stated, space = cos.integer(cos.get(stream, "N")), profile[16:20]
        true = _COUNT.get(space)
        if stated != true:
            yield Breach(
                f"the output intent's profile says N {stated}, and its colour space is {space.decode('latin-1')}"
            )


def _one_profile(document: Document) -> Iterator[Breach]:
    kinds = ("GTS_PDFX", "GTS_PDFA1")
    found = {cos.identity(s) for kind in kinds for s, _ in _profiles(document, kind)}
    if len(found) > 1:
        yield Breach("the output intents for PDF/X and PDF/A do not share one profile object")


def _a_present(document: Document) -> Iterator[Breach]:
    intents = _of(document, "GTS_PDFA1")
    device = any(
        space.family in ("DeviceRGB", "DeviceCMYK", "DeviceGray")
        for page in document.pages
        for space in page.painted.spaces
    )
    if not intents and device:
        yield Breach("there is no output intent GTS_PDFA1, and colours are given in device spaces")


def _a_profile(document: Document) -> Iterator[Breach]:
    yield from _embedded(document, "GTS_PDFA1")
    for _, profile in _profiles(document, "GTS_PDFA1"):
        if profile[12:16] not in (b"prtr", b"mntr"):
            yield Breach("the PDF/A output intent's profile is neither of class prtr nor mntr")


_X, _A = RuleFamily.X4, RuleFamily.A2
RULES = (
    rule("x4.intent", "There is one output intent for PDF/X", "ISO 15930-7, 6.4.2.1", _present, _X,
         hint="name the printing condition in an output intent"),
    rule("x4.intent-condition", "The output intent names its condition", "ISO 15930-7, 6.4.2.1", _condition, _X),
    rule("x4.intent-agrees", "The profile is one for the condition", "ISO 15930-7, 6.4.2.1", _agrees, _X, _A,
         hint="name the condition that the profile was made for, or embed the profile of that condition"),
    rule("x4.intent-profile", "The output intent's profile is embedded", "ISO 15930-7, 6.4.2.1", _embedded_x, _X),
    rule("x4.intent-class", "The output intent's profile is of class prtr", "ISO 15930-7, 6.4.2.1", _class, _X),
    rule("x4.intent-components", "A profile's N is that of its colour space", "ISO 32000-1, 8.6.5.5", _components, _X,
         _A),
    rule("a2.intents-agree", "Output intents share one profile", "ISO 19005-2, 6.2.3", _one_profile, _A),
    rule("a2.intent", "There is an output intent for PDF/A", "ISO 19005-2, 6.2.4.3", _a_present, _A),
    rule("a2.intent-profile", "The PDF/A output intent's profile is embedded", "ISO 19005-2, 6.2.3", _a_profile, _A),
)  # fmt: skip
