"""What the preview has done in the other process: build the site, and say at which address it lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen import sources
from sitegen.build import Request, Result, build

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Built:
    """A build's result, and the path under which the host shows the site; "" when site.yaml can't be read."""

    result: Result
    base: str


def build_site(request: Request) -> Built:
    """Build, for the preview."""
    return Built(build(request), base_path(request.root))


def base_path(root: Path) -> str:
    """The path part of base_url, with a slash at both ends; "" when site.yaml is at fault."""
    from sitegen.problem import SiteError
    from sitegen.readers.text import decode
    from sitegen.siteyaml import parse

    try:
        return parse(decode(sources.read(root, "site.yaml"), "site.yaml"))[0].base_path
    except (SiteError, OSError):
        return ""
