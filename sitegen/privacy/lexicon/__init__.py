"""Word lists of the pass, folded to plain lower-case letters; compiled for this project."""


def words(text: str) -> frozenset[str]:
    """The distinct words of a list written as running text."""
    return frozenset(text.split())
