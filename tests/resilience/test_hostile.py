"""Hostile texts in a real browser: nothing in a newsletter, a title, a link, a picture or a search result ever runs (ECOSYSTEM C1.20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Site, Visit, serving
from tests.building import build_site, copy_site
from tests.resilience.counting import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

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
PAYLOADS = (*TAGS, *MARKDOWN)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = copy_site(tmp_path_factory.mktemp("hostile") / "site")
    letters: list[Path] = []
    refusals = 0
    for number, payload in enumerate(PAYLOADS):
        letter = root / f"newsletters/2026-10-{1 + number % 28:02}-kwaad-{number}.md"
        title = payload.replace("'", "''").replace("\n", " ").replace("\t", " ")
        letter.write_text(f"---\ntitel: '{title}'\nsamenvatting: 'zoekwoord {title}'\nonderwerpen: ['{title}']\n---\n\nzoekwoord {payload}\n\n{payload}\n", encoding="utf-8")
        letters.append(letter)
    # Refused with a message is an answer as well: those go, until the rest is placed.
    while (result := build_site(root)).status:
        refused = {root / problem.place.file for problem in result.problems if problem.severity == "fout"} & set(letters)
        assert refused, result.problems
        for letter in refused:
            letter.unlink(missing_ok=True)
            letters.remove(letter)
            refusals += 1
    told(20, f"hostile texts placed harmless ({len(letters)}) or refused with a message ({len(PAYLOADS) - len(letters)})", len(letters) + refusals, len(PAYLOADS))
    assert len(letters) > len(PAYLOADS) / 2
    with serving(root / "public") as found:
        yield found


def test_nothing_runs(browser: Browser, hostile: Site) -> None:
    visit = Visit(browser, hostile)
    page = visit.open("nieuwsbrieven/")
    page.on("dialog", lambda _dialog: visit.troubles.append("dialog"))
    addresses = ["", "nieuwsbrieven/", "nieuwsbrieven/2026-2027/", *(f"{path.parent.relative_to(hostile.folder).as_posix()}/" for path in sorted(hostile.folder.glob("nieuwsbrieven/*/kwaad-*/index.html")))]
    calm = 0
    for address in addresses:
        page.goto(hostile.address + address)
        page.evaluate("document.querySelectorAll('main *').forEach((one) => { one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); if (one.focus) one.focus(); })")
        calm += page.evaluate("window.__x === undefined") and page.url.startswith(hostile.address)
    page.goto(hostile.address + "zoeken/")
    page.get_by_label("Wat zoekt u?").fill("zoekwoord")
    page.wait_for_selector("#_gevonden li")
    assert page.evaluate("window.__x === undefined")
    for context in browser.contexts:
        context.close()
    told(20, "pages with hostile texts on which nothing ran", calm, len(addresses))
    assert not [one for one in visit.troubles if not one.startswith(("404", "failed"))], visit.troubles
