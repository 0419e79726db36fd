"""A browser for the loops that need one, the same as in tests/browser."""

from tests.browser.conftest import browser  # noqa: F401  a fixture
