"""Places verified files over the live site: the only writer of the output folder.

Order of placing (DESIGN, "Publication"): all that needs room on the disk, then the list of what is ours, removals, renames one
by one, the list again. An error in between puts everything back as it was. A crash leaves a site in which every file was verified
and nothing withdrawn is left; the next build finishes it.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NewType

from sitegen import diskfault, journal
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Staged = NewType("Staged", Path)

# Names every file that sitegen placed; a folder without it, and not empty, is somebody else's.
LIST = ".sitegen-bestanden"
_WORK = "klaar-"


@dataclass(frozen=True, slots=True)
class Placed:
    """What placing did: paths removed, written, and files in the folder that sitegen did not make."""

    removed: tuple[str, ...]
    written: tuple[str, ...]
    foreign: tuple[str, ...]


def check_target(root: Path, output: Path, register: Path) -> None:
    """Refuse an output folder that could harm: the site itself, a folder of sources, the register, home, a foreign folder.

    Raises SiteError with the reason and remedy.
    """
    target = Path(os.path.realpath(output))
    here = Path(os.path.realpath(root))
    private = Path(os.path.realpath(register))
    remedy = "Kies een eigen map, bijvoorbeeld --output public."
    if output.is_symlink():
        raise _refused("uitvoer-koppeling", "de uitvoermap is een koppeling (symlink).", remedy)
    if target == here or target in here.parents or target in (Path.home(), Path("/")):
        raise _refused("uitvoer-map", f"'{output}' is geen veilige uitvoermap: daar staan andere bestanden.", remedy)
    for name in ("content", "newsletters", "schoolgids", "theme", "sitegen", ".sitegen", ".git"):
        place = Path(os.path.realpath(here / name))
        if target == place or place in target.parents:
            raise _refused("uitvoer-map", f"de uitvoermap ligt in {name}/.", remedy)
        if target in place.parents:
            raise _refused("uitvoer-map", f"{name}/ is een koppeling (symlink) naar een plek in de uitvoermap: dan zou alles wat daar staat op internet komen.", f"Zet {name}/ zelf in de map van de website.")
    if target == private or target in private.parents or private in target.parents:
        raise _refused("register-openbaar", "de registermap en de uitvoermap liggen in elkaar: dan zou het register op internet komen.", "Zet het register in een eigen map buiten de uitvoer, of kies een andere --output.")
    if target.exists() and not target.is_dir():
        raise _refused("uitvoer-map", f"'{output}' is een bestand, geen map.", remedy)
    if target.is_dir() and not (target / LIST).is_file() and not journal.bare(target):
        raise _refused("uitvoer-vreemd", f"de map '{output}' is niet leeg en niet door sitegen gemaakt; er wordt niets in veranderd.", "Kies een lege map met --output, of maak deze map zelf leeg.")


def listed(output: Path) -> frozenset[str]:
    """The paths that sitegen placed in this folder, by its own list; empty for a new folder.

    Raises OSError: a list that can't be read must not be taken for an empty one, or what was withdrawn would stay.
    """
    try:
        text = (output / LIST).read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return frozenset()
    return frozenset(line for line in text.split("\n") if line and journal.safe(line))


@contextmanager
def stage(private: Path) -> Iterator[Staged]:
    """A new folder for files that are not public yet, beside the output on the same disk; gone afterwards.

    It stays only when a placing stopped halfway and could not be put back: `recover` needs it.
    """
    private.mkdir(parents=True, exist_ok=True, mode=0o700)
    work = Path(tempfile.mkdtemp(prefix=_WORK, dir=private))
    try:
        staged = work / journal.NEW
        staged.mkdir()
        yield Staged(staged)
    finally:
        if not journal.pending(work):
            shutil.rmtree(work, ignore_errors=True)


def recover(private: Path) -> None:
    """Finish what a builder that was killed was placing, and clear away what others left. Under the lock only.

    Raises OSError when the disk does not allow it: the site is still between two versions then (`unfinished`).
    """
    for work in _left(private):
        if journal.pending(work):
            journal.finish(work, LIST)
        shutil.rmtree(work, ignore_errors=True)


def unfinished(private: Path) -> bool:
    """Whether the site stands between two versions, until `recover`."""
    return any(map(journal.pending, _left(private)))


def _left(private: Path) -> list[Path]:
    try:
        return [private / name for name in sorted(os.listdir(private)) if name.startswith(_WORK)]
    except FileNotFoundError:
        return []


def write(staged: Staged, path: str, data: bytes) -> tuple[int, int]:
    """Put one file in the stage; gives its size and time (ns), which it keeps when it is placed."""
    full = os.path.join(staged, path)
    try:
        stream = open(full, "wb")
    except FileNotFoundError:
        os.makedirs(os.path.dirname(full), exist_ok=True)
        stream = open(full, "wb")
    with diskfault.named(full), stream:
        stream.write(data)
        stream.flush()
        status = os.fstat(stream.fileno())
    return status.st_size, status.st_mtime_ns


def place(staged: Staged, output: Path, written: Iterable[str], keep: Iterable[str]) -> Placed:
    """Make the output hold exactly `keep`, the newly `written` ones moved in from the (verified) stage; all of it or nothing.

    Files that sitegen did not make stay, and are named by `foreign`. Raises SiteError when one of them is in the way, and
    OSError when the disk says no: the old site stands again, unless `unfinished` says otherwise.
    """
    work = staged.parent
    ours = listed(output)
    written = sorted(written)
    kept = frozenset(keep)
    removed = sorted(ours - kept)
    if not written and not removed and ours == kept:
        return Placed((), (), ())
    if ours != kept:
        # Until all is done the list names old and new, so that no file of ours is ever taken for somebody else's.
        _write_list(work / journal.FIRST, ours | kept)
        _write_list(work / journal.LAST, kept)
    try:
        plan = journal.begin(work, output, LIST, removed, written)
    except NotADirectoryError as error:
        raise _in_the_way(output, error) from None
    journal.carry_out(work, plan)
    return Placed(tuple(removed), tuple(written), ())


def foreign(output: Path, kept: frozenset[str], clean: Mapping[str, int]) -> tuple[tuple[str, ...], dict[str, int]]:
    """Files in the output that sitegen did not make; it looks, and leaves them.

    `clean` are folders (with a slash at the end; "" is the output itself) in which nothing foreign was when they had
    this time of change (ns): one that still has it need not be read. The second value is the same for the next time.
    """
    found: list[str] = []
    now: dict[str, int] = {}
    base = os.fspath(output) + os.sep
    ours = _folders(kept)
    for folder in ours:
        changed = os.stat(base + folder).st_mtime_ns
        if clean.get(folder) != changed:
            strangers = _strangers(base, folder, kept, ours)
            found += strangers
            if strangers:
                continue
        now[folder] = changed
    return tuple(sorted(found)), now


def _folders(paths: Iterable[str]) -> set[str]:
    folders = {""}
    for path in paths:
        end = path.rfind("/") + 1
        while end and path[:end] not in folders:
            folders.add(path[:end])
            end = path.rfind("/", 0, end - 1) + 1
    return folders


def _strangers(base: str, folder: str, kept: frozenset[str], ours: set[str]) -> list[str]:
    found: list[str] = []
    with os.scandir(base + folder) as entries:
        for entry in entries:
            path = folder + entry.name
            if not entry.is_dir(follow_symlinks=False):
                if path not in kept and path != LIST:
                    found.append(path)
            elif f"{path}/" not in ours:
                for where, _inside, names in os.walk(entry.path):
                    found += [os.path.join(where, name)[len(base) :].replace(os.sep, "/") for name in names]
    return found


def _write_list(path: Path, paths: Iterable[str]) -> None:
    journal.note(path, "".join(f"{one}\n" for one in sorted(paths)))


def _in_the_way(output: Path, error: OSError) -> SiteError:
    """A stranger's file, or a link, stands where a folder must come."""
    path = os.path.relpath(error.filename, output).replace(os.sep, "/")
    if os.path.islink(error.filename):
        return SiteError([Problem(Place(f"public/{path}"), "uitvoer-koppeling", "hier staat een koppeling (symlink) waar een map hoort; er wordt niets geschreven of verwijderd op de plek waar die heen wijst.", "Haal de koppeling weg en bouw opnieuw.")])
    return SiteError([Problem(Place(f"public/{path}"), "uitvoer-botsing", "hier staat een bestand waar een map moet komen.", "Verwijder dat bestand en bouw opnieuw.")])


def _refused(code: str, fault: str, remedy: str) -> SiteError:
    return SiteError([Problem(Place("site.yaml"), code, fault, remedy)])
