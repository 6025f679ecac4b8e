"""The arrows between the stages: who may import whom, and what is not loaded until it is needed."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PACKAGE = CHECKOUT / "reportgen"
ORDER = (
    {"problems", "press_practice", "colour", "glyphs", "page", "geometry", "sources", "svg"},
    {"standards", "raster"},
    {"reading"},
    {"text"},
    {"blocks"},
    {"content"},
    {"brand"},
    {"figures"},
    {"layout"},
    {"pdf"},
    {"prepress", "verify", "explain", "extend", "fit"},
    {"editions"},
    {"pipeline"},
    {"reportgen"},
    {"check"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
"""From the ground floor up. `reportgen` is the package itself, that is `reportgen/__init__.py`."""
MODULES = sorted(PACKAGE.rglob("*.py"))


def stage_of(name: str) -> str:
    """The stage that a dotted name belongs to."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "reportgen"


def dotted(module: Path) -> str:
    parts = module.relative_to(CHECKOUT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(module: Path) -> Iterator[str]:
    """Every name that a module imports, anywhere in it: for the type checker alone or through `import_module` too."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(origin, names, level):
                assert level == 0, "imports are absolute"
                yield from (_imported(origin or "", alias.name) for alias in names)
            case ast.Call(ast.Attribute(attr="import_module") | ast.Name("import_module"), [ast.Constant(str(name))]):
                yield name


def _imported(module: str, name: str) -> str:
    """`from reportgen import page` names a module; `from reportgen.page import Rect` something within one."""
    path = CHECKOUT.joinpath(*module.split("."), name)
    return f"{module}.{name}" if path.is_dir() or path.with_suffix(".py").is_file() else module


def test_every_stage_has_its_floor() -> None:
    stages = {stage_of(dotted(module)) for module in MODULES}
    assert stages <= set().union(*ORDER), "a new stage must be given its place in the order"


@pytest.mark.parametrize("module", MODULES, ids=dotted)
def test_nothing_imports_upward(module: Path) -> None:
    floor = {stage: index for index, stages in enumerate(ORDER) for stage in stages}
    own = floor[stage_of(dotted(module))]
    ours = (name for name in imports(module) if name.split(".")[0] == "reportgen")
    upward = [name for name in ours if floor[stage_of(name)] > own]
    assert upward == []


def test_modules_do_not_import_each_other_in_circles() -> None:
    """What a module needs when it is loaded, not what it asks for later."""
    needs = {
        dotted(module): {
            _imported(node.module or "", alias.name)
            for node in ast.parse(module.read_text(encoding="utf-8")).body
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for module in MODULES
    }
    TopologicalSorter(needs).prepare()  # raises CycleError, which names them


@pytest.mark.parametrize(
    ("library", "stages"),
    [
        ("reportlab", {"pdf"}),
        ("matplotlib", {"figures", "pdf"}),
        ("pydantic", {"content"}),
        ("click", {"cli", "commands"}),
    ],
)
def test_libraries_stay_in_their_stages(library: str, stages: set[str]) -> None:
    users = {
        stage_of(dotted(module)) for module in MODULES for name in imports(module) if name.split(".")[0] == library
    }
    assert users == stages


@pytest.mark.parametrize(
    ("stage", "unknown"),
    [
        ("content", {"brand", "figures", "layout", "pdf"}),
        ("text", {"page", "content", "brand"}),
        ("brand", {"content"}),
        ("figures", {"layout", "pdf"}),
        ("layout", {"pdf"}),
        ("pdf", {"content", "brand", "layout"}),
    ],
)
def test_a_stage_knows_nothing_of(stage: str, unknown: set[str]) -> None:
    met = {
        (dotted(module), name)
        for module in MODULES
        for name in imports(module)
        if stage_of(dotted(module)) == stage and name.startswith("reportgen.") and stage_of(name) in unknown
    }
    assert met == set()


@pytest.mark.parametrize(
    "program",
    [
        "import reportgen",
        "from reportgen.cli import main; main(['--help'])",
        "from reportgen.cli import main; main(['--version'])",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(program: str) -> None:
    heavy = (
        "matplotlib",
        "numpy",
        "reportlab",
        "pydantic",
        "uharfbuzz",
        "yaml",
        "PIL",
        "babel",
        "pikepdf",
        "fontTools",
    )
    told = f"import atexit, sys; atexit.register(lambda: print('HEAVY', *sorted(set({heavy}) & set(sys.modules)))); {program}"
    ran = subprocess.run(
        [sys.executable, "-c", told],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
    )
    assert ran.stdout.splitlines()[-1] == "HEAVY"


def test_families_of_figures_do_not_know_each_other() -> None:
    """Each may draw with `drawing`, which knows none of them."""
    families = {folder.name for folder in (PACKAGE / "figures").iterdir() if (folder / "__init__.py").exists()}
    families -= {"lint"}
    crossed = [
        (family, name)
        for family in families
        for module in (PACKAGE / "figures" / family).glob("*.py")
        for name in imports(module)
        if name.startswith("reportgen.figures.") and name.split(".")[2] in families - {family, "drawing"}
    ]
    assert families == {"drawing", "bars", "lines", "maps", "marks"}
    assert crossed == []
