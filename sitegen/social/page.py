"""The page for whoever posts: each draft as the network shows it, with counters, copy buttons and a checklist. Private."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.school import School
    from sitegen.social.collect import Item
    from sitegen.social.drafts import Draft, Post, Withdrawn

_CHECKS = (
    "Op de foto staat niemand die er niet op mag; kijk ook naar de achtergrond.", "Er staat geen naam van een kind in, ook niet op een bordje of een tekening.",
    "De beschrijving van de foto (alt-tekst) is meegekopieerd.", "Er is niemand getagd en er staat geen plaats bij.",
)


def page(school: School, day: str, first: Draft | None, rest: Sequence[Item], down: Sequence[Withdrawn], silent: int) -> str:
    """The whole page: what must come down, the draft that is next, and what waits behind it."""
    parts = [f"<h1>Social media</h1><p class=dim>{escape(school.name)} · {escape(day)} · alleen voor wie de pagina's beheert</p>"]
    if silent:
        parts.append(f"<p class=let-op>Er is al {silent} dagen niets geplaatst. Het protocol zegt: ongeveer elke week.</p>")
    if down:
        lines = "".join(f"<li><code>{escape(one.picture)}</code>: {escape(', '.join(f'{name} ({when})' for name, when in one.networks.items()))}</li>" for one in down)
        parts.append(f"<section class=weg><h2>Haal dit zelf weg</h2><p>De toestemming voor deze foto's is er niet (meer), en zij staan in een bericht:</p><ul>{lines}</ul></section>")
    if first is None:
        parts.append("<p>Er is niets nieuws om te plaatsen.</p>")
    else:
        parts.append(_draft(first))
    if rest:
        parts.append("<section><h2>Daarna</h2><ol class=rij>" + "".join(f"<li>{escape(one.title)} <span class=dim>{escape(one.date)}</span></li>" for one in rest) + "</ol></section>")
    return _FRAME.format(school=escape(school.name), style=_STYLE, body="\n".join(parts), script=_SCRIPT)


def _draft(draft: Draft) -> str:
    warned = "".join(f"<li>{escape(one)}</li>" for one in draft.warnings)
    checks = "".join(f"<li><label><input type=checkbox> {escape(one)}</label></li>" for one in _CHECKS)
    posts = "".join(_post(post, draft) for post in draft.posts)
    return (
        f"<section><h2>{escape(draft.item.title)}</h2><p class=dim>uit <code>{escape(draft.item.source)}</code></p>"
        + (f"<ul class=let-op>{warned}</ul>" if warned else "")
        + f"<div class=berichten>{posts}</div><h3>Kijk na</h3><ul class=lijst>{checks}</ul>"
        + f'<p>Geplaatst? Schrijf het op: <code>sitegen social geplaatst {escape(draft.item.id)}</code> <button type=button data-kopieer="sitegen social geplaatst {escape(draft.item.id)}">Kopieer</button></p></section>'
    )


def _post(post: Post, draft: Draft) -> str:
    network, full = post.network, post.length > post.network.limit
    placed = draft.placed.get(network.id)
    picture = base64.b64encode(post.picture).decode()
    text = escape(post.text)
    state = f"<span class=staat>geplaatst op {escape(placed)}</span>" if placed else ""
    return (
        f"<article class='bericht {network.id}'><header><b>{escape(network.name)}</b>{state}</header>"
        f'<p class=tekst id=tekst-{network.id}>{text}</p><img src="data:image/jpeg;base64,{picture}" alt="{escape(post.alt)}">'
        f"<footer><span class='teller{' vol' if full else ''}'>{post.length} van {network.limit}</span>"
        f'<button type=button data-kopieer-van=tekst-{network.id}>Kopieer tekst</button><button type=button data-kopieer="{escape(post.alt)}">Kopieer alt-tekst</button>'
        f'<a download="{escape(draft.item.id)}-{network.id}.jpg" href="data:image/jpeg;base64,{picture}">Bewaar beeld</a></footer></article>'
    )


_FRAME = """<!doctype html>
<html lang=nl><head><meta charset=utf-8><meta name=viewport content="width=device-width"><meta name=robots content=noindex>
<title>Social media – {school}</title><style>{style}</style></head><body><main>
{body}
</main><script>{script}</script></body></html>
"""
_STYLE = """
body{margin:0;background:#f3f5f4;color:#1d2522;font:16px/1.5 system-ui,"Segoe UI",sans-serif}main{max-width:76rem;margin:auto;padding:1.5rem}
h1{margin:0}h2{margin:1.6rem 0 .3rem}.dim{color:#5b6662;margin:.1rem 0 .6rem}code{overflow-wrap:anywhere}
section{background:#fff;border:1px solid #d9dfdc;border-radius:14px;padding:.4rem 1.4rem 1.2rem;margin-top:1.2rem}
.let-op{background:#fff3cd;border-left:5px solid #c58a10;padding:.7rem 1rem .7rem 1.1rem;border-radius:0 10px 10px 0}ul.let-op{padding-left:2rem}
.weg{border:2px solid #a12622;background:#fdf1f0}
.berichten{display:grid;gap:1.1rem;grid-template-columns:repeat(auto-fit,minmax(min(19rem,100%),1fr));align-items:start}
.bericht{border:1px solid #cfd6d3;border-radius:14px;overflow:hidden;background:#fff;display:flex;flex-direction:column}
.bericht header{display:flex;justify-content:space-between;gap:.6rem;padding:.65rem 1rem;background:#eef1f0}.bericht.x header{background:#15202b;color:#fff}.bericht.facebook header{background:#e7f0fe}.bericht.instagram header{background:#fbe9f3}
.tekst{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;padding:.8rem 1rem}.bericht img{width:100%;height:auto;display:block}
.bericht footer{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;padding:.7rem 1rem}.teller{margin-right:auto;color:#5b6662;font-variant-numeric:tabular-nums}.vol{color:#a12622;font-weight:700}
button,.bericht a{font:inherit;font-size:.9rem;padding:.35rem .8rem;border:1px solid #1f6f5c;border-radius:2rem;background:#fff;color:#1f6f5c;cursor:pointer;text-decoration:none}button:hover,.bericht a:hover{background:#e7f2ee}
.staat{color:#1f6f5c;font-weight:600}.lijst{list-style:none;padding:0}.lijst label{display:block;padding:.25rem 0}.rij li{padding:.2rem 0}
"""
_SCRIPT = """
for (const knop of document.querySelectorAll("button")) knop.addEventListener("click", async () => {
  const bron = knop.dataset.kopieerVan;
  await navigator.clipboard.writeText(bron ? document.getElementById(bron).textContent : knop.dataset.kopieer);
  const was = knop.textContent; knop.textContent = "Gekopieerd"; setTimeout(() => { knop.textContent = was; }, 1500);
});
"""
