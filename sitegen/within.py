"""Opens a file below a folder without following a link, also not one that is put there between the look and the opening.

To look first (islink, realpath) and then open leaves a moment in between; here each folder on the way is opened from the one
above it, and the system itself refuses a link. Windows knows no such opening: there what was opened is compared afterwards.
"""

from __future__ import annotations

import errno
import os
import stat

# A pipe must not make the build wait for whoever writes to it; a binary file stays as it is on Windows.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_STEPWISE = hasattr(os, "O_NOFOLLOW") and hasattr(os, "O_DIRECTORY")


def read(folder: str | os.PathLike[str], path: str, limit: int | None = None) -> bytes:
    """The bytes of the file `path` below `folder`, at most `limit` if given; `folder` itself may be a link.

    Raises OSError with the file's name: ELOOP for a link on the way, EACCES for a path that leaves the folder, ENXIO for what is no file.
    """
    full = os.path.join(os.fspath(folder), path)
    with open(full, "rb", opener=lambda _name, _flags: _opened(os.fspath(folder), path, full)) as stream:
        return stream.read() if limit is None else stream.read(limit)


def _opened(folder: str, path: str, full: str) -> int:
    parts = path.replace(os.sep, "/").split("/")
    if not all(parts) or {".", ".."} & {*parts} or os.path.isabs(path):
        raise _refused(errno.EACCES, full)
    descriptor = _stepwise(folder, parts, full) if _STEPWISE else _compared(folder, full)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _refused(errno.ENXIO, full)
    return descriptor


def _stepwise(folder: str, parts: list[str], full: str) -> int:
    here = os.open(folder, _FOLDER)
    try:
        for part in parts[:-1]:
            deeper = os.open(part, _FOLDER | os.O_NOFOLLOW, dir_fd=here)
            os.close(here)
            here = deeper
        return os.open(parts[-1], _FLAGS | os.O_NOFOLLOW, dir_fd=here)
    except NotADirectoryError as error:  # what Linux says of a link where a folder must be
        raise _refused(errno.ELOOP, full) from error
    except OSError as error:
        raise _refused(errno.ELOOP if error.errno == errno.EMLINK else error.errno or errno.EIO, full) from error
    finally:
        os.close(here)


def _compared(folder: str, full: str) -> int:
    descriptor = os.open(full, _FLAGS)
    real = os.path.realpath(full)
    if real != os.path.join(os.path.realpath(folder), os.path.relpath(full, folder)) or not os.path.samestat(os.fstat(descriptor), os.lstat(full)):
        os.close(descriptor)
        raise _refused(errno.ELOOP, full)
    return descriptor


def _refused(code: int, full: str) -> OSError:
    return OSError(code, os.strerror(code), full)
