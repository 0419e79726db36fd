"""What must hold of whatever comes out, when all that went in was chance."""

from __future__ import annotations

import os
import re
import tempfile
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from sitegen import verify
from sitegen.digest import digest
from sitegen.draft import Attachment, Draft
from sitegen.outputs.attachments import bare
from sitegen.privacy import gate
from sitegen.privacy.clean import clean
from sitegen.privacy.cleared import Cleared, Site
from sitegen.privacy.passage import CUT, body
from sitegen.problem import Place
from sitegen.readers import attachment
from tests.scoring.registers import world

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SCHOOL = world("school")
KNOWN = verify.knowledge(SCHOOL.register, SCHOOL.school)
_FORBIDDEN = re.compile(r"<(?:script|iframe|object|embed|form|meta|base|link)\b|<[^>]*\son\w+\s*=|<[^>]*=\s*\"\s*(?:javascript|vbscript|data):", re.IGNORECASE)
_VOID = frozenset({"br", "hr", "img", "col"})


def harmless(html: str) -> None:
    """Cleaned HTML holds nothing that runs, cleaning it again changes nothing, and two parsers that share no code read the same in it."""
    assert not _FORBIDDEN.search(html), html
    again = clean(html)
    assert again == html, f"cleaned once: {html!r}, twice: {again!r}"
    one, other = _by_tree(html), _by_tokens(html)
    assert one == other, f"a browser reads {one}, a reader of tags {other}"


def passed(markup: str) -> Cleared[Site]:
    """The page that the pass makes of `markup`: it leaves no mark, nothing is found the second time, and it is harmless."""
    line = body(clean(markup))
    assert len(line.seen) == len(line.text)
    once, _ = gate.clear(draft(markup), SCHOOL.register, SCHOOL.school, Site)
    assert CUT not in once.body
    twice, _ = gate.clear(draft(str(once.body)), SCHOOL.register, SCHOOL.school, Site)
    assert twice.body == once.body, f"washed once: {once.body!r}, twice: {twice.body!r}"
    harmless(str(once.body))
    return once


def agreed(once: Cleared[Site]) -> None:
    """The verifier finds nothing in a page that the pass let through."""
    leaks = verify.examine("x/index.html", f"<!doctype html><html lang=nl><title>{once.title}</title><main>{once.body}</main></html>".encode(), KNOWN)
    assert not leaks, f"{[(leak.kind, leak.shown) for leak in leaks]} in {once.body!r}"


def published(name: str, data: bytes) -> Attachment:
    """What the reader says of an attachment; when the pass lets it through, as it is or with something taken out, the verifier must let it
    through as well, and what is published may be read and let through once more.
    """
    one = attachment.read(data, name, name)
    for key, made in _outgoing(one, data):
        leaks = verify.examine(key, made, KNOWN)
        assert not leaks, f"{name}: {[(leak.kind, leak.shown) for leak in leaks]}"
        again = attachment.read(made, key, key)
        assert not again.fault, f"{name}: read once, and then: {again.fault}"
        assert [kept == made for _, kept in _outgoing(again, made)] == [True] or not one.whole, f"{name}: cleared twice is not once"
    return one


def _outgoing(one: Attachment, data: bytes) -> list[tuple[str, bytes]]:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x")
        with open(path, "wb") as stream:
            stream.write(data)
        there = Attachment(one.name, path, digest(data), one.texts, one.fault, one.photos, one.who, one.whole)
        cleared, _ = gate.clear(draft(f'<p><a href="{one.name}">lijst</a></p>', there), SCHOOL.register, SCHOOL.school, Site)
        return [(file.key, bare(path, file.digest, file.key.rpartition(".")[2], file.redacted)) for file in cleared.files]


def draft(markup: str, *attachments: Attachment) -> Draft:
    """A newsletter of this HTML."""
    return Draft(Place("newsletters/2026-11-27-x.md"), "newsletter", ("2026-2027", "x"), {"title": "Brief"}, markup, markup, (), attachments)


def _by_tree(html: str) -> list[object]:
    """The page as lexbor builds its tree, as a browser would, written down from the top."""
    from selectolax.lexbor import LexborHTMLParser

    found: list[object] = []

    def down(node: LexborNode | None) -> None:
        while node is not None:
            if node.tag == "-text":
                _word(found, node.text_content or "")
            else:
                found.append((node.tag, tuple(sorted((key, value or "") for key, value in node.attributes.items()))))
                down(node.child)
                if node.tag not in _VOID:
                    found.append(f"/{node.tag}")
            node = node.next

    tree = LexborHTMLParser(f"<!doctype html><html><head></head><body>{html}</body></html>")
    down(tree.body.child if tree.body else None)
    return found


def _by_tokens(html: str) -> list[object]:
    """The page tag by tag, as Python's own parser reads it, which knows nothing of what may stand in what."""
    reader = _Tokens()
    reader.feed(html)
    reader.close()
    return reader.found


class _Tokens(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(sorted((key, value or "") for key, value in attrs))))

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        _word(self.found, data)


def _word(found: list[object], text: str) -> None:
    if found and isinstance(found[-1], list):
        found[-1][0] += text
    elif text:
        found.append([text])
