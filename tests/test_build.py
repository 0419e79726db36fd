"""The build through its public surface: small sites in, the finished folder out."""

from __future__ import annotations

import datetime as dt
import json
import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from sitegen import dutch, publish
from sitegen.build import making
from tests.building import DAY, build_site, command, copy_site, snapshot


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site(tmp_path / "site")


def test_a_newsletter_becomes_a_page_without_the_surname(site: Path) -> None:
    assert build_site(site).status == 0
    page = (site / "public/nieuwsbrieven/2026-2027/weekbericht-12/index.html").read_text(encoding="utf-8")
    assert "Sanne won de voorleeswedstrijd" in page
    for path, data in snapshot(site / "public").items():
        assert b"hoekzema" not in data.lower(), path


def test_the_report_says_what_was_removed_and_is_private(site: Path) -> None:
    build_site(site)
    report = json.loads((site / ".sitegen/report.json").read_text(encoding="utf-8"))
    assert any("Hoekzema" in finding["wat"] for finding in report["bevindingen"])
    assert report["fictief_register"] is True
    for name in ("report.json", "report.html"):
        assert (site / ".sitegen" / name).stat().st_mode & 0o077 == 0


def test_building_twice_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    build_site(site)
    other = copy_site(tmp_path / "other")
    build_site(other)
    assert snapshot(site / "public") == snapshot(other / "public")


def test_nothing_changed_writes_nothing(site: Path) -> None:
    build_site(site)
    before = {path: path.stat().st_mtime_ns for path in (site / "public").rglob("*")}
    result = build_site(site)
    assert result.unchanged
    assert {path: path.stat().st_mtime_ns for path in (site / "public").rglob("*")} == before


def test_a_removed_source_is_gone_from_the_site(site: Path) -> None:
    build_site(site)
    (site / "newsletters/2026-11-20-weekbericht-12.md").unlink()
    result = build_site(site)
    assert result.status == 0
    assert not (site / "public/nieuwsbrieven/2026-2027/weekbericht-12").exists()


def test_a_vanished_address_is_told_until_it_leads_somewhere_or_is_done_with(site: Path) -> None:
    def told() -> list[str]:
        gone = json.loads((site / ".sitegen/report.json").read_text())["verdwenen"]
        return [path for path in gone if path.rpartition("/2026-2027/")[2] in {"uit/", "oud/", "nieuw/"}]

    (site / "newsletters/2026-11-13-uit.md").write_text("# Uit\n\nTekst.\n")
    (site / "content/oud.md").write_text("# Oud\n\nTekst.\n")
    assert build_site(site).status == 0
    assert told() == []
    (site / "newsletters/2026-11-13-uit.md").unlink()
    (site / "content/oud.md").unlink()
    build_site(site)
    gone = ["nieuwsbrieven/2026-2027/uit/", "oud/"]
    assert told() == gone
    kept = site / ".sitegen/verdwenen.txt"
    assert kept.stat().st_mode & 0o777 == 0o600
    (site / "content/nieuw.md").write_text("# Nieuw\n\nTekst.\n")
    assert build_site(site, check=True).status == 0
    assert told() == gone, "a later build and a check still tell"
    build_site(site)
    assert told() == gone
    (site / "content/nieuw.md").write_text("---\noude_adressen: [/oud/]\n---\n# Nieuw\n\nTekst.\n")
    build_site(site)
    assert told() == gone[:1], "it leads somewhere"
    kept.write_text("".join(line for line in kept.read_text().splitlines(keepends=True) if "uit/" not in line))
    (site / "content/nieuw.md").unlink()
    build_site(site)
    assert told() == ["nieuw/", "oud/"], "what a person took off the list stays off, and what led on leads nowhere again"


def test_a_fault_leaves_the_last_good_site(site: Path) -> None:
    build_site(site)
    before = snapshot(site / "public")
    (site / "content/contact.md").write_text("---\ntitel: a: b\n---\n", encoding="utf-8")
    assert build_site(site).status == 1
    assert snapshot(site / "public") == before


def test_a_file_that_is_not_ours_stays_and_is_named(site: Path) -> None:
    build_site(site)
    (site / "public/eigen.txt").write_text("van de school zelf", encoding="utf-8")
    (site / "content/nieuw.md").write_text("# Nieuw\n\nTekst.\n", encoding="utf-8")
    result = build_site(site)
    assert (site / "public/eigen.txt").exists()
    assert "eigen.txt" in result.foreign


def test_a_foreign_folder_is_refused(site: Path) -> None:
    (site / "public").mkdir()
    (site / "public/foto.jpg").write_bytes(b"x")
    result = build_site(site)
    assert result.status == 2
    assert "niet door sitegen gemaakt" in str(result.problems[0])
    assert (site / "public/foto.jpg").exists()


@pytest.mark.parametrize("output", [".", "content", "..", "register", ".git"])
def test_a_dangerous_output_folder_is_refused(site: Path, output: str) -> None:
    before = snapshot(site / "content")
    finished = command("build", "--output", str(site / output), root=site)
    assert finished.returncode == 2
    assert snapshot(site / "content") == before


def test_a_published_file_that_was_changed_is_restored(site: Path) -> None:
    build_site(site)
    home = site / "public/index.html"
    good = home.read_bytes()
    home.write_bytes(b"gekaapt")
    build_site(site)
    assert home.read_bytes() == good


def test_drafts_and_dates(site: Path) -> None:
    (site / "newsletters/2026-11-23-geheim.md").write_text("---\ntitel: Geheim\nconcept: ja\n---\n\nNiet tonen.\n", encoding="utf-8")
    (site / "newsletters/2026-11-22-later.md").write_text("---\ntitel: Later\npubliceren_op: 2026-12-01\n---\n\nNog even.\n", encoding="utf-8")
    (site / "newsletters/2026-11-21-voorbij.md").write_text("---\ntitel: Voorbij\nverloopt_op: 2026-11-24\n---\n\nNiet meer.\n", encoding="utf-8")
    build_site(site)
    everything = b"".join(snapshot(site / "public").values())
    assert not any(word in everything for word in (b"Niet tonen", b"Nog even", b"Niet meer"))
    build_site(site, dt.date(2026, 12, 1))
    assert b"Nog even" in b"".join(snapshot(site / "public").values())


def test_a_register_under_git_is_refused(site: Path) -> None:
    settings = site / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(", fictional: true", ""), encoding="utf-8")
    for words in (["init", "-q"], ["add", "register"]):
        subprocess.run(["git", "-C", str(site), *words], check=True, capture_output=True)
    result = build_site(site)
    assert result.status == 2
    assert "versiebeheer" in str(result.problems[0])


def test_a_link_in_the_sources_is_not_followed(site: Path, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.md"
    secret.write_text("# Geheim\n\nNiet tonen.\n", encoding="utf-8")
    os.symlink(secret, site / "content/geheim.md")
    result = build_site(site)
    assert result.status == 0
    assert any(problem.code == "koppeling" for problem in result.problems)
    assert b"Niet tonen" not in b"".join(snapshot(site / "public").values())


def test_check_places_nothing(site: Path) -> None:
    assert build_site(site, check=True).status == 0
    assert not (site / "public").exists()


def test_strict_stops_on_a_warning(site: Path) -> None:
    (site / "content/contact.md").write_text("---\ntitel: Contact\nkleur: rood\n---\n\nTekst.\n", encoding="utf-8")
    assert build_site(site).status == 0
    assert build_site(site, strict=True).status == 1


@pytest.mark.parametrize("text", [
    "<script>alert(1)</script>", '<img src=x onerror="alert(1)">', "[klik](javascript:alert(1))",
    'Tekst\n{: onclick="alert(1)" }', "{{ 7*7 }} {% for x in y %}", '<a href="data:text/html,<script>alert(1)</script>">x</a>',
])
def test_hostile_markdown_is_inert(site: Path, text: str) -> None:
    (site / "content/contact.md").write_text(f"# Contact\n\nEerst gewone tekst.\n\n{text}\n", encoding="utf-8")
    result = build_site(site)
    page = site / "public/contact/index.html"
    if result.status == 0:
        html = page.read_text(encoding="utf-8")
        assert "alert(1)</script>" not in html
        assert "onerror" not in html
        assert "onclick" not in html
        assert "javascript:" not in html
        assert ">49" not in html


def test_the_command_line(site: Path) -> None:
    finished = command("build", "--date", DAY.isoformat(), root=site)
    assert finished.returncode == 0, finished.stderr
    assert "geplaatst" in finished.stdout
    assert "Hoekzema" not in finished.stdout + finished.stderr
    again = command("build", "--date", DAY.isoformat(), "--json", root=site)
    assert json.loads(again.stdout)["ongewijzigd"] is True


@pytest.mark.parametrize(("words", "said"), [
    (["buidl"], "Bedoelde u 'build'?"),
    (["build", "--datum"], "onbekend: --datum"),
    (["build", "--date", "morgen"], "is geen dag"),
    (["build", "--site", "/bestaat/niet"], "staat geen site.yaml"),
])
def test_a_wrong_command_is_explained_in_dutch(words: list[str], said: str) -> None:
    finished = command(*words)
    assert finished.returncode == 2
    assert said in finished.stderr


@pytest.mark.parametrize(("number", "said"), [(0, "0 bestanden"), (1, "1 bestand"), (2, "2 bestanden")])
def test_one_is_no_plural(number: int, said: str) -> None:
    assert dutch.amount(number, "bestand", "bestanden") == said
    assert dutch.counted({"pagina's": number}) == {0: "", 1: "1 pagina", 2: "2 pagina's"}[number]


def test_init_makes_a_site_that_builds(tmp_path: Path) -> None:
    assert command("init", str(tmp_path / "school")).returncode == 0
    root = tmp_path / "school"
    assert "/register/" in (root / ".gitignore").read_text(encoding="utf-8")
    finished = command("build", root=root)
    assert (finished.returncode, finished.stderr) == (0, ""), "no warning about what init itself put there"
    assert (root / "public/index.html").exists()
    checked = command("check", root=root)
    assert checked.returncode == 0
    assert "geschreven" not in checked.stdout, "a check writes nothing"


def test_new_makes_a_newsletter_once(site: Path) -> None:
    first = command("new", "newsletter", "--date", "2026-11-27", root=site)
    assert first.returncode == 0
    made = site / "newsletters/2026-11-27-weekbericht-13.md"
    assert "Weekbericht 13" in made.read_text(encoding="utf-8")
    made.write_text("van mij", encoding="utf-8")
    assert command("new", "newsletter", "Weekbericht 13", "--date", "2026-11-27", root=site).returncode == 1
    assert made.read_text(encoding="utf-8") == "van mij"


def test_of_very_many_faults_the_screen_shows_the_first_and_the_report_all(site: Path) -> None:
    for day in range(1, 21):
        (site / f"newsletters/2026-09-{day:02}-weekbrief.md").write_text("# Brief\n\n" + "\n\n".join(f"[de brief van toen](/weg-{number}/)" for number in range(10)), encoding="utf-8")
    told = command("build", "--date", DAY.isoformat(), root=site)
    assert told.returncode == 1
    assert told.stderr.count("FOUT") == 60
    assert "en nog 140 meldingen" in told.stderr
    assert (site / ".sitegen/report.html").read_text(encoding="utf-8").count("leidt nergens heen") == 200


def test_a_letter_may_have_the_same_name_every_week(site: Path) -> None:
    for day in ("2026-09-04", "2026-09-11"):
        (site / f"newsletters/{day} Nieuwsbrief.md").write_text(f"# Nieuwsbrief\n\nNieuws van {day[8:]} september.\n", encoding="utf-8")
    (site / "newsletters/2026-09-18-nieuwsbrief.md").write_text("# Nieuwsbrief\n\nZie [vorige week](2026-09-11%20Nieuwsbrief.md).\n", encoding="utf-8")
    assert build_site(site).status == 0
    letters = site / "public/nieuwsbrieven/2026-2027"
    assert "Nieuws van 11" in (letters / "nieuwsbrief-11-september/index.html").read_text(encoding="utf-8")
    assert "nieuwsbrief-11-september/" in (letters / "nieuwsbrief-18-september/index.html").read_text(encoding="utf-8")


def test_a_letter_that_nobody_can_read_is_told(site: Path) -> None:
    (site / "newsletters/2026-11-27-brief.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (site / "newsletters/2026-11-26-brief.pdf").write_bytes(b"%PDF-1.4")
    (site / "newsletters/2026-11-25-lijst.md").write_text("# Lijst\n\nZie [de lijst](paklijst.txt).\n", encoding="utf-8")
    (site / "newsletters/paklijst.txt").write_text("Een slaapzak en een kussen.\n", encoding="utf-8")
    told = {problem.place.file: problem.remedy for problem in build_site(site).problems if problem.code == "nieuwsbrief-soort"}
    assert set(told) == {"newsletters/2026-11-27-brief.doc", "newsletters/2026-11-26-brief.pdf"}
    assert ".docx" in told["newsletters/2026-11-27-brief.doc"]


def test_what_the_calendar_has_is_not_announced_twice(site: Path) -> None:
    (site / "content/kalender.yaml").write_text("- {van: 2026-12-04, titel: Ouderavond over online pesten, soort: activiteit}\n", encoding="utf-8")
    (site / "newsletters/2026-11-23-agenda.md").write_text("# Nieuws\n\n## Agenda\n\n- vr 4 december 19.30 uur: Ouderavond online pesten\n- vr 4 december 8.30 uur: Luizencontrole\n", encoding="utf-8")
    result = build_site(site)
    assert result.status == 0, result.problems
    page = (site / "public/kalender/index.html").read_text(encoding="utf-8")
    assert page.count('gebeurtenis-titel">Ouderavond') == 1
    assert "Luizencontrole" in page


def test_a_new_child_makes_the_verifier_read_only_what_names_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert build_site(site).status == 0
    again: list[str] = []
    read_again = making._read_again
    monkeypatch.setattr(making, "_read_again", lambda part, *rest: (again.extend(part), read_again(part, *rest))[1])

    def added(number: int, surname: str) -> list[str]:
        again.clear()
        with (site / "register/leerlingen.csv").open("a", encoding="utf-8") as stream:
            stream.write(f"{number};Pleun;;{surname};Groep 1\n")
        assert build_site(site).status == 0
        return list(again)

    assert added(90001, "Vlinderveldstra") == []
    touched = added(90002, "Proefdorp")
    assert touched
    assert "index.html" in touched
    assert [path for path in touched if not path.endswith(".epub") and b"proefdorp" not in (site / "public" / path).read_bytes().lower()] == []
    # A ledger that lost what it knew of a file has it read.
    with closing(sqlite3.connect(site / ".sitegen/cache.db")) as ledger, ledger:
        ledger.execute("DELETE FROM kept WHERE kind='read'")
    assert set(added(90003, "Vlinderveldstra")) == snapshot(site / "public").keys() - {publish.LIST}
