"""A small site and its social command."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sitegen.cli.main import main
from tests.building import built_site
from tests.media.conftest import Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(built_site(tmp_path / "site"))


@pytest.fixture
def social(site: Site, capsys: pytest.CaptureFixture[str]) -> Callable[..., dict]:
    """Run `sitegen social …`; gives its JSON, or what it said when that is none."""

    def command(*words: str, day: str = "2026-11-24", status: int = 0) -> dict:
        capsys.readouterr()
        assert main(["social", *words, "--site", str(site.root), "--date", day, "--json"]) == status
        said = capsys.readouterr()
        return json.loads(said.out) if said.out.startswith("{") else {"gezegd": said.out + said.err}

    return command
