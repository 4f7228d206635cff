"""Which verbs make a sentence somebody's word by what follows them: "proposed a cut", "hinted at".

Verbs that demand, promise, complain, propose, praise, blame, regret, doubt or estimate have as many
objects that are mere deeds: "proposed a toast", "questioned two men", "pressed the button". Each
stands here with what makes it a claim whose content is in the sentence; what only tells of an act
("agreed to", "offered", "asked for", "thanked", "signed") is left out.
"""

_OBJECT = r"\s(?!by\b)(?:the|this|that|these|those|its|his|her|their|an?|both|all|any|what|[A-Z])\b"
_TO_DO = r"\sto\s(?!(?:the|an?|his|her|him|my|its|their|this|that|be)\b)[a-z]{2,}"
_NUMBER = (
    r"(?:(?:at least|more than|over|some|about|around|nearly|almost|another|only|up to)\s)?"
    r"(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of"
    r"|hundreds of|thousands of)\s(?:[\w-]+\s){0,2}?"
)
_TIMES = r"(?!(?:days?|hours?|minutes?|weeks?|months?|years?|times|seconds?)\b)"
_MOVES = (
    r"(?:rise|fall|drop|increase|decrease|decline|surge|jump|shortage|lack|loss|profit|growth"
    r"|backlog|delay|spike|slump|recovery|deficit|surplus|reduction|cut|shortfall|failure|absence)"
)
_WANTED = (
    r"(?:inquiry|investigation|review|probe|changes?|reforms?|answers?|ban|law|vote|elections?|deal"
    r"|truce|ceasefire|sanctions|rise|increase|cuts?|release|resignation|measures?|rules?"
    r"|protections?|action|funding|money|time|calm|help|restraint|support|independence|talks"
    r"|solution|referendum|compensation|justice|settlement|guarantees?|recount|delay)"
)
_DOUBTED = (
    r"(?:figures?|claims?|needs?|costs?|decision|plans?|wisdom|value|timing|legality|motives?"
    r"|findings|results?|accuracy|safety|account|evidence|verdict|estimates?|report|policy|benefit"
    r"|fairness|legitimacy|purpose|logic|reliability|ability|independence|commitment|projections?"
    r"|conclusions?|assumptions?|version|numbers|method|role|future|credibility|impartiality)"
)
_WORD = (
    r"(?:calls?|demands?|warnings?|offer|claims?|promises?|pledges?|denials?|pleas?|appeals?"
    r"|opposition|objections?|criticism|accusations?|allegations?|request|support|commitment)"
)
_QUESTION = r"\s(?:whether|if|why|how|what|who|when|where)\b"

PHRASES = (
    # Proposals and advice.
    r"propose[sd]?(?=\s(?:(?:an?|the)\s(?!toast\b|motion\b|amendment\b|vote\b|resolution\b"
    rf"|adjournment\b)|that\b|(?:[a-z]+ly\s)?[a-z]+ing\b|(?:new|higher|lower|more)\s)|{_TO_DO})"
    r"|suggest(?:ed|s)(?=\s(?!(?:bring|someth|noth|evening)\b)[a-z]{3,}ing\s)"
    rf"|recommend(?:ed|s)(?=\s[a-z]{{3,}}ing\s|\s(?:an?|no|{_NUMBER[:-1]})\b)"
    r"|advise[sd](?= against\s)|caution(?:ed|s)(?= against\s)"
    r"|(?:propose|recommend)(?=\s(?:that|[a-z]{3,}ing|an?)\b)"
    # Promises.
    rf"|(?:swore|swears|undertook|undertakes)(?={_TO_DO})"
    r"|commit(?:ted|s)(?=\s(?:(?:it|him|her)self\s|themselves\s)?to\s[a-z]{3,}ing\b)"
    r"|guarantee[sd](?=\s(?:an?|the|no|every|all|that|it|they)\b)"
    # Complaints, refusals of a claim, disagreement.
    r"|complained(?=\s(?:bitterly\s|loudly\s)?(?:of|about|to\s[^.;,]{3,40}\s(?:that|of|about))\s)"
    r"|complains(?=\s(?:bitterly\s)?(?:of\s|to\s[^.;,]{3,40}\sthat\s))"
    r"|complain(?=\s(?:of|about)\s)|object to(?=\s)"
    r"|reject(?:ed|s)?(?=\s(?:that|this|it)(?:[.,;]|\sas\b))"
    r"|reject(?=\s(?:the|this|that|any|such|all)\s(?:[\w-]+\s){0,2}?(?:claims?|charges?|idea"
    r"|allegations?"
    r"|accusations?|criticisms?|suggestions?|reports?|calls|notion|figures?)\b)"
    r"|(?:claims?|claimed|professe[sd]) to(?=\s(?:have|be|hold|know|own|control|speak|represent)\b)"
    r"|play(?:ed|s)? down(?=\s)"
    r"|disagree[sd]?(?=[.;:]|\swith\s(?:(?:that|this|it|him|her|them)\b|(?:the|his|her|its|their)\s"
    rf"(?:[\w-]+\s){{0,2}}?(?:view|idea|assessment|opinion|{_DOUBTED})\b))"
    rf"|(?:agrees|concurs|concurred)(?=\s?[.;]|\swith\s(?:that|this|it|him|her|them)\b)"
    rf"|(?:question(?:ed|s)?|challenge[sd]?)(?={_QUESTION}|\s(?:the|this|that|his|her|its|their)\s"
    rf"(?:[\w’'-]+\s){{0,2}}?{_DOUBTED}\b)"
    rf"|quer(?:ied|ies)(?={_QUESTION}|{_OBJECT})|doubt(?:ed|s)(?=\s(?:whether|if)\b)"
    r"|object(?:ed|s) to(?=\s)|took issue with|takes issue with"
    r"|(?:cast|casts|threw|throws) doubt on|(?:poured|pours) (?:scorn|cold water) on"
    rf"|raise[sd](?=\s(?:[a-z]+\s){{0,2}}?(?:concerns?|doubts?|fears|objections?|worries)\s"
    r"(?:about|over|at|to|with|that)\b)"
    # What is reported, counted, foreseen.
    rf"|report(?:ed|s)(?=\s{_NUMBER}{_TIMES}[a-z]{{3,}}\b(?![^.;]{{0,40}}\sto\s(?:the\s)?(?:police"
    rf"|authorities|council)\b)|\s(?:an?|the|no)\s(?:[a-z-]+\s){{0,2}}?{_MOVES}\b)"
    rf"|(?:forecasts?|foresees?|foresaw|anticipate[sd]?|envisage[sd]?)(?=\s(?:(?:an?|no|the)\s"
    rf"(?:[a-z-]+\s){{0,2}}?{_MOVES}\b|(?:[a-z-]+\s){{1,3}}of\s\D{{0,12}}\d))"
    r"|estimate[sd]?(?=\s(?:[a-z-]+\s){1,2}of\s\D{0,12}\d)"
    r"|claims?(?=\s(?:the support of|\d[\d,.]*\s(?:members|supporters|followers|users|readers"
    r"|customers|signatures)\b))|counts(?=\s(?:about |some |at least )?\d[\d,.]*)"
    r"|(?:gave|gives)(?=\s(?:the|its|a|their)\s(?:[a-z]+\s)?(?:toll|figure|number|total|cost"
    r"|count)\s"
    r"(?:of\s[a-z]+\s|for\s[^.;,]{3,30}\s)?(?:as|at)\s)"
    r"|(?:sees|saw) no (?:reason|need|point|grounds|alternative|sense|case)"
    # What is asked of others.
    r"|(?:pleaded|pleads) with(?=\s[^.;]{2,60}\sto\s[a-z])"
    r"|(?:beg(?:ged|s)|implore[sd]|beseech(?:es)?|besought)(?=\s[^.;]{2,60}\s(?:not\s)?to\s[a-z])"
    rf"|(?:press(?:ed|es)|push(?:ed|es)"
    rf"|argue[sd]) for(?=\s(?:[\w-]+\s){{0,4}}?{_WANTED}\b)"
    r"|demand(?:ed|s)?(?=\sto know\b)|demand(?=\s(?:an?|the|that|more|better)\b)"
    r"|(?:pleaded|pleads?) for(?=\s(?!(?:his|her|their) li))|call (?:for|on)(?=\s)"
    r"|urge(?=\s[^.;]{2,60}\sto\s)"
    r"|(?:is|are|was|were)\s(?:now\s|also\s|still\s)?(?:(?:urging|begging"
    r"|imploring)(?=\s[^.;]{2,60}\sto\s)"
    r"|demanding(?=\s(?:an?|the|that|more)\b)"
    r"|(?:suggesting|proposing)(?=\s(?:an?|the|that|[a-z]{3,}ing)\s))"
    # Feelings and judgements.
    rf"|(?:regret(?:s|ted)|lament(?:ed|s)|bemoan(?:ed|s)|berate[sd]|lambast(?:ed?|e?s)"
    rf"|castigate[sd]"
    r"|deride[sd]|ridicule[sd]|rebuke[sd]|applaud(?:ed|s)|commend(?:ed|s)|panned|pilloried"
    rf"|excoriate[sd]|assail(?:ed|s))(?={_OBJECT})"
    r"|(?:attack(?:ed|s)|blast(?:ed|s)|justif(?:ied|ies)|derided)(?=\s(?!by\b)[^.;]{2,80}?\sas\s"
    r"(?:an?\s|the\s)?[\"“a-z])"
    r"|(?:hit|hits) (?:out|back) at|lash(?:ed|es) out at|(?:spoke|speaks|came) out against"
    r"|(?:is|are|was|were|remains?) (?:[a-z]+ )?(?:convinced|confident|certain|sure|adamant)"
    r"(?=\s(?:the|it|he|she|they|there)\s)|(?:made|makes) (?:clear|plain)(?=\s(?:the|it|he|she"
    r"|they)\s)"
    r"|(?:bet|foretold|foresaw|let on|spel(?:led|t) out)(?=\sthat\b)"
    # What is told without "that".
    r"|(?:spoke|speaks|talked|talks|boast(?:ed|s)) of(?=\s(?:an?|the|his|her|its|their|having|being"
    r"|[\"“]|[a-z]+)\b)|(?:told|tells) of(?=\s)|(?:told|tells)(?=\show\s)"
    r"|(?:describe[sd]|recount(?:ed|s)|outline[sd]|spelt out|spelled out|set out"
    r"|detailed)(?=\s(?:how"
    r"|why|what)\b)|recount(?:ed|s)(?=\s(?:the|his|her|its|an?)\s)|hint(?:ed|s) at(?=\s)"
    rf"|point(?:ed|s) to(?=\s(?:the|an?|its|his|her|their|new"
    rf"|recent)\s(?:[\w-]+\s){{0,2}}?(?:{_MOVES}"
    r"|figures|evidence|data|success|example|costs?|weather|study|research|risks?|experience"
    r"|progress|need|record|results?|survey|report)\b|\s(?:figures|evidence|data|research"
    r"|studies)\b)"
    rf"|note[sd](?=\s(?:the|an?)\s(?:[a-z-]+\s)?(?:{_MOVES}|importance|need|risks?|progress"
    rf"|improvement)\b)"
    rf"|(?:repeated|repeats|renewed|renews|reiterated|reiterates|restated)(?=\s(?:the|his|her|its"
    rf"|their|an?)\s(?:[a-z-]+\s)?{_WORD}\b)"
    r"|credit(?:ed|s)(?=\s(?!by\b|to\b|with\b)[^.;]{2,60}?\s(?:with|for)\s)"
    r"|ascribe[sd](?=\s[^.;]{2,80}?\sto\s)|vouch(?:ed|es) for"
    r"|puts?(?=\s(?:the|this|that|it|its|his|her|their)\s(?:[\w-]+\s){0,4}?down to\s)"
    r"|compare[sd](?=\s(?:the|this|that|it|him|her|them|his|its|their"
    r"|[A-Z]\w+)\s[^.;]{0,50}?\bto\s)"
    r"|cite[sd](?=\s[^.;]{3,60}?\sas (?:the|an?|one of the|his|her|its|their) (?:main |only "
    r"|chief )?"
    r"(?:reasons?|causes?|grounds)\b)"
    r"|attribut(?:ed|es)(?=\s(?!to\b)[^.;]{2,80}?\sto\b)"
    r"|advise[sd](?=\s(?!by\b)(?:[\w’'-]+\s){1,4}?to\s[a-z]+)"
    r"|notif(?:ied|ies)(?=\s(?!by\b)[^.;]{2,90}?\s(?:of|that)\b)"
    r"|threaten(?:ed|s)(?=\s(?:an?|more|further|new)\s(?:[\w-]+\s){0,3}?(?:strikes?|walkouts?"
    r"|boycott"
    r"|lawsuit|protests?|sanctions|legal action|industrial action)\b)"
    # What somebody does not think.
    r"|(?:does|do|did)(?: not|n['’]t) (?:expect|believe|think|accept that|agree|rule out|see any)"
    r"|(?:has|have|had)(?: not|n['’]t| never) ruled out"
)
