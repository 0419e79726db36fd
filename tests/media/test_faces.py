"""The guard against faces where nobody should be recognisable: a drawn face, for no test needs a real one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw, ImageFilter

from sitegen import faces
from sitegen.readers import media
from tests.building import build_site
from tests.media.conftest import photo, saved

if TYPE_CHECKING:
    from tests.media.conftest import Site

guarded = pytest.mark.skipif(not faces.available(), reason="the extra sitegen[faces] is not installed")
FACE = (415, 215, 70, 85)


def drawn_face() -> Image.Image:
    """Somebody who does not exist, a little out of focus: head and shoulders on a lawn."""
    image = Image.new("RGB", (900, 600), (150, 190, 160))
    draw = ImageDraw.Draw(image)
    x, y, r, skin = 450, 260, 30, (226, 178, 148)

    def oval(left: float, top: float, right: float, bottom: float, colour: object) -> None:
        draw.ellipse((x + left * r, y + top * r, x + right * r, y + bottom * r), fill=colour)

    oval(-0.95, -1.35, 0.95, 0.5, (70, 45, 30))
    draw.rectangle((x - r * 0.35, y + r * 0.8, x + r * 0.35, y + r * 1.6), fill=(203, 160, 133))
    oval(-1.6, 1.3, 1.6, 4, (60, 90, 150))
    oval(-0.8, -1.05, 0.8, 1.1, skin)
    for side in (-0.34, 0.34):
        oval(side - 0.17, -0.22, side + 0.17, -0.02, "white")
        oval(side - 0.08, -0.21, side + 0.08, -0.03, (50, 35, 25))
        draw.arc((x + (side - 0.24) * r, y - r * 0.45, x + (side + 0.24) * r, y - r * 0.15), 200, 340, fill=(70, 45, 30), width=2)
    draw.polygon([(x - r * 0.04, y - 2), (x - r * 0.15, y + r * 0.32), (x + r * 0.15, y + r * 0.32), (x + r * 0.04, y - 2)], fill=(194, 153, 127))
    oval(-0.3, 0.5, 0.3, 0.7, (180, 80, 80))
    draw.line((x - r * 0.3, y + r * 0.6, x + r * 0.3, y + r * 0.6), fill=(120, 50, 50), width=1)
    return image.filter(ImageFilter.GaussianBlur(2))


@guarded
def test_a_face_is_seen_and_hills_are_none() -> None:
    assert faces.count(saved(drawn_face())) == 1
    assert [faces.count(saved(photo(seed))) for seed in range(6)] == [0] * 6
    assert faces.count(b"no picture") is None


@guarded
def test_a_face_that_will_be_destroyed_does_not_count() -> None:
    left, top, width, height = FACE
    assert faces.count(saved(drawn_face()), [(left / 900, top / 600, (left + width) / 900, (top + height) / 600)]) == 0
    assert faces.count(saved(drawn_face()), [(0, 0, 0.2, 0.2)]) == 1


@guarded
@pytest.mark.parametrize(
    ("declared", "shown"),
    [("{who: niemand}", False), ("{who: onherkenbaar}", False), ("{who: [10021]}", True), (f"{{who: onherkenbaar, vervaag: [{list(FACE)}]}}", True)],
)
def test_who_says_nobody_is_on_it_is_asked_again(site: Site, declared: str, *, shown: bool) -> None:
    site.put("foto.jpg", saved(drawn_face()))
    site.letter("![Op het gras](foto.jpg)", f"foto.jpg: {declared}\n")
    result = build_site(site.root)
    assert result.status == 0
    assert ("<picture>" in site.page()) == shown
    assert ("de gezichtenwacht ziet een gezicht" in (site.root / ".sitegen/report.json").read_text("utf-8")) == (not shown)


@pytest.mark.parametrize(("seen", "more", "shown"), [(0, "", True), (2, "", False), (None, "", True), (2, ", anderen: [getekend]", True), (2, ", anderen: [fotograaf]", False)])
def test_what_the_guard_sees_decides(site: Site, monkeypatch: pytest.MonkeyPatch, seen: int | None, more: str, *, shown: bool) -> None:
    _guard(monkeypatch, seen)
    site.put("foto.jpg", saved(photo(1)))
    site.letter("![Op het gras](foto.jpg)", f"foto.jpg: {{who: niemand{more}}}\n")
    build_site(site.root)
    assert ("<picture>" in site.page()) == shown


def _guard(monkeypatch: pytest.MonkeyPatch, seen: int | None) -> None:
    monkeypatch.setattr(media.describe, "__kwdefaults__", {**media.describe.__kwdefaults__, "count": lambda _data, _hidden: seen})


def test_without_the_guard_one_line_says_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.put("foto.jpg", saved(photo(1)))
    site.letter("![Op het gras](foto.jpg)", "foto.jpg: {who: niemand}\n")
    monkeypatch.setattr(faces, "available", lambda: False)
    assert faces.OFF in build_site(site.root).notes
    monkeypatch.setattr(faces, "available", lambda: True)
    _guard(monkeypatch, 0)
    site.put("foto.jpg", saved(photo(2)))
    result = build_site(site.root)
    assert result.written
    assert faces.OFF not in result.notes
