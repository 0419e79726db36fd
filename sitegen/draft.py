"""What the authors wrote, as HTML and words. Not safe: only the pass may take a draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.fold import page_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.problem import Place

# A front-matter value after reading: text, number, truth, a date as ISO text, or a list of texts.
Value = str | int | float | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture beside the text. `who` is the declaration, word for word ("10021", "Noor (groep 3)", "niemand", "groep 3").

    `who` is None when nothing says who is on it. `origin` tells where the declaration stands: "media.yaml",
    "attribuut" or "foto" (written in the file by a photo program). `digest` is of the file's bytes, `size` in pixels
    after turning upright; (0, 0) when the file cannot be read as a picture, `fault` then says why in Dutch.
    `names` are all names of people found inside the file's metadata, `texts` other words in it (captions, keywords, the
    words of an SVG). `faces` is None when nobody looked. `taken`: the ISO day on which it was made, when declared.
    """

    name: str
    path: str
    digest: str
    size: tuple[int, int] = (0, 0)
    who: tuple[str, ...] | None = None
    kind: str = "foto"
    origin: str = ""
    place: Place | None = None
    blur: tuple[tuple[int, int, int, int], ...] = ()
    names: tuple[str, ...] = ()
    fault: str = ""
    faces: int | None = None
    texts: tuple[str, ...] = ()
    taken: str = ""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A linked file beside the text: its bytes' digest, and every text in it (contents, properties, comments, …).

    `fault` is the Dutch reason why it cannot be read; then `texts` says nothing. `photos`: how many photographs are in
    it; `who` is on those, as media.yaml declares it for the file. `whole`: all of a text, a table or a calendar.
    """

    name: str
    path: str
    digest: str
    texts: tuple[str, ...] = ()
    fault: str = ""
    photos: int = 0
    who: tuple[str, ...] | None = None
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One page as written.

    place: the source file. kind: "page", "newsletter", "chapter", "home" (also the template's name).
    address: raw path parts for the URL, author's words and therefore unsafe. words: front matter with English keys.
    html: body, cleaned of active content by the reader, every picture an `<img src="NAME">` and every attachment an
    `<a href="NAME">` with NAME as in `pictures`/`attachments`. source: the raw text, to find line numbers in.
    """

    place: Place
    kind: str
    address: tuple[str, ...]
    words: Mapping[str, Value]
    html: str
    source: str
    pictures: tuple[Picture, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def page_words(self) -> str:
        """Every word of the draft, folded: what `Register.about` is asked with."""
        plain = [self.html, " ".join(self.address), self.place.file]
        for value in self.words.values():
            plain.extend(value if isinstance(value, tuple) else [str(value)])
        for picture in self.pictures:
            plain.extend((picture.name, *(picture.who or ()), *picture.names, *picture.texts))
        for attachment in self.attachments:
            plain.extend((attachment.name, *attachment.texts))
        return page_words("<br>".join(plain))
