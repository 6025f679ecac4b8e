"""What all tests share."""

from __future__ import annotations

import glob
import importlib.util
import os
import shutil
from typing import Protocol

import pytest
from hypothesis import settings

REQUIRED = os.environ.get("REPORTGEN_REQUIRE_TOOLS") == "1"

# Hypothesis would give each example 200 ms by the clock on the wall, which a busy machine cannot promise.
settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")


class Needs(Protocol):
    """Finds an outside tool, or skips the test."""

    def __call__(self, tool: str, *, module: str = "", files: str = "") -> str: ...


@pytest.fixture(scope="session")
def needs() -> Needs:
    """`needs("pdffonts")` gives the path of an outside tool.

    With `module` the tool comes in a Python package, with `files` (a pattern) it is a library. Without it the test is
    skipped, or fails where `REPORTGEN_REQUIRE_TOOLS=1` says that it must not be (`.ci/run`).
    """

    def find(tool: str, *, module: str = "", files: str = "") -> str:
        path = _found(tool, module, files)
        if not path and REQUIRED:
            pytest.fail(f"`{tool}` is not installed, and REPORTGEN_REQUIRE_TOOLS=1 asks for it")
        if not path:
            pytest.skip(f"`{tool}` is not installed")
        return path

    return find


def _found(tool: str, module: str, files: str) -> str:
    if module:
        spec = importlib.util.find_spec(module)
        return str(spec.origin) if spec else ""
    if files:
        return next(iter(sorted(glob.glob(files))), "")
    return shutil.which(tool) or ""
