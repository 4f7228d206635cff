"""The words of speech: verbs that report it, nouns that speak, pronouns that must not inherit."""

import re

from facts.reading.wordlist import word_list

# Followed by what was said, with or without "that".
_PLAIN = (
    "said|says|told|tells|added|adds|stated|states|stressed|stresses|noted|notes|warned|warns"
    "|explained|explains|argued|argues|insisted|insists|declared|declares|confirmed|confirms"
    "|admitted|admits|acknowledged|acknowledges|reiterated|reiterates|emphasi[sz]ed|emphasi[sz]es"
    "|underlined|underscored|predicted|predicts|cautioned|testified|reaffirmed|reaffirms|announced"
    "|announces|denied|denies|pointed out|points out|asserted|maintained that|contended|conceded"
    "|vowed|pledged|promised"
)
# Speech only with "that" or a quotation: "reported a loss", "claimed 6,500 lives", "found a body".
_WITH_THAT = (
    "wrote|writes|tweeted|posted|replied|responded|commented|remarked|recalled|recalls|complained"
    "|joked|"
    "reported|reports|claimed|claims|suggested|suggests|found|finds|showed|shows|concluded"
    "|concludes|believes"
    "|believed|hopes|hoped|thinks|revealed|agreed|estimated|estimates|observed|repeated|asked"
    "|urged|called"
    "|described|demanded|expects|expected|maintained|alleged|alleges|indicated|ruled"
)
_BETWEEN = (
    r"(?:(?:has|had|have|also|later|then|further|again|earlier|repeatedly|publicly|separately"
    r"|previously"
    r"|once|just|already|both|all|[a-z]+ly)\s)*"
)
VERB = re.compile(
    rf"(?P<gap>[\s,”\"’])(?P<between>{_BETWEEN})(?:(?P<plain>{_PLAIN})"
    rf"|(?P<weak>{_WITH_THAT}))\b(?!\sout\b)"
)
INVERTED = re.compile(
    r"(?:[\"”’]\s(?:said|says|added|asked|wrote|warned|explained|noted|stressed|replied|recalled"
    r"|insisted|argued|admitted|declared|announced|tweeted|joked|concluded|stated|remarked)"
    r"|,\s(?:said|says|added|warned|explained))\s"
    r"(?!that\b|it\b|he\b|she\b|they\b|in\b|on\b"
    r"|the\s\w+\s(?:is|was|had|has|will|would)\b)"
)
ACCORDING = re.compile(r"\b[Aa]ccording to\s")
FOLLOWS_WEAK = re.compile(
    r"\s(?:\w+\s){0,3}?that\b|[:,]?\s(?:(?:it|him|her|them|this)\s)?[\"“]|\s(?:it|him|her|them"
    r"|this|the \w+)\s(?:as\s)?(?:an?\s)?[\"“]"
)
PARTICIPLE = re.compile(
    r",\s(?:saying|adding|noting|stressing|warning|arguing|insisting|explaining|stating)\b"
)
SUBJECT_END = re.compile(
    r"\b(?:is|was|are|were|be|been|being|as|not|never|to|widely|what|than|of|by)\s*$"
)
PERSON_PRONOUN = re.compile(r"^(?:he|she)$", re.IGNORECASE)
OTHER_PRONOUN = re.compile(
    r"^(?:it|they|we|i|you|who|which|that|this|what|both|some|others|many)$", re.IGNORECASE
)
OPENING = re.compile(
    r"^(?:[\s\"“'‘(]|(?:But|And|However|Meanwhile|Still|Yet|So|Also|Later|Earlier|Then|but|and"
    r"|while|as|when"
    r"|because|after|although|though|where|that|if|since|whereas|so|or|yet)\b,?\s)+"
)
_SAYERS = (
    "minister|ministers|ministry|spokesman|spokeswoman|spokesperson|spokespeople|official"
    "|officials|police"
    "|government|company|mayor|president|authorities|authority|residents|resident|witness"
    "|witnesses|analyst"
    "|analysts|expert|experts|leader|leaders|director|agency|court|judge|prosecutor|prosecutors"
    "|lawyer"
    "|lawyers|doctor|doctors|scientists|researchers|researcher|authors|author|union|unions|army"
    "|military"
    "|source|sources|chief|head|chairman|chairwoman|chair|executive|secretary|ambassador"
    "|governor|coach"
    "|captain|owner|farmer|farmers|teacher|teachers|survivor|survivors|neighbour|neighbours"
    "|statement"
    "|report|study|survey|inquiry|investigation|regulator|operator|office|department|council"
    "|committee|commission"
    "|bank|party"
    "|group|firm|club|team|hospital|university|school|parties|sides|delegation|manager|engineer"
    "|engineers"
    "|organisers|organizers|activists|economists|economist|historian|diplomat|diplomats|premier"
    "|chancellor"
    "|senator|lawmaker|lawmakers|commander|embassy|watchdog|institute|service|fire service"
    "|coastguard"
    "|rescuers|firefighters|investigators|detectives|campaigners|critics|opponents|supporters"
    "|mother|father"
    "|brother|sister|wife|husband|son|daughter|woman|man|driver|pilot|crew|passenger|passengers"
    "|trader|traders"
)
SAYER = re.compile(rf"\b(?:{_SAYERS})\b")
DESCRIPTION = re.compile(
    r"^(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree|[Mm]any|[Ii]ts"
    r"|[Tt]heir|[Hh]is"
    r"|[Hh]er)?\s?(?:[\w’'.-]+\s){0,4}?"
    rf"(?:{_SAYERS}|{'|'.join(w.capitalize() for w in _SAYERS.split('|'))})"
    r"(?:\s(?:of|for|from|at|in|with|by)\s(?:[\w’'.&-]+\s?){1,8})?$"
)
DEFINITE = re.compile(r"^(?:the|his|her|their|its)\s", re.IGNORECASE)
JOINT = re.compile(
    r"^(?P<who>(?:[Tt]he\s)?(?:[\w-]+\s){0,3}?(?:leaders|ministers|presidents|heads"
    r"|foreign ministers|governments|delegations"
    r"|unions|parties|companies)\s(?:of"
    r"|from)\s[^,;\"“”]+(?:,\s[^,;\"“”]+){0,6}?\sand\s[\w’'.\s-]+?)\s(?:also\s|jointly\s)?"
    r"(?:agreed|said|stated|stressed|noted|called|reaffirmed|reiterated|declared|announced"
    r"|urged|welcomed|condemned|pledged|expressed)\b"
)
GROUPS = word_list("ministers leaders sides parties presidents delegations heads")
