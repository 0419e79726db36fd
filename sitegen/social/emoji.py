"""What X takes for one emoji, however many characters it is made of (docs.x.com, "Counting characters").

Only sequences that Unicode recommends count as one (Emoji 15.1, emoji-zwj-sequences); any other falls apart into emoji of
their own, as it does on the screen.
"""

from __future__ import annotations

import re

# Regions with a flag: ISO 3166-1 and the few that Unicode adds. A pair that is none of these is two letters.
REGIONS = frozenset("""
AC AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO
CP CR CU CV CW CX CY CZ DE DG DJ DK DM DO DZ EA EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK
HM HN HR HT HU IC ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK
ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB
SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TA TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM UN US UY UZ VA VC VE VG VI VN VU
WF WS XK YE YT ZA ZM ZW
""".split())

_JOIN, _LOOK = "\u200d", "\ufe0f?"
_TONE = "[\U0001f3fb-\U0001f3ff]?"
_ADULT = "[👨👩🧑]"
_GENDERED = "[⛹🏃🏄🏊-🏌👮👯👰👱👳👷💁💂💆💇🕵🙅-🙇🙋🙍🙎🚣🚴-🚶🤦🤵🤷-🤹🤼-🤾🦸🦹🧍-🧏🧔🧖-🧟]"
_TOOLS = "(?:[⚕⚖✈]\ufe0f?|[🌾🍳🍼🎄🎓🎤🎨🏫🏭💻💼🔧🔬🚀🚒🦯🦰-🦳🦼🦽])"
_RIGHT = f"(?:{_JOIN}➡{_LOOK})?"
_TONED = "[☝⛹✊-✍🎅🏂-🏄🏇🏊-🏌👂👃👆-👐👦-👩👫-👮👰-👸👼💁-💃💅-💇💏💑💪🕴🕵🕺🖐🖕🖖🙅-🙇🙋-🙏🚣🚴-🚶🛀🛌🤌🤏🤘-🤟🤦🤰-🤹🤼-🤾🥷🦵🦶🦸🦹🦻🧍-🧏🧑-🧝🫃-🫅🫰-🫸]"
# Pictures of which most are emoji of two; those that aren't weigh two as well. Four are text unless it says they aren't.
_PICTURE = "[\u203c\u2049\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u265e\u2660-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f004-\U0001f1e5\U0001f200-\U0001faff]"
_TEXT = "[\u00a9\u00ae\u2122\u265f]"
_SEQUENCES = (
    f"{_ADULT}{_TONE}{_JOIN}❤{_LOOK}{_JOIN}(?:💋{_JOIN})?{_ADULT}{_TONE}",
    f"{_ADULT}{_TONE}{_JOIN}🤝{_JOIN}{_ADULT}{_TONE}",
    f"[👨👩](?:{_JOIN}[👨👩])?(?:{_JOIN}[👦👧]){{1,2}}",
    f"🧑(?:{_JOIN}🧑)?(?:{_JOIN}🧒){{1,2}}",
    f"{_ADULT}{_TONE}{_JOIN}{_TOOLS}{_RIGHT}",
    f"{_GENDERED}(?:{_TONE}|\ufe0f){_JOIN}[♀♂]{_LOOK}{_RIGHT}",
    f"🫱[\U0001f3fb-\U0001f3ff]{_JOIN}🫲[\U0001f3fb-\U0001f3ff]",
    f"[🏃🚶🧎]{_TONE}{_JOIN}➡{_LOOK}",
    f"🏳{_LOOK}{_JOIN}(?:🌈|⚧{_LOOK})", f"🏴{_JOIN}☠{_LOOK}", f"👁{_LOOK}{_JOIN}🗨{_LOOK}", f"🐕{_JOIN}🦺", f"🐈{_JOIN}⬛", f"🐻{_JOIN}❄{_LOOK}", f"🐦{_JOIN}(?:⬛|🔥)",
    f"🍋{_JOIN}🟩", f"🍄{_JOIN}🟫", f"⛓{_LOOK}{_JOIN}💥", f"❤{_LOOK}{_JOIN}(?:🔥|🩹)", f"😮{_JOIN}💨", f"😵{_JOIN}💫", f"😶{_JOIN}🌫{_LOOK}", f"🙂{_JOIN}[↔↕]{_LOOK}",
    "🏴(?:\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073))\U000e007f",
    "|".join("".join(chr(0x1F1E6 + ord(letter) - 65) for letter in region) for region in sorted(REGIONS)),
    "[#*0-9]\ufe0f?\u20e3",
    f"{_TONED}{_LOOK}[\U0001f3fb-\U0001f3ff]",
    f"{_TEXT}\ufe0f",
    f"(?:{_PICTURE}|[\U0001f1e6-\U0001f1ff])(?:\ufe0f|(?!\ufe0e))",
)
EMOJI = re.compile("|".join(_SEQUENCES))
