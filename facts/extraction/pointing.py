"""What points to a speaker behind it: "according to Ida Roe", "as noted by Ida Roe"."""

import re

# One of them stands in every match of the next: looked for first, for speed.
POINTS = (
    *("ccording to", "told by", "n the words", "n the view", "n the opinion", "put at "),
    *("estimated at ", "valued at ", "ed by ", "s noted ", "s stated ", "s told ", "eard from "),
    *('" by ', "” by "),
)
POINTED = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion) of"
    r"|[Aa]s (?:noted|stated|reported|pointed out|explained|announced|claimed|mentioned|observed"
    r"|told|stressed|emphasi[sz]ed|recalled|predicted|confirmed|said) by"
    r"|[Ii]t (?:was|is|has been) (?:announced|confirmed|said|reported|claimed|disclosed|stated"
    r"|alleged)"
    r"(?=\sby\s[^.;]{2,80}?\sthat\b) by"
    r"|(?:heard|learned|learnt) from(?=\s[^.;]{2,80}?\sthat\b)"
    r"|(?:is|was|were|are|been) (?:doubted|disputed|denied|contested|queried) by"
    r"|(?:[Ww]as|[Ww]ere|[Bb]een) (?:told|(?:dismissed|described|denounced|condemned|hailed|branded"
    r"|criticised|criticized|praised|rejected)(?=\sby\s[^.;]{2,60}?\sas\s)) by"
    r"|(?:[Ww]as|[Ww]ere|[Bb]een) (?:[a-z]+ly )?(?:described|dismissed|denounced|condemned|hailed"
    r"|branded|labelled|praised|called|dubbed)(?: as)? [\"“][^\"“”]{2,90}[\"”] by"
    r"|(?:put|estimated|valued) at [^,;.:“”\"]{1,50}? by)\s"
)
AFTER_POINTED = re.compile(r"\s(?:that|who|which|whose|how|what|why|published|released|on|in)\s")
