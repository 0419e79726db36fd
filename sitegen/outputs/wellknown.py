"""Files that robots and hosts look for: robots.txt, security.txt, 404.html, security headers and redirects in each host's form."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from sitegen.artifact import Artifact, fingerprint
from sitegen.outputs.frame import POLICY, Frame, frame
from sitegen.outputs.redirects import moved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.edition import Edition
    from sitegen.privacy.cleared import Site
    from sitegen.school import School
    from sitegen.theme import Theme

# internet.nl asks for these (domain §4.3). HSTS without subdomains: the school may have others that are not ready for it.
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}
_MONTHS_VALID = 10


def wellknown(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """All of them; what needs a web address is left out of a site without one."""
    school = edition.school
    around = frame(edition, theme)
    yield Artifact("404.html", partial(_missing, around), fingerprint(around.key, "404"), "foutpagina")
    yield Artifact("robots.txt", partial(_robots, school), fingerprint(school.base_url, school.base_path), "robots")
    old = moved(edition)
    for name, form in (("_headers", _netlify), ("_redirects", _netlify_redirects), (".htaccess", _apache), ("nginx.conf", _nginx)):
        yield Artifact(name, partial(form, school.base_path, old), fingerprint(name, school.base_path, repr(old), repr(HEADERS)), "hostinstelling")
    contact = _contact(school)
    if contact and school.base_url:
        yield Artifact(".well-known/security.txt", partial(_security, school, contact, edition.day[:7]), fingerprint(school.base_url, contact, edition.day[:7]), "security.txt")


def _missing(around: Frame) -> bytes:
    return around.render("404.html", url="404.html", title="Pagina niet gevonden", noindex=True)


def _robots(school: School) -> bytes:
    rest = f"\nSitemap: {school.base_url}/sitemap.xml\n" if school.base_url else ""
    return f"User-agent: *\nDisallow: {school.base_path}zoek/\n{rest}".encode()


def _contact(school: School) -> str:
    security = school.settings.get("security")
    wanted = str(security.get("contact") or "") if isinstance(security, dict) else ""
    found = wanted or (school.own.emails[0] if school.own.emails else "")
    return found if found.startswith(("https:", "mailto:", "tel:")) else f"mailto:{found}" if found else ""


def _security(school: School, contact: str, month: str) -> bytes:
    # Less than a year ahead, and the same for every build in a month.
    count = int(month[:4]) * 12 + int(month[5:7]) - 1 + _MONTHS_VALID
    expires = dt.date(count // 12, count % 12 + 1, 1)
    return f"Contact: {contact}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: nl, en\nCanonical: {school.base_url}/.well-known/security.txt\n".encode()


def _netlify(base: str, old: Mapping[str, str]) -> bytes:
    lines = [f"{base}*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    lines += [f"{base}assets/*", "  Cache-Control: public, max-age=604800", f"{base}media/*", "  Cache-Control: public, max-age=31536000, immutable"]
    return ("\n".join(lines) + "\n").encode()


def _netlify_redirects(base: str, old: Mapping[str, str]) -> bytes:
    return "".join(f"{base}{one.rstrip('/') if '.' in one else one} {base}{new} 301\n" for one, new in old.items()).encode()


def _apache(base: str, old: Mapping[str, str]) -> bytes:
    lines = [
        "# Gemaakt door sitegen. Eigen regels horen in de instellingen van de server.", f"ErrorDocument 404 {base}404.html", "AddDefaultCharset utf-8",
        "<IfModule mod_mime.c>", "AddType text/calendar .ics", "AddType application/manifest+json .webmanifest", "AddType image/avif .avif", "AddType font/woff2 .woff2", "</IfModule>",
        "<IfModule mod_headers.c>", *(f'Header always set {name} "{value}"' for name, value in HEADERS.items()), "</IfModule>",
        "<IfModule mod_alias.c>", *(f"RedirectMatch 301 ^{_literal(base + one.rstrip('/'))}/?$ {base}{new}" for one, new in old.items()), "</IfModule>",
        '<FilesMatch "^(nginx\\.conf|_headers|_redirects)$">', "<IfModule mod_authz_core.c>", "Require all denied", "</IfModule>", "</FilesMatch>",
    ]
    return ("\n".join(lines) + "\n").encode()


def _nginx(base: str, old: Mapping[str, str]) -> bytes:
    lines = [
        "# Gemaakt door sitegen. Neem dit op binnen server { } met: include /pad/naar/de/site/nginx.conf;", f"error_page 404 {base}404.html;", "charset utf-8;",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        *(f"location = {base}{one} {{ return 301 {base}{new}; }}" for one, new in old.items()),
        f"location ~ ^{_literal(base)}(nginx\\.conf|_headers|_redirects|\\.htaccess)$ {{ return 404; }}",
    ]
    return ("\n".join(lines) + "\n").encode()


def _literal(text: str) -> str:
    return text.replace(".", "\\.")
