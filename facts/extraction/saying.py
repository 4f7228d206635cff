"""The words of speech: verbs that report it, nouns that speak, pronouns that must not inherit."""

import re

from facts.extraction import acts, wordsgiven
from facts.extraction.grouped import grouped, openings
from facts.reading.wordlist import word_list

# Followed by what was said, with or without "that".
_PLAIN = (
    "said|says|say|told|tells|stated|states|stressed|stresses|notes|warned|warns"
    "|explained|explains|argued|argues|insisted|insists|confirmed|confirms"
    "|admitted|admits|acknowledged|acknowledges|reiterated|reiterates|emphasi[sz]ed|emphasi[sz]es"
    "|underlined|underscored|predicted|predicts|cautioned|testified|reaffirmed|reaffirms|announced"
    "|announces|denied|denies|deny|insist|warn|argue"
    "|pointed out|points out|asserted|maintained that|contended|conceded"
    "|vowed|pledged|promised|vows|pledges|promises|underlines|underscores|cautions|testifies"
    "|attests"
    "|attested|asserts|contends|concedes|maintains that|clarified|clarifies|disclosed|discloses"
    r"|(?:asked|wondered)(?=\s(?:(?:the|an?|his|her|its|their)\s[\w-]+\s|[A-Z]\w+\s|him\s|her\s"
    r"|them\s"
    r"|me\s|us\s|reporters\s|ministers\s|aloud\s)?(?:whether|if|why|how|what|when|who|where)\b)"
    r"|held(?=\sthat\b)"
    r"|call(?:ed|s) (?:on|upon)(?=[^.;]{1,90}\s(?:to|for)\s)"  # else a visit
    "|called for|calls for|appealed for|appealed to|ruled out|rules out"
    r"|accuse[sd]?(?=[^.;]{3,90}\bof\b)|blame[sd]?(?=\s(?!himself|herself|itself|themselves))"
    r"|(?:re)?assure[sd]?(?=\s(?:\w+\s){1,4}?(?:that|it|he|she|they|there|the)\b)"
    r"|(?:liked|used) to say|disclosed to|confided|lamented(?= that)|averred|opined"
    r"|urge[sd]?(?=\s(?:caution|calm|patience|restraint|vigilance|unity|prudence|moderation)\b)"
    r"|remind(?:s|ed)(?=\s(?!by\b)(?:[\w’'-]+\s){1,4}?(?:that|of|to)\b)"
    r"|demands(?=\s(?:an?|the|that|more|his|her|their|its)\b)"
    r"|(?:invites|urge[sd]|requests|encourages|asks)(?=\s(?!by\b)[^.;]{3,60}\s(?:back\s)?to\s[a-z]+)"
    r"|asked(?=\s(?!by\b|for\b|about\b)(?:[\w’'-]+\s){1,4}?to\s[a-z]+)"
    r"|(?:regret(?:s|ted)|judge[sd]|consider(?:s|ed)|deplore[sd])(?=\sthat\b)"
    r"|demanded(?=\s(?:an?|the|that|more|his|her|their|its)\b)"
    r"|expects?(?=\s(?!to\b|\d)(?:[\w’'%-]+\s){1,6}?to\s(?!\d)[a-z]+)"
    r"|expects(?=\s(?:(?:about|around|some|nearly|almost|another|over|more than|at least|up to)\s)?"
    r"[$€£]?\d)"
    r"|disput(?:ed|es|e)(?=\s(?:(?:that|this|it)(?=[,.])|that|(?:this|those|these|the|his|her"
    r"|its|their|any)\s(?:\w+\s){0,2}?"
    r"(?:accounts?|claims?|figures?|findings?|allegations?|accusations?|charges?|version|estimates?"
    r"|assertion|suggestion|description|story|verdict|conclusions?|report|numbers?))\b)"
    rf"|{wordsgiven.PHRASES}|{acts.PHRASES}"
    r"|threaten(?:ed|s)(?=\sto\s[a-z]+)"
    r"|(?:dismiss(?:ed|es)|denounce[sd]|condemn(?:ed|s)|hail(?:ed|s)|praise[sd]|brand(?:ed|s)"
    r"|decr(?:ied|ies)"
    r"|portray(?:ed|s)|characteri[sz]e[sd]|rubbish(?:ed|es))(?=\s(?!by\b)[^.;]{2,80}?\sas"
    r"\s(?:an?\s|the\s)?[\"“a-z])"
    r"|(?:is|are|was|were)\s(?:now\s|also\s|still\s)?(?:saying|warning|insisting|denying|arguing"
    r"|calling for|calling on|stressing|telling|accusing(?=[^.;]{3,90}\bof\b))"
    r"|termed(?=\s(?:the|it|this|that|his|her|its|their|them|these|those|any)\b)"
    r"|describe[sd](?=\s(?!by\b|as\b)[^.;]{2,80}?\sas\s)"
)
# Speech only with "that" or a quotation: "reported a loss", "found a body".
_WITH_THAT = (
    "wrote|writes|tweeted|posted|replied|responded|commented|remarked|recalled|recalls|complained"
    "|joked|reported|reports|suggested|suggests|found|finds|showed|shows|concluded|concludes"
    "|believed|hoped|revealed|agreed|estimated|observed|repeated|asked|urged|called|described"
    "|demanded|expects|expected|maintained|indicated|ruled|recounted|quipped|mused|lamented"
    "|boasted|fumed|raged|gushed|stormed|snapped|enthused|blasted|beamed|bemoaned|decried|informed"
    "|advised|briefed|submitted|alerted|laughed|laughs|grinned|grins|smiled|smiles|sighed|sighs"
    "|shrugged|shrugs"
    "|chuckled|whispered|muttered|mutters|grumbled|grumbles|whispers|sobbed|hinted|speculated"
    "|emailed|shouted|answered|countered"
    "|retorted|branded|dismissed|posed|wondered"
    "|praised|dubbed|labell?ed|summed up|reads|continued|went on|accepted|hailed|accused"
    "|criticised|criticized|condemned|welcomed|defended|rejected|feared|expressed"
    "|apologi[sz]ed|would (?:often |always |sometimes )?(?:say|tell)|used to tell"
    "|likened|compared|proposed|proposes|recommended|recommends|replies|responds|comments|remarks"
    "|complains|jokes|agrees|observes|repeats"
    "|asks"
    "|urges|calls|describes|demands|maintains|indicates|rules|recounts|quips|muses|laments|boasts"
    "|hints"
    "|sees|shouts|answers|counters|retorts|dismisses|praises|accepts|hails|criticises|criticizes"
    "|condemns|welcomes|defends|rejects|reveals|expresses|apologi[sz]es|continues|goes on"
    "|reckoned|protested|protests|exclaimed|exclaims|affirmed|affirms|swore|swears|theori[sz]ed"
    "|theori[sz]es|ventured|ventures|volunteered|interjected|interjects|pleaded|pleads|begged|begs"
    "|objected|objects|reflected|reflects|marvelled|marvels|fretted|frets|worried|worries"
    "|professed|professes|proclaimed|proclaims|intimated|intimates|implied|implies|guaranteed"
    "|guarantees|texted|signalled|signaled|signals|flagged|flags|highlighted|highlights"
    "|bared|bares|stipulated|stipulates|reasoned|reasons|feels|felt|holds|advises|remembers|remembered"
    "|murmured|murmurs|moaned|moans|elaborated|calculated|calculates|enthuses|snaps|sighs"
    # Plain forms, of several speakers; they are nouns too.
    "|write|report|suggest|find|show|note|stress|admit|acknowledge|confirm|announce|complain|recall|fear"
    "|state|reveal|conclude|indicate|claim|declare|hope|agree|explain|point out|concede|caution"
)
# Speech also before a bare clause: "organisers claimed 8,000 had come", not "6,500 lives".
_THINKING = (
    "noted|declared|declares|claimed|claims|alleged|alleges|believes|thinks|estimates|hopes"
    "|reckons|fears|estimate"
    "|believe|think|reckon|expect|predict|added|adds|forecast|forecasts|projected|guess|guesses"
    "|allege|suspects|suspect|suspected|maintains|maintained|maintain"
    "|complained|complains|hoped|believed|agreed|agrees|concluded|concludes|recalled|replied"
    "|joked|jokes|observed|estimated|feared|felt|feels|hinted|hints|reckoned|boasted|boasts"
    "|worried|worries|speculated|remarked|complain"
    r"|(?:is|are|was|were)\s(?:now\s|also\s|still\s)?(?:reporting|predicting|claiming|alleging"
    r"|suggesting|estimating)"
)
ADVERB = "[a-z]++(?<=ly)(?<!family)(?<!assembly)"
_BETWEEN = (
    "has|had|have|did|also|now|today|yesterday|still|therefore|thus|nevertheless|nonetheless|later"
    "|then|further|again|earlier|however|often|always|twice|once|just|already|both|all"
    f"|{ADVERB}"
)
VERB = re.compile(
    rf"(?P<gap>[\s,”\"’'])(?=[a-z])(?P<between>(?:(?:{grouped(_BETWEEN)})\s)*)(?:(?P<plain>{grouped(_PLAIN)})"
    rf"|(?P<thinks>{grouped(_THINKING)})|(?P<weak>{grouped(_WITH_THAT)})|(?P<cited>"
    r"(?:is|are|was|were|been) (?:quoted|cited)(?:\s[^,.;]{1,40}?)?\sas (?:saying|telling)))"
    r"\b(?!\sout\b)"
)
OPENINGS = openings("|".join((_PLAIN, _THINKING, _WITH_THAT, _BETWEEN, "been|is|are|was|were")))
REPORTED = frozenset(
    {"reports", "reported", "report", "suggests", "suggested", "suggest", "indicates", "indicated"}
    | {"found", "finds", "shows", "showed", "reveals", "revealed", "claim", "fear", "hope"}
)
FOLLOWS_WEAK = re.compile(
    r"\s(?:\w+\s){0,3}?that\b(?![.,;])|[:,]?\s(?:(?:it|him|her|them|this)\s)?[\"“]"
    r"|\s[^,;:.“”\"]{1,50}[\"“]|:\s[A-Z]|\s(?:from|in|on)\s[^,;:.“”\"]{2,40}:\s[A-Z]"
    r"|\s[^,;:.“”\"]{1,50}:\s[\"“]"
)
CALLS_SO = re.compile(
    r"\s(?:the|this|that|his|her|its|their)\s[\w’'-]+\s(?:too\s|very\s|so\s|simply\s|both\s)?"
    r"[a-z]*(?:able|ible|ful|less|ous|ive|al|ic|ish|light|fair|safe|wrong|late|weak|small|big)\b|"
    r"\s(?:it|this|that|them)\s(?!(?:off|in|back|up|out|on|to|a|at|for|from|by|and|when|after|over"
    r"|quits|home|down|again|into|before|as)\b)[a-z]{3,}|"
    r"\s(?:the|this|that|it|him|her|them|his|its|their)(?:\s[\w’'-]+){0,4}?\s(?:an?|the)\s[a-z]|"
    r"\s(?:the|this|that|his|her|its|their)\s(?!police|ambulance|meeting|election|strike|vote|office)"
    r"[a-z-]+\s(?!off|in|back|up|out|from|yesterday|today|again|twice|early|first|home|tonight|late\b)"
    r"[a-z]{4,}(?=[.,;]|\s(?:and|but)\s|$)"
)
RECALLS = re.compile(r"\s(?:asking|telling|seeing|hearing|being|having|finding|[a-z]{2,}ing)\b")
FOLLOWS_THINKING = re.compile(
    r"\s(?!over\b)[^\s;]*[^\s;,.]\s(?:(?!(?:that|which|who|when|after|as|where|he|she|they|it|we|you|I)"
    r"\s|and\s(?:has|have|had|is|was|were|will|would|can|cannot|could)\s)[^\s;]*[^\s;,.]\s){0,15}?(?:had|has|have|was|were|is|are|would|will|could|can"
    r"|cannot|did|may|might|must|should|(?:is|are|was|were|do|does|did|has|have|had|would|could|should|wo"
    r"|ca)n['’]t)\b|\s\d[\d.,]*(?:%|\sper\s?cent)"
)
REPORTS = re.compile(
    r"\s(?P<verb>(?:today |on [A-Z][a-z]+ )?(?:reported|announced))(?=\s(?:[\w-]+\s){0,4}?"
    r"(?:sales|revenues?|profits?|loss(?:es)?|earnings|income|results|turnover)\b)"
    r"|\s(?P<toll>reported)(?=\s(?:at least\s|more than\s|over\s|some\s|about\s|nearly\s|only\s)?"
    r"(?:\d[\d,.]*|no|two|three|four|five|six|seven|eight|nine|ten|dozens of|hundreds of)\s"
    r"(?:[\w-]+\s){0,3}?(?:dead|killed|deaths?|injured|missing|injuries|casualties|fatalities"
    r"|wounded|cases|infections|arrests|survivors)\b)"
    r"|\s(?P<present>reports)(?=\s(?:[\w-]+\s){0,2}?"
    r"(?:queues|delays|shortages|unrest|damage|injuries|casualties|fighting|clashes|calm)\b)"
)
AFTER_QUOTE = re.compile(r"[,!?…—][\"”][^\"“”]{1,80}$")
ADMITS = re.compile(r"admits|admitted|conceded|concedes")
TOLD_TO = re.compile(
    r"\s(?:(?:him|her|them|us|me|you|[a-z]+s|(?:the|an?|his|her|its|their)\s[a-z]+|[A-Z]\w+(?:\s[A-Z]\w+)?)"
    r"(?:,\s[^,;:\"“”]{3,40},)?\s(?:not\s)?to\s[a-z]+\b"
    r"|(?:nobody|no one|none"
    r"|stories|tales|lies|jokes"
    r"|(?:the|an?|its|his|her|their)\s(?:[\w-]+\s)?(?:story|tale|lie|joke)s?)\b)"
    r"(?![^\n]*[\"“])"
)
LAUGHED = word_list(
    "laughed laughs grinned grins smiled smiles sighed sighs shrugged shrugs chuckled nodded"
    " whispered muttered mutters whispers grumbled grumbles sobbed"
)
AS_SAID = re.compile(
    r"^(?:But\s|And\s)?[Aa]s\s(?P<who>[^:\"“”]{3,90}?),?\s"
    r"(?:used to say|(?:once|often|always)\s(?:said|wrote|put it)"
    r"|liked to say|put it|says|said|wrote|has said)\s?[:,]\s?[\"“]"
)
A_DEED = re.compile(
    r"\s(?:to\s)?(?:\d|(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|all|both)\s"
    r"(?!\w+\s"
    r"(?:was|were|had|has|is|are|would)\b)|[a-z]+ing\b|guilt|liability|charges|counts|murder|fraud"
    r"|theft|defeat|responsibility)"
)
NO_CLAIM = re.compile(
    r"\s(?:nothing\b(?!\s(?:had|has|was|is|would|will|could|can)\b)|as much\b)"
    r"|\s(?:no more|little|goodbye|farewell|yes|no(?=[.,;]|\sto\s|$))\b"
    r"(?!\s(?:about|on)\s)"
)
# Verbs of several speakers that are nouns too: only after a plural.
PLAIN_FORMS = re.compile(
    r"report|suggest|find|show|note|stress|admit|acknowledge|confirm|announce|complain|recall"
    r"|fear|state"
    r"|reveal|conclude|indicate|allege|claim|declare|hope|agree|explain|point out|concede|caution"
    r"|estimate|forecast|guess|blame|dispute|write|reject|question|demand|urge|call for"
    r"|call on|object to|propose|recommend|doubt|challenge|query|regret|lament|applaud|disagree"
)
PLURAL_BEFORE = re.compile(
    r"(?:(?:^|[,;\"”]\s)(?:The\s)?[A-Za-z][a-z]+s\s(?:of|in|from|at|near|on|with)\s[^,;:\"“”]{2,60}"
    r"(?<!\sa)(?<!\san)(?<!\sthe)(?<!\sits)(?<!\stheir)(?<!\sthis)(?<!\shis)"
    r"|[a-z]{2}s(?<!\shis)(?<!\sthis)(?<!\sits)(?<!\swas)(?<!\shas)(?<!\sdoes)(?<!\syes)(?<!\sthus)|\b(?:people|men|women|police|children|staff|they|we|both|some|many|others|most"
    r"|few))$",
    re.IGNORECASE,
)
BELIEVES = re.compile(r"believes?|thinks?|reckons?|alleges?|alleged|suspects?")
# "..., she added, ...": a verb of speech between commas tells no less for it.
BETWEEN_COMMAS = re.compile(r",\s(?:[\w’'.-]+\s){0,5}[\w’'.-]+$")
AS_PUT = re.compile(
    r"[\"”]\sas\s(?P<who>[^,;.:\"“”]{3,60}?)\s(?:put|puts|has put|once put|described|calls|called"
    r"|said)"
    r"\s(?:it|them|him|her)\b"
)
QUOTED_SO = re.compile(r"\bquot(?:ed|es|ing)\s(?P<who>[^,;.\"“”]{3,80}?)\sas\s(?:saying|telling)\b")
WHO_SAID = re.compile(r"(?:,\s(?P<aside>[^,;:\"“”]{2,40}),\s|(?:,|\s)\s?)who\s?$")
_SPOKE = (
    "mutters|muttered|grumbles|grumbled|whispers|whispered"
    "|recalls|argues|insists|stresses|warns|laments|complains|jokes|admits|continues|concludes"
    "|observes"
    "|remarks|replies|responds|claims|declares|states|tells|vows|quips|muses|confirms|predicts"
    "|agrees"
    "|shouts|laughs|sighs|counters|answers|concedes|cautions|acknowledges|thinks|believes|read"
    "|repeated|repeats|sneered|roared|thundered|growled|said|says|added|adds|asked|asks|wrote"
    "|writes|warned|warns|explained|explains|noted|notes"
    "|stressed|replied|recalled|insisted|argued|admitted|declared|announced|tweeted|joked|concluded"
    "|stated|remarked|continued|told|recounted|quipped|mused|lamented|answered|countered|boasted"
    "|observed|commented|complained|cautioned|acknowledged|agreed|predicted|shouted|cried|reads?"
    "|went on|conceded|claimed|vowed|pledged|promised|retorted|responded|confirmed|posed|wondered"
)
INVERTED = re.compile(
    rf"[\"”,]\s(?:(?<=[\"”]\s)(?:{_SPOKE})|(?<=,\s)(?:said|says|added|warned|explained|wrote"
    r"|argued|reported|writes|say|insists|adds|warns"
    r"|argues|insisted|noted|recalled|claimed|reports|concedes|admits|predicts|claims|explains|recalls"
    r"|believes|reckons|agrees|suggests|jokes))"
    r"\s(?!(?:that|it|he|she|they|in|on|to|at|after|when|as|outside)\b"
    r"|the\s\w+\s(?:is|was|had|has|will|would)\b)"
)
_COUNT = "figures?|estimates?|forecast|count|tally|account|assessment|verdict|view|projection"
NOUN = re.compile(
    r"['’]s?\s(?:own\s|main\s|biggest\s|great\s)?(?:view|claim|fear|belief|argument|position|case|contention"
    r"|complaint|worry|concern|hope|opinion|conclusion|point|prediction)\s(?:is|was) that\b|"
    rf"['’]s?\s(?:own\s|latest\s|official\s|preliminary\s|new\s)?(?:{_COUNT})\s(?:is|was|are"
    r"|were|stands?\sat|stood\sat|puts?|shows?|suggests?)\b"
)
# ", however,": between a subject and its verb.
BY_THE_WAY = re.compile(
    r",\s(?:however|meanwhile|though|too|in turn|by contrast|then|instead|also|for (?:his|her|its"
    r"|their) part),$|\sfor (?:his|her|its|their) part$"
)
# Verbs that may be followed by a mere name or title in quotation marks.
TITLES_TOO = re.compile(
    r"wrote|writes|finds?|found|shows?|showed|reveal(?:s|ed)|reports?|reported|announces?|announced"
    r"|concludes?|concluded|reads"
)
CALLED = re.compile(r"\s(?:the\s)?[\"“]")
CREDITED = re.compile(r"[\"”]\s?(?:[—–]|--)\s?")
PARTICIPLE = re.compile(
    r",\s(?:saying|adding|warning|arguing|insisting|noting|stressing|claiming|explaining|predicting"
    r"|pledging|vowing|promising|declaring|conceding|acknowledging|alleging|complaining|cautioning"
    r"|lamenting|emphasi[sz]ing|reiterating|asserting|maintaining|telling|joking|writing"
    r"|(?:describing|dismissing|denouncing|hailing|condemning)(?=\s[^.;]{2,80}\sas\b)"
    r"|(?:calling|branding|labelling|terming|dubbing)(?=\s(?:it|them|him|her|this|that|the|its|his|their)\b(?!"
    r"\soff\b))"
    r"|accusing(?=\s[^.;]{2,80}\sof\b)|blaming|suggesting(?=\sthat\b)|confirming(?=\sthat\b))\s"
)
IT_SAID = re.compile(
    r",\s(?:it|they(?!\sadd))\s(?:also\s|later\s)?(?:said|says|added|announced|reported)\b"
)
SUBJECT_END = re.compile(
    r"\b(?:is|was|are|were|be|been|being|as|not|never|to|widely|what|than|of|by|that|which|who"
    r"|whom)\s*$"
)
# "The mayor, Ida Roe, on Friday said"
ON_A_DAY = re.compile(
    r"\s(?:on\s[A-Z][a-z]+day|(?:late\s)?yesterday|today|last\s[a-z]+|[A-Z][a-z]+day)"
)
# "One, who asked not to be named, said": one of those just told of.
ONE_WHO = re.compile(r"(?P<who>One|Another),\s(?:who|whose)\s[^;:\"“”]{3,120},")
PERSON_PRONOUN = re.compile(r"^(?:he|she)$", re.IGNORECASE)
INDEFINITE = re.compile(
    r"^(?:One|An?|Another|a|an|one|another)\s(?:[\w-]+\s){0,3}?[a-z-]+"
    r"(?:\s(?:of|for|from|at|in|with|on|near|across|outside|inside|behind|opposite|aboard)\s"
    r"(?:[\w’'.&-]+\s?){1,6})?$"
)
AGED_ONE = re.compile(
    r"^the (?:\d+-year-old(?:\s(?P<noun>[a-z]+))?|teenager|youngster|veteran|newcomer|rookie)$",
    re.I,
)
MANY = re.compile(
    r"^(?:(?:Many|Some|Most|Several|Few|Local|Other)\s[a-z-]+s"
    r"|[A-Z][a-z]+(?:\s[A-Za-z][a-z-]+){0,2}\s[a-z]*(?:ers|ors|ists|ants|ents|men|women|people|ians|ees)"
    r"|[A-Z][A-Za-z]+\s(?:television|radio|media|TV|police|news)"
    r"|[A-Z][a-z]{2}\s(?:agencies|charities|groups|firms|companies|parties|unions|banks|bosses|chiefs"
    r"|bodies|clubs|airlines|authorities|lobbies)"
    r"|(?:Local\s|Senior\s|Opposition\s)?(?:MPs|MEPs|MSPs|MLAs|TDs|NGOs|GPs)"
    r"|(?!(?:Results|Tests|Figures|Records|Data|Images|Photos|Videos|Signs|Talks|Prices|Shares"
    r"|Sales"
    r"|Things|Studies)$)[A-Z][a-z]{3,}(?:\s[a-z-]{3,}){0,2}s)$"
)
OTHER_PRONOUN = re.compile(
    r"^(?:it|they|we|i|you|who|which|that|this|what|both|some|others|many|all|none|nobody"
    r"|those|these|most|few)$",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"^(?:In an?\s(?:\w+\s){0,2}?(?:statement|letter|post|interview|message|note|email|e-mail"
    r"|memo|tweet"
    r"|speech|report|filing|release|circular)\s(?:(?:on|to|with)\s[A-Z]?[\w ]{1,30}?"
    r"\s)?(?=(?:the|its|his|her"
    r"|[A-Z])[\w ]+$)|[\s\"“'‘(]|(?:But|And|However|Meanwhile|Still|Yet|So|Also|Later|Earlier"
    r"|Then|but|and"
    r"|though|so|or|yet|Separately|Afterwards|Instead)\b,?\s)+"
)
