"""What is said of the first kinds of figure, and the heads of their tables."""

from __future__ import annotations

from collections.abc import Mapping

ROWS: Mapping[str, Mapping[str, str]] = {
    "change_alt_up": {
        "en": "{label}: {value} now, up {change} ({percent}) from {before} {when}",
        "de": "{label}: heute {value}, {change} ({percent}) mehr als {before} {when}",
    },
    "change_alt_down": {
        "en": "{label}: {value} now, down {change} ({percent}) from {before} {when}",
        "de": "{label}: heute {value}, {change} ({percent}) weniger als {before} {when}",
    },
    "change_alt_flat": {
        "en": "{label}: {value} now, the same as {when}",
        "de": "{label}: heute {value}, unverändert gegenüber {when}",
    },
    "share_alt": {
        "en": "{label}: {value}, which is {percent} of {whole}",
        "de": "{label}: {value}, das sind {percent} von {whole}",
    },
    "share_alt_dots": {
        "en": "with {marked} of {dots} dots filled",
        "de": "dabei {marked} von {dots} Punkten gefüllt",
    },
    "count_alt": {
        "en": "{label}: {value}, shown in figures that each stand for {each}",
        "de": "{label}: {value}, gezeigt in Figuren, die je für {each} stehen",
    },
    "amount_alt": {"en": "{label}: a bar for {value}", "de": "{label}: ein Balken für {value}"},
    "amount_alt_of": {
        "en": "{label}: a bar for {value} out of {whole}",
        "de": "{label}: ein Balken für {value} von {whole}",
    },
    "line_alt": {
        "en": "{label}: a line from {first} in {start} to {last} in {end}",
        "de": "{label}: eine Linie von {first} ({start}) bis {last} ({end})",
    },
    "line_alt_gaps": {"en": "not available for {labels}", "de": "nicht verfügbar für {labels}"},
    "place_alt": {"en": "Map of {name} with its areas", "de": "Karte von {name} mit seinen Gebieten"},
    "place_alt_named": {"en": "Map of {name} with {areas}", "de": "Karte von {name} mit {areas}"},
    "place_alt_one": {"en": "Map of {name}", "de": "Karte von {name}"},
    "place_alt_locator": {"en": "and where it lies", "de": "und ihrer Lage"},
    "table_what": {"en": "Measure", "de": "Kennzahl"},
    "table_when": {"en": "When", "de": "Zeitpunkt"},
    "table_value": {"en": "Value", "de": "Wert"},
    "table_change": {"en": "Change", "de": "Veränderung"},
    "table_share": {"en": "Share", "de": "Anteil"},
    "table_whole": {"en": "Whole", "de": "Gesamt"},
    "table_each": {"en": "Each figure stands for", "de": "Jede Figur steht für"},
}
