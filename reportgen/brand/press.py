"""A brand on the press: its output intent, and what is wrong with its inks there, each at its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from reportgen.brand.model import Brand, key_of
from reportgen.brand.value_reader import BrandReader, named
from reportgen.colour.conditions import disagreement, registered
from reportgen.colour.inks import Ink
from reportgen.colour.profiles import OutputIntent, ProfileError, fogra39, printer_intent
from reportgen.colour.registration import is_blurred, is_spared, sharp
from reportgen.colour.separation import NOTICEABLE, check_converts, separator
from reportgen.press_practice import INK_ROUNDING, MOST_INK, SMALL_BLACK_TYPE, SMALL_TYPE, plate_count
from reportgen.problems import Place, Problem, Severity
from reportgen.reading.located_tree import MappingEntry, MappingNode, Scalar
from reportgen.sources import Sources

INTENT_KEYS = ("profile", "condition", "registry", "ink limit")
_LIMITS = (100.0, MOST_INK)
_PROCESS = ("all", "none", "cyan", "magenta", "yellow", "black")
"""Names of colorants that have a meaning of their own (ISO 32000-1, 8.6.6.4)."""

_LABELS = ("mark_label", "mark_emphasised_label", "mark_axis")
"""The roles of labels of figures, some of which may be coloured."""

SMALL_TEXTS = (
    ("kicker", "header_kicker", "header_ground"),
    ("kicker", "case_kicker", "case_ground"),
    ("text", "header_text", "header_ground"),
    ("text", "header_kicker", "header_ground"),
    ("text", "text", "paper"),
    ("text", "link", "paper"),
    ("text", "caption", "paper"),
    ("text", "text", "case_ground"),
    ("text", "link", "case_ground"),
    ("text", "foot_text", "foot_ground"),
    ("text", "foot_link", "foot_ground"),
    ("place_label", "place_label", "place_land"),
    ("place_label", "header_text", "header_ground"),
    ("caption", "caption", "paper"),
    ("caption", "link", "paper"),
    ("caption", "guide", "paper"),
    ("note", "caption", "paper"),
    ("note", "caption", "case_ground"),
    ("note", "header_text", "header_ground"),
    ("note", "foot_note", "header_ground"),
    ("note", "foot_text", "foot_ground"),
    ("note", "foot_note", "foot_ground"),
    ("figure_label", "text", "paper"),
    ("figure_label", "guide", "paper"),
)
"""Type that may be small on a page: its style, its role, and the role of the ground that it stands on."""


def read_intent(root: MappingNode, reader: BrandReader, folder: Path, sources: Sources) -> OutputIntent:
    """The `output intent` of a brand file, whose paths begin at `folder`; the shipped one where there is none.

    What is wrong gathers in the reader.
    """
    entry = named(root, "output intent")
    if entry is None:
        return fogra39()
    block = entry.value
    if not isinstance(block, MappingNode):
        hint = "write it like {profile: PRINTER.icc, condition: FOGRA51, ink limit: 300}"
        reader.problem("type", "`output intent` has to be a block of keys", entry.key.place, hint)
        return fogra39()
    reader.known_keys(block, INTENT_KEYS)
    shipped = block.get("profile") is None
    limit = reader.number(block, "ink limit", _LIMITS, default=fogra39().ink_limit if shipped else MOST_INK)
    condition = reader.text(block, "condition") if block.get("condition") else None
    registry = reader.text(block, "registry") if block.get("registry") else None
    profile = block.get("profile")
    if profile is None:
        usual = fogra39()
        name = condition or usual.condition
        fault = disagreement(name, usual.condition)
        if fault:
            hint = f"name a profile for {name} with `profile`, or leave `condition` out"
            told = f"the shipped profile cannot be used: {fault}"
            reader.problem("profile", told, (block.get("condition") or entry).value.place, hint)
        where = usual.registry if registered(name) else ""
        where = where if registry is None else registry
        return OutputIntent(name, usual.info, where, usual.profile, limit or usual.ink_limit)
    found = _profile(profile, condition or "", limit or MOST_INK, registry, reader, folder, sources)
    return found or fogra39()


def _profile(
    entry: MappingEntry,
    condition: str,
    limit: float,
    registry: str | None,
    reader: BrandReader,
    folder: Path,
    sources: Sources,
) -> OutputIntent | None:
    name = entry.value.text if isinstance(entry.value, Scalar) else ""
    path = folder / name
    if not name or not sources.exists(path):
        hint = "the path is relative to the brand file"
        reader.problem("file", f"there is no profile `{name}`", entry.value.place, hint)
        return None
    try:
        intent = printer_intent(sources.read_bytes(path), condition, limit, registry)
        check_converts(intent.profile)
    except ProfileError as error:
        reader.problem("profile", f"`{name}` cannot be used: {error}", entry.value.place, error.hint)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        reader.problem("file", f"`{name}` cannot be read ({reason})", entry.value.place)
    else:
        return intent
    return None


def press_problems(brand: Brand, intent: OutputIntent) -> tuple[Problem, ...]:
    """What is wrong with a brand's inks when they are printed under `intent`, its own or that of one job.

    Too much ink is an error. A colour that the press cannot print, where the brand gives no CMYK, is a warning; so is
    type that is too small for its colour, whatever a page says in it.
    """
    places = dict(brand.ink_places)
    printed = [replace(ink, cmyk=separator(intent).of(ink)) for ink in brand.inks]
    return (
        *too_much_ink(printed, places, intent),
        *_out_of_reach(brand, places, intent),
        *_small_labels(brand, places, intent),
        *_blurred(brand, places, intent),
        *_closing_up(brand, places, intent),
    )


def too_much_ink(inks: Iterable[Ink], places: Mapping[str, Place], intent: OutputIntent) -> Iterator[Problem]:
    """Inks whose CMYK puts more on the paper than it takes."""
    for ink in inks:
        total = sum(ink.cmyk or ())
        if ink.name in places and total > intent.ink_limit + INK_ROUNDING:
            message = (
                f"`{ink.name}` puts {total:.0f} % of ink on the paper; {intent.condition} takes {intent.ink_limit:.0f}"
            )
            hint = "give it less cyan, magenta and yellow, and more black"
            yield Problem("ink-sum", message, places[ink.name], hint)


def spot_problems(inks: Iterable[Ink], places: Mapping[str, Place]) -> Iterator[Problem]:
    """Spot colours that a file cannot hold: reserved names, and one name for two colours (ISO 19005-2, 6.2.4.4)."""
    first: dict[str, Ink] = {}
    for ink in (ink for ink in inks if ink.spot is not None):
        place = places[ink.name]
        name = str(ink.spot)
        if not name.strip() or name.strip().lower() in _PROCESS:
            message = f"`{name}` is no name for a spot colour"
            yield Problem("spot", message, place, "name it as the ink's maker does, like `PANTONE 187 C`")
        elif first.setdefault(name, ink).cmyk != ink.cmyk:
            message = f"`{ink.name}` and `{first[name].name}` are one spot colour with two kinds of CMYK"
            yield Problem("spot", message, place, "give both the same `cmyk`, or let the roles name one ink")


def _small_labels(brand: Brand, places: Mapping[str, Place], intent: OutputIntent) -> Iterator[Problem]:
    """Inks that labels of figures stand in, where those are smaller than type in several inks may be."""
    size = brand.styles.figure_label.size
    for role in _LABELS:
        ink: Ink = getattr(brand.roles, role)
        instead = sharp(ink, size, brand.inks, intent)
        if size < SMALL_TYPE and instead != ink and ink.name in places:
            message = (
                f"`{key_of(role)}` is `{ink.name}`, whose inks blur type under {SMALL_TYPE:g} pt, and `figure label` "
                f"has {size:g}: in print it is set in `{instead.name}`"
            )
            hint = f"let `figure label` be {SMALL_TYPE:g} pt or larger, or name an ink on one plate"
            yield Problem("small-type", message, places[ink.name], hint, Severity.WARNING)


def _blurred(brand: Brand, places: Mapping[str, Place], intent: OutputIntent) -> Iterator[Problem]:
    """Roles of small type whose ink is on several plates, where no ink near it is on one."""
    told: set[str] = set()
    for name, role, _ in SMALL_TEXTS:
        size, ink = getattr(brand.styles, name).size, getattr(brand.roles, role)
        if (
            ink.name in told
            or ink.name not in places
            or not is_blurred(sharp(ink, size, brand.inks, intent), size, intent)
        ):
            continue
        told.add(ink.name)
        least = SMALL_TYPE if size < SMALL_TYPE else SMALL_BLACK_TYPE
        message = (
            f"`{key_of(role)}` is `{ink.name}`, whose inks blur type under {least:g} pt, "
            f"and `{key_of(name)}` has {size:g}"
        )
        hint = "give the brand an ink as light that is black alone, such as `cmyk: [0, 0, 0, 75]`, or larger type"
        yield Problem("small-type", message, places[ink.name], hint, Severity.WARNING)


def _closing_up(brand: Brand, places: Mapping[str, Place], intent: OutputIntent) -> Iterator[Problem]:
    """Grounds in several inks, none of them nearly solid, that small white type stands on."""
    told: set[str] = set()
    for name, role, under in SMALL_TEXTS:
        size, ink = getattr(brand.styles, name).size, getattr(brand.roles, role)
        ground: Ink = getattr(brand.roles, under)
        white = ink.spot is None and plate_count(separator(intent).of(ink)) == 0
        if not white or ground.name in told or ground.name not in places or is_spared(ground, size, intent):
            continue
        told.add(ground.name)
        message = (
            f"`{key_of(role)}` is white at {size:g} pt on `{ground.name}`, whose inks may close it up: "
            f"none of them is nearly solid"
        )
        hint = f"let `{key_of(name)}` be {SMALL_TYPE:g} pt or larger, or give the ground one ink of 85 % or more"
        yield Problem("small-type", message, places[ground.name], hint, Severity.WARNING)


def _out_of_reach(brand: Brand, places: Mapping[str, Place], intent: OutputIntent) -> Iterator[Problem]:
    for ink in brand.inks:
        grey = len(set(ink.srgb)) == 1
        if ink.cmyk is not None or grey or ink.name not in places:
            continue
        off = separator(intent).off(ink)
        if off > NOTICEABLE:
            cmyk = "/".join(f"{value:.0f}" for value in separator(intent).of(ink))
            message = (
                f"{intent.condition} cannot print `{ink.name}` {ink.hex}: it becomes {cmyk}, {off:.1f} dE2000 away"
            )
            hint = f"choose a colour that can be printed, or write `cmyk: [{cmyk.replace('/', ', ')}]` if it will do"
            yield Problem("ink", message, places[ink.name], hint, Severity.WARNING)
