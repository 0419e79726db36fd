"""Judges attachments: published when a text check of everything in them finds nothing; text and calendars can be redacted."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sitegen import plaintext, whom
from sitegen.consent import Kind
from sitegen.digest import neutral
from sitegen.privacy import redact
from sitegen.privacy.cleared import ClearedFile
from sitegen.privacy.finding import Finding
from sitegen.privacy.passage import BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sitegen.consent import Channel
    from sitegen.draft import Attachment, Draft
    from sitegen.privacy.cleared import ClearedPicture
    from sitegen.register import Register
    from sitegen.school import School

RULE = "bijlage"
_PICTURES = {"jpg", "jpeg", "png", "webp", "gif", "avif", "heic", "heif", "svg", "bmp", "tif", "tiff"}
_LETTERS = re.compile(r"[^\W\d_]{2}|\d{4}")
# Texts are read together, up to this length, with a sign between them that no name crosses.
_BATCH = 4_000


def judge(
    draft: Draft, register: Register, school: School, channels: Iterable[Channel], shown: Mapping[str, ClearedPicture]
) -> tuple[dict[str, ClearedFile], list[Finding]]:
    """The attachments that may appear, by the name the page calls them, and a finding for each other one."""
    files: dict[str, ClearedFile] = {}
    findings: list[Finding] = []
    paths = {one.path for one in shown.values()} | {one.path for one in draft.pictures}
    for one in draft.attachments:
        if one.path in paths:
            continue  # a link to the original of a picture that the page shows or withholds: withhold.py follows it
        why, remedy = _refusal(one, register, school, tuple(channels))
        redacted = _redacted(one, register, school) if why and one.whole else None
        if redacted is not None:
            kind = _ending(one.name)
            files[one.name] = ClearedFile(f"bestanden/{neutral(redacted, 'bijlage', 1)}.{kind}", one.path, one.digest, f"bijlage.{kind}", redacted)
            findings.append(Finding(draft.place, RULE, "verwijderd", _where(draft, one), f"{why}; dat is eruit gehaald", "Lees na of de bijlage zo nog goed is, of haal het er zelf uit en bewaar het bestand opnieuw."))
        elif why:
            findings.append(Finding(draft.place, RULE, "tegengehouden", _where(draft, one), why, remedy))
        else:
            kind = _ending(one.name)
            files[one.name] = ClearedFile(f"bestanden/{neutral(one.digest, 'bijlage', 1)}.{kind}", one.path, one.digest, f"bijlage.{kind}")
    return files, findings


def found_in(texts: Sequence[str], register: Register, school: School) -> tuple[Finding, ...]:
    """What the text pass finds in `texts`; empty when they may all be read by everyone."""
    from sitegen.privacy.gate import clear_text

    findings: list[Finding] = []
    for batch in _batches(texts):
        cleared, found = clear_text(batch, register, school)
        findings += [one for one in found if one.verdict != "nakijken"]
        if cleared != batch and not findings:
            findings += found
    return tuple(findings)


def _batches(texts: Sequence[str]) -> Iterable[str]:
    batch: list[str] = []
    size = 0
    for text in texts:
        if not _LETTERS.search(text):
            continue
        if size + len(text) > _BATCH and batch:
            yield BLOCK.join(batch)
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield BLOCK.join(batch)


def _refusal(one: Attachment, register: Register, school: School, channels: tuple[Channel, ...]) -> tuple[str, str]:
    """Why this attachment stays out, and what would change that; "" when it may appear."""
    name = posixpath.basename(unquote(one.name))
    if _ending(one.name) in _PICTURES:
        return "dit is een foto waar alleen een link naar staat, en nergens staat wie erop staat", f"Zet de foto in de tekst: ![omschrijving]({one.name}), en wie erop staat in media.yaml."
    if one.fault:
        return one.fault, ""
    found = found_in(one.texts, register, school)
    if found:
        rules = ", ".join(sorted({each.rule for each in found}))
        return f"er staat in wat niet openbaar mag ({len(found)}× gevonden: {rules})", "Haal het eruit, ook uit de eigenschappen en opmerkingen, en bewaar het bestand opnieuw."
    if not one.photos:
        return "", ""
    if one.who is None:
        return f"er {'staat een foto' if one.photos == 1 else f'staan {one.photos} foto’s'} in, en nergens staat wie erop staat", f"Zet in media.yaml naast het bestand: {name}: {{who: niemand}}, of wie erop staat."
    meant = [whom.resolve(entry, register) for entry in one.who]
    unclear = [each.fault for each in meant if each.fault]
    if unclear:
        return "; ".join(unclear), f"Verbeter de regel van {name} in media.yaml."
    refused = [pupil.number for each in meant for pupil in each.pupils if not register.may(pupil.number, Kind.PHOTO, channels).may]
    if refused:
        return f"op een foto erin staat leerling {', '.join(refused)}, en daarvan is er geen ja", "Haal de foto uit het bestand."
    if any(member.photo is not True for each in meant for member in each.staff):
        return "op een foto erin staat een medewerker van wie er geen ja is", "Haal de foto uit het bestand, of vul 'Foto website' in de tabel team in."
    return "", ""


def _redacted(one: Attachment, register: Register, school: School) -> bytes | None:
    """The new bytes of a text, a table or a calendar from which was taken what may not be read; None when doubt remains."""
    from sitegen.privacy.gate import clear_text

    kind = _ending(one.name)
    try:
        new = redact.redacted(kind, one.whole, lambda text: clear_text(text, register, school)[0])
        # Read again from the beginning: what stood in two places may have become one thing.
        if new is None or not new.strip() or found_in(plaintext.texts(kind, new), register, school):
            return None
    except plaintext.UnreadableTextError:
        return None
    # Excel takes a table for Windows-1252 unless it begins with the mark.
    return new.encode("utf-8-sig" if kind == "csv" else "utf-8")


def _where(draft: Draft, one: Attachment) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(draft.place.file), unquote(one.name)))


def _ending(name: str) -> str:
    bare = name.partition("?")[0].partition("#")[0].rpartition("/")[2]
    return bare.rpartition(".")[2].lower() if "." in bare else ""
