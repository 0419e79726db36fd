"""Words that say somebody is an adult in a role: staff, profession, office, public figure, stage or story."""

from sitegen.privacy.lexicon import words

# Right before a name: "juf Visser", "wethouder Jan de Vries".
TITLES = words("""
juf juffrouw juffen meester meesters meesteres mevrouw mevr mw meneer mijnheer heer dhr hr dr drs ir ing mr prof professor doctor
directeur directrice schoolleider adjunct locatieleider teamleider bestuurder rector conrector leerkracht leerkrachten
onderwijsassistent onderwijsassistente assistent assistente conierge concierge conciërge administratie ib ib'er iber ict'er rt'er lio'er lio
intern begeleider vakleerkracht gymleraar gymjuf gymmeester leraar lerares docent docente stagiair stagiaire student studente invaller vervanger vervangster invalkracht
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
abdis abt accordeonist accordeoniste accountant activist activiste administrateur advocate afdelingshoofd alpinist alpiniste analiste animator antiquair
arboarts archivaris arrangeur artiest artieste assistent-trainer astronoom audicien balletdanser ballonvaarder banketbakker bariton barman bedrijfsarts
beeldhouwster beiaardier beleidsmaker bergbeklimmer bergbeklimster bijenhouder binnenvaartschipper biochemicus blikslager bloembinder bloemenkweker bloemiste
bodybuilder boekbinder boekhouder bomenexpert bootsman botanicus bouwvakker brandweerduiker brievenbesteller broodbakker buikspreekster buikspreker buurtagent
buurtverbinder buurtwerker cabaretiere cameraman cameravrouw cellospeler chemicus cineast columnist columniste comedian componiste conducteur conductrice
conferencier conservator consultant contrabassist controleur couturier crossfitter curator decaan decorbouwer diaken diakones dieetiste dierenoppas dietist
dietiste dijkgraaf dorpsgids dorpsomroeper draaiorgelman dramaturg dramaturge drogist econome econoom edelsmid entertainer essayist etaleur evangelist fabrikant
fagottist fagottiste fietsenmaker fietskoerier filmer filmproducent filosofe filosoof fluitspeler frater fruitteler fysica fysicus gamedesigner gebarentolk
geleerde geluidsman geneticus gerechtsdeurwaarder gezondheidsbevorderaar gitariste glasblazer glazenier glazenwasser goochelaar goochelaarster goudsmid
grafdelver graficus griffier grimeur grimeuse groepsleerkracht grondwerker handbalinternational heemraad heilsoldaat heraut herbergier herbergierster herderin
herenboer hobbyhistoricus hobbyimker hofdame hondenfokker hoofdagent hoofdconducteur hoofdonderwijzer hoornist hoorniste hotelier houtbewerker houtsnijder
hovenierster huisschilder hulpsint ijsmaker illusionist imitator impresario industrieel initiatiefneemster initiatiefnemer innovator inrichter inspirator
instrumentmaker internist jachtopziener jager-verzamelaar jeugdagent jeugdwerker jeugdzorgwerker jockey jonkheer jonkvrouw judoleerkracht juriste juwelier
kaarsenmaker kaasmaker kalligraaf kamerheer kanselier kapiteine kardinaal kassiere kelner keramist keramiste kerkmusicus kinderombudsman kinderrechter
kinderwerker klarinettiste kleermaker klokkenmaker kloosterling klusjesman koetsier koffieboer kolenboer komediant komiek koopvrouw korporaal korpschef
krantenbezorger kruidenier kruidenvrouw kunsthistorica kunsthistoricus kustschilder kweekster laborant laborante landbouwer landmeter leesambassadeur
lessenmaker leurder leverancier lijstduwer linguist literatuurcriticus loco-burgemeester luthier machinebouwer magistraat makelaar manegehouder manicure
mantelzorger marathonloopster marathonloper marechaussee marketeer markies markiezin marktkoopman marktkoopvrouw masseur masseuse mecanicien mecenas medicus
meesterbakker meesterkok meesterschilder melkveehouder mentrix metaalbewerker metselaar meubelmaker mezzosopraan mijnwerker mimespeler minister-president
ministerpresident missionaris molenares mondharmonicaspeler monnik motoragent muralist museumgids musicalster musicienne musicus muziekproducent nachtwaker
natuurbeschermer natuurfilmer natuurkenner nieuwslezer nieuwslezeres nobelprijswinnaar notulist notuliste nt2-docent nt2-leerkracht ombudsman ombudsvrouw
omroeper omroepster ondersteunster onderwijzer onderwijzeres ontdekker ooggetuige oorlogscorrespondent oorlogsveteraan opticien optometrist opvoeder opvoedster
organisator organisatrice orgelbouwer orthodontist orthoptist osteopaat oud-burgemeester oud-directeur oud-international oud-juf oud-leerkracht oud-meester oud-
minister oud-wethouder oudercontactpersoon overste paardenfluisteraar pabostudent pabostudente pacifist parlementarier parlementslid pater patissier
patroonheilige pedel pedicure percussionist percussioniste perswoordvoerder pianospeler pianostemmer plattelandsarts pluimveehouder poeet poelier poetsvrouw
poffertjesbakker politica politicus politiechef politieman politierechter politievrouw pomphouder pontbaas pontschipper poppendokter poppenspeelster
poppenspeler portier portretschilder postbesteller postbezorger postbode pottenbakker pottenbakster predikante preparateur president-commissaris presidente
preventiewerker prior priores privedetective producent producente producer professional programmamaker programmeur programmeuse psychiater publicist publiciste
quizmaster raadgever raadsheer radiodj radiomaker rallyrijder recensent receptionist receptioniste rechtbankverslaggever reddingszwemmer reder referent
regisseuse restaurateur revalidatiearts revueartiest ridderes rietdekker saxofoniste scenarist scenariste schaapherder schaapherderin scharensliep
schatbewaarder scheepsbouwer scheepskok schminker schminkster schoenlapper schoolcounselor schoolhoofd schoolkok schoorsteenveger senator sergeant-majoor
sheriff showmaster sleutelmaker slotenmaker songwriter sopraan sopraniste souffleur souffleuse sportmasseur sportverslaggever staatshoofd staatsman stadhouder
stadsarchivaris stadsgids stadshouder stadsjager stationschef statisticus steenhouwer steward stewardess stoffeerder straatartiest straatmuzikant straatwerker
strandjutter strandwacht stucadoor stukadoor stuntman stuntvrouw stuurman stylist styliste superintendent taxateur taxidermist techneut tegelzetter telefoniste
televisiemaker tempelier theateracteur timmervrouw toiletjuffrouw tolk topkok treinconducteur trombonist tromboniste trompettiste troubadour tuinvrouw turner-
coach tv-kok tv-presentator tv-presentatrice typiste uitbaatster uitbater uitgeefster uitgever uitvindster valkenier vechtsporter veearts veerbaas veerman
verbinder verbindingsofficier verkeersagent vernieuwer verpleger verslaggeefster vertaalster vertaler vertrouwensarts verzetsman verzetsvrouw verzorgende
vicaris vice-voorzitter viskweker vliegenier vlieger-instructeur voetbalinternational vogelaar vogelkenner vogelspotter volksvertegenwoordiger voorman
vroedvrouw vuilnisman wandelgids webdesigner webmaster weefster weerman weervrouw wereldreiziger wereldreizigster werkvrouw wetenschapsjournalist wetsdienaar
wijkbrandweerman wijkwerker wijnboer winkelierster winkeljuffrouw woordvoerder woordvoerster zakenman zakenvrouw zanger-gitarist zeekapitein zeevaarder
zeezeiler zeilmaker zeilster zendeling zendelinge zendingsarts zorgboer zorgverlener zuivelboer zwemjuffrouw zwemonderwijzer
""")
# Words that end so are titles too: "invaljuf", "oefentherapeut", "rekencoordinator".
TITLE_ENDINGS = (
    "juf", "meester", "therapeut", "therapeute", "docent", "docente", "leraar", "lerares", "leidster", "kundige", "coordinator", "consulent", "consulente", "adviseur", "adviseuse",
    "instructeur", "instructrice", "ontwerper", "ontwerpster", "specialist", "specialiste", "begeleider", "begeleidster", "medewerker", "medewerkster", "schrijver", "schrijfster", "kunstenaar", "kunstenares",
    "pedagoog", "pedagoge", "psycholoog", "psychologe", "loog", "loge", "wachter", "directeur", "manager", "presentator", "presentatrice", "broeder", "zuster", "regisseur", "fotograaf", "fotografe", "verzorgster",
    "ograaf", "ografe", "commandant", "vrijwilliger", "vrijwilligster", "coach", "trainer", "trainster", "monteur", "meesteres", "leider", "maakster", "zanger",
    "zangeres", "tekenaar", "tekenares", "houdster", "boerin", "kokkin", "chefkok", "agente", "inspecteur", "inspectrice", "wethouder", "raadslid",
    "bestuurder", "ondernemer", "onderneemster", "kapster", "pastoor", "voorzitter", "voorzitster", "secretaris", "secretaresse", "eigenaar", "eigenaresse",
    "technicus", "ingenieur", "architect", "chirurg", "verpleegster", "ambtenaar", "chauffeur", "machinist", "piloot", "beheerder", "beheerster", "voorlichter",
    "voorlichtster", "ontwikkelaar", "handelaar", "verkoper", "verkoopster", "verzorger", "werkster", "jurist", "analist", "pianist", "violist", "cellist",
    "organist", "gitarist", "fluitist", "nettist", "fonist", "pianiste", "violiste", "celliste", "organiste", "fluitiste", "harpiste", "assistent",
    "assistente", "directrice", "verteller", "vertelster", "wetenschapper", "onderzoeker", "onderzoekster", "opzichter", "toezichthouder", "redactrice",
    "hoofdredacteur", "dominee", "hulpverlener", "hulpverleenster", "ondersteuner", "dichter", "dichteres", "danseres", "choreograaf", "dirigent", "dirigente",
    "componist", "kunstschilder", "bisschop", "predikant", "commissaris", "notaris", "advocaat", "rechercheur",
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
dierentuin speeltuin kinderboerderij theater clubhuis galerie pretpark attractiepark vakantiepark bungalowpark recreatiepark woonzorgcentrum verpleeghuis zorgboerderij
schouwburg filmhuis bioscoop kringloop kringloopwinkel herberg kinderdagverblijf wijkcentrum speelboerderij ijsbaan schaatsbaan jachthaven
merk type model cup bokaal trofee beker toernooi prijs
""")
# What a school for older children is called by, behind its name.
SCHOOLS = words("gymnasium college lyceum academie mavo havo vwo vmbo atheneum technasium scholengemeenschap praktijkschool vakcollege mbo hbo isk")
# Behind the name.
BODIES_AFTER = words("""
bv b.v nv vof cv zn zonen bouw bouwbedrijf transport installaties installatietechniek techniek schilderwerken tuinen hoveniers groep holding verhuur verhuizingen
makelaardij makelaars notarissen advocaten accountants optiek mode schoenen tweewielers fietsen auto auto's autobedrijf banden keukens meubelen tapijt
bakkerij slagerij catering media design advies consultancy groente en-zn supermarkt
straat laan weg plein park dijk kade steeg brug school basisschool college lyceum museum stichting fonds huis toernooi cup bokaal beker prijs trofee hal sporthal
dorp polder bos wijk boys girls united fotografie fotostudio studio events muziek theater producties kinderopvang coaching trainingen dansschool
""")
