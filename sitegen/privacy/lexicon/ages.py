"""First names by the age of those who mostly bear them; compiled for this project from general knowledge of when they were given.

A name in neither list (Thomas, Sanne, Mohamed, Anna) is borne by children and adults alike.
"""

from sitegen.privacy.lexicon import words

# In general use only since about 2005: hardly any adult bears them.
YOUNG = words("""
mink aaliyah abeltje aiden alae amelie arwen ayaan ayden ayla aylan aylano bente boaz bobbi bodhi bodi bowie caitlyn cato ceylin chloe cleo coco cody
collin dex djayden duru dylano eef elin elina elle elodie emmeline esmee eve evi evie eymen ezra faye fayen fedde feline fem femm fenn fenna fenne
fien fiene fiep finley finn finnley flynn fos giano guusje hailee hailey hebe hedda inaya indie indy isa isaya isis isra ivy jace jaivy jax jaxon
jayce jayden jaylano jaylen jaylinn jayson jayvano jente jesslyn jinte jip joah jolie jonah jools joud jozefien jules juna june junot jurre juul
kaatje kaylee kayleigh keano keet kensi kian kick kiki kiyan kyan kyano lenn lenna lenny lev levi lexi lexie lexx liam lilly lily liv liva livan livia
lize lizz lizzy lois lola lotus loua loulou lova luan luca lucca luka lumi luna lune lux lyam lyla maan mace madelief mae maes maeve malou mare maren
mason mats mayra mees mels mex mik mila miles milo milou mirthe moos morris myla myrthe nassim nena nio noa noah noe nola nolan noor norah nore noud
nout novi odin olle oona otis philou pien pip pippa pixie pleun pom puck quinn quinten raf raven rayan revi rhode riley river rome romee romy rune
saar sami sem semm senn senna senne sep sepp seppe seth sev siem siena sienna silas skip skye sofia splinter sterre storm suze sverre syb sylvan tess
tessel thijmen tibbe tibo tieme ties tijmen tijn tirza tuur tycho tyge tygo vayen vic viggo vigo vik vince vinn vive vivien xam xavi xem xenna yael
yenthe yentl yfke yinthe ylva yuna zara zayd zayn zeb zef zenna zenne zev zia zion zoe zoey zola
""")

# Given before about 1985 and hardly since: who is called so at a school is a teacher, a parent or a volunteer.
ELDER = words("""
wendy sharda eise anand aart adriaan adriana albert alberto alida alwin andre andrea andreas andrew angela anita anja anke ann anneke annelies annemarie annemiek annet
annette annie ans anthony antje anton antonia antonie antonio antoon arend arie arjan arjen arno arnold arthur astrid auke aukje barbara barend bart
bas bastiaan beatrice beatrijs ben bennie benno berend bernard bernd bert bianca birgit bjorn bob boele boudewijn bouke bouwe brechtje brian brigitte
bruno carice carl carla carlo carlos carmen carolien caroline catharina cecile chantal charles chris christel christiaan christian christina christine
christoffel cindy clara claudia clemens cor corine cornee cornelia cornelis corrie cynthia deborah denise dennis diana dick diederik dieuwke dirk
djoerd dora dorien doris douwe eduard edward edwin eelco eelke egbert ellen elly els elsbeth emiel erica erik erika erna ernst esmeralda esther
etienne evelien eveline evelyn evert ferdinand flip folkert francien francis francisca franciscus frank franka frans frederik frida frits froukje gaby
geert geertje gemma gerard gerben gerbrich gerda gerdien gerjan gerlof gerrie gerrit gertjan gijsbert gilles gina gonda goos gosse greta gretha
grietje guido hadewych hanneke hannes hans harm harmen harmke harrie harriet harry hauke hedwig heidi heike hein helen helene hendrik hendrika
hendrikje henk henkjan henny henri henriette henry herman hermine hessel hester hielke hilda hilde hillie hiltje hinke hiske hubert huib huibert ilona
ina ine ineke inga inge ingeborg ingmar ingrid irene irma ivo jaap jaapjan jack jackie jacky jacob jacoba jacqueline jan jane janet janice janine
janita janneke jannes jannie jans jantien jantje jean jeanine jeanne jeannette jennifer jenny jeroen jessica jetske jim joan joanna joanne jogchum
johan johanna johannes john johnny joke jolanda jolien jolijn joop joost jos jose josef joseph josje jurgen jurjen jurriaan karel karen karin karina
karl katja kees ken kim kirsten klaas klaasje klaske koert kris krista kristel laurence laurens leen leendert leo leona leonie leontien lex lia
lianne lidewij lidia lidy lies liesbeth lieuwe linda lisette loek loes lonneke lorena louis louise lucie lutske maarten manon marc marcel marcella
marco margaretha margje margot margreet margriet maria marian marianne marieke marielle marijke mario marion marisa marius marja marjan marjolein
marjon mark marko markus marleen marlies marloes mart marta martha martijn martin martina martine maurice melanie menno michael michel michiel miep
mies miranda mirjam nancy natalie natasha neeltje nelis nelle nellie nicola nicolaas nicole nicolette nienke oane olaf onno pam pamela patrick paul
paula paulien pauline peer peter petra philip pier pierre piet pieter pieterjan pieternel ralph ramon raymond rebecca reinder reindert reinier reinout
remco renate rens rian rianne ricardo richard rick rico rik rita robbert robert roberto roel roeland roelien roelof rogier roland rolf ron ronald
rosita rowena roy rudi rudolf rutger ruth ruud sander sandra sasha sebastiaan siard siemen sietse sietske sigrid silvia silvie simone sipke sita
sitske sjaak sjakie sjef sjoerd sjoukje sonja stefan stefanie stephan stephanie steven susan susanna susanne suzan suzanne sybe sybren sylvester
sylvia tamara tanja tatiana teake ted teunis thea theo theodoor theodora therese tina titia titus tjalling tjeerd tjerk tjitske tommy ton toon toos
trijntje truus ursula valerie vanessa vincent virgil vivian walter wanda werner wiebe wiebren wieger wietse wietske wilco wilhelmina wilhelmus willeke
willem william wim winnie winston wolter wouter wubbo xandra yvette yvo yvonne zeger zwaan
""")
