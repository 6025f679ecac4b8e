"""ICC profiles and output intents: what a profile is for, or why it cannot be used (ICC.1)."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reportgen.colour.conditions import disagreement, registered
from reportgen.press_practice import MOST_INK
from reportgen.sources import Sources

REGISTRY = "http://www.color.org"
"""Where conditions such as FOGRA39 are registered (ISO 15930-7, 6.4.2.1)."""

_HEADER = 128
_SPACES = {"RGB ": "an RGB", "CMYK": "a CMYK", "GRAY": "a grey", "Lab ": "a Lab", "XYZ ": "an XYZ"}
_DEVICES = {"prtr": "printer", "mntr": "monitor", "scnr": "scanner", "spac": "colour space"}
_DATA_SET = 2000
"""Bytes at the head of a profile's measurements (`targ`) in which they say of which condition they are."""
_NEEDS_PRINTER = "an output intent needs a CMYK printer profile; ask the printer for the one of his press"
_SAVE_ANEW = "copy the profile again from where it came"


class ProfileError(ValueError):
    """A profile that cannot be used: `message` says why, as a clause; `hint` says what to do."""

    def __init__(self, message: str, hint: str = _SAVE_ANEW) -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Profile:
    """An ICC profile. `space` and `device` are the header's four letters; equal profiles have one `digest`.

    `made_for` is the registered printing condition that it says it was made for, or nothing.
    """

    data: bytes = field(repr=False, compare=False)
    description: str
    space: str
    device: str
    digest: str
    made_for: str = ""


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """What a file is made for. `registry` is "" for a condition that is not registered; `ink_limit` in per cent."""

    condition: str
    info: str
    registry: str
    profile: Profile
    ink_limit: float


def read_profile(data: bytes) -> Profile:
    """The profile of some bytes, from its header and its description (ICC.1:2010, 7.2, 9.2.41).

    Raises `ProfileError`.
    """
    if len(data) < _HEADER + 4 or data[36:40] != b"acsp":
        raise ProfileError("it is no ICC profile" if data else "it is empty")
    size = struct.unpack_from(">I", data)[0]
    if size > len(data) or size < _HEADER + 4:
        raise ProfileError(f"it is cut off: {len(data)} of its {size} bytes are there")
    if data[8] not in (2, 4):
        raise ProfileError(f"it is of version {data[8]} of the ICC's format", "ask for one of version 2 or 4")
    kept = data[:size]
    tags = _tags(kept)
    device, space = (kept[start : start + 4].decode("latin-1") for start in (12, 16))
    description = _description(tags.get(b"desc", b""))
    made_for = registered(description) or registered(tags.get(b"targ", b"")[:_DATA_SET].decode("latin-1"))
    return Profile(kept, description, space, device, hashlib.sha256(kept).hexdigest(), made_for)


def check_printer(profile: Profile) -> None:
    """Whether a profile may stand in a print edition's output intent (ISO 15930-7, 6.4.2.1). Raises `ProfileError`."""
    if profile.space != "CMYK":
        what = _SPACES.get(profile.space, f"a `{profile.space.strip()}`")
        raise ProfileError(f"it is {what} profile", _NEEDS_PRINTER)
    if profile.device != "prtr":
        what = _DEVICES.get(profile.device, f"`{profile.device.strip()}`")
        raise ProfileError(f"it is a {what} profile", _NEEDS_PRINTER)
    missing = {b"A2B0", b"B2A0"} - set(_tags(profile.data))
    if missing:
        raise ProfileError("it has no tables to convert colours with", _NEEDS_PRINTER)


def printer_intent(
    data: bytes, condition: str = "", ink_limit: float = MOST_INK, registry: str | None = None
) -> OutputIntent:
    """The output intent of a profile. Without a `condition` it is the one that the profile was made for.

    Raises `ProfileError`, also for a registered condition that is not the one of the profile.
    """
    profile = read_profile(data)
    check_printer(profile)
    name = condition or profile.made_for or profile.description or "Custom"
    fault = disagreement(name, profile.made_for)
    if fault:
        raise ProfileError(fault, f"write `{profile.made_for}` as the condition, or name a profile for {condition}")
    where = (REGISTRY if registered(name) else "") if registry is None else registry
    return OutputIntent(name, profile.description or name, where, profile, ink_limit)


def load_intent(path_or_name: str, sources: Sources | None = None) -> OutputIntent:
    """The output intent that a person asks for: `FOGRA39`, which is shipped, or the path of a profile.

    Raises `ProfileError`.
    """
    if path_or_name.lower() in ("fogra39", "coated-fogra39l"):
        return fogra39()
    try:
        data = (sources or Sources()).read_bytes(Path(path_or_name))
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        hint = "write the path of an ICC profile, or `FOGRA39` for the one that is shipped"
        raise ProfileError(f"it cannot be read ({reason})", hint) from None
    return printer_intent(data)


@cache
def fogra39() -> OutputIntent:
    """Coated offset, the shipped printing condition; its profile keeps to 300 per cent of ink."""
    profile = read_profile(_asset("coated-fogra39l.icc"))
    return OutputIntent("FOGRA39", "Coated offset, ISO 12647-2:2004/Amd 1 (FOGRA39)", REGISTRY, profile, 300.0)


@cache
def srgb_intent() -> OutputIntent:
    """The screen: sRGB, which needs no ink."""
    return OutputIntent("sRGB", "sRGB IEC61966-2.1", REGISTRY, read_profile(_asset("sRGB.icc")), 0.0)


def _asset(name: str) -> bytes:
    sources = Sources()
    return sources.read_bytes(sources.asset(name))


def _tags(data: bytes) -> dict[bytes, bytes]:
    """The tags by their signature (7.3). Raises `ProfileError`."""
    count = struct.unpack_from(">I", data, _HEADER)[0]
    end = _HEADER + 4 + 12 * count
    if not count or end > len(data):
        raise ProfileError("its list of tags is damaged")
    tags = {}
    for entry in range(_HEADER + 4, end, 12):
        signature, start, size = struct.unpack_from(">4sII", data, entry)
        if start + size > len(data):
            raise ProfileError(f"its tag `{signature.decode('latin-1').strip()}` is damaged")
        tags[signature] = data[start : start + size]
    return tags


def _description(tag: bytes) -> str:
    """The name in a tag of version 2 (textDescriptionType) or 4 (multiLocalizedUnicodeType, its first entry)."""
    if tag[:4] == b"desc" and len(tag) >= 12:
        length = struct.unpack_from(">I", tag, 8)[0]
        text = tag[12 : 12 + length].decode("latin-1")
    elif tag[:4] == b"mluc" and len(tag) >= 28:
        length, start = struct.unpack_from(">II", tag, 20)
        text = tag[start : start + length].decode("utf-16-be", "replace")
    else:
        return ""
    return " ".join("".join(char if char.isprintable() else " " for char in text.partition("\0")[0]).split())
