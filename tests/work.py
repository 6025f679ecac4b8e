"""How much work something is, measured so that a busy machine does not change it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def little_work(seconds: float = 10.0) -> Iterator[None]:
    """What is done in here takes no more seconds of this process's own time.

    As a rule it takes a twentieth of them: the bound is for slow machines. What is quadratic in something large, or grows
    without end, takes a thousand times as much.
    """
    start = time.process_time()
    yield
    assert time.process_time() - start < seconds
