"""Contact data in a random notation, in a random sentence: what is private goes, what the school lists stays, look-alikes stay."""

from __future__ import annotations

import html
import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scoring.adapter import clear, render
from tests.scoring.leftovers import leftovers
from tests.scoring.registers import world
from tests.scoring.visible import lines

SCHOOL = world("school")
FRAMES = (
    "Bel juf Anouk op {}.", "Juf Anouk Visser ({}) weet er alles van.", "Vragen? {}", "Meer weten? Dat kan bij meester Mark, {}, en ook op het plein.", "Juf Anouk: {}",
    "Laat het weten aan juf Anouk, {}.", "Op vrijdag is juf Anouk te bereiken via {} tot vijf uur.", "{} (juf Anouk)", "Contact: {} of loop even binnen.",
)
LISTED = ("0598123510", "0598123520", "0598123530", "0598123540", "0612345690")


def _seen(markup: str) -> str:
    return "\n".join(lines(markup))


def _clear(text: str, *, markup: bool = False) -> tuple[str, str]:
    """What went in and what came out, as HTML."""
    return render(text, html=markup), clear(text, SCHOOL.register, SCHOOL.school, {}, html=markup).body


def _digits(text: str) -> str:
    return re.sub(r"\D", "", html.unescape(re.sub(r"<[^>]*>", "", text)))


@st.composite
def mobiles(draw: st.DrawFn) -> tuple[str, str]:
    """A private mobile number: its last eight digits, and a way to write it."""
    rest = "1" + "".join(draw(st.lists(st.sampled_from("23456789"), min_size=7, max_size=7)))
    lead = draw(st.sampled_from(["06", "+31 6", "+316", "+31 (0)6", "0031 6", "00316", "(06)", "+31(0)6", "0 6"]))
    gap = draw(st.sampled_from(["", " ", "-", ".", "\u00a0", "\u202f", " - ", "\u2011", "/", "\u2013"]))
    groups = draw(st.sampled_from([(8,), (4, 4), (2, 2, 2, 2), (3, 3, 2), (3, 2, 3), (2, 3, 3)]))
    between = draw(st.sampled_from([" ", ".", "\u00a0", "", "-"]))
    parts, at = [], 0
    for length in groups:
        parts.append(rest[at : at + length])
        at += length
    return rest, lead + gap + between.join(parts)


@settings(max_examples=250, deadline=None)
@given(mobiles(), st.sampled_from(FRAMES))
def test_a_private_mobile_number_is_gone_in_every_notation(number: tuple[str, str], frame: str) -> None:
    rest, shown = number
    before, after = _clear(frame.format(shown))
    assert not any(rest[at : at + 4] in _digits(after) for at in range(5))
    assert "Anouk" in after or "Anouk" not in frame
    assert leftovers(before, after) == ()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(LISTED), st.sampled_from(["{0}", "+31 {1}", "+31 (0){1}", "0031{1}", "{2}", "{3}"]), st.sampled_from(FRAMES))
def test_listed_numbers_stay_in_every_notation(digits: str, notation: str, frame: str) -> None:
    cut = 2 if digits.startswith("06") else 4
    spaced = f"{digits[:cut]} {digits[cut : cut + 3]} {digits[cut + 3 :]}"
    shown = notation.format(digits, digits[1:], f"{digits[:cut]}-{digits[cut:]}", spaced)
    before, after = _clear(frame.format(shown))
    assert after == before


_LOCAL = st.text(string.ascii_lowercase, min_size=3, max_size=8).filter(lambda one: one not in {"mail", "punt", "dot", "app"})
_ATS = ("@", " [at] ", "(at)", " (apenstaartje) ", " apestaartje ", "[apenstaart]", "&#64;", " @ ", " {at} ", "\u200b@", "_at_")
_DOTS = (".", " [punt] ", "(dot)", " punt ", "&#46;")


@settings(max_examples=250, deadline=None)
@given(_LOCAL, st.sampled_from(_ATS), st.sampled_from(_DOTS), st.sampled_from(FRAMES))
def test_a_private_mail_address_is_gone_in_every_notation(local: str, at: str, dot: str, frame: str) -> None:
    before, after = _clear(frame.format(f"zz{local}{at}postvak{dot}example"))
    assert "postvak" not in after
    assert f"zz{local}" not in after
    assert leftovers(before, after) == ()


@pytest.mark.parametrize("at", ["@", " [at] ", " apenstaartje ", " (at) "])
@pytest.mark.parametrize("name", ["info", "a.visser", "mr"])
def test_work_addresses_and_listed_ones_stay(at: str, name: str) -> None:
    before, after = _clear(f"Mail juf Anouk: {name}{at}dezonnewijzer.example.")
    assert after == before


def _iban(country: str, bank: str, account: str) -> str:
    number = "".join(str(int(one, 36)) for one in f"{bank}{account}{country}00")
    return f"{country}{98 - int(number) % 97:02d}{bank}{account}"


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["ABNA", "RABO", "INGB", "TRIO"]), st.integers(10**8, 10**10 - 1), st.sampled_from(["", " ", "-", ".", "\u00a0"]), st.booleans(), st.sampled_from(FRAMES))
def test_a_private_bank_account_is_gone(bank: str, account: int, gap: str, small: bool, frame: str) -> None:
    number = _iban("NL", bank, f"{account:010d}")
    shown = gap.join(number[at : at + 4] for at in range(0, 18, 4))
    before, after = _clear(frame.format(shown.lower() if small else shown))
    assert bank.lower() not in after.lower()
    assert f"{account:010d}"[-4:] not in _digits(after)
    assert leftovers(before, after) == ()


STREETS = ("Wilgenlaan", "Burg. Jansenstraat", "Dr. Schaepmanlaan", "1e Wijk", "Prins Bernhardlaan", "Van Goghstraat", "Laan van de Vrijheid", "Boslust", "Achter de Kerk", "Lange Akkers", "Mr. P.J. Troelstraweg", "'t Zand", "Oosterdwarspad")
ADDITIONS = ("", "a", " b", "-2", " hs", " bis", "-B", "/3", " II")


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(STREETS), st.integers(11, 399), st.sampled_from(ADDITIONS), st.sampled_from(["9997 XT", "9997XT", "9997\u00a0XT", "9997 xt"]), st.sampled_from([", ", " ", "\n", " - "]))
def test_a_private_address_loses_its_number_and_postcode(street: str, number: int, addition: str, code: str, joint: str) -> None:
    before, after = _clear(f"Inleveren bij juf Anouk, {street} {number}{addition}{joint}{code} Grasdijk.")
    seen = _seen(after)
    assert str(number) not in seen
    assert not re.search("9997|xt", seen, re.IGNORECASE)
    assert street.rsplit(maxsplit=1)[-1] in seen
    assert "Grasdijk" in seen
    assert leftovers(before, after) == ()


@pytest.mark.parametrize(
    "address",
    ["Kerspellaan 8, 9998 KA Lindewold", "Kerspellaan 8, 9998KA", "Kerspellaan 10", "Postbus 77, 9998 AB Lindewold", "Marktstraat 25 in Lindewold", "Oude Haven 12-B, 9998 AD Lindewold", "Oude Haven 12 B", "Kerspellaan 8 en 10"],
)
def test_listed_addresses_stay(address: str) -> None:
    before, after = _clear(f"U vindt ons op het adres {address}.")
    assert after == before


MONTHS = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december")

SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sept", "okt", "nov", "dec")


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 28), st.integers(1, 12), st.integers(1955, 2022), st.integers(0, 5), st.sampled_from(["Juf Anouk Visser, geboren op {}, trakteert.", "Juf Anouk ({}) trakteert.", "Geboortedatum juf Anouk: {}.", "Juf Anouk werd op {} geboren.", "| Naam | Geboortedatum |\n|---|---|\n| Anouk | {} |"]))
def test_the_year_of_a_date_of_birth_goes_and_the_day_may_stay(day: int, month: int, year: int, notation: int, frame: str) -> None:
    shown = (f"{day} {MONTHS[month - 1]} {year}", f"{day}-{month}-{year}", f"{day:02d}/{month:02d}/{year}", f"{day}.{month}.{year}", f"{year}-{month:02d}-{day:02d}", f"{day} {SHORT[month - 1]}. {year}")[notation]
    before, after = _clear(frame.format(shown))
    assert str(year) not in after
    assert "Anouk" in after
    assert leftovers(before, after) == ()


LOOKALIKES = (
    "De opbrengst was € {0}.{1:03d},50 en {2} statiegeldflessen.", "We liepen {0}{1:03d} stappen en daarna nog {2} meter.", "Vlucht KL {0}{1:03d} vertrekt om 06.{3:02d} uur.", "Bestelnummer 06{0}{1:03d}{2:04d} is binnen.",
    "De uitslagen: {0}-{3}, 4-1 en 0-0.", "Vrij van {3}-12-2026 tot en met 08-01-2027.", "Op {3} maart 2027 bestaat de school {2} dagen.", "Artikel {2}.{0} staat op bladzijde {1}.", "Het bestand is {2} MB en {1} KB.",
    "In 2026 IS alles anders, en in 2027 OP school ook.", "Groep {0} en groep {0}a: lokaal {1}.", "ISBN 978-90-{1:03d}-{2:04d}-1 kost € {0},95.", "Lijn {0} stopt om 12.{3:02d}, 13.{3:02d} en 14.{3:02d} uur.", "De school werd op 12 mei 19{3} geopend.",
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(LOOKALIKES), st.integers(1, 8), st.integers(100, 999), st.integers(2100, 9899), st.integers(32, 59))
def test_other_numbers_stay(frame: str, one: int, three: int, four: int, two: int) -> None:
    before, after = _clear(frame.format(one, three, four, two))
    assert after == before


@pytest.mark.parametrize(
    "link",
    ["tel:+31612345678", "tel:06-12345678", "sms:0612345678", "https://wa.me/31612345678", "https://api.whatsapp.com/send?phone=31612345678", "mailto:zz@postvak.example?subject=Hoi", "mailto:zz%40postvak.example", "mailto:info@dezonnewijzer.example?cc=zz@postvak.example", "https://signal.me/#p/+31612345678", "https://t.me/+31612345678", "whatsapp://send?phone=31612345678"],
)
def test_a_link_that_dials_or_writes_to_somebody_is_undone(link: str) -> None:
    _, after = _clear(f'<p>Bereik <a href="{link}">juf Anouk</a> na schooltijd.</p>', markup=True)
    assert after == "<p>Bereik juf Anouk na schooltijd.</p>"


@pytest.mark.parametrize("link", ["tel:0598-123510", "tel:+31598123510", "mailto:info@dezonnewijzer.example", "tel:112", "https://www.dezonnewijzer.example/2026-2027/12345678"])
def test_links_to_the_school_stay(link: str) -> None:
    before, after = _clear(f'<p>Bereik <a href="{link}">de school</a> altijd.</p>', markup=True)
    assert after == before
