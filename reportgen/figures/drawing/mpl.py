"""Matplotlib, loaded so that no user's settings reach it: this package imports it here and nowhere else.

When it is first imported, Matplotlib reads a `matplotlibrc` from the working folder, the home or the environment,
prints warnings about it, and searches the system for fonts when it has no list of them. None of this may change a byte
of what we draw, print a line or cost a second. Pyplot is never imported.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, chdir, contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

_VARIABLES = ("MATPLOTLIBRC", "MPLBACKEND")
_LIST_VERSION = re.compile(r"class FontManager:.*?__version__ = '([^']+)'", re.DOTALL)


def load_matplotlib() -> ModuleType:
    """The module `matplotlib`, with its font manager, loaded quietly; a host program's own import is left as it is."""
    if "matplotlib" not in sys.modules:
        with _own_settings(), _silence():
            import_module("matplotlib")
    matplotlib = sys.modules["matplotlib"]
    if "matplotlib.font_manager" not in sys.modules:
        with _silence():
            _load_font_manager(matplotlib)
    return matplotlib


@contextmanager
def quiet_defaults() -> Iterator[None]:
    """Matplotlib's own defaults while a figure is made and drawn; the program's settings come back afterwards."""
    matplotlib = load_matplotlib()
    before = dict(dict.items(matplotlib.rcParams))
    defaults = {key: value for key, value in dict.items(matplotlib.rcParamsDefault) if not key.startswith("backend")}
    dict.update(matplotlib.rcParams, defaults)
    try:
        yield
    finally:
        dict.update(matplotlib.rcParams, before)


@contextmanager
def _own_settings() -> Iterator[None]:
    """Matplotlib's own settings file where it looks for the user's: in its variable, and in the working folder."""
    before = {name: os.environ.pop(name) for name in _VARIABLES if name in os.environ}
    data = _data_folder()
    os.environ["MATPLOTLIBRC"] = str(data / "matplotlibrc")
    try:
        with ExitStack() as stack:
            if Path("matplotlibrc").exists():
                stack.enter_context(chdir(data))
            yield
    finally:
        del os.environ["MATPLOTLIBRC"]
        os.environ.update(before)


@contextmanager
def _silence() -> Iterator[None]:
    """No word from Matplotlib's log for a while."""
    log = logging.getLogger("matplotlib")
    before = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        log.setLevel(before)


def _load_font_manager(matplotlib: ModuleType) -> None:
    """Import the font manager; where it would search the system for fonts (0.7 to 1 s), it gets its own fonts alone."""
    file = f"fontlist-v{_list_version()}.json"
    if Path(matplotlib.get_cachedir(), file).exists():
        import_module("matplotlib.font_manager")
        return
    usual = matplotlib.get_cachedir
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, file).write_text(json.dumps(_empty_list()), encoding="utf-8")
        matplotlib.get_cachedir = lambda: folder  # type: ignore[attr-defined]  # a function of the module
        try:
            fonts = import_module("matplotlib.font_manager").fontManager
        finally:
            matplotlib.get_cachedir = usual  # type: ignore[attr-defined]  # a function of the module
    if not fonts.ttflist:
        for path in sorted(_data_folder().glob("fonts/ttf/*.ttf")):
            fonts.addfont(path)


def _empty_list() -> dict[str, object]:
    """A font list without fonts, as Matplotlib's font manager writes its own."""
    return {
        "_version": _list_version(),
        "_FontManager__default_weight": "normal",
        "default_size": None,
        "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
        "afmlist": [],
        "ttflist": [],
        "__class__": "FontManager",
    }


def _list_version() -> str:
    """The version of the font list, read from the source: it must be known before the module is imported."""
    found = _LIST_VERSION.search((_data_folder().parent / "font_manager.py").read_text(encoding="utf-8"))
    return found[1] if found else "unknown"


def _data_folder() -> Path:
    """Matplotlib's `mpl-data`, found without importing it."""
    spec = find_spec("matplotlib")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("Matplotlib is not installed")
    return Path(spec.submodule_search_locations[0], "mpl-data")
