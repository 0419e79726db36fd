"""What may be published: a page of which every word and file went through the pass."""

from __future__ import annotations

from dataclasses import InitVar, dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar, final

from sitegen.privacy.seal import SEAL, Seal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup


@final
class Site:
    """Audience: everyone who opens the public website."""


@final
class Social:
    """Audience: followers on social media, under a stricter consent."""


A = TypeVar("A", Site, Social)
Text = str | int | float | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class ClearedPicture:
    """A picture everyone on it agreed to. `key` stands in the body as `<img src="KEY">`; `path` is the original, only
    opened to make derivatives; `blur` rectangles are destroyed in each. `share`: it may be the page's og:image too.
    """

    key: str
    path: str
    digest: str
    size: tuple[int, int]
    alt: str
    blur: tuple[tuple[int, int, int, int], ...] = ()
    share: bool = False


@dataclass(frozen=True, slots=True)
class ClearedFile:
    """An attachment in which nothing was found. `key` stands in the body as `<a href="KEY">`; `name` is the neutral name.

    redacted: its new bytes, when the pass took something out of a text or a calendar; then the original isn't opened.
    """

    key: str
    path: str
    digest: str
    name: str
    redacted: bytes | None = None


@final
@dataclass(frozen=True, slots=True)
class Cleared(Generic[A]):
    """A page of which every word and file went through the pass. Only `privacy` makes one (DESIGN, "How Cleared is sealed").

    address: cleared path parts. words: front matter, cleared. body: HTML. pictures, files: what may appear.
    """

    audience: type[A]
    kind: str
    source: str
    address: tuple[str, ...]
    title: str
    words: Mapping[str, Text]
    body: Markup
    pictures: tuple[ClearedPicture, ...]
    files: tuple[ClearedFile, ...]
    seal: InitVar[Seal]

    def __post_init__(self, seal: Seal) -> None:
        """Refuse another seal than the pass's own, and freeze the words."""
        if seal is not SEAL:
            message = "Cleared kan alleen door de privacypas worden gemaakt."
            raise TypeError(message)
        object.__setattr__(self, "words", MappingProxyType(dict(self.words)))

    def __reduce__(self) -> NoReturn:
        """No pickling: it would be a way round the seal."""
        message = "Cleared wordt niet gepickeld; alleen privacy.shelf legt weg en haalt terug."
        raise TypeError(message)

    def __init_subclass__(cls) -> NoReturn:
        """No subclass: it could leave out the check."""
        message = "Cleared heeft geen subklassen."
        raise TypeError(message)
