"""Shows the output folder as a web host would: nothing outside it, no listing, no hidden file, no link followed."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.serve.http import Response

if TYPE_CHECKING:
    from pathlib import Path

TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8", ".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp",
    ".avif": "image/avif", ".ico": "image/x-icon", ".woff2": "font/woff2", ".ics": "text/calendar; charset=utf-8", ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8", ".webmanifest": "application/manifest+json",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
}
_FEEDS = {"atom.xml": "application/atom+xml; charset=utf-8", "feed.json": "application/feed+json; charset=utf-8"}

_NOWHERE = """<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<body><main><h1>{title}</h1><p>{text}</p></main></body></html>
"""


@dataclass(frozen=True, slots=True)
class Public:
    """The output folder under the address it gets on the host: `base` is "/" or "/school/"."""

    folder: Path
    base: str = "/"

    def answer(self, path: str) -> Response:
        """What a host would answer for `path` (decoded): the file, a redirect, or the site's own page for 404."""
        if not path.startswith(self.base):
            if path == "/" or f"{path}/" == self.base:
                return _to(self.base)
            return self.missing()
        inside = path[len(self.base) :]
        found = self._find(inside)
        if found is None:
            return self.missing()
        if os.path.isdir(found):
            if inside and not inside.endswith("/"):
                return _to(f"{path}/")
            found = self._find(f"{inside}index.html")
        data = _read(found) if found else None
        return self.missing() if data is None or not found else Response(200, data, content_type(found))

    def missing(self) -> Response:
        """The answer for an address that isn't there: the site's 404 page, or ours while there is no site yet."""
        own = self._find("404.html")
        data = _read(own) if own else None
        if data is None:
            built = os.path.isfile(os.path.join(self.folder, "index.html"))
            title, text = ("Deze pagina is er niet", "Controleer het adres.") if built else ("De website is er nog niet", "Zodra de bouw lukt, verschijnt zij hier vanzelf.")
            data = _NOWHERE.format(title=title, text=text).encode()
        return Response(404, data, TYPES[".html"])

    def _find(self, inside: str) -> str | None:
        parts = inside.split("/")
        if parts[-1] == "":
            parts.pop()
        if any(not part or part == ".." or "\\" in part or ":" in part or not part.isprintable() or _hidden(part, index) for index, part in enumerate(parts)):
            return None
        base = os.path.realpath(self.folder)
        full = os.path.join(base, *parts)
        # A link anywhere on the way gives another real path.
        if os.path.realpath(full) != full or (inside.endswith("/") and not os.path.isdir(full)):
            return None
        return full


def content_type(path: str) -> str:
    """The type of a file by its name; what isn't known is offered as a download."""
    name = posixpath.basename(path)
    return _FEEDS.get(name) or TYPES.get(os.path.splitext(name)[1].lower(), "application/octet-stream")


def _hidden(part: str, index: int) -> bool:
    return part.startswith(".") and not (part == ".well-known" and index == 0)


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except (OSError, ValueError):
        return None


def _to(path: str) -> Response:
    from urllib.parse import quote

    return Response(301, b"", headers={"Location": quote(path, safe="/")})
