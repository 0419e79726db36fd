"""HTML as one text that a reader sees, whatever tags cut it up; and back, with stretches of it replaced."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar, cast, overload

from sitegen.late import late
from sitegen.privacy import shadow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sitegen.privacy.finding import Match

# Stands where something was cut; tidying works only around it and takes it away.
CUT = "\ue000"
BLOCK, CELL = "\x1e", "\x1f"
Kind = Literal["body", "text", "slug"]

_TAGS = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_EMPHASIS = frozenset({"em", "i", "cite", "strong", "b"})
_CELLS = frozenset({"td", "th"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOTED = _EMPHASIS | _CELLS | _HEADINGS | {"table", "tr"}
_MARKS = frozenset({BLOCK, CELL})
_PIECE = cast("Callable[[tuple[int, int, int, int]], shadow.Piece]", partial(tuple.__new__, shadow.Piece))
_BLOCKS = frozenset(
    "p div li ul ol dl dt dd table thead tbody tfoot tr h1 h2 h3 h4 h5 h6 hr figure figcaption blockquote pre section caption details summary".split()
)
# Words as matching sees them: runs of letters or digits, parted where CamelCase parts them.
# "sEm DE vRIES" and "tErPsTrA" are words of their own, not CamelCase.
# The first alternative is nearly every word; it takes none that one of the others would take otherwise.
_LETTERS = (
    r"[A-Z]?[a-z]++(?![A-Z])|IJ[a-z]+|(?<![A-Za-z])(?:[a-z][A-Z]{2,}(?![a-z])|[a-z](?:[A-Z][a-z]){2,}[A-Z]?(?![A-Za-z])|[a-z][A-Z][a-z](?![A-Za-z]))|[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[A-Z]|[0-9]+|[^\W\d_A-Za-z]+"
)
_WORD = re.compile(_LETTERS)
_PARTED = late(f"({_LETTERS})")
# The same where no capital stands behind a small letter and none but the first before one, as on most pages: twice as fast, and
# faster still without letters of other scripts. (A pattern that begins with one set of letters is looked for at speed; with a repeated one it isn't.)
_EVENLY = late(r"([A-Za-z]+|[0-9]+|[^\W\d_A-Za-z]+)")
_PLAINLY = re.compile(r"([A-Za-z0-9](?:(?<=[0-9])[0-9]*|[A-Za-z]*))")
_SHAPE = bytes(97 if chr(code).islower() else 65 if chr(code).isupper() else 46 if chr(code) == "." else 32 for code in range(128)) + b" " * 128

_DIGITS = re.compile(r"\d\d*")
_LONG, _LONG_RUN = 5, late(r"[a-z][a-z]{4,}")


class Word(NamedTuple):
    """A word of a line: [start, end) in its text, and its letters in lower case."""

    start: int
    end: int
    low: str


_WORD_OF = cast("Callable[[tuple[int, int, str]], Word]", partial(tuple.__new__, Word))


class Words(Sequence[Word]):
    """The words of a line, each made when it is asked for: a page has hundreds, and the rules look closely at few."""

    __slots__ = ("_ends", "_lows", "_starts")

    def __init__(self, starts: list[int], ends: list[int], lows: list[str]) -> None:
        self._starts = starts
        self._ends = ends
        self._lows = lows

    def __len__(self) -> int:
        return len(self._lows)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> list[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | list[Word]:
        if isinstance(index, slice):
            return list(map(_WORD_OF, zip(self._starts[index], self._ends[index], self._lows[index], strict=True)))
        return _WORD_OF((self._starts[index], self._ends[index], self._lows[index]))

    def __iter__(self) -> Iterator[Word]:
        return map(_WORD_OF, zip(self._starts, self._ends, self._lows, strict=True))


class Cell(NamedTuple):
    """A table cell: table, row and column from 0, whether it is a header, and [start, end) in the line's text."""

    table: int
    row: int
    column: int
    header: bool
    start: int
    end: int


T = TypeVar("T")


class _Once(Generic[T]):
    """A property that is worked out once: `functools.cached_property` without its lock, which costs more than most of these."""

    def __init__(self, make: Callable[[Line], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type[Line], name: str) -> None:
        self._name = name

    def __get__(self, line: Line, owner: type[Line]) -> T:
        value = self._make(line)
        line.__dict__[self._name] = value
        return value


@dataclass(frozen=True)
class Line:
    """What the rules look at. `seen` as a reader sees it, `text` the same in plain letters (equal length).

    In a body, blocks are parted by BLOCK, table cells by CELL, line breaks by a newline; `emphasis` is what stands in
    italics or bold type there. `kind` is "slug" for addresses, ids and file names, where separators and capitals mean nothing.
    """

    seen: str
    text: str
    kind: Kind = "text"
    source: str = ""
    pieces: tuple[shadow.Piece, ...] = ()
    cells: tuple[Cell, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()

    @_Once
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @_Once
    def words(self) -> Words:
        """Every word in order."""
        return Words(*self._bounds, self.lows)

    @_Once
    def lows(self) -> list[str]:
        """The letters of every word, in lower case."""
        return list(map(str.lower, self._parts[1::2]))

    @_Once
    def _bounds(self) -> tuple[list[int], list[int]]:
        # Where words begin, and where they end.
        ends = list(accumulate(map(len, self._parts)))
        return ends[:-1:2], ends[1::2]

    @_Once
    def _parts(self) -> list[str]:
        # What stands before a word, the word, what stands before the next, …, what stands behind the last.
        text = self.text
        return (_PARTED if not self.even else _PLAINLY if text.isascii() else _EVENLY).split(text)

    @_Once
    def shape(self) -> bytes:
        """The text with every plain capital as A, every small letter as a, and nothing else but full stops: cheap to look through."""
        return self.text.encode("ascii", "replace").translate(_SHAPE)

    @_Once
    def even(self) -> bool:
        """Whether no word changes between capitals and small letters behind its first letter."""
        return b"aA" not in self.shape and b"AAa" not in self.shape

    @_Once
    def vocabulary(self) -> frozenset[str]:
        """The distinct words in lower case."""
        if self.kind == "body":
            # The rules will want to know where its words stand as well.
            return frozenset(self.lows)
        return frozenset(map(str.lower, _WORD.findall(self.text)))

    @_Once
    def numbers(self) -> list[tuple[int, int]]:
        """Where digits stand, each run of them [start, end): what looks for numbers goes from one to the next."""
        return [found.span() for found in _DIGITS.finditer(self.text)]

    @_Once
    def compounds(self) -> frozenset[str]:
        """The distinct words that are long enough to be a surname with something stuck to it."""
        return frozenset([word for word in self.vocabulary if len(word) > _LONG])

    @_Once
    def long(self) -> frozenset[str]:
        """The distinct runs of five plain letters or more, in lower case."""
        if self.even and self.text.isascii():
            return frozenset([word for word in self.vocabulary if len(word) >= _LONG and word.isalpha()])
        return frozenset(_LONG_RUN.findall(self.low))

    def places(self, wanted: Iterable[str]) -> list[int]:
        """The indexes of these words, in order."""
        lows = self.lows
        found = []
        for low in wanted:
            index = -1
            for _ in range(lows.count(low)):
                index = lows.index(low, index + 1)
                found.append(index)
        return sorted(found)

    def word_at(self, position: int) -> int:
        """The index of the first word that starts at or after `position`."""
        return bisect_right(self._bounds[0], position - 1)

    def gap(self, index: int) -> str:
        """What stands between word `index` and the next."""
        at = 2 * index + 2
        return self._parts[at] if 0 < at < len(self._parts) - 1 else BLOCK if at else ""

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence (or block) around [start, end)."""
        left = max((found.end() for found in _END.finditer(self.text, max(0, start - 400), start)), default=None)
        if left is None:
            left = max(0, start - 400)
        right = _END.search(self.text, end)
        return left, (right.start() + (right[0][0] in ".!?") if right else len(self.text))


# A mark between blocks or cells, or a full stop (no abbreviation's). Its first letter is asked first: that is what the engine can look for at speed.
_END = re.compile(r"[.!?\x1e\x1f](?:(?<=[\x1e\x1f])|(?<![A-Z].)(?<!\b[a-z].)(?<!\b[A-Za-z][a-z].)[.!?]*[\"')]*\s+(?=[A-Z\"'(0-9])|\s*$)")


class _Tag(NamedTuple):
    """What a tag means to a reader: its name, whether it opens, and the mark that it leaves in the text."""

    name: str
    opens: bool
    mark: str


@lru_cache(maxsize=1024)
def _tag(tag: str) -> _Tag:
    named = _NAME.match(tag)
    name = named[1] if named else ""
    opens = tag[1] != "/"
    mark = BLOCK if name in _BLOCKS else "\n" if name == "br" else CELL if name in _CELLS and not opens else ""
    return _Tag(name if name in _NOTED else "", opens, mark)


def body(markup: str) -> Line:
    """The line of a cleaned HTML body (see `clean`)."""
    seen: list[str] = []
    flat: list[str] = []
    pieces: list[shadow.Piece] = []
    cells: list[Cell] = []
    headings: list[tuple[int, int]] = []
    at = done = 0
    last = BLOCK
    emphasis: list[tuple[int, int]] = []
    table, row, column, opened, header = -1, -1, 0, -1, False
    heading = leaning = -1
    # Text, tag, text, tag, …, text.
    parts = _TAGS.split(markup)
    plain = not shadow.disguises(markup)
    for index in range(0, len(parts), 2):
        raw = parts[index]
        if raw:
            if plain and raw.isascii():
                size = len(raw)
                seen.append(raw)
                flat.append(raw)
                pieces.append(_PIECE((at, at + size, done, done + size)))
                at += size
                last = raw[-1]
            else:
                shown, letters, found = shadow.read(raw, done, at)
                if letters:
                    seen.append(shown)
                    flat.append(letters)
                    pieces += found
                    at += len(letters)
                    last = letters[-1]
            done += len(raw)
        if index + 1 == len(parts):
            break
        tag = parts[index + 1]
        done += len(tag)
        name, opens, mark = _tag(tag)
        if name in _EMPHASIS:
            if opens:
                leaning = at
            elif leaning >= 0:
                emphasis.append((leaning, at))
                leaning = -1
        elif name in _CELLS:
            if opens:
                header = name == "th"
            elif opened >= 0:
                cells.append(Cell(table, row, column, header, opened, at))
                opened, column = -1, column + 1
        elif name in _HEADINGS:
            if opens:
                heading = at
            elif heading >= 0:
                headings.append((heading, at))
                heading = -1
        elif name == "table" and opens:
            table, row = table + 1, -1
        elif name == "tr" and opens:
            row, column = row + 1, 0
        if mark and last not in _MARKS or mark == BLOCK and last == CELL:
            seen.append(mark)
            flat.append(mark)
            at += 1
            last = mark
        if opens and name in _CELLS:
            opened = at
    return Line("".join(seen), "".join(flat), "body", markup, tuple(pieces), tuple(cells), tuple(headings), tuple(emphasis))


# A page's ids and titles are looked at in every round, and most of them again on the next page.
@lru_cache(maxsize=4096)
def text(value: str, kind: Kind = "text") -> Line:
    """The line of a plain text: a title, an attribute's value, a slug."""
    seen, flat, pieces = shadow.read(value)
    return Line(seen, flat, kind, value, tuple(pieces))


def cut(line: Line, matches: Iterable[Match]) -> str:
    """The source of `line` with each match replaced and a CUT mark where something went. Matches don't overlap.

    Tags inside a match stay; of a letter that can't be taken apart (an entity, a ligature) all goes.
    """
    edits: list[tuple[int, int, str]] = []
    starts = [piece.start for piece in line.pieces]
    plain_html = line.kind == "body"
    for match in sorted(matches, key=lambda one: one.start):
        replacement = html.escape(match.replacement, quote=False) if plain_html else match.replacement
        new, later = f"{replacement}{CUT}", False
        index = max(bisect_right(starts, match.start) - 1, 0)
        while index < len(line.pieces) and line.pieces[index].start < match.end:
            piece = line.pieces[index]
            index += 1
            low, high = max(match.start, piece.start), min(match.end, piece.end)
            if low >= high:
                continue
            if piece.end - piece.start == piece.source_end - piece.source:
                left, right = piece.source + low - piece.start, piece.source + high - piece.start
            else:
                left, right = piece.source, piece.source_end
            if edits and later and line.source[edits[-1][1] : left].find("<") < 0:
                # Invisible letters between two pieces of one text go along.
                edits[-1] = (edits[-1][0], right, edits[-1][2])
            else:
                edits.append((left, right, new))
            # Each piece leaves its mark: an element around the middle of a number must go with it.
            new, later = CUT, True
    result: list[str] = []
    done = 0
    for left, right, new in edits:
        if left < done:
            continue
        result += (line.source[done:left], new)
        done = right
    result.append(line.source[done:])
    return "".join(result)
