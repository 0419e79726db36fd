"""What a document gives to the pass: every text in it, and how many photographs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """The texts of a document, each as one line of reading (a paragraph, a row, a property), and its photographs.

    whole: of a text, a table or a calendar all of it, from which something may be taken out.
    """

    texts: tuple[str, ...]
    photos: int = 0
    whole: str = ""


class DocumentError(Exception):
    """This document can't be read through and through. The message is the Dutch reason, with the remedy."""


def ending(name: str) -> str:
    """The kind of a file by its name: "Lijst.PDF?x" → pdf."""
    bare = name.partition("?")[0].partition("#")[0].rpartition("/")[2]
    return bare.rpartition(".")[2].lower() if "." in bare else ""
