"""A host over SFTP (the extra `sftp`: paramiko). Only a host whose key is known; keys from the agent or ~/.ssh.

Hosts that only know passwords: the variable SITEGEN_SFTP_PASSWORD. Nothing is asked and nothing is kept.
"""

from __future__ import annotations

import os
import posixpath
from contextlib import suppress
from typing import TYPE_CHECKING

from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import paramiko

    from sitegen.deliver.parcel import Parcel
    from sitegen.deliver.target import Target

PASSWORD = "SITEGEN_SFTP_PASSWORD"  # noqa: S105  the name of a variable
_SECONDS = 20.0


def connect(target: Target) -> Sftp:
    """Give the host of `target`, connected. Raises SiteError with what to do."""
    try:
        import paramiko
    except ImportError:
        raise _fault(target, "sftp-ontbreekt", "voor SFTP is een extra onderdeel nodig (paramiko).", "Installeer het: pip install 'sitegen[sftp]'") from None
    settings = _settings(target)
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    with suppress(OSError):
        client.load_system_host_keys("/etc/ssh/ssh_known_hosts")
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    host = f"-p {target.port} {target.host}" if target.port != 22 else target.host
    try:
        client.connect(
            settings.get("hostname", target.host), port=target.port if target.port != 22 else int(settings.get("port", 22)),
            username=target.user or settings.get("user"), key_filename=settings.get("identityfile") or None, password=os.environ.get(PASSWORD),
            timeout=_SECONDS, banner_timeout=_SECONDS, auth_timeout=_SECONDS,
        )
        channel = client.open_sftp()
    except paramiko.BadHostKeyException:
        client.close()
        raise _fault(target, "sftp-andere-host", "de host laat een andere sleutel zien dan de vorige keer. Misschien luistert er iemand mee; er is niets verstuurd.", "Vraag uw host of de sleutel veranderd is. Pas dan: ssh-keygen -R " + target.host) from None
    except paramiko.AuthenticationException:
        client.close()
        raise _fault(target, "sftp-inloggen", "de host laat u niet binnen.", f"Controleer de gebruikersnaam en uw ssh-sleutel (ssh-add -l), of zet de variabele {PASSWORD}.") from None
    except paramiko.SSHException as error:
        client.close()
        if "not found in known_hosts" in str(error):
            raise _fault(target, "sftp-onbekende-host", "deze host is nog niet bekend op deze computer.", f"Maak één keer zelf verbinding en controleer de vingerafdruk die uw host u gaf: ssh {host}") from None
        raise _fault(target, "sftp-verbinding", "er komt geen verbinding tot stand.", "Controleer het adres en probeer het opnieuw.") from None
    except OSError:
        client.close()
        raise _fault(target, "sftp-verbinding", "de host antwoordt niet.", "Controleer het adres, de poort en uw internetverbinding.") from None
    if channel.get_channel() is not None:
        channel.get_channel().settimeout(60)
    return Sftp(target, client, channel)


class Sftp:
    """A folder on a host, over one connection."""

    def __init__(self, target: Target, client: paramiko.SSHClient, channel: paramiko.SFTPClient) -> None:
        self._target, self._client, self._channel = target, client, channel
        self._made: set[str] = set()

    def anything(self) -> bool:
        """Whether anything is in the folder."""
        try:
            return bool(self._channel.listdir(self._full("")))
        except FileNotFoundError:
            return False
        except OSError as error:
            raise self._refused("", error) from None

    def present(self, paths: Iterable[str]) -> frozenset[str]:
        """Those of `paths` that are there."""
        return frozenset(path for path in paths if self._there(path))

    def fetch(self, path: str) -> bytes | None:
        """A file's bytes, or None."""
        try:
            with self._channel.open(self._full(path), "rb") as stream:
                return bytes(stream.read())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._refused(path, error) from None

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files, and folders that are empty then."""
        for path in paths:
            try:
                self._channel.remove(self._full(path))
            except FileNotFoundError:
                continue
            except OSError as error:
                raise self._refused(path, error) from None
        for path in paths:
            folder = posixpath.dirname(path)
            with suppress(OSError):
                while folder:
                    self._channel.rmdir(self._full(folder))
                    folder = posixpath.dirname(folder)

    def send(self, parcel: Parcel, paths: Sequence[str]) -> None:
        """Put files there: each under another name first, then in its place."""
        for path in paths:
            self.write(path, parcel.data(path))

    def write(self, path: str, data: bytes) -> None:
        """Put one file there, whole or not at all."""
        full = self._full(path)
        temporary = posixpath.join(posixpath.dirname(full), f".{posixpath.basename(full)[:100]}.sitegen-nieuw")
        try:
            self._folder(posixpath.dirname(full))
            with self._channel.open(temporary, "wb") as stream:
                stream.set_pipelined(True)
                stream.write(data)
            if self._channel.stat(temporary).st_size != len(data):
                raise OSError(path)  # noqa: TRY301  handled below, like every other failure of the host
            try:
                self._channel.posix_rename(temporary, full)
            except OSError:
                # A server without this extension refuses to rename over a file.
                with suppress(FileNotFoundError):
                    self._channel.remove(full)
                self._channel.rename(temporary, full)
        except OSError as error:
            with suppress(OSError):
                self._channel.remove(temporary)
            raise self._refused(path, error) from None

    def close(self) -> None:
        """Leave."""
        self._client.close()

    def _there(self, path: str) -> bool:
        try:
            self._channel.lstat(self._full(path))
        except FileNotFoundError:
            return False
        except OSError as error:
            raise self._refused(path, error) from None
        return True

    def _folder(self, folder: str) -> None:
        if folder in self._made or not folder.strip("/"):
            return
        try:
            self._channel.stat(folder)
        except FileNotFoundError:
            self._folder(posixpath.dirname(folder))
            self._channel.mkdir(folder)
        self._made.add(folder)

    def _full(self, path: str) -> str:
        return posixpath.join(self._target.path, path) if path else self._target.path

    def _refused(self, path: str, error: OSError) -> SiteError:
        why = "geen schrijfrechten" if isinstance(error, PermissionError) else "de verbinding viel weg of de schijf is vol"
        return _fault(self._target, "sftp-geweigerd", f"de host weigert '{path or self._target.path}' ({why}).", "Controleer de rechten en de ruimte bij uw host, en publiceer opnieuw; wat al verstuurd is, blijft.")


def _settings(target: Target) -> dict[str, str]:
    """Give what ~/.ssh/config says about the host."""
    import paramiko

    path = os.path.expanduser("~/.ssh/config")
    if not os.path.isfile(path):
        return {}
    try:
        return dict(paramiko.SSHConfig.from_path(path).lookup(target.host))
    except (paramiko.SSHException, OSError, ValueError):
        return {}


def _fault(target: Target, code: str, fault: str, remedy: str) -> SiteError:
    return SiteError([Problem(Place(target.to), code, fault, remedy)])
