"""What is said of bars, columns and tables."""

from __future__ import annotations

from collections.abc import Mapping

ROWS: Mapping[str, Mapping[str, str]] = {
    "guide_from": {
        "en": "{label}, from",
        "de": "{label}, von",
        "cy": "{label}, o",
        "fr": "{label}, de",
        "pl": "{label}, od",
    },
    "guide_to": {
        "en": "{label}, to",
        "de": "{label}, bis",
        "cy": "{label}, hyd at",
        "fr": "{label}, à",
        "pl": "{label}, do",
    },
    "guide_band": {
        "en": "{label} {low} to {high}",
        "de": "{label} {low} bis {high}",
        "cy": "{label} {low} i {high}",
        "fr": "{label} {low} à {high}",
        "pl": "{label} {low} do {high}",
    },
    "table_name": {
        "en": "Name",
        "de": "Name",
        "cy": "Enw",
        "fr": "Nom",
        "pl": "Nazwa",
    },
    "table_low": {
        "en": "Low",
        "de": "Untergrenze",
        "cy": "Isaf",
        "fr": "Borne basse",
        "pl": "Dolna granica",
    },
    "table_high": {
        "en": "High",
        "de": "Obergrenze",
        "cy": "Uchaf",
        "fr": "Borne haute",
        "pl": "Górna granica",
    },
    "bars_alt": {
        "en": "{label}: of {count}, the highest is {most} and the lowest {least}",
        "de": "{label}: von {count} Werten ist der höchste {most}, der niedrigste {least}",
        "cy": "{label}: o blith {count}, yr uchaf yw {most} a’r isaf yw {least}",
        "fr": "{label} : sur {count}, le maximum est {most} et le minimum {least}",
        "pl": "{label}: spośród {count} najwyższa wartość to {most}, najniższa {least}",
    },
    "bars_alt_equal": {
        "en": "{label}: all {count} are {value}",
        "de": "{label}: alle {count} Werte sind {value}",
        "cy": "{label}: mae pob un o’r {count} yn {value}",
        "fr": "{label} : {value} partout ({count})",
        "pl": "{label}: wszystkie ({count}) mają wartość {value}",
    },
    "bars_alt_gaps": {
        "en": "{gap} for {labels}",
        "de": "{gap} für {labels}",
        "cy": "{gap} ar gyfer {labels}",
        "fr": "{gap} pour {labels}",
        "pl": "{gap}: {labels}",
    },
    "bars_alt_gaps_many": {
        "en": "{gap} for {count} of them",
        "de": "{gap} für {count} davon",
        "cy": "{gap} ar gyfer {count} ohonynt",
        "fr": "{gap} pour {count} d’entre eux",
        "pl": "{gap} ({count})",
    },
    "gains_alt": {
        "en": "{label}: {up} up and {down} down, from {most} to {least}",
        "de": "{label}: {up} im Plus und {down} im Minus, von {most} bis {least}",
        "cy": "{label}: {up} i fyny a {down} i lawr, o {most} i {least}",
        "fr": "{label} : {up} en hausse et {down} en baisse, de {most} à {least}",
        "pl": "{label}: {up} na plusie, {down} na minusie, od {most} do {least}",
    },
    "table_alt_also": {
        "en": "with {names}",
        "de": "dazu {names}",
        "cy": "gyda {names}",
        "fr": "avec {names}",
        "pl": "oraz {names}",
    },
}
