"""What it costs to end a line between two words, by rules on pairs of words."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from reportgen.text import line_penalties

NEAR = 40
"""Letters on either side of the space that the rules look at."""

OPENING = "([«“‘\"'"
CLOSING = ".,;:!?)]»”’…\"'"


class Matching(Container[str]):
    """The words that match a pattern."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._pattern.fullmatch(word) is not None


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ANY = Matching(".*")
NUMBER = Matching(r"[~<>≈±+−–-]?[£$€]?\d[\d.,:\u00a0\u202f]*")
DIGIT_FIRST = Matching(r"\d.*")
DAY = Matching(r"\d{1,2}(?:st|nd|rd|th|\.)?")
ONE_OR_TWO_DIGITS = Matching(r"\d{1,2}")
YEAR = Matching(r"\d{4}")
INITIAL = Matching(r"[^\W\d_]\.")
SENTENCE_END = Matching(r".*[.!?…][)\]»”’\"']*")
CLAUSE_END = Matching(r".*[,;:–—][)\]»”’\"']*")

MARKS = words("– — | · • / & + = : ; ! ? » % … ...")
OPENING_MARKS = words("« ( [ “ ‘")
CURRENCIES = words("£ $ € gbp eur usd")
UNITS = words(
    "m k bn tn million billion trillion thousand hundred mio mrd tsd millionen milliarden % ‰ per percent "
    "percentage pp pct prozent ° °c mm cm m² m2 km km² km2 mile miles mi ft ha hectare hectares acre acres g kg "
    "t tonne tonnes l ml s min minute minutes h hr hrs hour hours day days week weeks month months year years "
    "jahr jahre jahren mph km/h w kw mw gw kwh mwh gwh twh mb gb tb mbps gbps hz khz mhz ghz euro euros € £ $ "
    "pence p uhr "
)
HALVES_OF_THE_DAY = words("a.m p.m am pm")
MONTHS = words(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. "
    "januar februar märz mai juni juli oktober dezember okt dez okt. dez."
)
BEFORE_NUMBERS = words("no. nos. no nr. nr fig. figs. p. pp. vol. ch. s. ss. art. abb. tab. § §§")
TITLES = words(
    "mr mrs ms mx dr prof cllr st rev hon mr. mrs. ms. dr. prof. cllr. st. rev. hon. sir dame lord lady herr frau"
)
NUMBERED = words(
    "phase level tier table figure part page chapter section step stage year junction grade band "
    "stufe seite kapitel abschnitt tabelle abbildung"
)
RANGE = words("to bis")
LEAD_TO_NUMBERS = words("to and or of by in at from for than about over under some nearly almost")


@dataclass(frozen=True, slots=True)
class PairRule:
    """Of the word before the space and the word after it, in lower case; `language` empty for all."""

    before: Container[str]
    after: Container[str]
    cost: float
    language: str = ""


RULES = (
    # A mark that stands alone belongs with the word before it: a spaced dash, a stroke, a dot, French punctuation.
    PairRule(ANY, MARKS, line_penalties.NEVER),
    PairRule(OPENING_MARKS, ANY, line_penalties.NEVER),
    # A number and its unit; a currency and its amount; a day and its month.
    PairRule(NUMBER, UNITS, line_penalties.NEVER),
    PairRule(NUMBER, HALVES_OF_THE_DAY, line_penalties.NEVER, "en"),
    PairRule(words("per"), words("cent"), line_penalties.NEVER),
    PairRule(CURRENCIES, NUMBER, line_penalties.NEVER),
    PairRule(DAY, MONTHS, line_penalties.NEVER),
    PairRule(MONTHS, DAY, line_penalties.NEVER),
    # An abbreviation and its number; a title and its name; an initial and its name.
    PairRule(BEFORE_NUMBERS, DIGIT_FIRST, line_penalties.NEVER),
    PairRule(TITLES, ANY, line_penalties.NEVER),
    PairRule(INITIAL, ANY, line_penalties.NEVER),
    # Pairs that should stay together.
    PairRule(MONTHS, YEAR, line_penalties.LOOSE_PAIR),
    PairRule(NUMBER, RANGE, line_penalties.LOOSE_PAIR),
    PairRule(ONE_OR_TWO_DIGITS, words("in"), line_penalties.LOOSE_PAIR),
    PairRule(LEAD_TO_NUMBERS, NUMBER, line_penalties.LOOSE_PAIR),
    PairRule(NUMBERED, ONE_OR_TWO_DIGITS, line_penalties.LOOSE_PAIR),
    PairRule(words("&"), ANY, line_penalties.LOOSE_PAIR),
    PairRule(words("© ℗ ® § ¶"), ANY, line_penalties.NEVER),
    # Punctuation first, so that a weak word that ends a clause ("looked on,") is no fault.
    PairRule(SENTENCE_END, ANY, line_penalties.AFTER_STOP),
    PairRule(CLAUSE_END, ANY, line_penalties.AFTER_COMMA),
    # Words that lean on the next: articles most, prepositions, then conjunctions.
    PairRule(words("a an the i it its our no we"), ANY, line_penalties.AFTER_ARTICLE, "en"),
    PairRule(words("of to in on at by for as is not with from via per"), ANY, line_penalties.AFTER_PREPOSITION, "en"),
    PairRule(words("and or but"), ANY, line_penalties.AFTER_CONJUNCTION, "en"),
    PairRule(
        words("der die das des dem den ein eine einer eines einem einen er es wir nicht"),
        ANY,
        line_penalties.AFTER_ARTICLE,
        "de",
    ),
    PairRule(
        words("im in am an zu zum zur von vom mit für auf bei ist als um"), ANY, line_penalties.AFTER_PREPOSITION, "de"
    ),
    PairRule(words("und oder"), ANY, line_penalties.AFTER_CONJUNCTION, "de"),
    PairRule(
        words("le la les un une des du de à au aux l’ ce cette il elle nous"), ANY, line_penalties.AFTER_ARTICLE, "fr"
    ),
    PairRule(words("en dans par pour sur avec sans sous vers ne"), ANY, line_penalties.AFTER_PREPOSITION, "fr"),
    PairRule(words("et ou mais"), ANY, line_penalties.AFTER_CONJUNCTION, "fr"),
    # No Polish line ends with a word of one letter (PN-83/P-55366).
    PairRule(words("a i o u w z"), ANY, line_penalties.NEVER, "pl"),
    PairRule(words("na do ze we od po za przy dla nad pod nie się"), ANY, line_penalties.AFTER_PREPOSITION, "pl"),
    PairRule(words("oraz lub ale że"), ANY, line_penalties.AFTER_CONJUNCTION, "pl"),
    PairRule(words("y yr o a i â ac fy dy ei ein eu mae ni"), ANY, line_penalties.AFTER_ARTICLE, "cy"),
    PairRule(words("yn ar am at wrth dan dros drwy gan heb hyd mewn ger"), ANY, line_penalties.AFTER_PREPOSITION, "cy"),
    PairRule(words("neu ond"), ANY, line_penalties.AFTER_CONJUNCTION, "cy"),
)
"""The first rule that holds counts."""


@lru_cache(maxsize=1 << 14)
def pair_cost(word: str, following: str, language: str) -> float:
    """Demerits of a line that ends with `word` before `following`: `NEVER` where it may not, 0 without a rule."""
    before = word[-NEAR:].lower().lstrip(OPENING) or word[-NEAR:]
    after = following[:NEAR].lower().lstrip(OPENING).rstrip(CLOSING) or following[:NEAR]
    for rule in RULES:
        if rule.language in ("", language) and before in rule.before and after in rule.after:
            return rule.cost
    # two words with capitals are often one name; in English, where nouns have none
    names = language == "en" and word[:1].isupper() and following[:1].isupper()
    return line_penalties.WITHIN_NAME if names else 0.0
