"""A corpus of reports: a seed in; as many varied reports as are wanted out, from 30 to 180 per cent of the sample's content.

Each is a dict for `reportgen.load`. What a report holds is bought from a budget: the sample costs 100.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LEAST, MOST = 0.3, 1.8
BRANDS = ("industrial-strategy", "briefing")
_SAMPLE = 100.0
_PLACE = str(ROOT / "content/data/semlep_districts.geojson")
_LOCATOR = str(ROOT / "content/data/england_outline.geojson")
_PHOTO = str(ROOT / "tests/cases/pictures/hills.jpg")

_WORDS = {
    "en-GB": (
        "the",
        "a",
        "of",
        "to",
        "in",
        "for",
        "on",
        "with",
        "and",
        "people",
        "homes",
        "work",
        "plan",
        "roads",
        "schools",
        "partnership",
        "council",
        "growth",
        "skills",
        "local",
        "years",
        "district",
        "support",
        "business",
        "help",
        "services",
        "government",
        "young",
        "health",
        "river",
        "valley",
        "bus",
        "towns",
        "build",
        "open",
        "new",
        "more",
        "since",
        "training",
        "town",
        "hall",
        "investment",
        "infrastructure",
        "opportunities",
        "neighbourhood",
        "manufacturing",
    ),
    "de-DE": (
        "die",
        "der",
        "das",
        "und",
        "für",
        "mit",
        "auf",
        "von",
        "Stadt",
        "Menschen",
        "Arbeit",
        "Schulen",
        "Wege",
        "Jahre",
        "neue",
        "mehr",
        "Hilfe",
        "Haus",
        "Land",
        "Plan",
        "Wirtschaftsförderung",
        "Beschäftigte",
        "Ausbildung",
        "Genehmigungsverfahren",
        "Nachbarschaft",
        "Gemeinde",
        "Straßen",
        "Größe",
    ),
}  # fmt: skip
_LONG = {
    "en-GB": ("Llanfairpwllgwyngyll", "internationalisation", "counter-revolutionaries", "Northamptonshire"),
    "de-DE": ("Kraftfahrzeughaftpflichtversicherung", "Wohnungsbaugesellschaft", "Oberlandesgericht"),
}
_NAMES = (
    "Corby", "Milton Keynes", "Kettering", "East Northamptonshire", "Central Bedfordshire", "Aylesbury Vale",
    "Daventry", "South Northamptonshire", "Bedford", "Northampton", "Luton", "Cherwell", "Wellingborough",
)  # fmt: skip
_VALUES = ("7", "400", "12,480", "1,025,000", "97.2%", "0.3%", "£5m", "£1.2bn", "£1,234,567,890", "£0.4m", "61")
_GERMAN = {"12,480": "12.480", "1,025,000": "1.025.000", "97.2%": "97,2 %", "0.3%": "0,3 %", "£5m": "5 Mio. €"}


@dataclass(frozen=True)
class Case:
    """One report: its `number`, its size over the sample's, its brand, and its content."""

    number: int
    scale: float
    brand: str
    content: dict[str, Any]


def cases(count: int, seed: int = 5) -> Iterator[Case]:
    """`count` reports, their sizes spread evenly; the same for the same seed."""
    order = list(range(count))
    random.Random(seed).shuffle(order)
    for number, place in enumerate(order):
        scale = LEAST + (MOST - LEAST) * (place + 0.5) / count
        brand = BRANDS[number % len(BRANDS)]
        yield Case(number, scale, brand, _Maker(random.Random(f"{seed}/{number}"), scale).content(brand))


class _Maker:
    """Makes one report."""

    def __init__(self, dice: random.Random, scale: float) -> None:
        self.dice = dice
        self.left = _SAMPLE * scale
        self.scale = scale
        self.language = "de-DE" if dice.random() < 0.2 else "en-GB"

    def content(self, brand: str) -> dict[str, Any]:
        """Header and foot first, then blocks until the budget is spent, in any order."""
        found: dict[str, Any] = {
            "brand": brand,
            "language": self.language,
            "title": self.title(),
            "intro": self.text(self.spend(0.24), 40),
        }
        if self.dice.random() < 0.7:
            found["kicker"] = self.words(self.dice.randint(2, 5))
        if self.dice.random() < 0.4 and self.left > 30:
            found["place"] = self.place()
        if self.dice.random() < 0.8:
            found["closing"] = self.text(self.spend(0.14), 40)
        if self.dice.random() < 0.8:
            found["link"] = {"text": self.words(4), "url": "https://example.org/" + "x" * self.dice.randint(2, 20)}
        makers = [
            self.statistics,
            self.highlights,
            self.case_study,
            self.quote,
            self.sections,
            self.figures,
            self.photo,
        ]
        self.dice.shuffle(makers)
        for index, make in enumerate(makers):
            if self.left > 8 and (self.dice.random() < 0.75 or index == len(makers) - 1):
                key = make.__name__
                found |= {key: block} if (block := make()) else {}
        if self.left > 6 and "sections" not in found:
            found["sections"] = [{"title": self.words(3), "text": self.text(min(self.left, 40.0), 40)}]
        return found

    def spend(self, share: float) -> float:
        """A share of what is left, more or less; it is gone then."""
        spent = self.left * share * self.dice.uniform(0.6, 1.4)
        self.left -= spent
        return spent

    def word(self) -> str:
        known = _LONG if self.dice.random() < 0.015 else _WORDS
        return self.dice.choice(known[self.language])

    def words(self, count: int) -> str:
        found = " ".join(self.word() for _ in range(max(1, count)))
        return found[0].upper() + found[1:]

    def title(self) -> str:
        return self.words(self.dice.choice((1, 2, 3, 4, 5, 8)))

    def text(self, units: float, most: int) -> str:
        """A text that costs so much: three words a unit, in paragraphs of at most two sentences of `most` words."""
        count = min(max(4, round(units * 3)), 700)
        sentences = []
        while count > 0:
            size = min(count, self.dice.randint(6, most))
            sentences.append(self.words(size) + ".")
            count -= size
        breaks = ["\n\n" if index % 3 == 2 else " " for index in range(len(sentences))]
        return "".join(part + end for part, end in zip(sentences, breaks, strict=True)).strip()

    def value(self) -> str:
        value = self.dice.choice(_VALUES)
        return _GERMAN.get(value, "400") if self.language == "de-DE" else value

    def place(self) -> dict[str, Any]:
        self.left -= 14
        found: dict[str, Any] = {"boundary": _PLACE, "statistics": [{"value": "2017000", "label": self.words(1)}]}
        return found | ({"locator": _LOCATOR} if self.dice.random() < 0.6 else {})

    def statistics(self) -> list[dict[str, Any]]:
        found = []
        for _ in range(self.dice.randint(1, 7)):
            if self.left < 6:
                break
            found.append(self.statistic())
        return found

    def statistic(self) -> dict[str, Any]:
        label = self.words(self.dice.randint(2, 11)) + "."
        kind = self.dice.choice(("", "", "change", "share", "count", "line"))
        self.left -= 8 if kind else 4
        if kind == "change":
            return {"value": "1025000", "label": label, "change": "111400", "since": "2010", "figure": kind}
        if kind == "share":
            part = str(self.dice.randint(40, 900))
            return {"value": part, "label": label, "of": "1000", "figure": kind, "caption": self.words(4)}
        if kind == "count":
            return {"value": "16450", "label": label, "figure": kind, "each": "1000"}
        if kind == "line":
            series = {str(year): str(self.dice.randint(50, 99)) for year in range(2012, 2020)}
            return {"value": series["2019"], "label": label, "figure": kind, "series": series}
        return {"value": self.value(), "label": label}

    def highlights(self) -> dict[str, Any]:
        items = []
        for _ in range(self.dice.randint(1, 9)):
            if self.left < 4:
                break
            self.left -= 6
            sign = self.dice.choice(("amount", "amount", "icon", ""))
            item: dict[str, Any] = {"text": self.words(self.dice.randint(3, 20))}
            if sign == "amount":
                item["amount"] = self.dice.choice(("£5m", "£28m", "£1.9m")) if self.language == "en-GB" else "5 Mio. €"
            elif sign:
                item["icon"] = self.dice.choice(("road-horizon", "bicycle", "tree"))
            items.append(item)
        return {"title": self.words(3), "items": items} if items else {}

    def case_study(self) -> dict[str, Any]:
        return {"title": self.words(self.dice.randint(2, 8)), "text": self.text(self.spend(0.35) + 2, 40)}

    def quote(self) -> dict[str, Any]:
        self.left -= 4
        return {"text": self.text(self.spend(0.1) + 2, 25), "who": self.words(3)}

    def sections(self) -> list[dict[str, Any]]:
        count = self.dice.randint(1, 3)
        return [{"title": self.words(3), "text": self.text(self.spend(0.2) + 2, 40)} for _ in range(count)]

    def figures(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for _ in range(self.dice.randint(1, 3)):
            if self.left < 16:
                break
            self.left -= 20
            found.append(self.figure())
        return found

    def figure(self) -> dict[str, Any]:
        title = self.words(self.dice.randint(2, 6))
        if self.dice.random() < 0.5:
            series = {str(year): str(self.dice.randint(50, 99)) for year in range(2008, 2020)}
            return {
                "title": title,
                "figure": "line",
                "series": series,
                "width": self.dice.choice(("wide", "half")),
            }
        names = self.dice.sample(_NAMES, self.dice.randint(4, len(_NAMES)))
        return {"title": title, "figure": "bars", "series": {name: str(self.dice.randint(5, 40)) for name in names}}

    def photo(self) -> dict[str, Any]:
        if self.dice.random() < 0.6:
            return {}
        self.left -= 12
        return {"file": _PHOTO, "alt": "Green hills."}
