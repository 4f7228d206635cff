"""Words and patterns around a name that show a place."""

import re

from facts.reading.wordlist import word_list

AT_A_PLACE = re.compile(r"\b(?:in|near|outside|around)\s$")
PLACE_NOUNS = word_list(
    """
    town city village island port capital river district province region county municipality
    suburb hamlet valley lake glacier peninsula state republic kingdom country nation territory
    archipelago neighbourhood neighborhood borough resort mountain volcano
    """
)
PLACE_OF = frozenset({"member for", "mp for", "senator for"}) | frozenset(
    f"{noun} of"
    for noun in word_list(
        """
        town city village island port capital people government leaders president minister mayor
        coast outskirts north south east west district province region state residents governor
        ministers presidents suburb republic king queen residents inhabitants villages towns cities
        farmers island islands archbishop bishop university mayors governors rulers army armies
        government governments capitals embassy villagers islanders ambassador parliament
        coastline streets centre center edge
        hills shores waters border
        """
    )
)
BASES = frozenset({"RAF", "RNAS", "RAAF", "USAF"})
# "left Lee for Cartagena", "bound for Tallis"
OFF = re.compile(r"(?<!laid )(?<!paid )(?<!sent )(?<!bought )(?<!fought )(?<!cut )\boff\s$")
PEOPLE_AFTER = re.compile(r"\s(?:farmers|fishermen|villagers|residents|islanders|growers)\b")
BY_SEA = re.compile(r"\b(?:off|near|at|around|past|round|below|rounded|beyond)\s$")
# One of these words stands in every match of the next: looked for first, for speed.
BOUND = word_list(
    "flew flown fly flies flying travel travels travelled traveled travelling traveling drove drive"
    " driven sails sailing walked marched cycled deported extradited evacuated airlifted ferried"
    " commute commuted commutes emigrated journey journeyed trip ferry train bus flight coach"
    " crossing left leaves leaving sailed departed set bound heading headed en way"
)
BOUND_FOR = re.compile(
    r"\b(?:flew|flown|fl(?:y|ies|ying)|travel(?:s|led|ed|ling|ing)?|dr[oi]ven?|sails|sailing|walked"
    r"|marched|cycled|deported|extradited|evacuated|airlifted|ferried|commute[sd]?|emigrated"
    r"|journey(?:ed)?|trip|ferry|train|bus|flight|coach|crossing)\s"
    r"(?:back\s|home\s|on\s|out\s|down\s|up\s|over\s)?to\s$"
    r"|\b(?:(?:left|leaves|leaving|sailed|departed)\s(?:[A-Z][\w’'.-]*\s){0,3}|set (?:off|sail)\s"
    r"|bound\s|heading\s|headed\s|en route\s|on (?:its|her|his|their) way\s)(?:for|to)\s$"
)
LISTED = re.compile(r":\s\d|\s\|\s\d")
LAND_BESIDE = re.compile(
    r"\b(?:larger|smaller|bigger|eastern|western|northern|southern|tiny|landlocked|island|richer"
    r"|poorer)\sneighbou?r,?\s$"
)
SIDES = word_list("North South East West Left Right")
# "trade with Torvia", "relations between Torvia and Kelmark": states and lands deal so.
TRADED = re.compile(
    r"\b(?:[Tt]rade|[Rr]elations|[Tt]ravel|[Bb]orders?|[Ff]lights|[Tt]ensions?|[Ww]ar)\s(?:with"
    r"|between)\s$"
)
PARTS = (  # looked for first, for speed, as the next ones
    *("earby", "outh", "orth", "east", "west", "ern", "central", "rural", "ring", "downtown"),
    *("upstate", "mainland"),
)
MOVES = word_list(
    """
    leave leaves left leaving reach reaches reached reaching flee flees fled fleeing evacuate
    evacuated evacuating crossed crosses crossing visit visits visited visiting shelled shelling
    bombed bombing captured recaptured seized occupied besieged flooded retook retaken entered
    entering invaded invading borders bordering neighbouring neighboring devastated battered ravaged
    """
)
PLACE_AFTER = re.compile(
    r"\s(?:region|district|province|county|valley|river|island|peninsula|village|town|city|port"
    r"|glacier|mountain|lake|reservoir|dam|bay|canal|strait|desert|forest|harbour|harbor"
    r"|airport|bridge|coast|estuary|mill|plant|mine|quarry|refinery|line|prison|stadium|border"
    r"|basin|border|prefecture|area|tunnel|bakery|depot|showground|airfield|crossing|pass|camp"
    r"|beach"
    r"|market|mosque|cemetery|slum|township|square|by-election|byelection|constituency|suburb"
    r"|plateau|massif|escarpment|delta|lagoon|atoll|archipelago|fjord|ridge|steppe|oasis|corridor"
    r"|enclave|gorge|falls|marshes|rainforest|mountains|bypass|ring road|flyover|interchange"
    r"|(?:main|high|coast|trunk|access|ridge|upper|lower) road|highway|motorway"
    r"|(?:refugee|displacement|transit|army) camp"
    r"|catchment|highlands|lowlands|hills|plains|wetlands"
    r"|neighbou?rhood|wind farm|solar farm|landfill|checkpoint|roundabout|racecourse|coastline"
    r"|floodplain|lifeboat|headland|harbourmaster|woods|moor|quay|pier|junction|reserve|steelworks|shipyard"
    r"|colliery|races)\b"
)
HAS_GOVERNMENT = re.compile(
    r"['’]s\s(?:[a-z]+\s)?(?:ministry|ministries|ministers?|envoys?|embassy|navy|air force|Foreign"
    r"|Prime|President|King|Queen|Parliament|government|capital"
    r"|president|prime minister|foreign minister|army|parliament|economy|border|coast|population"
    r"|currency|central bank|presidential|main airport|streets|MPs?|mayor|residents|suburbs"
    r"|outskirts|harbour|harbor|schools|voters|council|taxpayers)\b"
)
PARTS_OF = re.compile(
    r"\b(?:[Nn]earby|(?:south|north|east|west)(?:ern|-east(?:ern)?|-west(?:ern)?)?|central|rural"
    r"|[Nn]eighbou?ring|downtown|upstate|mainland)\s$"
)
PLACE_BEFORE = re.compile(
    r"\b(?:(?P<sure>[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ii]nside|[Aa]round|[Aa]cross|[Tt]hroughout)"
    r"|(?<!according )to|[Ff]rom|towards?|into|via|off|on|through)\s(?:the\s)?$|\b(?:over|along"
    r"|beside|beyond)\sthe\s$"
)
# "Palm Springs, California": a place within one that is known.
WITHIN = re.compile(r",\s(?P<whole>(?:[A-Z][\w.’'-]*\s?){1,3}?)(?=[,.;)]|$)")
# "trains between Eastgate and Hollin"
RUNS_BETWEEN = re.compile(
    r"\b(?:[Tt]rains?|[Rr]oads?|[Ff]lights?|ferry|[Ff]erries|lines?|bus|[Bb]uses|border|route|railway|highway"
    r"|traffic|services?|journey|distance|halfway|bridge|tunnel|strait|crossing|runs|travelling"
    r"|traveling)\sbetween\s(?:(?:[A-Z][\w’'-]*\s){1,3}and\s)?$"
)
WORLDS = word_list("Earth Mars Venus Jupiter Saturn Mercury Neptune Uranus Pluto")
VENUES = word_list("Leisure Sports Shopping Community Conference Exhibition Convention Visitor")
MOVED_TO = re.compile(
    r"\b(?:leaves?|left|leaving|reach(?:es|ed)?|reaching|fle(?:e|es|d)|fleeing|evacuated?"
    r"|evacuating"
    r"|crosse[sd]|crossing|visit(?:s|ed|ing)?|shelled|shelling|bombed|bombing|captured|recaptured"
    r"|seized|occupied|besieged|flooded|retook|retaken|entered|entering|invaded|invading"
    r"|borders|bordering|neighbou?ring|devastated|battered|ravaged)\s(?:the\s)?$"
)
GOVERNS = re.compile(
    r"\s(?:sent an? (?:observer|envoy|delegation|ambassador|team)|(?:has|have) (?:noted with"
    r"|proposed|condemned|recalled its|closed its (?:border|embassy|airspace))|calls? (?:up)?on"
    r"|expelled|ratified|signed|reaffirmed|reserved|recogni[sz]ed|invaded|annexed|borders"
    r"|declared war|withdrew|joined the|has a population|abstained|seceded"
    r"|(?:would|will) sign an? (?:accord|treaty|pact|agreement|deal)"
    r"|has (?:about |some |nearly |over |only )?\d[\d,.]*\s(?:million\s)?(?:[a-z]+\s)?(?:voters"
    r"|inhabitants|residents|households|islanders))\b"
)
# "imposed by Ofwat": what companies and offices do.
DONE_BY = re.compile(
    r"\b(?:imposed|fined|licensed|regulated|owned|operated|funded|financed|supplied|manufactured"
    r"|acquired|commissioned|insured|audited|employed)\sby\s$"
)
_LIST = re.compile(
    r"\b(?:[Rr]ivers|[Tt]owns|[Vv]illages|[Cc]ities|[Ll]akes|[Ii]slands|[Cc]ountries|[Pp]orts"
    r"|[Pp]laces|[Aa]reas|[Dd]istricts|[Pp]rovinces|[Rr]egions|[Vv]alleys|[Ss]tates|[Cc]ounties"
    r"|[Ss]uburbs|[Rr]esorts|[Bb]eaches|[Nn]eighbou?rs),?\s(?:such\sas|like|including)\s"
    r"(?:(?:the\s)?(?:[A-Z][\w’'-]*\s?){1,3}(?:,\s|,?\s?and\s))*(?:the\s)?$"
)
_LONGEST_LIST = 90


def is_listed_place(text: str, start: int) -> bool:
    """Tell "the Upper Orme" in "rivers such as the Wend and the Upper Orme"."""
    if not ("such as" in text or " like " in text or " including " in text):
        return False
    return bool(_LIST.search(text, max(0, start - _LONGEST_LIST), start))


_STREET = re.compile(
    r"\d[\dA-Za-z/-]{0,5},?\s(?:[A-Z][\w’'-]*\s){1,3}(?:Street|Road|Lane|Avenue|Square|Row|Drive"
    r"|Way|Terrace|Close|Place|Quay|Hill|Boulevard|St|Rd|Ave)\.?,\s$"
)
_LONGEST_STREET = 50


def is_in_address(text: str, start: int) -> bool:
    """Tell "Harrow Court" of "14 Quarry Lane, Harrow Court" from a court of law."""
    behind = text.endswith(", ", 0, start)
    return behind and bool(_STREET.search(text, max(0, start - _LONGEST_STREET), start))


BERTHS = word_list("Pier Berth Terminal Gate Quay Dock Wharf Platform Runway Hangar")
GOVERNING = word_list(
    """
    leaders president minister ministers presidents governor governors rulers king queen ambassador
    government governments army armies university archbishop bishop mayor mayors embassy parliament
    capitals
    """
)
