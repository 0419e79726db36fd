"""Templates in texts, and what is not due (ECOSYSTEM C1.19 and 24)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from tests.building import build_site, snapshot
from tests.media.conftest import photo, saved
from tests.resilience.counting import Loop, dice, told
from tests.word.test_word import letter
from tests.word.test_word import saved as saved_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


TEMPLATES = (
    "{{ 7 * 191 }}", "{% set x = 7 %}{{ x * 191 }}", "{{ ''.__class__.__mro__ }}", "{{ config }}", "{{ school.register }}", "{% include 'base.html' %}", "{% extends 'base.html' %}", "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "{{ lipsum.__globals__ }}", "{# weg #}zichtbaar", "{%- raw -%}{{ 7 * 191 }}{%- endraw -%}", "${7*191}", "#{7*191}", "<%= 7*191 %>", "{{ [].__class__ }}", "{% for x in range(191) %}7{% endfor %}",
    "{{ request }}", "{{ url_for }}", "{{ joiner.__init__ }}", "{{7*191}}", "{{- 7 * 191 -}}", "{{ '7' * 7 }}", "{{ 7 | string * 7 }}", "{{ ''|attr('__class__') }}", "{{ ''['__cla' ~ 'ss__'] }}", "{{ namespace.__init__.__globals__ }}",
    "{{ dict.__base__.__subclasses__() }}", "{% if 7 * 191 > 0 %}{{ 7 * 191 }}{% endif %}", "{% import 'base.html' as x %}{{ x }}", "{% from 'base.html' import x %}", "{% macro x() %}{{ 7 * 191 }}{% endmacro %}{{ x() }}", "{% block titel %}{{ 7 * 191 }}{% endblock %}", "{{ super() }}", "{{ caller() }}", "{{ loop.index }}", "{{ page }}",
    "{% filter upper %}zeven{{ 7 * 191 }}{% endfilter %}", "{% raw %}{{ 7 * 191 }}{% endraw %}", "@(7*191) *{7*191} [[${7*191}]] %{7*191}",
)


# Every place into which an author can write; {} is the template, in quotes where YAML asks for them.
PLACES = {
    "title, summary, tag": ("newsletters/2026-11-23-proef.md", "---\ntitel: 'Proef {}'\nsamenvatting: '{}'\nonderwerpen: ['{}']\n---\n\nAlinea {} einde.\n"),
    "alt and caption": ("newsletters/2026-11-22-plein.md", '# Plein\n\n![Plein {}](plein.png "{}")\n'), "heading, list, table": ("content/lijst.md", "# Lijst\n\n## Kop {}\n\n- punt {}\n\n| a | b |\n|---|---|\n| {} | x |\n"),
    "link and attachment": ("content/bijlagen.md", '# Bijlagen\n\n[Lees {}](/contact/ "{}") en [bijlage {}](bijlage.txt)\n'), "attachment's text": ("content/bijlage.txt", "Tekst {} einde.\n"), "code": ("content/code.md", "# Code\n\n`{}`\n\n    {}\n"),
    "calendar": ("content/kalender.yaml", "- {{van: 2026-11-27, titel: 'Feest {}', soort: activiteit}}\n"), "guide": ("schoolgids/2026-2027/02-proef.md", "# Proef {}\n\nDe bijdrage {} staat hier.\n"), "facts": ("schoolgids/2026-2027/_gids.yaml", "schooljaar: 2026-2027\nfeiten: {{bijdrage: '{}'}}\n"),
    "register": ("register/team.csv", 'Roepnaam;Achternaam;Functie\nPetra;Zandwijk;"leerkracht {}"\n'), "site.yaml": ("site.yaml", "title: 'De Proef {}'\nbase_url: https://www.deproef.example\nschool: {{name: 'De Proef {}', street: 'Proefweg 1', postcode: 9999 ZZ, town: 'Proefdorp', phones: ['0599-123 451'], emails: [info@deproef.example], email_domain: deproef.example, region: noord}}\nregister: {{folder: register/, fictional: true}}\n"),
    "Word letter": ("newsletters/2026-11-21-woord.docx", "Tekst {} einde."), "name of a file": ("content/{}.md", "# Naam\n\nTekst van de school.\n"),
}  # fmt: skip
# What would be there if one of them were a program: 7 times 191, the same by repeating, what `id` says, an object, a value of the program.
_RAN = (b"1337", b"7777777", b"uid=", b"&lt;class &#39;", b"<class '", b"&lt;module", b"&lt;Request", b"TemplateReference object", b"&lt;function", b"&lt;bound method")


def _word(payload: str) -> bytes:
    document = letter()
    document.add_heading(payload, 2)
    document.add_paragraph(f"Tekst {payload} einde.", style="List Bullet")
    document.tables[0].rows[1].cells[0].text = payload
    document.core_properties.title = document.core_properties.subject = payload
    return saved_word(document)


@pytest.mark.parametrize("templates", [(TEMPLATES[0], *dice("templates").sample(TEMPLATES[1:], 11)), pytest.param(TEMPLATES, marks=pytest.mark.long)], ids=["quick", "long"])
def test_a_template_in_a_text_is_text(site: Path, templates: tuple[str, ...]) -> None:
    """In every place at once: the site is built with the template in it as it was written, or the file is refused by name; nothing is worked out."""
    loop = Loop(19, "templates in thirteen places of texts, Word, data, register and settings: literal, or refused")
    before = {path: (site / path).read_bytes() for path in ("site.yaml", "schoolgids/2026-2027/_gids.yaml")}
    (site / "newsletters/plein.png").write_bytes(saved(photo(5), "PNG"))
    (site / "newsletters/media.yaml").write_text("plein.png: {who: niemand}\n", "utf-8")
    for payload in templates:
        files: dict[str, str] = {}
        for what, (path, text) in PLACES.items():
            quoted = payload.replace("'", "''") if path.endswith(".yaml") or what.startswith("title") else payload.replace('"', "'")
            name = path.replace("{}", payload.replace("/", "-").replace('"', "")[:60])
            if name.endswith(".docx"):
                (site / name).write_bytes(_word(payload))
                files[name] = what
                continue
            (site / name).write_text(text.replace("{{", "\1").replace("}}", "\2").replace("{}", quoted).replace("\1", "{").replace("\2", "}"), "utf-8")
            files[name] = what
        while (result := build_site(site)).status:
            refused = {name for name in files if any(problem.place.file == name for problem in result.problems if problem.severity == "fout")}
            assert refused, (payload, [*map(str, result.problems), *map(str, result.leaks)])
            for name in refused:
                (site / name).write_bytes(before[name]) if name in before else (site / name).unlink()
                files.pop(name)
        pages = b"".join(data for path, data in snapshot(site / "public").items() if path.endswith((".html", ".xml", ".json", ".ics", ".txt", ".webmanifest")))
        # What was not refused stands there as it was written, in the texts as well as in the data.
        assert payload != TEMPLATES[0] or pages.count(payload.encode()) > len(PLACES)
        ran = [sign for sign in _RAN if sign in pages]
        for what in PLACES:
            loop.count(not ran, f"{payload} in {what}: {ran}")
        for name in files:
            (site / name).write_bytes(before[name]) if name in before else (site / name).unlink()
    loop.end()


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
