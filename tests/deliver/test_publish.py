"""`sitegen publish` to a zip, a git branch and a folder: removals first, only what changed, nothing unverified."""

from __future__ import annotations

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import time
import zipfile
from pathlib import Path

import pytest

from tests.building import DAY, command, copy_site, snapshot


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return copy_site(tmp_path / "site")


def publish(site: Path, *words: str, status: int = 0) -> str:
    said = command("publish", *words, "--date", DAY.isoformat(), root=site)
    assert said.returncode == status, said.stdout + said.stderr
    assert "Traceback" not in said.stderr
    return said.stdout + said.stderr


def _files(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in snapshot(folder).items() if not name.startswith((".sitegen", ".git/"))}


def _letter(site: Path, name: str, text: str) -> None:
    (site / f"newsletters/2026-11-2{name}.md").write_text(f"# Brief {name}\n\n{text}\n", "utf-8")


def test_a_zip_of_the_site(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "website.zip"
    publish(site, "--soort", "zip", "--naar", str(target))
    with zipfile.ZipFile(target) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == _files(site / "public")


def test_a_zip_never_lands_in_the_site(site: Path) -> None:
    publish(site, "--soort", "zip", "--naar", str(site / "public/website.zip"), status=2)


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_a_branch_of_a_bare_repository(site: Path, tmp_path: Path) -> None:
    bare = tmp_path / "host.git"
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    words = ("--soort", "git", "--naar", str(bare))
    publish(site, *words)
    _letter(site, "2", "Nieuws.")
    publish(site, *words)
    (site / "newsletters/2026-11-22.md").unlink()
    _letter(site, "3", "Ander nieuws.")
    publish(site, *words)
    work = tmp_path / "werk"
    subprocess.run(["git", "clone", "-q", "-b", "publicatie", str(bare), str(work)], check=True)
    assert _files(work) == _files(site / "public")
    # What was withdrawn must not lie in the branch's past.
    log = subprocess.run(["git", "-C", str(work), "log", "--oneline"], check=True, capture_output=True, text=True).stdout
    assert len(log.splitlines()) == 1
    assert "al bij" in publish(site, *words)


@pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is not installed")
def test_a_folder_by_rsync(site: Path, tmp_path: Path) -> None:
    host = tmp_path / "host"
    host.mkdir()
    words = ("--soort", "rsync", "--naar", f"{host}/")
    assert "zou" in publish(site, *words, "--proef") or "Proef" in publish(site, *words, "--proef")
    assert list(host.iterdir()) == []
    publish(site, *words)
    assert _files(host) == _files(site / "public")
    _letter(site, "2", "Nieuws.")
    publish(site, *words)
    (site / "newsletters/2026-11-22.md").unlink()
    said = publish(site, *words)
    assert "verwijderd" in said
    assert _files(host) == _files(site / "public")


@pytest.mark.parametrize("where", ["nergens", "nergens/www"])
def test_a_folder_that_is_not_there_is_said_and_not_made(site: Path, tmp_path: Path, where: str) -> None:
    said = publish(site, "--soort", "rsync", "--naar", str(tmp_path / where), status=2)
    assert "deze map bestaat niet; er is niets verstuurd. Kijk of het adres klopt" in said
    assert not (tmp_path / "nergens").exists()


@pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is not installed")
def test_somebody_elses_folder_is_taken_over_only_when_asked(site: Path, tmp_path: Path) -> None:
    host = tmp_path / "host"
    host.mkdir()
    (host / "index.html").write_text("van een ander", "utf-8")
    said = publish(site, "--soort", "rsync", "--naar", f"{host}/", status=2)
    assert "--overnemen" in said
    assert (host / "index.html").read_text("utf-8") == "van een ander"
    publish(site, "--soort", "rsync", "--naar", f"{host}/", "--overnemen")
    assert _files(host)["index.html"] == (site / "public/index.html").read_bytes()


def test_a_site_with_faults_goes_nowhere(site: Path, tmp_path: Path) -> None:
    (site / "content/kapot.md").write_text("---\ntitel: [\n---\n", "utf-8")
    assert "niets verstuurd" in publish(site, "--soort", "zip", "--naar", str(tmp_path / "x.zip"), status=1)
    assert not (tmp_path / "x.zip").exists()


def test_a_file_changed_behind_our_back_is_not_sent(site: Path, tmp_path: Path) -> None:
    publish(site, "--soort", "zip", "--naar", str(tmp_path / "een.zip"))
    (site / "public/index.html").write_text("Sanne Hoekzema", "utf-8")
    (site / "public/extra.html").write_text("Sanne Hoekzema", "utf-8")
    publish(site, "--soort", "zip", "--naar", str(tmp_path / "twee.zip"))
    with zipfile.ZipFile(tmp_path / "twee.zip") as archive:
        assert "extra.html" not in archive.namelist()
        assert b"Hoekzema" not in archive.read("index.html")


@pytest.mark.parametrize(("words", "said"), [((), "waar de website heen"), (("--soort", "sftp", "--naar", "ftp://x"), "SFTP"), (("--naar", "-oProxyCommand=x:/y", "--soort", "rsync"), "geen adres")])
def test_a_slip_is_explained(site: Path, words: tuple[str, ...], said: str) -> None:
    given = [f"{words[0]}={words[1]}", *words[2:]] if words and words[1].startswith("-") else list(words)
    assert said in publish(site, *given, status=2) or "niet naar wat voor host" in publish(site, *given, status=2)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0 or not (shutil.which("rsync") and Path("/usr/sbin/sshd").exists() and shutil.which("ssh")), reason="needs rsync, ssh, sshd and root")
def test_over_ssh_to_a_real_server(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, host = tmp_path / "ssh", tmp_path / "host"
    home.mkdir(mode=0o700)
    host.mkdir()
    for name in ("host_key", "user_key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(home / name)], check=True)
    shutil.copy(home / "user_key.pub", home / "authorized_keys")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (home / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {home}/host_key\nAuthorizedKeysFile {home}/authorized_keys\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nPidFile {home}/pid\nSubsystem sftp internal-sftp\n", "utf-8"
    )
    Path("/run/sshd").mkdir(exist_ok=True)
    server = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", str(home / "sshd_config")], stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
                break
            time.sleep(0.05)
        known = home / "known_hosts"
        monkeypatch.setenv("SITEGEN_SSH", f"ssh -F none -i {home}/user_key -o UserKnownHostsFile={known}")
        user = getpass.getuser()
        (site / "site.yaml").write_text((site / "site.yaml").read_text("utf-8") + f"publish: {{soort: rsync, naar: '{user}@127.0.0.1:{host}', poort: {port}}}\n", "utf-8")
        assert "nog niet bekend" in publish(site, status=2)
        known.write_text(f"[127.0.0.1]:{port} " + (home / "host_key.pub").read_text("utf-8"), "utf-8")
        publish(site)
        assert _files(host) == _files(site / "public")
        _letter(site, "2", "Nieuws.")
        publish(site)
        (site / "newsletters/2026-11-22.md").unlink()
        publish(site)
        assert _files(host) == _files(site / "public")
    finally:
        server.terminate()
        server.wait(10)
