"""Whether a picture, or a child, may be shown somewhere: yes or no, and on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen import whom
from sitegen.consent import FIRST_NAME, Kind, category, combine
from sitegen.desk.overzicht import BOTH, needs
from sitegen.privacy import files

if TYPE_CHECKING:
    from sitegen.draft import Picture
    from sitegen.register import Pupil, Register
    from sitegen.school import School

# What somebody may ask after `--kanaal` → the kind of page whose rule counts.
CHANNELS = {"website": "page", "nieuwsbrief": "newsletter", "schoolgids": "schoolgids", "social": "social"}
_WHERE = {"website": "op de website", "nieuwsbrief": "in de nieuwsbrief", "schoolgids": "in de schoolgids", "social": "op social media"}


@dataclass(frozen=True, slots=True)
class Ruling:
    """The answer for one channel. reasons: for each child or obstacle one Dutch line. nameless: who may not be named."""

    channel: str
    may: bool
    reasons: tuple[str, ...]
    nameless: tuple[str, ...] = ()

    def told(self, what: str) -> str:
        """The answer in words, reasons below it."""
        verdict = "JA " if self.may else "NEE"
        lines = [f"{verdict}  {what} {'mag' if self.may else 'mag niet'} {_WHERE[self.channel]}", *(f"       {reason}" for reason in self.reasons)]
        if not self.may and self.channel in {"nieuwsbrief", "schoolgids"} and any("website" in reason for reason in self.reasons):
            lines.append(f"       {BOTH}")
        if self.may and self.nameless:
            lines.append(f"       zonder voornaam erbij: {', '.join(self.nameless)}")
        return "\n".join(lines)


def ruling(picture: Picture, channel: str, register: Register, school: School) -> Ruling:
    """What the build's own judge says of `picture` in `channel`, explained child by child.

    Names without a picture are asked about as one that isn't there: `Picture("", "", "", who=names)`.
    """
    needed = needs(school, CHANNELS[channel])
    verdict = files.rule(picture, register, school, needed, needs(school, "social"))
    if any(whom.resolve(entry, register).fault for entry in picture.who or ()):
        return Ruling(channel, verdict.may, _because(verdict, picture))
    names = [category(Kind(kind), one) for kind in picture.kind.split("+") for one in needed]
    answers = [(shown(pupil), combine(register.answers.get(pupil.number, {}), names)) for pupil in verdict.pupils]
    reasons = tuple(f"{name}: {answer.why}" for name, answer in answers)
    if not verdict.may and all(answer.may for _, answer in answers):
        reasons = (*reasons, *_because(verdict, picture))
    nameless = tuple(shown(pupil) for pupil in verdict.pupils if register.answer(pupil.number, FIRST_NAME).verdict == "nee")
    return Ruling(channel, verdict.may, reasons or ("er staat geen kind herkenbaar op",), nameless)


def _because(verdict: files.Ruling, picture: Picture) -> tuple[str, ...]:
    # The line for media.yaml helps only who has a file to put it beside.
    return tuple(filter(None, (verdict.why, verdict.remedy if picture.path else "")))


def shown(pupil: Pupil) -> str:
    """A child as teachers write it: Noor (groep 3)."""
    group = pupil.group.lower() if pupil.group.startswith("Groep") else pupil.group
    return f"{pupil.name.first or pupil.number} ({group})" if group else pupil.name.first or pupil.number
