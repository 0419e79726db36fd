"""A consent that is withdrawn and a surname that comes later: gone after one build (ECOSYSTEM C1.7 and 8)."""

from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from sitegen import verify
from sitegen.cli.main import main
from sitegen.outputs import pdf
from tests.building import DAY, command, shared_build, snapshot, write_letter
from tests.media.conftest import CONSENT, photo, saved
from tests.resilience import counting
from tests.resilience.counting import SEED, Loop, told

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_surname_that_comes_later_is_gone_at_the_next_build(site: Path) -> None:
    dice = counting.dice("late names")
    names = [(f"Wim{chr(97 + number)}", f"Zwart{''.join(dice.choices('aeioklmnrst', k=5))}stra") for number in range(6)]
    for number, (first, last) in enumerate(names):
        write_letter(site, f"Op de foto staat {first} {last}, die voor de klas vertelde. Ook #{first}{last} en {last.upper()}, {first}.", f"2026-10-{10 + number}-brief-{number}")
    assert shared_build(site).status == 0
    good = 0
    for number, (first, last) in enumerate(names):
        with (site / "register/leerlingen.csv").open("a", encoding="utf-8") as stream:
            stream.write(f"{90000 + number};{first};;{last};Groep 5\n")
        assert shared_build(site).status == 0
        left = [path for path, data in snapshot(site / "public").items() if last.lower().encode() in data.lower()]
        good += not left
    told(8, "surnames that came later", good, len(names))


def _consents(site: Path, answers: dict[str, str]) -> None:
    rows = "".join(f"{number};{';'.join([answer] * 6)};15-09-2026;Parro\n" for number, answer in answers.items())
    (site / "register/toestemming.csv").write_text(CONSENT + rows, "utf-8")


def _alike(folder: Path, look: bytes) -> list[str]:
    """The files in which the picture can be seen, at whatever size; a PDF's pictures are looked at as well."""
    found = []
    for name, data in snapshot(folder).items():
        looks = [verify.perceptual(data)]
        if name.endswith(".pdf"):
            from pypdf import PdfReader

            looks = [verify.perceptual(one.data) for page in PdfReader(io.BytesIO(data)).pages for one in page.images]
        if any(one and verify.same_look(look, one) for one in looks):
            found.append(name)
    return found


def test_a_withdrawn_consent_takes_the_picture_from_everywhere(site: Path, tmp_path: Path) -> None:
    """No page is edited: one build, one sending, and the picture is in no size, list, index, document, private file or host."""
    settings = (site / "site.yaml").read_text("utf-8")
    if pdf.available():
        (site / "site.yaml").write_text(f"{settings}schoolgids: {{pdf: ja}}\n", "utf-8")
    chapter = site / "schoolgids/2026-2027"
    letters = [site / f"newsletters/2026-10-0{number + 1}-feest-{number}" for number in range(3)]
    looks = []
    for number, letter in enumerate([*letters, chapter]):
        letter.mkdir(exist_ok=True)
        image = photo(SEED * 100 + number)
        (letter / f"feest-{number}.jpg").write_bytes(saved(image))
        (letter / "media.yaml").write_text(f"feest-{number}.jpg: {{who: ['{10021 + number % 2}']}}\n", "utf-8")
        text = letter / ("index.md" if letter is not chapter else "02-feest.md")
        text.write_text(f"---\ntitel: Feest {number}\n---\n\nDit was het feest van nummer {number}.\n\n![De taart](feest-{number}.jpg)\n", "utf-8")
        looks.append(verify.perceptual(saved(image)))
    host = tmp_path / "host.git"
    subprocess.run(["git", "init", "-q", "--bare", str(host)], check=True)

    def at_host() -> Path:
        work = tmp_path / "werk"
        shutil.rmtree(work, ignore_errors=True)
        said = command("publish", "--soort", "git", "--naar", str(host), "--date", DAY.isoformat(), root=site)
        assert said.returncode == 0, said.stderr
        subprocess.run(["git", "clone", "-q", "-b", "publicatie", str(host), str(work)], check=True)
        shutil.rmtree(work / ".git")
        return work

    loop = Loop(7, "withdrawn pictures, gone from pages, sizes, feeds, search, guide, private files and host")
    for child in ("10021", "10022"):
        _consents(site, {"10021": "ja", "10022": "ja"})
        assert shared_build(site).status == 0
        before = [set(_alike(site / "public", look)) for look in looks]
        at_host()
        private = snapshot(site / ".sitegen")
        _consents(site, {"10021": "ja", "10022": "ja", child: "nee"})
        assert shared_build(site).status == 0
        host_now = at_host()
        for number, look in enumerate(looks):
            if str(10021 + number % 2) != child:
                continue
            assert before[number], "nothing was shown, so nothing could go"
            derived = {name for name in before[number] if name.startswith("media/")}
            everything = {**snapshot(site / "public"), **{f"host/{name}": data for name, data in snapshot(host_now).items()}}
            loop.count(not _alike(site / "public", look), f"{child}/{number}: in the output {_alike(site / 'public', look)}")
            loop.count(not _alike(host_now, look), f"{child}/{number}: at the host")
            loop.count(not [name for name, data in everything.items() if any(one.encode() in data for one in derived)], f"{child}/{number}: its address")
            kept = {name for name, data in snapshot(site / ".sitegen").items() if name in private and (seen := verify.perceptual(data)) and verify.same_look(look, seen)}
            loop.count(not kept, f"{child}/{number}: {kept}")
    loop.end()


def test_a_placing_that_is_stopped_says_that_what_was_withdrawn_still_stands(built: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Stopped before the first page, at a page, and so that the old site can't be put back either; the next build takes it away."""
    order = ["build", "--date", DAY.isoformat(), "--site", str(built)]
    still, perhaps = "Wat in deze bouw werd ingetrokken, staat dus nog op de website.", "Wat in deze bouw werd ingetrokken, kan er dus nog staan."
    (built / "newsletters/2026-11-20-weekbericht-12.md").unlink()
    before = snapshot(built / "public")
    withdrawn = {path for path in before if "weekbericht-12" in path}
    assert withdrawn
    replace = os.replace
    loop = Loop(7, "placings that were stopped, and said that what was withdrawn still stands")
    for fails, says in ((("lijst-eerst",), still), (("index.html",), still), (("index.html", "terug"), perhaps)):
        left = list(fails)

        def refuse(source: object, target: object, left: list[str] = left) -> None:
            for name in left:
                if str(source).endswith(name) or str(target).endswith(name):
                    left.remove(name)
                    raise OSError(errno.ENOSPC, "no", str(target))
            replace(source, target)

        with monkeypatch.context() as full:
            full.setattr(os, "replace", refuse)
            status = main(order)
        said = capsys.readouterr().err
        loop.count(status == 1 and not left and says in said and (says == perhaps or snapshot(built / "public") == before), f"{fails}: {status} {said}")
    assert main(order) == 0
    assert "ingetrokken" not in "".join(capsys.readouterr())
    assert not withdrawn & snapshot(built / "public").keys()
    loop.end()


def test_a_build_that_is_refused_says_that_what_was_withdrawn_still_stands(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (built / "newsletters/2026-11-20-weekbericht-12.md").unlink()
    (built / "content/kapot.md").write_text("# Kapot\n\n[hier](/nergens/)\n", "utf-8")
    assert main(["build", "--date", DAY.isoformat(), "--site", str(built)]) == 1
    assert "De vorige website staat er nog, ook wat in deze bouw werd ingetrokken." in capsys.readouterr().out
    assert main(["check", "--date", DAY.isoformat(), "--site", str(built)]) == 1
    assert "ingetrokken" not in capsys.readouterr().out
