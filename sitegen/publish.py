"""Places verified files over the live site: the only writer of the output folder.

Order of placing (DESIGN, "Publication"): all that needs room on the disk, then the list of what is ours, removals, renames one
by one, the list again. An error in between puts everything back as it was. A crash leaves a site in which every file was verified
and nothing withdrawn is left; the next build finishes it.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NewType

from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Staged = NewType("Staged", Path)

# Names every file that sitegen placed; a folder without it, and not empty, is somebody else's.
LIST = ".sitegen-bestanden"


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
        if target == here / name or here / name in target.parents:
            raise _refused("uitvoer-map", f"de uitvoermap ligt in {name}/.", remedy)
    if target == private or target in private.parents or private in target.parents:
        raise _refused("register-openbaar", "de registermap en de uitvoermap liggen in elkaar: dan zou het register op internet komen.", "Zet het register in een eigen map buiten de uitvoer, of kies een andere --output.")
    if target.exists() and not target.is_dir():
        raise _refused("uitvoer-map", f"'{output}' is een bestand, geen map.", remedy)
    if target.is_dir() and any(target.iterdir()) and not (target / LIST).is_file():
        raise _refused("uitvoer-vreemd", f"de map '{output}' is niet leeg en niet door sitegen gemaakt; er wordt niets in veranderd.", "Kies een lege map met --output, of maak deze map zelf leeg.")


def listed(output: Path) -> frozenset[str]:
    """The paths that sitegen placed in this folder, by its own list; empty for a new folder."""
    try:
        text = (output / LIST).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return frozenset()
    return frozenset(line for line in text.split("\n") if line and _safe(line))


@contextmanager
def stage(private: Path) -> Iterator[Staged]:
    """A new folder for files that are not public yet, beside the output on the same disk; gone afterwards."""
    private.mkdir(parents=True, exist_ok=True, mode=0o700)
    for left in private.glob("klaar-*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="klaar-", dir=private))
    try:
        yield Staged(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write(staged: Staged, path: str, data: bytes) -> tuple[int, int]:
    """Put one file in the stage; gives its size and time (ns), which it keeps when it is placed."""
    full = os.path.join(staged, path)
    try:
        stream = open(full, "wb")
    except FileNotFoundError:
        os.makedirs(os.path.dirname(full), exist_ok=True)
        stream = open(full, "wb")
    with stream:
        stream.write(data)
        stream.flush()
        status = os.fstat(stream.fileno())
    return status.st_size, status.st_mtime_ns


def place(staged: Staged, output: Path, written: Iterable[str], keep: Iterable[str]) -> Placed:
    """Make the output hold exactly `keep`, the newly `written` ones moved in from the (verified) stage.

    Files that sitegen did not make stay, and are named in the result. Raises OSError or SiteError with the output as it was.
    """
    output.mkdir(parents=True, exist_ok=True)
    ours = listed(output)
    written = sorted(written)
    kept = frozenset(keep)
    removed = sorted(ours - kept)
    undo = _Undo(output, Path(f"{staged}-oud"))
    try:
        undo.prepare((*removed, *written))
        if written or removed or ours != kept:
            _write_list(output, ours | kept)
        for path in removed:
            with suppress(FileNotFoundError):
                os.unlink(undo.going(path))
        for path in removed:
            _prune(output, path)
        made: set[str] = set()
        for path in written:
            target = undo.going(path)
            folder = os.path.dirname(target)
            if folder not in made:
                _make_folder(folder, output)
                made.add(folder)
            if os.path.isdir(target):
                with suppress(OSError):
                    os.rmdir(target)
            _move(os.path.join(staged, path), target)
        if ours != kept:
            _write_list(output, kept)
    except BaseException:
        undo.roll_back()
        raise
    undo.forget()
    return Placed(tuple(removed), tuple(written), ())


class _Undo:
    """Keeps what stands in the output at hand, as second names (hard links) of the same files, until placing is done.

    Where the disk knows no second names, an error leaves what a crash leaves.
    """

    def __init__(self, output: Path, aside: Path) -> None:
        self.output, self.aside = output, aside
        self.kept: dict[str, str] = {}
        self.all: tuple[str, ...] = ()
        self.new: set[str] = set()
        self.gone: list[str] = []
        self.list: bytes | None = None

    def prepare(self, paths: Iterable[str]) -> None:
        """Everything that needs room on the disk: folders and second names. Nothing a visitor sees changes."""
        with suppress(FileNotFoundError):
            self.list = (self.output / LIST).read_bytes()
        folders: set[str] = set()
        self.all = tuple(paths)
        for number, path in enumerate(self.all):
            target = os.path.join(self.output, path)
            folder = os.path.dirname(target)
            if folder not in folders:
                # A file of ours may still stand where the folder must come.
                with suppress(FileExistsError, NotADirectoryError):
                    os.makedirs(folder, exist_ok=True)
                folders.add(folder)
            if not os.path.lexists(target):
                self.new.add(path)
            elif os.path.isfile(target):
                self.aside.mkdir(exist_ok=True)
                spare = os.path.join(self.aside, str(number))
                try:
                    os.link(target, spare)
                except OSError as error:
                    if error.errno not in _NO_LINKS:
                        raise
                    continue
                self.kept[path] = spare

    def going(self, path: str) -> str:
        """The full path of a file that is about to change."""
        self.gone.append(path)
        return os.path.join(self.output, path)

    def roll_back(self) -> None:
        """Put everything back as it was, as far as the disk lets us."""
        for path in reversed(self.gone):
            target = os.path.join(self.output, path)
            with suppress(OSError):
                if path in self.kept:
                    os.makedirs(os.path.dirname(target), exist_ok=True)
                    os.replace(self.kept[path], target)
                elif path in self.new:
                    os.unlink(target)
        for path in self.all:
            _prune(self.output, path)
        with suppress(OSError):
            if self.list is None:
                os.unlink(self.output / LIST)
            else:
                (self.output / f"{LIST}.nieuw").write_bytes(self.list)
                os.replace(self.output / f"{LIST}.nieuw", self.output / LIST)
        self.forget()

    def forget(self) -> None:
        """Placing is done: the old files go."""
        if self.kept:
            shutil.rmtree(self.aside, ignore_errors=True)


# What a disk says that knows no second names, or allows no more of them.
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK, errno.EINVAL})


def _move(source: str, target: str) -> None:
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # The output lies on another disk than the stage.
        beside = f"{target}.nieuw"
        shutil.copy2(source, beside)
        os.replace(beside, target)


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


def _write_list(output: Path, paths: Iterable[str]) -> None:
    temporary = output / f"{LIST}.nieuw"
    temporary.write_text("".join(f"{path}\n" for path in sorted(paths)), encoding="utf-8")
    os.replace(temporary, output / LIST)


def _make_folder(folder: str, output: Path) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        # A file of ours stands where a folder must come (an address became a folder): it is on the list of removals.
        path = os.path.relpath(folder, output).replace(os.sep, "/")
        raise SiteError([Problem(Place(f"public/{path}"), "uitvoer-botsing", "hier staat een bestand waar een map moet komen.", "Verwijder dat bestand en bouw opnieuw.")]) from None


def _prune(output: Path, path: str) -> None:
    folder = os.path.dirname(path)
    while folder:
        try:
            os.rmdir(output / folder)
        except OSError:
            return
        folder = os.path.dirname(folder)


def _safe(path: str) -> bool:
    return not path.startswith(("/", "\\")) and ".." not in path.split("/") and ":" not in path


def _refused(code: str, fault: str, remedy: str) -> SiteError:
    return SiteError([Problem(Place("site.yaml"), code, fault, remedy)])
