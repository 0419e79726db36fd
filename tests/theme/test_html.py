"""Every page is HTML that no parser has to mend; what hangs on it is in order."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.building import build_site, copy_site, demo

ROOT = Path(__file__).parent.parent.parent
# The HTML standard's content model, as far as the templates could go against it.
_VOID = set("area base br col embed hr img input link meta source track wbr".split())
_BLOCKS = set("address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul".split())


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demo(tmp_path_factory)


@pytest.fixture(scope="module")
def pages(public: Path) -> dict[str, str]:
    return {path.relative_to(public).as_posix(): path.read_text("utf-8") for path in sorted(public.rglob("*.html"))}


def test_no_parser_has_to_mend_a_page(pages: dict[str, str]) -> None:
    reader = pytest.importorskip("tinyhtml5.parser")
    wrong = {}
    for name, text in pages.items():
        parser = reader.HTMLParser()
        parser.parse(text)
        if parser.errors:
            wrong[name] = parser.errors[:3]
    assert wrong == {}


def test_every_tag_is_closed_where_it_was_opened(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        bare = re.sub(r"<(script|style|svg)\b.*?</\1>|<!--.*?-->|<!doctype[^>]*>", "", text, flags=re.DOTALL)
        open_tags: list[str] = []
        for closing, tag in re.findall(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>", bare):
            if tag in _VOID:
                continue
            if not closing:
                assert not (tag in _BLOCKS and open_tags and open_tags[-1] == "p"), (name, tag, "in p")
                open_tags.append(tag)
            else:
                assert open_tags, (name, tag)
                assert open_tags.pop() == tag, (name, tag)
        assert open_tags == [], name


def test_ids_are_given_once_and_what_points_at_them_finds_them(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        ids = Counter(re.findall(r'\sid="([^"]*)"', text))
        assert not [one for one, number in ids.items() if number > 1], name
        pointed = [word for value in re.findall(r'aria-(?:labelledby|describedby)="([^"]*)"', text) for word in value.split()]
        pointed += [html.unescape(one) for one in re.findall(r'href="#([^"]+)"', text)] + re.findall(r'\sfor="([^"]*)"', text)
        assert not [one for one in pointed if one not in ids], name


def test_one_title_one_main_one_heading_of_the_first_kind(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        assert text.startswith("<!doctype html>"), name
        for part in ("<title>", "<main", "<h1"):
            assert text.count(part) == 1, (name, part)
        assert '<html lang="nl"' in text, name


def test_what_search_engines_are_told_names_no_person(pages: dict[str, str]) -> None:
    kinds = Counter()
    for name, text in pages.items():
        for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
            for thing in json.loads(found)["@graph"]:
                kinds[thing["@type"] if isinstance(thing["@type"], str) else thing["@type"][0]] += 1
                assert '"Person"' not in json.dumps(thing), name
    assert {"NewsArticle", "BreadcrumbList", "ElementarySchool"} <= set(kinds)


def test_feeds_sitemap_and_calendar(public: Path) -> None:
    feed = ET.parse(public / "feed.xml").getroot()
    assert feed.tag.endswith("feed")
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) >= 10
    assert json.loads((public / "feed.json").read_text("utf-8"))["version"].startswith("https://jsonfeed.org/version/1")
    for path in public.glob("sitemap*.xml"):
        assert ET.parse(path).getroot() is not None
    calendar = (public / "kalender.ics").read_bytes().decode()
    assert calendar.count("BEGIN:VEVENT") == calendar.count("END:VEVENT") > 20
    assert all(len(line.encode()) <= 75 for line in calendar.split("\r\n"))
    uids = re.findall(r"^UID:(.*)\r$", calendar, re.MULTILINE)
    assert len(uids) == len(set(uids))
    # The last day of a holiday counts: an all-day event ends on the day after.
    assert re.search(r"DTSTART;VALUE=DATE:20261219\r\nDTEND;VALUE=DATE:20270104", calendar)


def test_hosts_and_browsers_are_told(public: Path) -> None:
    headers = (public / "_headers").read_text("utf-8")
    assert "Content-Security-Policy: default-src 'none'" in headers
    assert "unsafe-inline" not in headers
    for name in (".htaccess", "nginx.conf", "_redirects", "robots.txt", ".well-known/security.txt", "site.webmanifest", "favicon.ico", "favicon.svg"):
        assert (public / name).is_file(), name
    assert json.loads((public / "site.webmanifest").read_text("utf-8"))["lang"] == "nl"
    assert "noindex" in (public / "schoolgids/2025-2026/ouderbijdrage/index.html").read_text("utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site(tmp_path / "site")


def test_a_school_changes_one_block(site: Path) -> None:
    (site / "theme").mkdir()
    (site / "theme/page.html").write_text('{% extends "standaard/page.html" %}{% block tekst %}<p class="eigen">Eigen regel</p>{{ super() }}{% endblock %}\n', "utf-8")
    assert build_site(site).status == 0
    page = (site / "public/contact/index.html").read_text("utf-8")
    assert "Eigen regel" in page
    assert "<footer" in page


@pytest.mark.parametrize(("template", "fault"), [("{{ bestaat_niet }}", "bestaat_niet"), ("{% if %}", "voet.html"), ('<iframe src="https://x.example/"></iframe>', "andere website"), ('<script src="https://x.example/a.js"></script>', "andere website")])
def test_a_mistake_in_the_theme_says_file_and_line(site: Path, template: str, fault: str) -> None:
    (site / "theme").mkdir()
    (site / "theme/voet.html").write_text(f"<footer>\n{template}\n</footer>\n", "utf-8")
    result = build_site(site)
    assert result.status in {1, 2}
    found = [problem for problem in result.problems if problem.severity == "fout" and "voet.html" in problem.place.file]
    assert found
    assert found[0].place.line == 2
    assert found[0].remedy
    assert fault in f"{found[0].fault} {found[0].place}"


def test_content_can_run_no_template(site: Path) -> None:
    (site / "content/proef.md").write_text("# Proef\n\n{{ school.name }} {% for x in range(3) %}x{% endfor %} {{ ''.__class__ }}\n", "utf-8")
    assert build_site(site).status == 0
    assert "{{ school.name }}" in html.unescape((site / "public/proef/index.html").read_text("utf-8"))


def test_colours_that_nobody_can_read_are_put_right(site: Path) -> None:
    from sitegen.outputs import colours
    from sitegen.siteyaml import parse

    for primary, accent in (("#ffff00", "#ffffff"), ("#000000", "#000000"), ("#e0e0e0", "#ff0000"), ("#1f6f5c", "#f2a33a")):
        school = parse(f'title: X\ncolours: {{primary: "{primary}", accent: "{accent}"}}\nschool: {{name: X}}\n')[0]
        for palette in (colours.light(school), colours.dark(school)):
            for text, ground in (("tekst", "grond"), ("zacht", "grond"), ("school", "grond"), ("op-school", "school"), ("op-warm", "warm"), ("tekst", "vlak"), ("school", "vlak")):
                assert colours.contrast(palette[text], palette[ground]) >= 4.5, (primary, text, ground)
