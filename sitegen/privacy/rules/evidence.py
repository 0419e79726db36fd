"""Does the text speak of a child or of an adult? Cues by strength and distance, lists, headings, company."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sitegen.late import late
from sitegen.privacy.lexicon import cues, roles
from sitegen.privacy.lexicon.ages import ELDER
from sitegen.privacy.rules import context

if TYPE_CHECKING:
    from sitegen.privacy.passage import Line
    from sitegen.privacy.people import People

_PARENTED = late(
    r"\s*,?\s*[(,]?\s*(?:(?:de|zijn|haar|een|trotse|is|als)\s+)*(?:moeder|vader|mama|papa|mam|pap|ouder|ouders|(?:over|bet|overover)?(?:groot(?:moeder|vader)|opa|oma)|stiefmoeder|stiefvader|pleegmoeder|pleegvader|verzorger)\b",
    re.IGNORECASE,
)
_ENROLS = late(r"\b(?:zit|zat|komt|kwam|begint|begon|begonnen|start|startte|gestart|stroomt|instroomt|zitten|komen|gaat|ging|hoort|doet)\b[^.!?\x1e]{0,50}\b(?:in|naar|bij|van|uit)\s+(?:onze\s+)?(?:groep\s+\d|de\s+(?:kleuter|peuter)|onze\s+school|de\s+klas)")
# "In het kinderkoor zingt Ivar Postuma", and who leads it is none of them.
_STAGE = late(r"\b(?:kinder|jeugd|school|leerlingen)(?:koor|orkest|band|ensemble|toneel|circus)\b")
_PERFORMS = late(r"\b(?:zingt|zong|zongen|zingen|gezongen|speelt|speelde|spelen|gespeeld|danst|danste|solo\w*)\b")
_LEADS = late(r"\b(?:onder\s+leiding|geleid|leidt|leidde|dirigeert|dirigeerde|dirigent\w*|begeleid\w*|geschreven|gecomponeerd|componist\w*)\b")
# "In groep 4 komt Lux Hartog erbij": weaker, for adults come there too.
_WITHIN_GROUP = late(r"\b(?:in|naar|uit|bij|van)\s+(?:de\s+kleutergroep|groep\s*\d[\d/]*)\s+(?:komt|kwam|begint|begon|start|startte|zit|zat|stroomt|verwelkomen|hebben|is|was|mogen|kreeg|krijgt|heet|heten)\b")
VISITS = late(r"\b(?:[a-z]*(?:les|lessen|clinic|cursus)\s+(?:geeft|gaf|verzorgt|verzorgde)|vertellen|vertelt|vertelde|voorlezen|gastles|workshop|lesgeven|les\s+geven|(?:geeft|gaf|geven)\s+(?:[\w-]+\s+){0,4}[\w-]*(?:les|lessen|workshops?|trainingen|training|clinic|cursus|lezing|advies|groep)|verzorgt|verzorgde|begeleidt|begeleidde|komt\s+kijken|op\s+bezoek|vervangt|invalt|staat\s+voor|onderzoek|presenteert|leidt|opent|opende|presenteerde|draait|draaien|neemt\s+groep|nemen\s+groep|repareert|repareerde|bezoekt|bezocht)\b")
# "Bedankt voor veertig jaar les": no child was anywhere that long.
CAREER = late(r"\b(?:voor|na|ruim|al|meer\s+dan)\s+(?:[2-4]\d|twintig|vijfentwintig|dertig|vijfendertig|veertig)\s+jaar\b(?!\s+(?:geleden|bestaan))")
_JOIN = late(r"\s*(?:,|;|/|&|\+|\ben\b|\bof\b|\bmet\b|\btegen\b|[\x1e\x1f\n])\s*(?:(?:en|of|met)\s+)?\Z")
_FIRST_OF = late(r"\s*(?:\([^)]{0,25}\)\s*)?(?:,|;|/|&|\+|\s-\s|(?i:\ben\b|\bof\b|\bmet\b|\btegen\b)|[\x1e\x1f\n]|\s+(?=\d{1,2}[.)]\s))[\s\x1e\x1f]*(?:(?i:en|of|met)\s+)?(?:\d{1,2}[.)e]?\s+)?([A-Z][\w-]*)")
_LAST_OF = late(r"([A-Z][\w-]*)(?:\s+[A-Z]\.)?(?:\s+\d{1,2}\s*[x×])?\s*(?:\([^)]{0,25}\)\s*)?(?:,|;|/|&|\+|\s-\s|(?i:\ben\b|\bof\b|\bmet\b|\btegen\b)|[\x1e\x1f\n]|(?<=\s)(?=\d{1,2}[.)]\s))[\s\x1e\x1f]*(?:(?i:en|of|met|ook)\s+)?(?:\d{1,2}[.)e]?\s+)?\Z")
TEAM = late(r"\b(?:team|teamleden|leerkrachten|medewerkers|personeel|directie|bestuur|mr|gmr|medezeggenschapsraad|activiteitencommissie|ac|oudergeleding|personeelsgeleding|formatie|bezetting|contactpersonen|commissie|vertrouwenspersonen|stagiaires?|studenten|vrijwilligers|sponsors?)\b")

# How far from a name, in words, a cue still speaks of it.
_STRONG = frozenset("""
jarig jarige jarigen verjaardag verjaart trakteert trakteerde getrakteerd geworden leerling leerlinge kleuter peuter klasgenoot klasgenootje schoolverlater
oud-leerling oudleerling broertje broertjes zusje zusjes tweeling zoontje dochtertje baby geboren geboorte beschuit muisjes wiegje
winnaar winnares winnaars winnaressen won wonnen gewonnen prijswinnaar prijswinnaars kampioen kampioene kampioenen medaille beker
tekenwedstrijd kleurwedstrijd kleurplaat voorleeswedstrijd voorleeskampioen rekenkampioen spellingkampioen rekenbattle prijsvraag finalist finaliste finalisten schoolvoetbal schaaktoernooi damtoernooi verkeersexamen
diploma zwemdiploma veterdiploma avondvierdaagse scoorde scoorden gescoord doelpunt doelpunten treffers goal goals hattrick
uitgezwaaid verhuist verhuisde hoofdrol hoofdrollen bijrol bijrollen estafette eindigde eindigden eindmusical spreekbeurt boekbespreking tekening knutselwerk werkje werkstuk tekende knutselde
gefeliciteerd felicitaties proficiat hoera beterschap gips klimrek duikelrek schommel glijbaan zandbak buitenspeeldag koningsspelen lampionoptocht penvriend penvriendin penvrienden pennenvriend pennenvriendin pennenvrienden pennenvriendinnen pleegkind logeerkind verkeersbrigadiers vriendje vriendinnetje
kinderraad leerlingenraad instromers schoolverlaters nieuwkomer klasgenoten klasgenootjes achtstegroeper achtstegroepers brugklas brugklasser kinderburgemeester kinderdirecteur juniorcoach
speelkameraadje buurjongen buurmeisje jongen meisje neefje nichtje verjaardagen topscorer aanvoerder keeper sportdag
""".split())
_NEAR = frozenset("welkom verwelkomen verwelkomd afscheid groep klas kind kinderen leerlingen eerste tweede derde plaats prijs verhuisd verlaat verlaten zoon dochter broer zus gevallen ziekenhuis gestart begonnen begint wennen nieuwe jongens meisjes talent rapport zwemles".split())
# "Meld u bij Jasper Kuiken": whom to ask is no child.
_ASKED = late(r"\b(?:meldt?|melden|aanmelden|opgeven|opgave|geef|terecht|informatie|informeren|vragen|bel|belt|bellen|mail|mailen|contact)\b[^.!?\x1e]{0,40}\b(?:bij|met|naar|aan|via)\s+\Z")

# "De zwemles geeft Ruud Paardekooper".
_GIVES = late(r"(?:les|lessen|training|trainingen|clinic|clinics|cursus|workshop|workshops)\s+(?:geeft|gaf|geven|gaven|verzorgt|verzorgde|verzorgen|begeleidt|begeleidde|leidt|leidde|doet)\s+(?:dit\s+jaar\s+|nu\s+|weer\s+|voortaan\s+)?\Z")

# Right before a full name these need no known first name: "pleegzusje Mare van Es".
_DIRECT = cues.PUPIL - {"winnaar", "winnares", "vriend", "vriendin", "kandidaat", "keeper", "aanvoerder"} | (
    cues.FAMILY - {"familie", "fam", "families", "gezin", "gezinnen", "ouders", "opa", "oma", "grootouders", "oom", "kinderen", "kids"} | {"zoon", "zoontje", "dochter", "dochtertje"}
)

_NEWCOMER = late(
    r"(?:\b(?:nieuw|nieuwe\s+(?:leerling|klasgeno)\w*|welkom|gestart|begonnen|instroom)\b[^.!?\x1e]{0,14}\b(?:groep\s*\d[\d/]*|klas|kleuterklas|peutergroep|peuters|kleuters)\b[^.!?\x1e]{0,8}(?::|\bis|\bzijn|\bzit|\baan)"
    r"|\b(?:broer|broertje|zus|zusje|zusjes|broertjes)\s+(?:geworden\s+)?van|\b(?:tot\s+ziens|vaarwel|doei|hoi|kinderburgemeester|kinderdirecteur|kinderwethouder)(?:\s+van\s+[A-Z][\w-]+)?(?:\s+(?:lieve|beste|onze))?,?"
    r"|\b(?:kindje|baby|dochter|dochtertje|zoon|zoontje|kleinkind|kleinzoon|kleindochter|broertje|zusje|jongen|meisje|kind|nieuwe\s+(?:jongen|meisje|kind|kleuter|peuter|leerlinge?|klasgenoot|klasgenootje|klasgenote))\b[^.!?\x1e]{0,40}\b(?:heet|genaamd|noemden|noemen))\s+\Z",
    re.IGNORECASE,
)
# "Fien Meijer en haar oma bakten er 300."
_WITH_KIN = late(r"\s+en\s+(?:zijn|haar)\s+(?:\w+\s+)?(?:opa|oma|moeder|vader|mama|papa|ouders|zus|zusjes?|broer|broertjes?)\b")
# "Levi verloor in de finale van Oscar Tichelaar."
_MATCH = late(r"\b(?:verloor|verliest|won|wint|speelde|speelt|gelijk)\b[^.!?\x1e]{0,30}\b(?:van|tegen)\s+\Z")
# "De rol van koning Winter wordt gespeeld door Stijn Albers."
_PLAYED = late(r"\b(?:(?:hoofd|bij)?rol(?:len)?|sprookje|musical|toneelstuk|kerstspel)\b[^.!?\x1e]{0,70}\b(?:door|is|was|voor|naar|met)\s+(?:onze\s+)?\Z|\bgespeeld\s+door\s+\Z|\b(?:zijn|haar|diens|de|het)\s+(?:knecht|hulpje|tegenspeler|tegenspeelster)\s+(?:is|was)\s+\Z")
# "3-2 (Daley Prins 2x", "Op de foto: Lize Bontekoe", "Dag Siem Groothuis": for a known first name, where nothing speaks of an adult.
_SHOWN = late(r"(?:\d{1,2}\s?-\s?\d{1,2}\s*\(|\bfoto:?\s|\bfoto(?:\s\w+)?:\s(?:v\.l\.n\.r\.:?\s)?|(?:\A|[.!?,\x1e]\s?)dag\s)\Z")
_TIMES = late(r"\s*\(?\d{1,2}\s?[x×](?!\w)")
# "Wie kan Ilvy Krist helpen? Zij zit in groep 7."
_GOES_ON = late(r"[^.!?\x1e]{0,120}[.!?]\s+(?:hij|zij|ze)\s+(?:zit|is|wordt|werd)\s+(?:nu\s+|pas\s+|al\s+)?(?:in\s+groep\s+\d|(?:1[0-4]|[1-9])\s+(?:jaar|geworden)\b)")
_PLURAL_ROW = late(
    r"\b(?i:oud-?leerlingen|jonge\s[a-z]+(?:s|en)|(?:kinder|jeugd|junior)(?:redacteur|raadslid|raadsled|ambassadeur|reporter|verslaggever|jurylid|juryled|burgemeester)(?:s|en)?|leerlingen|klasgenoten|klasgenootjes|kleuters|peuters|vriendjes|vriendinnetjes|prijswinnaars|winnaars|jongens|meisjes|zusjes|broertjes|zussen|broers|scholieren|brugklassers|kinderen|(?:pen|pennen|mail)vriend(?:en|jes|innen|innetjes)(?: (?:in|uit) [A-Z][\w-]+)?)(?: (?:van|uit) [^.!?,:\x1e]{3,40},)?(?:,? (?:onder wie|waaronder))?[ :]+"
    r"(?:[A-Z][\w'-]*(?: (?:van|de|der|den|'t|te|ten|ter|el|al|[A-Z][\w'-]*)){0,5}(?: \([^)]{1,20}\))?(?:, | en |, en ))*\Z"
)


# "Gevonden: jas van …", "de allerkleinste deelnemer, …", "nieuwe vriend uit Oekraïne, …": what a child has, or is.
_CHILDS_OWN = late(
    r"(?:\b(?:spreekbeurt|boekbespreking|tekening|werkje|werkstuk|knutselwerk|kunstwerk|kleurplaat|jas|tas|rugtas|rugzak|gymtas|zwemtas|beker|drinkbeker|bidon|broodtrommel|trommel|sjaal|muts|wanten|handschoenen|"
    r"laars|laarzen|step|skelter|knuffel|melktand|eerste\s+tand|zwemdiploma|veterdiploma|kinderfeestje)\s+van"
    r"|\b(?:aller)?(?:jongste|kleinste)\s+[a-z]+(?:\s+(?:op|van|uit|in)\s+(?:(?:de|het|onze)\s+)?(?:groep\s*\d|[a-z]+))?(?:,|\s+(?:is|was|heet))?|\bjonge\s+[a-z]+[:,]?|\bnieuwe\s+(?:vriend|vriendin|vriendje|vriendinnetje|leerling|klasgenoot|klasgenootje)\b[^.!?\x1e]{0,30},)\s+\Z",
    re.IGNORECASE,
)
# "In de klas van onze partnerschool zit …", "Merel las de brief van … voor" where post came from elsewhere; "Dag …, dag …!".
_ABROAD = late(r"\b(?:partner|zuster|vriendschaps)school\b[^.!?\x1e]{0,40}\b(?:zit|zat|heet|is|was|schrijft|schreef|van|met|door)\s+\Z")
_LETTER = late(r"\b(?:brief|briefje|brieven|kaart|kaartje|ansichtkaart|pakketje|filmpje|mail|mailtje|tekening|foto)\s+van\s+\Z|\bdie\s+van\s+\Z")
_PEN_PALS = late(r"\bpost\s+uit\b|\b(?:partner|zuster|vriendschaps)school\b|\bpen(?:nen)?vriend|\bpen\s?pals?\b|\b(?:schrijft|schrijven|schreven|schreef|corresponde\w+|mailt|mailen)\s+met\b|\buitwisseling")
_FAREWELL = late(r"(?:\A|[.!?\x1e,]\s*|\ben\s+)(?:dag|doei|tot\s+ziens|vaarwel)\s+\Z")
_FAREWELLS = late(r"\b(?:dag|doei)\s+\w.*\b(?:dag|doei)\s+\w")
# "Uit de fabriek!" riep …
_SAID = late(r"[\"'!?,]\s*(?:riep|roept|vroeg|vraagt|zei|zegt|fluisterde|fluistert|antwoordde|antwoordt|gilde|gilt|lachte|juichte|verzuchtte|zuchtte|mompelde)\s+\Z")
_SCENE = late(r"\b(?:juf|meester|klas|groep|leerlingen|kinderen|kleuters|kring|speelplein|schoolplein|les)\b")


def _pen_pal(line: Line, position: int) -> bool:
    before = max(0, position - 300)
    if _ABROAD.search(line.low, before, position):
        return True
    return bool(_LETTER.search(line.low, max(0, position - 40), position)) and bool(_PEN_PALS.search(line.low, before, position))


def _waved(line: Line, position: int, end: int) -> bool:
    # "Dag Noor Pen, dag Rik!": more than one goodbye in a sentence.
    return bool(_FAREWELL.search(line.low, max(0, position - 16), position)) and bool(_FAREWELLS.search(line.low, *line.sentence(position, end)))


def _in_class(line: Line, position: int) -> bool:
    # Whoever calls something out where a teacher or a class stands in the same block.
    if not _SAID.search(line.low, max(0, position - 20), position):
        return False
    left = line.text.rfind("\x1e", 0, position)
    right = line.text.find("\x1e", position)
    return bool(_SCENE.search(line.low, left + 1, right if right >= 0 else len(line.text)))


# "Tessel Wijma is onze jongste verkeersbrigadier."
_BECOMES = late(
    r"\s+(?:is|was|werd|wordt|blijft)\s+(?:[a-z]+\s+){0,3}(?:verkeersbrigadier|leerling|leerlinge|kleuter|peuter|klasgenoot|klasgenootje|brugklasser|groepsoudste|kinderburgemeester|voorleeskampioen)\b"
)


# What surnames end in and first names hardly ever do.
_SHAPE = late(
    r"(?:[a-z]{2,}(?:stra|sma|ema|inga|enga|ma|man|mans|sen|zen|ink|inks|ing|ings|huis|huizen|veld|velde|velden|berg|bergh|berge|bergen|burg|bos|bosch|hof|hoff|voort|foort|hage|hagen|hoven|dijk|dyk|horst|kamp|kamps|broek|broeks|meijer|meyer|maker|maat|kerk|brink|"
    r"stad|steen|water|waard|meer|poort|schot|oord|zoon|oglu|ogullari|ic|ski|ska|sky|cki|cka|czyk|wicz|enko|chuk|escu|mann|dottir|sson|zadeh|pour|yan|owski|owska|els|ers|aars|ens|ems|ards|jes|tjes|erts|ijn|ts|ks|ps)|[a-z]+(?:ouli|aoui|oui|ani|iri|achi|adi))\Z"
)


def shaped(low: str) -> bool:
    """Whether a word (lower case) can hardly be anything but a surname: Rikkers, Tiemersma, Ouahabi."""
    return bool(_SHAPE.match(low))


def is_cue(low: str) -> bool:
    """Whether a word speaks of a child so strongly that it is no first name: "Spreekbeurt van …"."""
    return low in _STRONG


def enrols(line: Line, left: int, right: int) -> bool:
    """Whether the sentence at [left, right) says that somebody is in a group of the school."""
    return bool(_ENROLS.search(line.low, left, right))


def newcomer(line: Line, index: int) -> bool:
    """Whether the words right before word `index` announce a child: "Nieuw in groep 4:", "grote broer geworden van"."""
    start = line.words[index].start
    own = _CHILDS_OWN.search(line.text, max(0, start - 80), start)
    if own and own[0].rstrip().endswith(":") or own and not any(word in roles.TITLES or word in roles.ADULT for word in re.findall(r"[a-z]+", own[0].lower())):
        return True
    if _pen_pal(line, start) or _waved(line, start, line.words[index].end):
        return True
    found = _NEWCOMER.search(line.text, max(0, start - 80), start)
    if found and found[0].rstrip().lower().endswith(("heet", "genaamd", "noemden", "noemen")):
        return True  # "de kleinzoon van meester Harm heet"
    # "Nieuwe juf in groep 4:" announces somebody else.
    return bool(found) and not any(word in roles.TITLES for word in re.findall(r"[a-z]+", found[0].lower() if found else ""))


def opens(line: Line, index: int) -> bool:
    """Whether word `index` begins a sentence, a block or a line."""
    return index == 0 or bool(re.search(r"[.!?:\x1e\x1f\n]", line.gap(index - 1)))


def parent(line: Line, start: int, end: int) -> bool:
    """Whether the name in words [start, end) is told to be a parent's: ", moeder van", "vader Jan …"."""
    near = context.before(line, start, 2)
    if near and near[0] in cues.PARENT and line.gap(start - 1).strip(" \n") == "" and not context.helps(near):
        return True
    found = _PARENTED.match(line.text, line.words[end - 1].end)
    return bool(found) and bool(re.match(r"\s+van\s+[A-Z]|\s+van\s+(?:een|onze|de|twee|drie)|\s*\)|\s+in\b", line.text[found.end() :] if found else ""))


def child(line: Line, start: int, end: int, people: People, *, known: bool) -> bool:
    """Whether the name in words [start, end) is a child's: by list, heading or company for any name, by sentence for a known first name."""
    words = line.words
    low_at, high_at = words[start].start, words[end - 1].end
    if _PLURAL_ROW.search(line.text, max(0, low_at - 110), low_at):
        return True
    if context.of_children(line, low_at):
        return True
    if in_cast(line, low_at) or len(people.seen_firsts.intersection(_item_heads(line, low_at))) > 1:
        return True
    if words[start].low not in ELDER and _in_class(line, low_at):
        return True
    weight = lean(line, start, end)
    if weight < 0:
        return False
    near = context.before(line, start, 1)
    if near and near[0] in _DIRECT and line.gap(start - 1) == " ":
        return True
    if context.labelled(line, low_at) and not team_list(line, low_at, people) or company(line, start, end, people):
        return True
    title = heading(line, low_at)
    if title and not TEAM.search(title) and of_children(title):
        return True
    return known and (weight > 0 or bool(_WITH_KIN.match(line.low, high_at) or _BECOMES.match(line.low, high_at)) or bool(_MATCH.search(line.low, max(0, low_at - 60), low_at) or _PLAYED.search(line.low, max(0, low_at - 100), low_at)) or context.of_school(line, high_at) or weight == 0 and bool(_SHOWN.search(line.low, max(0, low_at - 26), low_at) or _TIMES.match(line.low, high_at)) or bool(_GOES_ON.match(line.low, high_at)))


# "Rolverdeling: Jip Pen speelt de koningin, Noor Klip de bakker": what they play is no function of theirs.
_CAST = late(r"\b(?:rolverdeling|rolbezetting|cast|spelers)\b[^.!?:\x1e]{0,40}:(?:[^.!?:\x1e]{0,300}(?:,|;|\ben|\bof))?\s*\Z")
_CREW = late(r"\b(?:regie|decor|kostuums?|licht|geluid|muziek|souffleur|souffleuse|schmink|techniek|begeleiding)\b")


# "Rollen in de musical: kok Appelmans, agent Bromsnor, Stientje van der Putten": nobody of the school, where no word says who plays them.
_ROLES = late(r"\b(?:rollen|personages|figuren|hoofdpersonen)\b[^.!?:\x1e]{0,40}:[^.!?:\x1e]{0,300}\Z")
_PLAYERS = late(r"\b(?:speelt|spelen|speelde|gespeeld|door|groep)\b|\s[-=]\s|\(")


def of_roles(line: Line, position: int) -> bool:
    """Whether `position` stands in a list of roles, and of those alone."""
    found = _ROLES.search(line.low, max(0, position - 360), position)
    if found is None:
        return False
    right = line.text.find("\x1e", position)
    block = line.low[found.start() : right if right >= 0 else len(line.text)]
    return not _PLAYERS.search(block) and sum(word in roles.TITLES for word in re.findall(r"[a-z'-]+", block)) > 1


def in_cast(line: Line, position: int) -> bool:
    """Whether `position` stands in a list of who plays what: "Rolverdeling: … speelt de koningin, …"."""
    found = _CAST.search(line.low, max(0, position - 360), position)
    return bool(found) and not _CREW.search(line.low, found.start() if found else 0, position)


def heading(line: Line, position: int) -> str:
    """The nearest heading above `position`, in lower case."""
    above = [bounds for bounds in line.headings if bounds[1] <= position]
    return line.low[above[-1][0] : above[-1][1]] if above else ""


def under_team(line: Line, position: int) -> bool:
    """Whether an item begins at `position` and the heading above is about the school's own people: "Wietske Hamer (groep 6)" teaches."""
    title = heading(line, position) if line.headings and begins_item(line, position) else ""
    return bool(TEAM.search(title)) and not of_children(title)


def of_children(label: str) -> bool:
    """Whether a heading in lower case is also about children: "Jarig: kinderen en team"."""
    return any(word in cues.LABELS or word in _STRONG for word in re.findall(r"[a-z'-]+", label))


def of_team(label: str) -> bool:
    """Whether a label or heading is about the school's own people: "Pleinwacht", "Team"."""
    return bool(TEAM.search(label.lower())) or "wacht" in label.lower()


def team_list(line: Line, position: int, people: People, own: str = "") -> bool:
    """Whether the block or heading around `position` is about the school's own people; `own` is the surname that is asked about."""
    if TEAM.search(heading(line, position)):
        return True
    left = max(line.text.rfind("\x1e", 0, position), 0)
    right = line.text.find("\x1e", position)
    block = line.text[left : right if right >= 0 else len(line.text)]
    # With a capital: "een bos bloemen" names no colleague.
    return any(owner.role == "staff" and re.search(rf"\b{core[0].upper()}(?i:{re.escape(core[1:])})\b", block) for core, owners in people.adults.items() if core != own for owner in owners)


_ATTENDING = late(r"\b(?:aanwezig(?:en)?|afwezig|verhinderd|afgemeld|leden|bezetting|samenstelling|notulen|notulist|notuliste|rondvraag|toehoorders?)\b[^.!?:\x1e]{0,60}:?[^!?\x1e]{0,300}\Z")
# No further above than this: the verifier looks no further either.
_MEETING = 2500


def in_minutes(line: Line, position: int) -> bool:
    """Whether `position` stands in a list of who was at a meeting, and the list or the heading says that of the council or the team."""
    found = _ATTENDING.search(line.low, max(0, position - 400), position)
    if not found:
        return False
    if TEAM.search(line.low, max(0, found.start() - 60), position):
        return True
    above = [bounds for bounds in line.headings if position - _MEETING < bounds[1] <= position]
    title = line.low[above[-1][0] : above[-1][1]] if above else ""
    return bool(TEAM.search(title)) and not of_children(title)


def about_adults(line: Line, position: int) -> bool:
    """Whether the block right before `position` announces the school's own people: "De oudergeleding van de MR:"."""
    before = line.low[max(0, position - 160) : position].rstrip("\x1e\x1f \n")
    return bool(TEAM.search(before[before.rfind("\x1e") + 1 :]))


def company(line: Line, start: int, end: int, people: People) -> bool:
    """Whether the name stands in one enumeration with a child found on the page."""
    firsts = people.seen_firsts
    if not firsts:
        return False
    words = line.words
    before = _LAST_OF.search(line.text, max(0, words[start].start - 60), words[start].start)
    if before and any(part in firsts for part in before[1].lower().split("-")):
        return not context.titled(line, start)
    if beside_item(line, words[start].start, people):
        return not context.titled(line, start)
    after = _FIRST_OF.match(line.text, words[end - 1].end)
    return bool(after and any(part in firsts for part in after[1].lower().split("-")))


# A number or a day may stand before an item's name: "1. ", "24 december: ".
_COUNT = r"(?:\d{1,2}[.)e]?\s+(?:(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?:?\s+)?|\d{1,2}[-/]\d{1,2}:?\s+)?"
_ITEM = late(rf"(?:\A|[\x1e\x1f])\s*{_COUNT}\Z")
_HEAD = late(rf"(?:\A|[\x1e\x1f])\s*{_COUNT}([A-Z][\w-]*)")
# How long the longest such beginning is.
_LONGEST = 20


def begins_item(line: Line, position: int) -> bool:
    """Whether an item of a list, a block or a cell begins at `position`, behind a number or a day perhaps."""
    return bool(_ITEM.search(line.text, max(0, position - _LONGEST), position)) and (position > _LONGEST or "\x1e" in line.text)


def beside_item(line: Line, position: int, people: People) -> bool:
    """Whether the item that begins at `position` has one before or behind it that begins with a child of this page."""
    return not people.seen_firsts.isdisjoint(_item_heads(line, position))


def _item_heads(line: Line, position: int) -> set[str]:
    # The first words of the items before and behind the one that begins at `position`: "1. Jurre – 1.12 min", "2. Emir Kaya …".
    own = _ITEM.search(line.text, max(0, position - _LONGEST), position)
    if own is None:
        return set()
    # Behind the text of the one before, whatever marks stand between; and there, where that begins.
    left = line.text.rfind("\x1e", 0, len(line.text[max(0, own.start() - 6) : own.start()].rstrip("\x1e\x1f\n ")) + max(0, own.start() - 6))
    around = (_HEAD.search(line.text, max(left, 0), position - 1), _HEAD.search(line.text, position + 1))
    return {found[1].lower() for found in around if found}


def beside_in_row(line: Line, start: int, end: int) -> list[tuple[str, int]]:
    """The capital words right before and after [start, end) in one enumeration, each with its place."""
    found = []
    before = _LAST_OF.search(line.text, max(0, start - 60), start)
    if before:
        found.append((before[1], before.start(1)))
    after = _FIRST_OF.match(line.text, end)
    if after:
        found.append((after[1], after.start(1)))
    return found


def lean(line: Line, start: int, end: int) -> int:
    """What the sentence says of the name in words [start, end): above 0 a child, below 0 an adult, 0 nothing."""
    words = line.words
    left, right = line.sentence(words[start].start, words[end - 1].end)
    sentence = line.low[left:right]
    # "De hoofdrol speelde Milou; regie: juf Tamar": behind a semicolon somebody else has the function.
    after = line.text.find("; ", words[end - 1].end, right)
    until = after if after >= 0 else right
    near_child = near_adult = 99
    own = {word.low for word in words[start:end]}
    index = line.word_at(left)
    while index < len(words) and words[index].start < right:
        if not start <= index < end:
            distance = start - index if index < start else index - end + 1
            low = words[index].low
            whole = f"{low}-{words[index + 1].low}" if index + 1 < len(words) and line.gap(index) == "-" else low
            if low == "groep" and any(one in roles.TITLES for one in context.before(line, index, 2)):
                # "Nieuwe juf in groep 4": whose group it is, not who is in it.
                pass
            elif index and words[index - 1].low in context.OF_THE_WORLD:
                near_adult = min(near_adult, distance)
            elif (low in _STRONG or whole in _STRONG) and distance <= 14 or low in _NEAR and distance <= 2:
                near_child = min(near_child, distance)
            # "juf" before another name is that person's title, and says nothing of this one.
            title = low in roles.TITLES and index + 1 < len(words) and not start <= index + 1 < end and line.text[words[index + 1].start].isupper()
            # "Ravenna Kok mocht voor kok spelen": the name once more, as a word.
            title = title or index >= end and low in own
            if (low in roles.ADULT or whole in roles.ADULT) and not title and words[index].start < until:
                near_adult = min(near_adult, distance)
        index += 1
    if CAREER.search(sentence):
        near_adult = min(near_adult, 1)
    before = words[start].start
    if _ASKED.search(line.low, max(left, before - 70), before) or _GIVES.search(line.low, max(left, before - 40), before):
        near_adult = 0
    if VISITS.search(sentence):
        near_adult = min(near_adult, 3)
    elif _ENROLS.search(sentence):
        near_child = min(near_child, 4)
    elif _WITHIN_GROUP.search(sentence) or _STAGE.search(sentence) and _PERFORMS.search(sentence) and not _LEADS.search(sentence):
        near_child = min(near_child, 6)
    if near_child == near_adult:
        return 0
    return 1 if near_child < near_adult else -1


def open_question(line: Line, start: int, end: int) -> bool:
    """Whether nothing at all tells child from adult, so that a human should look."""
    return lean(line, start, end) == 0 and not TEAM.search(heading(line, line.words[start].start))
