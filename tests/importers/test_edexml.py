"""EDEXML in every wrapper: who is in it, and what is never read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sitegen.importers import IMPORTERS, edexml, read
from sitegen.problem import Place, SiteError
from sitegen.register import Name
from tests.importers.conftest import Register, codes

if TYPE_CHECKING:
    from pathlib import Path

    from sitegen.importers.part import Part

PLACE = Place("register/EDEX.xml")


@pytest.fixture
def export(data: Path) -> bytes:
    return (data / "edex-2.1.xml").read_bytes()


def part(content: bytes) -> Part:
    (found,) = read(content, PLACE, {})
    assert found.what == "edexml"
    return found


def test_pupils_with_odd_prefixes_roepnaam_only_and_short_surnames(export: bytes) -> None:
    names = {child.pupil.number: child.pupil.name for child in part(export).children}
    assert names["30001"] == Name("Marijn", "v. d.", "Hoekzema", ("Marijn", "Klaas"))
    assert names["30003"] == Name("Wim")
    assert names["30004"] == Name("Daan", "Da", "Boom")
    assert names["30007"] == Name("Lu", "", "Aa")


def test_combination_group_peuters_and_plusklas(export: bytes) -> None:
    pupils = {child.pupil.number: child.pupil for child in part(export).children}
    assert (pupils["30001"].group, pupils["30001"].also) == ("Groep 6", ("Plusklas",))
    assert pupils["30002"].group == "1/2A Egels"
    assert pupils["30003"].group == "Peuters"
    assert pupils["30006"].group == "Groep 4", "no group key: the year group is the group"


def test_leavers_by_date_and_by_year_group_h(export: bytes, register: Register) -> None:
    loaded = register({"EDEX.xml": export}, pupils=False)
    left = {pupil.number: pupil.left for pupil in loaded.register.pupils}
    assert left == {"30001": False, "30002": False, "30003": False, "30004": True, "30005": True, "30006": False, "30007": False}


def test_parents_among_the_teachers_are_no_staff(export: bytes) -> None:
    found = part(export)
    assert {one.name.last: one.role for one in found.staff} == {"Visser": "leerkracht", "Zuidema": "directeur", "Prins": "administratief medewerker"}
    assert {one.name.last for one in found.carers} == {"Kolk", "Hart"}


def test_a_private_address_under_emailadres_is_private(export: bytes, register: Register) -> None:
    staff = {one.id: one for one in register({"EDEX.xml": export}, pupils=False).register.staff}
    assert staff["M01"].work_email == "a.visser@dewilgenhof.example"
    assert (staff["M02"].work_email, staff["M02"].private.emails) == ("", ("harm@thuis.example",))


def test_fields_that_a_website_does_not_need_are_dropped_and_named(export: bytes) -> None:
    found = part(export)
    assert {"geboortedatum", "geslacht", "bsn_ondwnr-4", "postcodenl", "emailadres", "land"} <= set(found.dropped)
    assert "2020-03-14" not in repr(found)
    assert "0417" not in repr(found)
    assert "marijn@kind.example" not in repr(found)
    assert not found.problems


def test_toevoegingen_are_never_read(export: bytes) -> None:
    assert "niemand mag lezen" not in repr(part(export))
    assert "Verkeerd" not in repr(part(export))


@pytest.mark.parametrize("field", ["bsn", "sofinummer", "onderwijsnummer"])
def test_a_full_bsn_is_called_out_and_forgotten(export: bytes, field: str) -> None:
    content = export.replace(b"<bsn_ondwnr-4>0417</bsn_ondwnr-4>", f"<{field}>123456782</{field}>".encode())
    found = part(content)
    (problem,) = found.problems
    assert problem.code == "register-bsn"
    assert field in problem.fault
    assert "123456782" not in repr(found)


def test_1_0_3_with_tussenvoegsel_either_group_or_year_and_latin_1(data: Path) -> None:
    renee, joris = (child.pupil for child in part((data / "edex-1.0.3.xml").read_bytes()).children)
    assert (renee.name, renee.group) == (Name("Renée", "van der", "Wal"), "Bovenbouw")
    assert joris.group == "Groep 5"


def test_2_0_is_2_1_without_eckid(export: bytes) -> None:
    assert part(export.replace(b' eckid="https://id.example/1"', b"")).children == part(export).children


@pytest.mark.parametrize("year", ["2004-2005", "2026-2027", "2099-2100", "onzin"])
def test_any_school_year(export: bytes, year: str) -> None:
    assert part(export.replace(b"2031-2032", year.encode())).children == part(export).children


UWLR = "http://www.edustandaard.nl/leerresultaten/2/leerlinggegevens"
WRAPPERS = {
    "uwlr leerlinggegevens": f'<leerlinggegevens xmlns="{UWLR}">%s</leerlinggegevens>',
    "antwoord": f'<u:leerlinggegevens_antwoord xmlns:u="{UWLR}"><u:leerlinggegevens>%s</u:leerlinggegevens></u:leerlinggegevens_antwoord>',
    "soap": f'<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body><leerlinggegevens_antwoord xmlns="{UWLR}"><leerlinggegevens>%s</leerlinggegevens></leerlinggegevens_antwoord></s:Body></s:Envelope>',
    "a later version of the namespace": f'<leerlinggegevens xmlns="{UWLR}/v2.3">%s</leerlinggegevens>',
}


@pytest.mark.parametrize("wrapper", WRAPPERS.values(), ids=WRAPPERS)
def test_wrappers_by_local_name(export: bytes, wrapper: str) -> None:
    inner = "<school>" + export.decode().partition("<school>")[2].replace("</EDEX>", "").replace("xsi:type", "soort")
    content = wrapper % inner
    # Line numbers shift with the wrapper; who the pupils are doesn't.
    assert [child.pupil for child in part(content.encode()).children] == [child.pupil for child in part(export).children]


def test_namespace_prefixes_on_every_element() -> None:
    content = f'<x:leerlinggegevens xmlns:x="{UWLR}"><x:leerlingen><x:leerling key="7"><x:roepnaam>Ties</x:roepnaam></x:leerling></x:leerlingen></x:leerlinggegevens>'
    assert [child.pupil.name for child in part(content.encode()).children] == [Name("Ties")]


@pytest.mark.parametrize("encode", [
    lambda text: text.encode("utf-8-sig"),
    lambda text: text.replace('encoding="UTF-8"', 'encoding="utf-16"').encode("utf-16"),
    lambda text: text.replace(' encoding="UTF-8"', "").encode("cp1252"),
    lambda text: text.replace('encoding="UTF-8"', 'encoding="windows-1252"').encode("cp1252"),
    lambda text: text.replace("\n", "\r\n").encode(),
], ids=["bom", "utf-16", "undeclared windows-1252", "windows-1252", "crlf"])
def test_encodings(export: bytes, encode) -> None:
    names = {child.pupil.name.first for child in part(encode(export.decode())).children}
    assert "Zoë" in names


def test_a_key_with_a_hash_is_a_warning(export: bytes) -> None:
    found = part(export.replace(b'key="30001"', b'key="#1"'))
    assert [(problem.code, problem.severity) for problem in found.problems] == [("register-hekje", "waarschuwing")]


def test_leading_zeros_of_a_key_do_not_matter(export: bytes, register: Register) -> None:
    loaded = register({"EDEX.xml": export, "toestemming.csv": "Leerlingnummer;Foto website;Gewijzigd op\n30007;ja;01-10-2026\n"}, pupils=False)
    assert loaded.register.answer("30007", "foto website").may


@pytest.mark.parametrize("content", [
    "<overstapdossier><leerling><achternaam>Vries</achternaam></leerling></overstapdossier>",
    '<dossier xmlns="http://www.edustandaard.nl/oso_gegevensset/2.0/"><leerlingen><leerling key="1"><roepnaam>Ties</roepnaam></leerling></leerlingen></dossier>',
    '<s:Envelope xmlns:s="urn:soap"><s:Body><osoDossier><leerlingen/></osoDossier></s:Body></s:Envelope>',
])
def test_an_oso_dossier_is_refused_with_the_reason(content: str) -> None:
    with pytest.raises(SiteError, match="overstapdossier") as caught:
        read(content.encode(), PLACE, {})
    assert "Vries" not in str(caught.value)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><EDEX><leerlingen><leerling key="1"><roepnaam>&b;</roepnaam></leerling></leerlingen></EDEX>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><EDEX><leerlingen><leerling key="1"><roepnaam>&a;</roepnaam></leerling></leerlingen></EDEX>'
DTD = '<!DOCTYPE EDEX SYSTEM "http://edustandaard.example/EDEX.dtd"><EDEX><leerlingen><leerling key="1"><roepnaam>T</roepnaam></leerling></leerlingen></EDEX>'


@pytest.mark.parametrize("content", [BOMB, OUTSIDE, DTD], ids=["bomb", "external entity", "dtd"])
def test_dtd_and_entities_are_refused(content: str) -> None:
    with pytest.raises(SiteError, match="DTD of entiteiten"):
        read(content.encode(), PLACE, {})


def test_too_deep_is_refused() -> None:
    with pytest.raises(SiteError, match="te diep"):
        read(b"<EDEX>" + b"<a>" * 5_000 + b"</a>" * 5_000 + b"</EDEX>", PLACE, {})


def test_too_large_is_refused(monkeypatch: pytest.MonkeyPatch, export: bytes) -> None:
    monkeypatch.setattr(edexml, "MAX_BYTES", 100)
    with pytest.raises(SiteError, match="groter dan"):
        read(export, PLACE, {})


def test_a_broken_export_names_its_line_and_no_child(export: bytes) -> None:
    with pytest.raises(SiteError) as caught:
        read(export[: export.index(b"30004")], PLACE, {})
    (problem,) = caught.value.problems
    assert problem.place.line > 20
    assert "afgebroken" in problem.fault
    assert "Hoekzema" not in str(caught.value)


def test_other_xml_is_no_edexml() -> None:
    with pytest.raises(SiteError, match="geen leerlingen volgens EDEXML"):
        read(b"<rss><channel/></rss>", PLACE, {})


def test_the_content_decides_not_the_name(export: bytes, register: Register) -> None:
    loaded = register({"leerlingen.csv": export}, pupils=False)
    assert len(loaded.register.pupils) == 7
    assert codes(loaded) == ["register-geen-toestemming"]


def test_every_importer_module_is_in_the_table() -> None:
    assert {importer.__module__.rpartition(".")[2] for _, importer in IMPORTERS} == {"workbook", "edexml", "exceptions", "table"}


def test_a_name_that_lost_letters_on_the_way_is_a_fault_on_its_line(export: bytes) -> None:
    broken = export.replace(b"Hoekzema", b"Hoekz?ma")
    assert broken != export
    found = [one for one in part(broken).problems if one.code == "register-letters"]
    assert [one.severity for one in found] == ["fout"]
    assert all(one.place.line for one in found)
