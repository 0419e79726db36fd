"""Whether a picture, or a child, may be shown somewhere: yes or no, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.consent import FIRST_NAME, Kind, category, combine
from sitegen.desk.overzicht import needs
from sitegen.desk.whom import NOBODY, meant
from sitegen.fold import squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sitegen.consent import Answer
    from sitegen.register import Pupil, Register
    from sitegen.school import School

# What somebody may ask after `--kanaal` → the kind of page whose rule counts.
CHANNELS = {"website": "page", "nieuwsbrief": "newsletter", "schoolgids": "schoolgids", "social": "social"}
_WHERE = {"website": "op de website", "nieuwsbrief": "in de nieuwsbrief", "schoolgids": "in de schoolgids", "social": "op social media"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """The answer for one channel. reasons: for each child or obstacle one Dutch line. first_name: who may not be named."""

    channel: str
    may: bool
    reasons: tuple[str, ...]
    nameless: tuple[str, ...] = ()

    def told(self, what: str) -> str:
        """The answer in words, reasons below it."""
        verdict = "JA " if self.may else "NEE"
        lines = [f"{verdict}  {what} {'mag' if self.may else 'mag niet'} {_WHERE[self.channel]}", *(f"       {reason}" for reason in self.reasons)]
        if self.may and self.nameless:
            lines.append(f"       zonder voornaam erbij: {', '.join(self.nameless)}")
        return "\n".join(lines)


def ruling(who: Sequence[str] | None, kind: Kind, channel: str, register: Register, school: School) -> Ruling:
    """Whether everybody in `who` (entries as in media.yaml; None: nothing was declared) may be shown in `channel`."""
    if not who:
        return Ruling(channel, False, ("nergens staat wie erop staan; schrijf het in media.yaml naast de foto: BESTAND: {who: [leerlingnummer]}",))
    if all(squeeze(entry) in NOBODY for entry in who):
        return Ruling(channel, True, ("er staat geen kind herkenbaar op",))
    names = [category(kind, one) for one in needs(school, CHANNELS[channel])]
    may, reasons, nameless = True, [], []
    for entry in who:
        found = meant(entry, register)
        if found.fault:
            may = False
            reasons.append(f"{entry}: {found.fault}")
            continue
        for pupil in found.pupils:
            answer = _answer(pupil, names, register)
            may = may and answer.may
            reasons.append(f"{shown(pupil)}: {answer.why}")
            if not register.answer(pupil.number, FIRST_NAME).may and FIRST_NAME in register.asked:
                nameless.append(shown(pupil))
    return Ruling(channel, may, tuple(dict.fromkeys(reasons)), tuple(dict.fromkeys(nameless)))


def _answer(pupil: Pupil, names: Sequence[str], register: Register) -> Answer:
    return combine(register.answers.get(pupil.number, {}), names)


def shown(pupil: Pupil) -> str:
    """A child as teachers write it: Noor (groep 3)."""
    group = pupil.group.lower() if pupil.group.startswith("Groep") else pupil.group
    return f"{pupil.name.first or pupil.number} ({group})" if group else pupil.name.first or pupil.number
