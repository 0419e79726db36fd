"""Hostile texts in a real browser: nothing in a newsletter, a title, a link, a picture or a search result ever runs (ECOSYSTEM C1.20)."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
import yaml

from sitegen.importers.damaged import harmed
from tests.browser.conftest import Site, Visit, serving
from tests.building import build_site, copy_site
from tests.media.conftest import photo, saved
from tests.resilience.counting import SEED, Loop, dice, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

RUN = "window.__x=1"
SCHEMES = ("javascript:", "JaVaScRiPt:", "java&#115;cript:", "java\tscript:", "&#x6A;avascript:", " javascript:", "vbscript:", "data:text/html;base64,PHNjcmlwdD53aW5kb3cuX194PTE8L3NjcmlwdD4=", "feed:javascript:", "jav&Tab;ascript:")
TAGS = (
    f"<script>{RUN}</script>", f"<ScRiPt>{RUN}</sCrIpT>", f"<script src=data:,{RUN}></script>", f"<img src=x onerror={RUN}>", f"<img src=x onerror='{RUN}'>", f"<svg onload={RUN}>", f"<svg><script>{RUN}</script></svg>",
    f"<body onload={RUN}>", f"<details open ontoggle={RUN}>x</details>", f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>", f"<iframe src='javascript:{RUN}'></iframe>", f"<object data='javascript:{RUN}'></object>",
    f"<embed src='javascript:{RUN}'>", f"<form action='javascript:{RUN}'><input type=submit autofocus></form>", f"<input autofocus onfocus={RUN}>", f"<video><source onerror={RUN}></video>", f"<audio src=x onerror={RUN}>",
    f"<marquee onstart={RUN}>x</marquee>", f"<math><mi xlink:href='javascript:{RUN}'>x</mi></math>", f"<a href='javascript:{RUN}'>klik</a>", f"<div style='background:url(javascript:{RUN})'>x</div>", f"<style>@import 'javascript:{RUN}';</style>",
    f"<link rel=stylesheet href='javascript:{RUN}'>", "<base href='https://kwaad.example/'>", f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>", f"<template><script>{RUN}</script></template>", f"<noscript><p title='</noscript><img src=x onerror={RUN}>'>",
    f"<!--><script>{RUN}</script>-->", f"<![CDATA[<script>{RUN}</script>]]>", f"<xmp><script>{RUN}</script></xmp>", f"<select><noembed></select><script>{RUN}</script></noembed>", f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<table background='javascript:{RUN}'><tr><td>x</td></tr></table>", f"<p onclick={RUN} onmouseover={RUN}>x</p>", f"<img src='x' alt='\"><script>{RUN}</script>'>", f"<isindex action='javascript:{RUN}'>", f"<keygen autofocus onfocus={RUN}>",
    f"<svg><a xlink:href='javascript:{RUN}'><text y=20>x</text></a></svg>", f"<svg><use href='data:image/svg+xml,<svg id=x onload={RUN} />#x'></svg>", f"<button formaction='javascript:{RUN}'>x</button>",
)
MARKDOWN = (
    *(f"[klik hier voor meer]({scheme}{RUN})" for scheme in SCHEMES), *(f"![plaatje]({scheme}{RUN})" for scheme in SCHEMES), *(f"<{scheme}{RUN}>" for scheme in SCHEMES), f"[a](x){{onclick={RUN}}}", f'[a](x "\\"onmouseover={RUN} x=\\"")',
    f"## Kop {{onclick={RUN}}}", f'## Kop {{#x" onclick={RUN} y="}}', f"[a]: javascript:{RUN}\n\n[a]", f"`<script>{RUN}</script>`", f"```\n</code></pre><script>{RUN}</script>\n```", f"> <script>{RUN}</script>", f"- <img src=x onerror={RUN}>", f"| a |\n|---|\n| <script>{RUN}</script> |",
    f"[^1]\n\n[^1]: <script>{RUN}</script>",
)
# What changes when it is read twice: another namespace, text that isn't text, a comment that ends elsewhere, an attribute that does.
_GO = f"<img src=x onerror={RUN}>"
MUTATIONS = (
    f"<svg><style><img src=x onerror={RUN}></style></svg>", f"<svg></p><style><a id='</style>{_GO}'>", f"<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror={RUN}&gt;'>", f"<math><annotation-xml encoding='text/html'>{_GO}</annotation-xml></math>",
    f"<form><math><mtext></form><form><mglyph><style></math>{_GO}", f"<svg><foreignObject>{_GO}</foreignObject></svg>", f"<svg><desc><template>{_GO}</template></desc></svg>", f"<svg><title><style>{_GO}</style></title></svg>", f"<noscript><style></noscript>{_GO}</style>", f"<noembed><p title='</noembed>{_GO}'></noembed>",
    f"<!-- > {_GO}", f"<!--!> {_GO} -->", f"<!-- --!> {_GO} -->", f"<? {_GO} ?>", f"<!x {_GO}>", f"<textarea><a title='</textarea>{_GO}'>", f"<title><a title='</title>{_GO}'>", f"<plaintext>{_GO}", f"<template><template></template>{_GO}", f'<p title=`"{_GO}`>x</p>', f"<img alt=`x` src=`x`onerror={RUN}>",
    f"<iframe srcdoc='&lt;script&gt;parent.{RUN}&lt;/script&gt;'></iframe>", f"<iframe src='data:text/html,<script>parent.{RUN}</script>'></iframe>", f"<a href='jav&#x0A;ascript:{RUN}'>klik</a>", f"<a href='&#1;javascript:{RUN}'>klik</a>", f"<a href='java&NewLine;script&colon;{RUN}'>klik</a>", f"<img/src=x/onerror={RUN}>", f"<<script>{RUN}//<</script>",
    f"<x onfocus={RUN} tabindex=1 autofocus>x</x>", f"<select><style><{_GO}</style></select>",
)
PAYLOADS = (*TAGS, *MARKDOWN, *MUTATIONS)


def _quoted(payload: str) -> str:
    return payload.replace("'", "''").replace("\n", " ").replace("\t", " ")


def _furnish(root: Path, payloads: Sequence[str]) -> dict[Path, int]:
    """Every payload as caption, alt, calendar line, name and words of an attachment, name of a text, and in the register; which file holds which."""
    (root / "content/plein.png").write_bytes(saved(photo(SEED), "PNG"))
    (root / "content/media.yaml").write_text("plein.png: {who: niemand}\n", "utf-8")
    held: dict[Path, int] = {}
    for number, payload in enumerate(payloads):
        flat = _quoted(payload).replace("''", "'")
        name = flat.replace("/", "\u2215")[:120]
        page = root / f"content/plek-{number}.md"
        title = flat.replace('"', "'").replace("[", "(").replace("]", ")")
        page.write_text(f'# Plek {number}\n\nzoekwoord\n\n![{title}](plein.png "{title}")\n\n[{title}](<bijlage-{number}.txt> "{title}")\n\n[bijlage](<{name}.txt>)\n', "utf-8")
        (root / f"content/bijlage-{number}.txt").write_text(f"{payload}\n", "utf-8")
        (root / f"content/{name}.txt").write_text("Tekst van de school.\n", "utf-8")
        named = root / f"content/{name} {number}.md"
        named.write_text("Tekst van de school.\n", "utf-8")
        held |= {page: number, named: number}
    lines = [f"- {{van: 2026-12-{1 + number % 28:02}, titel: '{_quoted(payload)}', soort: activiteit}}\n" for number, payload in enumerate(payloads)]
    (root / "content/kalender.yaml").write_text("".join(lines), "utf-8")
    # A surname with signs that no name holds is refused with the whole register; as somebody's function it may stand.
    with (root / "register/team.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([("Roepnaam", "Achternaam", "Functie"), *(("Petra", "Zandwijk" if harmed(_quoted(payload)) else _quoted(payload), _quoted(payload)) for payload in payloads)])
    with (root / "register/leerlingen.csv").open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows((f"{40000 + number}", "Wobbe", "", f"Kwabzand{number}stra", _quoted(payload)) for number, payload in enumerate(payloads))
    return held


def _settle(root: Path, held: dict[Path, int]) -> int:
    """Build; what is refused with a message goes, until the rest is placed. How many were refused."""
    refusals = 0
    while (result := build_site(root)).status:
        refused = {root / problem.place.file for problem in result.problems if problem.severity == "fout"} & held.keys()
        assert refused, [*(str(one) for one in result.problems if one.severity == "fout"), *map(str, result.leaks)]
        for one in refused:
            one.unlink()
            del held[one]
            refusals += 1
    return refusals


def _some(many: int) -> tuple[object, ...]:
    """The payloads for the quick form, drawn by the seed, and for the long form all."""
    return dice("hostile").sample(PAYLOADS, many), pytest.param(PAYLOADS, marks=pytest.mark.long)


@pytest.fixture(scope="module", params=_some(36), ids=["quick", "long"])
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    payloads: Sequence[str] = request.param
    root = copy_site(tmp_path_factory.mktemp("hostile") / "site")
    letters: dict[Path, int] = {}
    for number, payload in enumerate(payloads):
        letter = root / f"newsletters/2026-10-{1 + number % 28:02}-kwaad-{number}.md"
        title = _quoted(payload)
        letter.write_text(f"---\ntitel: '{title}'\nsamenvatting: 'zoekwoord {title}'\nonderwerpen: ['{title}']\n---\n\nzoekwoord {payload}\n\n{payload}\n", encoding="utf-8")
        letters[letter] = number
    refusals = _settle(root, letters)
    told(20, f"hostile texts placed harmless ({len(letters)}) or refused with a message ({refusals})", len(letters) + refusals, len(payloads))
    assert len(letters) > len(payloads) / 2
    with serving(root / "public") as found:
        yield found


def _calm(page: Page, address: str) -> bool:
    page.goto(address)
    page.evaluate("document.querySelectorAll('body *').forEach((one) => { one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); if (one.focus) one.focus(); })")
    return bool(page.evaluate("window.__x === undefined")) and page.url == address


@pytest.mark.parametrize("payloads", _some(18), ids=["quick", "long"])
def test_nothing_runs_in_names_captions_and_data(browser: Browser, tmp_path: Path, payloads: Sequence[str]) -> None:
    """In everything that isn't a text: the pages, and the private report that the school itself opens in a browser."""
    root = copy_site(tmp_path / "site")
    held = _furnish(root, payloads)
    files = len(held)
    refusals = _settle(root, held)
    told(20, f"files with hostile captions, names and data placed harmless ({len(held)}) or refused with a message ({refusals})", len(held) + refusals, files)
    assert len(held) > files / 2
    loop = Loop(20, "pages with hostile captions, alts, calendar lines, attachments, names and register fields on which nothing ran, and the report")
    with serving(root) as found:
        visit = Visit(browser, found)
        page = visit.open("public/")
        page.on("dialog", lambda _dialog: visit.troubles.append("dialog"))
        # A former address sends the browser on at once: what it leads to is among the others.
        paths = [*(one for one in sorted((root / "public").rglob("*.html")) if b'http-equiv="refresh"' not in one.read_bytes()), root / ".sitegen/report.html"]
        for path in paths:
            loop.count(_calm(page, found.address + quote(path.relative_to(root).as_posix())), path.name)
    assert "dialog" not in visit.troubles
    for context in browser.contexts:
        context.close()
    loop.end()


SETTINGS = (("title",), ("school", "name"), ("school", "street"), ("school", "town"), ("school", "hours"), ("contacts", "name"))


def _placed(root: Path, plain: str, values: dict[tuple[str, ...], str]) -> bool:
    """Whether the site is built with these settings; otherwise a message names site.yaml, or the pages that would show them."""
    settings = yaml.safe_load(plain)
    for (top, *below), value in values.items():
        if top == "contacts":
            settings[top] = [{"name": value, "phones": ["0599-123 480"]}]
        elif below:
            settings[top][below[0]] = value
        else:
            settings[top] = value
    (root / "site.yaml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    result = build_site(root)
    assert result.status == 0 or [one for one in result.problems if one.severity == "fout"] or result.leaks
    return result.status == 0


@pytest.mark.parametrize("payloads", _some(36), ids=["quick", "long"])
def test_nothing_runs_in_settings(browser: Browser, built: Path, payloads: Sequence[str]) -> None:
    """Six settings at a time; where these are refused together, one by one."""
    loop = Loop(20, "values of six settings in site.yaml: refused with a message, or nothing ran")
    plain = (built / "site.yaml").read_text("utf-8")
    with serving(built / "public") as found:
        visit = Visit(browser, found)
        page = visit.open("")
        page.on("dialog", lambda _dialog: visit.troubles.append("dialog"))
        for start in range(0, len(payloads), len(SETTINGS)):
            values = dict(zip(SETTINGS, payloads[start : start + len(SETTINGS)], strict=False))
            tries = [values] if _placed(built, plain, values) else [{key: value} for key, value in values.items()]
            for one in tries:
                calm = (len(tries) > 1 and not _placed(built, plain, one)) or (_calm(page, found.address) and _calm(page, f"{found.address}contact/"))
                for value in one.values():
                    loop.count(calm, value)
    assert "dialog" not in visit.troubles
    for context in browser.contexts:
        context.close()
    loop.end()


def test_nothing_runs(browser: Browser, hostile: Site) -> None:
    visit = Visit(browser, hostile)
    page = visit.open("nieuwsbrieven/")
    page.on("dialog", lambda _dialog: visit.troubles.append("dialog"))
    addresses = ["", "nieuwsbrieven/", "nieuwsbrieven/2026-2027/", *(f"{path.parent.relative_to(hostile.folder).as_posix()}/" for path in sorted(hostile.folder.glob("nieuwsbrieven/*/kwaad-*/index.html")))]
    calm = 0
    for address in addresses:
        calm += _calm(page, hostile.address + address)
    page.goto(hostile.address + "zoeken/")
    page.get_by_label("Wat zoekt u?").fill("zoekwoord")
    page.wait_for_selector("#_gevonden li")
    assert page.evaluate("window.__x === undefined")
    for context in browser.contexts:
        context.close()
    told(20, "pages with hostile texts on which nothing ran", calm, len(addresses))
    assert not [one for one in visit.troubles if not one.startswith(("404", "failed"))], visit.troubles
