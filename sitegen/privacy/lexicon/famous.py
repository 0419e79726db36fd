"""Public, historical and fictional people whom school texts name: they keep their surname."""

# Folded full names, words joined by one space.
FAMOUS = frozenset("""
anne frank|otto frank|margot frank|edith frank|vincent van gogh|theo van gogh|rembrandt van rijn|johannes vermeer|jan steen|frans hals|piet mondriaan|karel appel|dick bruna|jan terlouw|annie schmidt|annie mg schmidt
thea beckman|paul van loon|jacques vriens|carry slee|francine oomen|guus kuijer|tonke dragt|joke van leeuwen|roald dahl|astrid lindgren|max velthuijs|marianne busser|ron schroder|mies bouhuys|marc de hond|rian visser|tosca menten
annemarie bon|anna woltz|edward van de vendel|toon tellegen|sjoerd kuyper|hans hagen|monique hagen|harmen van straaten|fiep westendorp|jan paul schutten|bibi dumon tak|janneke schotveld|manon sikkel|geronimo stilton|jeff kinney|david walliams
willem van oranje|willem alexander|willem de zwijger|johan de witt|cornelis de witt|michiel de ruyter|piet hein|jan pieterszoon coen|abel tasman|christiaan huygens|antoni van leeuwenhoek|hugo de groot|simon stevin|desiderius erasmus|jan van schaffelaar|kenau hasselaer
floris de vijfde|karel de grote|willem drees|aletta jacobs|multatuli|hannie schaft|anton de kom|johan thorbecke|rutger bregman|mark rutte|dick schoof|rob jetten
max verstappen|johan cruijff|johan cruyff|lieke martens|vivianne miedema|sven kramer|ireen wust|dafne schippers|femke bol|sifan hassan|epke zonderland|ranomi kromowidjojo|frenkie de jong|virgil van dijk|memphis depay|arjen robben|robin van persie|louis van gaal|ronald koeman|mathieu van der poel|kjeld nuis|harrie lavreysen|tom dumoulin|fanny blankers koen
andre kuipers|neil armstrong|albert einstein|marie curie|isaac newton|charles darwin|galileo galilei|leonardo da vinci|pablo picasso|claude monet|salvador dali|andy warhol|frida kahlo|nelson mandela|martin luther king|rosa parks|mahatma gandhi|malala yousafzai|greta thunberg|barack obama
wolfgang amadeus mozart|ludwig van beethoven|johann sebastian bach|michael jackson|ed sheeran|taylor swift|freek vonk|arjen lubach|andre rieu|andre hazes|marco borsato|jan smit|guus meeuwis|nick schilder|simon keizer|kinderen voor kinderen|ernst bobbie
harry potter|ron weasley|hermelien griffel|pippi langkous|pinkeltje|jip janneke|dikkie dik|otje tos|pluk van de petteflet|floddertje|bob evers|dolfje weerwolfje|matilda wormwood|sjakie stevens|willy wonka|mary poppins|peter pan|robin hood|sherlock holmes|donald duck|mickey mouse|bugs bunny|bob de bouwer|olivier bommel|tom poes|suske wiske|frank rosalie|alfred jodocus kwak|pietje bell|dik trom|abeltje roef|ronja de roversdochter|hans klok|roodkapje
""".replace("\n", "|").split("|")) - {""}
