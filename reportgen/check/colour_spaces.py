"""Colour spaces (ISO 32000-1, 8.6): their family, their colorants, and the space that lies under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportgen.check import cos
from reportgen.check.pdf_functions import Function, read_function

_DEEPEST = 6
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_COMPONENTS = {"DeviceGray": 1, "DeviceRGB": 3, "DeviceCMYK": 4, "CalGray": 1, "CalRGB": 3, "Lab": 3, "Pattern": 0}
_DEVICE_OF = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


@dataclass(frozen=True)
class ColourSpace:
    """A colour space. `under` is the alternate, the base of a table, or the device space that a profile is like."""

    family: str
    components: int
    colorants: tuple[str, ...] = ()
    under: ColourSpace | None = None
    tint: Function | None = field(default=None, compare=False, repr=False)
    table: bytes = field(default=b"", repr=False)
    limits: tuple[float, ...] = ()

    def chain(self) -> Iterator[ColourSpace]:
        """The space and those under it; under a profile there is none that counts."""
        yield self
        if self.under is not None and self.family != "ICCBased":
            yield from self.under.chain()

    @property
    def initial(self) -> tuple[float, ...]:
        """The colour that is current when the space has just been set."""
        if self.family == "DeviceCMYK" or (self.family == "ICCBased" and self.components == 4):
            return (0.0, 0.0, 0.0, 1.0)
        return (1.0 if self.family in ("Separation", "DeviceN") else 0.0,) * self.components

    def spread(self, value: Sequence[float]) -> tuple[ColourSpace, tuple[float, ...]]:
        """A colour of a table, as one of the space that the table is in; any other as it is."""
        if self.family != "Indexed" or self.under is None:
            return self, tuple(value)
        count = self.under.components
        at = max(0, int(value[0]) if value else 0) * count
        entry = self.table[at : at + count].ljust(count, b"\0")
        if self.under.family == "Lab":
            return self.under, (entry[0] / 2.55, entry[1] - 128.0, entry[2] - 128.0)
        return self.under, tuple(each / 255 for each in entry)


GRAY, RGB, CMYK = ColourSpace("DeviceGray", 1), ColourSpace("DeviceRGB", 3), ColourSpace("DeviceCMYK", 4)
UNKNOWN = ColourSpace("Unknown", 0)
DEVICE = {"DeviceGray": GRAY, "DeviceRGB": RGB, "DeviceCMYK": CMYK}


def read_space(value: Any, resources: Any = None, depth: int = 0) -> ColourSpace:
    """The space that a name or array stands for, looked up in `resources` if it is named there."""
    if depth > _DEEPEST:
        return UNKNOWN
    called = cos.name(value)
    if called:
        return _named(called, resources, depth)
    parts = cos.elements(value, 8)
    family = _SHORT.get(cos.name(parts[0]), cos.name(parts[0])) if parts else ""
    match family:
        case "ICCBased":
            return _profiled(parts)
        case "Indexed" if len(parts) == 4:
            under = read_space(parts[1], resources, depth + 1)
            return ColourSpace("Indexed", 1, under=under, table=_table(parts[3]))
        case "Separation" | "DeviceN" if len(parts) >= 4:
            names = tuple(cos.name(each) for each in cos.listed(parts[1]))
            under = read_space(parts[2], resources, depth + 1)
            return ColourSpace(family, len(names), names, under, read_function(parts[3]))
        case "Pattern":
            base = read_space(parts[1], resources, depth + 1) if len(parts) > 1 else None
            return ColourSpace("Pattern", base.components if base else 0, under=base)
        case "Lab":
            return ColourSpace("Lab", 3, limits=cos.numbers(cos.get(parts[1], "Range"), 4) or (-100, 100, -100, 100))
        case "CalGray" | "CalRGB":
            return ColourSpace(family, _COMPONENTS[family])
        case _:
            return DEVICE.get(family, UNKNOWN)


def _named(called: str, resources: Any, depth: int) -> ColourSpace:
    called = _SHORT.get(called, called)
    if called in DEVICE:
        default = cos.get(resources, "ColorSpace", "Default" + called.removeprefix("Device"))
        return DEVICE[called] if default is None else read_space(default, None, depth + 1)
    if called == "Pattern":
        return ColourSpace("Pattern", 0)
    found = cos.get(resources, "ColorSpace", called)
    return UNKNOWN if found is None else read_space(found, resources, depth + 1)


def _profiled(parts: list[Any]) -> ColourSpace:
    count = cos.integer(cos.get(parts[1], "N")) if len(parts) > 1 else None
    device = DEVICE.get(_DEVICE_OF.get(count or 0, ""))
    return ColourSpace("ICCBased", device.components, under=device) if device else UNKNOWN


def _table(value: Any) -> bytes:
    return cos.raw(value) or cos.data(value, 100_000) or b""


def inks(space: ColourSpace, value: Sequence[float]) -> dict[str, float] | None:
    """How much of each ink a colour prints, 0 to 1; None if it is not given in inks (RGB, Lab, an unknown space)."""
    space, value = space.spread(value)
    if space.family in ("Separation", "DeviceN"):
        if len(value) < len(space.colorants):
            return None
        return {n: v for n, v in zip(space.colorants, value, strict=False) if n != "None"}
    like = space.under if space.family == "ICCBased" and space.under else space
    if like.family == "DeviceCMYK" and len(value) >= 4:
        return dict(zip(PROCESS, value, strict=False))
    if like.family == "DeviceGray" and value:
        return {"Black": 1.0 - value[0]}
    return None


def ink_sum(space: ColourSpace, value: Sequence[float]) -> float | None:
    """All inks of a colour together, in per cent; registration colour counts as four inks."""
    found = inks(space, value)
    return None if found is None else 100 * sum(4 * v if n == "All" else v for n, v in found.items())
