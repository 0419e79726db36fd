"""The judge of pictures and attachments: what may appear with a page, and the page without the rest (FORMATS §4, §7)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sitegen import whom
from sitegen.consent import FIRST_NAME, Channel, Kind
from sitegen.digest import neutral
from sitegen.privacy import papers
from sitegen.privacy.cleared import ClearedPicture, Social
from sitegen.privacy.finding import Finding
from sitegen.privacy.withhold import Fate, rewrite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sitegen.draft import Draft, Picture
    from sitegen.privacy.cleared import A, ClearedFile
    from sitegen.register import Pupil, Register
    from sitegen.school import School

RULE = "foto"
# Part of every neutral name: raise it when derivatives of the same picture come out differently.
RECIPE = 1
_ALONE = {"niemand", "onherkenbaar"}


@dataclass(frozen=True, slots=True)
class Judged:
    """What of a page's files may appear. `html`: the body without the rest, shown pictures as `<img src="KEY">`, files as
    `<a href="KEY">`. `first_names_gone`: first names that captions lose (FORMATS §5.7).
    """

    pictures: tuple[ClearedPicture, ...]
    files: tuple[ClearedFile, ...]
    html: str
    findings: tuple[Finding, ...]
    first_names_gone: frozenset[str]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether a picture may appear; else why not, and the line that would change it. `share`: on social media as well."""

    may: bool
    share: bool = False
    pupils: tuple[Pupil, ...] = ()
    why: str = ""
    remedy: str = ""


def judge(draft: Draft, register: Register, school: School, audience: type[A]) -> Judged:
    """Judge every picture and attachment of `draft`. Pure; `register` holds at least what `media.asked` asked for."""
    channels: tuple[Channel, ...] = school.consent["social" if audience.__name__ == Social.__name__ else draft.kind]
    social = (*channels, *school.consent["social"])
    shown: dict[str, ClearedPicture] = {}
    fates: dict[str, Fate] = {}
    findings: list[Finding] = []
    gone: set[str] = set()
    for picture in draft.pictures:
        ruling = rule(picture, register, school, channels, social)
        where = site_path(draft, picture.name)
        if ruling.may:
            key = f"media/{neutral(picture.digest, picture.blur, RECIPE)}"
            shown[picture.name] = ClearedPicture(key, picture.path, picture.digest, picture.size, "", picture.blur, ruling.share)
            fates[picture.name] = Fate(key)
            gone.update(pupil.name.first for pupil in ruling.pupils if register.answer(pupil.number, FIRST_NAME).verdict == "nee")
        else:
            firsts = frozenset(pupil.name.first for pupil in ruling.pupils)
            fates[picture.name] = Fate("", firsts)
            findings.append(Finding(picture.place or draft.place, RULE, "tegengehouden", where, ruling.why, ruling.remedy))
    files, doubts = papers.judge(draft, register, school, channels, shown)
    findings += doubts
    paths = {picture.path: fates[picture.name] for picture in draft.pictures}
    for attachment in draft.attachments:
        fates.setdefault(attachment.name, paths.get(attachment.path) or Fate(files[attachment.name].key if attachment.name in files else ""))
    html, alts = rewrite(draft.html, fates)
    pictures = tuple(ClearedPicture(one.key, one.path, one.digest, one.size, alts.get(name, ""), one.blur, one.share) for name, one in shown.items())
    return Judged(pictures, tuple(files.values()), html, tuple(findings), frozenset(gone))


def rule(picture: Picture, register: Register, school: School, channels: Iterable[Channel], social: Iterable[Channel]) -> Ruling:
    """Whether `picture` may appear in `channels`, and in `social` as well."""
    name = posixpath.basename(unquote(picture.name))
    if picture.fault:
        return Ruling(False, why=picture.fault, remedy="")
    if picture.who is None:
        return Ruling(False, why="nergens staat wie erop staat", remedy=_line(picture, name))
    meant = [whom.resolve(entry, register) for entry in picture.who]
    unclear = [one for one in meant if one.fault]
    pupils = tuple({pupil.number: pupil for one in meant for pupil in one.pupils}.values())
    if unclear:
        return Ruling(False, False, pupils, "; ".join(one.fault for one in unclear), _line(picture, name))
    sorts = {one.sort for one in meant}
    if sorts & _ALONE and len(sorts) > 1:
        return Ruling(False, False, pupils, f"'{' en '.join(sorted(sorts & _ALONE))}' staat er samen met anderen bij; dat spreekt elkaar tegen", _line(picture, name))
    tagged = _tagged(picture, meant, register)
    if tagged:
        return Ruling(False, False, pupils, tagged, _line(picture, name, tagged=True))
    if picture.faces and sorts <= _ALONE:
        seen = "een gezicht" if picture.faces == 1 else f"{picture.faces} gezichten"
        return Ruling(False, why=f"er staat '{picture.who[0]}' bij, maar de gezichtenwacht ziet {seen}", remedy=_line(picture, name, masked=True))
    texts = _words(picture, register, school)
    if texts:
        return Ruling(False, False, pupils, texts, "Haal de naam uit de tekening en bewaar haar opnieuw.")
    kinds = [Kind(one) for one in picture.kind.split("+")]
    refused = _refusal(meant, pupils, kinds, channels, register)
    if refused:
        return Ruling(False, False, pupils, refused, _no(pupils))
    return Ruling(True, not _refusal(meant, pupils, kinds, social, register), pupils)


def site_path(draft: Draft, name: str) -> str:
    """Where a file that the page calls `name` lies in the site."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(draft.place.file), unquote(name)))


def _refusal(meant: list[whom.Meant], pupils: tuple[Pupil, ...], kinds: list[Kind], channels: Iterable[Channel], register: Register) -> str:
    """Why not everybody may be shown in all `channels`, or ""."""
    channels = tuple(channels)
    reasons = []
    for pupil in pupils:
        for kind in kinds:
            answer = register.may(pupil.number, kind, channels)
            if not answer.may:
                reasons.append(f"leerling {pupil.number}: {answer.why}")
                break
    staff = {one.id or one.name.full: one for each in meant for one in each.staff}
    unasked = [one for one in staff.values() if one.photo is None]
    objecting = [one for one in staff.values() if one.photo is False]
    if objecting or unasked:
        reasons.append(f"van {len(objecting) + len(unasked)} van de medewerkers is er geen ja ('Foto website' in de tabel team)")
    elif staff and Channel.SOCIAL in channels:
        reasons.append("van medewerkers is er geen ja voor social media")
    return "; ".join(reasons)


def _tagged(picture: Picture, meant: list[whom.Meant], register: Register) -> str:
    """What the file itself says about people that the declaration doesn't, or ""."""
    if picture.origin == "foto":
        return ""
    declared = {pupil.number for one in meant for pupil in one.pupils} | {one.id or one.name.full for each in meant for one in each.staff}
    for name in picture.names:
        found = whom.resolve(name, register)
        people = {pupil.number for pupil in found.pupils} | {one.id or one.name.full for one in found.staff}
        if not people or not people & declared:
            return f"in de foto zelf staat dat '{name}' erop staat, en dat staat er niet bij"
    for text in picture.texts:
        for pupil in register.pupils:
            if pupil.number not in declared and whom.full_name_in(pupil.name, text):
                return f"het bijschrift in de foto zelf noemt leerling {pupil.number}, en die staat er niet bij"
    return ""


def _words(picture: Picture, register: Register, school: School) -> str:
    """What a reader may not see in the words of a drawing, or ""."""
    if not picture.name.lower().endswith(".svg"):
        return ""
    found = papers.found_in(picture.texts, register, school)
    return f"in de tekening staat tekst die niet openbaar mag ({found[0].rule})" if found else ""


def _line(picture: Picture, name: str, *, tagged: bool = False, masked: bool = False) -> str:
    """The exact line that would let the picture in, and where it goes."""
    kind = "" if picture.kind == "foto" else ", kind: work"
    blur = f", vervaag: [{', '.join(map(str, (list(one) for one in picture.blur)))}]" if picture.blur else ""
    if masked:
        return f"Zet in media.yaml naast de foto wie erop staat, of vervaag het gezicht: {_quoted(name)}: {{who: onherkenbaar, vervaag: [[x, y, breedte, hoogte]]}}. Is het een tekening of een pop? {_quoted(name)}: {{who: niemand, anderen: [getekend]}}"
    if tagged:
        return f'Zet in media.yaml naast de foto iedereen die erop staat: {_quoted(name)}: {{who: [leerlingnummer, leerlingnummer]{kind}{blur}}}. Is het geen leerling? Zet er dan bij: anderen: ["naam"]'
    return f"Zet in media.yaml naast de foto: {_quoted(name)}: {{who: niemand{kind}{blur}}}, of wie erop staat: {_quoted(name)}: {{who: [leerlingnummer]{kind}{blur}}}"


def _quoted(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").replace(".", "").isalnum() and name.isascii() else '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _no(pupils: tuple[Pupil, ...]) -> str:
    numbers = ", ".join(pupil.number for pupil in pupils) or "deze medewerkers"
    return f"Een nieuw ja van de ouders hoort in register/besluiten; of kies een foto zonder {numbers}, of maak wie geen ja heeft onherkenbaar met 'vervaag'." if pupils else "Noem in 'who' wie erop staat, of vul 'Foto website' in de tabel team in."
