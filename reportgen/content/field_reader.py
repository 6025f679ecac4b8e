"""Reads one value of a report: text, number, language, address or file, each checked where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from reportgen.content.geojson import GeoJsonError, read_geojson
from reportgen.content.icon_names import icon_names, nearest_icons
from reportgen.content.kinds import KINDS
from reportgen.content.kinds.declaration import Kind
from reportgen.content.markup import MarkupFault, read_markup, url_fault
from reportgen.content.named_values import NamedValues, NameTable, TextNames
from reportgen.content.picture_files import Measure, PictureError, measure_picture, upright
from reportgen.content.problem_log import ProblemLog
from reportgen.content.quantities import AmountError, Quantity, in_unit
from reportgen.content.report import Datum, GeoFile
from reportgen.content.report_files import ReportFiles
from reportgen.content.typed_numbers import read_number
from reportgen.problems import Place, Problem, did_you_mean
from reportgen.reading.located_tree import Path, Scalar, SequenceNode, find, spell
from reportgen.text.alternative import says_nothing
from reportgen.text.languages import LanguageError, check_language
from reportgen.text.locale import NumberRule
from reportgen.text.number_reading import NumberError, parse_unit
from reportgen.text.quotes import typographic
from reportgen.text.spans import Rich, Source, noted, plain
from reportgen.text.words import has_words, languages

if TYPE_CHECKING:
    from reportgen.content.schema_parts import NotedLine, NotedText
    from reportgen.content.workbook import Workbook

    Words = str | NotedLine | NotedText

Unsettable = Callable[[str], Sequence[tuple[str, str, str]]]
"""Of a text, the characters that cannot be set, each with a clause that says why, and what to do."""

MoreKinds = Callable[[], Mapping[str, Kind]]
"""The kinds of figure that other packages add; only their names are read for a name that the program knows."""

_NOT_ALWAYS = {
    "one_in": "a share of up to 50% has it, here write `{share}`",
    "change_percent": "a `change` has it that is neither from zero nor of degrees; here write `{change}`",
}
CUT = "YAML cuts this text short: ` #` begins a comment"
CUT_HINT = "put the text in quotation marks if the `#` belongs to it, else move the comment to a line of its own"


def no_more_kinds() -> Mapping[str, Kind]:
    """What there is when nobody adds kinds."""
    return {}


def all_settable(_: str) -> tuple[tuple[str, str, str], ...]:
    """What is known of characters before a brand is: nothing against any."""
    return ()


@dataclass
class FieldReader:
    """Reads values; whatever is wrong with one goes to `log`. `workbook` has the tables and formulas of the report, and
    is opened when something first asks for it.

    `unsettable` says which characters of a text the typefaces lack; it comes from the brand, unknown to this stage.
    """

    log: ProblemLog
    files: ReportFiles
    names: NameTable
    workbook: Callable[[], Workbook]
    unsettable: Unsettable = all_settable
    more_kinds: MoreKinds = no_more_kinds
    sources: dict[str, Source] = field(default_factory=dict)
    _added: Mapping[str, Kind] | None = None

    def paragraphs(
        self, path: Path, text: Words | None, language: str, local: NamedValues | None = None
    ) -> tuple[Rich, ...]:
        """A text with marks; the last paragraph of one with a source has a place for its mark. () when not given."""
        if text is None or self.log.is_stand_in(path):
            return ()
        if not isinstance(text, str):
            found = self.paragraphs((*path, "text"), text.text, language, local)
            sources = self.source((*path, "source"), text.source, language)
            return (*found[:-1], noted(found[-1], sources)) if found else ()
        names = self.text_names(language, local)
        known, node = names.known, self._text_node(path)
        paragraphs, faults = read_markup(text, names, node is not None and node.style != "|")
        for fault in faults:
            self._report_fault(fault, path, known)
        lost = (name for name in known if names.is_wordy(name) and known[name].text is None)  # which has been told
        broken = any(name in text for name in lost) if "{" in text else False
        if not paragraphs and not faults and not broken:
            self.log.at_value("empty", f"`{path[-1]}` is empty", path, "fill it in or delete the line")
        return tuple(typographic(paragraph, language) for paragraph in paragraphs)

    def text_names(self, language: str, local: NamedValues | None = None) -> TextNames:
        """What the names of a text stand for; `local` are those of the statistic that it belongs to."""
        return TextNames({**self.names.known, **(local or {})}, local or {}, language)

    def line(self, path: Path, text: Words | None, language: str, local: NamedValues | None = None) -> Rich:
        """A text of one paragraph."""
        paragraphs = self.paragraphs(path, text, language, local)
        if len(paragraphs) > 1:
            self.log.at_key("length", f"`{path[-1]}` has {len(paragraphs)} paragraphs and may have one", path)
        return paragraphs[0] if paragraphs else ()

    def words(self, path: Path, text: str | None, language: str, local: NamedValues | None = None) -> str:
        """A text for places that have no bold or italic; marks are read and dropped."""
        return plain(self.line(path, text, language, local))

    def alternative(self, path: Path, text: str | None, language: str) -> str:
        """The alternative text of a picture: words that tell what it shows."""
        alt = self.words(path, text, language)
        if says_nothing(alt):
            hint = "say in a sentence what the picture shows, or whose logo it is"
            self.log.at_value("alt", f"`{alt}` tells a reader nothing", path, hint)
        return alt

    def literal(self, path: Path, text: str | None) -> str:
        """A text without marks, as it is written."""
        if text is None or self.log.is_stand_in(path):
            return ""
        self._text_node(path)
        if not text.strip():
            self.log.at_value("empty", f"`{path[-1]}` is empty", path, "fill it in or delete the line")
        return " ".join(text.split())

    def number(
        self, path: Path, written: str | Decimal | None, language: str, unit: NumberRule | None = None
    ) -> Datum | None:
        """A number, with the unit of its block if it has none of its own; None when it is not given or is none."""
        if written is None or self.log.is_stand_in(path):
            return None
        if isinstance(written, str) and written.lstrip().startswith("="):
            found = self.workbook().number(path, written, language)
        else:
            self.check_value(path)
            found = read_number(self.log, path, written, language)
        if found is None or unit is None:
            return found
        try:
            amount = in_unit(Quantity(found.value, found.rule), unit)
        except AmountError as error:
            self.log.at_value("number", error.message, path, error.hint)
            return None
        return Datum.written(found.name, amount.value, amount.rule, language)

    def unit(self, path: Path, written: str | None, language: str) -> NumberRule | None:
        """How numbers of a named unit are written; None when none is named, or what is none, which is told."""
        if written is None or self.log.is_stand_in(path):
            return None
        self.check_value(path)
        try:
            return parse_unit(written, language)
        except NumberError as error:
            self.log.at_value("unit", error.message, path, error.hint)
            return None

    def kind(self, name: str) -> Kind | None:
        """The kind of figure of that name, the program's own or one that is added."""
        return KINDS.get(name) or self.added_kinds().get(name)

    def added_kinds(self) -> Mapping[str, Kind]:
        """The kinds that other packages add, asked for once."""
        if self._added is None:
            self._added = self.more_kinds()
        return self._added

    def language(self, path: Path, written: str | None, inherited: str) -> str:
        """The language of a block; what it is inside when it names none, or a wrong one."""
        return read_language(self.log, path, written, inherited)

    def need_words(self, path: Path, language: str) -> None:
        """Report a language that the program has no words for."""
        if not has_words(language):
            while path and find(self.log.root, (*path, "language")) is None:
                path = path[:-1]
            known = ", ".join(f"`{each}`" for each in languages())
            self.log.at_value(
                "words", f"no words for language `{language}` yet", (*path, "language"), f"known: {known}"
            )

    def need_alternative(self, path: Path, language: str, what: str) -> None:
        """Report a picture that the program has no words for, and that brings none."""
        if not has_words(language) and not self.log.is_stand_in((*path, "alt")):
            message = f"there are no words for language `{language}` yet, so this {what} must bring its own"
            self.log.at_key("words", message, path, f"write `alt: ` and what the {what} shows")

    def source(self, path: Path, texts: tuple[str, ...] | None, language: str) -> tuple[Source, ...]:
        """The sources that a key names, each once; equal texts are one source. () when it is not given."""
        listed = isinstance(find(self.log.root, path), SequenceNode)
        found = []
        for index, text in enumerate(texts or ()):
            place: Path = (*path, index) if listed else path
            rich = self.line(place, text, language)
            if rich:
                words = plain(rich)
                found.append(self.sources.setdefault(words, Source(words, rich, spell(place))))
        return tuple(dict.fromkeys(found))

    def url(self, path: Path, text: str) -> str:
        """An address."""
        if self.log.is_stand_in(path):
            return ""
        wrong = url_fault(text.strip())
        if wrong:
            self.log.at_value("url", wrong[0], path, wrong[1])
        return text.strip()

    def icon(self, path: Path, name: str | None) -> str:
        """The name of an icon that the program has; "" when none is given."""
        if name is None or self.log.is_stand_in(path):
            return ""
        if name not in icon_names():
            self.log.at_value("icon", f"unknown icon `{name}`", path, nearest_icons(name))
        return name

    def geo(self, path: Path, written: str | None) -> GeoFile | None:
        """A GeoJSON file."""
        found = self.files.read(path, written)
        if found is None:
            return None
        file, data = found
        try:
            return geo_file(file, data)
        except GeoJsonError as error:
            self.log.at_value("file", f"`{written}` cannot be used: {error}", path)
            return None

    def picture(self, path: Path, written: str, kinds: tuple[str, ...]) -> tuple[FilePath, bytes, Measure] | None:
        """A picture file of one of the `kinds`."""
        found = self.files.read(path, written)
        if found is None:
            return None
        file, data = found
        try:
            measure = measure_picture(data)
            if measure.kind in kinds:
                measure = upright(data, measure)
        except PictureError as error:
            self.log.at_value("file", f"`{written}` cannot be used: {error}", path, error.hint)
            return None
        if measure.kind not in kinds:
            wanted = " or ".join(kind.upper() for kind in kinds)
            self.log.at_value("file", f"`{written}` is {measure.kind.upper()}, and only {wanted} can stand here", path)
            return None
        return file, data, measure

    def _text_node(self, path: Path) -> Scalar | None:
        """The scalar of a free text, after a look at whether a comment cuts it short."""
        node = find(self.log.root, path)
        if not isinstance(node, Scalar):
            return None
        if node.comment:
            self.log.add("cut", CUT, node.comment, path, CUT_HINT)
        self.check_value(path)
        return node

    def check_value(self, path: Path) -> None:
        """Tell the characters of what is written at a path that cannot be set."""
        node = find(self.log.root, path)
        if isinstance(node, Scalar):
            for char, why, hint in self.unsettable(node.text):
                self.log.within("character", why, path, (node.text.index(char), 1), hint)

    def check_key(self, path: Path) -> None:
        """The same of the key at a path, where it is a name that can be read on the page."""
        name = str(path[-1])
        for char, why, hint in self.unsettable(name):
            self.log.within_key("character", why, path, (name.index(char), 1), hint)

    def check_at(self, text: str, place: Place | None) -> None:
        """The same of a text that stands in another file, at a place there."""
        if place is None:
            return
        for char, why, hint in self.unsettable(text):
            self.log.problems.append(Problem("character", why, _at_character(place, char), hint))

    def _report_fault(self, fault: MarkupFault, path: Path, known: NamedValues) -> None:
        hint = fault.hint
        if fault.name in _NOT_ALWAYS:
            hint = _NOT_ALWAYS[fault.name]
        elif fault.name or not hint:
            hint = did_you_mean(fault.name, known) or "write `{{` and `}}` for braces"
        self.log.within("markup", fault.message, path, (fault.offset, fault.width), hint)


def _at_character(place: Place, char: str) -> Place:
    """The place of a character within a stretch of a line, if it stands in its excerpt."""
    column = place.excerpt.find(char, place.column - 1) + 1
    return replace(place, column=column, width=1) if column else place


def read_language(log: ProblemLog, path: Path, written: str | None, inherited: str) -> str:
    """The language that a block names; `inherited` when it names none, or a wrong one, which is told."""
    if written is None or log.is_stand_in(path):
        return inherited
    try:
        return check_language(written)
    except LanguageError as error:
        log.at_value("language", error.message, path, error.hint)
        return inherited


@lru_cache(maxsize=16)
def geo_file(file: FilePath, data: bytes) -> GeoFile:
    """A file of areas, one object for all pages that have it. Raises GeoJsonError."""
    return GeoFile(file, read_geojson(data), data.decode("utf-8", "replace"))
