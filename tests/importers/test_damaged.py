"""An export in the wrong coding: names that lost letters are a fault, and nothing is built with them."""

from __future__ import annotations

import io

import openpyxl
import pytest

from sitegen.importers.damaged import harmed
from tests.building import build_site, copy_site
from tests.importers.conftest import PUPILS, Register, codes

HARMED = (
    "Y?ld?r?m", "Sj\ufffdgren", "?", "SjÃ¶gren", "Ã–zdemir", "PawÅ‚owski", "YÄ±ldÄ±z", "Ã\ufffdetin", "IonÈ™", "Nguyá»…n", "ZoÃ«", "Sj”gren", "Sjˆgren",
    "™zdemir", "€etin", "Andr‚", "M¸ller", "M\x81ller", "Y_ld_r_m", "Y&#305;ld&#305;r&#305;m", "Mu&ntilde;oz",
)
WHOLE = (
    "van 't Hof", "D’Amico", "D´Amico", "O`Brien", "João", "JOÃO", "Åberg", "Ærø", "JOSÉ–MARIA", "Jansen/Boer", "Jansen (oud)", "Jan “Johnny” Boer", "Boer *", "Boer†",
    "Yıldırım", "Şahin", "GÜÇLÜ", "Þór", "Nový", "Gal·la", "v.d. Berg", "Ștefan", "Nguyễn", "Əliyev", "Ångström", "Иванов", "El-Amrani", "Straße", "É.",
)


@pytest.mark.parametrize("name", HARMED)
def test_what_no_name_can_hold(name: str) -> None:
    assert harmed(name)


@pytest.mark.parametrize("name", WHOLE)
def test_a_name_of_anywhere_is_whole(name: str) -> None:
    assert not harmed(name)


@pytest.mark.parametrize(("file", "content"), [
    ("leerlingen.csv", PUPILS + "105;Emre;;Y?ld?r?m;Groep 3\n106;Liv;;Sj\ufffdgren;Groep 3\n"),
    ("oud-leerlingen.csv", "Leerlingnummer;Roepnaam;Achternaam\n90;Liv;SjÃ¶gren\n"),
    ("team.csv", "Id;Voornaam;Achternaam;Functie;Werkmail\nM1;Ren?;Boer;leerkracht;rb@dewilgenhof.example\n"),
    ("ouders.csv", "Id;Voornaam;Achternaam;Leerlingen\nO1;Emre;Y?ld?r?m;101\n"),
    ("commissies.csv", "Commissie;Voornaam;Achternaam;Rol\nMR;Emre;Y?ld?r?m;lid\n"),
    ("toestemming.csv", "Roepnaam;Achternaam;Foto website\nSanne;Vri?s;ja\n"),
    ("besluiten.csv", "Leerlingnummer;Achternaam;Categorie;Besluit;Vanaf\n101;Vri\ufffds;alles;ja;01-09-2026\n"),
    ("uitzonderingen.yaml", '- {text: "Ren\ufffd Boer", why: schrijver, who: MH, until: 2027-07-31}\n'),
])
def test_every_file_with_names_says_where(register: Register, file: str, content: str) -> None:
    loaded = register({file: content})
    (problem,) = [one for one in loaded.problems if one.code.endswith("-letters")]
    assert problem.severity == "fout"
    assert (problem.place.file, problem.place.line > 0) == (f"register/{file}", True)
    assert "UTF-8" in problem.remedy
    if file == "leerlingen.csv":
        assert problem.place.line == 6
        assert "(ook op regel 7)" in problem.fault
        assert "ld?r" not in str(problem), "the screen shows no names"


def test_a_question_mark_that_is_no_letter(register: Register) -> None:
    loaded = register({
        "toestemming.csv": "Leerlingnummer;Roepnaam;Foto website;Bron\n101;Sanne;?;mondeling?\n",
        "uitzonderingen.yaml": '- {text: "Wie is Anne de Boer?", why: boek, who: MH, until: 2027-07-31}\n- {pattern: "Vos(fonds)?", why: fonds, who: MH, until: 2027-07-31}\n',
    })
    assert not [code for code in codes(loaded) if code.endswith("-letters")]


def test_excel_and_edexml(register: Register) -> None:
    book = openpyxl.Workbook()
    for row in (["Leerlingnummer", "Roepnaam", "Achternaam"], [105, "Emre", "Y?ld?r?m"]):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    people = "".join(f"<{kind}en><{kind} key='7{number}'>\n<achternaam>{name}</achternaam><roepnaam>Liv</roepnaam></{kind}></{kind}en>\n" for number, (kind, name) in enumerate([("leerling", "Sj\ufffdgren"), ("leerkracht", "SjÃ¶berg")]))
    loaded = register({"meer.xlsx": stream.getvalue(), "export.xml": f"<?xml version='1.0'?>\n<EDEX>{people}</EDEX>"})
    assert [(one.place.file, one.place.line) for one in loaded.problems if one.code == "register-letters"] == [("register/export.xml", 2), ("register/meer.xlsx", 2)]


def test_nothing_is_built_with_it(tmp_path) -> None:
    root = copy_site(tmp_path / "site")
    (root / "register/leerlingen.csv").write_bytes("Leerlingnummer;Roepnaam;Achternaam;Groep\n105;Emre;Yıldırım;Groep 3\n".encode("ascii", "replace"))
    result = build_site(root)
    assert result.status == 2
    assert [problem.code for problem in result.problems if problem.severity == "fout"] == ["register-letters"]
    assert not (root / "public").exists()
