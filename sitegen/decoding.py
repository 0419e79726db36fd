"""Bytes of a text file become text, whatever Windows made of them."""

from __future__ import annotations

from sitegen.problem import Place, Problem, SiteError

# A guide of a hundred pages is 300 kB; the register of the largest board a few MB.
MAX_BYTES = 20_000_000


def decode(data: bytes, file: str) -> str:
    """The text in `data`, line ends as \\n: UTF-8 with or without BOM, UTF-16 with BOM, else Windows-1252.

    Raises SiteError when it is no text in any of these, or larger than anybody writes.
    """
    if len(data) > MAX_BYTES:
        raise SiteError([Problem(Place(file), "tekst-te-groot", f"dit bestand is groter dan {MAX_BYTES // 1_000_000} MB; zo veel tekst schrijft niemand.", "Splits het, en zet plaatjes als bestand ernaast.")])
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            text = "\0"
    if "\0" in text:
        raise SiteError([Problem(Place(file), "tekst-onleesbaar", "dit bestand kan niet als tekst gelezen worden.", "Bewaar het opnieuw als 'tekst, UTF-8' of zet de tekst in een nieuw bestand.")])
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text
