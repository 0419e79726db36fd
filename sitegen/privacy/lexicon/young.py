"""First names that Dutch children bear and hardly any adult: in general use only since about 2005.

Names that were given in earlier decades too (Femke, Lotte, Thomas, Sanne, Mohamed) are left out, however many children have them.
"""

from sitegen.privacy.lexicon import words

YOUNG = words("""
aaliyah abeltje aiden alae amelie arwen ayaan ayden ayla aylan aylano bente boaz bobbi bodhi bodi bowie caitlyn cato ceylin chloe cleo coco cody
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
