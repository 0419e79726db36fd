"""All or nothing over the live site: what is about to be placed is written down first, and what stands there is put by.

Before the first change that a visitor could see, every new file is whole, each old one has a second name (a hard link takes
no room), the folders exist and a note of it all is on disk. From then on there are only renames and removals. When one of
them fails the old site is put back; when the program is killed, the next command finishes the new one.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sitegen import diskfault

# In the working folder: the verified files, the old ones by number, the two lists of what is ours, and the notes.
NEW, OLD = "nieuw", "oud"
FIRST, LAST = "lijst-eerst", "lijst"
_PLAN, _BACK = "plan", "terug"
# What a disk says that knows no second names, or allows no more of them: there the old file is copied.
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK, errno.EINVAL})


class Plan(NamedTuple):
    """What placing does to the output folder: `put_by` are the paths that stood there, `made` the folders that did not."""

    output: str
    listing: str
    removed: list[str]
    written: list[str]
    relisted: bool
    put_by: list[str]
    made: list[str]


def begin(work: Path, output: Path, listing: str, removed: list[str], written: list[str]) -> Plan:
    """Put by what stands there and write the plan down; the site has not changed. Raises OSError, with nothing left behind.

    `listing` is the name of the list in the output; FIRST and LAST lie in `work` when it changes.
    """
    plan = Plan(os.fspath(output), listing, removed, written, (work / LAST).exists(), [], [])
    try:
        _refuse_links(plan)
        _make_folders(plan)
        os.mkdir(work / OLD)
        for path in _touched(plan):
            _put_by(work, plan, path)
        temporary = work / f"{_PLAN}.nieuw"
        note(temporary, json.dumps((_from(plan.output, work), *plan[1:])))
        os.replace(temporary, work / _PLAN)
    except OSError:
        _unmake(plan)
        raise
    return plan


def carry_out(work: Path, plan: Plan) -> None:
    """Place what was planned, or put everything back and raise the OSError that stopped it (`pending` when that failed too)."""
    try:
        _place(work, plan)
        os.unlink(work / _PLAN)
    except OSError:
        with suppress(OSError):
            _take_back(work, plan)
        raise


def pending(work: Path) -> bool:
    """Whether a placing stopped here halfway."""
    return (work / _PLAN).exists() or (work / _BACK).exists()


def finish(work: Path, listing: str) -> None:
    """After a crash: finish what was being placed, or being put back. Raises OSError when neither can be done now.

    Nothing when the notes are not whole (the power took a part) or speak of a folder that is not a site of ours, in which
    `listing` is: the build that follows compares every file itself.
    """
    back = (work / _BACK).exists()
    plan = _noted(work, (work / (_BACK if back else _PLAN)).read_bytes())
    if plan is None or plan.listing != listing or not (os.path.isfile(os.path.join(plan.output, listing)) or bare(plan.output)):
        return
    if back:
        _take_back(work, plan)
    else:
        carry_out(work, plan)


def note(path: Path, text: str) -> None:
    """Write a small file that must have reached the disk before anything follows from it."""
    with diskfault.named(path), open(path, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def bare(folder: str | Path) -> bool:
    """Whether nothing is in it but empty folders, as a first build leaves that was stopped; also when it is not there."""
    for here, inside, files in os.walk(folder):
        if files or any(os.path.islink(os.path.join(here, name)) for name in inside):
            return False
    return not os.path.islink(folder) and (os.path.isdir(folder) or not os.path.lexists(folder))


def safe(path: str) -> bool:
    """Whether a path from a note or a list stays within the folder that it is about."""
    return not path.startswith(("/", "\\")) and ".." not in path.replace("\\", "/").split("/") and ":" not in path


def _noted(work: Path, data: bytes) -> Plan | None:
    try:
        output, listing, removed, written, relisted, put_by, made = json.loads(data)
        paths = [*removed, *written, *put_by, *made]
        if not isinstance(relisted, bool) or not all(isinstance(path, str) for path in (output, listing, *paths)):
            return None
    except (ValueError, TypeError):
        return None
    plan = Plan(os.path.normpath(work / output), listing, removed, written, relisted, put_by, made)
    return plan if all(map(safe, paths)) and all((*removed, *written, *put_by)) else None


def _from(output: str, work: Path) -> str:
    """Seen from the working folder, so that a site that is moved meanwhile finds its own output."""
    try:
        return os.path.relpath(os.path.realpath(output), os.path.realpath(work))
    except ValueError:  # another drive
        return os.path.realpath(output)


def _refuse_links(plan: Plan) -> None:
    """What is withdrawn is removed from our own folders; a link that somebody put in the place of one leads to his."""
    for folder in sorted({above for path in plan.removed for above in _above(path)}):
        full = os.path.join(plan.output, folder)
        if os.path.islink(full):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), full)


def _make_folders(plan: Plan) -> None:
    going = set(plan.removed)
    known: set[str] = set()
    for folder in ("", *sorted({os.path.dirname(path) for path in plan.written})):
        parts = folder.split("/") if folder else []
        for path in ("/".join(parts[:end]) for end in range(len(parts) + 1)):
            if path in known:
                continue
            if path in going and not os.path.isdir(os.path.join(plan.output, path)):
                break  # a page that becomes a folder: made once the page is gone
            known.add(path)
            full = os.path.join(plan.output, path)
            if path and os.path.islink(full):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), full)
            if os.path.isdir(full):
                continue
            if os.path.lexists(full):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), full)
            (os.mkdir if path else os.makedirs)(full)
            plan.made.append(path)


def _put_by(work: Path, plan: Plan, path: str) -> None:
    stands = os.path.join(plan.output, path)
    kept = os.path.join(work, OLD, str(len(plan.put_by)))
    try:
        os.link(stands, kept, follow_symlinks=False)
    except (FileNotFoundError, NotADirectoryError):
        return
    except (OSError, NotImplementedError) as error:
        if os.path.isdir(stands) or not os.path.lexists(stands):
            return
        if isinstance(error, OSError) and error.errno not in _NO_LINKS:
            raise
        shutil.copy2(stands, kept, follow_symlinks=False)
    plan.put_by.append(path)


def _place(work: Path, plan: Plan) -> None:
    """Every step may have been done already."""
    listing = os.path.join(plan.output, plan.listing)
    _move(work / FIRST, listing)
    coming = set(plan.written)
    for path in plan.removed:
        _remove(os.path.join(plan.output, path))
        if coming.intersection(_above(path)):
            _prune(plan.output, path)
    new = os.path.join(work, NEW)
    for path in plan.written:
        _move(os.path.join(new, path), os.path.join(plan.output, path))
    # Folders that are left empty go last: to make one again takes room that a full disk may not have.
    for path in plan.removed:
        _prune(plan.output, path)
    _move(work / LAST, listing)


def _take_back(work: Path, plan: Plan) -> None:
    """The old site again, without needing room: what was added goes first. Every step may have been done already."""
    if not (work / _BACK).exists():
        os.replace(work / _PLAN, work / _BACK)
    stood = set(plan.put_by)
    for path in _touched(plan):
        if path not in stood:
            _remove(os.path.join(plan.output, path))
    _unmake(plan)
    for number, path in enumerate(plan.put_by):
        _move(work / OLD / str(number), os.path.join(plan.output, path))
    os.unlink(work / _BACK)


def _touched(plan: Plan) -> list[str]:
    return [*plan.removed, *plan.written, *([plan.listing] if plan.relisted else [])]


def _move(source: str | Path, target: str | Path) -> None:
    """Rename; nothing when it was done before. A folder that stands where a file must come goes when it is empty."""
    try:
        os.replace(source, target)
    except OSError as error:
        if not os.path.lexists(source):
            return
        if isinstance(error, FileNotFoundError):
            os.makedirs(os.path.dirname(target), exist_ok=True)
        elif os.path.isdir(target):
            os.rmdir(target)
        elif error.errno == errno.EXDEV:
            # The output lies on another disk than the stage: that one may be full, and then all is put back.
            beside = f"{os.fspath(target)}.nieuw"
            shutil.copy2(source, beside)
            os.replace(beside, target)
            os.unlink(source)
            return
        else:
            raise
        os.replace(source, target)


def _remove(full: str) -> None:
    if not os.path.isdir(full):
        with suppress(FileNotFoundError, NotADirectoryError):
            os.unlink(full)


def _unmake(plan: Plan) -> None:
    for path in reversed(plan.made):
        with suppress(OSError):
            os.rmdir(os.path.join(plan.output, path))


def _above(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(1, len(parts))]


def _prune(output: str, path: str) -> None:
    """Remove the folders above `path` that are empty now."""
    for folder in reversed(_above(path)):
        try:
            os.rmdir(os.path.join(output, folder))
        except OSError:
            return
