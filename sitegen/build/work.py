"""One build's work, once it is clear that there is any: the steps of `build` in their order."""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import faces, outputs, publish, report, sources, theme, within
from sitegen.artifact import fingerprint
from sitegen.build import clearing, crew, making, stale, state, told, unread, unseen, vanished
from sitegen.build.aside import About
from sitegen.decoding import decode
from sitegen.edition import Card, Edition, Event, bind
from sitegen.fold import tokens
from sitegen.outputs.guidebook import missing as missing_pdf
from sitegen.privacy import shelf
from sitegen.privacy.cleared import Cleared, ClearedFile, ClearedPicture, Site
from sitegen.problem import Place, Problem, SiteError, from_plain
from sitegen.readers import address, calendar, gids, links
from sitegen.school import register_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from sitegen import importers, verify
    from sitegen.build import Result
    from sitegen.build.aside import Aside
    from sitegen.build.rows import Row
    from sitegen.cache import Ledger
    from sitegen.publish import Staged
    from sitegen.register import Register
    from sitegen.school import School


def begin(root: Path, output: Path, day: dt.date, settings: state.Settings, inputs: state.Inputs, known: state.Known, aside: Aside | None) -> Work:
    """Refuse what is unsafe, then begin. Raises SiteError."""
    folder = register_of(root, settings.school)
    publish.check_target(root, output, folder)
    _refuse_tracked(root, folder, settings.school)
    return Work(root, output, day, settings, folder, inputs, known, aside)


class Work:
    """The values that the steps share. Each is set once; the steps are called by `build` in order."""

    def __init__(
        self, root: Path, output: Path, day: dt.date, settings: state.Settings, folder: Path, inputs: state.Inputs, known: state.Known, aside: Aside | None,
    ) -> None:
        self.root, self.output, self.day, self.inputs, self.known, self.ledger = root, output, day, inputs, known, known.ledger
        self.school, self.folder, self.early = settings.school, folder, (*settings.problems, *inputs.problems)
        school = self.school
        guides = gids.editions(inputs.files)
        self.issued = gids.issued({edition: _text(root, path) for edition in guides if (path := f"schoolgids/{edition}/_gids.yaml") in inputs.files})
        self.current = gids.in_force(guides, inputs.day, self.issued)
        self._policy = state.policy_of(school, self.current)
        before = known.register()
        # Who knows the register began when its files were as they were then; a change since must be seen by the next build.
        self._aside = aside if os.fspath(folder) in before else None
        self._stamps = before if self._aside else state.register_files(folder)
        self._people = known.people() if self._aside else fingerprint(inputs.day, *_digests(self._stamps))
        self._unseen: tuple[tuple[str, bytes], ...] = ()
        self.heirs: tuple[str, ...] = ()
        self.notes: tuple[str, ...] = ("Het register van deze website is verzonnen (fictional: true).",) if school.register.fictional else ()

    @cached_property
    def loaded(self) -> importers.Loaded:
        """The register for the day, read when first needed; with somebody aside that is mostly never."""
        from sitegen import importers

        return importers.load(self.folder, self.school, self.day)

    @cached_property
    def about(self) -> About:
        """What the register says of itself."""
        if self._aside is not None:
            with suppress(crew.WorkerDiedError):
                return self._aside.about()
        return About.of(self.loaded)

    @cached_property
    def theme(self) -> theme.Theme:
        """Templates and assets: the packaged ones under the school's own."""
        return theme.load(self.root, self.known.templates())

    @cached_property
    def under(self) -> state.Under:
        """Under what this build is made. Who has a name matters to every page, what parents allow to pages with pictures."""
        if self.known.people() == self._people:
            names = self.known.names()
        else:
            register = self.register()
            everyone = (register.pupils, register.carers, register.staff, register.members, register.accepted)
            names = fingerprint(*map(repr, everyone), *sorted(register.first_names), "", *sorted(register.asked))
        return state.Under(self._policy, self._people, names, self._stamps)

    def register(self) -> Register:
        """The register for the day."""
        return self.loaded.register

    def clear(self, told: Callable[[str, int, int], None] | None = None) -> clearing.Cleaned:
        """Step 3: every source read and cleared, or taken from the ledger."""
        if self._aside is None:
            self._refuse_register()
        inside = f"schoolgids/{self.current}/"
        guide = {path: stamp for path, stamp in self.inputs.files.items() if path.startswith(inside)} if self.current else {}
        chapters = {address.of(path).parts[1]: path for path in sources.pages(guide)}
        desk = clearing.Desk(self.root, self.inputs.files, lambda words, asked: self.register().about(words, *asked), self.school, chapters)
        same_policy = self.known.policy() == self._policy
        rows = self.known.rows() if same_policy else {}
        # Rows and register live until the end, here and in the workers: nobody has to look through them for dead cycles.
        gc.freeze()
        cleaned = clearing.clear_all(
            desk, self.ledger, rows, changed=_changed((self.known.people(), self.known.names()), self.under), aside=self._aside, meanwhile=self._get_ready, told=told,
        )
        self._refuse_register()
        return cleaned

    def _get_ready(self) -> None:
        self.theme.warm()
        _ = self.standing

    @cached_property
    def placed(self) -> state.Outputs:
        """Every published file, as it was placed."""
        return self.known.outputs()

    @cached_property
    def standing(self) -> frozenset[str]:
        """Those of them that nobody changed since."""
        return making.standing(self.placed, self.output)

    def _refuse_register(self) -> None:
        fatal = tuple(one for one in from_plain(self.about.problems) if one.severity == "fout")
        if fatal:
            raise SiteError(fatal)

    def bind(self, cleaned: clearing.Cleaned) -> tuple[Edition[Site], tuple[Problem, ...]]:
        """Step 4: the visible pages at their addresses, with the calendar and the facts of each edition."""
        rows = [row for row in cleaned.rows.values() if row.visible(self.inputs.day) and self._out(row)]
        entries, problems = self._calendar()
        facts, more = self._facts()
        told_before = _days(entries)
        events = (*entries, *(one for row in rows for event in row.events if not _again(one := Event(*event), told_before)))
        edition, taken = bind(
            Site, self.school, self.inputs.day, (row.card for row in rows if row.card), partial(_fetch, self.ledger),
            self.current, facts, tuple(sorted(set(events))), _pictures(rows), _files(rows), partial(_terms, self.ledger),
        )
        broken = tuple(problem for row in cleaned.rows.values() for problem in row.problems)
        late = gids.overdue(self.current, gids.editions(self.inputs.files), self.inputs.day, self.issued)
        self.heirs = told.heirs(edition)
        if edition.pictures and not faces.available():
            self.notes += (faces.OFF,)
        return edition, (*self.early, *from_plain(self.about.problems), *broken, *problems, *more, *taken, *stale.stale(edition), *unread.unread(self.inputs.files, cleaned.rows.values()), *filter(None, (late, missing_pdf(self.school))))

    def _out(self, row: Row) -> bool:
        """Whether a page may be read already: a chapter only when its edition has been issued."""
        card = row.card
        return card is None or card.kind != "chapter" or card.group == self.current or gids.is_out(card.group, self.inputs.day, self.issued)

    def make(self, edition: Edition[Site], staged: Staged, cleaned: clearing.Cleaned, told: Callable[[str, int, int], None] | None = None) -> making.Made:
        """Steps 5 and 6: files whose call is new, made and verified in the stage."""
        self._unseen, copies = unseen.unseen(tuple(cleaned.rows.values()), self.ledger, self.root, self.inputs.day)
        artifacts = outputs.artifacts(edition, self.theme)
        self.ledger.commit()
        examine = making.Examine(self._aside, lambda: self.knowledge, self._unseen)
        made = making.make(
            artifacts, self.placed, self.standing, staged, self.output, examine,
            ledger=self.ledger, changed=_changed(self.known.verified(), self.under), prepare=self.theme.prepare, told=told,
        )
        self.known.keep_templates(self.theme.compiled)
        made.problems = [_at_home(self.root, one) for one in made.problems] + list(copies)
        return made

    @cached_property
    def knowledge(self) -> verify.Knowledge:
        """What the verifier looks for."""
        from sitegen import verify

        return verify.knowledge(self.register(), self.school, self._unseen)

    def dead_links(self, cleaned: clearing.Cleaned, made: state.Outputs) -> tuple[Problem, ...]:
        """Links inside the site that lead nowhere, with the author's file."""
        problems = []
        for row in cleaned.rows.values():
            if row.links and row.visible(self.inputs.day) and self._out(row):
                for link in row.links:
                    path = link.lstrip("/")
                    if path not in made and f"{path}index.html" not in made and f"{path}/index.html" not in made:
                        problems.append(Problem(Place(row.path, self._line(row.path, link)), "link-dood", f"de link naar {link} leidt nergens heen.", "Verbeter het adres, of haal de link weg."))
        return tuple(problems)

    def _line(self, path: str, link: str) -> int:
        data = sources.read(self.root, path)
        return 0 if path.endswith(".docx") else links.line(decode(data, path), path, link)

    def counts(self, cleaned: clearing.Cleaned, edition: Edition[Site], made: making.Made) -> dict[str, int]:
        """Numbers for the summary."""
        found = told.numbers(cleaned.rows)
        return {
            "pagina's": len(edition.pages),
            "nieuwsbrieven": len(edition.newsletters),
            "verwijderd uit de tekst": found["verwijderd"],
            "tegengehouden": found["tegengehouden"],
            "na te kijken": found["nakijken"],
            "bestanden geschreven": len(made.written),
        }

    def telling(self, cleaned: clearing.Cleaned, private: Path) -> AbstractContextManager[Callable[[tuple[object, ...]], None]]:
        """Step 8 begins early: another process gathers the findings, and writes the report once it is told what came of the build."""
        keys = told.renew(cleaned.rows, state.groups(cleaned.rows), self.ledger)
        self.ledger.commit()
        return crew.ahead(lambda: told.gathered(keys, self.ledger), lambda found, summary: report.write(found, report.Summary(*summary), private))  # type: ignore[arg-type]

    def vanished(self, result: Result, private: Path, made: state.Outputs, *, place: bool) -> tuple[str, ...]:
        """Addresses that no longer lead anywhere. Compared with what the ledger says of the last build: a crash in between loses none."""
        if not place:
            return tuple(sorted(vanished.known(private, self.placed)))
        return vanished.keep(private, {*self.placed, *result.removed}, made, self.inputs.day)

    def summary(self, cleaned: clearing.Cleaned, result: Result, gone: Sequence[str]) -> report.Summary:
        """What the report says of the build, beside the findings."""
        return report.Summary(
            self.inputs.day, self.school.name, told.numbers(cleaned.rows), tuple(one.plain() for one in result.problems), dict(result.counts), self.about.snapshot,
            self.school.register.fictional, result.written, gone, (*result.notes, *self.heirs, *self.about.dropped),
        )

    def _calendar(self) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
        path = "content/kalender.yaml"
        if path not in self.inputs.files:
            return (), ()
        entries, problems = calendar.read(decode(sources.read(self.root, path), path), path)
        events = tuple(Event(one.first, one.last, self._cleared(one.title), one.kind, one.start, one.end, "") for one in entries)
        return events, problems

    def _facts(self) -> tuple[dict[str, dict[str, str]], tuple[Problem, ...]]:
        facts: dict[str, dict[str, str]] = {}
        problems: list[Problem] = []
        for edition in gids.editions(self.inputs.files):
            path = f"schoolgids/{edition}/_gids.yaml"
            if path in self.inputs.files:
                colophon, found = gids.read(decode(sources.read(self.root, path), path), path)
                facts[edition] = {key: self._cleared(value) for key, value in colophon.items()}
                problems += found
        return facts, tuple(problems)

    def _cleared(self, text: str) -> str:
        if self._aside is not None:
            with suppress(crew.WorkerDiedError):
                return self._aside.text(text)
        from sitegen.privacy import gate

        return gate.clear_text(text, self.register(), self.school)[0]


def _days(entries: Iterable[Event]) -> dict[str, list[frozenset[str]]]:
    days: dict[str, list[frozenset[str]]] = {}
    for one in entries:
        days.setdefault(one.first, []).append(frozenset(word for word in tokens(one.title) if len(word) > 3))
    return days


def _again(event: Event, days: Mapping[str, list[frozenset[str]]]) -> bool:
    """Whether the calendar has what a letter announces: "Ouderavond over online pesten" is "Ouderavond online pesten" of that day."""
    words = frozenset(word for word in tokens(event.title) if len(word) > 3)
    return any(words and known and (words <= known or known <= words) for known in days.get(event.first, ()))


def _changed(before: tuple[bytes, bytes], now: state.Under) -> clearing.Changed:
    people, names = before
    return "" if people == now.people else "toestemming" if names == now.names else "namen"


def _at_home(root: Path, problem: Problem) -> Problem:
    """A problem with a file that was opened by its full path, by its path in the site."""
    file = problem.place.file
    return replace(problem, place=replace(problem.place, file=Path(file).relative_to(root).as_posix())) if Path(file).is_relative_to(root) else problem


def _text(root: Path, path: str) -> str:
    return decode(sources.read(root, path), path)


def _digests(stamps: Mapping[str, tuple[int, ...]]) -> Iterator[bytes]:
    for path, stamp in stamps.items():
        if stamp:
            name = os.path.basename(path)
            yield os.fsencode(name)
            # A link is refused when the register is read, and told there; here it stands for nobody.
            yield b"" if os.path.islink(path) else within.read(os.path.dirname(path), name)


def _fetch(ledger: Ledger, card: Card) -> Cleared[Site]:
    return shelf.take(ledger.fetch("cleared", card.key), Site)  # type: ignore[arg-type]


def _terms(ledger: Ledger, card: Card) -> object:
    return ledger.fetch("terms", card.key)


def _pictures(rows: list[Row]) -> tuple[ClearedPicture, ...]:
    return tuple({one[0]: ClearedPicture(*one) for row in rows for one in row.pictures}.values())  # type: ignore[arg-type]


def _files(rows: list[Row]) -> tuple[ClearedFile, ...]:
    return tuple({one[0]: ClearedFile(*one) for row in rows for one in row.files}.values())  # type: ignore[arg-type]


def _refuse_tracked(root: Path, folder: Path, school: School) -> None:
    """A register that git keeps is a register on somebody's server: refused, unless it is fiction (FORMATS §1)."""
    if school.register.fictional or not (root / ".git").exists():
        return
    import subprocess

    try:
        found = subprocess.run(["git", "-C", os.fspath(root), "ls-files", "--", os.fspath(folder)], capture_output=True, timeout=20, check=False)  # noqa: S603, S607
    except (OSError, subprocess.TimeoutExpired):
        return
    if found.stdout.strip():
        raise SiteError([Problem(Place(state.SETTINGS), "register-git", "het register staat onder versiebeheer (git) en kan zo op internet komen.", f"Haal het eruit: git rm -r --cached {school.register.folder} en zet {school.register.folder} in .gitignore. Is het register verzonnen? Zet dan in site.yaml: register: {{fictional: true}}")])
