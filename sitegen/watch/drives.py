"""Is this folder on a network drive? There the system doesn't say what others change: one must look for oneself."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NETWORK = {"nfs", "nfs3", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "ceph", "9p", "davfs", "vboxsf", "prl_fs", "drvfs", "webdav", "afpfs", "lustre", "glusterfs"}
_REMOTE = 4  # Windows: DRIVE_REMOTE


def on_network(folder: Path) -> bool:
    """Whether `folder` lies on a drive of another machine, or on one that a program makes up (rclone, sshfs)."""
    real = os.path.realpath(folder)
    if sys.platform == "win32":
        import ctypes

        return real.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(os.path.splitdrive(real)[0] + "\\") == _REMOTE
    try:
        with open("/proc/self/mountinfo", encoding="utf-8", errors="surrogateescape") as stream:
            return is_network(kind_of(stream.read(), real))
    except OSError:
        return False


def is_network(kind: str) -> bool:
    """Whether a kind of file system is a network drive's."""
    return kind in _NETWORK or (kind.startswith("fuse.") and kind != "fuse.fuse-overlayfs")


def kind_of(mountinfo: str, path: str) -> str:
    """The kind of file system `path` lies on, by Linux' list of mounts (proc(5)); "" when the list doesn't tell."""
    best, kind = "", ""
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        mount = re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), fields[4])
        if (path == mount or path.startswith(mount.rstrip("/") + "/")) and len(mount) >= len(best):
            best, kind = mount, after.split(" ")[0]
    return kind
