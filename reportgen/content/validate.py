"""Validates the tree against the schema: a problem for every key or value that does not fit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from pydantic import ValidationError

from reportgen.content.problem_log import ProblemLog
from reportgen.content.schema import SHAPES, ReportShape
from reportgen.content.schema_parts import FORMS, NotedText, SchemaPart
from reportgen.problems import did_you_mean, listed, nearest
from reportgen.reading.located_tree import MappingNode, Node, Path, Scalar, SequenceNode, find, walk
from reportgen.reading.quoting import quote, take_apart

_TEXTS = {"intro": "text", "closing": "text"}
_NUMBERS = {"target": "value", "reference": "value"}
_LISTS = ("logo", "source")
"""Keys whose list of one may be written without the list."""
_SHORT = _TEXTS | _NUMBERS
"""Blocks that may be written as one bare value, and the key that it stands for."""
_COMMA = "inside `{ }` a comma begins another key: put a text or number that holds one in quotation marks"
_NAMED = ("breaks", "spots", "allow", "where", "leave_out", "short")
_MAPPINGS: frozenset[str] = frozenset(
    (
        *("values", "allow", "data.columns", "data.where", "data.leave_out", "data.short"),
        *(f"{key}.{part}" for key in ("statistics", "figures") for part in _NAMED),
    )
)
"""Under which keys an author's own names stand, each with a value."""
_ALIKE = 0.8
"""How like the key of another block an unknown key must be, or one of its own block if another has that very key."""
_ROUNDS = 6  # each round fills the gaps that the round before has opened


Shapes = Mapping[str, type[SchemaPart]]
"""Which shape stands under which key of a file; "" is the file itself."""


def validate(log: ProblemLog, shapes: Shapes = SHAPES) -> ReportShape | None:
    """The model of the log's tree. What is wrong is reported, and stand-ins fill its gaps."""
    _report_empty(log, shapes)
    data = _wrap(_plain(log.root))
    for _ in range(_ROUNDS):
        try:
            return cast("ReportShape", shapes[""].model_validate(data))
        except ValidationError as error:
            for each in error.errors(include_url=False):
                _mend(data, each, log, shapes)
    return None


def _plain(node: Node) -> Any:
    """The tree as pydantic reads it (Any: it may hold anything); what is empty is left out."""
    if isinstance(node, MappingNode):
        return {
            entry.key.text: _plain(entry.value)
            for entry in node.entries
            if not (isinstance(entry.value, Scalar) and entry.value.empty)
        }
    if isinstance(node, SequenceNode):
        return [_plain(item) for item in node.items]
    return node.number if node.number is not None else node.text


def _wrap(data: dict[str, Any]) -> dict[str, Any]:
    """The short forms written out: one logo is a list of one, and a bare text is a block that has only that."""
    if "logo" in data and not isinstance(data["logo"], list):
        data["logo"] = [data["logo"]]
    charted = [each for key in ("statistics", "figures") for each in _blocks(data.get(key))]
    for block, short in ((data, _TEXTS), *((each, _NUMBERS) for each in charted)):
        for key, inner in short.items():
            if key in block and not isinstance(block[key], dict | list):
                block[key] = {inner: block[key]}
    return data


def _blocks(listed: Any) -> list[dict[str, Any]]:
    """The blocks of a list, if it is one (Any: it may be anything)."""
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def _report_empty(log: ProblemLog, shapes: Shapes) -> None:
    for path, _, node in walk(log.root):
        block = find(log.root, path[:-1])
        if isinstance(node, Scalar) and node.style in ("'", '"') and not node.text.strip():
            name = log.name(path)
            log.at_value("empty", f"{name} is empty", path, "fill it in or delete the line")
            log.stand_ins.add(path)
        if not isinstance(node, Scalar) or not node.empty:
            continue
        if isinstance(block, MappingNode) and block.flow:
            if node.comment and node.comment.excerpt:
                lost = node.comment.excerpt[node.comment.column - 1 :].rstrip(" ,}]")
                hint = f"write `{path[-1]}: {quote(lost)}`"
                log.at_key("cut", f"`{path[-1]}` has no value, because `#` begins a comment", path, hint)
            elif _block_name(path[:-1]) in shapes.keys() | _MAPPINGS:  # elsewhere braces stand where a text is wanted
                log.at_key("empty", f"`{path[-1]}` has no value", path, _COMMA)
        elif isinstance(path[-1], int):
            log.at_value("empty", "this entry of the list is empty", path, "fill it in or delete the line")
            log.stand_ins.add(path)
        elif node.comment:
            hint = take_apart(node.comment.excerpt).hint if node.comment.excerpt else "put the text in quotation marks"
            log.at_key("cut", f"`{path[-1]}` has no value, because `#` begins a comment", path, hint)
        else:
            log.at_key("empty", f"`{path[-1]}` has no value", path, "fill it in or delete the line")


def _mend(data: Any, error: Any, log: ProblemLog, shapes: Shapes) -> None:
    """Reports one of pydantic's errors in our words and mends the data (Any: pydantic's own plain values)."""
    kind, loc = error["type"], tuple(part for part in error["loc"] if part not in FORMS)
    path, context = _clean(loc, log), error.get("ctx", {})
    if not log.is_stand_in(path):
        _report(kind, context, path, log, shapes)
    holder: Any = _holder(data, loc)
    last: Any = loc[-1] if loc else ""
    if holder is None or not loc:
        return
    if kind == "too_long" and isinstance(holder[last], list):
        holder[last] = holder[last][: context["max_length"]]
        return
    log.stand_ins.add(path)
    if kind == "too_long" and isinstance(holder[last], str):
        holder[last] = holder[last][: context["max_length"]]
    elif kind in ("missing", "too_short"):
        holder[last] = [{"text": "0"}] if last == "items" else "0"
    elif isinstance(holder, list):
        holder[last] = {}
    else:
        holder.pop(last, None)


def _report(kind: str, context: Any, path: Path, log: ProblemLog, shapes: Shapes) -> None:
    name = log.name(path)
    match kind:
        case "extra_forbidden":
            log.at_key("unknown-key", f"unknown key {name}", path, _suggest(path, shapes))
        case "missing":
            log.missing_key(path[:-1], str(path[-1]))
        case "text":
            log.not_a_text(path)
        case "lines":
            log.at_value("type", f"{name} must be a text or a list of texts", path)
        case "number":
            log.at_value("type", f"{name} must be a number", path, "write it like `1025000`, `12.5%` or `£28m`")
        case "too_long" | "string_too_long":
            _report_length(context["max_length"], path, log)
        case "too_short":
            log.at_key("empty", f"{name} has no entries", path, "begin each entry with `- `")
        case "tuple_type" | "list_type":
            log.at_key("type", f"{name} must be a list", path, "begin each entry with `- `")
        case "model_type" if path and path[-1] in _TEXTS:
            log.not_a_text(path)
        case "model_type" if path and path[-1] in _NUMBERS:
            _report("number", context, path, log, shapes)
        case "model_type" | "dict_type" | "model_attributes_type":
            several = "; begin each of several with `- `" if path == ("logo",) else ""
            log.at_value("type", f"{name} must be a block of keys", path, _keys_hint(path, shapes) + several)
        case _:
            log.at_value("type", f"{name} cannot be read", path)


def _report_length(most: int, path: Path, log: ProblemLog) -> None:
    node = find(log.root, path)
    what, count = "entries", 0
    match node:
        case Scalar(text):
            what, count = "characters", len(text)
        case SequenceNode(items):
            count = len(items)
        case MappingNode(entries):
            count = len(entries)
    log.at_key("length", f"{log.name(path)} has {count:,} {what}; {most:,} is the most", path)


def _suggest(path: Path, shapes: Shapes) -> str:
    """A hint for an unknown key: the nearest key of its block, and every block that the very key belongs to.

    A key that is near none of its own block is looked for among those of all others.
    """
    key, block = str(path[-1]), _block_name(path[:-1])
    own = _keys(shapes.get(block, NotedText))
    homes = _homes(key, shapes)
    if homes:
        near = nearest(key, own, _ALIKE)
        return f"it belongs to {homes}" + (f"; or did you mean `{near}`?" if near else "")
    others = {name for shape in shapes.values() for name in _keys(shape)}
    other = nearest(key, others, _ALIKE)
    if nearest(key, own) or not other:
        return did_you_mean(key, own)
    return f"did you mean `{other}`, which belongs to {_homes(other, shapes)}?"


def _homes(key: str, shapes: Shapes) -> str:
    """Every block that has a key, those within blocks by their paths, listed in words."""
    names = (name for name, shape in shapes.items() if key in _keys(shape))
    return listed([f"`{name}`" if name else "the report itself" for name in names], "or")


def _keys(shape: type[SchemaPart]) -> tuple[str, ...]:
    """The keys of a block as they stand in a file."""
    return tuple(field.alias or name for name, field in shape.model_fields.items())


def _keys_hint(path: Path, shapes: Shapes) -> str:
    if path and path[-1] == "series":
        return "write a line for each value below it, indented: `2001: 5`"
    shape = shapes.get(_block_name(path))
    if shape is None:
        return "write its keys below it, indented"
    keys = ", ".join(f"`{key}: `" for key, field in shape.model_fields.items() if field.is_required())
    return f"write its keys below it, indented: {keys}" if keys else "write its keys below it, indented"


def _block_name(path: Path) -> str:
    """Which block of the model a path leads to: list indices, and names that an author gives, left out."""
    parts = [part for part in path if isinstance(part, str)]
    if parts[:1] in (["data"], ["values"]):
        del parts[1:2]
    if parts[1:2] == ["series"]:
        del parts[2:]
    return ".".join(parts)


def _clean(loc: tuple[Any, ...], log: ProblemLog) -> Path:
    """A location as it is in the file, where a bare value may stand for a block or for a list of one."""
    path: Path = ()
    for part in loc:
        key, node = path[-1] if path else "", find(log.root, path)
        short = _SHORT.get(str(key)) == part and not isinstance(node, MappingNode)
        lone = key in _LISTS and part == 0 and not isinstance(node, SequenceNode)
        path = path if short or lone else (*path, part)
    return path


def _holder(data: Any, loc: tuple[Any, ...]) -> Any:
    """The list or mapping that holds a location; None when another error has taken it away (Any: plain values)."""
    for part in loc[:-1]:
        here = part in data if isinstance(data, dict) else isinstance(data, list) and part < len(data)
        if not here:
            return None
        data = data[part]
    return data if isinstance(data, dict | list) else None
