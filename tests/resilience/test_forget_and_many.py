"""A forgotten child is in no private file; a broken school stops no other."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sitegen.cli.main import main
from tests.building import DAY, build_site, command, copy_site, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable


def test_forgotten_everywhere(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = site / "newsletters/2026-11-23-brief.md"
    letter.write_text("# Brief\n\nDaan van der Meulen is jarig.\n", "utf-8")
    (site / "register/ouders.csv").write_text("Id;Voornaam;Voorvoegsel;Achternaam;Leerlingen\nO1;Kim;van der;Meulen;10022\nO2;Bas;;Hoekzema;10021 10022\n", "utf-8")
    build_site(site)
    words = ["forget", "10022", "--site", str(site), "--date", DAY.isoformat()]
    # As long as a text names the child, the register is what protects it.
    assert main([*words, "--ja"]) == 1
    assert "2026-11-23-brief.md" in capsys.readouterr().out
    letter.unlink()
    build_site(site)
    assert main(words) == 0
    assert "--ja" in capsys.readouterr().out
    assert b"Meulen" in (site / "register/leerlingen.csv").read_bytes()
    assert main([*words, "--ja"]) == 0
    assert "zoekmachines" in capsys.readouterr().out
    for name, data in snapshot(site).items():
        if not name.startswith("public/"):
            assert b"Meulen" not in data, name
    assert b"10021" in (site / "register/ouders.csv").read_bytes()
    assert build_site(site).status == 0


@pytest.fixture
def schools(tmp_path: Path) -> list[Path]:
    found = [copy_site(tmp_path / f"school-{number}") for number in range(4)]
    (found[1] / "site.yaml").write_text("title: [\n", "utf-8")
    (found[2] / "content/kapot.md").write_text("---\ntitel: [\n---\n", "utf-8")
    return found


def test_a_folder_without_a_school(schools: list[Path], tmp_path: Path) -> None:
    said = command("build-many", str(schools[0]), str(tmp_path / "nergens"), "--date", DAY.isoformat())
    assert said.returncode == 2
    assert "nergens: hier is geen map met site.yaml" in said.stderr
    assert "1 van de 2 websites is bij." in said.stdout


def test_a_declaration_by_first_name_is_pointed_out(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "newsletters/2026-11-20-kamp").mkdir()
    (site / "newsletters/2026-11-20-kamp/media.yaml").write_text('vuur.jpg: {who: [niemand]}\nhut.jpg: {who: ["Daan (groep 3)"]}\ntouw.jpg: {who: [10022]}\n', "utf-8")
    assert main(["forget", "10022", "--site", str(site), "--date", DAY.isoformat()]) == 0
    told = capsys.readouterr().out
    assert "2026-11-20-kamp/media.yaml:2: hier staat wie op de foto staat" in told
    assert "2026-11-20-kamp/media.yaml:3:" in told
    assert "media.yaml:1" not in told


def _check(schools: list[Path], outcomes: list[dict]) -> None:
    assert [Path(one["site"]).name for one in outcomes] == [root.name for root in schools]
    assert [one["status"] for one in outcomes] == [0, 2, 1, 0]
    assert [(root / "public/index.html").is_file() for root in schools] == [True, False, False, True]


def test_many_schools_by_processes(schools: list[Path]) -> None:
    said = command("build-many", *(str(root / "site.yaml") for root in schools), "--date", DAY.isoformat(), "--json")
    assert said.returncode == 2
    _check(schools, json.loads(said.stdout))


def test_a_worker_that_dies_costs_nobody_anything(schools: list[Path]) -> None:
    from concurrent.futures import Executor, Future

    from sitegen.build.many import build_many

    class Dying(Executor):
        """Loses every second worker."""

        def __init__(self) -> None:
            self.count = 0

        def submit(self, task: Callable[..., object], /, *args: object, **kwargs: object) -> Future:
            future: Future = Future()
            self.count += 1
            if self.count % 2:
                future.set_exception(RuntimeError("worker died"))
            else:
                future.set_result(task(*args, **kwargs))
            return future

    outcomes = list(build_many([str(root) for root in schools], DAY, Dying()))
    _check(schools, [{"site": one.site, "status": one.status} for one in outcomes])


def test_many_schools_on_a_dask_cluster_that_loses_a_worker(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    roots = [copy_site(tmp_path / f"school-{number}") for number in range(8)]
    (roots[3] / "site.yaml").write_text("title: [\n", "utf-8")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        words = [sys.executable, "-m", "sitegen", "build-many", *map(str, roots), "--date", DAY.isoformat(), "--json", "--dask", cluster.scheduler_address]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
            while not (roots[0] / "public/index.html").exists():
                assert process.poll() is None
                time.sleep(0.02)
            os.kill(cluster.workers[0].pid, signal.SIGKILL)
            said, _ = process.communicate(timeout=120)
    outcomes = json.loads(said)
    good = sum(one["status"] == 0 for one in outcomes)
    print(f"schools on a cluster that loses a worker: {good} of {len(roots) - 1}")
    assert [Path(one["site"]).name for one in outcomes] == [root.name for root in roots]
    assert [one["status"] for one in outcomes] == [0, 0, 0, 2, 0, 0, 0, 0]
    assert all((root / "public/index.html").is_file() for root in roots if root != roots[3])


def test_without_dask_the_message_says_what_to_install(schools: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SystemExit):
        main(["build-many", str(schools[0]), "--dask", "tcp://127.0.0.1:1"])
    assert "sitegen[dask]" in capsys.readouterr().err
