"""Which child a row is about: by its number, and only without one by its name, if that fits one child."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitegen.dutch import amount
from sitegen.fold import squeeze
from sitegen.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sitegen.importers.part import Keys
    from sitegen.problem import Place
    from sitegen.register import Pupil


@dataclass(frozen=True, slots=True)
class Whose:
    """The known pupils by number, with first name and surname as written."""

    written: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, pupils: Iterable[Pupil]) -> Whose:
        """The pupils with a number; of a number that occurs twice, the first."""
        written: dict[str, tuple[str, str]] = {}
        for pupil in pupils:
            if pupil.number:
                written.setdefault(pupil.number, (pupil.name.first, pupil.name.last))
        return cls(written)

    def rows(self, keys: Keys, place: Place, blocked: dict[str, str]) -> tuple[Mapping[str, Sequence[int]], list[Problem]]:
        """The rows of a table by child. Children that can't be told apart are added to `blocked`, with the reason.

        Returns also what didn't fit: rows of nobody, names that fit two, names that contradict the number.
        """
        found: defaultdict[str, list[int]] = defaultdict(list)
        for row, number in enumerate(keys.numbers):
            found[number].append(row)
        nameless = found.pop("", [])
        strangers = [keys.lines[row] for number in found.keys() - self.written.keys() for row in found.pop(number)]
        problems = self._contradictions(keys, place, found, blocked)
        for row in nameless:
            fits = self._named(keys.firsts[row], keys.lasts[row])
            if len(fits) == 1:
                found[fits[0]].append(row)
            elif not fits:
                strangers.append(keys.lines[row])
            else:
                blocked.update(dict.fromkeys(fits, "een regel zonder leerlingnummer past op meer dan één kind met deze naam"))
                problems.append(Problem(replace(place, line=keys.lines[row]), "register-naam-dubbel", f"deze naam past op {len(fits)} leerlingen; van geen van hen wordt iets geplaatst.", "Vul het leerlingnummer in."))
        if strangers:
            strangers.sort()
            lines = ", ".join(map(str, strangers[:8])) + (" en verder" if len(strangers) > 8 else "")
            problems.append(Problem(replace(place, line=strangers[0]), "register-onbekende-leerling", f"{amount(len(strangers), 'regel hoort', 'regels horen')} bij geen enkele leerling (regel {lines}).", ("Verbeter het leerlingnummer." if any(keys.numbers) else "Maak de export met leerlingnummer, of schrijf de naam zoals in de leerlingenlijst.") + " Is het kind van school, zet het dan in oud-leerlingen.", "waarschuwing"))
        return found, problems

    def _contradictions(self, keys: Keys, place: Place, found: Mapping[str, Sequence[int]], blocked: dict[str, str]) -> list[Problem]:
        if not any(keys.firsts) and not any(keys.lasts):
            return []
        return [
            self._contradiction(replace(place, line=keys.lines[row]), number, keys.firsts[row], keys.lasts[row], blocked)
            for number, rows in list(found.items())
            for row in rows
            if self.written[number] != (keys.firsts[row], keys.lasts[row]) and self._another(number, keys.firsts[row], keys.lasts[row])
        ]

    def _named(self, first: str, last: str) -> list[str]:
        one, two = squeeze(first), squeeze(last)
        if not one and not two:
            return []
        return [
            number for number, (their_first, their_last) in self.written.items()
            if (not one or squeeze(their_first) == one) and (not two or squeeze(their_last) == two)
        ]

    def _another(self, number: str, first: str, last: str) -> bool:
        """Whether a name beside a number is somebody else's: nothing in common with this child, or exactly another's."""
        their_first, their_last = self.written[number]
        first_fits = not first or squeeze(first) == squeeze(their_first)
        last_fits = not last or squeeze(last) == squeeze(their_last)
        if first_fits and last_fits:
            return False
        return (not first_fits and not last_fits) or bool(first and last and [other for other in self._named(first, last) if other != number])

    def _contradiction(self, place: Place, number: str, first: str, last: str, blocked: dict[str, str]) -> Problem:
        why = "bij dit leerlingnummer staat in een toestemmingslijst de naam van een ander kind"
        blocked.update(dict.fromkeys([number, *self._named(first, last)], why))
        return Problem(place, "register-naam-anders", f"leerlingnummer {number} hoort bij een ander kind dan de naam op deze regel; van beiden wordt niets geplaatst.", "Verbeter het nummer of de naam.")
