"""Lays a page as written beside the page as published, and marks in the latter what was taken out.

Pure. Only tags of the published page are used; of the written page nothing but its words comes through, escaped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_TOKEN = re.compile(r"""(<(?:"[^"]*"|'[^']*'|[^'">])*>|&\#?\w+;|\w+|[^\w\s<&]|[<&])(\s*)""")
_TAG = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*)")
_ATTRIBUTE = re.compile(r"""\b(src|href|alt)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_BLOCKS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "ul", "ol", "table", "blockquote", "figure", "div", "dl", "dt", "dd", "pre", "hr"}
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Token:
    """A tag, a word or a sign, with the space behind it. `key` is what it is compared by."""

    text: str
    space: str
    key: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How things are shown.

    `note` gives the number of the finding for a removed text (0: none), `card` the HTML for a picture that is left out
    (by its name and description), `picture` the address of one that may appear.
    """

    note: Callable[[str], int]
    card: Callable[[str, str], str]
    picture: Callable[[str], str]


def marked(before: str, after: str, look: Look, same: Mapping[str, str]) -> str:
    """The published HTML `after` with what `before` had more struck through. `same`: picture name → key in `after`."""
    olds, news = list(_tokens(before, same)), list(_tokens(after, {}))
    parts: list[str] = []
    for old, new in _stretches(olds, news):
        if [token.key for token in old] == [token.key for token in new]:
            parts += [_shown(token, look) for token in new]
        else:
            parts.append(_inside(old, new, look))
    return "".join(parts)


def marked_text(before: str, after: str, note: Callable[[str], int]) -> str:
    """The same for a line of plain text."""
    look = Look(note, lambda _name, _alt: "", lambda _key: "")
    return marked(escape(before, quote=False), escape(after, quote=False), look, {})


def _tokens(html: str, same: Mapping[str, str]) -> Iterator[Token]:
    for found in _TOKEN.finditer(html):
        text, space = found[1], found[2]
        tag = _TAG.match(text)
        if not tag:
            yield Token(text, space, unescape(text))
            continue
        name = tag[1].lower()
        key = f"<{name}"
        if name == "img":
            source = attribute(text, "src")
            key += f" {same.get(source, source)}"
        yield Token(text, space, key, name)


def attribute(tag: str, name: str) -> str:
    """An attribute's value in a serialised tag: src, href or alt; "" without it."""
    return next((unescape(found[2] if found[2] is not None else found[3]) for found in _ATTRIBUTE.finditer(tag) if found[1].lower() == name), "")


def _stretches(olds: Sequence[Token], news: Sequence[Token]) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    # By blocks first: comparing words costs the square of their number.
    old_blocks, new_blocks = _blocks(olds), _blocks(news)
    matcher = SequenceMatcher(None, [_key(block) for block in old_blocks], [_key(block) for block in new_blocks], autojunk=False)
    for _kind, start, end, other, last in matcher.get_opcodes():
        yield [token for block in old_blocks[start:end] for token in block], [token for block in new_blocks[other:last] for token in block]


def _blocks(tokens: Sequence[Token]) -> list[list[Token]]:
    blocks: list[list[Token]] = [[]]
    for token in tokens:
        if token.tag in _BLOCKS and blocks[-1]:
            blocks.append([])
        blocks[-1].append(token)
    return blocks


def _key(block: Sequence[Token]) -> str:
    return "\0".join(token.key for token in block)


def _inside(old: Sequence[Token], new: Sequence[Token], look: Look) -> str:
    matcher = SequenceMatcher(None, [token.key for token in old], [token.key for token in new], autojunk=False)
    parts: list[str] = []
    for kind, start, end, other, last in matcher.get_opcodes():
        if kind != "equal":
            parts += _gone(old[start:end], look)
        if kind == "equal":
            # With the space of the written page: there the words that are gone stood in between.
            parts += [_shown(replace(token, space=was.space), look) for was, token in zip(old[start:end], new[other:last], strict=True)]
        else:
            parts += _come(new[other:last], look)
    return "".join(parts)


def _gone(tokens: Sequence[Token], look: Look) -> Iterator[str]:
    words: list[str] = []
    for token in tokens:
        if token.tag == "img":
            yield from _struck(words, look)
            words = []
            yield look.card(attribute(token.text, "src"), attribute(token.text, "alt"))
        elif token.tag in _BLOCKS or token.tag.lstrip("/") in _BLOCKS:
            words.append(" ")
        elif not token.tag:
            words.append(token.key + token.space)
        elif token.space:
            words.append(token.space)
    yield from _struck(words, look)


def _struck(words: Sequence[str], look: Look) -> Iterator[str]:
    text = "".join(words)
    if not _WORD.search(text):
        return
    number = look.note(" ".join(text.split()))
    mark = f'<a class="noot" id="plek-{number}" href="#noot-{number}">{number}</a>' if number else ""
    yield f'<del class="weg">{escape(text.strip())}</del>{mark}{text[len(text.rstrip()) :]}'


def _come(tokens: Sequence[Token], look: Look) -> Iterator[str]:
    # Tags as they stand; words that the pass put in the place of others are marked as new.
    words: list[Token] = []
    for token in tokens:
        if not token.tag:
            words.append(token)
            continue
        yield _added(words)
        words = []
        yield _shown(token, look)
    yield _added(words)


def _added(words: Sequence[Token]) -> str:
    text = "".join(token.text + token.space for token in words)
    if not _WORD.search(unescape(text)):
        return text
    return f'<ins class="ervoor">{text.strip()}</ins>{text[len(text.rstrip()) :]}'


def _shown(token: Token, look: Look) -> str:
    if token.tag == "img":
        alt = attribute(token.text, "alt")
        return f'<img src="{escape(look.picture(attribute(token.text, "src")))}" alt="{escape(alt)}">{token.space}'
    if token.tag == "a":
        target = attribute(token.text, "href")
        # A file's key is no address yet; the note below the page tells about attachments.
        good = target.startswith(("/", "#", "http://", "https://", "mailto:", "tel:"))
        return (f'<a href="{escape(target)}" rel="noreferrer">' if good else "<a>") + token.space
    return token.text + token.space
