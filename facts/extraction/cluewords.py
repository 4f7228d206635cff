"""Words and patterns around a name that show what it is."""

import re

from facts.reading.wordlist import word_list

STOPS = (". ", "; ", ": ", ", ", "(", "“", '"', "‘")
VESSELS = word_list(
    """
    ship ferry vessel trawler tanker freighter submarine yacht boat lifeboat frigate destroyer
    cruiser icebreaker schooner barge tug liner warship spacecraft satellite rocket probe telescope
    rover horse hurricane typhoon cyclone storm drug vaccine app software robot locomotive
    supertanker catamaran airship steamer clipper brig sloop ketch dredger cutter corvette
    minesweeper galleon hovercraft ironclad lightship dhow longliner seiner whaler minehunter
    gunboat hydrofoil lander paddle-steamer steamship racehorse gillnetter motorboat speedboat
    powerboat felucca houseboat narrowboat motorship lifeboats
    cat dog mare stallion pony donkey gelding terrier labrador spaniel parrot elephant tortoise
    gorilla panda greyhound collie alsatian
    """
)
WORKS = word_list(
    """
    film movie book novel album song single series show play opera documentary poem exhibition
    titled entitled programme musical memoir painting podcast sitcom collection novella essay
    anthology symphony ballet sculpture game thriller comedy drama biography autobiography
    satire farce tragedy fable ballad sonata concerto trilogy sequel prequel pamphlet treatise
    textbook cookbook guidebook triptych tapestry mural
    """
)
# Words for bodies that are never words for people ("publisher", "developer").
NEVER_PEOPLE = word_list(
    """
    company firm agency airline chain bank group charity newspaper magazine website station startup
    brokerage insurer shipyard brewery consultancy foundation orchestra institute network utility
    party union club band maker carmaker drugmaker chipmaker think-tank
    daily weekly tabloid broadsheet watchdog nonprofit collective militia
    """
)
SIDES_OF_POLITICS = word_list(
    "opposition ruling governing far-right far-left centre-right centre-left center-right"
    " center-left populist ultranationalist separatist pro-independence"
)
KIN = word_list(
    """
    wife husband son daughter brother sister mother father widow widower partner uncle aunt cousin
    nephew niece twin grandson granddaughter grandfather grandmother colleague friend brother-in-law
    mr mrs ms dr duo defendant suspect victim neighbour neighbor client
    """
)
BODY_OF = frozenset(
    f"{noun} of"
    for noun in word_list(
        """
        head leader member members chairman chairwoman chair founder co-founder owner executive
        officer board spokesman spokeswoman spokesperson customers employees shareholders employee
        subsidiary arm branch
        shares supporters
        """
    )
)
SCORE_AFTER = re.compile(
    r"['’]?(?:\s(?:led|beat|won|lost|drew|trail|lead|down))?\s\d{1,3}[-–]\d{1,3}\b"
    r"|\s(?:beat|thrashed|edged|defeated|drew with|lost to)\s(?:[A-Z][\w’'-]*\s){1,4}\d{1,3}[-–]\d"
)
STORMS = word_list("Hurricane Typhoon Cyclone Storm Tropical Operation")
NUMERALS = word_list("I II III IV V VI VII VIII IX X")
# Two words for a ship whose last alone is more ("carrier").
SHIPS = word_list("bulk, aircraft, gas, ore, car, livestock, cement, crude")
# Firms of two words, of which the last alone is none.
HOUSES = word_list("auction publishing fashion brokerage media opera discount")
STYLES = word_list(
    "Baroque Rococo Gothic Renaissance Romanesque Edwardian Elizabethan Impressionist Modernist"
    " Neoclassical Palladian Brutalist Surrealist Cubist"
)
SCHOOL_YEARS = word_list("Form Grade Year Class Standard Stage Level Tier Phase Primary Step")
MASSES = word_list(
    """
    Police Parliament Government Management Staff Congress Counsel Legend Research Evidence
    Nobody Everybody Prosecution Defence Defense Opposition Cabinet Council Army Navy Coastguard
    Labour Tradition Rumour Church Court Headquarters Mum Dad Mother Father Grandma God
    """
)
GROUPS = word_list("G7 G8 G20 G77 E3 P5 K9 U2 M6 M15 M16 MI5 MI6 F1")
WORKING = word_list(
    "working works worked job jobs career stint intern employed colleague colleagues"
)
THING_AFTER = re.compile(
    r"\s(?:vaccines?|virus|tests?|scans?|gene|protein|format|standard|missiles?|rifles?|engines?"
    r"|aircraft|viruses|signals?|codes?|numbers?|card|cards|crude)\b"
)
# "the Delorme restaurant"
KIND_AFTER = re.compile(
    r"\s(?:restaurants?|supermarkets?|newspaper|magazine|website|airline|brand|franchise|bookshop"
    r"|brewery|consultancy|movement|militia|charity|nightclub|dealership|think-tank"
    r"|clinic|hospice|boutique|retailer|startup)\b"
)
# "the Aurora class", "the Brent crude": whatever it is, nobody.
CLASS_AFTER = re.compile(
    r"\s(?:class|crude|project|scheme|programme|program|mission|deal|prize|awards?|cup|trophy"
    r"|league"
    r"|plan|system|model|range|series|variant|strain|virus|operation|exercise|vaccine|reactor)\b"
)
HAS_STAFF = re.compile(
    r"['’]s?\s(?:\d[\d,]*\s)?(?:[a-z]+\s)?(?:employees|staff|pupils|patients|teachers|customers"
    r"|shareholders|directors|investors|lecturers|nurses|editors?|newsroom|trustees)\b"
)
SHIP_LETTERS = word_list("HMS USS MV SS RMS MT INS RRS HMAS HMCS HMNZS RV FV RNLB")
SPEAKING_THINGS = word_list(
    "Programme Program Project Initiative Survey Scheme Conference House Airport Palace Street"
)
PICTURE_BY = re.compile(r"\b(?:Photograph|Photo|Picture|Image|Illustration)s?: $")
CAMEL = re.compile(
    r"^(?!(?:Mc|Mac|De|La|Le|Di|Da|Du|Van|Fitz)[A-Z])\w*[a-z](?:[A-Z][a-z]+|[A-Z]+$)"
)
KIN_TITLES = word_list(
    "Gran Granny Nan Nana Grandma Grandpa Auntie Aunt Uncle Mama Papa Baba Mzee Tante Oom"
)
PACKED = frozenset(
    f"{holder} of"
    for holder in word_list(
        "packs bottles doses tablets packets vials boxes pills capsules tins jars"
    )
)
OWNERS = word_list("owner owners operator landlord sponsor backer investor shareholder partner")
CLUB_LETTERS = word_list("FC AC AS SC SV RC FK NK SK BK IF IK CD UD RB CF SSV TSV AFC RFC GNK HNK")
# First words of clubs: "Real Porto Vela".
CLUBS = word_list(
    "Real Sporting Atlético Atletico Inter Spartak Lokomotiv Dinamo Dynamo Deportivo Olympique"
    " Borussia Shakhtar Zenit Racing Partizan"
)
# "Osric Landau of the brokerage Teague Brothers"
OF_A_FIRM = re.compile(
    r"\s(?:of|at|from|with)\s(?:the\s)?(?:[a-z-]+\s){0,2}(?:brokerage|bank|consultancy|firm|company"
    r"|think tank|university|institute|charity|union|group|party|agency|broker|insurer|fund)\s[A-Z]"
)
CLUB_TOO = word_list("Town City County Athletic Forest Park Villa Vale Orient Argyle Rangers")
AGE_OR_WHO = re.compile(r",\s(?:\d\d?(?:,|\.|\s(?:and|of|from|who|said)\b)|aged \d|who\b|whose\b)")
# "Aldgrave, who drop to fourth": many, and no one person.
SIDE_WHO = re.compile(
    r",\swho\s(?:are|have|drop|sit|lie|lead|trail|remain|need|climb|slip|stay|host|travel|face|play"
    r"|finish|entertain)\b"
)
APPOSED_NOUN = re.compile(
    r",\s(?:(?:the|a|an|its|their|his|her|one of)\s)?(?:[\w’'-]+\s){0,4}?"
    r"(?P<noun>[A-Za-z-]+)(?=,|\.|\s(?:of|at|for|in|that|who|which|with|from|on|near|made|whose|written"
    r"|directed"
    r"|published|built|held|based|about)\b)"
)
_STAFF = (
    "chief executive|spokes(?:man|woman|person)|boss|coach|manager|striker|captain|midfielder"
    "|defender|goalkeeper|winger|leader|chairman|chairwoman|chair|founder|director|president"
    "|executives?|owner|secretary-general|general secretary|lawmaker|finance chief|engineer"
)
STAFF_AFTER = re.compile(rf"\s(?:\w+\s)?(?:{_STAFF})\s[A-Z]")
OWNS = re.compile(
    r"(?:['’]s?)?\s(?:employs|shares|shareholders|acquired|subsidiary|announced plans|reported"
    r"|posted|stock|customers|profits?|revenues?)\b"
)
TICKER = re.compile(r"\s\((?:[A-Z]{2,6}:\s?)?[A-Z]{3,8}\)(?!\s[-–—])")
FIRM_ACTS = re.compile(
    r",\swhich\s(?:employs|flies|cut|makes|runs|owns|operates|sells|supplies|produces|builds"
    r"|manufactures)\b"
    r"|\s(?:bought|acquired|sold|agreed to buy)\s(?:[A-Z][\w’-]*\s){1,3}for\s(?:[€£$]|a\s)"
    r"|\s(?:has|have|had)\s(?:also\s)?(?:licensed|outsourced|patented|recalled(?!\s(?:its"
    r"|their)\s(?:ambassador|envoy|consul"
    r"|diplomats|troops))|relaunched|rebranded"
    r"|unveiled|delisted|refinanced)\b"
    r"|\s(?:shares|stock)\s(?:fell|rose|tumbled|jumped|closed|slid|gained|lost|dropped|climbed|were"
    r"|have|soared|sank|slumped|slipped|surged|plunged|opened|traded)\b"
    r"|\s(?:is|was) in talks to (?:buy|sell|merge)|\splans to (?:hire|list|float|cut \d)"
)
DEAL_BETWEEN = re.compile(
    r"\b(?:merger|deal|takeover|tie-up|joint venture|partnership|contract)\s(?:between|of)\s$"
)
LIVES = re.compile(
    r"(?:\s(?:from|of)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?)\s(?:has|had)\sbeen\s(?:waiting|living"
    r"|working|ill|missing|treated|in\spain)\b|"
    r"(?:,[^,]{1,50},)?\s(?:was born|died|has died|was arrested|was jailed|scored|resigned"
    r"|was sentenced|pleaded|testified|was killed|is survived|grew up|married|retired|joins from"
    r"|joined from|pleads|graduated|remembers|turned \d\d|wept|smiled"
    r"|walked|lives)\b"
)
SPOKEN_AFTER = re.compile(
    r"(?:,[^,]{1,60},)?\s(?:also\s|later\s|has\s|had\s)?(?:said|says|told|added|stressed|noted"
    r"|warned|announced|explained|argued|insisted|reaffirmed|welcomed|wrote|urged|denied|confirmed"
    r"|spoke|thanked|recalled|declined|accused|rejected|claimed|conceded|admitted|complained"
    r"|vowed|pledged|agreed|called|described|praised|dismissed|recalled|hailed|joked|replied"
    r"|laughed"
    r"|tweeted|testified|smiled|wept|quipped|promise[sd]|propose[sd]|blame[sd]|disagree[sd]"
    r"|disputes?"
    r"|disputed|insists|warns|argues|denies|claims|rejects|complains|urges|calls|pledges|adds|notes"
    r"|confirms|explains|reckons|believes|thinks|hopes|fears|remembers|predict(?:ed|s)"
    r"|estimate[sd]|reported|maintains|condemn(?:ed|s))\b"
)

SAID_OF_SELF = re.compile(
    r"\s(?:said|says|added|told\s\S+)\s(?:that\s)?(?:(?:he|she|his|her)\b|(?P<it>it|its)\b)"
)
SAID_BEFORE = re.compile(
    r"[,\"”]\s(?:said|says|added|adds|wrote|writes|asked|asks|warned|warns|explained|explains"
    r"|recalled"
    r"|recalls|argued|argues|insisted|insists|told)\s$"
)
NOUN_BEFORE = re.compile(r"\s([a-z][a-z-]+),\s$")
LEADS = re.compile(
    r"['’]s?\s(?:\w+\s)?(?:chief executive|chief financial|finance chief|CEO|CFO|chairman"
    r"|chairwoman"
    r"|founder|co-founder|co-founders|shareholders|board|workforce|spokesman|spokeswoman"
    r"|managing director|factories|plants|finance"
    r" director)\b"
)
JOINED = re.compile(
    r"\b(?:join(?:ed|ing|s)|rejoined|quit|founded|co-founded|bought|sued|heads|acquired|beaten"
    r"|home to|away (?:to|at)|fee with|loan from|signed from|draw with|win over|victory over)\s$"
)
# Who comes from a body oftener than from a place.
SENT = word_list("inspectors investigators auditors analysts consultants executives lobbyists")
# "analyst Konstantin Dräger at Bankhaus Ellermann"
AT_WORK = re.compile(
    r"\b(?:[Aa]nalyst|[Ee]conomist|[Ss]trategist|[Tt]rader|[Rr]esearcher|[Ll]ecturer|[Pp]artner"
    r"|[Ll]awyer|[Ss]cientist|[Bb]roker|[Ff]und manager)\s(?:[A-Z][\w’'.-]*\s){1,4}at\s$"
)
ANYBODY = word_list("man woman boy girl couple family child teenager men women families people")
# "Hapag Nordsee's vessel"
HAS_SHIPS = re.compile(
    r"['’]s\s(?:[a-z]+\s)?(?:vessels?|tankers?|flagship|subsidiar(?:y|ies)|parent|headquarters"
    r"|depots?|warehouses?|pipelines?|shops|stores)\b"
)
JOINS = re.compile(r"\bjoin(?:s|ed|ing)?\s$")
FOR_A_SUM = re.compile(r"\sfor (?:[€£$]|a fee)")
DECLINED = re.compile(
    r"\s(?:has |had )?(?:declined to comment|did not (?:respond|reply|comment))\b"
)
WON = re.compile(
    r"\b(?:w[io]n|wins|winning|awarded|receive[sd]?|shortlisted for|nominated for|retained|lifted)"
    r"\sthe\s$"
)
FOREIGN_BODIES = word_list(
    """
    Institut Instituto Istituto Institutet Université Universidad Universidade Università
    Universität Universiteit Universitet École Ecole Escuela Scuola Hochschule Compagnie Compañía
    Companhia Compagnia Société Sociedad Sociedade Società Gesellschaft Banque Banco Banca Caisse
    Ministère Ministerio Ministero Ministério Verband Verein Bundesverband Stiftung Fundación
    Fundação Fondation Fondazione Associazione Asociación Partido Parti Partito Partij Sindicato
    Syndicat Confédération Fédération Federación Federazione Groupe Grupo Gruppo Collège Consejo
    Movimiento Movimento Mouvement Unión União Coalición Alianza Frente Congreso Liga Ligue Comité
    Comitê Agencia Agência Agence Cooperativa Consorcio Corporación Servicio Rassemblement
    Bankhaus Radyo Rádio Televisión Televisão Canal
    Ngāti Ngati Ngāi Ngai Banu Conseil Consiglio Cámara Chambre Teatro Théâtre Museo Musée Royal
    """
)
FLEETS = word_list(
    "ships vessels ferries tankers trawlers boats yachts frigates submarines tugs lifeboats"
    " corvettes destroyers dredgers barges cruisers"
)
FLEET = re.compile(
    rf"\b(?:{'|'.join(sorted(FLEETS))}),?\s"
    r"(?:the\s)?(?:(?:[A-Z][\w’'-]*\s?){1,3}(?:,\s|,?\s?and\s)(?:the\s)?)*$"
)
ORDERS = word_list(
    """
    Publish Raise Pay Set Review Give Ask Call Visit Join Keep Make Take Cut End Stop Ban Let Tell
    Show Read See Watch Meet Follow Support Vote Help Buy Sell Use Include Require Allow Extend
    Close Open Reform Replace Restore Merge Fund Build Move Send Bring Create Appoint Audit Split
    Privatise Nationalise Invite Urge Instruct Request Direct Release Remove Protect Expand Reduce
    """
)
