"""What the loops share: a small site of their own; a browser and a preview, the same as in tests/browser and tests/serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import browser  # noqa: F401  a fixture
from tests.building import copy_site
from tests.serve.test_preview import served  # noqa: F401  a fixture

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the minimal good site."""
    return copy_site(tmp_path / "site")
