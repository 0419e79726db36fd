"""`sitegen check --links`: links to other websites, against a website of our own on this computer."""

from __future__ import annotations

import http.server
import zipfile
from typing import TYPE_CHECKING

import pytest

from sitegen import weblinks
from sitegen.cli.main import main
from sitegen.problem import Place
from tests.building import DAY, copy_site, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Handler(http.server.BaseHTTPRequestHandler):
    """Pages that are there, gone, moved, shy of HEAD, or broken."""

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        if self.path == "/naarbinnen":
            self.send_response(302)
            self.send_header("Location", "http://10.0.0.1/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        status = {"/weg": 404, "/stuk": 500, "/verhuisd": 301, "/even": 302, "/geenhead": 405 if self.command == "HEAD" else 200}.get(self.path, 200)
        self.send_response(status)
        if status in {301, 302}:
            self.send_header("Location", "/nieuw")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def website() -> Iterator[str]:
    with served(Handler) as address:
        yield address


@pytest.fixture
def neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets this computer pass for a place on the internet."""
    monkeypatch.setattr(weblinks, "_inside", lambda host, _port: "" if host == "127.0.0.1" else "bestaat niet (meer): die website is niet te vinden")


@pytest.mark.parametrize(
    ("path", "says", "do"),
    [("/er", "", ""), ("/even", "", ""), ("/geenhead", "", ""), ("/weg", "leidt nergens meer heen (404)", "haal de link weg"), ("/stuk", "storing (500)", "over een paar dagen"), ("/verhuisd", "voorgoed verhuisd", "/nieuw"), ("/naarbinnen", "waar bezoekers niet komen", "goede adres")],
)
@pytest.mark.usefixtures("neighbours")
def test_a_link_is_followed(website: str, path: str, says: str, do: str) -> None:
    found = weblinks.check({website + path: [Place("content/index.md", 3)]})
    assert len(found) == bool(says)
    for problem in found:
        assert says in problem.fault
        assert do in problem.remedy
        assert problem.severity == "waarschuwing"
        assert str(problem.place) == "content/index.md:3"


def test_an_address_in_the_own_network_is_not_visited(website: str) -> None:
    (problem,) = weblinks.check({f"{website}/er": [Place("content/index.md", 1)]})
    assert "eigen netwerk" in problem.fault


@pytest.mark.parametrize("address", ["127.0.0.1", "::ffff:127.0.0.1", "10.1.2.3", "100.64.0.1", "169.254.169.254", "fd00::1", "64:ff9b::7f00:1", "224.0.0.1", "0.0.0.0"])
def test_an_address_that_is_nobody_elses_is_not_public(address: str) -> None:
    assert not weblinks._public(address)
    assert weblinks._public("93.184.216.34")


def test_a_website_that_is_not_there() -> None:
    (problem,) = weblinks.check({"https://bestaat-echt-niet.invalid/": [Place("content/index.md", 1)]})
    assert "niet te vinden" in problem.fault


def test_where_links_stand(tmp_path: Path) -> None:
    site = copy_site(tmp_path / "site")
    (site / "content/links.md").write_text(
        "# Links\n\nKijk op [de bieb](https://bieb.example/boeken_(nieuw)), of op https://ggd.example/luizen.\n\nOnszelf: https://www.dezonnewijzer.example/contact/\n\n[fout](https://[oeps)\n", encoding="utf-8"
    )
    with zipfile.ZipFile(site / "newsletters/2026-11-20-kamp.docx", "w") as archive:
        archive.writestr("word/_rels/document.xml.rels", '<Relationships><Relationship Id="r1" Target="https://kamp.example/?a=1&amp;b=2" TargetMode="External"/></Relationships>')
    found = weblinks.found(site, "https://www.dezonnewijzer.example")
    assert found["https://bieb.example/boeken_(nieuw)"] == [Place("content/links.md", 3)]
    assert found["https://ggd.example/luizen"] == [Place("content/links.md", 3)]
    assert found["https://kamp.example/?a=1&b=2"] == [Place("newsletters/2026-11-20-kamp.docx", 0)]
    assert not any("dezonnewijzer" in url for url in found)


@pytest.mark.usefixtures("neighbours")
def test_the_command_warns_and_strict_stops(tmp_path: Path, website: str, capsys: pytest.CaptureFixture[str]) -> None:
    site = copy_site(tmp_path / "site")
    (site / "content/links.md").write_text(f"# Links\n\nZie [oud]({website}/weg) en [goed]({website}/er).\n", encoding="utf-8")
    words = ["check", "--links", "--date", DAY.isoformat(), "--site", str(site)]
    assert main(words) == 0
    told = capsys.readouterr()
    assert "let op  content/links.md:3: de link naar" in told.err
    assert "is iets te doen" in told.out
    assert main([*words, "--strict"]) == 1
    capsys.readouterr()
    assert main(["check", "--date", DAY.isoformat(), "--site", str(site)]) == 0
    assert "andere websites bekeken" not in capsys.readouterr().out
