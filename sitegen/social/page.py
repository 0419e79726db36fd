"""The page for whoever posts: each draft as the network shows it, with counters, copy buttons and a checklist. Private.

One file that fetches nothing: it can be opened from the disk. Texts can be changed in it before they are copied.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from sitegen import dutch
from sitegen.outputs import colours
from sitegen.social.choose import EVERY_DAYS
from sitegen.social.counting import ENDINGS
from sitegen.social.networks import networks

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from sitegen.school import School
    from sitegen.social.choose import Withdrawn
    from sitegen.social.drafts import Draft, Post
    from sitegen.social.items import Item

_CHECKS = (
    "Op de foto staat niemand die er niet op mag. Kijk ook naar de achtergrond, naamkaartjes en tekeningen aan de muur.",
    "In de tekst staat geen naam van een kind.",
    "De beschrijving van de foto (alt-tekst) is ingevuld.",
    "Er is niemand getagd en er is geen locatie toegevoegd.",
    "De link in het bericht werkt en gaat naar de openbare website.",
)
_ACTIONS = {
    "facebook": ("Vind ik leuk", "Opmerking", "Delen"), "instagram": ("♡  ◯  ➢", "⌑"), "x": ("Reageren", "Repost", "Vind ik leuk"), "bluesky": ("Reageren", "Repost", "Vind ik leuk"),
    "mastodon": ("Reageren", "Boost", "Favoriet"),
}
_COLOURED = re.compile(r"https?://\S+|(?<!\w)#\w+")


@dataclass(frozen=True, slots=True)
class Board:
    """What the page shows: the draft that is next and others with theirs, what waits without one, what must come down."""

    school: School
    day: dt.date
    first: Draft | None
    others: Sequence[Draft]
    rest: Sequence[Item]
    down: Sequence[Withdrawn]
    loose: Sequence[str]
    last: dt.date | None
    silent: int


def page(board: Board) -> str:
    """The whole page."""
    body = "\n".join(_parts(board))
    data = files("sitegen.social")
    style = data.joinpath("pagina.css").read_text("utf-8") + f":root {{ --kleur: {_own(board.school)}; --accent: {board.school.accent}; }}\n"
    return (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex, nofollow">\n'
        f"<title>Social media – {escape(board.school.name)}</title>\n<style>\n{style}</style>\n</head>\n"
        f'<body data-eindes="{escape(ENDINGS)}">\n<main>\n{body}\n</main>\n<script>\n{data.joinpath("pagina.js").read_text("utf-8")}</script>\n</body>\n</html>\n'
    )


def _own(school: School) -> str:
    """The school's colour, dark enough for white letters on it."""
    return colours.written(colours.readable(colours.parse(school.primary), ((255, 255, 255),)))


def _parts(board: Board) -> Iterator[str]:
    yield f'<header class="boven"><div><h1>Social media</h1><p>{escape(board.school.name)} · {escape(dutch.long_day(board.day.isoformat()))} · alleen voor wie de pagina’s beheert</p></div>{_state(board)}</header>'
    if board.down:
        lines = "".join(f"<li><code>{escape(one.picture)}</code> in <b>{escape(one.item)}</b>: {escape(_where(one))}</li>" for one in board.down)
        yield f'<section class="blok weg"><h2>Haal dit zelf weg</h2><p>Deze foto’s staan in een bericht en mogen daar niet (meer) staan. Verwijder ze op het netwerk zelf; sitegen kan dat niet.</p><ul>{lines}</ul></section>'
    if board.first is None:
        yield '<section class="blok"><h2>Er is niets nieuws</h2><p>Alles uit de laatste weken is geplaatst of overgeslagen. Leerkrachten kunnen tekst en foto’s in de map <code>inbox/</code> zetten.</p></section>'
    else:
        yield f'<section class="blok"><h2>{escape(board.first.item.title)}</h2>{_draft(board.first)}</section>'
    yield from _queue(board)
    if board.loose:
        lines = "".join(f"<li><code>{escape(one)}</code></li>" for one in board.loose)
        yield f'<section class="blok"><h2>Foto’s zonder verhaal</h2><p>In de inbox liggen foto’s waar geen tekst bij hoort. Zet er een tekstbestand met dezelfde naam naast.</p><ul>{lines}</ul></section>'


def _state(board: Board) -> str:
    if board.silent:
        return f'<p class="stand stil">Al {board.silent} dagen niets geplaatst; het protocol zegt: ongeveer elke week</p>'
    if board.last is None:
        return '<p class="stand">Nog niets als geplaatst opgeschreven</p>'
    ago = (board.day - board.last).days
    when = "vandaag" if ago <= 0 else "gisteren" if ago == 1 else f"{ago} dagen geleden"
    left = EVERY_DAYS - ago
    then = f"over {dutch.amount(left, 'dag', 'dagen')} weer" if left > 0 else "tijd voor een nieuw bericht"
    return f'<p class="stand">Laatste bericht: {when} · {then}</p>'


def _where(one: Withdrawn) -> str:
    known = networks()
    return ", ".join(f"{known[name].name if name in known else name} (geplaatst op {dutch.long_day(when)})" for name, when in one.networks.items())


def _queue(board: Board) -> Iterator[str]:
    if not board.others and not board.rest:
        return
    shown = "".join(f'<details><summary>{_line(one.item)}</summary><div class="binnen">{_draft(one)}</div></details>' for one in board.others)
    more = ""
    if board.rest:
        lines = "".join(f"<li>{_line(one)} <code>sitegen social {escape(one.id)}</code></li>" for one in board.rest)
        more = f"<details><summary>En nog {dutch.amount(len(board.rest), 'onderwerp', 'onderwerpen')}</summary><ul>{lines}</ul></details>"
    yield f'<section class="blok"><h2>Of neem een van deze</h2><p class="dim">Wat het langst wacht, staat bovenaan. Klik om het concept te zien.</p>{shown}{more}</section>'


def _line(item: Item) -> str:
    count = len(item.pictures)
    mark = f' <span class="merk">{dutch.amount(count, "beeld", "beelden")}</span>' if count else ""
    return f'<b>{escape(item.title)}</b> <span class="dim">{escape(_day(item.date))}</span>{mark}'


def _day(date: str) -> str:
    return dutch.long_day(date) if date else ""


def _draft(draft: Draft) -> str:
    item = draft.item
    warned = "".join(f"<li>{escape(one)}</li>" for one in draft.warnings)
    checks = "".join(f'<li><label><input type="checkbox"> <span>{escape(one)}</span></label></li>' for one in _CHECKS)
    posts = "".join(_column(post, draft) for post in draft.posts)
    return (
        f'<p class="dim">Uit <code>{escape(item.source)}</code>{f", {escape(_day(item.date))}" if item.date else ""}. U kunt de tekst hieronder nog veranderen.</p>'
        + (f'<ul class="let-op">{warned}</ul>' if warned else "")
        + f'<div class="berichten">{posts}</div><div class="stappen"><div><h3>Kijk na voordat u plaatst</h3><ul class="lijst">{checks}</ul></div>'
        + f"<div><h3>Geplaatst? Schrijf het op</h3>{_command(f'sitegen social geplaatst {item.id}')}<h3>Toch niet iets voor social media?</h3>{_command(f'sitegen social overslaan {item.id}')}</div></div>"
    )


def _command(text: str) -> str:
    return f'<div class="opdracht"><code>{escape(text)}</code><button type="button" data-kopieer="{escape(text)}">Kopieer</button></div>'


def _column(post: Post, draft: Draft) -> str:
    network = post.network
    name = f"{network.id}-{re.sub('[^a-z0-9]+', '-', draft.item.id)}"
    placed = draft.placed.get(network.id)
    state = f'<span class="staat">geplaatst op {escape(dutch.long_day(placed))}</span>' if placed else ""
    limit = network.limit
    return (
        f'<div class="kolom"><h3>{escape(network.name)}{state}</h3>{_preview(post, name, draft.school)}'
        f'<div class="voet"><span class="teller" id="t-{name}" title="{escape(f"Grens van {network.name}: {limit}. Bron: {network.source}")}"><span class="ring" style="--deel:{min(1, post.length / limit):.3f}"></span>'
        f'<span class="aantal">{post.length} van {_number(limit)}</span></span><button type="button" class="eerst" data-van="p-{name}">Kopieer tekst</button></div>{_alts(post, draft)}</div>'
    )


def _preview(post: Post, name: str, school: School) -> str:
    network = post.network
    # Several pictures can be scrolled: by the keyboard as well.
    many = f' veel" role="group" tabindex="0" aria-label="{len(post.visuals)} beelden' if len(post.visuals) > 1 else ""
    images = "".join(f'<img src="{_data(one.data)}" width="{one.size[0]}" height="{one.size[1]}" alt="{escape(one.alt)}">' for one in post.visuals)
    actions = "".join(f"<span>{one}</span>" for one in _ACTIONS.get(network.id, ()))
    text = (
        f'<div class="tekst" id="p-{name}" contenteditable="plaintext-only" role="textbox" aria-multiline="true" aria-label="Tekst voor {escape(network.name)}" spellcheck="true" lang="nl" '
        f'data-teller="t-{name}" data-telling="{network.counting}" data-link="{network.link}" data-grens="{network.limit}">{_coloured(post.text)}</div>'
    )
    initials = "".join(word[0] for word in school.name.split() if word[0].isupper())[:2] or school.name[:1]
    who = f'<div class="wie"><span class="rond" aria-hidden="true">{escape(initials)}</span><span><b>{escape(school.name)}</b><small>zojuist</small></span></div>'
    return f'<article class="bericht {network.id}">{who}{text}<div class="beelden{many}">{images}</div><div class="knopjes" aria-hidden="true">{actions}</div></article>'


def _alts(post: Post, draft: Draft) -> str:
    lines = []
    for number, one in enumerate(post.visuals, 1):
        label = "" if not one.own else f"Beeld {number}: " if len(post.visuals) > 1 else "Beeld: "
        said = f"{label}{escape(one.alt)}" if one.alt else f'<span class="geen">{label}nog geen beschrijving</span>'
        copy = f'<button type="button" data-kopieer="{escape(one.alt)}">Kopieer alt-tekst</button>' if one.alt else ""
        lines.append(f'<li><span>{said}</span><span class="knopjes2">{copy}<a class="knop" download="{escape(f"{draft.item.id}-{post.network.id}-{number}.jpg")}" href="{_data(one.data)}">Bewaar</a></span></li>')
    return f'<ul class="alts">{"".join(lines)}</ul>'


def _coloured(text: str) -> str:
    """The text with its links and hashtags in blue, as the networks show them."""
    result, done = [], 0
    for found in _COLOURED.finditer(text):
        result += [escape(text[done : found.start()]), f'<span class="blauw">{escape(found[0])}</span>']
        done = found.end()
    return "".join([*result, escape(text[done:])])


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _data(picture: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}"
