"""Templates in texts, and what is not due (ECOSYSTEM C1.19 and 24)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.building import build_site, snapshot
from tests.resilience.counting import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


TEMPLATES = (
    "{{ 7 * 191 }}", "{% set x = 7 %}{{ x * 191 }}", "{{ ''.__class__.__mro__ }}", "{{ config }}", "{{ school.register }}", "{% include 'base.html' %}", "{% extends 'base.html' %}", "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ lipsum.__globals__ }}", "{# weg #}zichtbaar", "{%- raw -%}{{ 7 * 191 }}{%- endraw -%}", "${7*191}", "#{7*191}", "<%= 7*191 %>", "{{ [].__class__ }}", "{% for x in range(191) %}7{% endfor %}",
    "{{ request }}", "{{ url_for }}", "{{ joiner.__init__ }}",
)


def test_a_template_in_a_text_is_text(site: Path) -> None:
    good = 0
    for number, payload in enumerate(TEMPLATES):
        (site / f"newsletters/2026-11-23-proef-{number}.md").write_text(f"---\ntitel: 'Proef {number} {payload.replace(chr(39), chr(39) * 2)}'\nsamenvatting: '{payload.replace(chr(39), chr(39) * 2)}'\n---\n\nAlinea {payload} einde.\n", encoding="utf-8")
        build_site(site)
        pages = b"".join(data for path, data in snapshot(site / "public").items() if path.endswith((".html", ".xml", ".json")))
        good += not any(sign in pages for sign in (b"1337", b"7777777", b"uid=", b"&lt;class &#39;", b"<class '", b"&lt;module"))
        (site / f"newsletters/2026-11-23-proef-{number}.md").unlink()
    told(19, "templates in texts", good, len(TEMPLATES))


def test_what_is_not_due_is_nowhere(site: Path) -> None:
    cases: list[tuple[str, Callable[[dt.date], bool]]] = [
        ("concept: ja", lambda _day: False),
        ("publiceren_op: 2026-12-31", lambda day: day >= dt.date(2026, 12, 31)),
        ("publiceren_op: 2027-03-28", lambda day: day >= dt.date(2027, 3, 28)),
        ("verloopt_op: 2026-12-31", lambda day: day < dt.date(2026, 12, 31)),
        ("publiceren_op: 2026-12-30\nverloopt_op: 2027-01-01", lambda day: dt.date(2026, 12, 30) <= day < dt.date(2027, 1, 1)),
    ]
    for number, (front, _due) in enumerate(cases):
        (site / f"newsletters/2026-11-2{number}-klok.md").write_text(f"---\ntitel: Klok nummer {number}\n{front}\nslug: klokproef{number}\n---\n\nDe tekst van klokproef{number} zegt xyzzy{number}.\n", encoding="utf-8")
    days = [dt.date(2026, 12, 29), dt.date(2026, 12, 30), dt.date(2026, 12, 31), dt.date(2027, 1, 1), dt.date(2027, 3, 27), dt.date(2027, 3, 28), dt.date(2026, 12, 29)]
    good = total = 0
    for day in days:
        assert build_site(site, day).status == 0
        files = snapshot(site / "public")
        for number, (_front, due) in enumerate(cases):
            where = [path for path, data in files.items() if f"klokproef{number}" in path or f"klokproef{number}".encode() in data or f"xyzzy{number}".encode() in data]
            total += 1
            good += bool(where) == due(day)
    told(24, "what is not due is nowhere", good, total)
