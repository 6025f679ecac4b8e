"""Sentences made from numbers, for captions; and the few words that a series needs."""

from __future__ import annotations

from collections.abc import Mapping

ROWS: Mapping[str, Mapping[str, str]] = {
    "rest": {
        "en": "Other",
        "de": "Übrige",
        "cy": "Arall",
        "fr": "Autres",
        "pl": "Pozostałe",
    },
    "first_of": {
        "en": "The first {count} of {all}",
        "de": "Die ersten {count} von {all}",
        "cy": "Y {count} cyntaf o {all}",
        "fr": "Les {count} premiers sur {all}",
        "pl": "Pierwsze {count} z {all}",
    },
    "caption_up": {
        "en": "{label} rose from {first} {when} to {last}, up {change}",
        "de": "{label}: von {first} {when} auf {last} gestiegen, {change} mehr",
        "cy": "{label}: o {first} {when} i {last}, cynnydd o {change}",
        "fr": "{label} : de {first} {when} à {last}, soit {change} de plus",
        "pl": "{label}: od {first} {when} do {last}, wzrost o {change}",
    },
    "caption_down": {
        "en": "{label} fell from {first} {when} to {last}, down {change}",
        "de": "{label}: von {first} {when} auf {last} gefallen, {change} weniger",
        "cy": "{label}: o {first} {when} i {last}, gostyngiad o {change}",
        "fr": "{label} : de {first} {when} à {last}, soit {change} de moins",
        "pl": "{label}: od {first} {when} do {last}, spadek o {change}",
    },
    "caption_flat": {
        "en": "{label} stayed at {last}, the same as {when}",
        "de": "{label}: unverändert {last}, wie {when}",
        "cy": "{label}: {last}, yr un fath â {when}",
        "fr": "{label} : {last}, comme {when}",
        "pl": "{label}: {last}, tyle samo co {when}",
    },
    "caption_when": {
        "en": "in {when}",
        "de": "({when})",
        "cy": "yn {when}",
        "fr": "({when})",
        "pl": "({when})",
    },
    "caption_share": {
        "en": "That is {percent} of {whole}",
        "de": "Das sind {percent} von {whole}",
        "cy": "Mae hynny’n {percent} o {whole}",
        "fr": "Soit {percent} de {whole}",
        "pl": "To {percent} z {whole}",
    },
    "caption_one_in": {
        "en": "That is {percent} of {whole}, about {one_in}",
        "de": "Das sind {percent} von {whole}, etwa {one_in}",
        "cy": "Mae hynny’n {percent} o {whole}, tua {one_in}",
        "fr": "Soit {percent} de {whole}, environ {one_in}",
        "pl": "To {percent} z {whole}, około {one_in}",
    },
    "caption_amount": {
        "en": "{value} out of {whole}",
        "de": "{value} von insgesamt {whole}",
        "cy": "{value} allan o {whole}",
        "fr": "{value} sur {whole}",
        "pl": "{value} z {whole}",
    },
    "caption_ranking": {
        "en": "Highest: {most_name}, {most}; lowest: {least_name}, {least}",
        "de": "Am höchsten: {most_name}, {most}; am niedrigsten: {least_name}, {least}",
        "cy": "Uchaf: {most_name}, {most}; isaf: {least_name}, {least}",
        "fr": "Maximum : {most_name}, {most} ; minimum : {least_name}, {least}",
        "pl": "Najwyżej: {most_name}, {most}; najniżej: {least_name}, {least}",
    },
    "caption_equal": {
        "en": "All are at {most}",
        "de": "Alle liegen bei {most}",
        "cy": "Mae pob un yn {most}",
        "fr": "Tous à {most}",
        "pl": "Wszędzie {most}",
    },
    "caption_signed": {
        "en": "Largest gain: {most_name}, {most}; largest loss: {least_name}, {least}",
        "de": "Größter Gewinn: {most_name}, {most}; größter Verlust: {least_name}, {least}",
        "cy": "Cynnydd mwyaf: {most_name}, {most}; gostyngiad mwyaf: {least_name}, {least}",
        "fr": "Plus forte hausse : {most_name}, {most} ; plus forte baisse : {least_name}, {least}",
        "pl": "Największy wzrost: {most_name}, {most}; największy spadek: {least_name}, {least}",
    },
    "caption_part": {
        "en": "The largest part is {most_name}, {most}",
        "de": "Der größte Teil ist {most_name}, {most}",
        "cy": "Y rhan fwyaf yw {most_name}, {most}",
        "fr": "La plus grande part est {most_name}, {most}",
        "pl": "Największa część to {most_name}, {most}",
    },
    "caption_bridge": {
        "en": "From {first} to {last}; {name} changed it most, by {change}",
        "de": "Von {first} auf {last}; am meisten trug {name} bei: {change}",
        "cy": "O {first} i {last}; {name} a’i newidiodd fwyaf, o {change}",
        "fr": "De {first} à {last} ; {name} a le plus compté : {change}",
        "pl": "Od {first} do {last}; największy wpływ: {name}, {change}",
    },
    "caption_moments": {
        "en": "From {start} to {end}, {up} of {count} rose and {down} fell; {name} changed most, from {first} to {last}",
        "de": "Von {start} bis {end} sind {up} von {count} gestiegen und {down} gefallen; am stärksten verändert: {name}, von {first} auf {last}",
        "cy": "O {start} i {end}, cododd {up} o {count} a gostyngodd {down}; {name} a newidiodd fwyaf, o {first} i {last}",
        "fr": "De {start} à {end}, {up} sur {count} ont augmenté et {down} ont baissé ; la plus forte évolution : {name}, de {first} à {last}",
        "pl": "Od {start} do {end} wzrosło {up} z {count}, spadło {down}; największa zmiana: {name}, od {first} do {last}",
    },
    "caption_gap": {
        "en": "The difference is largest for {name}: {first} ({start}) and {last} ({end})",
        "de": "Am größten ist der Unterschied bei {name}: {first} ({start}) und {last} ({end})",
        "cy": "Mae’r gwahaniaeth mwyaf yn achos {name}: {first} ({start}) a {last} ({end})",
        "fr": "L’écart est le plus grand pour {name} : {first} ({start}) et {last} ({end})",
        "pl": "Różnica jest największa: {name}, {first} ({start}) i {last} ({end})",
    },
    "caption_largest": {
        "en": "The largest value is {most} ({most_name})",
        "de": "Der größte Wert ist {most} ({most_name})",
        "cy": "Y gwerth mwyaf yw {most} ({most_name})",
        "fr": "La plus grande valeur est {most} ({most_name})",
        "pl": "Największa wartość to {most} ({most_name})",
    },
}
