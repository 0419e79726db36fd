"""The table of commands, and what happens when something unexpected goes wrong."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from sitegen import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# Command → (module in this package, one line for `sitegen --help`).
COMMANDS: Mapping[str, tuple[str, str]] = {
    "init": ("init", "begin een nieuwe website in een map"),
    "new": ("new", "maak een nieuwe nieuwsbrief, pagina of hoofdstuk"),
    "build": ("build", "bouw de website en plaats haar in de uitvoermap"),
    "check": ("check", "controleer alles, zonder iets te plaatsen"),
    "serve": ("serve", "bekijk de website op deze computer, met wat er is weggelaten"),
    "watch": ("watch", "bouw steeds opnieuw, en publiceer als u wilt; voor de server of NAS"),
    "publish": ("publish", "zet de website bij uw host"),
    "schoolgids": ("schoolgids", "lees de schoolgids in, vergelijk edities, zoek de wettelijke onderwerpen"),
    "register": ("register", "bekijk en controleer het register"),
    "overzicht": ("overzicht", "wie mag waar op de foto? per groep, om te printen"),
    "mag": ("mag", "mag deze foto op de website of op sociale media?"),
    "klassenlijst": ("klassenlijst", "contactlijst per groep, voor ouders die dat willen"),
    "social": ("social", "concepten voor Facebook, Instagram en X, om zelf te plaatsen"),
    "parro": ("parro", "een bericht voor Parro over de nieuwsbrief, om te plakken"),
    "protocol": ("protocol", "hoe staan wij ervoor? belofte voor belofte"),
    "forget": ("forget", "haal een kind uit alles wat sitegen bewaart"),
    "build-many": ("buildmany", "de websites van veel scholen in één keer"),
    "media": ("media", "foto's waarvan nog niet is opgeschreven wie erop staat"),
}

_OWN_FAULT = """sitegen: er ging iets mis dat niet aan uw bestanden ligt ({kind}).
De website is niet veranderd, of wordt bij de volgende bouw afgemaakt; wat er staat, is gecontroleerd.
De details staan in {path}; stuur dat bestand mee als u het meldt.
"""
_DISK = """sitegen: {cause}{where}.
De website is niet veranderd, of wordt bij de volgende bouw afgemaakt; wat er staat, is gecontroleerd.
{remedy}
"""
_DETAILS = "sitegen-fout-"
_KEEP = 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit status (FORMATS §2)."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words or words[0] in {"-h", "--help", "help"}:
        sys.stdout.write(_help())
        return 0 if words else 2
    if words[0] in {"--version", "-V"}:
        sys.stdout.write(f"sitegen {__version__}\n")
        return 0
    found = COMMANDS.get(words[0])
    if found is None:
        from sitegen.problem import nearest

        close = nearest(words[0], COMMANDS)
        sys.stderr.write(f"sitegen: '{words[0]}' is geen opdracht." + (f" Bedoelde u '{close}'?" if close else "") + "\nAlle opdrachten: sitegen --help\n")
        return 2
    module = import_module(f"sitegen.cli.{found[0]}")
    try:
        return int(module.run(module.parser().parse_args(words[1:])))
    except KeyboardInterrupt:
        sys.stderr.write("\nsitegen: gestopt. De website is niet veranderd, of wordt bij de volgende bouw afgemaakt.\n")
        return 130
    except BrokenPipeError:
        return 0
    except Exception as error:  # noqa: BLE001  the last resort: no traceback ever reaches a user
        return _own_fault(error)


def _help() -> str:
    lines = ["gebruik: sitegen OPDRACHT [opties]", "", "Maakt van de schoolgids en de nieuwsbrieven een veilige website.", "", "opdrachten:"]
    width = max(map(len, COMMANDS))
    lines += [f"  {name:<{width}}  {line}" for name, (_module, line) in COMMANDS.items()]
    lines += ["", "voorbeelden:", "  sitegen build                 bouw de website in deze map", "  sitegen new newsletter        begin de nieuwsbrief van deze week", "", "Uitleg van een opdracht: sitegen OPDRACHT --help", ""]
    return "\n".join(lines)


def _own_fault(error: Exception) -> int:
    import os
    import traceback

    from sitegen import diskfault
    from sitegen.problem import SiteError

    if isinstance(error, SiteError):
        for problem in error.problems:
            sys.stderr.write(f"{problem}\n")
        return 2
    words = diskfault.words(error) if isinstance(error, OSError) else None
    if words and isinstance(error, OSError):
        # The folder only: what a command is given can be called after a child.
        folder = os.path.dirname(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else ""
        sys.stderr.write(_DISK.format(cause=words[0].rstrip("."), where=f" (in {folder})" if folder else "", remedy=words[1]))
        return 1
    # Frames and line numbers only: the message of an exception may hold a name.
    frames = "".join(f"{frame.filename}:{frame.lineno} {frame.name}\n" for frame in traceback.extract_tb(error.__traceback__))
    path = _kept(f"sitegen {__version__}, Python {sys.version}\n{type(error).__name__}\n{frames}")
    if path is None:
        sys.stderr.write(_OWN_FAULT.format(kind=type(error).__name__, path="de regels hieronder") + frames)
        return 1
    sys.stderr.write(_OWN_FAULT.format(kind=type(error).__name__, path=path))
    return 1


def _kept(details: str) -> str | None:
    """Where the details of a fault are kept: a file that only this user reads. None when the disk refuses it.

    Earlier ones go, but for the last few: who has a fault every night does not find his disk full of them.
    """
    import os
    import tempfile
    from contextlib import suppress
    from pathlib import Path

    try:
        handle, path = tempfile.mkstemp(prefix=_DETAILS, suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(details)
        ours = [entry for entry in os.scandir(os.path.dirname(path)) if entry.name.startswith(_DETAILS) and entry.is_file(follow_symlinks=False)]
        mine = os.stat(path).st_uid
        for old in sorted((one for one in ours if one.stat().st_uid == mine), key=lambda one: one.stat().st_mtime_ns)[:-_KEEP]:
            with suppress(OSError):
                Path(old.path).unlink()
    except OSError:
        return None
    return path
