"""In plain words: how the page of a report is composed, what the score says, and what room is left.

This is what `reportgen fit FILE` prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from reportgen.brand import Brand
from reportgen.brand.sheet_formats import name_of
from reportgen.content.report import Report
from reportgen.geometry import MM
from reportgen.layout.block_registry import BLOCKS
from reportgen.layout.composition import drawn, sized_for
from reportgen.layout.composition_score import NAMES, WEIGHTS
from reportgen.layout.layout_block import Blocks
from reportgen.layout.search import Composition, Search
from reportgen.layout.trimming import lengthened, shortened, texts

_MOST = 256
"""Words of room beyond which a text is said to have room enough."""
_WORTH_ADVICE = 0.05
"""What a term of the score has to cost before advice is given on it."""


@dataclass(frozen=True, slots=True)
class Room:
    """A text by its path, how many words it has, and how many more it may have; `_MOST` stands for that and more."""

    path: str
    words: int
    more: int


@dataclass(frozen=True, slots=True)
class FitReport:
    """How a report fits. `advice` says what would make the page better, what matters most first."""

    chosen: Composition
    runner_up: Composition | None
    room: tuple[Room, ...]
    advice: tuple[str, ...]
    sheet: str
    text_size: float
    factor: float

    def __str__(self) -> str:
        return "\n".join(_lines(self))


def fit(report: Report, brand: Brand, blocks: Blocks = BLOCKS) -> FitReport:
    """How the report fits its page. Raises ReportError with what is wrong or too long, as a build would."""
    sized = sized_for(report, brand)
    search = Search(report, sized, blocks)
    found = search.run()
    chosen = found[0]
    drawn(search, chosen)
    step = chosen.arrangement.step
    page = sized.format
    sheet = name_of(page) or f"{page.width / MM:.0f} × {page.height / MM:.0f} mm"
    size = search.cache.at_step(step).styles.text.size
    room = tuple(_room(search, chosen))
    runner_up = next((one for one in found[1:] if one.arrangement != chosen.arrangement and one.fits), None)
    advice = tuple(_advice(search, chosen))
    return FitReport(chosen, runner_up, room, advice, sheet, size, search.factor(step))


def _room(search: Search, chosen: Composition) -> Iterator[Room]:
    """How many words each text may grow by while all else stays as it is."""
    for text in texts(search.report):
        yield Room(text.path, text.words, _most(partial(_may_grow, search, chosen, text.path)))


def _may_grow(search: Search, chosen: Composition, path: str, words: int) -> bool:
    """Whether the page holds when the text at `path` has so many words more."""
    found = search.like(lengthened(search.report, path, words)).following(chosen.arrangement)
    return bool(found and found.sound)


def _most(holds: Callable[[int], bool]) -> int:
    """The largest number up to `_MOST` that holds, by halving."""
    low, high = 0, _MOST + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def _advice(search: Search, chosen: Composition) -> Iterator[str]:
    """A sentence for each term of the score that costs something, the dearest first."""
    costs = {name: WEIGHTS[name] * getattr(chosen.terms, name) for name in NAMES}
    for name in sorted(costs, key=lambda name: -costs[name]):
        if costs[name] >= _WORTH_ADVICE and name in _SENTENCES:
            yield _SENTENCES[name]
        elif costs[name] >= _WORTH_ADVICE and name == "space":
            yield _on_space(search, chosen)
        elif costs[name] >= _WORTH_ADVICE and name == "size":
            yield _on_size(search.factor(chosen.arrangement.step))


_SENTENCES = {
    "fill": "part of the page stays empty: add a block, a figure or a photograph",
    "level": "blocks side by side end at different heights: bring their texts nearer to one length",
    "lines": "some lines are shorter than 45 or longer than 75 characters: shorten the longest text, or split it",
    "stranded": "some cells stay empty: give every statistic of a row a figure, or change the number of highlights",
    "order": "statistics stand out of their order: put those without a figure together",
    "proportion": "a number is too wide for its place: write it shorter, as in £1.2bn",
}


def _on_space(search: Search, chosen: Composition) -> str:
    if chosen.slack > 0:
        return "the white space is wider than normal: there is room for more words, see above"
    longest = max(texts(search.report), key=lambda text: text.words, default=None)
    if longest is None:
        return "the white space is narrower than normal: a block less would help"
    counts = range(1, max(2, longest.words // 2))
    easy = next((count for count in counts if _eased(search, {longest.path: count}, chosen)), 0)
    words = f"about {easy} words fewer in `{longest.path}`" if easy else "a block less, or shorter texts,"
    return f"the white space is narrower than normal: {words} would make room"


def _eased(search: Search, cut: Mapping[str, int], chosen: Composition) -> bool:
    found = search.like(shortened(search.report, cut)).following(chosen.arrangement)
    return bool(found and found.slack >= chosen.slack / 2)


def _on_size(factor: float) -> str:
    if factor < 1:
        return "text is smaller than the brand's normal size: fewer words would let it grow"
    return "text is larger than the brand's normal size: there is little on the page"


def _lines(found: FitReport) -> Iterator[str]:
    chosen = found.chosen
    yield f"{found.sheet}, text at {found.text_size:.1f} pt ({found.factor:.0%} of the brand's normal size)"
    yield ""
    yield f"Composition, score {chosen.cost:.2f} (less is better)"
    yield from _composition(chosen)
    yield ""
    yield "Score"
    yield from _score(chosen)
    yield ""
    if found.runner_up:
        yield f"Runner-up, score {found.runner_up.cost:.2f}"
        yield from _composition(found.runner_up)
        yield ""
    yield "Room left, each text by itself"
    yield from _rooms(found.room)
    yield ""
    yield "What would make it better"
    yield from (f"  {line}" for line in found.advice or ("nothing: this is how it should be",))


def _composition(found: Composition) -> Iterator[str]:
    names = {
        "beside": "title and introduction beside the {}",
        "panel": "at the left of the page",
        "aside": "introduction beside the title",
        "stacked": "introduction under the title",
    }
    frame = found.arrangement.frame
    yield f"  {'header':<12}{names[frame.header].format(frame.picture)}"
    for row in found.arrangement.rows:
        widths = " + ".join(str(column.columns) for column in row)
        yield f"  {widths:<12}{' | '.join(map(str, row))}"


def _score(found: Composition) -> Iterator[str]:
    terms = [(name, getattr(found.terms, name)) for name in NAMES if getattr(found.terms, name) > 0.005]
    for name, value in terms:
        yield f"  {name:<12}{value:.2f} x {WEIGHTS[name]:g} = {value * WEIGHTS[name]:.2f}"
    if not terms:
        yield "  nothing is wrong"


def _rooms(rooms: Sequence[Room]) -> Iterator[str]:
    wide = max((len(room.path) for room in rooms), default=0)
    for room in rooms:
        yield f"  {room.path:<{wide}}  {room.words:>4} {_words(room.words)}, room for {_more(room.more)}"
    if not rooms:
        yield "  there is no text"


def _more(count: int) -> str:
    """So many words as may be added: "10 more words"."""
    if count == 0:
        return "no more words"
    return f"{count} more words and beyond" if count >= _MOST else f"{count} more {_words(count)}"


def _words(count: int) -> str:
    return "word" if count == 1 else "words"
