"""Writes the pictures of the demo newsletters: landscapes, the school and children's drawings, never a person.

Run it from the repository's folder: `python -m tests.demo.make_pictures [FOLDER]` (default: `newsletters/`).
The same bytes come out every time with the same Pillow. Some pictures carry what cameras and photo programs write: a
place, a maker, names of (invented) children. Those are traps for sitegen, not data.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFilter
from PIL.PngImagePlugin import PngInfo

from tests.demo import crayon, scenes
from tests.demo.scenes import NIGHT, SIZE, Colour, Pen

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BYTES = 120_000
PHOTOS: dict[str, tuple[Colour, Colour, Callable[[Pen, random.Random], None]]] = {
    "2025-10-01-kinderboekenweek/schip.jpg": ((120, 180, 226), (220, 236, 244), scenes.ship),
    "2025-11-12-sint-maarten/lampionnen.jpg": (NIGHT, (34, 30, 46), scenes.lanterns),
    "2025-12-19-kerst/kerstboom.jpg": (NIGHT, (70, 84, 130), scenes.christmas),
    "2025-12-19-kerst/sneeuw.jpg": ((176, 196, 220), (230, 236, 244), scenes.willow),
    "2026-04-08-schoolvoetbal/veld.jpg": ((150, 176, 196), (206, 216, 220), scenes.field),
    "2026-04-08-schoolvoetbal/doelnet.jpg": ((70, 120, 60), (100, 160, 80), scenes.net),
    "2026-04-08-schoolvoetbal/img_team_ahmed_el_idrissi.jpg": ((206, 214, 220), (150, 160, 150), scenes.cup),
    "2026-04-24-koningsspelen/vlaggetjes.jpg": ((120, 190, 236), (200, 228, 244), scenes.bunting),
    "2026-04-24-koningsspelen/laarzen.jpg": ((120, 180, 100), (80, 140, 70), scenes.boots),
    "2026-05-29-schoolreis/duinen.jpg": ((150, 200, 236), (226, 236, 240), scenes.dunes),
    "2026-05-29-schoolreis/bloemenpad.jpg": ((150, 200, 230), (110, 160, 80), scenes.flowers),
    "2026-06-26-musical-groep-8/podium.jpg": ((30, 22, 30), (60, 40, 40), scenes.stage),
    "2026-06-26-musical-groep-8/afscheid-iris-van-der-meulen.jpg": ((226, 214, 200), (190, 170, 150), scenes.bouquet),
    "2026-09-25-weekbericht-6/zonnebloemen.jpg": ((110, 176, 232), (190, 222, 240), scenes.sunflowers),
    "2026-09-25-weekbericht-6/ingang.jpg": ((250, 210, 160), (200, 226, 240), scenes.school),
    "2026-09-25-weekbericht-6/koffiehoek.jpg": ((236, 226, 206), (210, 196, 170), scenes.cups),
    "2026-09-30-sportdag/sportveld.jpg": ((130, 190, 232), (210, 230, 240), scenes.field),
    "2026-09-30-sportdag/sportdag.jpg": ((96, 160, 78), (70, 126, 58), scenes.hoops),
    "2026-09-30-sportdag/schoenen.jpg": ((176, 90, 70), (150, 76, 60), scenes.shoes),
    "2026-11-11-sint-maarten/maan-en-huisjes.jpg": (NIGHT, (44, 52, 92), scenes.houses),
    "2026-11-13-weekbericht-11/lokaal-groep-6.jpg": ((240, 234, 220), (224, 214, 196), scenes.classroom),
}
DRAWINGS: dict[str, Callable[[crayon.Crayon], None]] = {
    "2025-10-01-kinderboekenweek/tekening-boot.png": crayon.drawn_boat,
    "2025-10-01-kinderboekenweek/tekening-eiland.png": crayon.drawn_island,
    "2025-11-12-sint-maarten/maan.png": crayon.drawn_moon,
    "2025-12-19-kerst/kerstkaart.jpg": crayon.drawn_reindeer,
    "2026-04-24-koningsspelen/koning-van-karton.png": crayon.drawn_king,
    "2026-05-29-schoolreis/bootje.png": crayon.drawn_jetty,
    "2026-06-26-musical-groep-8/affiche-koffer.png": crayon.drawn_suitcase,
    "2026-09-25-weekbericht-6/herfstblad.png": crayon.drawn_leaf,
    "2026-11-11-sint-maarten/slak.png": crayon.drawn_snail,
    "2026-11-11-sint-maarten/robot.png": crayon.drawn_robot,
    "2026-11-13-weekbericht-11/egel.jpg": crayon.drawn_hedgehog,
}

# What the camera or the photo program left behind: EXIF tags by number, names of people (XMP), a place (GPS), a turn.
DESCRIPTION, MAKER, MODEL, ORIENTATION = 0x010E, 0x013B, 0x0110, 0x0112
EXIF: dict[str, dict[int, str]] = {
    "2025-12-19-kerst/sneeuw.jpg": {DESCRIPTION: "Sneeuw bij familie Meijer, Vossenholen 96", MODEL: "Demo Phone 4"},
    "2026-04-08-schoolvoetbal/doelnet.jpg": {MAKER: "Anand Mahabir", MODEL: "Demo Phone 4"},
    "2026-09-30-sportdag/sportdag.jpg": {DESCRIPTION: "Sem de Vries en Noor Bakker op de hindernisbaan", MAKER: "Jeroen Meijer"},
}
PEOPLE: dict[str, tuple[str, ...]] = {
    "2025-11-12-sint-maarten/lampionnen.jpg": ("Madelief van Buren",),  # contradicts media.yaml: niemand
    "2026-04-08-schoolvoetbal/img_team_ahmed_el_idrissi.jpg": ("Ahmed El Idrissi", "Kyan Ramdin", "Maud Smit"),
    "2026-05-29-schoolreis/bloemenpad.jpg": ("Julian van der Meulen",),
    "2026-09-30-sportdag/sportdag.jpg": ("Sem de Vries", "Noor Bakker"),
}
GPS = frozenset({"2025-12-19-kerst/sneeuw.jpg", "2026-04-08-schoolvoetbal/doelnet.jpg", "2026-11-11-sint-maarten/maan-en-huisjes.jpg"})
TURNED = frozenset({"2026-05-29-schoolreis/duinen.jpg"})  # lies on its side in the file, EXIF says how to turn it
TEXT: dict[str, dict[str, str]] = {"2025-10-01-kinderboekenweek/tekening-eiland.png": {"Author": "Bilal El Idrissi", "Comment": "gescand in groep 7"}}


def photo(path: str) -> Image.Image:
    """The photograph of `path`, upright."""
    top, bottom, scene = PHOTOS[path]
    picture = scenes.fade(top, bottom)
    scene(ImageDraw.Draw(picture), random.Random(path))
    return picture.filter(ImageFilter.GaussianBlur(1.2))


def drawing(path: str) -> Image.Image:
    """The child's drawing of `path` on its sheet of paper."""
    picture = Image.new("RGB", SIZE, crayon.PAPER)
    DRAWINGS[path](crayon.Crayon(ImageDraw.Draw(picture), random.Random(path)))
    return picture


def xmp(people: tuple[str, ...]) -> bytes:
    """The packet in which a photo program notes who is in the picture."""
    names = "".join(f"<rdf:li>{name}</rdf:li>" for name in people)
    return (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">'
        f"<Iptc4xmpExt:PersonInImage><rdf:Bag>{names}</rdf:Bag></Iptc4xmpExt:PersonInImage>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def save(picture: Image.Image, path: str, folder: Path) -> int:
    """Write `picture` with the traps of `path` in it; returns its size in bytes."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.endswith(".png"):
        notes = PngInfo()
        for key, value in TEXT.get(path, {}).items():
            notes.add_itxt(key, value)
        picture.quantize(32).save(target, pnginfo=notes, optimize=True)
        return target.stat().st_size
    exif = Image.Exif()
    for tag, value in EXIF.get(path, {}).items():
        exif[tag] = value
    if path in GPS:
        exif[0x8825] = {1: "N", 2: (53.0, 1.0, 2.5), 3: "E", 4: (6.0, 44.0, 9.5)}
    if path in TURNED:
        exif[ORIENTATION] = 6
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    people = PEOPLE.get(path)
    picture.save(target, quality=78, exif=exif, xmp=xmp(people) if people else None)
    return target.stat().st_size


def main(folder: Path) -> None:
    """Make every picture and say how large it became; a picture over the limit stops it."""
    for path in sorted({**PHOTOS, **DRAWINGS}):
        size = save(photo(path) if path in PHOTOS else drawing(path), path, folder)
        print(f"{size:7d} {path}")
        if size > MAX_BYTES:
            sys.exit(f"{path} is larger than {MAX_BYTES} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("newsletters"))
