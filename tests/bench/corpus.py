"""A large invented school: newsletters, chapters, pupils with decisions, all from one seed. For benchmarks only."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

_FIRST = "Sem Noor Daan Emma Lucas Yara Finn Tess Bram Saar Levi Julia Mees Lotte Thijs Evi Luuk Mila Jesse Sophie Adam Zoë Noud Fenna Ties Roos Jurre Isa Pim Femke".split()
_STEMS = "Hoek Meul Veld Dijk Brink Horst Wold Ster Haver Linde Berken Olde Nij Wester Ooster Zuider Noord Kamp Steen Bouw Rozen Wille Els Esch Grif".split()
_ENDS = "zema stra ema inga kamp huis man mans veld berg burg hof sma horst brink dijk meijer broek laan hagen".split()
_PREFIXES = ["", "", "", "van der", "de", "van", "van den", "ten", "van 't"]
_TOPICS = "de Kinderboekenweek,het schoolplein,de sportdag,de bibliotheek,het rekenproject,de moestuin,de voorleesochtend,het kerstdiner,de verkeersweek,het schoolreisje".split(",")
_SENTENCES = (
    "Deze week werkten de kinderen van {group} hard aan {topic}.",
    "{child} vertelde in de kring over {topic} en iedereen luisterde mee.",
    "Vergeet niet om gymkleding, een handdoek en een goed humeur mee te nemen naar {topic}.",
    "Op vrijdag ronden we {topic} af met een kleine tentoonstelling in de hal.",
    "Veel dank aan alle ouders die hebben geholpen bij {topic}; zonder u lukt het niet.",
    "In {group} zijn {child} en {other} jarig geweest, van harte gefeliciteerd!",
    "De gevonden voorwerpen liggen op de tafel bij de ingang; na de vakantie gaan ze naar de kringloop.",
    "We oefenen elke dag een kwartier met lezen en dat ziet u terug in de resultaten.",
    "Heeft u vragen over {topic}? Loop gerust binnen of bel naar 0599-123 450.",
)


def make(root: Path, newsletters: int, pupils: int, seed: int = 1) -> None:
    """Write a site with so many newsletters (about 2.7 kB each), 30 chapters and a register of so many pupils to `root`."""
    dice = random.Random(seed)
    names = _register(root / "register", pupils, dice)
    (root / "site.yaml").write_text(_SITE, encoding="utf-8")
    (root / "content").mkdir(parents=True)
    for number, name in enumerate(["index", "contact", "over-ons", "aanmelden", "team", "vakanties"]):
        (root / "content" / f"{name}.md").write_text(f"---\ntitel: {name.capitalize()}\nvolgorde: {number}\n---\n\n" + _text(dice, names, 8), encoding="utf-8")
    gids = root / "schoolgids/2026-2027"
    gids.mkdir(parents=True)
    for number in range(1, 31):
        (gids / f"{number:02}-hoofdstuk-{number}.md").write_text(f"# Hoofdstuk {number}\n\n" + _text(dice, names, 60), encoding="utf-8")
    folder = root / "newsletters"
    folder.mkdir()
    for number in range(newsletters):
        write_newsletter(folder, number, newsletters, dice, names)


def write_newsletter(folder: Path, number: int, total: int, dice: random.Random, names: list[str]) -> Path:
    """One newsletter; dates run evenly over the twenty years before today."""
    day = dt.date(2006, 9, 1) + dt.timedelta(days=int(number / max(total, 1) * 7380))
    path = folder / f"{day}-weekbericht-{number}.md"
    sections = "\n\n".join(f"## {dice.choice(_TOPICS).capitalize()}\n\n{_text(dice, names, 5)}" for _ in range(4))
    path.write_text(f"---\ntitel: Weekbericht {number}\nsoort: wekelijks\n---\n\nBeste ouders/verzorgers,\n\n{_text(dice, names, 4)}\n\n{sections}\n\n- eerste punt\n- tweede punt\n", encoding="utf-8")
    return path


def _text(dice: random.Random, names: list[str], sentences: int) -> str:
    return " ".join(
        dice.choice(_SENTENCES).format(group=f"groep {dice.randint(1, 8)}", topic=dice.choice(_TOPICS), child=dice.choice(names) if dice.random() < 0.3 else dice.choice(_FIRST), other=dice.choice(_FIRST))
        for _ in range(sentences)
    )


def _register(folder: Path, pupils: int, dice: random.Random) -> list[str]:
    folder.mkdir(parents=True)
    rows, consent, decisions, names = [], [], [], []
    for number in range(pupils):
        first, prefix, last = dice.choice(_FIRST), dice.choice(_PREFIXES), dice.choice(_STEMS) + dice.choice(_ENDS)
        group = f"Groep {dice.randint(1, 8)}"
        rows.append(f"{10000 + number};{first};{prefix};{last};{group}")
        consent.append(f"{10000 + number};{first};{prefix};{last};{group};" + ";".join(dice.choice(["Ja", "Ja", "Nee", ""]) for _ in range(7)) + ";12-09-2026;Parro")
        decisions.extend(f"{10000 + number};foto {channel};{dice.choice(['ja', 'nee'])};{dice.randint(1, 28):02}-{dice.randint(1, 9):02}-2026;;;brief" for channel in dice.sample(["website", "nieuwsbrief", "schoolgids", "social"], 2))
        names.append(" ".join(part for part in (first, prefix, last) if part))
    (folder / "leerlingen.csv").write_text("Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam;Groep\n" + "\n".join(rows) + "\n", encoding="utf-8")
    (folder / "toestemming.csv").write_text("Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam;Groep;Beeldmateriaal website;Beeldmateriaal social media;Beeldmateriaal nieuwsbrief;Beeldmateriaal schoolgids;Werk van leerling;Voornaam bij foto;Klassenlijst;Gewijzigd op;Bron\n" + "\n".join(consent) + "\n", encoding="utf-8")
    (folder / "besluiten.csv").write_text("Leerlingnummer;Categorie;Besluit;Vanaf;Tot;Ouder;Bron\n" + "\n".join(decisions) + "\n", encoding="utf-8")
    return names


_SITE = """title: Kindcentrum De Grote Linde
base_url: https://www.degrotelinde.example
school:
  name: Kindcentrum De Grote Linde
  street: Lindelaan 1
  postcode: 9999 ZZ
  town: Wilgenveen
  phones: ["0599-123 450"]
  emails: [info@degrotelinde.example]
  email_domain: degrotelinde.example
  region: noord
register: {folder: register/, fictional: true}
"""
