"""The nouns that speak: "the ministry", "a spokesman for the council", and those that never do."""

import re

_SAYERS = (
    "minister|ministers|ministry|spokesman|spokeswoman|spokesperson|spokespeople|official"
    "|officials|police"
    "|government|company|mayor|president|authorities|authority|residents|resident|witness"
    "|witnesses|analyst"
    "|analysts|expert|experts|leader|leaders|director|agency|bureau|refinery|court|judge"
    "|prosecutor|prosecutors"
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
    "|trader|traders|founder|chiefs|bosses|executives|managers|coordinator|inspector|inspectors"
    "|officer|officers|detective|attorney|attorneys|solicitor|barrister|paramedics|nurse|nurses"
    "|patients|parents|relatives|families|locals|villagers|islanders|commuters|customers|clients"
    "|shareholders|investors|buyers|sellers|shopkeepers|traders|fishermen|historians|geologists"
    "|biologists|ecologists|hydrologists|archaeologists|conservationists|meteorologists"
    "|forecasters|forecaster|archaeologist|biologist|geologist|publisher|broadcaster|newspaper"
    "|airline|carrier|charity|foundation|federation|association|alliance|coalition|network"
    "|consortium|trust|society|academy|museum|gallery|airport|port|railway|utility|developer"
    "|contractor|manufacturer|supplier|retailer|lender|insurer|startup|shipyard|shipowner|trustee"
    "|trustees|board|panel|tribunal|jury|ministers|senators|lawmakers|mps|deputies|councillors"
    "|councillor|colleague|colleagues|friend|friends|neighbor|neighbors|employee|employees|staff"
    "|workers|worker|student|students|pupils|volunteer|volunteers|refugees|migrants|protesters"
    "|demonstrators|organiser|organizer|spokespersons|representative|representatives|negotiator"
    "|negotiators|mediator|envoy|adviser|advisers|advisor|aide|aides|deputy|clerk|auditor|auditors"
    "|letter|memo|e-mail|email|indictment|lawsuit|complaint|filing|ruling|judgment|judgement|paper"
    "|people|person|persons|delegate|delegates|individuals|insiders|rebels|militants"
    "|insurgents|fighters|gunmen|eyewitnesses"
    "|force|navy|marines|side|envoys|mayors|presidents|premiers|ambassadors|carmaker|airliner"
    "|maker|chain|operators|regulators|pollster|pollsters|ombudsman"
    "|magistrate"
    "|bench|summit|conference|document|documents|papers|communique|communiqué|declaration|release"
    "|guidelines|poll|member|members|management|leadership|administration|secretariat|presidency|parliament"
    "|cabinet|senate|assembly|prosecution|defence|defense|opposition|media|press|television|radio"
    "|guild|co-op|cooperative|co-operative|fund|bloc|brigade|mission|lobby|collective|syndicate"
    "|college|church|diocese|synod|treasury|borough|county|district|theatre|orchestra|zoo|library"
    "|brewer|miner|chipmaker|drugmaker|platform|studio|label|hotel|audit|census|observatory|laboratory|lab|clinic|aquarium"
    "|industry|junta|regime|palace|monarchy|medics|sect|movement|militia|campaign"
)
SAYER_NOUN = rf"(?:{_SAYERS})"
DESCRIPTION = re.compile(
    r"^(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree|[Mm]any|[Ii]ts"
    r"|[Tt]heir|[Hh]is"
    r"|[Hh]er)?\s?(?:[\w’'.-]+\s){0,4}?"
    rf"(?:{_SAYERS}|{'|'.join(w.capitalize() for w in _SAYERS.split('|'))})"
    r"(?:\s(?:of|for|from|at|in|with|by|on|on behalf of|familiar with|close to"
    r"|briefed on|involved in|near|who were at|[a-z]+ing (?:on|in|for|at|near|with|from|to)"
    r"|with knowledge of|taking part in|based (?:in|at)|affected by|interviewed by|quoted by"
    r"|reached by)"
    r"\s(?:(?:[\w’'.&-]|,(?=\d))+\s){0,8}(?:[\w’'.&-]|,(?=\d))+)?$"
)
NO_SPEAKER = re.compile(
    r"^(?:(?:his|her|their|its)\s(?:face|eyes|smile|silence|look|expression|voice)\b"
    r"|(?:rumou?rs?|legend|word|tradition|folklore)$|(?:an?\s)?checks?\s"
    r"(?:made\s|carried out\s|conducted\s)?by\b"
    r"|(?:an?|the)\s(?:earlier|previous|first|original|print|updated|later)\s(?:\w+\s)?version\b"
    r"|(?:this|the|an?)\s(?:\w+\s)?(?:article|story|headline|caption|correction|version|photo"
    r"|picture"
    r"|image|law|film|movie|song|legend|proverb|tradition|map|banner|placard|poster|plaque|billboard|sticker|timetable|calendar|chart|graph|table|page|piece|column|editorial|footnote|figure|graphic)\b)",
    re.IGNORECASE,
)
_VEHICLES = (
    "statement|letter|tweet|post|press release|release|email|e-mail|memo|message|note|communique"
    "|communiqué|declaration|blog|notice|bulletin|posting|website|web site|app|page|newsletter"
)
VEHICLE_OF = re.compile(
    rf"^(?:[Tt]he|[Aa]n?|[Ii]n an?)\s(?:\w+\s){{0,2}}?(?:{_VEHICLES})s?\s(?:(?:published"
    r"|issued|posted|released|signed|sent|put out)\s)?(?:by|from|of|on behalf of)\s(?P<who>.+)$"
)
OWN_VEHICLE = re.compile(
    r"^(?:(?:[Aa]n?|[Tt]he)\s(?:\w+\s){0,2}?(?:statement|notice|post|message|note)\s(?:\w+\s)?on\s)?"
    rf"(?P<who>.*\w)['’]s?\s(?:\w+\s){{0,2}}?(?:{_VEHICLES})s?$"
)
# Offices of state that speak as bodies do, whoever holds them.
OFFICE = re.compile(
    r"[Tt]he\s(?P<office>(?:(?:Auditor|Attorney|Solicitor|Surveyor|Surgeon|Governor|Director"
    r"|Comptroller|Accountant|Postmaster)[ -]General|Ombudsman|Ombudswoman|Comptroller"
    r"|Chief (?:Justice|Statistician|Scientist|Medical Officer|Veterinary Officer)))"
)
