"""What the protocol asks of a text: told with file and line, in the protocol's sense; and what is no breach of it."""

from __future__ import annotations

import pytest

from sitegen.readers.advice import advise

BREACHES = {
    "app": [
        "Meld u af in de klassenapp van groep 4.", "De groepsapp weet hoe laat we vertrekken.", "In de WhatsApp-groep van de ouders staat de lijst.", "Wij houden u via WhatsApp op de hoogte.",
        "Sluit u aan: chat.whatsapp.com/AbCdEf", "De ouderappgroep van groep 5/6 regelt het vervoer.",
    ],
    "account": [
        "Volg juf Anouk op Instagram voor meer knutsels.", "Het privéaccount van meester Harm staat vol foto's.", "Bel meester Harm op zijn privénummer.", "App juf Anouk als u later komt.",
        "Mijn persoonlijke Facebookpagina staat open.",
    ],
    "fotos": [
        "Mail uw foto's naar info@deproef.example.", "Stuur de mooiste foto’s van het kamp per mail.", "Hebt u foto's? U kunt die foto's appen naar 06.", "Leuke filmpjes kunt u via WeTransfer delen: filmpjes sturen mag per mail.",
        "App een foto van de vakantie.",
    ],
}
FINE = [
    "Groepsapps van ouders vallen buiten de school.", "Wij doen niet mee aan de klassenapp.", "Er is geen WhatsApp-groep van de school.", "Foto's kunt u delen in Parro.", "Stuur de foto's in Parro, niet per mail.",
    "De schoolfotograaf komt dinsdag; de foto's zijn in december klaar.", "Volg ons op Instagram.", "Meld het in de app van Parro.", "Mail de administratie op info@deproef.example.", "De app van de bibliotheek werkt weer.",
    "Sommige ouders hebben een groepsapp. Wij doen daaraan niet mee.", "De ouderapp staat weer open.", "Juf Anouk bereikt u op haar werkadres.",
]


def _codes(text: str) -> list[tuple[str, int]]:
    return [(one.code, one.place.line) for one in advise("content/proef.md", text, lambda _words: 7) if one.code.removeprefix("advies-") in {"app", "account", "fotos"}]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in BREACHES.items() for text in texts])
def test_a_breach_is_told(code: str, text: str) -> None:
    assert (f"advies-{code}", 7) in _codes(f"<p>{text}</p>")
    assert (f"advies-{code}", 7) in _codes(f"<ul>\n<li>Een <strong>ander</strong> punt.</li>\n<li>{text}</li>\n</ul>")


@pytest.mark.parametrize("text", FINE)
def test_what_the_protocol_allows_is_not(text: str) -> None:
    assert _codes(f"<p>{text}</p>") == []


def test_the_words_are_found_in_headings_and_tables_and_never_repeated() -> None:
    body = "<h2>De klassenapp</h2><table><tr><td>groep 4</td><td>zie de groepsapp</td></tr></table>"
    told = advise("content/proef.md", body, lambda _words: 3)
    assert [one.code for one in told] == ["advies-app", "advies-app"]
    assert all("protocol" in one.remedy and "groep 4" not in f"{one.fault}{one.remedy}" for one in told)
