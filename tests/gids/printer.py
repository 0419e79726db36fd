"""Whether a PDF can be made here: the extra `pdf` and Pango are there."""

from __future__ import annotations

import pytest


def _works() -> bool:
    try:
        import pypdf
        import weasyprint
    except (ImportError, OSError):
        return False
    return bool(pypdf and weasyprint)


PRINTER = pytest.mark.skipif(not _works(), reason="needs the extra pdf, and Pango")
