"""What the loops share: a small site of their own, as written or as built; a preview, the same as in tests/serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.building import built_site, copy_site
from tests.serve.test_preview import served  # noqa: F401  a fixture

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the minimal good site."""
    return copy_site(tmp_path / "site")


@pytest.fixture(scope="session")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minimal good site, built. Only to copy."""
    return built_site(tmp_path_factory.mktemp("standing") / "site")


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A copy of the minimal good site as it stands after a build."""
    return built_site(tmp_path / "site")
