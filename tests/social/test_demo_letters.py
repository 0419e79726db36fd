"""Every letter of the demo school as drafts: two years of real-looking text, and no child in any of them."""

from __future__ import annotations

import csv
import datetime as dt
import re
from pathlib import Path

from sitegen.social.collect import collect
from sitegen.social.counting import fits
from sitegen.social.networks import networks
from sitegen.social.text import fitted

ROOT = Path(__file__).parent.parent.parent
DAY = dt.date(2026, 11, 24)


def _children() -> set[str]:
    names = set()
    for path in (ROOT / "register").glob("*leerlingen*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            head = stream.readline()
            for row in csv.DictReader(stream, fieldnames=head.strip().split(";" if ";" in head else ","), delimiter=";" if ";" in head else ","):
                names.add((row.get("Roepnaam") or row.get("Voornaam") or "").strip())
    return {name for name in names if len(name) > 1}


def test_no_draft_of_any_letter_names_a_child_or_is_too_long() -> None:
    children = _children()
    assert len(children) > 50
    dates = [path.name[:10] for path in (ROOT / "newsletters").iterdir() if path.name[:2] == "20"]
    items = collect(ROOT, DAY, dates).items
    assert len({one.letter for one in items}) > 35
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(children)))})\b")
    for item in items:
        for network in networks().values():
            text = fitted(item.title, item.sentences, item.url, item.tags, network)
            assert fits(text, network), item.id
            assert not named.search(text), (item.id, named.search(text))
            assert not re.search(r"\b06[- ]?\d{8}\b|parro\.com|chat\.whatsapp", text), item.id
        assert not any(named.search(shown.alt) for shown in item.pictures)
    # Not by saying nothing: most letters have something to tell.
    assert sum(bool(one.sentences) for one in items) > 100
