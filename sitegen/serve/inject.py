"""Puts the preview's own script in a page on its way to the browser; the file itself never has it."""

from __future__ import annotations

import re
from html import escape

SCRIPT = "/_sitegen/voorbeeld.js"
# What a host would allow the site (issue: no inline code, no other host); the preview's script is one of its own files.
POLICY = "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"

_END = re.compile(rb"</body\s*>", re.IGNORECASE)
# A policy inside the page would also hold for the preview's script; the header above takes its place.
_META = re.compile(rb"""<meta\s[^>]*http-equiv\s*=\s*["']?content-security-policy\b[^>]*>""", re.IGNORECASE)


def injected(page: bytes, version: str) -> bytes:
    """The page with the script that reloads it, before the end of its body."""
    page = _META.sub(b"", page)
    tag = f'<script src="{SCRIPT}" data-versie="{escape(version)}" defer></script>'.encode()
    ends = list(_END.finditer(page))
    at = ends[-1].start() if ends else len(page)
    return page[:at] + tag + page[at:]
