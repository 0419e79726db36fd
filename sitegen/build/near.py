"""Who is near a page, as a fingerprint: while it stays the same, what the register says of the page does.

Apart from what clears pages: when a pupil is added every page is asked this, and mostly none has to be cleared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.artifact import fingerprint

if TYPE_CHECKING:
    from sitegen.register import Register

# A person's part of a page's key, by identity; the person stays in it, so that nobody else gets that identity.
Memory = dict[int, tuple[object, bytes]]


def near_key(people: Register, memory: Memory, *, consents: bool) -> bytes:
    """Stands for the people near and all that is known of them, `consents` included if asked. `memory` keeps each person's part between pages."""
    parts: list[bytes] = [b"met toestemming" if consents else b""]
    for person in (*people.pupils, *people.carers, *people.staff, *people.members):
        if id(person) not in memory:
            memory[id(person)] = person, fingerprint(repr(person))
        parts.append(memory[id(person)][1])
        if consents:
            parts.append(repr(sorted((name, answer.verdict, answer.why) for name, answer in people.answers.get(getattr(person, "number", ""), {}).items())).encode())
    return fingerprint(*parts, *sorted(people.first_names), repr(people.accepted), *sorted(people.asked))
