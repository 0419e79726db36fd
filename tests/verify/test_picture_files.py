"""Pictures as the verifier reads them, byte by byte: words hide in any box, noise in the pixels is no word."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image

from sitegen import verify
from sitegen.verify import pictures
from tests.media.conftest import photo, saved

WORD = b"Ruben Hoekzema op het plein"
KINDS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")


def _noise(seed: int, side: int = 500) -> Image.Image:
    """Grass in the sun: an encoder has to write down nearly every pixel."""
    return Image.frombytes("RGB", (side, side), random.Random(seed).randbytes(side * side * 3))


@pytest.mark.parametrize("kind", KINDS)
def test_noise_is_no_word(kind: str, known: verify.Knowledge) -> None:
    data = saved(_noise(1), kind, **({} if kind in {"PNG", "GIF"} else {"quality": 95}))
    assert len(data) > 100_000
    assert len(pictures.metadata(data)) < 3_000
    assert verify.examine(f"media/foto.{kind.lower()}", data, known) == ()


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = WORD.decode()
    return exif


def _placed() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825).update({1: "N", 2: (53.0, 13.0, 9.0)})
    return exif


WITH_WORDS = {
    "exif in a jpeg": saved(photo(1), exif=_exif()),
    "exif in an avif": saved(photo(1), "AVIF", exif=_exif()),
    "exif in a webp": saved(photo(1), "WEBP", exif=_exif()),
    "exif in a png": saved(photo(1), "PNG", exif=_exif()),
    "xmp in an avif": saved(photo(1), "AVIF", xmp=b"<x:xmpmeta>" + WORD + b"</x:xmpmeta>"),
    "comment in a jpeg": saved(photo(1), comment=WORD),
    "comment in a gif": saved(photo(1), "GIF", comment=WORD),
    "behind a jpeg": saved(photo(1)) + WORD,
    "behind an avif": saved(photo(1), "AVIF") + (8 + len(WORD)).to_bytes(4, "big") + b"free" + WORD,
    "behind a gif": saved(photo(1), "GIF") + WORD,
    "in a second jpeg behind the first": saved(photo(1)) + saved(photo(2), comment=WORD) + b"\xff\xd9",
    "in the pixels of an avif that says nothing of where they lie": saved(photo(1), "AVIF").replace(b"iloc", b"xloc") + WORD,
}


@pytest.mark.parametrize("where", WITH_WORDS)
def test_words_are_found_wherever_they_hang(where: str, known: verify.Knowledge) -> None:
    assert WORD in pictures.metadata(WITH_WORDS[where])
    assert verify.examine("media/foto.jpg", WITH_WORDS[where], known)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_place_is_found(kind: str) -> None:
    assert pictures.located(saved(photo(1), kind, exif=_placed()))
    assert not pictures.located(saved(photo(1), kind))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [900, 480, 240])
def test_a_smaller_copy_of_another_kind_looks_the_same(kind: str, width: int) -> None:
    image = photo(3)
    look, other = verify.perceptual(saved(image)), verify.perceptual(saved(photo(4)))
    copy = verify.perceptual(saved(image.resize((width, width * 2 // 3)), kind))
    assert look
    assert other
    assert copy
    assert verify.same_look(look, copy)
    assert not verify.same_look(other, copy)


def test_a_picture_that_cannot_be_opened_has_no_look() -> None:
    assert verify.perceptual(b"\xff\xd8\xff\xe0 stuk") is None
    stream = io.BytesIO()
    Image.new("RGB", (50, 50), "green").save(stream, "PNG")
    assert not verify.telling(verify.perceptual(stream.getvalue()) or b"\xff")


@pytest.mark.parametrize("name", ["media/ac51ea57f5dc392e5df4-960.jpg", "media/kaart-da9070af16c3ecf6e365.png", "bestanden/ff91e7295e6859c06f09.pdf"])
def test_a_name_that_is_a_digest_is_no_number(name: str, known: verify.Knowledge) -> None:
    page = f'<!doctype html><title>x</title><meta property="og:image" content="https://www.school.example/{name}"><p>Tekst'
    assert verify.examine("index.html", page.encode(), known) == ()
