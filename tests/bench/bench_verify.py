"""How long the verifier needs for a page: `python -m tests.bench.bench_verify`.

Builds an invented school of 400 and of 5,000 pupils and 200 newsletters of some 8 kB with the names of children, staff and
streets in them; prints milliseconds for the knowledge (once a build) and for a page. Ratios count, not seconds.
"""

from __future__ import annotations

import random
import statistics
import time

from sitegen import verify
from sitegen.register import Carer, Name, Private, Pupil, Register, Staff
from sitegen.school import Contact, School

FIRSTS = (
    "Emma Sanne Noor Sem Lotte Daan Fleur Bram Thijs Mees Roos Max Tess Saar Finn Luuk Lars Jesse Milan Levi Noud Guus Bas Tim Tom Sven "
    "Sara Eva Julia Zoë Anna Nina Lynn Isa Evi Maud Liv Fenna Fenne Jorn Mats Ruben Aylin Bilal Yusuf Fatima Amira Oliwia Lieke Femke "
    "Jelle Wout Teun Sofie Elin Nora Naud Cas Olivia Julie Hugo Boaz Benthe Veerle Jasmijn Kiki Puck Pepijn Floris Koen Rik Niek Iris "
    "Sophie Bente Anouk Lisa Ahmed Noah Adam Liam Lucas James Mila Hidde Siem Morris Dex Jurre Tygo Vince Joep Stijn Dirk Sjoerd Wietse "
    "Hessel Sietse Jildou Nynke Silke Marit Ilse Elise Rosalie Vera Merel Linde Isabel Norah Lina Yara Zeynep Elif Mehmet Emre Ömer Wei Li"
).split()
LASTS = (
    "Jansen;de Vries;van den Berg;van Dijk;Bakker;Visser;Smit;Meijer;de Boer;Mulder;de Groot;Bos;Vos;Peters;Hendriks;van Leeuwen;Dekker;"
    "Brouwer;de Wit;Dijkstra;Smits;de Graaf;van der Meer;van der Linden;Kok;Jacobs;de Haan;Vermeulen;van den Heuvel;van der Veen;"
    "van den Broek;de Bruijn;de Bruin;van der Heijden;Schouten;van Beek;Willems;van Vliet;van de Ven;Hoekstra;Maas;Verhoeven;Koster;"
    "van Dam;van der Wal;Prins;Blom;Huisman;Peeters;de Jong;Kuipers;van Veen;Kuiper;Veenstra;Postma;Postmus;Kramer;van den Brink;Scholten;"
    "van Wijk;de Ruiter;Martens;Timmermans;Gerritsen;Molenaar;Groen;de Lange;van Loon;Wolters;Hofman;van der Laan;Bosch;Evers;Hoekzema;"
    "Zuidema;Wieringa;Terpstra;Hofstee;Sikkens;Veldkamp;Buurma;Boerema;Haverkamp;Wiersma;Wierda;Yılmaz;Özdemir;Kaya;El Idrissi;Bouali;"
    "Kowalska;Nowak;Nguyen;Huang;Haile;Tesfay;Ali;Hassan;Mohamed;Dijkema;Ritsema;Nijboer;Drenth;Oosting;Klaassens;Meulenbelt;Hulzebos"
).split(";")
STREETS = "Lindelaan Groenedijk Dorpsstraat Kerklaan Bakkerstraat Veenweg Kanaalstraat Boslaan Turfschipper Elzenhof Hoofdweg Vossenholen".split()
WORDS = (
    "de het een van en in op voor met naar bij uit over door als dan ook nog wel niet maar want omdat kinderen groep school feest ouders juf "
    "meester dag week maandag dinsdag boek lezen rekenen spelen bos bakker groot jong buiten welkom iedereen samen werk tekening groen foto "
    "sport museum herfst kast lange middag avond zijn was gaan komen hebben maken brief toets gym muziek boot dijk berg vos kok winter"
).split()
SCHOOL = School(
    "Kindcentrum",
    "Kindcentrum",
    base_url="https://www.school.example",
    street="Lindelaan 1",
    postcode="9999 ZZ",
    email_domain="school.example",
    own=Contact("Kindcentrum", phones=("0599-123 450",), emails=("info@school.example",)),
)


def register(count: int, dice: random.Random) -> Register:
    """An invented school of `count` pupils; beyond 400 most surnames are double names."""
    pupils, carers = [], []
    for place in range(count):
        last = dice.choice(LASTS)
        prefix, _, bare = last.rpartition(" ") if last[0].islower() else ("", "", last)
        if dice.random() < 0.3:
            bare += "-" + dice.choice(LASTS).rpartition(" ")[2]
        if count > 400 and dice.random() < 0.4:
            bare = dice.choice("BDFGHKLMNPRSTVW") + dice.choice("aeiou") + dice.choice("lmnrst") + dice.choice(["inga", "ema", "stra", "mans", "huis", "kamp"])
        pupils.append(Pupil(str(10000 + place), Name(dice.choice(FIRSTS), prefix, bare), "Groep 3"))
        private = Private(
            phones=(f"06-12{dice.randrange(10**6):06d}",),
            emails=(f"ouder{place}@post.example",),
            street=f"{dice.choice(STREETS)} {dice.randrange(2, 200)}",
            postcode=f"9999 {dice.choice('ABCDEFGHKLX')}{dice.choice('ABCDEFGHKLX')}",
        )
        carers.append(Carer(f"O{place}", Name(dice.choice(FIRSTS), prefix, bare), (str(10000 + place),), private))
    staff = tuple(
        Staff(f"T{place}", Name(first, "", last), birth) if (birth := "") else Staff(f"T{place}", Name(first, "", last))
        for place, (first, last) in enumerate(zip(FIRSTS[::4], LASTS[5::4], strict=False))
    )
    return Register(pupils=tuple(pupils), carers=tuple(carers), staff=staff)


def page(who: Register, dice: random.Random) -> bytes:
    """A newsletter of some 8 kB: a menu, paragraphs with first names, dates and a staff member, a footer."""
    menu = "".join(f'<li><a href="/pagina/{word}/">{word.capitalize()}</a></li>' for word in dice.sample(WORDS, 40))
    parts: list[str] = []
    while sum(map(len, parts)) < 5400:
        words = [dice.choice(FIRSTS) if dice.random() < 0.05 else dice.choice(WORDS) for _ in range(60)]
        juf = dice.choice(who.staff).name
        parts.append(
            f"<p>{' '.join(words).capitalize()} – <strong>zoë</strong> op 12 november 2026 om 8.30 uur. Juf {juf.full} gaat mee.</p>\n"
        )
    return (
        '<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Weekbericht</title><link rel="stylesheet" href="/a.css"></head>'
        f"<body><nav><ul>{menu}</ul></nav><main><h1>Weekbericht 13</h1>{''.join(parts)}</main><footer>"
        '<a href="tel:0599123450">0599-123 450</a> <a href="mailto:info@school.example">info@school.example</a> Lindelaan 1, 9999 ZZ'
        "</footer></body></html>"
    ).encode()


def main() -> None:
    """Prints the figures."""
    for count in (400, 5000):
        dice = random.Random(count)
        who = register(count, dice)
        took = []
        for _ in range(5):
            start = time.perf_counter()
            known = verify.knowledge(who, SCHOOL)
            took.append(time.perf_counter() - start)
        pages = [page(who, dice) for _ in range(200)]
        rounds = []
        for _ in range(5):
            start = time.perf_counter()
            refused = sum(bool(verify.examine(f"nieuws/{place}/index.html", one, known)) for place, one in enumerate(pages))
            rounds.append((time.perf_counter() - start) / len(pages))
        size = statistics.mean(map(len, pages)) / 1000
        print(
            f"{count} leerlingen: kennis {statistics.median(took) * 1000:.1f} ms; "
            f"pagina van {size:.1f} kB {statistics.median(rounds) * 1000:.3f} ms; {refused} van {len(pages)} geweigerd"
        )


if __name__ == "__main__":
    main()
