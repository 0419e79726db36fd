"""`sitegen serve` as a process of its own: what it shows, whom it shows it to, and what never gets into the website."""

from __future__ import annotations

import http.client
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

from tests.building import copy_site

if TYPE_CHECKING:
    from collections.abc import Iterator

LETTER = "---\ntitel: Brief van vrijdag\nsoort: wekelijks\n---\n\nGefeliciteerd Sanne Hoekzema!\n\n![Rennen](foto.jpg)\n"


class Answer(NamedTuple):
    status: int
    text: str
    headers: dict[str, str]


class Served:
    """A site that is being served."""

    def __init__(self, root: Path, process: subprocess.Popen[str], log: Path) -> None:
        self.root, self.process, self.log = root, process, log
        self.until(lambda: "Stoppen" in self.said(), "de start")
        private = re.search(r"http://127\.0\.0\.1:(\d+)(/_sitegen/[\w-]+/)", self.said())
        assert private
        self.port, self.private = int(private[1]), private[2]

    def said(self) -> str:
        return self.log.read_text("utf-8")

    def until(self, true, what: str) -> None:
        end = time.monotonic() + 40
        while not true():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < end, what
            time.sleep(0.05)

    def get(self, path: str, method: str = "GET", body: str = "", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest(method, path, skip_host="host" in headers)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body.encode() or None)
        response = connection.getresponse()
        answer = Answer(response.status, response.read().decode("utf-8", "replace"), {name.lower(): value for name, value in response.getheaders()})
        connection.close()
        return answer


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("serve")
    root = copy_site(folder / "site")
    letter = root / "newsletters/2026-11-20-brief"
    letter.mkdir()
    (letter / "index.md").write_text(LETTER, "utf-8")
    from tests.media.conftest import photo, saved

    (letter / "foto.jpg").write_bytes(saved(photo(40)))
    log = (folder / "log.txt").open("w")
    process = subprocess.Popen([sys.executable, "-m", "sitegen", "serve", "--no-open", "--port", "8741", "--site", str(root)], stdout=log, stderr=log, text=True)
    served = Served(root, process, folder / "log.txt")
    yield served
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    log.close()
    assert "Traceback" not in served.said()


def test_the_public_site_without_the_name(served: Served) -> None:
    page = served.get("/nieuwsbrieven/2026-2027/brief-20-november/")
    assert page.status == 200
    assert "Gefeliciteerd Sanne!" in page.text
    assert "Hoekzema" not in page.text
    assert served.get("/nieuwsbrieven/2026-2027/brief-20-november").status in {301, 302, 308}
    assert served.get("/er-is-niets/").status == 404


def test_the_editors_view_shows_what_went_and_why(served: Served) -> None:
    page = served.get(f"{served.private}pagina?adres=newsletters%2F2026-11-20-brief%2Findex.md")
    assert page.status == 200
    assert re.search(r"<(?:del|s)\b[^>]*>[^<]*Hoekzema", page.text)
    assert "Achternaam van een kind" in page.text
    assert "media.yaml" in page.text
    assert page.headers["x-robots-tag"] == "noindex"


def test_the_whole_report_is_there(served: Served) -> None:
    assert "Hoekzema" in served.get(f"{served.private}rapport").text


def test_nothing_of_the_editors_view_is_in_the_website(served: Served) -> None:
    for path in (served.root / "public").rglob("*"):
        if path.is_file():
            assert b"Hoekzema" not in path.read_bytes()
            assert b"_sitegen" not in path.read_bytes()


@pytest.mark.parametrize("host", ["kwaad.example", "127.0.0.1", "127.0.0.1:1", "localhost.kwaad.example:8741"])
def test_another_host_is_refused(served: Served, host: str) -> None:
    assert served.get("/", host=host).status == 421


@pytest.mark.parametrize("path", ["/../site.yaml", "/%2e%2e/site.yaml", "/..%2fsite.yaml", "/%2e%2e%2fregister/leerlingen.csv", "//etc/passwd", "/.sitegen-bestanden", "/..\\register\\leerlingen.csv", "/index.html%00.txt", "/assets/../../register/leerlingen.csv"])
def test_no_road_out_of_the_folder(served: Served, path: str) -> None:
    answer = served.get(path)
    assert answer.status in {400, 404}
    assert "Hoekzema" not in answer.text
    assert "school:" not in answer.text


def test_no_list_of_files(served: Served) -> None:
    assert served.get("/assets/").status == 404


def test_private_pages_want_the_token_and_their_own_origin(served: Served) -> None:
    for wrong in ("/_sitegen/redactie", "/_sitegen/geraden/redactie", f"{served.private[:-3]}xx/redactie"):
        assert served.get(wrong).status == 404
    assert served.get(f"{served.private}redactie", Origin="https://kwaad.example").status == 403
    assert served.get(f"{served.private}redactie", Sec_Fetch_Site="cross-site").status == 403
    assert served.get(f"{served.private}dag", "POST", "dag=2026-12-01").status == 403


def test_a_change_is_seen_and_a_fault_is_told(served: Served) -> None:
    page = served.root / "content/nieuw.md"
    page.write_text("---\ntitel: Nieuw\n---\n\nVandaag bewaard.\n", "utf-8")
    served.until(lambda: served.get("/nieuw/").status == 200, "de nieuwe pagina")
    page.write_text("---\ntitel: [\n---\n", "utf-8")
    served.until(lambda: "content/nieuw.md" in served.get(f"{served.private}fouten").text, "de fout")
    assert served.get("/nieuw/").status == 200
    page.unlink()
    served.until(lambda: served.get("/nieuw/").status == 404, "de verwijderde pagina")


def test_another_day_stays_out_of_the_website(served: Served) -> None:
    (served.root / "content/later.md").write_text("---\ntitel: Later\npubliceren_op: 2099-01-02\n---\n\nPas later.\n", "utf-8")
    origin = f"http://127.0.0.1:{served.port}"
    assert urlsplit(origin).port == served.port
    time.sleep(0.5)
    answer = served.get(f"{served.private}dag", "POST", "dag=2099-01-03", Origin=origin, Content_Type="application/x-www-form-urlencoded")
    assert answer.status in {200, 302, 303}
    served.until(lambda: served.get("/later/").status == 200, "de andere dag")
    assert not (served.root / "public/later").exists()
    served.get(f"{served.private}dag", "POST", "dag=", Origin=origin, Content_Type="application/x-www-form-urlencoded")
    served.until(lambda: served.get("/later/").status == 404, "weer vandaag")
