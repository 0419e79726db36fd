"""What the verifier hands back: one leak, and the error that stops publication. Neither carries a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SURNAME = "achternaam van een kind"
INITIALS = "voorletter en achternaam van een kind"
FAMILY = "familienaam van een kind"
PHONE = "telefoonnummer"
EMAIL = "e-mailadres"
IBAN = "rekeningnummer"
BSN = "burgerservicenummer"
ADDRESS = "woonadres"
POSTCODE = "postcode van een woonadres"
BIRTH = "geboortedatum"
GPS = "plaatsbepaling in een foto"
PICTURE = "tegengehouden foto"
LETTERED = "foto in letters geschreven"
UNREADABLE = "kan niet gelezen worden"

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """One thing that may not go live: where it stands, what kind it is (Dutch), and a hint without the thing itself.

    `file` is the path below the stage, masked when the path itself leaks; `line` counts from 1, 0 is the whole file.
    """

    file: str
    line: int
    kind: str
    shown: str = ""

    def plain(self) -> tuple[str, int, str, str]:
        """As a plain tuple, to come from another process."""
        return self.file, self.line, self.kind, self.shown

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.kind}" + (f" ({self.shown})" if self.shown else "")


class LeakError(Exception):
    """The verifier refuses the stage; carries every leak that it found."""

    def __init__(self, leaks: Iterable[Leak]) -> None:
        self.leaks = tuple(leaks)
        super().__init__("\n".join(str(leak) for leak in self.leaks))


def masked(text: str) -> str:
    """`text` with only the first letter of each word left: "Sanne de Vries" → "S… d… V…"; digits become "…" as well."""
    return _WORD.sub(lambda word: "…" if word[0][0].isdigit() else word[0][0] + "…", text.strip())
