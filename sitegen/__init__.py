"""sitegen: a static site generator for a Dutch primary school, with a privacy pass."""

__version__ = "0.1.0"
