"""A PNG or JPEG file opened by Pillow, which complains to nobody of what a camera wrote wrongly beside the pixels."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image


@contextmanager
def opened_picture(data: bytes) -> Iterator[Image.Image]:
    """The picture of a file, its pixels not yet read. Raises, also for what fails within, what Pillow raises."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            yield picture
