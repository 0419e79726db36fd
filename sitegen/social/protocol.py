"""How the site stands against the school's own social media protocol, promise by promise."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Literal

from sitegen import dutch, importers, sources
from sitegen.consent import CLASS_LIST
from sitegen.desk import papers
from sitegen.readers import address, gids
from sitegen.readers.text import decode
from sitegen.siteyaml import parse
from sitegen.social import posted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from sitegen.importers import Loaded
    from sitegen.school import School

State = Literal["ok", "let op", "niet gemeten"]
_WEEKLY = 9
_SOCIAL = 10
_FOUR = {"identiteit": ("identiteit", "missie"), "hoe wij naar kinderen kijken": ("naar kinderen", "kijken"), "ons onderwijs": ("onderwijs",), "activiteiten": ("activiteiten",)}
_STYLE = "td, th { text-align: left; vertical-align: top; padding: 1.5mm 2mm; border-bottom: 0.5pt solid #aaa; } .staat { font-weight: 700; white-space: nowrap; } code { font-size: 9pt; }"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise of the protocol: how it stands, what was seen, and the command or deed that mends it."""

    promise: str
    state: State
    seen: str
    mend: str = ""


def promises(root: Path, day: dt.date) -> tuple[Promise, ...]:
    """Every promise that can be measured from the site's folder on `day`. Raises SiteError."""
    school = parse(decode(sources.read(root, "site.yaml"), "site.yaml"))[0]
    loaded = importers.load(importers.folder_of(root, school), school, day)
    files = sources.find(root).files
    report = _report(root)
    return (
        *_letters(files, day), *_social(root, day), *_consent(loaded), *_guide(root, files, day), *_four(files), *_privacy(report, day), _apps(report), _parro(root, files, school),
    )


def as_text(found: Sequence[Promise]) -> str:
    """For the screen."""
    width = max(len(one.promise) for one in found)
    lines = [f"{one.state:<13}{one.promise:<{width}}  {one.seen}" + (f"\n{'':<13}{'':<{width}}  → {one.mend}" if one.mend and one.state != "ok" else "") for one in found]
    good = sum(one.state == "ok" for one in found)
    return "\n".join([*lines, "", f"{good} van de {len(found)} beloften zijn in orde."]) + "\n"


def as_html(found: Sequence[Promise], school: str, day: dt.date) -> str:
    """For paper and for the meeting."""
    rows = "".join(f"<tr><td class=staat>{escape(one.state)}</td><td>{escape(one.promise)}</td><td>{escape(one.seen)}</td><td>{f'<code>{escape(one.mend)}</code>' if one.mend and one.state != 'ok' else ''}</td></tr>" for one in found)
    head = f'<div class="kop"><h1>Socialmediaprotocol</h1><p>{escape(school)}<br>{escape(dutch.long_day(day.isoformat()))}</p></div>'
    table = f"<table><thead><tr><th scope=col>Staat</th><th scope=col>Wij beloven</th><th scope=col>Gezien</th><th scope=col>Zo lost u het op</th></tr></thead><tbody>{rows}</tbody></table>"
    return papers.html("Socialmediaprotocol", _STYLE, [head + table + '<p class="voet">Gemeten uit de map van de website. Dit is geen juridisch oordeel.</p>'])


def _letters(files: Mapping[str, object], day: dt.date) -> Iterator[Promise]:
    dates = [address.of(path).date for path in sources.pages(files) if path.startswith("newsletters/") and address.of(path).date]  # type: ignore[arg-type]
    dates = [one for one in dates if one <= day.isoformat()]
    name = "Elke week een nieuwsbrief op de website"
    if not dates:
        yield Promise(name, "niet gemeten", "er is nog geen nieuwsbrief", "sitegen new newsletter")
        return
    last = max(dates)
    days = (day - dt.date.fromisoformat(last)).days
    yield Promise(name, "ok" if days <= _WEEKLY else "let op", f"de laatste is van {dutch.long_day(last)}", "sitegen new newsletter")


def _social(root: Path, day: dt.date) -> Iterator[Promise]:
    last = posted.read(root / ".sitegen" / "social").last()
    name = "Ongeveer elke week iets op Facebook, Instagram en X"
    if last is None:
        yield Promise(name, "niet gemeten", "er is nog niets als geplaatst opgeschreven", "sitegen social")
        return
    yield Promise(name, "ok" if (day - last).days <= _SOCIAL else "let op", f"het laatst op {dutch.long_day(last.isoformat())}", "sitegen social")


def _consent(loaded: Loaded) -> Iterator[Promise]:
    old = [one for one in loaded.problems if "verouderd" in one.code or "vers" in one.code or "oud" in one.code]
    seen = f"het overzicht gaat tot {dutch.long_day(loaded.snapshot.isoformat())}" if loaded.snapshot else "er is geen overzicht van toestemmingen"
    yield Promise("Ouders controleren twee keer per jaar hun keuzes", "let op" if old or not loaded.snapshot else "ok", seen, "zet een nieuwe export van Parro in register/")
    silent = sum(map(len, loaded.unanswered.values()))
    yield Promise("Van elk kind is bekend wat mag", "let op" if silent else "ok", f"van {silent} kinderen ontbreekt een antwoord; onbekend is nee" if silent else "alles is ingevuld", "sitegen register check --names")
    asked = any(CLASS_LIST in answers for answers in loaded.register.answers.values())
    yield Promise("De klassenlijst is er alleen voor gezinnen die dat willen", "ok" if asked else "niet gemeten", "ernaar is gevraagd" if asked else "er is geen kolom Klassenlijst", "sitegen klassenlijst")


def _guide(root: Path, files: Mapping[str, object], day: dt.date) -> Iterator[Promise]:
    current = gids.in_force(gids.editions(files), day.isoformat())
    year = dutch.school_year(day.isoformat())
    yield Promise("De nieuwe schoolgids staat zo snel mogelijk op de website", "ok" if current >= year else "let op" if current else "niet gemeten", f"de gids van {current}" if current else "er is geen schoolgids", f"sitegen schoolgids import gids.docx --jaar {year}")
    text = " ".join(decode(sources.read(root, path), path).lower() for path in files if current and path.startswith(f"schoolgids/{current}/") and path.endswith(".md"))
    both = "website" in text and ("sociale media" in text or "social media" in text)
    yield Promise("De schoolgids vertelt over de website en sociale media", "ok" if both else "let op" if text else "niet gemeten", "het staat erin" if both else "het staat er niet in", "sitegen schoolgids check")


def _four(files: Mapping[str, object]) -> Iterator[Promise]:
    names = " ".join(path.replace("-", " ").lower() for path in files if path.startswith(("content/", "schoolgids/")))
    missing = [name for name, words in _FOUR.items() if not any(word in names for word in words)]
    yield Promise("De website vertelt wie wij zijn, hoe wij kijken, ons onderwijs en wat wij doen", "let op" if missing else "ok", f"geen pagina gevonden over {', '.join(missing)}" if missing else "er zijn pagina's over alle vier", 'sitegen new page "Wie wij zijn"')


def _privacy(report: Mapping[str, object], day: dt.date) -> Iterator[Promise]:
    counts = report.get("aantallen")
    if not isinstance(counts, dict):
        for name in ("Geen achternaam van een kind op de website", "Geen foto of werk zonder toestemming", "Geen privégegevens van medewerkers, AC en (G)MR"):
            yield Promise(name, "niet gemeten", "de website is nog niet gebouwd", "sitegen build")
        return
    faults = [one for one in report.get("meldingen", ()) if isinstance(one, dict) and one.get("ernst") == "fout"]  # type: ignore[attr-defined]
    state: State = "let op" if faults else "ok"
    when = f"gebouwd en nagekeken voor {report.get('datum')}"
    del day
    yield Promise("Geen achternaam van een kind op de website", state, f"{counts.get('verwijderd uit de tekst', 0)} keer iets weggehaald; {when}", "sitegen build")
    yield Promise("Geen foto of werk zonder toestemming", state, f"{counts.get('tegengehouden', 0)} tegengehouden", "sitegen media")
    yield Promise("Geen privégegevens van medewerkers, AC en (G)MR", state, "de eindcontrole heeft elk bestand gelezen", "sitegen build")
    doubts = counts.get("na te kijken", 0)
    yield Promise("Een mens kijkt na waar het programma twijfelt", "let op" if doubts else "ok", f"{doubts} keer iets na te kijken" if doubts else "er is niets na te kijken", "lees .sitegen/report.html")


def _apps(report: Mapping[str, object]) -> Promise:
    found = [one for one in report.get("meldingen", ()) if isinstance(one, dict) and one.get("code") in {"advies-app", "gesloten-groep", "advies-fotos"}]  # type: ignore[attr-defined]
    name = "Geen verwijzing naar appgroepen van ouders"
    if "aantallen" not in report:
        return Promise(name, "niet gemeten", "de website is nog niet gebouwd", "sitegen build")
    return Promise(name, "let op" if found else "ok", f"{len(found)} keer in een tekst" if found else "nergens gevonden", "sitegen check")


def _parro(root: Path, files: Mapping[str, object], school: School) -> Promise:
    path = next((one for one in files if one.endswith("ziek-melden.md")), "")
    text = decode(sources.read(root, path), path).lower() if path else ""
    good = "parro" in text and any(phone in text for phone in school.own.phones)
    return Promise("Ziek melden gaat in Parro of telefonisch", "ok" if good else "let op" if path else "niet gemeten", "de pagina noemt beide" if good else "de pagina noemt ze niet allebei" if path else "er is geen pagina Ziek melden", 'sitegen new page "Ziek melden"')


def _report(root: Path) -> Mapping[str, object]:
    try:
        found = json.loads((root / ".sitegen/report.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
