"""Words that say somebody is a child: groups, birthdays, arrivals, winners, siblings, scores."""

from sitegen.privacy.lexicon import words

# Right before a lone surname or a full name: whose name follows is a child, or a child's family.
FAMILY = words("""
familie fam families gezin gezinnen zusjes zusje zussen zus broertjes broertje broers broer broertje tweeling drieling broer zonen dochters
kinderen kids ouders opa oma grootouders oom zusje tweelingbroer tweelingzus pleegzus pleegzusje pleegbroer pleegbroertje pleegkind
halfbroer halfzus halfbroertje halfzusje stiefbroer stiefzus
""")
# Offices that children hold: the child in the word wins from the office. A kinderarts or jeugdtrainer is none of them.
CHILDS_TITLES = frozenset(
    before + office
    for before in ("kinder", "jeugd", "junior", "klassen", "groeps", "leerling", "mini")
    for office in words("""
burgemeester directeur wethouder premier minister president dichter dichteres redacteur redactrice reporter verslaggever verslaggeefster presentator presentatrice vlogger
ambassadeur raadslid voorzitter secretaris penningmeester boswachter ranger prins prinses koning koningin commissaris gids jurylid chef chefkok agent lid bestuurder bestuurslid
""")
) | words("juniorcoach juniorleider juniortrainer kinderjuf kindermeester kinderjournalist jeugdjournalist kinderkok kinderrechercheur juniorreporter leerlingmediator leerlingcoach leerlingbegeleider")
PUPIL = CHILDS_TITLES | words("""
leerling leerlinge leerlingen scholier scholiere kleuter kleuters peuter peuters oud-leerling oudleerling oud leerlingen kind jongen meisje
aanvoerder aanvoerster keeper keepster spits verdediger doelpuntenmaker doelpuntenmaakster topscorer winnaar winnares winnaars kampioen
baby nieuwkomer klasgenoot klasgenoten klasgenootje vriendje vriendinnetje vriend vriendin bovenbouwer onderbouwer brugklasser kleine jarige
penvriend penvriendin pennenvriend pennenvriendin pennenvriendje pennenvriendinnetje mailvriend mailvriendin brievenvriend brievenvriendin neefje nichtje neef nicht logeerkind logeetje groepsoudste verkeersbrigadier verkeersbrigadiers kandidaat finalist kampioene kleindochter kleinzoon
""")
PARENT = words("moeder vader mama papa mamma pappa ouder ouders verzorger mam pap stiefvader stiefmoeder oma opa grootmoeder grootvader overgrootmoeder overgrootvader overoma overopa pleegmoeder pleegvader voogd mem heit")
# Somewhere in the sentence: what is said is said of a child.
CHILD = words("""
jarig jarige jarigen verjaardag verjaardagen geworden trakteert trakteerde getrakteerd verjaart
leerling leerlinge leerlingen kleuter kleuters peuter peuters kind kinderen kinderraad leerlingenraad klasgenoot klasgenoten klasgenootjes klas
groep groepen gr groep8'er groep8er schoolverlater schoolverlaters instroomgroep instromers
oud-leerling oudleerling oud-leerlingen oudleerlingen broertje broertjes zusje zusjes broer zus tweeling zoon dochter zoontje dochtertje baby
geboren geboorte kraamvisite beschuit muisjes wiegje
winnaar winnares winnaars winnaressen won wonnen gewonnen winnend winnende prijs prijswinnaar prijswinnaars eerste tweede derde plaats kampioen kampioenen medaille beker finale
tekenwedstrijd kleurwedstrijd kleurplaat voorleeswedstrijd voorleeskampioen prijsvraag sportdag schoolvoetbal schoolkorfbal schaaktoernooi damtoernooi spelletjesdag verkeersexamen
diploma diploma's zwemdiploma zwemles veterdiploma avondvierdaagse scoorde scoorden gescoord doelpunt doelpunten treffers goal goals
afscheid uitgezwaaid verhuisd verhuist verlaat verlaten welkom verwelkomen verwelkomd begonnen begint wennen gestart instroomt nieuwe
hoofdrol eindmusical afscheidsmusical rapport spreekbeurt boekbespreking werkstuk tekening knutselwerk werkje tekende knutselde verhaal
gefeliciteerd felicitaties proficiat beterschap gevallen gips gebroken ziekenhuis opgenomen
penvriend penvriendin penvrienden pleegkind logeerkind jaar oud
verkeersbrigadiers klaar-overs mediatoren juniorcoach vriendje vriendinnetje bedacht meisjes jongens talent
opa oma moeder vader mama papa ouders
""")
# A label before a list: "Jarigen:", "Winnaars:", "Onze nieuwe leerlingen".
LABELS = words("""
jarigen jarig verjaardagen winnaars winnaar winnares leerlingen kinderen namen afscheid welkom geboren geboorte instroom instromers
leerlingenraad kinderraad verkeersbrigadiers mediatoren groepsverdeling team-leerlingen spelers opstelling doelpunten doelpuntenmakers teams deelnemers
schoolverlaters geslaagd geslaagden diploma's zwemdiploma's uitslag uitslagen prijswinnaars rolverdeling groepje groepjes kleuters peuters nieuwkomers
klaar-overs ploeg hulpjes bibliotheekhulpen zieken ziek afwezig rollen hoofdrollen bijrollen cast toen klassenfoto klasgenoten vriendjes penvrienden pennenvrienden pennenvriendinnen pennenvriendjes speelafspraakjes talenten optredens acts
hoofdrol bijrol
tand tanden tandje tandjes wiebeltand wiebeltanden melktand melktanden
""")
# Gone with the name: "De zusjes De Vries" reads on as "De zusjes", "leerling Bakker" does not.
