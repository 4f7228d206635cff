"""Claims told by a noun or an adjective: "gave assurances that", "made it clear that"."""

import re

from facts.reading.wordlist import word_list

_WORDS_OF_SPEECH = (
    r"(?:assurance|warning|promise|pledge|claim|statement|admission|announcement|prediction"
    r"|accusation|allegation|denial|argument|point|case|threat|suggestion|assertion|guarantee"
    r"|undertaking|complaint|objection|fear|concern|doubt|hope|belief|conviction|opinion|view"
    r"|confidence|insistence|reminder|reassurance|clarification|commitment|declaration"
    r"|recommendation"
    r"|proposal|revelation|confirmation)s?"
)
_AN_OBJECT = r"(?=\s(?!by\b)(?:the|this|that|these|those|its|his|her|their|an?|both|all|[A-Z])\b)"
_NEWS = (
    r"(?:decision|move|ruling|news|deal|plans?|agreement|announcement|verdict|reports?|findings?"
    r"|changes?|proposals?|fall|rise|growth|progress|release|results?|initiative|offer|investment"
    r"|statement|steps?|outcome|vote|law|bill|measures?|truce|ceasefire|talks|support|appointment"
    r"|accession|commitment|return|opening|launch|figures|increase|cut|reform|budget|sentence"
    r"|apology|delay|extension|closure|withdrawal)"
)
_FEELINGS = (
    r"(?:concerns?|alarm|regret|dismay|outrage|unease|fears?|doubts?|disappointment|satisfaction"
    r"|confidence|hope|support|gratitude|thanks|sympathy|solidarity|condolences|appreciation"
    r"|readiness|willingness|commitment|opposition|shock|anger|sadness|frustration|optimism)"
)
# What somebody thinks of a thing, told by the verb: praise, blame, thanks, feelings.
_STANDS = (
    rf"(?:praise[sd]|criticis(?:ed|es)|criticiz(?:ed|es)|slammed|fault(?:ed|s)|denounce[sd]"
    rf"|deplore[sd]|laud(?:ed|s)"
    rf"|decr(?:ied|ies)|defended|mocked){_AN_OBJECT}"
    rf"|condemn(?:ed|s){_AN_OBJECT}(?!\s[^.;,]{{2,40}}\sto\s)"
    rf"|welcome[sd](?=\s(?!by\b)(?:[\w’'-]+\s){{0,4}}?{_NEWS}\b)"
    r"|thank(?:ed|s)(?=\s[^.,;]{2,60}?\sfor\b)"
    r"|apologi[sz](?:ed|es)(?=\s(?:to|for)\b)"
    r"|likened(?=\s[^.;]{2,60}?\sto\b)"
    r"|(?:highlighted|highlights)(?=\sthe\s(?:importance|need|risks?|dangers?|role|value|progress"
    r"|problems?|lack|plight|threat|costs?)\b)"
    rf"|(?:express|voic)(?:ed|es)(?=\s(?:[\w’'-]+\s){{0,4}}?{_FEELINGS}\s"
    r"(?:that|about|over|at|for|to|with|and|in|of)\b)"
    r"|(?:labell?ed|dubbed|termed)(?=\s(?:the|this|that|his|her|its|their|it|them)\s"
    r"(?:[\w’'-]+\s){0,3}?(?:an?|the)\s[a-z“\"])"
    r"|doubts?(?=\s(?:that\s|if\s|whether\s|(?:[\w’'-]+\s){1,5}?(?:will|would|can|could|is|was)\s))"
)
# Beside the verbs of `saying`, as parts of one expression.
PHRASES = (
    r"(?:gave|gives?|issued|issues|made|makes|offered|offers|raised|raises|repeated|repeats|renewed"
    r"|voiced|voices|expressed|sounded|advanced|aired|stated|reiterated|restated|received)"
    r"\s(?:[a-z]+\s){0,4}?"
    rf"{_WORDS_OF_SPEECH}(?=\sthat\b)"
    r"|(?:made|makes|making) (?:it |this |that )?(?:clear|plain|known)(?=,? that\b)"
    r"|(?:took|taken|takes) to \S+(?:\s\S+){0,3}? to (?:say|warn|announce|insist|deny|complain"
    r"|claim"
    r"|argue|accuse|declare|confirm|ask)"
    r"|(?:would|will|could|can) only (?:say|confirm)"
    r"|(?:was|is|were|are|has been|had been) (?:[a-z]+ )?(?:quick|keen|careful|eager|at pains"
    r"|anxious|swift)"
    r" to (?:point out|say|stress|note|add|insist|emphasi[sz]e|explain|deny|underline|remind)"
    r"|(?:was|is|were|are|remains?|remained|seemed|sounded) (?:[a-z]+ )?(?:adamant|certain"
    r"|confident"
    r"|convinced|optimistic|hopeful|sceptical|skeptical|doubtful|clear|insistent|emphatic"
    r"|unequivocal|categorical)(?= that\b)"
    r"|(?:reject(?:ed|s)|dismiss(?:ed|es)|refute[sd]|rebuff(?:ed|s)|brush(?:ed|es) aside"
    r"|shrug(?:ged|s) off)(?=\s(?:the\s|these\s|those\s|all\s|any\s|such\s|that\s)?"
    r"(?:[\w’'-]+\s){0,2}?(?:claims?|allegations?|criticisms?|accusations?|suggestions?|reports?"
    r"|calls|charges?|rumou?rs|concerns|fears|complaints?|assertions?|notion|idea)\b(?!\sby\b))"
    r"|estimate[sd]?(?=\s(?:the|its|his|her|their)\s(?:[\w’'-]+\s){0,6}?at\s)"
    r"|expect(?=\s(?!to\b)(?:[a-z]+\s){1,3}of\s"
    r"(?:(?:about|around|some|over|up to|at least)\s)?[$€£₹]?\d)"
    r"|(?:is|are|was|were)\s(?:now\s|also\s|still\s)?(?:forecasting|projecting)"
    rf"|{_STANDS}"
    r"|long (?:warned|argued|insisted|said|complained|maintained)"
    r"|(?:is|was|are|were) (?:in no doubt|of the (?:view|opinion)|sure)(?= that\b)"
    r"|(?:has|had|have) no doubt(?= that\b)|took the view(?= that\b)"
    r"|(?:let it be known|let slip|put on record|gave notice)(?= that\b)"
    r"|left no doubt(?= that\b)|leaves no doubt(?= that\b)"
)
# "The ministry, quoted by Radio Senza, has counted 73 cases"
QUOTED_BY = re.compile(
    r"^(?:But\s|And\s)?(?P<who>[^,;:\"“”]{3,70}), (?:quoted|cited) (?:by|in|on) [^,;:]{3,60},\s"
    r"(?:[a-z]+\s){0,2}?(?:counted|recorded|reported|put|estimated|registered|warned|told|said"
    r"|[a-z]+ed)\b"
)
# "For Ida Roe, head of buying at Velda Lines, there is no mystery about the cause"
FOR_ONE = re.compile(
    r"^For (?P<who>[^,;:\"“”]{3,60})(?:, [^;:\"“”]{3,80}?)?, (?:it is (?:simple|clear|obvious"
    r"|plain)\b"
    r"|there (?:is|was) no (?:mystery|doubt|question|excuse|point)\b|the (?:reason|cause|answer"
    r"|issue"
    r"|problem|point|lesson|message) (?:is|was) (?:simple|clear|plain|obvious)\b)"
)
_REPLY = (
    r"(?:message|reply|answer|response|verdict|advice|comment|conclusion|view|position|reaction"
    r"|assessment|explanation|argument|point|warning|summary|retort|plea|prediction|take)"
)
# "Roe was adamant: the pier is safe.", "Roe's message was simple: ..."
BLUNT = re.compile(
    r"^(?:But\s|And\s|Yet\s)?(?P<who>[^:;,\"“”]{2,60}?)(?:"
    rf"['’]s?\s(?:[a-z]+\s){{0,2}}?{_REPLY}(?:\s(?:to|on|for)\s[^:;,\"“”]{{2,40}})?"
    r"(?:\s(?:was|is|came)\s(?:[a-z]+\s){0,3}?[a-z]+)?"
    r"|\s(?:was|is|were|remains?|remained|sounded)\s(?:[a-z]+\s){0,2}?(?:adamant|clear|blunt"
    r"|categorical"
    r"|in no doubt|emphatic|firm|unequivocal|defiant|unrepentant|scathing|dismissive|succinct"
    r"|upbeat|cautious"
    r"|philosophical|certain|convinced|sure|frank|candid|unmoved|unconvinced)):\s(?=[\"“A-Za-z\d])"
)
# "In Roe's view, ...", "As Roe sees it, ..."
IN_VIEW = re.compile(
    r"(?:^|[,;]\s|\b(?:but|and)\s)(?:(?:[Ii]n|[Bb]y) "
    r"(?:(?P<their>his|her)|(?P<of>[^,;:\"“”]{2,60}?)['’]s?) (?:own )?"
    r"(?:view|opinion|words"
    r"|telling|account|estimation|estimate|judge?ment|reckoning|eyes)"
    r"|[Aa]s (?P<as>[^,;:\"“”]{2,60}?) (?:(?:sees|saw|tells|told|has it|put|puts|describes"
    r"|described)(?: it)?|(?:rightly |also )?(?:noted|notes|pointed out|points out|explained"
    r"|explains"
    r"|observed|observes|argued|argues|warned|warns|predicted|predicts|said|says)(?=,)))"
    r"(?=,|\s[a-z]+\s|$)"
)
# "It is Roe's view that ..."
ITS_VIEW = re.compile(
    r"\b[Ii]t (?:is|was|remains) (?P<who>[^,;:\"“”]{2,60}?)['’]s? (?:[a-z]+ )?(?:view|belief"
    r"|opinion)"
    r" that\b"
)
# Looked for first, for speed: one of them stands in every such aside.
VIEWS = word_list(
    "view opinion belief words telling account estimation estimate judgement judgment reckoning"
    " eyes"
)
AS_TOLD = word_list(
    "sees saw tells told has put puts describes described noted notes pointed points explained"
    " explains"
    " observed observes argued argues warned warns predicted predicts said says"
)
# '"Nonsense," was Roe's reply.'
WAS_REPLY = re.compile(
    r"[\"”]\s(?:was|is|came|ran|read)\s(?P<who>[^,;:\"“”]{2,60}?)['’]s?\s(?:[a-z]+\s){0,2}"
    rf"{_REPLY}\b"
)
# "Figures from Velda Lines show", "Data released by the Harbour Office on Monday showed"
DATA_OF = re.compile(
    r"(?:^|[,;]\s|\b(?:but|and|while|as)\s)(?:(?:[Tt]he|[Nn]ew|[Ll]atest|[Oo]fficial"
    r"|[Pp]reliminary|[Rr]ecent"
    r"|[Ss]eparate)\s){0,2}(?:[A-Za-z]+\s)?(?:[Ff]igures|[Dd]ata|[Ss]tatistics|[Ee]stimates"
    r"|[Nn]umbers|[Rr]ecords"
    r"|[Rr]esearch|[Aa]nalysis)\s(?:(?:published|issued|released|compiled|collected|gathered"
    r"|seen|conducted"
    r"|carried out|done)\s(?:[a-z]+\s)?)?(?:from|by)\s(?P<who>[^,;:\"“”]{2,70}?)"
    r"\s(?:(?:published|issued|released)"
    r"\s)?(?:(?:earlier\s|late\s)?(?:on|in|this|last)\s\w+\s)?(?:also\s)?"
    r"(?P<show>shows?|showed|suggests?|suggested|indicates?|indicated|reveals?|revealed|found"
    r"|finds|puts?)\b"
)
DATA = word_list("figures data statistics estimates numbers records research analysis")
# "according to figures published today by the Harbour Office": whose figures they are.
FIGURES_BY = re.compile(
    r"(?:(?:the|an?)\s)?(?:[\w-]+\s){0,3}?(?:figures|data|statistics|estimates|numbers|results"
    r"|survey"
    r"|poll|study|report|analysis|review|assessment|statement|notice)\s(?:of\s[^,;]{2,40}?\s)?"
    r"(?:(?:published|issued|released|compiled|collected|gathered)\s(?:(?:today|yesterday|recently"
    r"|(?:earlier\s)?(?:on|in|this|last)\s\w+)\s)?)?(?:from|by)\s"
)
# "according to Ida Roe's own figures"
OWN_FIGURES = re.compile(
    r"['’]s?\s(?:own\s)?(?:[a-z-]+\s){0,2}(?:figures|data|statistics|estimates?|calculations?|count"
    r"|tally|records|numbers|projections?|forecasts?|analysis|accounts?|website|report|survey)\.?$"
)
# "It puts the cost at $40 million"
PUTS = re.compile(
    r"\s(?P<verb>puts?|has put|have put|placed?|places)(?="
    r"\s(?:it|this|that|them)\sat\s\S|\s(?!his"
    r"\b|her\b)(?:[a-z]+\s){1,3}at\s(?:[a-z]+\s){0,2}[$€£₹]?\d|\s(?:the|its|their)\s"
    r"(?:[\w’'-]+\s){1,7}at\s(?:[a-z]+\s){0,2}"
    r"(?:[A-Z]{1,3})?[$€£₹₱]?\s?\d|\s(?:the|its|their)\s(?:official\s)?(?:number|toll"
    r"|cost|figure|total|count|damage|loss(?:es)?|bill|value|size|price"
    r"|death toll|chances|odds|risk)\b[^.;]{0,80}\sat\s)"
)
# "An inquest heard that Roe had told friends": the inquest tells it of Roe.
HEARD_THAT = re.compile(
    r"\b(?:[Cc]ourt|[Ii]nquest|[Jj]ury|[Jj]urors|[Ii]nquiry|[Hh]earing|[Tt]ribunal|[Tt]rial|[Pp]anel)"
    r"\s(?:(?:has|had|also|earlier|later)\s)*(?:heard|hears|was told|were told)\s(?:that|how)\s"
)
