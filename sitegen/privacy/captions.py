"""Captions lose the first names of children whose parents object to a first name with a photo (FORMATS §5.7)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sitegen.privacy.passage import CUT
from sitegen.privacy.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.privacy.cleared import ClearedPicture

_CAPTION = re.compile(r"<figcaption\b[^>]*>.*?</figcaption>", re.DOTALL)
# The paragraph that holds a picture, or stands right below one: there a photo is described too.
_HOLDER = re.compile(r"<p\b[^>]*>(?:(?!</p>).)*<img\b(?:(?!</p>).)*</p>", re.DOTALL)
_BELOW = re.compile(r"((?:<p\b[^>]*>\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>\s*(?:</a>\s*)?</p>|</figure>)\s*)(<p\b[^>]*>(?:(?!</p>).)*</p>)", re.DOTALL)
_ATTRIBUTE = re.compile(r"""(\s(?:alt|title|aria-label)=")([^"]*)(")""")
_TAGS = re.compile(r"(<[^>]*>)")


def lose(markup: str, pictures: tuple[ClearedPicture, ...], names: Iterable[str]) -> tuple[str, tuple[ClearedPicture, ...]]:
    """The body and its pictures, with `names` (plain first names) out of everything that describes a picture.

    That is: figcaptions, the paragraph a picture stands in or right above, alternative texts and titles of pictures.
    """
    wanted = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})(?:['’]s|s(?=\s))?(?![\w-])", re.IGNORECASE)

    def caption(text: str) -> str:
        return tidy("".join(part if part.startswith("<") else _drop(part, wanted) for part in _TAGS.split(text)))

    markup = _CAPTION.sub(lambda found: caption(found[0]), markup)
    markup = _HOLDER.sub(lambda found: caption(found[0]), markup)
    markup = _BELOW.sub(lambda found: found[1] + caption(found[2]), markup)
    markup = re.sub(r"<img\b[^>]*>", lambda found: _ATTRIBUTE.sub(lambda one: one[1] + tidy(_drop(one[2], wanted)).strip() + one[3], found[0]), markup)
    return markup, tuple(replace(one, alt=tidy(_drop(one.alt, wanted)).strip()) for one in pictures)


def _drop(text: str, wanted: re.Pattern[str]) -> str:
    # "(groep 3)" behind a name that goes would point at the child all the same.
    return re.sub(rf"(?:{wanted.pattern})(?:\s*\((?:groep|gr\.)\s*\d(?:/\d)?\))?", CUT, text, flags=wanted.flags)
