"""What all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

import pytest

REQUIRED = os.environ.get("REPORTGEN_REQUIRE_TOOLS") == "1"


@pytest.fixture(scope="session")
def needs() -> Callable[[str], str]:
    """`needs("pdffonts")` gives the path of an outside tool.

    Without the tool the test is skipped, or fails where `REPORTGEN_REQUIRE_TOOLS=1` says that it must not be (`.ci/run`).
    """

    def find(tool: str) -> str:
        path = shutil.which(tool)
        if path is None and REQUIRED:
            pytest.fail(f"`{tool}` is not installed, and REPORTGEN_REQUIRE_TOOLS=1 asks for it")
        if path is None:
            pytest.skip(f"`{tool}` is not installed")
        return path

    return find
