"""A small site with pictures in it, and pictures that are drawn for the purpose."""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw

from tests.building import built_site

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "newsletters/2026-11-23-sportdag"
PAGE = "nieuwsbrieven/2026-2027/sportdag/index.html"
CONSENT = "Leerlingnummer;Foto website;Foto nieuwsbrief;Foto schoolgids;Foto social;Werk van leerling;Voornaam bij foto;Gewijzigd op;Bron\n"


def photo(seed: int, size: tuple[int, int] = (900, 600)) -> Image.Image:
    """Hills and a sun, each seed another: enough in it to know it by."""
    dice = random.Random(seed)
    image = Image.new("RGB", size, (dice.randrange(120, 220), dice.randrange(160, 230), 240))
    draw = ImageDraw.Draw(image)
    for _ in range(14):
        x, y, r = dice.randrange(size[0]), dice.randrange(size[1]), dice.randrange(size[1] // 12, size[1] // 3)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=tuple(dice.randrange(256) for _ in range(3)))
    return image


def saved(image: Image.Image, kind: str = "JPEG", **more: object) -> bytes:
    """The bytes of a picture in a file."""
    stream = io.BytesIO()
    image.save(stream, kind, **more)
    return stream.getvalue()


class Site:
    """A site with one newsletter about a sports day."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / FOLDER).mkdir(parents=True)
        self.numbers = [line.split(";")[0] for line in (root / "register/leerlingen.csv").read_text("utf-8-sig").splitlines()[1:4]]
        self.consent(dict.fromkeys(self.numbers, "ja;ja;ja;ja;ja;ja"))

    def consent(self, answers: dict[str, str]) -> None:
        """Write the consent table: by pupil the six columns."""
        for path in (self.root / "register").glob("toestemming*"):
            path.unlink()
        for path in (self.root / "register").glob("besluiten*"):
            path.unlink()
        (self.root / "register/toestemming.csv").write_text(CONSENT + "".join(f"{number};{columns};15-09-2026;Parro\n" for number, columns in answers.items()), "utf-8")

    def put(self, name: str, data: bytes) -> None:
        (self.root / FOLDER / name).write_bytes(data)

    def letter(self, body: str, media: str = "") -> None:
        (self.root / FOLDER / "index.md").write_text(f"---\ntitel: Sportdag\nsoort: thema\n---\n\n{body}\n", "utf-8")
        if media:
            (self.root / FOLDER / "media.yaml").write_text(media, "utf-8")

    def page(self) -> str:
        return (self.root / "public" / PAGE).read_text("utf-8").split("<main")[1].split("</main")[0]


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(built_site(tmp_path / "site"))
