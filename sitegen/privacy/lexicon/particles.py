"""Tussenvoegsels: the words that may stand before a surname, in every spelling a newsletter shows."""

from sitegen.privacy.lexicon import words

# One word each, as the line's words give them: "v.d." is the words v and d.
PARTICLES = words("""
van von vom vd vdr vander vanden vande vant v de den der des t het ten ter te op in aan uit
opt opde opden opn int inde inden vh vnd vn uijt uyt uitde uitden aande aanden tot thoe zu zum zur af da das do dos du di del dela delas delos della degli dell la las le les
lo los las l el al ben bin ibn bint abu abou d
""")
# Those that are ordinary words so often that only a surname right behind, or a person's own, makes them part of a name.
LOOSE = words("in aan uit op tot te al do af het l d t v la le die dat")
# Strong ones: whoever sees "van der" before a capital sees a surname.
STRONG = words("los las van von vd vh vdr vander vanden vande vant v de den der ten ter te el al da dos du di del dela la le ben bin ait ould t d")
