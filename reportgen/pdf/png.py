"""PNG: a finished PDF in; a picture of its first page out, the same bytes every time (PDFium)."""

from __future__ import annotations

import io

POINTS = 72


def png(pdf: bytes, ppi: float) -> bytes:
    """The first page in RGB at `ppi` pixels an inch, which the file states (pHYs); it holds no date."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        bitmap = document[0].render(scale=ppi / POINTS)
        picture = bitmap.to_pil().convert("RGB")
    finally:
        document.close()
    written = io.BytesIO()
    picture.save(written, "PNG", dpi=(ppi, ppi), optimize=True)
    return written.getvalue()
