"""PDF files, where the optional extra that reads them is there; and what is said where it is not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.attachments.papers import pdf
from tests.attachments.test_attachments import CLEAN, NAME, _site
from tests.building import build_site, snapshot

if TYPE_CHECKING:
    from pathlib import Path


def _pdf(text: str, **properties: str) -> bytes:
    """A page with one line of text, written by hand."""
    stream = f"BT /F1 14 Tf 40 700 Td ({text}) Tj ET".encode("latin-1")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< " + b" ".join(f"/{key} ({value})".encode("latin-1") for key, value in properties.items()) + b" >>",
    ]
    return pdf(parts, b" /Info 6 0 R")


def _published(root: Path) -> dict[str, bytes]:
    return {name: data for name, data in snapshot(root / "public").items() if name.startswith("bestanden/")}


def test_a_clean_pdf_goes_out_without_properties(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    root = _site(tmp_path, {"brief.pdf": _pdf(CLEAN, Author="Onbekende Schrijver", Title="Brief")})
    assert build_site(root).status == 0
    files = _published(root)
    assert len(files) == 1
    assert b"Onbekende Schrijver" not in next(iter(files.values()))


@pytest.mark.parametrize("data", [_pdf(f"{NAME} wint"), _pdf(CLEAN, Author=NAME), _pdf(""), b"%PDF-1.4 kapot"], ids=["text", "property", "no text", "broken"])
def test_any_other_pdf_stays_in(tmp_path: Path, data: bytes) -> None:
    pytest.importorskip("pypdf")
    root = _site(tmp_path, {"brief.pdf": data})
    result = build_site(root)
    assert result.status == 0
    assert _published(root) == {}
    assert result.counts["tegengehouden"] == 1


def test_without_the_extra_a_pdf_stays_in_and_the_report_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    root = _site(tmp_path, {"brief.pdf": _pdf(CLEAN)})
    assert build_site(root).status == 0
    assert _published(root) == {}
    assert "sitegen[pdf]" in (root / ".sitegen/report.json").read_text("utf-8")
