"""Results as text for people, and as JSON and SARIF 2.1.0 for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from reportgen import __version__
from reportgen.check.rule import CheckRule, Result, RuleFinding
from reportgen.problems import Severity

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_text(results: Iterable[Result]) -> str:
    """For each file what it claims, what was found and which rules ran."""
    return "\n".join("\n".join(_lines(result)) for result in results)


def _lines(result: Result) -> Iterator[str]:
    claims = ", ".join(result.claims) or "no standard"
    yield f"{result.path}: claims {claims}; judged as {', '.join(result.families)}"
    for finding in result.findings:
        yield from _finding(finding)
    yield f"  {_count(result)}; {len(result.ran)} rules ran: {_groups(result.ran)}"


def _finding(finding: RuleFinding) -> Iterator[str]:
    where = f"page {finding.page}: " if finding.page else ""
    place = ""
    if finding.box is not None:
        place = f" (at {finding.box[0]:.0f}, {finding.box[1]:.0f} pt)"
    times = f" ({finding.count} times)" if finding.count > 1 else ""
    hint = f"; {finding.rule.hint}" if finding.rule.hint else ""
    yield f"  {finding.severity}: {finding.rule.id}: {where}{finding.message}{times}{place}{hint}"
    yield f"      {finding.rule.clause}"


def _count(result: Result) -> str:
    counts = ((len(result.errors), "error"), (len(result.warnings), "warning"))
    parts = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count]
    return " and ".join(parts) or "no finding"


def _groups(ran: Sequence[CheckRule]) -> str:
    """The rules by their family's prefix: `x4 (version, lzw), gwg (…)`."""
    groups: dict[str, list[str]] = {}
    for rule in ran:
        family, _, name = rule.id.partition(".")
        groups.setdefault(family, []).append(name)
    return "; ".join(f"{family} ({', '.join(names)})" for family, names in groups.items())


def as_json(results: Iterable[Result]) -> str:
    """One document for all files."""
    return json.dumps({"files": [result.as_dict() for result in results]}, ensure_ascii=False, indent=2)


def as_sarif(results: Sequence[Result]) -> str:
    """One SARIF run for all files; a page is a logical location, for a PDF has no lines."""
    rules = list(dict.fromkeys(rule for result in results for rule in result.ran))
    index = {rule.id: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "reportgen check",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_sarif_rule(rule) for rule in rules],
            }
        },
        "artifacts": [{"location": {"uri": _uri(result.path)}, "mimeType": "application/pdf"} for result in results],
        "results": [
            _sarif_result(finding, number, result.path, index[finding.rule.id])
            for number, result in enumerate(results)
            for finding in result.findings
        ],
        "columnKind": "unicodeCodePoints",
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _sarif_rule(rule: CheckRule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.title} ({rule.clause})."},
        "help": {"text": (rule.hint or rule.title) + "."},
        "defaultConfiguration": {"level": _level(rule.severity)},
        "properties": {"clause": rule.clause, "applies": sorted(str(each) for each in rule.applies)},
    }


def _sarif_result(finding: RuleFinding, file: int, path: str, rule: int) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(path), "index": file}}}
    if finding.page:
        location["logicalLocations"] = [{"name": f"page {finding.page}", "kind": "element"}]
    return {
        "ruleId": finding.rule.id,
        "ruleIndex": rule,
        "level": _level(finding.severity),
        "message": {"text": finding.message + "."},
        "locations": [location],
        "occurrenceCount": finding.count,
        "properties": {"page": finding.page, "box": None if finding.box is None else list(finding.box)},
    }


def _level(severity: Severity) -> str:
    return "error" if severity is Severity.ERROR else "warning"


def _uri(path: str) -> str:
    plain = PurePath(path)
    return plain.as_uri() if plain.is_absolute() else quote(plain.as_posix())
