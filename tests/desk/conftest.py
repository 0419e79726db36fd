"""A tiny school: two groups, six children, one newsletter with pictures, and the commands run on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PIL import Image

from sitegen.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "site.yaml": "title: De Wilgenhof\nschool: {name: De Wilgenhof, email_domain: dewilgenhof.example}\nregister: {folder: register/, fictional: true}\n",
    "register/leerlingen.csv": """\
Leerlingnummer;Roepnaam;Voorvoegsel;Achternaam;Groep;Uitstroomdatum
101;Sanne;de;Vries;Groep 3;
102;Noor;;Bakker;Groep 3;
103;Fleur;;Visser;Groep 8;
104;Fleur;;Jansen-Boer;Groep 8;
105;Zoë;;IJzerman;Groep 8;
106;Daan;van den;Boom;Groep 8;10-07-2026
""",
    "register/toestemming.csv": """\
Leerlingnummer;Foto website;Foto nieuwsbrief;Foto social;Werk van leerling;Voornaam bij foto;Klassenlijst;Gewijzigd op;Bron
101;ja;ja;ja;ja;ja;ja;15-09-2026;Parro
102;nee;ja;nee;ja;ja;nee;15-09-2026;Parro
103;ja;ja;nee;ja;nee;ja;15-09-2026;Parro
104;ja;ja;ja;ja;ja;ja;15-09-2026;Parro
105;;;;;;;;
""",
    "register/besluiten.csv": """\
Leerlingnummer;Categorie;Besluit;Vanaf;Tot;Ouder;Bron
104;foto website;nee;03-11-2026;;Saskia Boer;brief
101;foto schoolgids;ja;01-10-2026;30-11-2026;;brief
""",
    "register/ouders.csv": """\
Id;Voornaam;Voorvoegsel;Achternaam;Leerlingen;Telefoon;E-mail;Straat;Postcode;Plaats
O1;Kim;de;Vries;101;+31 6 1234 5600;kim@mail.example;Lindelaan 5;9999 ZZ;Wilgenveen
O2;Bas;;Tol;101;06 12345601;bas@mail.example;Kerklaan 7;9999 XC;Wilgenveen
O3;Sandra;;Bakker;102;06-12345602;sandra@mail.example;Bakkerstraat 1;9999 XG;Wilgenveen
O4;=1+1;;Visser;103;0599-123 456;visser@mail.example;;;
""",
    "newsletters/2026-11-20-sport/index.md": '# Sport\n\n![Hoera](sport.jpg)\n\n![Bal](bal.jpg){ who="101, Noor (groep 3)" }\n\n![Tekening](tekening.png)\n\n![Veld](veld.jpg)\n',
    "newsletters/2026-11-20-sport/media.yaml": "sport.jpg: {who: [101, 103]}\ntekening.png: {who: [101], kind: work}\nveld.jpg: {who: niemand}\n",
    "content/index.md": '# Welkom\n\n![Klas](klas.jpg)\n![Wie](wie.jpg)\n<img src="fleur.jpg" who="Fleur">\n',
    "content/media.yaml": "klas.jpg: {who: groep 8}\n",
}
PICTURES = ("newsletters/2026-11-20-sport/sport.jpg", "newsletters/2026-11-20-sport/bal.jpg", "newsletters/2026-11-20-sport/tekening.png", "newsletters/2026-11-20-sport/veld.jpg", "content/klas.jpg", "content/wie.jpg", "content/fleur.jpg")


class Said(NamedTuple):
    """What a command answered."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    for name in PICTURES:
        Image.new("RGB", (8, 8), "green").save(root / name)
    return root


@pytest.fixture
def run(site: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the site, on 24 November 2026 unless told otherwise."""

    def command(*words: str, date: str = "2026-11-24") -> Said:
        try:
            status = main([words[0], "--site", str(site), *(("--date", date) if date else ()), *words[1:]])
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 1
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return command
