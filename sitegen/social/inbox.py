"""The intake folder `inbox/`: teachers put a text and photos there, and they become candidates for a post, never a page.

    inbox/moestuin.md, inbox/moestuin-1.jpg     a text with photos that begin with its name
    inbox/schaatsen/tekst.txt, …/ijs.jpg        or a folder with one text and its photos

Who is on a photo stands in media.yaml beside it, as everywhere; a photo about which nothing is said goes nowhere.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from sitegen.decoding import decode
from sitegen.draft import Draft
from sitegen.problem import Place, Problem, SiteError
from sitegen.readers import address, frontmatter, links, markdown, word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sitegen.build.beside import Beside
    from sitegen.draft import Value
    from sitegen.sources import Stamp

FOLDER = "inbox"
_TEXTS = (".md", ".markdown", ".txt", ".docx")
_IMAGE = re.compile(r"<img\b[^>]*>")
_H1 = re.compile(r"\s*<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".tif", ".tiff", ".gif")


@dataclass(frozen=True, slots=True)
class Received:
    """What lies in the inbox: a draft a text, photos that belong to no text, and what couldn't be read."""

    drafts: tuple[Draft, ...]
    loose: tuple[str, ...]
    problems: tuple[Problem, ...]


def received(files: Mapping[str, Stamp], beside: Beside) -> Received:
    """Everything in the inbox among `files`."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    taken: set[str] = set()
    for path in files:
        if not path.startswith(f"{FOLDER}/") or not path.lower().endswith(_TEXTS):
            continue
        beside.begin()
        own = tuple(_own(path, files))
        try:
            drafts.append(_draft(path, own, beside))
        except SiteError as error:
            problems += error.problems
        taken |= {*own, *beside.looked}
    loose = tuple(path for path in files if path.startswith(f"{FOLDER}/") and path.lower().endswith(_PICTURES) and path not in taken)
    return Received(tuple(drafts), loose, tuple(problems))


def _own(path: str, files: Mapping[str, Stamp]) -> Iterator[str]:
    """The photos that go along with a text without being named in it: those in its folder, or with its name."""
    folder = posixpath.dirname(path)
    stem = posixpath.splitext(posixpath.basename(path))[0].lower()
    for other in files:
        if posixpath.dirname(other) == folder and other.lower().endswith(_PICTURES):
            name = posixpath.splitext(posixpath.basename(other))[0].lower()
            if folder != FOLDER or name == stem or (name.startswith(stem) and not name[len(stem)].isalpha()):
                yield other


def _draft(path: str, own: tuple[str, ...], beside: Beside) -> Draft:
    data = beside.text(path)
    if path.lower().endswith(".docx"):
        # Pictures inside Word can't be declared: the photo itself belongs beside the text.
        words: dict[str, Value] = {}
        text = ""
        body = _IMAGE.sub("", word.to_html(path, data)[0])
    else:
        front = frontmatter.split(decode(data, path), path)
        words, text = dict(front.words), front.body
        body = markdown.convert(front.body)
    named = {inside for _, inside, _ in links.follow(body, path, lambda _text: 1).pictures}
    body += "".join(f'<p><img src="{escape(quote(posixpath.basename(one)))}" alt=""></p>' for one in own if one not in named)
    pointed = links.follow(body, path, lambda _text: 1)
    pictures = [beside.picture(name, inside, attribute, Place(path)) for name, inside, attribute in pointed.pictures]
    folder, stem = posixpath.dirname(path), posixpath.splitext(posixpath.basename(path))[0]
    name = stem if folder == FOLDER else posixpath.basename(folder)
    heading = _H1.match(pointed.html)
    words["title"] = str(words.get("title") or "") or (markdown.plain(heading[1]) if heading else "") or name.replace("-", " ").capitalize()
    return Draft(Place(path), "page", (FOLDER, address.slugify(name)), words, pointed.html[heading.end() :] if heading else pointed.html, text, tuple(one for one in pictures if one), ())
