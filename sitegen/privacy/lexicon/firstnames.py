"""First names that children at Dutch schools bear, of every descent; help where a cue stands, never proof alone."""

from sitegen.privacy.lexicon import words

_DUTCH = words("""
aafje aafke abbe abderrahim abelien adinde aefke agatha aike aiko ailin aimy alainah alie alienke alijda alissa aliyana alizee alwine alyne amaia amaya amee amelinde ameline amyra anabel anabelle
andries aniek anieke annefien annelin anneloes anneroos annewil annick annoek annouk annya anouck anthe arent arlo arne arnout arthuur artie arwan ashlynn atie atse aubin aurelie avalynn aveline
axl aydan aylinn babette bastiaen bea beate beaudine beitske bernadet bernadette bernice bertine bets betsy bibian bintje birre birte bjarn bjarne bjinse bjork bodhin bonnie bonny bora bowien boyd
boyke brandan brechje brecht brend brett brin brit britney brody bryce caithlyn caitlin calvyn camille carine carlijne carmijn carolijn casimir caspar casperine cassandra cassie catelijn catelijne
cathelijn cathelijne catlijn cayden cedar chaja chanine chanou chantel chayenne chelsey chiel christa christiaen ciaran ciska claartje clarence claudette clementine cleopatra coby colinde collette
conner connor conny coos coosje cora coralie cordelia corinne corne corneel cornelie cornelien corrina cosmo cris cristan cuno cyra cyriel daafje daenerys daisha dajo dalina damon danja danou danyelle
davey davi davine dayenne debby dede deen delfine delia delilah demy denice denick denzel desie devano devlin dewy dexter diedert diem dienke dilana dilano dimitri dimphna dimphy dinah dineke dini
dinie dinja dinne dionne djaimy djamiro djano djay djayda djaylinn djenna djesse djim djunah djuri doina dolf dominic dominique donja donna donny dooitze doortje doreth dorinde dorith douwina driek
dwight dyon dyonne eabe ebba ebbe ebe ebel ebony edda eddy edmee eduardo eelkje eevi eevje eja ekke eleonoor eleonora elfie eliam elian eliane elianne elice elie elien eliene elisah elizabeth elizah
elja ellemieke elmy elodi eloisa elou elsje elvie elvy elysa emaly emelie emelijn emely emilien emilija emilou emke emme emmeke emmelie emmelien emmely emmelynn emmett emmi emmie emmilou emy enna enno
enrique enzio eppo erin ernestine ernesto errol eske eslem esli esmay estee ethan eugene eulalie evaline evanne evarien evelijn evelina everett everly evje ewald ewoud eya faber fabrice faelynn fara
fayenna faylinn feie feija feiko felice felicity felina felipe felise feliz femmie femmy fenja fennah fenni fennie fera feriha fernando ferry fiebe fiebie fienna fienne fientje fieve filippo fillian
fimke finna finne finnick fione fiske fjodor fjorde fleurine florean florentijn florentine florie florus floyd fock folke folkje forrest fosse fouke fransien fred freddie freddy frederica frederiek
frederieke friedrich friso fritz frouke fulco gabry gael gaitske gavin geerte geertrui geertruid geertruida geke gerbert gerco gerdie gerdine gerke gerlinde germa gerolf gert gerti gertie gertine
gerwin giacomo gianni gibson gideon giliam gillian gineke ginevra gioia giovanny gitta givanni givano glen glenn godelieve gracie grada grayson grazyna gre greet greetje griet guda guillaume guusta
gwen gwenda gwendolyn gwenn gwyn hadassa haike haiko hailee hajo hanke hannelore hanny hansje harald harley harlow harold harper harro hatte hayriye hazel heico heidy heiko heleen helenka hella hellen
hemke hemmo hendrieke hendrien hendrina henja henrick henriet henrike heran hermie hermien herminus herre herwin hetty hidda hielkje hilke hilleke hilletje hilly hinderika hinne hinse hjalmar hobie
holden horus huub huup ian idde iefke ieke ieme ieneke ike ilsa imani imara imco immy inara indiana inger ingo inte ireen irena irthe isabeau isabela isalinde isaline isebel isha ishana isolde ivanka
iven iver ivette ivonne jaapje jacinta jacintha jaco jacolien jacoline jacomine jaela jaelyn jahmir jailey jaimey jaimie jairo jaivano jaleesa jalisa jalisha jalou jameela jamey jamilia jamiro jamy
janetta janick janiek janieke jannick janosch jantina jantine jara jarik jarne jarnick jarod jaron jarrod jarvis jasmina jasperien jaydan jaydee jaydey jayla jaylee jaylenn jaymie jaynah jayne jaysen
jayven jazlyn jazzlyn jeanette jeannet jedd jeffrey jelco jelina jelma jelmar jelske jendo jenne jenneke jennis jenske jeremia jerre jesaja jesmer jessamijn jesslin jetty jeva jewel jeyda jiel jikke
jildau jilke jimi jinke jinne jinthe jirre jisk jitte jiva joannah joanneke joas joaz jochen jocke joelie joell joella joeri joes jogchem johannah johanneke johannis jolande jolanthe jole joleen
jolein joliene jolijne joni jonie jonne jonneke jony joosje jooske joppe joran jordana jordann jorden jorick jorin jorinde jorine jorre josee josefine joselyn josha joshuah josine joske joslin
josselin jouk jovan jovi joyline jozef jozefine juliane juliann julya jumana jurg jurien jurn jurrian jurrijn jurrit jutta jyl jylan kadir kaela kaelyn kaia kailey kaira kaisa kaitlyn kalea kamla
karian karianne karien karlien karlijne karlo karoline karst karsyn kasja kassandra katelijne katelyn katharina kathleen kathy katie katrien kaydee kayden kaylen kayley kaylin kayne kayra kea keanu
keelan keesjan keetje kelle kenai kendall kendra kenley kenna kensley kenzo keona kerst kess ketura keyla keylano khloe kiano kielan kijan kilan kimberley kimi kimmie kimo kinsey kioni kirian kisha
kito kitty kiyano kiyara kjell klaasjan klarinda kleo kobie kobus koenraad kolette koos koosje kornelia korrie kosta krijn krijna krijntje kristie kristien kristine kristy kyano kyla kylan kylo kymani
kyona kyra kyran kyro laiba laila lailah lainey lale lambert lambertus lammie landon lanna lanne lanthe latoya laure laurena laurentien laurie laurin laurine lauryn lavinia layana leandra leene leevi
leida leiv lemke lene lenie lenneke lennie lennon lenthe leny leoniek leonne leonora leontine lesley leslie letebrhan leti letitia letty levana levano levie levien levin levina lexa lexine leyna liah
lidie liduina lidwien liedewij lieselore lieselotje lieske lif lijsbeth lijsje lilia liliane lilianna lilo lilou lilyan lilyana limke lindert lindsay lindy lineke linou lis lisanna lisbet liset livana
livano livi livv livvy liya liyana lizanne lizbeth lizelotte lizette lizzie lobke lodewijk loeka loekie loen loena loesje logan loic lomme lonne lore loreena lorelei loren lorijn lorin lorraine lothe
loulotte loulou lourens loutje lovie lowina luan lubbert luciano lucienne lucille lucinda lucius ludovic lunah lunette lutgard luxa lyam lyan lydian lynda lyndon lyne lynette lynke lynnette lyonne
lyra lysanne lysette mabel mable macey mackenzie madalynn maddie maddox madee madelein madelyn madelynn maelynn magali magnus maika maike maikel maisie maite maithe makayla maleah malene malia malina
malinde maloe malte malu malva manoe manoek manolo manouk marchella marchje marciano mareen mareike marenka marga margareth margo marienne mariet marieta mariette marij marijntje marike marilene
marilou marilyn marinde mariola maris marischka mariska marith mariusz marjet marjolijn marjorie marleentje marlin marlinde marlise marlissa marloe marlot marlotte marlous marlyse marren marry martien
martje marvel marvy marybeth mathia mathieu mathilda matthea matthis mattie mattijn mattijs matz maudy maurik mauritsje maven maverick mavi maxie maximus maybel maylee maylin maylinn maylou mayson
mazzy mechteld meia meika meindert meint meintje meis melia mellie mellony mendel menne merit merith merlina merrit merthe mette michaela michai michella midas miene mientje mieske miette mijke
mijntje mijs mikah mikala mikkel milaine millie mills milly minette minie minou miquel mireille mirella mirena mirjan mirjana mirko mirle mirne miron mischa miya miyah moana mohana mollie molly monica
moniek monika monique morane morgan morgana morrison mozes muriel myah mylah myleen mylene myles mylo myrna myrto naamah nacer nadie naida naim nalani nanda nanette nanna nanny nanook nanouk nathalia
nathalie nathanael naud nayeli neal neeke neena nefeli nejat neleke nell nella nelleke nenah nerine nerissa nette nettie neva nevah neve nicci niccolo nico nicolai nicolaj nicolas nicolet nicolien
nicoline nieke nien nika nikkie niko nilah nilou ninke ninne ninthe noek noela noelia noelie noha nolah nomi nona noora norie norma norris novah novalee novalie nowa nubia nyah nyla nylah nyls obbe
obi octavia odette odile odilia oebele oenze okko oliana olijf olive olly ophelia opke ottilie ottoline ove owyn paco paige palle paloma pamina pascal pascale pascalle patty pauwel paxton peggy
penelope penny pepe perle perry petrie phaedra philein philine philippine philo phylicia phyllis pierrette pieterke pietje piety pike pippijn pitou pixie pleuni pleuntje plien polle pommeline posy
poul premchand preston priscilla quentin quincey quintijn quintus quinty quirien quirijn quirine rachel rafa rafaela raff raffael rafke raimond rajiv ramses randy rani rarity raven ravza rayna
rebekka reina reineke reini reinoud reint rembrandt remie remon remus renee renz renzi resa reva rex rhea rhianna rhode rhya rhys riek rieke riekje rieks riemer riemke rieneke rieni rienk riens rienus
rietje riette rihan rikus rimme rinie rinne rinus rinze rivka rob robien robijn roby rocky roden rodrigo roelf roelfje roelie roelina roelofje roemer rolien rolinda romeo romina rona rone ronn ronnie
ronny rooske rosabel rosabella rosalia rosalijn rosalina rosalind rosalyn rosamund rosanna rosannah roselien roselinde roselyn rosemarie rosemarijn rosemijn rosina rosine roswitha roxy rube rubie
rudie rudolph rufus runa rupert russel russell ruurd ruurdje ryanne ryder rylan ryu saakje sabelle sabrine safira sahar sallie sally samanta samara samy sannah sanya sarai sascha saske savannah saya
scottie seb sebe sebes sebold seger seike selah selene seline selwyn senthe serafina seraphine severin severine seyna shaina shane shanice shannon sharonne shayenne sheena shelly shiloh shirley shyla
sian sicco sieberen siebrand siegfried siel sieneke sienke sierd sies sifra sigi sigurd sijbrand sijtse silje silvester simona sinne sinte siri siske sjaan sjakko sjan sjanie sjannie sjoerdtje sjouke
skylar smilla soemaya soerdj sofiene sofietje solan soleil solene sonny sooske stach staf steef stefaan stefano stefanus steffen steffie steijn stephano stephen stien stieneke stijntje stina stine sue
suki surendra susanneke svenn sverrir swaen syl sylas sylke sylvain sylvie syna tabitha taeke taelyn tahlia tamika tammo tammy tanisha tanita tanneke tarin taryn tauno tay tayler teddie teela tegan
tein teis temme teona tesnim tessy tevin thecla thera thijme tia tiamo tiana tiara tiare tibor tieneke tiffany tigo tiim tijl tika tilly timme timmie timoteus timothe timotheus tine tineke tini tinka
tinke tinne tinus tiny tjalf tjalina tjallie tjark tjebbe tjeu tjits tjitse tobian tobin tonie tonja tonke tonnie tonny torsten tosca toske triin trix truda trudy truida tryntsje twiggy ubbo udo
ulrike una ursela ursina valeria valerian valesca valkyrie valou vanouk vares vasti vayana vedder vella vere veronica veronique vesper vester viana vica vicky vida vika vinne violaine violette vivi
vivianne viviene vonne vreni wanne wannes warner warre wasse wellem welmer welmoed wendel wendela wendelien wendeline wia wiard wibe wibo wibren wiebke wiegert wieke wiep wiepie wiepke wies wiesje
wievel wijbe wijbren wijnand wilbert wilja wilke willemieke willemien willemina willow willy wilma wilmer wina wine wineke winnifred winny wobke wolke wytske xaja xana xanne xanthe xaviera xeli xena
xeni xenne ximena xylan yaela yaell yaelle yannic yannik yannis yarick yarne yarno yasmijn ybeltje yde yeb yenna yenne yenthel ymme yoeri yoni yorben yorn yorrick youp yron ysbrand yse yuell yula
yulian yumi yune yuno yva yvana yvanne yvet yvi yvonneke zabel zane zdzislaw zelda zena zendaya zenja zenn zephyr zera zilla zita zjos zosja zsofia zuri zwaantje zwanny zylan zyon
""")
_FRISIAN = words("""
aaldert aaltje abbo adde aebe agge aise aleida allard anco anske antsje ate atje atze auwert baeije bauke bearn berentje bernlef binne binnert bokke bote boukje bouwina dedde detmer dirkje doede
doeke doekje dooitse douwtje durkje ebele edsge eeltje eeltsje eildert eisse eitse elbrich eltje eltjo engbert epke eppie erwin esge evertje feike fekke femmigje fenje ferdau fimme fje fokje fokke
fokkelien fokko fopke foppe fredou freerk gaatske gatske gauke geartsje geesje geeske gelinde gelske gepke geurt gjalt goitske gooitske griete grietsje haaije haitse haje halbe harmanna harmien
harmina haro haye heerke heero heite hemme henderika hendrikus hepke herke hermannus hette hilbrand hilko hille hindrik hisse hoite hotze houkje hylkje idske iemkje igge imkje inne innskje ipe ipie
ite itske jabik jacobje jakobje janke jarich jella jellie jentje jetse jetze jikkemien jildert jisse jitze jolt jorryt joukje keimpe keno klaaske klasien kornelske lammechien lammert leffert liesbert
lieuwkje lievina lolke lolkje lubbe lubbertus luitje luitzen lutgert lykele lysbeth maeike marten martsje meine meinte menke menste metje metske minse murk nammen nanko nanning nanninga neeske nittert
oeds oege oene oetse onne ootje otte pebe pibe piebe piekje pyt reino reinou reitse reitze remke renger rieuwert rikste rinskje rintje ritske roelfien roelfke roelofke romke rommy rynke sape sapke
sebald sepke sibbele sible sibolt siebolt siebrigje siefke sieger siek sierk sieta sietze sikke sikko sippie sjieuwke swopke sybrand sybrich sybrigje sytske tabe taede tamme teatske tetske tette tiede
tiemo tinie tjaard tjaarda tjade tjakko tjalke tjallingje tjaltje tjamke tjapko tjarko tjeard tjepke tjerkje tjesse tjibbele tjitte tjitze tjokke trienke trientje trijnie tseard tsjalling tsjerk
tsjikke uilke ulbe ulke ultje urbe wabe wapke watse watze weit wemke wiebrand wiebrig wiebrigje wiepkje wigle wijtse wikje winfried wobbe woltje woudina wybe wybo wybren wychman wyger wyke wypkje
wytze ymie ynse ynske ypke ytsen zwanet zwannie
""")
_FLEMISH = words("""
aagje alana alexe amandine amaury annelore axelle bavo benoit bernaert briek celien charlot delphien dries fran frauke frieda gaston goedele goedroen gommaar guust hannelien ide jasmien jits joachim
jolan jorben jozefien juliaan julot kaat kaatje korneel kyana lien liesel liesje lorens mattis mien mona nand nelles odiel phara pia tibe tiebe ziggy
""")
_TURKISH = words("""
abdulkadir abdulkerim abdulsamed ahsen akif akin alara alev aleyna aliye alper alperen alptekin anil arif arzu asiye askin aslihan asude asya atalay ayaz aybars aybike aybuke ayca aycan ayda aygul
ayhan aykut aynur aysel aysema aysenur aysima aysu aytac ayten azad azize bahadir bahar baris basak batu bedirhan begum behiye bekir belgin belinay belma berfu beril berkan berkant berkin berna berrin
besim beyazit beyhan bilgehan bilgin binnaz birgul birsen bulent burcak burcin burcu burhan burhanettin busranur cagla caglar cagri canan cansel cansu celal celil cem cemal cemil cemile cengiz cenk
cevdet ceyda ceyhun cihan cihat cinar cuneyt damla demet derin didem dila dilek dilruba dogukan dondu duha durukan ebrar ebru efekan efsun ege egemen ekin ekrem elvan emel emincan emirali emircan
emrah emrecan enesari ensar ercan ercument erdal erdinc erhan erkan erkin erol ersan ersin ertan ertugrul esad esat esin esmanur evren ezo fadime fahrettin fahri farukcan fatmanur fatos ferda ferhan
ferhunde feride feridun ferit feyza feyzullah figen fikret filiz fuat funda gaye gokay gokce gokcen gokhan gokmen goksel gokturk gonul gorkem gozde gulay gulbahar gulcan gulcin guldane guler gulhan
gulistan gulizar gulnur gulpinar gulsah gulsen gulseren gulten gunay guney gurbet gurhan gurkan habib hacer hafize haktan haldun haluk hamdi hami hamide hande hanife haris harun hasibe hazal hazar
hicran hidayet hifa hulya huma humeyra huri hurrem huseyincan husniye ibrahimcan idil ilbey ilhami ilkay ilker ilknur ilyasa inan inci ipek irfan irmak isil ismet ismetcan izel izzet kadriye kazim
kemal kerime kezban koray korhan kubilay kubranur kursat kurtulus lamia latif latife levent leyal lokman mahir mahmutcan makbule mazlum mediha medine mehlika mehmetali mehtap melahat melda melik
mercan meric merih mertcan meryemnur mete metehan metin mevlut mihriban mirza muammer mucahit mucteba muge muhammedemin muhammet muharrem muhlis muhsin mukaddes murathan musa musab muslum mustafacan
muzaffer nadide nadiye nagehan nagihan nahide naime naz nazan nazenin nazife nazim nazlican nazmi nazmiye necati necdet necla necmettin necmiye nefise neriman nermin nese nesibe nesli neslihan
neslisah nevra nevzat nezahat nida nihal nihan nihat nilay nilgun nilsu nilufer nimet nisanur nuray nurbanu nurcan nurettin nurgul nurhan nurhayat nuriye nursel nursen nurten nurullah odul oguz
oguzhan okan oktay olcay omercan onat orcun osmancan oya oyku ozge ozgen ozgun ozgur ozlem pakize pelin pelinsu pembe perihan petek pinar rabia rahime rasim recep refik remziye resat reyhan rezzan
rifat ruken rumeysa ruya ruzgar saadet sabahat sabahattin sabiha sabriye sacide sadettin sadik sadiye saffet safiye sahsenem salih saliha samed samet sanem sebnem sefa seher selahattin selami selcan
selcuk selda selenay selime selinay semanur semra senanur senem senol serdal seren serife serpil sevda sevgi sevilay sevim sevinc seyda seyfi seyhan seyit seyma seyyid sezen sezer sezgin sibel sidika
simge sinem sirin soner songul suat sude sudenaz suheda suheyla sukran sukru sule suna surmeli taha tahsin talha tamer taner tansu taskin tayfun tayyar tayyip tolga tolunay tugay tugce tugkan tulay
tulin tunahan tunay tunc tuncay turgay turgut turkan tutku ufuk ugur ulker ulku umay umit umran unal utku uveys vahide vedat vehbi vildan yade yagiz yagmur yaprak yelda yeliz yeter yigitcan yildiray
yilmazcan yuce yucel yuksel yurdagul zafer zahide zehranur zekeriya zeki zekiye zeliha zerda zerrin ziya zubeyde zuhre zulal zulfiye zulkuf zumrut
""")
_KURDISH = words("""
agit ahin aram aras arin arjin avashin avesta awaz awder azadeh barzan bawer bejan beritan berivan berxwedan bijar botan cigerxwin ciwan delal delil delila delsher dersim dilber dilbrin dildar dilnaz
dilovan dilsah dilsher diyako diyar dler evin evindar ferhad ferzan gulan gulbin haval havin hawar hawre hejar helat hevi hewin hiwa jehat jin jiyan jiyar jwan kajin kani kazhal khabat lalish lavin
lewend mazdak medya mizgin mordem nasrin nechirvan nergiz niroj nuda peyam peyman ranj rawa rawaz rebaz rebin rewan reyan rezan ribaz rizgar rohat rojan rojbin rojen rojhat rojhin ronahi ronya rubar
ruwayda saman sarbaz sardar sarya sejal sergul serhildan serok sewda shad sherko shilan shirwan shko shno shwan sidar silav sipan sirwan sivan siyabend siyamend solin soran sozdar tavga tekoshin viyan
warin welat xelat xezal yado zagros zana zanyar zelal zerya zilan zinar zozan
""")
_ARABIC = words("""
abdelali abdelghani abdelhak abdelhakim abdelhamid abdelilah abdeljalil abdelkarim abdellatif abdelmajid abdelmalek abdelouahed abdelrahman abdeslam abdessamad abdulaziz abdulhadi abdulhamid
abdulkarim abdullatif abdulmalik abdulrahman abdulsalam abdulwahab abeer abid abida abir achraf adeel aderfi adham adib afaf afnan afra ahjam ahlem aida aiman aissa aissam aiyoub aiza aja ajar ajmal
akram akrem aksil alaa aladdin alaeddine aliaa almas almira aman amani amatullah amena amer ameziane ammara amna amnay amro anaruz anaya anes anfal anir anouer anwaar aous areej areen arkan arwa asaad
asala asem asil asmaa assala assiya atef athir atika atiqa awa awais awatif ayah ayham ayyoub aza azeddine azer azhaar azhar aziza azouz azzedine bachir badia badis badr badreddine bahaa bahija bahira
bakr balqis bana baraa baraah baseem basem basheer bashir basin bassam bassel bassma batoul batul bayane bdour bilaal bilel bisan bochra boubker bouchra bouhali boutaina boutheina btissam chadi chadia
chahd chahid chahinaz chahrazad chaimaa chaimae chakib chakir chama charaf charafeddine charifa chayma chems cherif choaib chourouk cilya dahlia daliya daniya dara dareen darin dassin deema dhia diaa
dihya dikra dima djalil djawad djihane donia dounia dounya driss dua duaa ebaa ebrahim eiliyah eiman elaf elham elhassan eliana elissar elmehdi emad eman emina enas eslam eyad eyas fadel fadhila
fadila fadma fadoua fadwa fahd fahima fahmi faiha fairuz faiza faizah falak fanida faouzi faouzia farag faraj farha farhan farhana fariha fatah fatema fathi fathia fatiha fatim fatimazahra fatimetou
fatna fawaz fawzi fawzia fayez fayrouz fazia ferdaous ferial ferroudja fidaa fikri firas firdaws fouad fouzia fozia gaya ghada ghadeer ghadir ghaith ghali ghalia ghassan ghayth ghazal ghazi ghiles
ghina ghizlan ghofran ghufran gilan habibah hadeel hadhoum hadjer hafid hafida hafsah hafssa haidar haitham haja hajer hajra hakim hakima halah halim hamad hamada hamdan hamida hamma hamou hamouda
hamoudi hamudi hanaa hanae hanane haneef hani hania hanifa hanin haniya hareem harith hariz haroon hasna hasnaa hassania hassnae hatem hatim hawa hawraa haya hayaa hayam hayfa haytam haytham hazem
hazim heisam hesham hessa hiam hibah hidaya hikma hilmi hossam hossein houdayfa houria houssain houssam houssein houssin houyam huda humaira humam husam husni hussain hussam hussien iba ibaa ibtihaj
ibtihal ibtisam idder idir idrissa ihab iham ihsane ihssan ijja ijlal ikhlas ikrame ikrima ilaf ilhame iliass iliyas illi illias ilyes imaan imade imadeddin imama imene inas inass insaaf insaf intisar
iqra iqraa iram isam ishak ishaq isla islah islem ismaa ismaail ismahan issam issame itaf itri iyad iyas izem izza jabbar jabir jadallah jafar jalila jamaa jamaal jannat jaouad jasem jasim jassim
jawad jawaher jawhara jenan jihan jihane jinan jineen joud joudi juba jugurtha jumaima juman jumanah kaddour kadija kahina kaina kalthoum kamar kamilah kaoutar kaouther kareem kareema kassem kassim
kauthar kawter kawthar kella khadidja khadijah khadim khairat khairi khaldoun khalilah khalissa khaoula khawla khayra kholoud khouloud khuzayma kinan kinana kinda kmar koceila koutar laaziza lahcen
lamiaa lamis lamya larbi latifa latifah layal layali layanah layel layla leena lianna lilas linah loai loay louay loubna loujain loukman louna lounes lounja loutfi luay lubaba lubna lujain lujayn
lulwa luqman maab maha mahasin mahdiya maheen maher mahfoud mahjouba mahnoor mahra maisa maisam maisarah maissa maissae maissane majd majda majdi majdouline majed majeda majid majida maks malaak manaf
manahil marouan marouen marwah marwane maryama marzouk masoud massil massinissa massoud massyl mayar mayas maysa maysam maysoon mayyar mazigh mazin mbarek meddur medhat mehdiya menad meriam meriem
merieme meriyem meryama mhamed miar milad mimoun mimouna mimount minah minhal minna misbah mishal mnata moaad moad moath mohanad mohannad mohsen mohsin moktar monaim moncef monia monir montaser
montasir mouaad mouadh moubarak mouhamed mouhammad mouhcine moulay mouna mountasir moustafa moustapha muaad muath mubarak muhamed muhanad muhannad mujahid mujtaba mukhtar mulham munaim munia munir
munira muntaha muqtada murad musaab muslima mussa muthanna nabeel nabila nadeem nadim nadjat nadjim nael nafeesa nafissa nagham nahed nahid nahil naiema najah najat najia najiba najla najlaa najwa
narjis narjiss narmin nasira nasma nasr nasreddine nasri nasrine nassera nassiba nassir nassreddine nawaf nawal nawar nawel nawfal nayef nayera nebras nezha nibras nidaa nidal nihayat nima nimaat
niyaz nizar norhan nouaman nouh nouhaila nouhayla noujoud nouna nourane noureddine nouriya noushin noussaiba nuha nuhad nuhaila nujood numidia nunja nura nurah nuria nusaiba nusaybah oday omaima
omayma omayra omnia othman othmane otman ouafa ouafae oualid ouarda ouiam ouidad ouissal ouiza oulaya oumar oumayma oumkaltoum oumnia ousama outman qamar qasim qassem qoutaiba rabab rabah rabi rabiaa
rabie racha rachid rachida radia radouan radwan raed raef rafat rafeef rafid rafif ragad raghad raghda rahaf rahim rahima raja rajaa rajae rakan ramah ramla ramzi ramzy raneen raniah raoudha raouf
rasha rashed rasheed rashida rasmiya rawad rawan rawand rawdha rawnak rayaan rayana rayhan rayhana rayhane rayyana razan razane redouan redouane reema rehab rehan rema remas retaj rhita rida ridha
ridouan rifka rihab riham rihane rihem rima ritadj ritaj riyad riyadh rizlan rizlane roaa robaa rokaya rola romaisa romaissa rouaa rouaida rouba roukaya rouya rowaida ruba rudaina rukaya rukia ruqaya
ruqayya ruwaida saad saada saadia saadiya saber sabir sabira sabrin sadek sadia safaa saffiya safi safia safwan safwane sahal sahel sahid sahira saif saifeddine saja saji sajid sajida salaheddine
salama saleem saleema saleh salha salwa samaa samah samaher sameer sameera samer samiah samih samiha samiya samya sana sanaa sanae saoud sarraa sayf sayfeddine sayida seddik seham seif selmane semia
shaban shadan shadha shadi shadia shahad shahd shaheen shaher shahid shahida shaima shaimaa shakir shakira shama shams sharif sharifa shatha shayma shaymaa shereen sherif sherifa shihab shorouk shouq
shuaib sifan sifaw sifax siham sihame sihem silia siraj sirine siwar sohaib sohail sohaila sohayb souad soubhi souhail souhayla soukaina soukayna soulaf soulaiman soulaimane soulayman soumeya soumia
soundous sounia souraya suad suha suhaib suhail suhaila suheil sulaf sulafa sulaiman sumaia sumaiya sumayah sumayyah sundus tafsut tahani tahar taher tahera tajeddine talal taleb talel talia talin
taline talli talya tamazight tamim tanina taos taqwa tarak tarteel tasneem tasnim tawba tawfiq tayeb taym tayma tayseer taysir taziri thanaa tharwat thiziri thuraya tifaouine tilila tiziri tlaytmas
toufik touria touriya tudert tuleen turki ubaid ubaida ubayda udad umaima umama umaymah usaid usama usem usman uthman wadia wael wafaa wafae wail wajdi wajih walaa waleed walida warda wasim wassila
weam wesal wiaam wiam widad widyan wijdan wissal wissam wissame yaaqoub yacine yacoub yafour yahia yakoub yamen yamina yani yaqoub yaqub yaseen yaser yasira yasmeen yassmin yassmine yathrib yazid
yedder yidir youcef younas yousof youssra yuba yufitran yumna yunes yussuf zahid zahida zahir zahira zahraa zahrae zaineb zaki zakia zakiya zamzam zarqa zayan zayed zaynab zeid zein zeina zeinab zeyad
zidan ziena zineddine zinedine ziri ziyad zohair zoubida zouhair zouhir zoulikha zubaida zubair zuhair zuhra zulaikha
""")
_CARIBBEAN = words("""
adhira adjani aishwarya ajay akash akeem akshay aldrich amarjit amiro amrish amrita angelo anish anisha anjali anjana anjani anoop ansh anthonio anup anuradha anusha aradhana arti aruna arvind asha
asheeta ashok ashwin aubrey avinash avishek ayrton beverly bharat bhavna bisham brayan brevin bryson byron carlton cedrick chadwick chamar chandini chandra chandrell chandrika chantell
chardell charella chavez cherell cherilyn cherish chevano chevaughn chinella clarion claudine clyde curtis cyrell darshan darshana daryl davindra deepa deepak deepika delroy denilson dennison denzell
derrick desmond dev devante devika dewaine dewantoro dewdath dhanesh dharma dhiraj dilip dinero dinesh dipti divya djavan djeremy djordy donovan dorelle doriano drishti duane duwan dylen edsel elroy
elton emerencia ernestina errel etienno eusebio farell farina fayola ferrel franklyn fredison gerrel gersley gian gianella gilmar ginella giorgina giovano gita gopal govind gregory gwenzel gyanni hari
harish harisha helmut hemant hendrison hensley henson humphrey ilonka imro indira indu isaiah ishani ishika ishmar ishwar ivelisse jagdish jahden jahmai jahzara jairzinho jalen jameson jamilah janaki
jandino jarell jarzinho jasmeet jaswant javaro jaya jayant jayanti jayshri jeanelle jeevan jelani jemairo jenairo jenilee jermain jeronimo jervano jessly jhonny jiandro jimmer jorgen joshuel josimar
jovany jowell juanita judeska judmar jurmaine jurrel jurvan jyoti kabir kadeem kailash kajal kalpana kamau kamilia kamini kanchan karishma kartini kasan kasiman kavish kavita keandra keisha keishawn
kelian kelvinho kemar kendric kendrick kenrick kensly kerwin kevano keyano keyaro khaleesi khushi kimani kimora kiran kirti kishan komal kripa krishen kriti kumari kunal kyandro kymora lalita latisha
lavinio laxmi leela leeroy lemar leroy lesron letisha lexandro lionell lizandro lochan lorencio lorenza lucianne luckson luxely lyandro lysandro madelon madhavi madhu mahalia mahesh maikell malaika
malini malique malisha malti manish manisha manju manoj marcelino marcelo mareldo maresa marisol marlisa marvellous maryse maurell mayank meena meenakshi melandro melito michelangelo milandro
milangela milton mishel mishenka mohini monairo monisha morella mukesh myriam naldo nandani nandini naomy narain naresh nathaly naveen navin naydeline nayelis neeraj neha nelcia nelsito nevaeh
ngadimin ngatini nidhi nikhil niraj nirmala nisha nishan nishant nishelle nitesh nitin noraly norwin nuvia obed odelia omkar orlanda orpheo orville osaro oscarito oswaldo othniel otmar ovaldo padma
paini parmin parul parvati patricia pavan perlita piero poniman ponirah pooja poonam prakash pranav prashant pratik praveen preeti prisha prithvi priti priyanka puja quincell quincylla quinsy rachelle
radha radhika raekwon rainier raisa raj rajan rajani rajat rajesh rajni raju rakesh ramesh ramiro randall ranjana ranjit rashi rashmi rasinem raveena ravish raylen raynell rayshawn raywin redmond
reena reeta regilio regillio reginald rehuel reinaldo rekha remigio renaldo renata renilson rensley renuka reshma revelino rewin reyshawn rhandy rhayen rhaymon rhianno riandro richainy richandra
richelle richendra ricky riddhi rigoberto rinaldo rishaan rishab rishabh rishana rishi ritesh ritika ritu rivano rocher roderique rodney rodny rogerio rolando romar romario romello ronaldo ronellio
ronnel rosaly rosandro roshan rosheda roshni rovano rowendy roxana royston rubiela ruchi rudmila rudsel rukmini runaldo rupa rushaldi rushendry ruthmila ruthsel ryshendel sachin sadhana sahil sakinem
samanthi samidin sammir sanchita sandeep sandhya sandro sangeeta sanjana sanjay sanjeev sanjiv santosh santusha sapna sarella saridjo sarika sariman sarinah sarita sarmo saroj satish satya savita
sebastien seema seeta serafin sergino shaan shahaira shaheeda shakeel shakti shakuntala shamar shamara shamira shanaaz shaneequa shanell shanelle shanelly shaniqua shankar shanley shantell shantelle
shaquel shaquille sharan sharanda sharella sharidan sharina sharisse sharlon sharmila shashi shavero shaylee shemar sheraldo sherilyn shermaine sherwin shilpa shivam shivani shobha shradha shriya
shruti shurayma shurmel shweta shyam shyanne siddharth sigmar silvania silvano simeon simran sneha soekardi soekinah solange sonal sonali soniya soraida sri srishti stacey subhash sudesh sueanne
sueraya sugiarto suharto sukardi sukiman sulaika suman sumitra sunaina sunil sunita suraj surekha suresh suriya surono sushil sushila suwito suzette swati swinda tahirah tamarah tanish tanvi tashara
tatyana tejas terrel terrell tevano thairon tirzah tiyana trevor trisha tristen tukimin tumini tyrese tyrique tyshawn tyson uday uriah urmila urwin usain usha valdemar valentijno vandana vanity varsha
varun veena vernon vibha vidya vijay vikash vikram vimal vinay vineeta vinod viraj virendra virgilio virginio vishal vivek vyasa wagiman wagino wasidi wasinem wendell wensley werley wilfred wilson
xaiden xaviero xiomara yairo yandro yanique yanira yarith yash yashoda yasmara yeremiah yeremy yogesh yolanda yolandi yosuri yulianna yurandy yurick yuvraj zairo zakeera zelandro zhamira zuleika
""")
_EASTERN = words("""
adela adelina adrianna agata agnes albena aleks aleksandar aleksej aleksi alenka alexandrina alexandru alexei alicja alisher alona ambrozy anatol anatoli anatolij anca andrada andreea andrej andriana
andrii andrzej aneta angelika anka antoaneta antonina apolonia ariadna ariel arina arkadiusz artiom artur artyom asen asparuh atanas augustyn aurel aurelija azalia bartek bartlomiej beata bianka
blanka blazej bogdan bogdana bogna bogumila boguslaw bohdana bojan bojana boleslaw borislav borislava boryana borys boyan boyana bozena bozhidar bronislaw cezary claudiu corina cosmin cosmina costin
cristi cristian cristiana cristina cyprian czeslaw dalibor damyan danail daniil danuta dariusz dasha davyd delyan denica denitsa denys desislava dimitar dimitrina dimitriy dobromir dominik dominika
dorina dorota dorotea dragan dragana dragos dumitru dusan dymitr edyta ekaterina elada elica elisaveta elitsa elitza elka elzbieta emanuela emilian emiliya eryka eugen eugeniusz evgeni evgenia ewelina
filipp florin florina franciszka franek gavril genoveva georgi georgiana gergana ghennadi gheorghe gleb gosia grigor grzegorz halina halyna hanka henryk hristina hristo hryhorii ignacy ihor ilarion
ilie ilija ilinca iliya illya ilze ingrida ioan ionut iosif irenka ivanna ivayla ivaylo ivelina iveta iwona jadwiga jagoda janina janusz jarek jaroslaw jasna jerzy joana jolanta julita justyna kajetan
kalina kaloyan kamelia karol karolina kasia katia katsiaryna katya kazimierz kiril kirill klaudia klementyna konrad konstantin konstantyn kornel krasimir krasimira kristijan kristiyan kristiyana
krystyna krzysztof ksawery kseniia ksenija kyrylo larisa larysa laurentiu lazar lech lenka leokadia leonard leonid leonti lesia leszek levko lidiya lidka liliia liliya liubov liudmyla liviu ljiljana
ljubica lubomir lubov lucian luciana lucija lucjan ludmila ludmyla ludwik lyubomir lyubov lyudmila maciej madalina makar maksim maksymilian malwina marcela mariia marijana marika mariya marusya maryna
marzena matei mateja matey matija matvey matvii matviy melania melaniya metodi migle miglena mihaela mihail mihajlo mikhail mikola miladin milica miljana milka miloje milos miroslav miroslava miroslaw
miruna mitko mladen myroslav myroslava nadejda nadezhda nadiya nadja narcisa nataliia natalya natasa natasza nedyalka nela nenad nevena nicoleta nicusor nikica nikodem nikol nikolai nikolaj nikolay
nikoleta nikolina octavian ognyan oktawia oleg oleksii oleksiy olenka oliwer oliwier ondrej orest orysia ostap paulina pavlina pavlo pavol penka petar petko petr petro petru petya plamen plamena pola
przemyslaw rada radek radka radoslav radoslaw radostina radu rafal ralitsa ralitza raluca rares raya razvan remigiusz roksana rositsa rossitza rostyslav roza rumyana ruslan ruslana ruxandra ryszard
sanda sanja sasa sashko sava senka sergei sergej sergey sergiu serhii serhiy severina silviu slava slavka slawek slawomir snezana snezhana sofija sofiya solomiya sonya sorin sorina spas stanimir
stanimira stanislav stanislava stanislaw stefani stefania stefaniya stefka stela stepan stephania stoyan svetla svetlana svetlina svetoslav sviatoslav szczepan tadeusz taisiya tamas tatjana teodor
teodora teofil teresa tereza tervel tetiana tihomir timea timofei timofey timur todor todora toma traian tsvetan tsvetelina tsvetomir tudor tymofii tymon tymoteusz ulyana urszula vadim vadym valentin
valentyn valentyna valeriia valeriu valeriya vanya varvara vasil vasile vasilena vasilisa vasilka vassil vasyl velina velislava venelin ventsislav veronika veselin veselina vesna viara viktoriia
viktoriya vilena violeta vitalii vitaliy vlada vladimir vladislav vladlena vladyslav vlora volodymyr vyacheslav vyara waclaw waldemar wawrzyniec weronika wieslaw wieslawa wiola wladyslaw wojtek
yanitsa yanko yaroslava yasen yegor yelyzaveta yevhen yevhenii yevheniia yoana yordan yordana yulia yuliia yuliya yurii yuriy zahari zbigniew zdenka zdravka zdravko zhanna zhenya zhivko zlatan zlatka
zoja zoran zoriana zorica zornitsa zuzana zygmunt
""")
_BALKAN = words("""
adin agim agron alban albion amra andras anela aniko arben arber ardit arian armend arta artan azem balazs balint behar bence benedek besnik blerim blerina botond burim csaba csilla daiva dalma dardan
darius donika dorka drilon edis edona elira elmedin erblin erion ermin eszter fatmir ferenc fitim flaka florim gabor gergely gezim gyorgy gyula hanga ieva ildiko ilir imre indre istvan janos jozsef
kamile karolis katalin kristaps kushtrim laima leart ledion lilla liridon lirije lukne lukrecija mantas marton matyas merima mersiha mirela nermina njomza orsolya qendrim ramunas reka rina rinor rokas
rugile ruta sandor sead sejla senad shkelzen szabolcs szilvia tadas ugne valdrin valmir valon viktorija vilius vjosa zalan zoltan zsanett zsolt zsuzsanna
""")
_HORN = words("""
aasiya abdifatah abdihakim abdikadir abdimalik abdinasir abdiqani abdirashid abdirisaq abdisalan abdiwahab abdulqadir abeba abraham abrehet abshir adhanet adonay adyam ahlan aisho aklilu alemtsehay
almaz amaal amanuel amare amiin amsale anab anaol ariam asad asfaha ashwaq asmait asmeret asmerom awale awet axmed ayaanle ayanle ayantu azeb azieb bahja bahran barwaqo bemnet beniam berhe betelhem
betiel betty biniam birhan birikti biruk bisrat blen brhane burhaan cabdi caleb canab casho cawil daauud dagmawi dahabo dahir danait dawit deeqa delina deqa desbele duniya ebyan elda eldana elilta
elsabet ermyas esey essey estifanos eyerus eyerusalem eyoab ezana faduma fadumo faisa fanuel farhiya farxiya faysal feben feruz fetsum fikirte filimon finan fiori fitsum fowsia freweini frezghi
furtuna gacal geedi genet ghenet ghirmay girmay guled haben habon hadas hadinet haftom halgan halimo hanibal haniel haweeya hawo henok hermela hibaaq hibaq hinda hiwet hiyab hoodo huruy idiris idman
ifrax ikraan ilwad iqro isaias istahil jabril jamilo kaaha kaleab kalkidan kaltun kawsar kedija kflom khadar kibrom kidan kidist kisanet ladan liban liibaan luam luul luwam maandeeq mahad mahamed
mahamud mahlet makda mandela maron maryan masresha maxamed medhanie medhin mehari mehret mekdes melat mereb merhawi merhawit meron mesfin meskerem mewael mhret mihret mikal mikias millen millete
minasie mizan mubarik muhubo mukhtaar mulki mulugeta munasar muniira mursal nafisa nardos natsinet nazret nebiyat nebyat nimco nimo nuhamin nuurto obsa qadan qal rahmo rahwa ramlo rediet ridwan robera
roble rowda saadaq saalim sabirin saciid sadaq salmaan samatar samiira saredo segen seghen selamawit selihom semere semhal semira senayit sennay shamso sharmake shewit shiden shukri sidona simret
soliana sosina sosna sucaad suldan suleiman sumeya surafel tedros teklit temesgen tesfalem tesfit tigist tirhas tsegay tsegereda tsehay tsion ubah umalkheyr warsan wintana wongel xaawo xafsa xalima
xamdi xasan yabsera yahye yared yasmiin yemane yididya yikealo yodit yoel yoella yohana yonis yordanos yosan yoseph yosief yusur zahro zerit zufan zuhuur
""")
_PERSIAN = words("""
aamina aamir aasma abdolah abolfazl abrar adeela afifa afsana afsaneh afshin ahmadzia ahoora aimen akbar alborz alireza aminullah amirali amirhossein amirmohammad ammarah anahita anam aneeqa anoosh
aqsa arash areeba aref arefa arezo arezoo arghavan arham aria armaghan armita arooj arsalan arsam arshia artemis artin arvin asadullah asal asef asena asfand ashkan asim atefa atefeh atif atoosa
atousa avin avina ayesha ayeza azaan azin azita azlan babak baharak bahareh bahman bahram bareera baset basira basit behnam behnaz behrouz behzad benafsha benyamin bita borna bushra dariush daryoush
daryush delaram delbar donya ebadullah edris eesha ehsan elaha elaheh elnaz elyar eshaal esmat esmatullah fahim faiqa fajr fakhria faranak faraz farbod fardin farhad farhat faria fariba farida
faridoon farnaz farnoosh faroq farrokh farshad farshid farwa faryal farzad farzana farzaneh farzin fatemah fatemeh fatimah fawad ferdows fereshta fereshteh forough frishta gelareh ghazaleh ghezal
ghulam golnar golnaz golsa golshan habibullah hadis hadiya haider haleh hamed hamidullah hamna hangama hasina hasti heela helia hengameh heshmat hila homa homaira homayoun hosna hossain huzaifa
huzaifah iffat imtiaz inayah iqbal iraj irtaza ismat izhaan jaber jamshid javad javeria javid junaid kainat kamran kashif kaveh kayhan keyvan khalida khatera khizar khorshid khosrow kiana kianoosh
kimia kourosh laleh leeda lema lida maham mahboba mahbod mahboob mahbooba mahdis mahnaz mahrukh mahsa mahshid mahta mahtab mahyar mahyas maihan makan malalai maliha mandana maral marjaneh marzieh
marziya masih masoomeh masouda masuma mehak mehrab mehrad mehrdad mehreen mehrnaz mehrnoosh mehrsa mehwish melika minahil mirwais mobin moeez mohadese mohadeseh mohammadreza mojgan mojtaba momina
morsal morteza morvarid mostafa moujda mozhdah mozhgan mubashir muneeb musfira muska nahal naheed naila najibullah nangialai narges nargis naser nasim nasima nasir nastaran naveed navid nazanin nazgol
nazira negar negin nelofar nikan niki nilofar niloofar niloufar nimra niusha noman nooria noorullah nozomi obaid obaidullah omid owais palwasha pardis paridokht parisa parmida parmis parnian parniyan
parsa parvin parwana parwin payam pedram pegah pooria pourya pouya qais qasem raha rameen ramin ramtin razia reyhaneh reza rohina rohullah roshana rostam roya ruqayyah saboor sadaf sadegh sadeq sadiq
saeed saeedeh safiullah sahand sahba saim saira sajad sajjad salar samaneh samim samina samiullah sanam sanaz sania saqib sarvin sasan sayed sedra sepehr sepideh setara setareh setayesh shabana
shabnam shafaq shafiq shahab shahbaz shahin shahla shahnaz shahram shahriar shahrzad shahzad shahzaib shahzoda shakila shamim shamsia shanzay sharareh shayan shehryar sheida sheraz sherin shervin
shideh shoaib shokria shukria siavash siawash simin sogand soheil sohrab solmaz soroush spogmai suhrab suleman syed tabassum tahmina tahmineh tanveer taraneh tayyab tayyaba tehreem toba tooba umaiza
umer uzair uzma vahid waheed wahida wais wajahat wajiha wajma waqar waqas wazhma yalda yaldah yama yasamin yegana yeganeh yosra zabi zabihullah zainab zainul zalmai zamira zarghona zarlasht zarmina
zaryab zeba zeeshan zhina zohaib zohreh zubin zunaira
""")
_WEST_AFRICAN = words("""
abdoulaye abeeku abigail abiola adaeze adanna ade adebayo adedayo adeola adesuwa adetola adjoa afia afua aissata aissatou ajoke akosua akuba akwasi akwesi alassane alhassan alimatou amadou ami amidu
aminata aniekan anim anthonia araba awudu awusi ayo ayodele ayomide ayotunde babacar babatunde bakary baraka benedicte binta bintou boluwatife boubacar brima bukola chancelle cheick cheikh chiamaka
chibuike chibuzo chidera chidinma chidubem chika chimamanda chinedu chinenye chinonso chioma chisom chizoba christelle chukwudi chukwuma damilola daouda delali demba diarra dieumerci djeneba djibril
dzifa ebenezer ebube edem efosa ekene ekow ekua emeka emmanuella enitan ephraim eseosa esi esinam esosa esperance ewurama exauce eyram fanta fatimata fatoumata femi fifi fiifi folake foluke funmi
gbenga gifty godfred godwin gradi holali ibidun ibrahima ifeanyi ifeoma ifunanya ije ikechukwu ikenna ini isatou isioma iyabo jemimah josue kabiru kadiatou kakra kalenga karamoko kasongo kelechi
kesiena ketsia kevine kobby kobina kodjo koffi kojo koku kosi kwabena kwadwo kwaku kweku kwesi lamin lamine lansana lateef lolade maame madiba mahamadou mamadi mamadou mansa manuella mariama marieme
mavis mawuli merdi mohammadou momodou musu nana naomie ngalula nhyira nii nkechi nkem nnamdi nneka nsimba nyame nzuzi obinna ogechi oghene okechukwu olabisi olamide olanrewaju olayinka oluchi olufemi
olumide oluwaseun oluwaseyi onome onyeka opeyemi osagie osahon osas osei oumou ousmane owusua panyin plamedi prisca raissa rhoda rukayat sadio salif salimata sanusi segun seidu sekou seyi sidi
simisola somto souleymane sulemana taiwo tamba temi temitope tobi tochukwu tolu toluwani tomiwa tunde uche uchenna ugochi ugonna uzoma wale yaa yaaba yacouba yakubu yemi yetunde yewande zainabu zuwena
""")
_ASIAN = words("""
aditya ajeng akiko akira ambar angelito anggun anindya aoi apinya arief arini arisara arnel asuka aulia ayu ayumi bai bambang bao bayu benjie bernadeth bich boonmee budi bulan cahaya cahya cam carmela
chaiwat chanh chau chenxi chenyu cherry corazon crisanto cuong danilo darlene dewa dian dimas divina dung duy dwi edgardo efren eko emerita endah endang eri erlinda fajar fang fei ferdie fitri
froilan fumiko galuh giang glenda gretchen hai haiyan hanh haru haruka haruki haruto hendra hieu hiroshi hoang hong hongyi hua huan huong huy huyen imelda intan jayvee jejomar jhonel jia jiahao jiahui
jiali jiamin jiaming jian jianhong jiawei jiayi jiayu jie jing jingyi jiwoo joko jomar jovelyn joyo junjie kadek kaede kailin kaito kang kanokwan kanya kartika kazuki keiko kemala kenta ketut khanh
khoa komang lan lestari liezel ligaya lihua lijun lili lorna luningning luzviminda malee maricar maricel marivic mawar meilin meiling meixuan melati melchor mengqi mengyao merlinda midori mingxuan
minjun misaki miyu mizuki naoki naree nenita nga ngan ngoc nhi nhung niran nittaya norberto novi nurul nyoman oanh orathai pakorn pandu phong phuc phuoc phuong ploy pornthip prasert putri putu quan
quang quoc quyen quynh raka ratih ratna ratree retno reynaldo riku rin rini rizal rizki rizky rolly rosalinda ruel ruohan ruoxi ryo ryota ryza sakura satoshi satria sekar seoyeon setiawan shan shao
shiro shota shun sinta siriporn siti siyu somchai somsak sora suchada suci sukanya supaporn susilo suwan suyin taeyang tai taiki takumi taufik teresita thanakorn thanh thi thien thinh thu
tirta toan trinh trong tung tuyen tuyet utami uyen vinh virgie wahyu wanida wayan weiwei wenjie wenxin widodo widya wulan wulandari xian xiang xiao xiaoling xiaoyu xinran xinyi xinyu xinyue xiu xuan
yang yanti yanto yao yaqi yating yichen yifan yihan yijun yilin yiming ying yingying yinuo yiran yixuan yong yoshi yuan yudha yue yuechen yuhan yuhao yui yuki yulan yulianti yutong yuxin yuxuan zhen
zhi zhiwei zhiyuan zihao zixin zixuan ziyi ziyu
""")
_EUROPEAN = words("""
aarne abril adalberto adolfo adriano afonso agostina agustin aina ainhoa aitana aitor alain alaric alberta albin alcina aldo alec alegra aleix alejandra alejandro alessandra alessio alexandre alfonso
alistair alonso alphonse alva alvaro alvin alyson amadea amadeo amadeus amance ambroise ambrosius americo amias anabela anastacia anatole andra andres angelique angus annabeth annalena annalisa
anneliese annemette annemieke annia ansel antia antoine antoinette antonella antonino apolline ariane arianne arielle aristide arlette armand armandine armando arnau arnaud arsene artemio arvid
asbjorn ashton astor athena aubree aubrie auden audrey audric august augusta auguste augustin augusto aureliano austin avril azul baptiste barnaby barry bartolomeo bastian bastien bautista beatrix
beatriz beckett belen belinda benedetta benedict benedikt benicio benita benito benjamim benny beppe berenice bernardo bernhard bertha bertil bertrand bethany biagio billy blaise blake blythe bonita
bradley brady braxton breanna brenda brendan brenna brennan briana brianna bridget britta brock bronwyn brooke brooklyn bruna brunella bryony byrne cadence caetano calla calleigh callum cameron
camillo camilo candela candice carin carina carlito carlotta carly carmelo carol carole carolin carolina carrie carson casey cassia cassian cassius catalina cath catherin cathrin catriona cayetana
cayetano cecil cecilia cecilie celestino celso cesar chad chandler chantale charis charlene charlise charlize cheryl chester christabel christoph christophe christopher cian cilla cinzia clarice
clarisse clark claude claudio clay clelia clemence clement clementina clive clovis cole colleen connie conrad consuelo coraline corbin corentin coriene cornelius corrado cosima cosimo courtney craig
cristiano cristobal crystal cyprien cyrus dagny dale damaris damiano damien dante darcy darian darla darrell dashiell davinia dawn dawson deana deanna debbie debra declan deirdre delfina delphina
denzo derek desiderio desire diandra diarmuid dieter dietmar digby dillon dilys dino diogo dolores domenica domenico domingo dominick donald donata donatella donato dorothea dorothee dorothy doug
douglas drew duarte dulce duncan dustin eamon edgar edie edison edmond edmund edoardo edvard edwina effie egil egon eileen einar eira eirik eivind elba elea eleanora eleonore elfriede elia eligio
eliot elisabet elisabetta elisandra elisenda eliseo elissa elli elliana elliott elmira eloi eloy elsie elspeth elva elvio elwin emanuele emerald emerson emery emiliana emiliano emmanuelle enea eneko
engelbert enora enric enrica eric erich eriko erling ermanno ermelinda erwan esben esme esmond espen esperanza esteban estefania ester esteve estrella ethel etta euan eugenia eugenie eugenio eulalia
eunice evander evangelina evangeline evita ewen fabia fabiana fabiano fabiola fabrizio faustine faustino fausto federica federico feliciano felicie felicien felicitas fergal fermin fernand fernanda
ferran fia fidel filipa filipe filippa filomena finian finja finneas finnian finola fiorella fiorenza fiorenzo fjola flavia flavio flora florent florenz flurina fortunato francesco francine francisco
franck franco francois francoise frankie franz franziska fraser freda frederic fredrika frej friederike gaelle gaetano galo gareth gary gaspar gaspard gauthier genevieve geoff geoffrey geoffroy georg
georges georgette georgie georgina gerald geraldine gerardo gerhard germano gertrud ghislaine giada giancarlo gianmarco gilbert gilberto gilda ginette ginny giordano giorgia giosue giuliana giuliano
giulio giuseppe gladys glenys goncalo gonzalo goran gordon gracia graciela graham grant gregor gregorio gretel grischa guadalupe gualtiero gudrun guendalina guglielmo guilherme guillem guillermo
gunnar gunther gustaf gustav gustave gustavo guy gwenael gwenaelle gwyneth hadley hadrien halley halvard hamish hanno harlan harris hassler hattie hayden hayley heath heather hector heidrun heiner
heinrich heinz helga helge heloise henrieta henrik henrique herbert heribert hermann herminia hernan hettie hilary hildegard hilma hjordis holger honor honore honorine horace horatio howard hubertus
hugh hugues hulda humberto iain ianthe iara ignacio ignazio iker ilaria ilario ilda ilenia iliana imogen inaki ines ingalill ingolf ingvild inigo inka iolanda iole iona iraida irving isabell isadora
isidora isidro ismene isolda itziar ivone izan jacinda jacinto jacopo jacques jago janelle jannik jannis januario jarl javier jaxson jeanna jeannine jeff jefferson jemima jenifer jennie jensine
jeremie jerome jerry jess jillian joao joaquim joaquin jocelyn jodi joe johann jolene jolyon jordane jordina jorunn josefa josefina josep josette josh josiah josie jovana joyanne juanjo julienne julio
junia justina justino justyn jutte kaelan kaiden kajsa kamryn karla karola karoliina kasey kasimir kassidy katell katherina katherine kathi kathrin kathrine kathryn katrin katrina katriona keegan
keeley keir keith kelsey kenzie kerensa kerry kerstin kieran killian kimberlee kingsley kirk kirstie kitt kjersti knut konstanze korbinian kristen kristiane kristin kristoffer kurt lacey lachlan
laetitia laia lainie lance laurenz lauryna lazaro leigh leire lenora leocadia leonhard leonor leonore leopoldo leora leticia letizia lewin liane libby liberty liesa lilibet lilli lillian lindon
linette lisandro lloyd loan lope loredana lori lothar lottie louane louella louiza lucila lucilla lucina lucretia lucrezia ludger ludivine ludovica ludovico ludwig luigi luis luz lyle lysander mabelle
maceo madalena maddalena madlen mael maelie maelys mafalda mahaut maialen mailys malachi malcolm malena malo malvina manfred manolis manuela manuele marcelin marceline marcello margarida margherita
margit mariachiara marialuisa mariangela mariano maribel maricruz marilia mariluz marisela marissa marjory marlo martim martino martita maryanne massimo mateus matheo mathurin matias matilda matilde
matt matthaus matthieu mattia mauricette mauricio maurizio maxence maximiliaan maximo mayte mckenzie meghan melinda meredith merete merrick michela michele milla millicent mireia mitch montserrat
morag morgane morten morwenna myfanwy myrtle nadege naia naiara nanni natacha natanael nausicaa nayara neil nelia nelly nereida nereo neville ngaire niall nicanor nicholas nicholaus nicodemus
nicoletta nicolina nigella nikolaus nilda nilo ninon nolwenn noreen norman nydia oakley oberon oceane octave octavio odalys odilon odysseas ofelia oihane olalla olwen omero oonagh oriana oriane oriol
orlaith ornella orsola osvaldo oswald oswin ottavia palmira paolo pascual pasquale patrice patricio patrizia patti paulo paz pearl percy peregrine perrine petronella petronila petunia phil philipp
philippina phineas phoenix pieretta pierina pierrick pietra pietro pilar placido primrose quiana quique quirin rachael rae rafaella raffaele raffaella ragna ragnar raimondo raimund rainer raphaelle
rebeca rebekah reece reggie regina regine reid reiner reinhard reinhold renato renaud rene rhett rhiannon rhona ricarda riccardo rigo riikka rocio rodolfo rodolphe rogelio roger romain romana romane
romuald roque rosalba rosario rosaura roseann rosella roselyne rosetta ross roxane ruairi rubina rudy rufino ruggero runo ryker ryland sabela sadie salvador salvatore salvo samson sancho sandrine
sandy santi santino santo saray saverio scarlet senan seraphina serenella serge sergi sergio severino shaun shaw shawn shay shayne sheldon shelley sibylle signe silvestro silvio simao sinead siobhan
sixtine solea soledad solenne sondre sonia soren stacy stanley stephane steve stewart stuart susannah susie svante sybil sybille sylvestre tabea taisia talulah tamsin tancredi tanguy tania tansy
tarquin tasha teagan telmo tenzin teobaldo teodoro teofilo terence terrence terry thaddeus thais thandi theia thelma theodore theresa theresia thibaud thibaut thierry thilo thora thore thurstan thyra
tilda till tillmann tilman timothee tino tiziana tiziano tobey tomaso tommaso tone toni tonio tora torben torin tove tracy travis trent tricia trina trine troy trudie truman tullio ubaldo ugo ula ulf
uli ulla ulrich umberto unai urbain uri ursulina uschi uta ute uxia valente valentine valerio vanda vanesa vaughan velma venetia verity verne vilde ville vilma vincente vincenzo vinicius vinny
violetta virginie vitor vittoria vittorio viviana vreneli walburga waldo waltraud wayne wenche wendelin wenke wes wesley whitney wilbur wilder wilfried wilhelm wilhelmine willa willard wilmar winifred
winona wolfgang wren wynn xabi xabier xoan yago yaiza yann ylenia yoann yohan yolande ysabel yseult ysolde yvaine zac zach zachariah zachary zack zahara zander zelia zinnia zora
""")
_COMMON = words("""
duuk lieselot anouschka ise wendy sharda danyar hayat lin marije anand jurian mink jitske joline oliwia zuzia anastazja hugo wiktoria milosz alke tijn
aaliyah aaron aart abbas abbie abby abdallah abdel abdelaziz abdelkader abdellah abdi abdirahman abdou abdul abdullah abdullahi abe abel abeltje abram ada adam adama adan
adem adil adinda adnan adriaan adrian adriana ahlam ahmad ahmed ahmet aicha aiden aimee aisha aiyla aksel alae alan alba albert alberto aleksander aleksandra
alena alessandro alessia alex alexander alexandra alexia alexis alfie alfred ali alice alicia alida alina alisa aliya aliyah alma aloha alsu alwin aly alyssa amal amalia
amanda amar amara amber ambre amelia amelie amin amina amine amir amira amiyah ammar amos amy an ana anais anas anass anastasia anastasija andre andrea andreas andrei
andrew andy angela angelina anika anis anisa anissa anita anja anke ann anna annabel annabelle annebel anne annefleur anneke annelies annelieke annelotte annelien annemarie annemiek annemijn annet annette annie
annika anniek annelot anouar anouk anoek ans anthony antje anton antonia antonie antonio antoon anwar anya arda ardi arend arianna arie ariana arjan arjen arman armin arno
arnold arthur arwen arwin arya aryan asaf ash asher ashley asia asiya asli asma asmae assia astrid atakan atilla auke aurelia aurora ava avi aya ayaan ayan ayana ayanna ayat ayden aydin ayla
aylin aymen ayman ayoub ayse aysegul aysun ayush ayyub azra aziz baran barbara barend barre bart bas bashar basil basma bastiaan batuhan beau beatrice beatrijs bella ben benja benjamin benjamin
bennie benno bent bente bep berat berend berfin berit berkay berke bernard bernd berra bert betul beyza bianca bibi bieke bilal bilge billie birgit bjorn blanca bo bob bobbi bobby bodi bodhi boaz boaz boele boris bouke
boudewijn brahim bram brandon brechtje brent brian brigitte britt britte bruce bruno bryan bugra burak busra cahit calista calvin camiel camila camilla can caner carice carl carla carlijn carlo carlos carmen caroline carolien
carsten cas casper cato cato catharina catherine cecile cedric celeste celia celina celine cemre ceren ceylin chaima chanel chantal charles charlie charlotte chelsea cheyenne chiara chloe chris christel
christiaan christian christina christine christoffel ciara cindy claire clara clarissa claudia clemens cleo co coco coen colin collin colette constance cor corine cornelia cornelis cornee corrie cynthia cyril daan daantje
dagmar daisy daley dalia dalila damian dan dana daniel daniela danielle danil danique danny dani daoud daphne daria dario darya dave david davide davin davina davy dawid dean deborah delano delara delphine demi demir denise denis
deniz dennis derk derya desi desiree devi devin devon dex diana dick diede diederik diego dieke dieuwke dieuwertje dilan dilara dina dinand dion dirk djoeke djamila djamel djoerd djuna doris dora dorien dorus doruk douae douwe dewi duco duru dunya dylan
dzhan eda eddie eden edin edith eduard edward edwin efe eefje eefke eelco eelke eline efrem egbert eise ela elana elaine eleanor elena eleni elias elif elijah elin eline elisa elisabeth elise elisha eliza elize elke ella ellen ellie ellis elly ellemijn elmar elmer
elodie eloise els elsa elsemieke elsbeth elske elvin elvira elvis elyas emanuel emil emile emilia emilie emilio emily emin emine emir emirhan emma emmanuel emmy emre ender enes engin enrico enis enya enzo erdem eren erica erik erika ermias erna ernst eryk esila
esma esmaa esmee esmeralda esra esther estelle etienne eva evan eve evelien eveline evelyn evert evi evie evy ewa ewan ewout eylul eymen eyup ezgi ezra fabian fabienne fabio fadi faas fahad fairouz faisal faith fallon famke fardau farah farid faris farouk fatih fatima fatma
fatou faye fayen fayza febe fedde felicia felien felix femke femm fenna fenne fenno feline ferdi ferdinand fergus ferhat feye fieke fien fiene fiep filip filou fin finn fiona firdaous firat fleur fleurtje flip floor floortje floris florian florence flore florien flynn folkert
francesca francien francis francisca franciscus frank franka franklin frans freek frederik frederique fredrik freija freya freyja frida frits froukje fryderyk furkan gaby gabriel gabriela gabrielle gaia galina gamze gea geert geertje gemma george georgia gerard gerben gerda gerdien gerjan
gerlof germaine gerrit gerrie gertjan geske ghita ghizlane giel gies gijs gijsbert gilles gina gino giorgio giovanni giovanna gitte giulia gizem gloria gonda goos gosse grace graciella greta gretha grietje guido guus guusje gul gulsum habiba hadewych hadi hadia hadil
hafsa haitam hajar hakan halil halima hamid hamza hana hanan hanna hannah hanne hanneke hannes hans harm harmen haroun harriet harrie harry hasan hassan hatice hauke hava haydar heba hedda hedwig heidi heike hein helen helena helene helin helma hendrik hendrika hendrikje henk henkjan
henny henri henriette henry herman hermine hessel hester hiba hicham hidde hielke hilal hilbert hilda hilde hillie hind hinke hiske hodan holly houda hubert hugo huib huibert husna hussein huseyin iben ibrahim ibtissam ida idris ids idse iep igor ihsan ijsbrand ikram ilan ilana ilay ilayda ilias
ilham ilja ilke ilona ilse ilyas ilyass imad iman imane imke imme imran ina inaya indi indy indra indie ine ineke inez inga inge ingeborg ingmar ingrid ioana ioannis ira irem iren irene irina iris irma isa isaac isabel isabella isabelle isis iskander islam ismael ismail isra issa
ivan ivana ivar ivo ivy iwan iza izaak izabela izabella izzy jaap jaapjan jacco jack jackie jacky jacob jacoba jacqueline jada jaden jade jaelynn jagger jahid jaime jair jaimy jake jakob jakub jalal jamal james jamie jamila jamilla jan jana jane janek janet janice janine jaimy janita janna janne janneke jannes jannie
janou jans jante jantien jantje januska jared jari jarno jaro jasmijn jasmin jasmine jason jasper jax jay jayda jayden jaylano jayson jazz jean jeanine jeanne jeannette jedidja jef jefta jelena jelger jelka jelke jelle jelmer jelte jen jenna jennifer jenny jens jente jeppe jeremiah jeremy jerke jermaine jeroen
jerom jerrel jesse jessica jessie jesper jet jetje jetske jette jill jim jimmy jinte jip joah joan joanna joanne job jochem jody joel joelle joep joey jogchum johan johanna johannes john johnny joke jolanda jolien jolijn jolie jolina jona jonah jonas jonathan jonna joop joost jop jopie joram jordan jordi jordy joren jorg jorge jorian joric joris jorn jorne jorrit jort
jos jose josef josefien joseph josephine joshua josien josje jostein josua jotte jouke jouri joy joyce joya jozua juan jud jude judith juliette jules julia julian juliana julie julien juliet julietta julius jullian june jun juno jur jurjen jurgen jurre jurriaan just justin justine justus jytte kaan kai kaj kaja kalle kamal kamil
kamila karel karen karim karima karin karina karl karlijn karsten kas kasper katarina katarzyna kate katerina kathelijn katja katinka kato kaya kayla kayleigh kaylee kays keano keesje kees keet keira kelly kelvin ken kenan kenji kenneth kenza kerem kerim kevin khadija khaled khalid khalil kian kiara kick kika kiki kilian kim kimberly kira kirsten kirsty kivanc kjeld
klaas klaasje klara koen koert kobe kornelis kris krista kristel kristian kristina kristof krystian ksenia kubra kuba kyan kyara kyle kylian kylie lana lander lara larissa lars laszlo laura laurens laurence laurent lauren lauri laurien lea leah leander leandro leen leendert leentje leia leila leira lejla lena lenn lenne lennard lennart lennox lente leo leon leona leonie leonardo leonoor leontien leopold lev levi lewis lex lexie leyla
lia liam lian liana lianne lidewij lidia lidy lies liesbeth liese lieke lieneke lieselot lieve lijs lila lilian liliana lilith lilly lily lina linde linda lindsey line linn linnea linsey linus lio lion lionel lisa lisanne lisbeth lise lisette lisse lisa-marie lita liv liva livia livio liz lize lizet lizz lizzy loek lode loes lois lola lokke lonneke loran lorena lorenzo loretta lorenz lot
lotta lotte lotje lou louis louisa louise louka loula lowie lowen luana luc luca lucas luce lucia lucie lucien lucy ludo luisa luise luka lukas luke lukasz luna lune lure lutske luuk luus lyanne lydia lyla lyna lynn lynne maaike maan maarten maartje maas macy mads mads madelief madeleine madison maddy mae maelle maera magda magdalena mahdi mahmoud mahmut mai maia maira maik maja malak malek malik malika malin malou malouk mandy manal manar manoah manon manou mansour manuel mara marah marc marcel marcin marcella
marco marcus mare mareille marek marel margaretha margaux margje margot margreet margriet maria mariah mariam marian mariana marianne marie marieke mariella marielle marijke marijn marijse marin marina marinus mario marion marisa marit marita marius marja marjan marjolein marjon mark marko markus marle marleen marlene marley marlies marlijn marloes marlon marly marlyn marnix marnick marouane marre marrit mart marta marte martha martijn martin martina martine marvin marwa marwan mary maryam marzia mas mason massin mateo mateusz mathias mathijs mathilde mathis
matin mats matteo matthew matthias matthijs mattias maud maurice maurits mauro max maxim maxime maximilian maxine may maya maymouna mayra mees megan mehdi mehmed mehmet meike mehran meijke mel melanie melek meliha melike melina melis melisa melissa mellanie melle melody melvin mena menno menso merel merijn merle merlijn merlin mert merve merwan meryem meta meva mia micah michael michal michel michelle michiel mick mieke miel mies miep miguel mihai miian mika mikail mikael mikai mike mikel mikey mikolaj mila milan milana milena milo milou
milou mimi min mina mincke minke minne mira miran mirac miranda mirre mirte mirthe miriam mirjam misha mitchell mo moa modou mohamad mohamed mohammad mohammed mohand moira moos morris mounir mourad mouad moussa muhammad muhammed murat mustafa mustapha muaz mylan myra myrthe myrte myron nabil nada nadia nadine nadir nadira nahla nahom naima najib najoua nancy nando nanne naomi narin nasser nassim nassira natalia natalie natasha natan nathan nathaniel nayla nazli ned neda neeltje nehir nele nelis nelle nellie nelson nena nerea nerys nesrin
nevin nia nick nicky nicola nicolaas nicole nicolette niek niels niene nienke nigel nihad nijs nik nikita nikki niklas nikola nikolas nikos nil nils nina nine nino nisa nisrine noa noah noam noe noel noelle noemi noor noortje nora norah norbert norea norr nouha noud nour noura nova nova-lynn noyan nuno nur nurdan nureddin nuri nynke oana obe ocean oda odin ogeday okke ola olaf olav ole oleksandr olga olin oliver olivia olivier olle ollie omar omer onno onur oona orhan orla orlando oscar osama oskar osman otis otto oumaima ouassim oussama ovidiu owen ozan pablo pam pamela paola patrick patrik patrycja paul paula
paulien pauline pavel pedro peer pelle peppe pepijn per perla peter petra phebe phileine philip philippa philippe philou phoebe pien pier pierre piet pieter pieterjan pieternel pim pip pippa pippi pleun poppy prem priya puck puk quin quinn quinten quincy quint raf rafael raffi rafi rahma raihan ralf ralph ramazan rami ramon ramona rana randa rania ranja raoul raphael raquel rashid raul rasmus ravi rayan rayane rayen rayyan raymond rebecca reda reem reinder reindert reinier reinout rein reinskje remco remi remy renas renate rens renske renzo resul reuben rhodee ria rian rianne ricardo richard rick rico rif rihanna rik rikkert
rikst rimke rinke rinske rita ritchie robbe robbert robbin robert roberto roberta robin robine rocco roan roald rochelle roderick roel roelof roelien roeland rogier roland rolf roman romano romee romijn romy ron ronald ronan ronja roos roosmarijn roosje rory rosa rosalie rosanne rose rosie rosita rowan rowena rowin roxanne roy ruan ruben rudi rudolf ruth rutger ruud ryan sabah sabina sabine sabri sabrina sacha sade safa safae safouane said saida sakina salah salem salim salima salma salman salome sam samantha samar sami samia samir samira sammie sammy samira samuel samuele sander sandra sanna sanne sanneke sara sarah
sarina sasha saskia saul savanna savio scarlett scott sean sebas sebastiaan sebastian seda sef selim selin selina selma selena sem semih semir sena senna sep sepp seppe serap sercan serdar serena serhat serkan servaas seth sevde sevil shana shania shanna shanti sharon shaya sheila shelby sherida shivan shirin sia siard siebe siebren siem siemen sien sietse sietske sigrid sijmen sil silas silke silvana silvan silvia silvie simon simone sina sinan sipke sita sitske siyar sjaak sjakie sjef sjoerd sjors sjoukje skye skyla skyler sofia sofie sofieke sofyan soraya sohan sol solveig soline soufian soufiane soumaya sonja sophia sophie sophieke souhaila souleyman spencer stan stef stefan stefanie stella stephan
stephanie steven stijn stella stig storm suus sulayman suleyman sumaya sumeyye susan susanna susanne suzan suzanne sven svenja svea sverre swen sybren syb sybe sydney sylvana sylvester sylvia symen taco tahir tamar tamara tamia tamino tanja tara tarek tariq tarik tatiana tatum taylan taylor teake ted teddy teije telma teo tess tessa tessel teun teuntje teunis thalia thao thea theo theodoor theodora therese thiago thibault thies thijmen thijn thijs thirza thom thomas thor thorben thyme thymen tiago tibbe tibo tieme tiemen tijmen tijn tijs tim timo timon timothy tina ties tirza titia titus tiuri tjalle tjalling tjeerd tjerk tjibbe tjitske tobias
toby tobe tom tomas tommie tommy ton tonia toon toos toprak tooske toto trijntje tristan truus tuana tugba tuur twan tycho tygo tyler tymen tymo tyra tyrone tyron uma umut umair ulas ursula uriel vajen valentijn valentina valentino valerie valery vanessa vasco vayenne veda vera verena veerle viktor viktoria victor victoria vidar vico viggo vince vincent viola violet vioolt virgil vito vivian vivienne vlad volkan wahid walid walter wanda ward wassim wessel werner wiebe wiebren wieger wietse wietske wiktor wiktoria wilco wilhelmina wilhelmus willem willemijn willeke william willie wim winnie winston wisse wolf wolter wout wouter wubbo wyatt wytse xaver xavi
xavier xander xandra xenia yahya yakup yali yan yana yanis yannick yara yaron yaren yaro yas yasemin yasin yasir yasmin yasmina yasmine yassin yassine yassir yavuz yaya yelena yente yentl yesim yfke yigit yildiz yinthe yinte yitse yke ylva ymke yorick yoran yosef yonatan youri youssef yousra yousef yoep yuna yunus yuri yusra yusuf yusuf yuto yvar yves yvette yvo yvonne zahra zaid zain zaina zaira zakaria zakariya zara zarah zayd zayn zayneb zehra zeger zep zeno zeynep zia ziad zico zina zineb zion ziva zoe zoey zoya zofia zohra zola zosia zuzanna zwaan zuhal zuleyha zyad zyan
isak hind rojin rojda rozerin helin sidra rimas taim laith jana layan tala yazan karam aws qusai haneen raneem leen bayan aseel hala judy lamar maram
senait feven bethlehem selam hermon natnael yonas yohannes daniyal filmon eyob aron bereket saba rahel winta mussie robel samrawit semhar
ayaan hodo ifrah ilhan khadra muna najma sahra sagal suhayb warsame zakariye abdikarim hibo
oleh taras bohdan danylo mykhailo mykola maksym artem nazar yaroslav andriy dmytro illia zlata solomiia sofiia polina oksana svitlana iryna olena kateryna anhelina daryna vira nadiia
piotr pawel tomasz szymon wojciech kacper bartosz antoni franciszek jakub zuzia hanna oliwia maja lena gabriela martyna kinga agnieszka malgorzata natalia milosz
lux jace jiaqi wei mei ling xin yi hao chen yuxi zihan minh linh thuy anh hoa nguyen duc tuan trang
ananya aarav advait arjun diya ishaan kavya krish meera rohan saanvi shreya vihaan
alix benthe doutzen emiel fay fem hailey hylke ilvy ize jildou jitse juna juul lasse loua lumi maeve nore rixt saar saartje senn sienna sterre suze vic vigo zeb
aukje baukje bouwe douwe durk feikje froukje gerbrich harmke hiltje ids iebeltje jeltje jorrit klaske lieuwe lutske minke obe oane rommert sietske sjoukje sytse tjeerd tjitske wiebe wietske ymkje ytsje
bobbie charlie dewi fenne feline filou frenkie guusje hebe jaxx jaylen jorik kiki lev lewis livia lize lois maeva miley moos nienke nikki noud olle pippa ravi rosalin ruby stef storm tieme tijs veerle xem yinthe yuna ziva zuzanna
alparslan asel azra berat beyza ceylin defne duru ecrin eflin elanur eymen hiranur miray omer poyraz yigit zumra
ilyas imran inaya jannah kawtar nadir rania safouan salma soufiane wassim yassir younes zakaria zineb
chidi amara ngozi kofi kwame ama akua yaw abena adwoa efua kwasi
shanaya shurandy jurandy giandro gianluca gianna rivaldo raoul jeandro jaydon jaylinn jaylin keziah keyshawn tyrell dwayne
""")
FIRST_NAMES = _COMMON | _DUTCH | _FRISIAN | _FLEMISH | _TURKISH | _KURDISH | _ARABIC | _CARIBBEAN | _EASTERN | _BALKAN | _HORN | _PERSIAN | _WEST_AFRICAN | _ASIAN | _EUROPEAN
# Names that come behind another first name as a surname does: "Nour Chakir", "Filmon Desta", "Amina Hassan".
PATRONYMS = (_ARABIC | _HORN | _PERSIAN | _WEST_AFRICAN | words("""
ahmed ali hassan hussein hamza ibrahim mohamed mohammed osman omar yusuf said salah salem salim khaled khalid khalil malik hamid jamal mansour nasser rashid karim rahmani nguyen tran
"""))
# Often the second half of a double first name and hardly ever a surname: "Rosa Maria", "Jan Willem".
SECOND_NAMES = words("""
maria marie anna anne sophie fleur louise willem jan pieter kees piet dirk gerrit bart hein rose roos mae may lynn lou belle elisabeth eva julia jane lotte jet
linde noor sofie josephine charlotte christina cornelia geertruida johanna catharina margaretha femke sterre isabel isabella valentina luna
""")
# First names of two words whose second is elsewhere a surname, or no first name that we know.
PAIRS = frozenset("""
omer faruk|mohammed amine|mohamed amine|mohammed ali|mohamed ali|mohamed amin|mohammed amin|muhammed ali|muhammed emin|mehmet ali|mehmet emin|ahmet emir|yusuf ali|fatima zahra|fatima zohra|fatma zehra|fatma nur|abdel ilah
nana yaw|nana kofi|nana kwame|nana ama|nana akua|nana kwabena|mary ann|mary jane|mary lou|jean pierre|jean luc|jean paul|jean claude|jean marc|jean baptiste|juan carlos|juan pablo|jose luis|jose maria|ana maria|li wei|li na|xiao ming|mei ling
anne sofie|anne sophie|anne marie|anne lynn|anna lena|jan willem|jan peter|jan jaap|jan dirk|klaas jan|willem jan|bart jan|henk jan|pieter bas|maria jose|rosa maria|emma louise|marie claire|marie louise|eva maria
""".strip().replace("\n", "|").split("|"))
