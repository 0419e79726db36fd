"""Lengths to the character, as the networks count them; and no draft that is too long."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.social import graphemes
from sitegen.social.counting import fits, length, visible, weighted
from sitegen.social.networks import Network, networks
from sitegen.social.text import fitted, hashtag

LENGTHS = yaml.safe_load((Path(__file__).parent / "lengths.yaml").read_text("utf-8"))
LINK = "https://www.school.example/nieuwsbrieven/2026-2027/brief/"
FAMILY = "👨\u200d👩\u200d👧\u200d👦"


@pytest.mark.parametrize("case", LENGTHS, ids=range(len(LENGTHS)))
def test_counted_as_the_network_counts(case: dict[str, object]) -> None:
    text = str(case["tekst"])
    if "x" in case:
        assert weighted(text, 23) == case["x"]
        assert weighted(unicodedata.normalize("NFD", text), 23) == case["x"]
    if "grafemen" in case:
        assert graphemes.count(text) == case["grafemen"]


def test_at_the_limit_and_one_over() -> None:
    x, bluesky, mastodon = (networks()[name] for name in ("x", "bluesky", "mastodon"))
    assert fits("a" * 280, x)
    assert not fits("a" * 281, x)
    assert fits(FAMILY * 140, x)
    assert not fits(f"{FAMILY * 140}a", x)
    assert fits("学" * 140, x)
    assert not fits("学" * 141, x)
    assert fits(f"{'a' * 256} https://school.nl/een/heel/lang/adres/dat/nergens/ophoudt/en/nog/verder/gaat", x)
    assert not fits(f"{'a' * 257} https://school.nl/een/heel/lang/adres/dat/nergens/ophoudt/en/nog/verder/gaat", x)
    assert fits("e\u0301" * 300, bluesky)
    assert not fits("e\u0301" * 301, bluesky)
    # Three hundred families are three hundred characters, but more bytes than Bluesky stores.
    assert length(FAMILY * 300, bluesky) == 300
    assert not fits(FAMILY * 300, bluesky)
    assert fits(f"{'a' * 477}{LINK}", mastodon) is False
    assert fits(f"{'a' * 476} {LINK}", mastodon)
    assert not fits(f"{'a' * 477} {LINK}", mastodon)


def test_mastodon_counts_a_bare_address_letter_by_letter() -> None:
    assert visible("kijk op school.nl", 23) == 17
    assert visible("kijk op https://school.nl", 23) == 31


ALPHABET = ["a", "b", "é", "e\u0301", "学", "👍", "👍🏽", FAMILY, "🇳🇱", "\u200d", "\u0301", "!", " ", "…", "school.nl", "https://school.nl/a", "#", "1️⃣"]


@settings(max_examples=200, deadline=None)
@given(
    title=st.lists(st.sampled_from(ALPHABET), min_size=1, max_size=330).map("".join),
    sentences=st.lists(st.lists(st.sampled_from(ALPHABET), min_size=1, max_size=90).map("".join), max_size=8),
    tags=st.lists(st.sampled_from(["DeWilgenhof", "Sportdag", "Kerst2026"]), max_size=5),
    network=st.sampled_from(list(networks().values())),
)
def test_no_post_is_ever_too_long(title: str, sentences: list[str], tags: list[str], network: Network) -> None:
    text = fitted(title, sentences, LINK, tags, network)
    assert fits(text, network)
    assert length(text, network) <= network.pleasant
    assert sum(text.count(f"#{tag}") for tag in set(tags)) <= network.hashtags


def test_a_text_is_cut_at_a_word_and_sentences_stay_whole() -> None:
    x = networks()["x"]
    title = "Een heel lange titel " * 20
    short = fitted(title, [], LINK, ["DeWilgenhof"], x).split("\n")[0]
    assert short.endswith("…")
    assert title.startswith(f"{short[:-1]} ")
    text = fitted("Sportdag", ["Eerste zin is kort.", "t" * 200 + ".", "Derde zin."], LINK, ["DeWilgenhof"], x)
    assert text == f"Sportdag\n\nEerste zin is kort.\n\nLees verder: {LINK}\n\n#DeWilgenhof"
    assert "link in onze bio" in fitted("Sportdag", [], LINK, [], networks()["instagram"])
    assert [hashtag(one) for one in ("De Wilgenhof", "kerst & nieuwjaar", "2026", "!")] == ["DeWilgenhof", "KerstNieuwjaar", "", ""]


def test_every_network_has_its_source_and_sizes() -> None:
    for network in networks().values():
        assert "gezien 20" in network.source
        assert network.pleasant <= network.limit
        assert network.sizes
        assert network.pictures >= 1
