"""A JPEG file as its segments (ITU T.81, annex B), and the same picture without what a camera wrote beside it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

START = b"\xff\xd8"
_END, _SCAN = 0xD9, 0xDA
_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
"""The frame headers (table B.1), which carry the size."""
_EMBEDDABLE = {0xC0, 0xC1, 0xC2}
"""Sequential and progressive Huffman coding, which DCTDecode has (ISO 32000-1, 7.4.8); no lossless or arithmetic."""
_BARE = {0x01, *range(0xD0, 0xD9)}
_BESIDE = {*range(0xE0, 0xF0), *range(0xF0, 0xFE), 0xFE}
"""Application data, extensions and comments: all that no decoder needs, but for the two below."""
_JFIF, _ADOBE = (0xE0, b"JFIF\0"), (0xEE, b"Adobe")
"""What says how the colours are coded, and how long each is without a thumbnail or anything else after it."""
_JFIF_LENGTH, _ADOBE_LENGTH = 14, 12
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""What ends the coded data of a scan (B.1.1.5)."""


class JpegError(ValueError):
    """The file is cut off or damaged."""


@dataclass(frozen=True, slots=True)
class JpegSegment:
    """A marker and all that belongs to it, the coded data of a scan too: `data` begins with the marker."""

    marker: int
    data: bytes

    @property
    def payload(self) -> bytes:
        """What stands after marker and length."""
        return self.data[4:]


def read_segments(data: bytes) -> Iterator[JpegSegment]:
    """The segments up to the end of the first picture; telephones append others, and films. Raises `JpegError`."""
    position = len(START)
    while True:
        if position + 2 > len(data) or data[position] != 0xFF:
            raise JpegError
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker == _END:
            return
        end = _end_of(data, position, marker)
        yield JpegSegment(marker, data[position:end])
        position = end


def frame_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels as they are stored. Raises `JpegError`, also for a file without its end."""
    size = None
    for segment in read_segments(data):
        if segment.marker in _FRAMES and size is None and len(segment.payload) >= 5:
            height, width = struct.unpack_from(">HH", segment.payload, 1)
            size = width, height
    if size is None:
        raise JpegError
    return size


def is_embeddable(data: bytes) -> bool:
    """Whether a PDF may hold the picture as it is coded. Raises `JpegError`."""
    frame = next((segment.marker for segment in read_segments(data) if segment.marker in _FRAMES), None)
    return frame in _EMBEDDABLE


def without_camera_data(data: bytes) -> bytes:
    """The same picture, to the last coded bit, without Exif, XMP, IPTC, maker notes, thumbnails, profile and comments.

    What says how the colours are coded stays: the density of JFIF and the transform of Adobe. Raises `JpegError`.
    """
    kept = (_kept(segment) for segment in read_segments(data))
    return b"".join((START, *kept, bytes((0xFF, _END))))


def _kept(segment: JpegSegment) -> bytes:
    if segment.marker not in _BESIDE:
        return segment.data
    for (marker, name), length in ((_JFIF, _JFIF_LENGTH), (_ADOBE, _ADOBE_LENGTH)):
        if segment.marker == marker and segment.payload.startswith(name) and len(segment.payload) >= length:
            payload = segment.payload[:length]
            if marker == _JFIF[0]:
                payload = payload[:-2] + b"\0\0"  # no thumbnail
            return struct.pack(">BBH", 0xFF, marker, 2 + length) + payload
    return b""


def _end_of(data: bytes, position: int, marker: int) -> int:
    """Where the segment of a marker ends."""
    if marker in _BARE:
        return position + 2
    if position + 4 > len(data):
        raise JpegError
    end = position + 2 + int(struct.unpack_from(">H", data, position + 2)[0])
    if marker == _SCAN:
        found = _MARKER.search(data, end)
        if found is None:
            raise JpegError
        end = found.start()
    if end > len(data):
        raise JpegError
    return end
