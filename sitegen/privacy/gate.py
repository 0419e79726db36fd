"""The gate: a draft goes in; a cleared page, and what was found, come out. Pure: no disk, no clock."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from sitegen.privacy.account import Account
from sitegen.privacy.attributes import clear_tags, clear_target
from sitegen.privacy.clean import clean, only_shown
from sitegen.privacy.cleared import A, Cleared, ClearedFile, ClearedPicture, Text
from sitegen.privacy.passage import CUT, Kind, Line, body, cut, text
from sitegen.privacy.people import People, people
from sitegen.privacy.rules import NEAR, NUMBERS, RULES
from sitegen.privacy.rules.contact import kept_mails
from sitegen.privacy.seal import SEAL
from sitegen.privacy.settle import settle, unaccepted
from sitegen.privacy.tidy import blocks, tidy, tidy_slug

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sitegen.draft import Draft, Value
    from sitegen.privacy.finding import Finder, Finding, Match
    from sitegen.register import Register
    from sitegen.school import School

# More people than this are not near one page: the caller gave the whole register.
_MANY = 80
# Three do for nearly every page; more than a dozen only where names spelled out in spaced letters stand in a row, one found in each.
_ROUNDS = 100
# Names of values that readers give: no need to look whether they are somebody's.
_KEYS = frozenset("title date kind summary draft publish_on expires_on tags order slug redirect_from".split())
# What numbers and written-out addresses begin with; letters spread out.
_BUSY = re.compile(r"\d(?:\d{2}|\W{0,3}\d\W{0,3}\d|(?<=[a-z]\d)|(?<=[a-z]\s\d))", re.IGNORECASE)
_SPREAD = re.compile(r"\w \w \w \w")
_BUSY_WORDS = frozenset({"at", "a", "punt", "dot", "fam", "familie", "gezin"})
_TAG = re.compile(r"<[^>]*>")
# "'s", the longest replacement that is no name.
_POSSESSIVE = 2
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:]+)?\Z")


def clear(draft: Draft, register: Register, school: School, audience: type[A]) -> tuple[Cleared[A], tuple[Finding, ...]]:
    """The page as it may be published for `audience`, and what was removed, withheld or must be looked at.

    `register` may be whole or `register.about(draft.page_words)`: the result is the same. Everything in the draft goes
    through: front matter, address, body, attributes, names of files.
    """
    pictures: tuple[ClearedPicture, ...] = ()
    files: tuple[ClearedFile, ...] = ()
    markup: str = draft.html
    gone: frozenset[str] = frozenset()
    judged: tuple[Finding, ...] = ()
    if draft.pictures or draft.attachments:
        from sitegen.privacy.files import judge

        verdict = judge(draft, register, school, audience)
        pictures, files, markup, gone, judged = verdict.pictures, verdict.files, verdict.html, verdict.first_names_gone, verdict.findings
    washer: Washer = Washer(_near(register, lambda: draft.page_words), school, Account(draft.place.file, draft.source))
    markup = only_shown(clean(markup), {one.key for one in pictures})
    values: dict[str, Value] = {key: value for key, value in draft.words.items() if key != "image"}
    address = list(draft.address)
    # Whoever is found in one part is known in all: the parts go round together until nothing is found in any.
    for _ in range(_ROUNDS):
        before = (markup, dict(values), list(address))
        markup = washer.body(markup)
        values = {key: washer.value(key, value) for key, value in values.items()}
        address = [washer.slug(part) for part in address]
        pictures = tuple(replace(one, alt=washer.text(one.alt)) for one in pictures)
        files = tuple(replace(one, name=washer.slug(one.name)) for one in files)
        if not washer.learn() and before == (markup, values, address) and not washer.unsure():
            break
    if gone:
        from sitegen.privacy.captions import lose

        markup, pictures = lose(markup, pictures, gone)
    image = _share(draft, pictures)
    words: dict[str, Text] = {key: value for key, value in values.items() if key in _KEYS or washer.text(key) == key}
    if image:
        words["image"] = image
    title = str(values.get("title") or "").strip() or "Zonder titel"
    cleared = Cleared(
        audience, draft.kind, draft.place.file, tuple(part or "pagina" for part in address), title, words,
        Markup(markup),  # noqa: S704 -- the one place where cleared text becomes markup
        pictures, files, SEAL,
    )
    return cleared, (*judged, *washer.findings(markup))


def clear_text(value: str, register: Register, school: School) -> tuple[str, tuple[Finding, ...]]:
    """One line outside a page (a calendar title, a fact of the schoolgids) as it may be published, and what was found."""
    from sitegen.fold import page_words

    washer: Washer = Washer(_near(register, lambda: page_words(value)), school, Account("", ""))
    for _ in range(_ROUNDS):
        before = value
        value = washer.text(value)
        if not washer.learn() and value == before:
            break
    return value, washer.findings("")


def _near(register: Register, words: Callable[[], str]) -> Register:
    if len(register.pupils) + len(register.carers) + len(register.staff) + len(register.members) > _MANY:
        return register.about(words())
    return register


def _share(draft: Draft, pictures: tuple[ClearedPicture, ...]) -> str:
    # The front matter names the author's file; what stays is the key of that picture, if it may appear.
    wanted = draft.words.get("image")
    paths = {one.path for one in draft.pictures if wanted and one.name == wanted}
    return next((one.key for one in pictures if one.path in paths), "")


class Washer:
    """Runs the rules over one page's texts until nothing is found, and keeps the account of it."""

    def __init__(self, register: Register, school: School, account: Account) -> None:
        self.school = school
        self.account = account
        self.register = register
        self.people: People = people(register)
        self.finders: list[Finder] = [rule(self.people, school) for rule in RULES]
        self.far = [finder for rule, finder in zip(RULES, self.finders, strict=True) if rule not in NEAR]
        self.numbers = [finder for rule, finder in zip(RULES, self.finders, strict=True) if rule in NUMBERS]
        self.new = self.heard = self.parted = self.again = self.stood_in = False
        # Texts and blocks in which nothing was found while nobody new was known: they needn't be looked at again.
        self.quiet: dict[tuple[str, Kind], list[tuple[Line, list[Match]]]] = {}
        self.clean: set[str] = set()
        self.doubts: list[tuple[Line, list[Match]]] = []

    def learn(self) -> bool:
        """Remember the children found in this round; True when one is new, so that texts must be looked at again."""
        new, heard = self.new, self.heard
        self.new = self.heard = False
        if new:
            self.clean.clear()
        if new or heard:
            self._wake()
        return new or heard

    def _wake(self) -> None:
        """Forget that texts were quiet, but for those that hold nothing of the names of whoever was found."""
        people = self.people
        parts = people.seen_firsts.union(people.seen, *(owner.parsed.joined for owners in people.seen.values() for owner in owners))
        for one in [one for one in self.quiet if one[0] and _holds(text(*one), parts)]:
            del self.quiet[one]

    def unsure(self) -> bool:
        """Whether blocks were looked at apart from the rest of the page, and that matters; then all of it is looked at once more.

        A child whose first name took the place of a surname can be company for a surname at any distance, and so can a cell of a table.
        """
        self.again, self.parted = self.parted, False
        if self.again:
            self.clean.clear()
        return self.again

    def matches(self, line: Line, *, whole: bool = False, nameless: bool = False) -> list[Match]:
        """What the rules find in a line, settled; doubts that cut nothing are noted and left out.

        `whole`: the line is all of the body, so that its own blocks know already whom its names rule found. `nameless`: no name can stand in it.
        """
        finders = self.far if whole and self.again else self.finders
        # Names first: who stands on the page in full helps the rules behind to see who else is meant.
        named = [] if nameless else unaccepted(finders[0](line), line, self.register.accepted, self.account.file)
        fresh = self.people.see(match.child for match in named if match.child)
        self.heard |= fresh
        self.new |= fresh and not whole
        found = named + unaccepted((match for finder in (self.numbers if nameless else finders[1:]) for match in finder(line)), line, self.register.accepted, self.account.file)
        mails = kept_mails(line, self.people, self.school) if found else []
        if mails:
            # A colleague's work address is no place to cut a name out of, though a child bears it too.
            found = [match for match in found if not any(start <= match.start and match.end <= end for start, end in mails)]
        keep = [match for match in found if match.keep]
        settled = settle(match for match in found if not match.keep)
        self.account.note(line, settled)
        self.doubts.append((line, keep))
        self.new |= self.people.see(match.child for match in settled if match.child)
        return settled

    def _short(self, line: Line) -> list[Match]:
        """What the rules find in a text; most titles, addresses and ids can hold no name, and asking that first is ten times cheaper."""
        if not self._nameless(line):
            return self.matches(line)
        return self.matches(line, nameless=True) if line.numbers and _BUSY.search(line.text) else []

    def _nameless(self, line: Line) -> bool:
        """Whether nothing but a number in digits can be found: no word of a name, no mail address, no capital but the first letter."""
        text, low, vocabulary = line.text, line.low, line.vocabulary
        if "@" in low or "aap" in low or "staart" in low or not _BUSY_WORDS.isdisjoint(vocabulary):
            return False
        # "De tweeling Wubbels", "K.Rozendaal, groep 6", "#sterkteyara", "nul zes twaalf …".
        if line.kind != "slug" and (b"A" in line.shape[1:] or "#" in text or "\n" in text or "zes" in low):
            return False
        if len(text.split()) > 1 and _SPREAD.search(text):
            return False
        names = self.people
        if not (names.forms.isdisjoint(vocabulary) and names.joined.keys().isdisjoint(vocabulary) and names.seen.keys().isdisjoint(vocabulary)):
            return False
        long = " ".join(line.compounds)
        return not any(core in long for core in names.children)

    def findings(self, markup: str) -> tuple[Finding, ...]:
        """What was found on the page; of the doubts only those about a sentence that is still seen in `markup`, or outside the body."""
        doubts = [(line, keep) for line, keep in self.doubts if keep]
        if doubts:
            seen = body(markup).seen
            for line, keep in doubts:
                left = [match for match in keep if line.kind != "body" or line.seen[slice(*line.sentence(match.start, match.end))] in seen]
                self.account.note(line, left)
        return self.account.findings()

    def body(self, markup: str) -> str:
        """A cleaned HTML body, washed once."""
        markup = clear_tags(markup, self)
        parted = blocks(markup)
        todo = [index for index, block in enumerate(parted) if block not in self.clean]
        if not todo:
            return markup
        apart = len(todo) <= len(parted) // 2
        self.parted = apart and (self.stood_in or "<table" in markup)
        if not apart:
            parts = [self._part(markup, whole=True)]
        else:
            # What was cut in one block mostly shows something to its neighbours; `unsure` asks for the far end of the page.
            parts, done = [], 0
            for start, end in _runs(todo, _tables(parted) if "<table" in markup else [], len(parted)):
                parts += parted[done:start]
                parts.append(self._part("".join(parted[start:end]), whole=False))
                done = end
            parts += parted[done:]
        new = "".join(parts)
        self.clean.update(set(parted) & set(blocks(new)))
        return new if new == markup or _same_tags(markup, new) else clean(new)

    def _part(self, markup: str, *, whole: bool) -> str:
        line = body(markup)
        found = self.matches(line, whole=whole)
        self.stood_in |= any(len(match.replacement) > _POSSESSIVE for match in found)
        return tidy(cut(line, found)) if found else markup

    def text(self, value: str, kind: Kind = "text") -> str:
        """A plain text, washed once."""
        if not value:
            return value
        known = self.quiet.get((value, kind))
        if known is not None:
            self.doubts += known
            return value
        line = text(value, kind)
        noted = len(self.doubts)
        found = self._short(line)
        if not found:
            self.quiet[value, kind] = self.doubts[noted:]
            return value
        return tidy_slug(cut(line, found)) if kind == "slug" else tidy(cut(line, found)).strip()

    def slug(self, value: str) -> str:
        """An address part, an id or a file name, washed once."""
        return self.text(value, "slug")

    def value(self, key: str, value: Value) -> Value:
        """A value of the front matter, washed once. A number that turns out to be somebody's is dropped."""
        if isinstance(value, tuple):
            return tuple(part for part in (self.value(key, one) for one in value) if isinstance(part, str) and part)
        if isinstance(value, str):
            if _DAY.match(value):
                return value
            if key == "redirect_from":
                return clear_target(value, self) or ""
            return self.text(value, "slug" if key == "slug" else "text")
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value if self.text(str(value)) == str(value) else None
        return value


def _holds(line: Line, parts: set[str]) -> bool:
    """Whether any of `parts` (lower case) stands in a text, whatever parts its letters."""
    letters = "".join(line.lows)
    return any(part in letters for part in parts)


def _same_tags(one: str, other: str) -> bool:
    # Where only text went, there is nothing to mend; but the first line of a <pre> is not like others.
    return "<pre" not in other and _TAG.findall(one) == _TAG.findall(other)


def _tables(parted: Sequence[str]) -> list[tuple[int, int]]:
    """Where tables lie, as runs of blocks: what a cell says hangs on the head of its column."""
    found, opened = [], -1
    for index, block in enumerate(parted):
        if block.startswith("<table"):
            opened = index
        if opened >= 0 and "</table>" in block:
            found.append((opened, index + 1))
            opened = -1
    return found


def _runs(indexes: list[int], tables: list[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """Runs [start, end) of neighbouring blocks, with one more block on either side, and all of a table that they touch with what announces it."""
    runs: list[tuple[int, int]] = []
    for index in indexes:
        start, end = max(0, index - 1), min(count, index + 2)
        for opened, closed in tables:
            if opened < end and start < closed:
                start, end = min(start, max(0, opened - 2)), max(end, closed)
        if runs and start <= runs[-1][1]:
            runs[-1] = runs[-1][0], max(end, runs[-1][1])
        else:
            runs.append((start, end))
    return runs


__all__ = ["CUT", "Washer", "clear", "clear_text"]
