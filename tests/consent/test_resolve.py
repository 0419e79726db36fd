"""One answer from many decisions (FORMATS §4), and the words in which it explains itself."""

from __future__ import annotations

import datetime as dt

import pytest

from sitegen.consent import UNKNOWN, Answer, Channel, Decision, Kind, combine, resolve
from sitegen.register import Register

DAY = dt.date(2026, 11, 24)


def said(allowed: bool, since: str, *, until: str = "", carer: str = "", source: str = "brief") -> Decision:
    return Decision("101", "foto website", allowed, dt.date.fromisoformat(since), dt.date.fromisoformat(until) if until else None, carer, source)


def yes(since: str, **more: str) -> Decision:
    return said(True, since, **more)


def no(since: str, **more: str) -> Decision:
    return said(False, since, **more)


@pytest.mark.parametrize(("decisions", "verdict"), [
    ([], "onbekend"),
    ([yes("2026-09-01")], "ja"),
    ([no("2026-09-01")], "nee"),
    ([yes("2026-11-24")], "ja"),
    ([yes("2026-11-25")], "onbekend"),
    ([yes("2026-09-01", until="2026-11-24")], "ja"),
    ([yes("2026-09-01", until="2026-11-23")], "onbekend"),
    ([yes("2026-09-01"), no("2026-10-01")], "nee"),
    ([no("2026-09-01"), yes("2026-10-01")], "ja"),
    ([no("2026-09-01"), yes("2026-10-01", until="2026-11-01")], "nee"),
    ([yes("2026-09-01"), no("2026-09-01")], "nee"),
    ([yes("2026-09-01", carer="Kim"), no("2026-10-01", carer="Bas")], "nee"),
    ([no("2026-09-01", carer="Kim"), yes("2026-10-01", carer="Bas")], "nee"),
    ([no("2026-09-01", carer="Kim"), yes("2026-10-01", carer="kim ")], "ja"),
    ([no("2026-09-01", carer="Kim"), yes("2026-10-01")], "nee"),
    ([yes("2026-09-01", carer="Kim"), yes("2026-10-01")], "ja"),
    ([no("2026-11-25", carer="Kim"), yes("2026-10-01")], "ja"),
], ids=[
    "nothing", "yes", "no", "valid from today", "valid from tomorrow", "last day", "expired", "withdrawn", "a later yes", "a later yes that expired",
    "both on one day", "parents disagree", "another parent lifts no no", "the same parent does", "nobody in particular doesn't", "two yeses", "a no of tomorrow",
])
def test_verdict(decisions: list[Decision], verdict: str) -> None:
    assert resolve(decisions, DAY).verdict == verdict
    assert resolve(list(reversed(decisions)), DAY) == resolve(decisions, DAY)


@pytest.mark.parametrize(("decisions", "why"), [
    ([], "er is geen antwoord van de ouders vastgelegd"),
    ([yes("2026-09-12", source="Parro")], "ja sinds 12 september 2026 (Parro)"),
    ([no("2026-11-03", carer="Sandra Kolk")], "nee van Sandra Kolk sinds 3 november 2026 (brief)"),
    ([yes("2026-09-08", until="2026-10-31", carer="Erik", source="")], "ja van Erik sinds 8 september 2026 tot en met 31 oktober 2026, en dat is voorbij"),
    ([yes("2026-09-12", source="Parro"), no("2026-11-03", carer="Bas")], "nee van Bas sinds 3 november 2026 (brief); daarnaast ja sinds 12 september 2026 (Parro), maar één nee is genoeg"),
])
def test_why(decisions: list[Decision], why: str) -> None:
    assert resolve(decisions, DAY).why == why


def test_an_answer_carries_its_decision() -> None:
    old, new = yes("2026-09-01"), no("2026-10-01", carer="Bas")
    assert resolve([old, new], DAY).decision == new
    assert resolve([old], DAY).decision == old
    assert resolve([], DAY).decision is None


def test_a_leaver_has_no_yes_but_what_was_decided_afterwards() -> None:
    assert resolve([], DAY, left=True) == Answer("nee", "dit kind is van school; een ja van daarvoor geldt niet meer")
    assert resolve([yes("2026-09-01")], DAY, left=True).may


def test_a_newsletter_needs_both_channels_and_says_which_is_missing() -> None:
    answers = {"101": {"foto nieuwsbrief": resolve([yes("2026-09-01")], DAY), "foto website": resolve([no("2026-09-01")], DAY)}}
    answer = Register(answers=answers).may("101", Kind.PHOTO, (Channel.WEBSITE, Channel.NEWSLETTER))
    assert (answer.may, answer.why) == (False, "foto website: nee sinds 1 september 2026 (brief)")


@pytest.mark.parametrize("missing", ["foto website", "foto nieuwsbrief"])
def test_one_missing_answer_is_no(missing: str) -> None:
    answers = {name: resolve([yes("2026-09-01")], DAY) for name in ("foto website", "foto nieuwsbrief") if name != missing}
    assert combine(answers, ("foto website", "foto nieuwsbrief")).verdict == "onbekend"


def test_nothing_needed_is_no_yes() -> None:
    assert combine({}, ()) == UNKNOWN
