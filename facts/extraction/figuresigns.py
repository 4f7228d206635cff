"""The words around a number by which it names, points or tells an age, and counts nothing."""

import re

NAMED = re.compile(
    r"\b(?:No|Nos|Arts?|Articles?|paras?|paragraphs?|pages?|pp?|sections?|chapters?|points?|items?"
    r"|Resolution|Room|Route|Highway|Flight|Boeing|Airbus|Apollo|Psalm|Volume|Part|Phase|Stage"
    r"|Level|Group|Grade|Type|Class|Gate|Platform|Track|Season|Episode|Figure|Table|Annex|Step|Rule"
    r"|call|dial|phone|ring|iPhone|Version|Covid|Super Bowl|Formula|Interstate|Protocol"
    r"|(?-i:Line|Channel|Radio|Area|Zone|District|Ward|Sector|Scene|Law|Decree|Directive|Windows"
    r"|War|Unit|Reactor|Block|Pier|Terminal|Bus|Tram))\.?\s$",
    re.IGNORECASE,
)
BAD_END = re.compile(
    r"(?:st|nd|rd|th)\b|[:/.,-]\d|\s?[ap]\.?m\b|\s(?:January|February|March|April|May|June|July"
    r"|August"
    r"|September|October|November|December)\b|['’]?s\b|-(?:half|third|quarter|fifth|sixth"
    r"|tenth)s?\b"
)
ADDRESS = re.compile(
    r"\s(?:[A-Z][\w’'.-]+\s){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Lane|Drive|Blvd|Boulevard|Square"
    r"|Terrace|Way|Close|Court|Quay)\b"
)
AGED = re.compile(
    r"\b(?:children|people|those|men|women|boys|girls|pupils|patients|players|adults|anyone|residents"
    r"|citizens|workers|drivers|everyone|aged)\s(?:under|over|above|below)\s$",
    re.IGNORECASE,
)
