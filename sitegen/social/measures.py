"""What can be seen of each promise of the school's social media protocol, from the site's folder alone.

The promises are those of domain.md §0, in the order of the protocol. What no program can see is said to be so.
"""

from __future__ import annotations

import datetime as dt
import html
import itertools
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sitegen import dutch, importers, sources
from sitegen.consent import CLASS_LIST
from sitegen.decoding import decode
from sitegen.problem import SiteError
from sitegen.readers import address, agreed, frontmatter, gids, word
from sitegen.school import register_of
from sitegen.siteyaml import parse
from sitegen.social import choose, posted, schooldays
from sitegen.social.collect import collect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from sitegen.importers import Loaded
    from sitegen.school import School
    from sitegen.sources import Stamp

State = Literal["ok", "let op", "niet gemeten"]
# A week, and a weekend to be late in.
_WEEKLY = 9
_BY_HAND = "Een programma kan dit niet zien; bespreek het in het team."
_FOUR = {"identiteit": ("identiteit", "missie", "visie"), "hoe wij naar kinderen kijken": ("naar kinderen", "kindbeeld"), "ons onderwijs": ("onderwijs",), "activiteiten": ("activiteiten", "jaarkalender", "kalender")}
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise of the protocol: how it stands, what was seen, and the command or deed that mends it."""

    promise: str
    state: State
    seen: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the measures look at. report: the last build's, empty without one. public: the files of the
    published site.
    """

    root: Path
    day: dt.date
    school: School
    loaded: Loaded
    files: Mapping[str, Stamp]
    report: Mapping[str, object]
    public: AbstractSet[str]
    free: AbstractSet[str]


def look(root: Path, day: dt.date, output: Path) -> Seen:
    """What there is to see on `day`; `output` is the folder of the published site. Raises SiteError."""
    school = parse(decode(sources.read(root, "site.yaml"), "site.yaml"))[0]
    loaded = importers.load(register_of(root, school), school, day)
    public = frozenset(path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    return Seen(root, day, school, loaded, sources.find(root).files, _report(root / ".sitegen"), public, schooldays.holidays(root))


def promises(seen: Seen) -> Iterator[Promise]:
    """Every promise, in the protocol's order."""
    yield from _website(seen)
    yield from _letters(seen)
    yield from _guide(seen)
    yield from _social(seen)
    yield from _choices(seen)
    yield from _privacy(seen)
    yield from _talk(seen)


def _website(seen: Seen) -> Iterator[Promise]:
    names = " ".join(path.replace("-", " ").lower() for path in seen.files if path.startswith(("content/", "schoolgids/")))
    missing = [name for name, words in _FOUR.items() if not any(one in names for one in words)]
    told = f"geen pagina gevonden over {', '.join(missing)}" if missing else "er zijn pagina's over alle vier"
    yield Promise("De website vertelt wie wij zijn, hoe wij naar kinderen kijken, over ons onderwijs en wat wij doen", "let op" if missing else "ok", told, 'sitegen new page "Wie wij zijn"')
    home = _text(seen, "content/index.md").lower()
    both = bool(re.search(r"\b(?:aanmelden|nieuwe ouders|rondleiding|kennismak\w+)\b", home)) and bool(re.search(r"\b(?:ziek ?melden|parro|ouders|uw kind)\b", home))
    told = "de eerste pagina wijst beiden de weg" if both else "de eerste pagina wijst niet allebei de weg" if home else "er is geen content/index.md"
    yield Promise("Ouders van de school en nieuwe ouders vinden op de eerste pagina hun eigen weg", "ok" if both else "let op" if home else "niet gemeten", told, "zet in content/index.md een kopje voor wie een school zoekt, en een voor wie al een kind op school heeft")


def _letters(seen: Seen) -> Iterator[Promise]:
    today = seen.day.isoformat()
    letters = sorted(((date, path) for path in sources.pages(seen.files) if path.startswith("newsletters/") and (date := address.of(path).date) and date <= today), reverse=True)
    dates = [date for date, path in itertools.islice(letters, _LATEST) if _is_out(seen, path, today)]
    name = "Elke week staat er een nieuwsbrief op de website"
    if not dates:
        yield Promise(name, "niet gemeten", "er is nog geen nieuwsbrief met een datum", "sitegen new newsletter")
        return
    days = schooldays.since(dt.date.fromisoformat(dates[0]), seen.day, seen.free)
    told = f"de laatste is van {dutch.long_day(dates[0])}"
    if days > _WEEKLY:
        yield Promise(name, "let op", f"{told}, {days} dagen geleden (vakantie niet meegeteld)", "sitegen new newsletter")
    elif str(seen.report.get("datum") or "") < dates[0]:
        yield Promise(name, "let op", f"{told}, maar de website is daarna niet gebouwd", "sitegen publish")
    else:
        yield Promise(name, "ok", told)


# So many of the newest letters are opened to see whether they are out.
_LATEST = 12


def _is_out(seen: Seen, path: str, today: str) -> bool:
    """No concept, and due."""
    if path.endswith(".docx"):
        return True
    words = frontmatter.split(decode(sources.read(seen.root, path), path), path).words
    return not words.get("draft") and str(words.get("publish_on") or "") <= today


def _guide(seen: Seen) -> Iterator[Promise]:
    current = gids.in_force(gids.editions(seen.files), seen.day.isoformat())
    year = dutch.school_year(seen.day.isoformat())
    told = f"op de website staat de gids van {current}" if current else "er is geen schoolgids"
    yield Promise("Een nieuwe schoolgids staat zo snel mogelijk op de website", "ok" if current >= year else "let op" if current else "niet gemeten", told, f"sitegen schoolgids import gids.docx --jaar {year}")
    whole = sorted(path for path in seen.public if path.startswith("schoolgids/") and (path.endswith((".epub", ".pdf")) or "hele-gids" in path))
    state: State = "ok" if whole else "let op" if seen.public else "niet gemeten"
    yield Promise("Ouders krijgen aan het begin van het jaar de digitale schoolgids", state, f"hij staat als één geheel klaar: {whole[0]}" if whole else "er is geen gids in één geheel op de website", "sitegen build; stuur ouders daarna de link, met: sitegen parro")
    text = " ".join(_text(seen, path) for path in seen.files if current and path.startswith(f"schoolgids/{current}/")).lower()
    both = "website" in text and bool(re.search(r"\bsocia(?:l|le) ?media\b", text))
    yield Promise("De schoolgids vertelt over de website en sociale media", "ok" if both else "let op" if text.strip() else "niet gemeten", "het staat erin" if both else "het staat er niet in" if text.strip() else "er is geen tekst om te lezen", "schrijf er een hoofdstuk over; zie: sitegen schoolgids check")


def _social(seen: Seen) -> Iterator[Promise]:
    book = posted.read(seen.root / ".sitegen" / "social")
    last = book.last()
    name = "Ongeveer elke week staat er iets op sociale media"
    if last is None:
        yield Promise(name, "niet gemeten", "er is nog niets als geplaatst opgeschreven", "sitegen social")
    else:
        silent = choose.silence(book, seen.day, seen.school, seen.free)
        yield Promise(name, "let op" if silent else "ok", f"het laatst op {dutch.long_day(last.isoformat())}", "sitegen social")
    name = "Foto's op sociale media zijn daar met een ja van de ouders"
    if not any(one.pictures for one in book.items.values()):
        yield Promise(name, "niet gemeten", "er is geen foto als geplaatst opgeschreven", "sitegen social geplaatst NAAM")
        return
    down = choose.withdrawn(collect(seen.root, seen.day, book.items).items, book, seen.root)
    yield Promise(name, "let op" if down else "ok", dutch.amount(len(down), "foto moet weg", "foto's moeten weg") if down else "van elke geplaatste foto is er nog een ja", "sitegen social; haal weg wat bovenaan de pagina staat")


def _choices(seen: Seen) -> Iterator[Promise]:
    windows = len(seen.school.windows)
    yield Promise("Ouders kijken hun keuzes twee keer per jaar na", "ok" if windows >= 2 else "let op", f"in site.yaml {dutch.amount(windows, 'periode', 'perioden')}", 'zet in site.yaml: privacy: {windows: ["09-01/10-01", "02-01/02-21"]}')
    old = [one for one in seen.loaded.problems if one.code in {"register-verouderd", "register-geen-toestemming"}]
    snapshot = seen.loaded.snapshot
    told = old[0].fault.rstrip(".") if old else f"het overzicht gaat tot {dutch.long_day(snapshot.isoformat())}" if snapshot else "er is geen overzicht van toestemmingen"
    yield Promise("Het overzicht van toestemmingen is van na de laatste periode", "let op" if old or not snapshot else "ok", told, "zet een nieuwe export uit Parro of ParnasSys in register/")
    silent = sum(map(len, seen.loaded.unanswered.values()))
    yield Promise("Van elk kind is vastgelegd wat mag", "let op" if silent else "ok", f"van {dutch.amount(silent, 'kind', 'kinderen')} ontbreekt een antwoord; onbekend is nee" if silent else "alles is ingevuld", "sitegen register check --names")
    paper = any((seen.root / ".sitegen").glob("overzicht*"))
    yield Promise("Leerkrachten kunnen per groep nakijken wat mag", "ok" if paper else "niet gemeten", "het overzicht is gemaakt" if paper else "er is nog geen overzicht per groep gemaakt", "sitegen overzicht")
    register = seen.loaded.register
    asked = CLASS_LIST in register.asked
    refused = sum(not register.answer(one.number, CLASS_LIST).may for one in register.pupils if not one.left)
    yield Promise("Op de klassenlijst staan alleen gezinnen die dat willen", "ok" if asked else "niet gemeten", f"ernaar is gevraagd; {dutch.amount(refused, 'kind staat', 'kinderen staan')} er niet op" if asked else "er is geen kolom Klassenlijst", "zet een kolom Klassenlijst in de toestemmingen; daarna: sitegen klassenlijst")


def _privacy(seen: Seen) -> Iterator[Promise]:
    counts = seen.report.get("aantallen")
    names = ("Geen werk of foto van een kind zonder toestemming", "Geen achternaam van een kind op de website", "Geen privégegevens van medewerkers, AC en (G)MR")
    if not isinstance(counts, dict):
        for name in names:
            yield Promise(name, "niet gemeten", "de website is nog niet gebouwd", "sitegen build")
        return
    faults = sum(one.get("ernst") == "fout" for one in _told(seen))
    when = f"gebouwd voor {dutch.long_day(str(seen.report.get('datum')))}"
    state: State = "let op" if faults else "ok"
    wrong = f"de laatste keer bouwen vond {dutch.amount(faults, 'fout', 'fouten')}; de vorige website staat er nog"
    told = (f"{counts.get('tegengehouden', 0)} tegengehouden", f"{counts.get('verwijderd uit de tekst', 0)} keer iets uit een tekst gehaald", "de eindcontrole las elk bestand")
    for name, one in zip(names, told, strict=True):
        yield Promise(name, state, wrong if faults else f"{one}; {when}", "sitegen build")
    doubts = counts.get("na te kijken", 0)
    yield Promise("Een mens kijkt na waar het programma twijfelt", "let op" if doubts else "ok", f"{doubts} keer iets na te kijken" if doubts else "er is niets na te kijken", "lees .sitegen/report.html")


def _talk(seen: Seen) -> Iterator[Promise]:
    page = next((path for path in sources.pages(seen.files) if path.endswith(("ziek-melden.md", "ziekmelden.md"))), "")
    text = _text(seen, page).lower() if page else ""
    good = "parro" in text and any(phone in text for phone in seen.school.own.phones)
    yield Promise("Ziek melden gaat in Parro of telefonisch", "ok" if good else "let op" if page else "niet gemeten", "de pagina noemt beide" if good else "de pagina noemt ze niet allebei" if page else "er is geen pagina Ziek melden", f"noem ze in {page}" if page else 'sitegen new page "Ziek melden"')
    codes = {"gesloten-groep", *(f"advies-{one}" for one in agreed.CODES)}
    found = [one for one in _told(seen) if one.get("code") in codes]
    name = "Geen appgroepen, geen privéaccounts en geen foto's per mail"
    if not seen.report:
        yield Promise(name, "niet gemeten", "de website is nog niet gebouwd", "sitegen build")
    else:
        first = f", bijvoorbeeld {found[0].get('bestand')}:{found[0].get('regel')}" if found else ""
        yield Promise(name, "let op" if found else "ok", f"{len(found)} keer in een tekst{first}" if found else "nergens gevonden", "sitegen check")
    yield Promise("WhatsApp is alleen voor het team onderling, zonder foto's van kinderen", "niet gemeten", "dat staat niet in de map van de website", _BY_HAND)


def _told(seen: Seen) -> list[Mapping[str, object]]:
    found = seen.report.get("meldingen")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _text(seen: Seen, path: str) -> str:
    """The words of a source; "" when it isn't there or can't be read."""
    if path not in seen.files or not path.endswith((".md", ".markdown", ".docx")):
        return ""
    try:
        data = sources.read(seen.root, path)
        return html.unescape(_TAG.sub(" ", word.to_html(path, data)[0])) if path.endswith(".docx") else decode(data, path)
    except (OSError, SiteError):
        return ""


def _report(private: Path) -> Mapping[str, object]:
    try:
        found = json.loads((private / "report.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
