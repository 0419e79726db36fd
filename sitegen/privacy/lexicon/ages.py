"""First names by the age of those who mostly bear them; compiled for this project from general knowledge of when they were given.

A name in neither list (Thomas, Sanne, Mohamed, Anna) is borne by children and adults alike.
"""

from sitegen.privacy.lexicon import words

# In general use only since about 2005: hardly any adult bears them.
YOUNG = words("""
aafje aaliyah abelien abeltje adinde aiden aiko aimy alae alissa alizee alparslan amaia amaya amelie ameline anaya anouck antoni aria arwen aseel asel
avalynn ayaan ayana ayden ayla aylan aylano aylinn azra bente boaz bobbi bobbie bodhi bodhin bodi bowie bowien boyd brin britt caithlyn caitlyn cato
cayden ceylin chayenne chloe cinar cleo coco cody collin coosje daenerys davi dayenne deen defne demy denick dex diede dieke djayda djayden djaylinn
djesse djuna djunah duru dylano dyon ebbe ecrin eef eevi eflin elanur eliam elian elianne elin elina elle elodi elodie eloise emelie emelijn emilou
emme emmeline eslem esmay esme esmee eve evi evie evje eymen ezra faelynn fay faye fayen fayenna febe fedde feija felice feline feliz fem femm fenn
fenna fenne fiebe fiebie fieke fien fiene fienna fiep finley finn finna finnley floortje flynn fos fosse franciszek freyja giano gioia guusje hailee
hailey harley harper hazel hebe hedda heran hiranur ilay ilvy imani imara inara inaya indiana indie indy isa isabeau isaiah isaya isis isra ivy izzy
jace jaela jahmir jailey jairo jaivano jaivy jalisa jannah jara jax jaxon jayce jayda jaydan jaydee jayden jaydey jayla jaylano jaylee jaylen jaylin
jaylinn jaymie jayson jayvano jayven jente jesslyn jeva jinne jinte jinthe jip joah joas joaz joelle jolie jonah jools jop joppe jorre joud jovi
jozefien jules juna june juno junot jurre juul jytte kaatje kacper kaia kaiden kailey kaja kaylee kayleigh kaylen kaylin kayra keano keanu keet kenji
kensi kenzo khloe kian kiano kiara kick kijan kika kiki kimani kingsley kiyan kyan kyano kylian kylie kylo kymani lailah layla leia lenn lenna lennox
lenny lenthe lev levano levi levie levin lexi lexie lexx liah liam lilly lilo lilou lily lionel liv liva livan livia livvy liyana lize lizz lizzie
lizzy loek loeka loen lois lokke lola lomme loran lotus lou loua loulou lova lowie luan luca lucca lucie luka lumi luna lunah lune luus lux luxa lyam
lyan lyla lyra maan mace maddox madee madelief madelynn mae maelle maelynn maes maeve maia maisie malia malin malou manoe manou mare maren marley
mason mats maven maverick mavi maylee maylin mayra mayson mazzy mees mels mex mik mika mikah mikai mila miles milo milou mink miran miray mirre mirthe
miya miyah moa mohana moos morris morrison myla mylah mylan myles myrthe nahom nalani nardos nassim natnael nayla nena neva nevah nia niene nika
nikodem nine nio nisanur noa noah noe noek noelle noemi nola nolan noor norah nore noud nout nova novah novalie novi nubia nusaybah nyla nylah oakley
odin olijf olive oliwia olle oona otis paige pepe philein phileine philine philo philou pien pip pippa pippijn pixie pleun pom poppy posy poyraz puck
quincy quinn quint quinten quinty raf raff rafke raven ravza raya rayan rayna revi rhode rhodee rhya riley rimas river roan roemer rome romee romy
ronja rosemijn rosie ruby rune ryder rylan saar safouan sami savannah saya seb sem semm senn senna senne senthe sep sepp seppe seth sev sia siebe siem
siena sienna sijmen silas sirine skip skye skyla skylar sofia sol solan soliana splinter sterre storm suus suze sverre syb sylvan szymon taelyn tasnim
tatum teddy teije tesnim tess tessel thijme thijmen thyme tiamo tibbe tibo tibor tieme ties tigo tijmen tijn timme tirza tobin toby tooske triin tuana
tuur tycho tyge tygo vajen vayana vayen veda vesper vic vida viggo vigo vik vince vinn vinne vive vivi vivien vivienne warre wilder willow wisse wolke
xam xana xanne xavi xem xeni xenna yael yaelle yagiz yenthe yentl yfke yinthe ylva yosan yula yumi yuna yune yuno yvi zara zarah zayan zayd zayn zeb
zef zelda zena zendaya zenn zenna zenne zev zia zion zoe zoey zola zumra zuri zuzia zyan zylan
""")

# Given before about 1985 and hardly since: who is called so at a school is a teacher, a parent or a volunteer.
ELDER = words("""
aafke aaldert aaltje aart abbo abdelaziz abdelhak abdelhamid abdelkader abdelkarim abdellatif abdelmajid abderrahim abdeslam adriaan adriana afra
agatha agnes agnieszka albert alberto aleida alida alie allard almaz alwin alwine amaury anand andre andrea andreas andrew andrzej angela anita anja
anke ann anneke annelies anneloes annelore annemarie annemiek annemieke annet annette annie ans anthony antje antoinette anton antonia antonie antonio
antoon arda arend arent arie arjan arjen arlette arnaud arno arnold arnout arvid asha ashok astrid atie atze auke aukje aysel aytac babette barbara
barend bart bas bastiaan bea beate beatrice beatrijs beatrix belinda bennie benno berend bernadet bernadette bernard bernd bernhard bernice bert
bertha bertine bertrand bets betsy betty bianca billy birgit birte bjorn bob boele bonnie bonny bouchra boudewijn bouke boukje bouwe bouwina bozena
brechtje brenda brian briek brigitte britta bruno bulent carice carin carina carine carl carla carlo carlos carol carole carolien caroline
carrie caspar catharina cecile cemal cemile cengiz chandra chantal chantel charlene charles cheryl chris christa christel christelle christiaan
christian christina christine christoffel christoph christophe christopher cindy ciska claudette claudia claudine clemens coby colette connie conny
conrad cor cora corine corinne cornee cornelia cornelie cornelis corrie corrina cynthia dagmar daniela danuta dariusz debbie debby deborah debra dede
deepak denice denise dennis desiree diana dick diederik dieter dieuwke dimphna dimphy dineke dinesh dini dinie dirk dirkje djoerd doina dolf dominic
donald donja doortje dora doreth dorien dorota dorothea dorothee douglas douwe driek dries dumitru ebel eddy edgar edmond edmund eduard edward edwin
edwina eelco eelke egbert eildert eise eleonoor eleonora elfriede elisabet ellen elly els elsbeth elsje elske eltje elvira elzbieta engbert enno eppo
ercan erdal erica erich erik erika erkan erna ernestine ernst errol esmeralda esther etienne evelien eveline evelyn evert ewa ewald fabiola fadime
fatiha fatna femmie femmy fenje ferdinand fernand ferry fia fientje fikret flip florin fokje fokke fokko folkert folkje foppe francien francine
francis francisca franciscus francois frank franka frans fransien franz fred freddie freddy frederica frederik freerk frida frieda froukje fulco
gaatske gaby geert geerte geertje geertrui geertruid geertruida geesje geeske geke gemma gerard gerben gerbert gerbrich gerco gerda gerdie gerdien
gerdine gerhard gerjan gerke gerlinde gerlof germa gerolf gerrie gerrit gert gerti gertie gertjan gerwin geurt gheorghe gijsbert gilles gina gineke
ginny gitta gjalt glenn godelieve goedele gonda gooitske goos gosse grada grazyna gre greet greetje greta gretha grietje grzegorz guda guido gulay
gulcan gulsen gulten guusta hacer hadewych hafida haiko haje hajo halil halina halyna hanneke hannelore hannes hanny hans harald harm harmen harmke
harold harrie harriet harro harry hatice hatte hauke hayriye hedwig heidi heike heiko heinz heleen helen helene helga helma helmut hemmo henderika
hendrien hendrik hendrika hendrikje hendrikus hendrina henk henkjan henny henri henriet henriette henrike henry herbert herman hermannus hermie
hermien hermine herminus hessel hester hettie hetty hielke hilbrand hilda hilde hildegard hilke hilko hilleke hillie hilly hiltje hinderika hindrik
hinke hiske hjalmar holger hubert hubertus huib huibert huseyin huub huup ieke ieneke ilona ilonka imelda ina indra ine ineke inga inge ingeborg inger
ingmar ingo ingrid ireen irena irene irma iryna ismet ivette ivo ivonne iwona jaap jaapjan jacinta jacintha jackie jacky jaco jacoba jacobje jacolien
jacoline jacomine jacqueline jacques jadwiga jagdish jaleesa jan janet janice janine janita janke janneke jannes jannie jans jantien jantina jantine
jantje janusz jasperien jaya jean jeanine jeanne jeannet jeannette jef jeffrey jelma jenneke jennie jennifer jenny jeroen jerry jerzy jessica jetje
jetske jetty jitske joachim joan joanna joanne joanneke joeri joes jogchem jogchum johan johann johanna johanneke johannes johannis john johnny joke
jolanda jolande jolanta jolanthe jolien joop joost jorinde jos jose josee josef josefien josine josje joukje jozef juanita jurg jurgen jurjen jurriaan
jutta kadriye kamla karel karen karin karina karl karst katarzyna katharina katinka katja katrien kea kees ken kerst kim kirsten klaas klaasjan
klaasje klaaske klarinda klaske kobie koenraad koert koos koosje korneel korrie krijn krijna kris krista kristel kristien kristine krystyna krzysztof
kurt laetitia lahcen lalita lambert lammert lammie latifa laurence laurens laurentien leen leendert leene leida lenie lenneke leny leonie leonne
leonoor leonore leontien leontine leslie leszek letebrhan letty lex lia liane lianne lidewij lidia lidie liduina lidwien lidy lies liesbeth lieselore
liesje linda lineke lisbeth lisette lodewijk loekie loes lonneke lorena lubbert lucien lucienne ludmila luitzen lutgard lutske lynda lyudmila maaike
maarten madelon magda mahesh maike malgorzata malti manfred manon marc marcel marcella marco marek marga margareth margaretha margje margo margot
margreet margriet maria marian marianne marieke marielle mariet marieta mariette marijke marijse marika marike marilyn mario marion marisa marischka
mariska marita marius mariusz marja marjan marjet marjolein marjolijn marjon marjorie mark marko markus marleen marleentje marlies marloes marlous
marry mart marta martha martien martijn martin martina martine martje mary marzena mathieu mathilde matthieu maurice mechteld mehmet meindert meine
meint melanie menno meta michael michaela michel michiel mien mientje miep mies mihaela milly mimoun mimount minie miranda mireille mirella mirjam
mirjana miroslaw mohand moniek monique mounir muriel mustapha mykola myriam myrna nacer najat najia nancy nanda nanny narain natalie nataliia natalya
natasha necati necla neeltje nejat nelis nella nelleke nellie nelly nermin neslihan nettie nevin nico nicola nicolaas nicole nicolet nicolette
nicolien nicoline nienke norbert norma nurcan nurhan nursel oane odette oebele oene okko oksana olaf oleksandr onno ottoline ozlem pam pamela pascalle
patricia patrick patty paul paula paulien pauline peer peggy peter petra petrie petronella phil philip philippine pia pier pierre pierrette piet
pieter pieterjan pieternel pietje piety piotr pleuni poul premchand quirien quirijn rachelle rachid rachida radha raimond rainier raj ralph ramesh
ramon raymond rebecca recep reina reinder reindert reineke reinhard reini reinier reinout reint remco remziye renata renate rene renee rens rian
rianne ricardo richard rick rico riek rieke riekje rieks riemke rieneke rieni rienk rienus rietje riette rik rina rini rinie rinus rita rob robbert
robert roberto robien rodney roel roeland roelf roelfien roelie roelien roelof roelofje roger rogier roland rolf rolien rolinda romke ron ronald
ronnie ronny rosemarie rosita roswitha rowena roy rudi rudie rudolf rudolph rudy russel rutger ruth ruud ruurd ruurdje ryszard saakje sabahattin
sabiha sadik saida sander sandra santosh saroj sasha saskia savita sebastiaan sebold sef selahattin serge serhii sevgi sevim shakuntala shanti sharda
sheila shirley siard sible sicco sieberen siebolt siegfried sieneke sierd sietske sietze sigrid sijbrand sijtse silvester silvia silvie simone sipke
sita sitske sjaak sjaan sjakie sjakko sjan sjanie sjannie sjef sjoerd sjouke sjoukje slawomir soerdj songul sonja stanislaw steef stefaan stefan
stefanie steffen stephan stephanie stephen steven stien stieneke sukran suleyman sunil sunita surendra suresh susan susanna susanne susanneke sushila
suzan suzanne svitlana sybe sybrand sybren sylvain sylvester sylvia sylvie sytse tadeusz taede taeke tamara tammo tanja tanneke tatiana teake teresa
tetiana teunis thea thecla theo theodoor theodora thera therese theresia tiemo tieneke tilly tina tineke tini tinie tinka tinus tiny titia tjaard
tjallie tjalling tjeerd tjerk tjits tjitske tjitte tjitze tomasz tommy ton tonia tonie tonnie tonny toon toos tosca trienke trientje trijnie trijntje
trix truda trudie trudy truida truus tsegay tsehay tsjikke tulay turgay ubbo udo ulbe ulrich ulrike urmila ursela ursula urszula usha valentyna
vanessa vasile vasyl veronica veronique vijay vincent vinod virgil vivian vivianne volodymyr wabe walburga waldemar walter wanda warner welmoed
wendela wendeline wendy werner wia wibo wiebe wiebke wiebren wieger wiegert wieke wiepie wies wiesje wieslaw wieslawa wietse wietske wilbert wilco
wilfred wilfried wilhelm wilhelmina wilhelmus wilja willeke willem willemien willemina william willy wilma wilmer wim wineke winfried winnie winny
winston wolter wouter wubbo wybo wybren wytske wytze xandra ybeltje yde yemane ynske yolanda yolande ytsje yuriy yvette yvo yvonne zbigniew zdzislaw
zeger zekiye zeliha zwaan zwaantje zwanet zwanny
""")
