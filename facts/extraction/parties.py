"""Who speaks by a joint text: the leaders of several lands, a communique's body or parties."""

import re

from facts.extraction.phrases import Speaker
from facts.extraction.signs import words_in
from facts.reading.wordlist import word_list

# One of them stands in every match of the next: looked for first, for speed.
_JOINED = word_list(
    "leaders ministers presidents heads governments delegations unions parties companies"
)
_JOINT = re.compile(
    r"^(?P<who>(?:[Tt]he\s)?(?:[\w-]+\s){0,3}?(?:leaders|ministers|presidents|heads"
    r"|foreign ministers|governments|delegations"
    r"|unions|parties|companies)\s(?:of"
    r"|from)\s[^,;\"“”]+(?:,\s[^,;\"“”]+){0,6}?\sand\s[\w’'.\s-]+?)\s(?:also\s|jointly\s)?"
    r"(?:agreed|said|stated|stressed|noted|called|reaffirmed|reiterated|declared|announced"
    r"|urged|welcomed|condemned|pledged|expressed)\b"
)
# What a communique lets its body or its parties feel and praise: they say it by the text itself.
_OF_A_BODY = re.compile(
    r"^(?:On\s[^,;:]{3,60},\s)?(?P<who>They|Leaders|Ministers|Heads\sof\s(?:State|Government|Delegation)"
    r"|Participants|Delegates|Governors|(?:[Tt]he\s(?:(?:two|three|four|five|six)\s)?(?:Ministers|Heads(?:\sof\s\w+){1,4}|Leaders"
    r"|Presidents|Parties|Sides|sides|parties|delegations|Delegations|Member\sStates|Participants"
    r"|participants|Council|Summit|Board|Committee|Commission|Assembly|Conference|Congress|Forum"
    r"|Group|Union|Community|Secretariat|Executive|Alliance|Meeting|Synod|Bureau)"
    r"|(?:Both|The\stwo)\s(?:sides|parties|delegations|ministers|leaders|governments|countries)))\s"
    r"(?:(?:also|further|strongly|warmly|unanimously|firmly|[a-z]+ly|then)\s)*"
    r"(?:welcomed|condemned|commended|deplored|regretted|thanked|congratulated|applauded|hailed"
    r"|noted|recalled|endorsed|reaffirmed|reiterated|recogni[sz]ed|acknowledged|encouraged|urged"
    r"|invited|requested|underlined|underscored|emphasi[sz]ed|stressed"
    r"|appreciated|paid\stribute\sto|took\snote\sof|appealed\s(?:to|for)|called\s(?:up)?on"
    r"|(?:expressed|voiced|conveyed)\s(?:its\s|their\s|the\s)?(?:[a-z]+\s(?:and\s)?){0,3}?"
    r"(?:concern|satisfaction|appreciation|gratitude|regret|support|solidarity|condolences|hope"
    r"|confidence|alarm|sympathy|dismay|thanks|readiness|determination|commitment))\b"
)


def parties(text: str) -> Speaker | None:
    """Return the parties or the body that a sentence of a joint text opens with, if they speak."""
    if not _JOINED.isdisjoint(words_in(text)) and (joint := _JOINT.match(text)):
        return Speaker(joint["who"], joint=True)
    body = _OF_A_BODY.match(text)
    if body and body["who"] == "They":
        return Speaker(None)  # those who spoke just before
    return Speaker(body["who"]) if body else None
