"""Words that say somebody is an adult in a role: staff, profession, office, public figure, stage or story."""

from sitegen.privacy.lexicon import words

# Right before a name: "juf Visser", "wethouder Jan de Vries".
TITLES = words("""
juf juffrouw juffen meester meesters meesteres mevrouw mevr mw meneer mijnheer heer dhr hr dr drs ir ing mr prof professor doctor
directeur directrice schoolleider adjunct locatieleider teamleider bestuurder rector conrector leerkracht leerkrachten
onderwijsassistent onderwijsassistente assistent assistente conierge concierge conciërge administratie ib ib'er iber ict'er rt'er lio'er lio
intern begeleider vakleerkracht gymleraar gymjuf gymmeester leraar lerares docent docente stagiair stagiaire student studente invaller
vertrouwenspersoon contactpersoon logopedist logopediste fysiotherapeut ergotherapeut orthopedagoog psycholoog schoolarts jeugdarts arts huisarts dokter
tandarts verpleegkundige jeugdverpleegkundige schoolverpleegkundige wijkverpleegkundige maatschappelijk werker inspecteur
burgemeester wethouder raadslid gedeputeerde minister staatssecretaris premier president commissaris koning koningin prins prinses
koningin-moeder keizer keizerin graaf hertog ridder paus bisschop dominee ds pastoor pastor priester imam rabbijn kapelaan zuster broeder
schrijver schrijfster auteur illustrator illustratrice tekenaar striptekenaar dichter dichteres kinderboekenschrijver kinderboekenschrijfster
kunstenaar kunstenares schilder schilderes beeldhouwer fotograaf fotografe filmmaker regisseur acteur actrice zanger zangeres muzikant dirigent
componist pianist violist cabaretier presentator presentatrice cartoonist journalist journaliste redacteur verslaggever schrijversduo
voorlezer verteller vertelster muziekdocent muziekdocente dansdocent dansdocente toneeldocent theatermaker
trainer trainster hoofdtrainer coach scheidsrechter voetballer voetbalster oud-voetballer international wielrenner schaatser schaatsster zwemcoach zwemjuf zwemmeester
sportcoach buurtsportcoach combinatiefunctionaris judoleraar
boswachter natuurgids gids imker boer boerin akkerbouwer veehouder tuinder tuinman hovenier dierenarts molenaar
agent wijkagent politieagent politieagente brandweerman brandweervrouw commandant verkeersregelaar buschauffeur chauffeur machinist piloot
astronaut ruimtevaarder ontdekkingsreiziger wetenschapper onderzoeker uitvinder archeoloog historicus professor
notaris advocaat rechter architect aannemer timmerman loodgieter schilder elektricien installateur
winkelier bakker slager kapper kapster groenteboer melkboer visboer bloemist eigenaar eigenaresse ondernemer directielid
voorzitter secretaris penningmeester bestuurslid raadsman adviseur coordinator projectleider beleidsmedewerker medewerker medewerkster
pedagogisch peuterleidster leidster groepsleidster gastouder bso-leidster overblijfkracht kok bibliothecaris bibliothecaresse leesconsulent
meneertje tante nonkel sinterklaas sint piet hoofdpiet pietje heks kapitein generaal kolonel majoor admiraal luitenant sergeant detective inspecteur
heilige sint mademoiselle madame monsieur mister miss mrs ms sir lady lord
fotografe muzikante gastspreker gastspreekster spreker spreekster ambassadeur verzetsstrijder verzetsheld veteraan
badmeester leidinggevende invalster teamcoach schoolmaatschappelijk zwemleraar bouwcoordinator kwartiermaker bassist gitarist drummer
mondhygienist mondhygieniste schoolfotograaf schoolfotografe trompettist pianiste violiste saxofonist organist cellist harpist harpiste fluitist fluitiste klarinettist
kamerlid statenlid europarlementarier partijleider lijsttrekker ouderling voorganger kinderarts oogarts dierenverzorger dierenverzorgster brandwacht kustwacht marinier militair
huismeester leider leiders begeleider begeleidster begeleiders juryvoorzitter jurylid rijinstructeur bestuursvoorzitter beheerder
""")
# Words that end so are titles too: "invaljuf", "oefentherapeut", "rekencoordinator".
TITLE_ENDINGS = (
    "juf", "meester", "therapeut", "therapeute", "docent", "docente", "leraar", "lerares", "leidster", "kundige", "coordinator", "consulent", "consulente", "adviseur", "adviseuse",
    "instructeur", "instructrice", "ontwerper", "ontwerpster", "specialist", "specialiste", "begeleider", "begeleidster", "medewerker", "medewerkster", "schrijver", "schrijfster", "kunstenaar", "kunstenares",
    "pedagoog", "pedagoge", "psycholoog", "psychologe", "loog", "loge", "wachter", "directeur", "manager", "presentator", "presentatrice", "broeder", "zuster", "regisseur", "fotograaf", "fotografe", "verzorgster",
)
# Behind a name, with a comma, a dash or in brackets: ", wethouder", "(leerkracht groep 3)", "is onze nieuwe conciërge".
FUNCTIONS = TITLES - words("heer sint piet tante heilige juf juffrouw meester mevrouw mevr mw meneer mijnheer dhr hr dr") | words("""
bestuur directie team teamlid personeelsgeleding oudergeleding lid mr gmr ac kcr or raad stichting gemeente bibliotheek politie brandweer ggd
bouwcoordinator taalcoordinator rekencoordinator gedragsspecialist onderbouwcoordinator bovenbouwcoordinator zorgcoordinator ict ict'er
kwaliteitszorg oprichter oprichtster sponsor vakman muziekschool praktijkhouder zelfstandige eigenaar bestuursvoorzitter interim
vrijwilliger vrijwilligster overblijfouder chauffeur scheidsrechter leider begeleider beheerder huismeester schoonmaker schoonmaakster schoonmaak lio lio'er collega collega's
""")
# Somewhere in the sentence these make an unknown full name an adult's.
ADULT = words("""
boek boeken prentenboek schreef geschreven schrijft auteur schrijver schrijfster illustraties illustrator gesigneerd signeert voorlas
uitgeverij roman dichtbundel gedicht schilderij schilderijen museum tentoonstelling film regie album concert lezing workshop gastles gastlessen
bedrijf firma winkel zaak eigenaar sponsor sponsorde gesponsord bouwde aannemer architect
gemeente wethouder burgemeester bestuur bestuurder stichting directeur directie collega collega's leerkracht leerkrachten juf meester pabo stage
stagiair stagiaire student pensioen vervanging vervangt vervangen invalt invaller sollicitatie benoemd aangenomen vacature werkzaam aangesteld vrijwilliger vrijwilligers vrijwilligster sponsort chauffeur
mr gmr ac medezeggenschapsraad activiteitencommissie ouderraad voorzitter penningmeester secretaris notulen notulist
trainer trainde training hoofdtrainer bondscoach profvoetballer olympisch olympische wereldkampioen formule
boswachter imker politie brandweer agent wijkagent ggd jeugdarts logopedie fysiotherapie praktijk dokter huisarts tandarts verpleegkundige
koning koningin oorlog verzet uitvinder uitgevonden ontdekte eeuw geboortejaar overleden stierf schilder componist wetenschapper astronaut
fotograaf journalist krant verslaggever notaris dominee pastoor kerk bieb bibliotheek hoogleraar onderzoek universiteit
""")
# In front of the name: a body, shop, club, street, building or work of art, not a person.
BODIES = words("""
bakkerij slagerij garage autobedrijf autoschade bouwbedrijf aannemersbedrijf installatiebedrijf schildersbedrijf loonbedrijf hoveniersbedrijf klusbedrijf
transportbedrijf tuincentrum supermarkt winkel kapsalon kapper kwekerij boerderij boomkwekerij manege rijschool zwemschool dansschool muziekschool drukkerij
firma fa fam.bedrijf bv cv vof nv groep-bv makelaardij makelaar notariskantoor advocatenkantoor accountants administratiekantoor bureau praktijk
apotheek drogisterij bloemist bloemenwinkel boekhandel boekwinkel speelgoedwinkel fietsenwinkel rijwielhandel fietsenmaker tweewielers ijssalon restaurant cafe
café hotel cafetaria snackbar eetcafe pannenkoekenhuis camping bakker-banketbakker banketbakker banketbakkerij visboer viswinkel viskraam groenteboer groentewinkel kaasboer meubelzaak
stichting vereniging voetbalvereniging vv sv sc fc rkvv svv cvv hc vvv club sportclub gymvereniging korfbalvereniging volleybalvereniging muziekvereniging fonds jeugdfonds museum huize
school basisschool obs cbs pcbs rkbs kbs ods kindcentrum ikc daltonschool montessorischool jenaplanschool openbare scholengemeenschap college lyceum academie universiteit
kinderopvang bso opvang peuterspeelzaal gastouderbureau bibliotheek
straat laan weg plein park dijk kade gracht hof steeg brink singel plantsoen brug sluis kanaal meer plas bos wijk buurt polder eiland haven molen kasteel kerk toren zaal gebouw
sporthal sportpark zwembad gemeente dorp stad provincie station halte camping hofje landgoed villa dorpshuis buurthuis verzorgingshuis zorgcentrum
boek prentenboek serie film lied liedje musical toneelstuk voorstelling verhaal strip game rol personage methode lesmethode
merk type model cup bokaal trofee beker toernooi prijs
""")
# Behind the name.
BODIES_AFTER = words("""
bv b.v nv vof cv zn zonen bouw bouwbedrijf transport installaties installatietechniek techniek schilderwerken tuinen hoveniers groep holding verhuur verhuizingen
makelaardij makelaars notarissen advocaten accountants optiek mode schoenen tweewielers fietsen auto auto's autobedrijf banden keukens meubelen tapijt
bakkerij slagerij catering media design advies consultancy groente en-zn supermarkt
straat laan weg plein park dijk kade steeg brug school basisschool college lyceum museum stichting fonds huis toernooi cup bokaal beker prijs trofee hal sporthal
dorp polder bos wijk boys girls united fotografie fotostudio studio events muziek theater producties kinderopvang coaching trainingen dansschool
""")
