"""Cleared pictures become files: AVIF, WebP and JPEG in the widths of the layout, without any metadata.

Nothing of the original file is copied: pixels are decoded, made upright, brought to sRGB, blurred where the author
says so, and encoded anew. Names are known without decoding, so a page never waits for its pictures.
"""

from __future__ import annotations

import html
import io
import re
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from sitegen import raster, svg
from sitegen.artifact import Artifact, fingerprint
from sitegen.digest import digest
from sitegen.problem import Place, Problem, SiteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from PIL.Image import Image

    from sitegen.privacy.cleared import ClearedPicture

# The text column is about 44rem wide (70 characters): these serve it on a telephone, a screen and a sharp screen.
WIDTHS = (480, 960, 1440)
SIZES = "(min-width: 46rem) 44rem, 100vw"
# Fallback and share image: one JPEG of this width is enough for what knows neither AVIF nor WebP.
_JPEG_WIDTH = 960
_MAX_HEIGHT = 2400
_RECIPE = 2
_KINDS = {"avif": "image/avif", "webp": "image/webp"}
# Measured at 1440x1080: AVIF speed 9 takes 0.12 s for 245 kB, speed 8 0.51 s for 239 kB, speed 6 0.92 s for 217 kB;
# WebP method 0 takes half the time of method 2 and a third of that of method 4 for 4 and 10 % more bytes, and only browsers
# without AVIF ask for it. One thread: the bytes stay the same on every machine.
_AVIF = {"quality": 58, "speed": 9, "max_threads": 1}
_WEBP = {"quality": 76, "method": 0}
_JPEG = {"quality": 78, "optimize": True, "progressive": True}
_IMAGE = re.compile(r"<img\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"""([a-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LINK = re.compile(r"(<a\b[^>]*\bhref=\")(media/[0-9a-f]+)(\")")

Blur = tuple[tuple[int, int, int, int], ...]


def artifacts(picture: ClearedPicture) -> Iterator[Artifact]:
    """The files of one picture. Pictures that share a key are the same files: make each key once."""
    if _is_drawing(picture):
        yield Artifact(f"{picture.key}.svg", partial(drawing, picture.path, picture.digest), fingerprint(picture.digest, "svg", _RECIPE), "foto")
        return
    for kind in ("avif", "webp", "jpg"):
        for width, height in _sizes(picture) if kind != "jpg" else (_fallback(picture),):
            yield Artifact(
                f"{picture.key}-{width}.{kind}",
                partial(derivative, picture.path, picture.digest, picture.blur, _largest(picture), picture.size, (width, height), kind),
                fingerprint(picture.digest, repr(picture.blur), width, height, kind, _RECIPE),
                "foto",
            )


def derivative(path: str, known: str, blur: Blur, largest: tuple[int, int], original: tuple[int, int], size: tuple[int, int], kind: str) -> bytes:
    """One picture in one size and kind. Raises SiteError when the file changed since it was judged, or is damaged."""
    from PIL import Image

    image = _master(path, known, blur, largest, original)
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    stream = io.BytesIO()
    if kind == "avif":
        image.save(stream, "AVIF", exif=b"", xmp=b"", icc_profile=None, **_AVIF)
    elif kind == "webp":
        image.save(stream, "WEBP", exif=b"", xmp=b"", icc_profile=None, **_WEBP)
    else:
        _on_white(image).save(stream, "JPEG", **_JPEG)
    return stream.getvalue()


def plain(picture: ClearedPicture) -> bytes:
    """The file at `share_path`: the JPEG, or the drawing. For a document that holds its pictures itself. Raises SiteError."""
    if _is_drawing(picture):
        return drawing(picture.path, picture.digest)
    return derivative(picture.path, picture.digest, picture.blur, _largest(picture), picture.size, _fallback(picture), "jpg")


def drawing(path: str, known: str) -> bytes:
    """An SVG, rebuilt from allowed shapes only. Raises SiteError."""
    try:
        return svg.read(_original(path, known)).data
    except svg.UnsafeError as error:
        raise _fault(path, str(error)) from None


def markup(picture: ClearedPicture, base_path: str, sizes: str = SIZES, *, lazy: bool = True, alt: str | None = None, more: str = "") -> str:
    """The `<picture>` element. `base_path` is the site's path ("/" or "/school/"); `more` are further attributes, escaped."""
    text = html.escape(picture.alt if alt is None else alt)
    width, height = picture.size if _is_drawing(picture) else _largest(picture)
    later = ' loading="lazy" decoding="async"' if lazy else ""
    rest = f'alt="{text}" width="{width}" height="{height}"{later}{more}'
    if _is_drawing(picture):
        return f'<img src="{base_path}{picture.key}.svg" {rest}>'
    sources = "".join(
        f'<source type="{mime}" srcset="{", ".join(f"{base_path}{picture.key}-{wide}.{kind} {wide}w" for wide, _ in _sizes(picture))}" sizes="{sizes}">'
        for kind, mime in _KINDS.items()
    )
    return f'<picture>{sources}<img src="{base_path}{share_path(picture)}" {rest}></picture>'


def share_path(picture: ClearedPicture) -> str:
    """The path of the JPEG: what a browser of long ago shows, and what `og:image` may point at when `picture.share`."""
    return f"{picture.key}.svg" if _is_drawing(picture) else f"{picture.key}-{_fallback(picture)[0]}.jpg"


def share_size(picture: ClearedPicture) -> tuple[int, int]:
    """The size of the file at `share_path`."""
    return picture.size if _is_drawing(picture) else _fallback(picture)


def insert(body: str, pictures: Iterable[ClearedPicture], base_path: str, sizes: str = SIZES) -> str:
    """`body` with every `<img src="KEY">` as a `<picture>`, links to a KEY going to its file. The first one loads at once."""
    known: Mapping[str, ClearedPicture] = {picture.key: picture for picture in pictures}
    first = True

    def one(tag: re.Match[str]) -> str:
        nonlocal first
        attributes = {name: html.unescape(a or b) for name, a, b in _ATTRIBUTE.findall(tag[1])}
        picture = known.get(attributes.get("src", ""))
        if picture is None:
            return "" if attributes.get("src", "").startswith("media/") else tag[0]
        more = "".join(f' {name}="{html.escape(attributes[name])}"' for name in ("title", "class", "id") if attributes.get(name))
        lazy, first = not first, False
        return markup(picture, base_path, sizes, lazy=lazy, alt=attributes.get("alt", ""), more=more)

    def link(found: re.Match[str]) -> str:
        picture = known.get(found[2])
        return f"{found[1]}{base_path}{share_path(picture)}{found[3]}" if picture else found[0]

    return _LINK.sub(link, _IMAGE.sub(one, body))


def _is_drawing(picture: ClearedPicture) -> bool:
    return picture.path.lower().endswith(".svg")


def _sizes(picture: ClearedPicture) -> tuple[tuple[int, int], ...]:
    """The sizes to make, smallest first: never larger than the original, and none that is nearly another."""
    wide, high = picture.size
    limit = min(wide, WIDTHS[-1], max(1, _MAX_HEIGHT * wide // high))
    widths = [width for width in WIDTHS if width < limit * 0.85] + [limit]
    return tuple((width, max(1, round(high * width / wide))) for width in widths)


def _largest(picture: ClearedPicture) -> tuple[int, int]:
    return _sizes(picture)[-1]


def _fallback(picture: ClearedPicture) -> tuple[int, int]:
    return next((size for size in _sizes(picture) if size[0] >= _JPEG_WIDTH), _largest(picture))


@lru_cache(maxsize=1)
def _master(path: str, known: str, blur: Blur, largest: tuple[int, int], original: tuple[int, int]) -> Image:
    # The sizes of one picture are made one after another: it is decoded once for all of them.
    try:
        image = raster.decode(_original(path, known), largest)
    except raster.UnreadableError as error:
        raise _fault(path, str(error)) from None
    for x, y, width, height in blur:
        _destroy(image, (x, y, x + width, y + height), image.width / original[0], image.height / original[1])
    return image


def _destroy(image: Image, box: tuple[int, int, int, int], across: float, down: float) -> None:
    """Put nine flat colours, flowing into each other, in place of everything in `box`: a face can't be won back from them."""
    from PIL import Image as Images

    # Two pixels more on every side: scaling down mixed what was inside with its border.
    left, top = max(0, int(box[0] * across) - 2), max(0, int(box[1] * down) - 2)
    right, bottom = min(image.width, int(box[2] * across) + 3), min(image.height, int(box[3] * down) + 3)
    if right > left and bottom > top:
        few = image.crop((left, top, right, bottom)).resize((3, 3), Images.Resampling.BOX)
        image.paste(few.resize((right - left, bottom - top), Images.Resampling.BICUBIC), (left, top))


def _on_white(image: Image) -> Image:
    from PIL import Image as Images

    if image.mode != "RGBA":
        return image
    sheet = Images.new("RGB", image.size, "white")
    sheet.paste(image, mask=image.getchannel("A"))
    return sheet


def _original(path: str, known: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            data = stream.read(raster.MAX_BYTES + 1)
    except OSError:
        data = b""
    if digest(data) != known:
        raise _fault(path, "dit bestand is tijdens het bouwen veranderd. Bouw de website nog eens.")
    return data


def _fault(path: str, fault: str) -> SiteError:
    return SiteError([Problem(Place(path), "plaatje-maken", fault)])
