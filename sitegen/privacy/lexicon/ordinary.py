"""Ordinary Dutch words that begin sentences or stand in titles, and surnames that are ordinary words too."""

from sitegen.privacy.lexicon import words

# Surnames that are nouns, adjectives or verbs as well: a lone one, above all in lower case, is the word.
SURNAME_WORDS = words("""
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april juni juli augustus
bakker visser smit smid kok bos berg dijk boom appel vos wit wolf haas beer leeuw vogel haan hoen duif arend valk mus uil kraai zwaan gans eend kip koe stier os lam bok geit
groen rood zwart grijs bruin blauw geel groot klein kleine jong jonge oud oude lang lange kort dik dun sterk zwaar licht goed goede blij vrolijk rijk wild vroom wijs snel stil scherp
boer slager timmerman schilder molenaar mulder meester schoenmaker kuiper kuipers snijder wever wevers dekker brouwer koopman kramer schipper scheper herder jager schrijver ridder graaf graaff koning keizer prins hertog bisschop
bloem bloemen roos tulp linde eik beuk els wilg iep es den dennen hout hof tuin akker akkers veld weide wei heide hei water zee meer beek bron brink brug burg dam dijkstra duin eiland gracht haven heuvel kamp kerk molen poort steen
straat strand toren veen ven vliet wal weg wijk zand zon maan ster wind storm regen sneeuw winter zomer herfst lente mei hemel donder bliksem vuur ijzer staal goud zilver koper
boot schip anker zeil visscher net haring snoek baars paling kabeljauw spiering vis aal zalm
brood kaas boter melk ei peer pruim kers noot peper zout suiker honing koek taart room kruid wijn bier
hamer spijker zaag bijl bos spaan kast stoel bank tafel bel klok kroon schild zwaard pijl boog kogel wapen
man vrouw kind broer zus vader moeder vriend buur buurman neef oom baas heer knecht
hoofd hand voet arm been oog oor neus mond baard haar hart buik rug
post pol pot pan punt poel plas put schaap schouten school bosman zeeman veldman dorp stad stede huis zaal kamer deur raam dak muur kelder zolder trap hoek bocht kant rand eind end midden
duits frank fransen engels pool zweed schot romein vlaming fries
dekens deken doek kleed mantel rok hoed muts laars schoen sok
engel duivel heilig klaver mos gras riet hooi stro tarwe rogge haver gerst koren zaad wortel raap kool ui prei boon erwt
bal spel kaart prijs winst hoop liefde geluk vrede moed trouw
vliegen springer loper danser zanger speelman fluit trommel hoorn harp orgel viool
helder vast los vrij best beste laatste eerste tweede derde
""")
# Adjectives, verbs and the like: behind a first name and in lower case they are words, not a surname ("gaf Daan groen licht").
SURNAME_ADJECTIVES = words("""
wit groen rood zwart grijs bruin blauw geel groot klein jong oud lang kort dik dun sterk zwaar licht goed blij vrolijk rijk wild vroom wijs snel stil scherp los vast vrij best beste helder vliegen
eerste tweede derde laatste meer bos wonder duits engels fries midden
""")
# Surnames so common in the Netherlands that a stranger may well bear one.
COMMON = words("""
jong jansen vries berg bakker dijk visser janssen smit meijer meyer boer mulder groot bos vos peters hendriks leeuwen dekker brouwer wit dijkstra smits graaf meer linden jacobs kok haan vermeulen heuvel veen broek
bruijn bruin heijden schouten beek vliet willems ven hoekstra maas verhoeven koster dam wal prins blom huisman peeters jonge kuipers veenstra kuiper post kuijpers postma gerritsen kramer scholten
martens klein timmermans groen jong jonker schipper evers smeets koning hermans wolf hof boom wijk ruiter kleijn molenaar brink sanders hoek horst kroon mol rijn
""")
# Words that often bear a capital (sentence start, title, days, subjects) and are nobody's first name.
ORDINARY = words("""
de het een deze dit die dat der den des en of maar want dus ook nog al wel niet geen toen dan nu hier daar er als wie wat waar wanneer waarom hoe welke welk
ik je jij u hij zij ze we wij jullie men iedereen iemand niemand alle alles allemaal beide beiden elke elk ieder iedere sommige veel vele weinig meer minder meest
mijn jouw uw zijn haar ons onze hun hen hem mij me
in op aan bij uit van voor met na naar om over onder tussen tegen tot door sinds tijdens zonder via per vanaf vanuit binnen buiten naast achter boven langs rond rondom volgens namens dankzij ondanks behalve
is was waren ben bent wordt werd worden werden zal zullen zou zouden kan kunnen kon konden mag mogen mocht moet moeten moest wil willen wilde heeft heb hebben had hadden gaat gaan ging gingen komt komen kwam
doet doen deed staat staan zit zitten ligt blijft blijven krijgt krijgen kreeg maakt maken maakte zien ziet zag geeft geven gaf neemt nemen laat laten weet weten vindt vinden leest lezen las speelt spelen speelde
wilt kunt moge denk denkt dank bedankt dankjewel dankzij let kijk kijkt kom doe ga geef neem lees luister schrijf stuur mail bel vraag zoek maak zet leg breng haal
vandaag morgen gisteren overmorgen straks later eerder daarna daarvoor daarom daardoor daarnaast daarmee daarbij hierbij hiervoor hierna verder vervolgens tenslotte eindelijk soms vaak altijd nooit meestal vooral helaas gelukkig natuurlijk misschien
samen alleen opnieuw weer zelfs bijna ongeveer ruim zeker graag snel langzaam goed beter best mooi leuk fijn trots zo zoals hoewel omdat zodra terwijl totdat voordat nadat indien mits tenzij toch
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december
lente zomer herfst winter voorjaar najaar ochtend middag avond nacht dag dagen week weken maand maanden jaar jaren schooljaar uur tijd datum
eerste tweede derde vierde vijfde zesde zevende achtste laatste volgende vorige nieuwe oude grote kleine hele halve
een twee drie vier vijf zes zeven acht negen tien elf twaalf
groep groepen klas klassen leerling leerlingen kind kinderen ouder ouders leerkracht leerkrachten juf juffen meester meesters directeur directie team school basisschool kindcentrum schoolgids nieuwsbrief weekbericht
agenda kalender nieuws bericht berichten activiteit activiteiten thema thematisch project projecten les lessen gym gymles rekenen taal lezen spelling schrijven muziek handvaardigheid tekenen techniek engels geschiedenis aardrijkskunde natuur verkeer
sportdag schoolreis schoolreisje kamp schoolkamp musical eindmusical toneel voorstelling optreden viering vieringen kerst kerstviering kerstfeest sinterklaas sint piet pieten pasen paasviering paasontbijt carnaval koningsdag koningsspelen
sintmaarten maarten kinderboekenweek boekenweek voorleesdagen voorleeswedstrijd avondvierdaagse schoolvoetbal schoolvoetbaltoernooi toernooi wedstrijd finale prijs prijzen rapport rapporten gesprekken ouderavond inloop
studiedag vakantie herfstvakantie kerstvakantie voorjaarsvakantie meivakantie zomervakantie vrij verlof ziek ziekmelden absentie gevonden voorwerpen luizen luizencontrole hoofdluis oudercommissie activiteitencommissie
medezeggenschapsraad bestuur stichting gemeente bibliotheek politie brandweer ggd bso opvang peuters peutergroep kleuters kleutergroep onderbouw middenbouw bovenbouw
welkom afscheid jarig jarigen verjaardag verjaardagen gefeliciteerd hoera proficiat bedankt beste lieve hallo hoi dag groet groeten groetjes vriendelijke hartelijke
mevrouw meneer mijnheer familie gezin opa oma vader moeder papa mama mam pap broer zus broertje zusje broertjes zusjes tweeling baby tante oom
telefoon telefoonnummer mobiel email mail adres postadres bezoekadres website contact contactgegevens informatie aanmelden aanmelding inschrijven opgave
winnaar winnaars winnares plaats punten uitslag uitslagen stand team teams poule
nederland nederlandse nederlands europa europese belgie duitsland friesland groningen drenthe overijssel gelderland utrecht amsterdam rotterdam holland noord-holland zuid-holland zeeland brabant limburg flevoland
noord oost zuid west midden noordoost
rode kruis artis efteling naturalis nemo burgers zoo dierentuin museum kasteel theater bioscoop zwembad sporthal kerk
cito iep route8 leerlingvolgsysteem parro parnassys snappet gynzy veilig leren kanjer kanjertraining vreedzame kwink leefstijl methode
god jezus maria bijbel kerk koran ramadan suikerfeest offerfeest
corona covid
mr gmr ac or kcr ib bsn iban brin avg
ons jongens meisjes mensen iedereen allemaal bakker slager boer
koning koningin prins prinses keizer president minister burgemeester wethouder
""")
# Endings of Dutch nouns and adjectives that no first name and hardly a surname has.
ENDINGS = (
    "heid", "ingen", "tie", "ties", "dag", "dagen", "week", "weken", "feest", "school", "plein", "straat", "laan", "spelen", "spel", "lijst", "avond", "middag", "ochtend",
    "wedstrijd", "project", "les", "lessen", "boek", "boeken", "raad", "commissie", "groep", "groepen", "vakantie", "viering", "toets", "examen", "markt", "club", "vereniging", "centrum",
    "bond", "fonds", "museum", "park", "bos", "huis", "kamp", "reis", "reisje", "tocht", "loop", "toernooi", "zorg", "werk", "kunde", "schap", "atie", "iteit", "ische", "lijke", "lijk",
    "achtig", "loze", "baar", "bare", "jarige", "feesten", "gids", "brief", "krant", "plan", "regels", "klas", "team", "dienst", "bedrijf", "winkel", "actie", "training", "programma",
)
