"""A browser and a preview for the loops that need one, the same as in tests/browser and tests/serve."""

from tests.browser.conftest import browser  # noqa: F401  a fixture
from tests.serve.test_preview import served  # noqa: F401  a fixture
