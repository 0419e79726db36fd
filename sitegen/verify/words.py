"""The few Dutch words that the verifier knows: particles of names, titles, cues, and surnames that are also plain words."""

from __future__ import annotations

# Particles in surnames, with their usual shortenings; compared folded, so 't is "t" and v/d is "v", "d".
PARTICLES = frozenset(
    "van de den der het t ter ten te in op aan bij onder over uit voor tot s la le les el al ben bin abu ibn von zu zum zur da do dos das di "
    "du des della del d v vd vdr vande vanden vander vanhet int opde opden opt uitde inde inden y e o".split()
)
SHORTENED = frozenset("v d vd vdr vande vanden vander vanhet int opde opden opt uitde inde inden r h".split())

# Little words that, in capitals, look like initials: "GEVRAAGD: EEN LANGE LADDER".
SMALL = frozenset("een het de en of in op te is er ze we wij zij hij ik je jij u dit dat die ook bij als aan met tot uit om nog nu wat wie hoe ja nee dus per na van voor los al geen wel wij ons zo".split())

# Before a surname: an adult, who may be named (FORMATS §5.4).
TITLES = frozenset(
    "juf juffrouw juffie meester mevrouw mevr mw meneer mijnheer heer dhr dokter dr drs prof professor ir ing mr dame "
    "burgemeester wethouder minister president koning koningin prins prinses schrijver schrijfster auteur illustrator "
    "illustratrice dichter dichteres boswachter imker brandweerman agent wijkagent politieagent dominee pastoor pastor huisarts "
    "tandarts trainer trainster directeur directrice conrector rector bestuurder conciërge concierge leerkracht leraar "
    "lerares stagiair stagiaire onderwijsassistent intern begeleider vakdocent docent coach logopedist fysiotherapeut "
    "schoolarts jeugdarts jeugdverpleegkundige fotograaf schilder schilderes kunstenaar kunstenares componist zanger "
    "zangeres acteur actrice boer boerin bakker slager groenteboer kapper kapster notaris architect inspecteur "
    "collega oud-collega invaller invalleerkracht onderwijzer onderwijzeres adviseur consulent voorleesvrijwilliger "
    "foto fotos tekst teksten illustraties tekeningen muziek regie bron auteurs vormgeving sinterklaas sint piet kapitein "
    "ridder graaf gravin heks tovenaar detective".split()
)  # fmt: skip

# Right before a full name: somebody of the staff or a parent, also when a child is called the same.
COURTESIES = frozenset("juf juffrouw juffie meester mevrouw mevr mw meneer mijnheer dhr heer directeur directrice".split())
# What looks like initials and is none: "BSO Linde", "MR Bakker".
ABBREVIATIONS = frozenset("bso mr gmr ac or kcr ggd ib rt tso po vo so sbo bhv ict obs cbs rks pc kc ikc npo bv nv sv vv fc sc mt nt ak gm gs kbw avg eu nl tv dvd cd sms app pgb mbo hbo wo".split())

# Before a surname: a firm, a club, a building; after it: a street or the like.
FIRMS = frozenset(
    "vv sv sc fc rkvv svv cvv hc bakkerij slagerij slager garage firma fa winkel cafe restaurant hotel camping sporthal kapsalon boerderij stichting "
    "museum theater supermarkt drukkerij bibliotheek zwembad uitgeverij kwekerij tuincentrum apotheek autobedrijf bouwbedrijf "
    "installatiebedrijf rijschool dansschool muziekschool zwemschool manege maatschap transportbedrijf transport schildersbedrijf "
    "hoveniersbedrijf loonbedrijf schildersbedrijf vishandel viswinkel ijssalon snackbar cafetaria eetcafe boekhandel fietsenmaker "
    "rijwielhandel makelaardij makelaar notariskantoor tandartspraktijk huisartsenpraktijk praktijk fysiotherapie molen kasteel "
    "huize villa landgoed park plein laan weg straat school basisschool college lyceum gebroeders merk familiebedrijf "
    "sportzaal gymzaal speeltuin buurthuis dorpshuis station halte vereniging club prijs fonds albert".split()
)  # fmt: skip
PLACES = frozenset(
    "straat straatje laan weg plein park hof kade singel dijk gracht steeg pad dreef brug bos school college bv nv vof bouw "
    "installatie installaties techniek tweewielers schoenen mode optiek prijs bokaal cup fonds zaal hal molen museum "
    "transport catering ict groep makelaars advies en zn zonen".split()
) - {"en", "groep"}  # fmt: skip

# Before a surname: it names a child's family; before a first name: it names the child's carer (FORMATS §5.5).
FAMILIES = frozenset("familie fam gezin leerling leerlinge leerlingen zusjes zussen broertjes broers tweeling kinderen kids".split())
RELATIVES = frozenset(
    "moeder vader ouder ouders mama mamma papa pappa moeders vaders verzorger verzorgers stiefmoeder stiefvader pleegouders opa oma "
    "tante oom zus zusje broer broertje".split()
)  # fmt: skip

# Surnames that are words, trades, colours, animals, places or given names as well: these need a capital and their bearer beside them.
ORDINARY = frozenset(
    "aal appel arm baard baars baas been best beste bier bijl blij bliksem bocht bron brood danser deken dekens den dennen derde deur dinsdag "
    "doek donder donderdag duivel dun eend eerste ei eind end erwt februari geit gerst goede gracht grijs haring harp haver hei heilig hemel "
    "herder herfst hertog hoen hoofd hooi hoop kaart kabeljauw kast kogel koper koren kruid laars laatste liefde loper maandag man mantel melk "
    "midden moed moeder mond mus muts neef net oog oom oor orgel os paling pool prei prijs pruim punt raap regen ridder riet romein room rug "
    "schoenmaker schot smid snijder sok spel spiering springer stier stil stro suiker taart tafel tarwe timmerman trommel trouw tulp tweede ui "
    "vader vast viool vlaming vliegen vrijdag vrolijk vrouw wapen winst woensdag wortel zaad zaag zalm zanger zaterdag zilver zolder zondag zout "
    "zus zwaar zweed september december pasen ochtend middag avond morgen "
    "blauw kleur vrij can rood zwart oranje paars maria thomas willem simon "
    "aa aap aarde abel adam adams akker akkers albers alberts anker anders andries april arend arends aster augustus bakker bal "
    "balk bank bar bas bast beek beer bel berg bergen bergman berk beuk beukers bever bisschop blaak blad bleek bloem bloemen blok "
    "boef boek boer boeren bok bolt bom boog boom boomgaard boon boot bor borg borst bos bosch boskamp bosman bosma boter "
    "bouman bouw bouwman brand brandt breed breedveld brink broek broeken broer broers brouwer brug brugge bruggeman "
    "brugman bruin bruins buis buik burg burger buur buurman buurt claus coster dag dak dal dam dans decker dekker delft dijk dijken dijkman "
    "dik dirks dokter dolfijn donker doorn dorp draad draaier drost druif duif duin dam duits ende eik eiken eiland elzen "
    "engel engels ens es even ezel fabel feest fluit fortuin frank frans fries friesland fruit gans geel geest gelder gelderland "
    "geluk gerrits glas goed goud graaf gras griffioen groen groenen groot grote grond haag haak haan haar haas hagen hak "
    "hal ham hamer hand hard harder hart haven have hazelaar heer heide heiden hek held helder heuvel hoed hoek hof hofman hoge "
    "hond honing hoog hoorn hop horst hout huis huizen hulst hut iep ijzer jacht jaar jacobs jager jans januari jong jonge "
    "jongen juli juni kaan kaas kade kaiser kam kamer kamp kanon kant kapitein kappers kar kat keizer kelder kerk kers kerst kers "
    "keur kiel kievit kind kip klaver kleed klein kleine klerk klok klomp kluis knecht knol knop koek koe koel kok koks kolk "
    "koning koningen konijn kool koolen kooi koopman koops korf kort korte koster kraai kraan kramer krans kroes kroon kruis kuil "
    "kuiper kuipers kunst kwast laan laar lade lam land lang lange last laurens lauwers leer leeuw leeuwen leest lelie lente licht "
    "lied linde linden loon loos los lucht maan maart maas mark markt mast meer mees meester mei mens mes metselaar middel "
    "mulder molen molenaar mol mooi moor mos mostert muis muizer munster muur naam nacht nagel nest neus niemand nieuw "
    "nieuwenhuis noord noordhoek noot november oever oktober olie oliehoek oost oosten oosterhuis otter oud oude oven paal paard paarden paas pad pal "
    "palm pan pannekoek pap papa park pas paul paulus peer pees peper pet peters pijl pijper pik plaat plank plas poel pol polder poort "
    "poot post pot potter praat prins prinsen put raad raaf raam rand recht reiger reus reijnders rijk rijke rijks ring rode roest rogge rok "
    "rood roos rozen rooij rots ruim ruis ruiter saal schaap schaft schaapherder schaar schelvis scherp schild schilder "
    "schilders schip schipper schippers schoen schol school schoon schouten schrijver slager slagers slot smal smeets sneeuw snel snoek spaan "
    "specht speelman spiegel spier spijker sport spruit staal stad stal stam steen steenbergen steeg ster sterk stoel stoker stolk storm "
    "straat streek strik stroom strand struik tak tang tas tol tolk tong toren touw trap tromp tuin tuinman turk uil "
    "val valk vat veen veer veld velden veldhuis velt ven verf vet vink vis visch visser vissers vlag vlam vlieger vliet vloed vloet vogel vogels "
    "vollenhoven volk voet voort vork vos vossen vrede vreugde vriend vroom vuur waal waard waarde wagen wagenaar wal wand water weg "
    "wei weide weiden werf werk wesp west westen westerhof wever wiel wijk wijn wijs wild wilde wilg wind winkel winter winters wit "
    "witte wol wolf wolken woud zaal zaal zand zanden zee zeeman zeilen zeil zeker zoet zomer zon zuid zwaan zwaard zwart zwarte zweet zijl "
    "amsterdam rotterdam utrecht assen meppel emmen groningen drenthe zwolle deventer leiden gouda breda tilburg arnhem nijmegen "
    "kampen hoorn bergen oss weert venlo sneek dokkum winsum loon rolde norg gieten".split()
)  # fmt: skip

# Before a plain word in small letters: "in een schuur", "deze bakker".
DETERMINERS = frozenset("een de het die dit dat deze geen mijn jouw uw zijn haar ons onze hun elke elk ieder iedere".split())
