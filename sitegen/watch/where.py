"""Where the things of a site are, by its site.yaml as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen import sources
from sitegen.decoding import decode
from sitegen.problem import SiteError
from sitegen.school import register_of
from sitegen.siteyaml import parse

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Where:
    """The path part of the site's address (a slash at both ends), its register folder, and what `publish:` says."""

    base: str = "/"
    register: Path = Path("register")
    publish: Mapping[str, object] | None = None


def where(root: Path) -> Where | None:
    """What site.yaml says; None while it can't be read, the build then says why."""
    try:
        school = parse(decode(sources.read(root, "site.yaml"), "site.yaml"))[0]
    except (SiteError, OSError):
        return None
    publish = school.settings.get("publish")
    return Where(school.base_path, register_of(root, school), publish if isinstance(publish, dict) else None)
