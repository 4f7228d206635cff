"""The words for what somebody is: titles before a name, nouns for people in lower case."""

from facts.reading.wordlist import word_list

_PLAIN_TITLES = word_list(
    """
    Reverend Affairs Comptroller Rt Cllrs H.M HM HRH H.R.H Messieurs
    H.E MP MEP Head President Minister Premier Chancellor Secretary Ambassador Governor Mayor
    Senator Congressman Congresswoman Representative Speaker Chairman Chairwoman Chair Chief
    Director Commissioner General Colonel Major Captain Lieutenant Sergeant Admiral Commander
    Judge Justice Professor Prof Dr Doctor Mr Mrs Ms Miss Sir Lord Lady King Queen Prince
    Princess Pope Bishop Archbishop Cardinal Rev Father Sister Sheikh Ayatollah Imam Rabbi Sen
    Rep Gov Gen Col Lt Maj Capt Sgt Cpl Adm Deputy Vice Prime Foreign Defence Defense Interior
    Finance Justice Health Education Environment Energy Economy Trade Transport Agriculture
    Culture Labour Labor Home Acting Former Attorney Inspector Detective Officer Constable
    Superintendent Envoy Spokesman Spokeswoman Spokesperson Coach Manager Treasurer Emperor
    Sultan Emir Duke Count Baron Dame Councillor Councilman Prosecutor Ombudsman Consul Pastor
    Striker Midfielder Goalkeeper Defender Winger Analyst Economist Editor Author Skipper
    Driver Undersecretary CEO CFO COO CTO Editor-in-Chief Executive Financial Operating Managing
    Non-Executive Assistant Associate Senior Regional Principal Baroness Viscount Earl Duchess
    Countess Mme Madame Monsieur Señor Frau Herr Mx Hon Presidents Ministers Senators Councillors
    Professors Drs Judges Justices Governors Ambassadors Reps Sens Cllr Cr Supt Insp Det Pvt Private
    Fr Br Brig Brig.-Gen Lt.-Gen Maj.-Gen Lt.-Col Sgt.-Maj Cmdr Cdr Amb Ven Pte
    Corporal Lance Brigadier Commodore Chancellor Rector Dean Provost Vice-President Co-chair
    Secretary-General Substitute Winger Novelist Historian Biologist Geologist Singer Actor
    Actress Artist Architect Lawyer Solicitor Barrister Farmer Teacher Nurse Engineer Scientist
    Researcher Fisherman Pilot Resident Activist Campaigner Witness Survivor Councilwoman
    Assemblyman Assemblywoman Archdeacon Canon Brother Mother Chief-of-Staff
    Director-General Attorney-General Solicitor-General Auditor-General Governor-General
    Commissioner-General Lieutenant-General Major-General Lieutenant-Colonel Vice-Admiral
    Rear-Admiral Vice-Chancellor Vice-Chairman Co-chairman Co-author Co-founder Co-owner Sheriff
    Co-Founder Co-Chair Mayor-elect President-elect Governor-elect Senator-elect
    Lawmaker Legislator Defender Playwright Composer Conductor Curator Archaeologist Economist
    Alhaji Alhaja Hajia Mallam Malam Engr Engineer Barr Barrister Otunba Oba Emir Honourable
    Honorable Atty Gng Datuk Dato Seri Puan Encik Tuan Shri Smt Shrimati Pandit Swami Ustaz
    Ustad Maulana Mufti Hojatoleslam Khun Kyai Haji Hajji SP DSP CSP ASP ACP DCP DIG AIG
    CS PC DC DS DI DCI DCS WPC MPP MLA MNA TD MLC MSP Ensign Cadet Trooper Patrolman Leader
    Coordinator Administrator Rapporteur Highness Majesty Excellency Chairperson Adv Advocate
    Madam Convener Convenor Vice-chair Secretary-Treasurer
    Archimandrite Patriarch Abbot
    Abbess Deacon Vicar
    Eminence Holiness Co-ordinator
    Jockey Batsman Bowler Wicketkeeper Quarterback Golfer Sprinter Boxer Cyclist Photographer
    Filmmaker Choreographer Screenwriter Columnist Correspondent Lecturer Headteacher Headmaster
    Headmistress Diplomat
    Councilmember Councilperson Assemblymember Boardmember Alderman Alderwoman YouTuber Chorister
    Lifeboatman Holidaymaker
    Ch Con Lt-Col Lt-Gen Maj-Gen Brig-Gen Lt-Cdr Sgt-Maj
    HRH HRM HM Igwe Eze Ooni Comrade Cde Eng Pharm Apostle Prophet Evangelist Deaconess Landlady
    Garda Taoiseach Tánaiste Monsignor Msgr Sheikha Shaikh Shaikha Sayyid Prosecutor-General
    Procurator-General Inspector-General Registrar-General Surveyor-General Comptroller-General
    Sub-Inspector Sarpanch Boss Gaffer Widow Widower Pensioner Postmaster Postmistress
    """
)
# Posts that are called by their letters, folded, and what they stand for.
POSTS = {
    "pm": ("prime minister",),
    "ceo": ("chief executive",),
    "cfo": ("chief financial officer", "finance director", "finance chief"),
    "coo": ("chief operating officer",),
    "cto": ("chief technology officer",),
    "vp": ("vice president", "vice-president"),
    "mp": ("member of parliament", "lawmaker"),
    "dg": ("director general", "director-general"),
    "cm": ("chief minister",),
    "fm": ("foreign minister", "finance minister"),
    "cs": ("cabinet secretary",),
}
LOWER_TITLES = frozenset(POSTS) | word_list(
    """
    president minister premier chancellor secretary ambassador governor mayor senator chairman
    chairwoman chair chief director commissioner general colonel major captain commander judge
    professor doctor king queen prince princess bishop spokesman spokeswoman spokesperson
    coach manager leader head founder owner analyst economist editor author boss deputy lawyer
    prosecutor farmer teacher engineer scientist researcher historian biologist geologist
    resident fisherman driver pilot officer inspector detective singer actor actress artist
    colleague friend teammate classmate housemate
    writer novelist poet director painter architect striker midfielder goalkeeper defender
    winger skipper envoy negotiator organiser organizer activist campaigner witness survivor
    nurse surgeon student shopkeeper baker captain co-founder executive adviser advisor
    treasurer councillor lawmaker superintendent congressman congresswoman poet broadcaster
    sculptor photographer journalist reporter columnist lecturer physicist chemist astronomer
    palaeontologist paleontologist archaeologist biochemist ecologist oceanographer sociologist
    psychologist psychiatrist epidemiologist virologist statistician mathematician philosopher
    dealer curator critic chef carpenter plumber electrician mechanic builder trader banker
    accountant auditor consultant attorney solicitor barrister prosecutor magistrate sheriff
    detective constable sergeant lieutenant firefighter paramedic rescuer climber sailor
    cyclist runner swimmer sprinter golfer boxer jockey trainer referee umpire substitute
    volunteer pensioner widow veteran refugee migrant tourist passenger commuter customer
    shop-owner restaurateur hotelier landlord tenant composer conductor pianist violinist
    guitarist drummer rapper comedian playwright screenwriter filmmaker producer presenter
    translator linguist dancer choreographer designer programmer developer technician chemist
    pathologist coroner vet veterinarian midwife pharmacist dentist headteacher headmaster
    headmistress principal rector dean provost pastor priest vicar imam rabbi monk nun
    archbishop cardinal pope sultan emir sheikh shepherd baker brewer vintner miner forester
    ranger warden keeper archivist librarian hydrologist meteorologist climatologist geographer
    botanist zoologist entomologist microbiologist neuroscientist geneticist seismologist
    volcanologist glaciologist anthropologist ambassador diplomat politician legislator mp
    premier vice-president vice-chair secretary-general chairperson president-elect
    successor predecessor counterpart trustee
    clerk counsel bailiff warden postman farmhand officer-in-charge reader viewer organiser
    undersecretary ombudsman commissioner whistleblower informant defendant plaintiff aide
    correspondent motorist boatman treasurer vocalist bassist frontman billionaire tycoon
    coordinator co-ordinator
    entrepreneur investor campaigner naturalist conservationist surveyor planner bookseller
    florist grocer butcher fishmonger hairdresser barber tailor weaver potter blacksmith welder
    joiner roofer plasterer gardener landowner housewife homemaker grandmother grandfather aunt
    uncle cousin niece nephew flatmate roommate teammate bandmate co-star
    co-author coauthor co-owner co-writer co-defendant co-pilot interpreter mediator arbitrator
    rapporteur delegate representative facilitator moderator convener
    convenor whip backbencher frontbencher peer
    parliamentarian mep mla mpp msp lobbyist pollster strategist speechwriter chaplain deacon
    elder cleric theologian scholar academic intern trainee apprentice cadet recruit
    corporal brigadier admiral commodore marshal bodyguard sniper hostage detainee inmate
    prisoner suspect victim complainant juror foreman forewoman usher stenographer
    undertaker gravedigger locksmith glazier stonemason bricklayer
    trawlerman bosun helmsman steward stewardess purser signalman
    stationmaster conductor courier cabbie lorry-driver trucker biker hiker mountaineer
    angler rower oarsman canoeist surfer skier snowboarder skater gymnast wrestler fencer
    archer cricketer batsman bowler wicketkeeper footballer playmaker fullback
    quarterback pitcher halfback flanker umpire linesman commentator pundit
    screenwriter scriptwriter cinematographer animator illustrator cartoonist potter
    puppeteer ventriloquist magician juggler acrobat clown influencer vlogger
    blogger podcaster streamer gamer hacker coder
    """
)

_BEFORE_TITLES = ("Ex", "Vice", "Co", "Sub", "Under", "Pro-Vice", "Pro-vice")
TITLES = _PLAIN_TITLES | {
    f"{before}-{form(title)}"
    for before in _BEFORE_TITLES
    for title in _PLAIN_TITLES
    if title[0].isupper()
    for form in (str, str.lower)
}


def is_person_noun(word: str) -> bool:
    """Tell a word for what somebody is ("mayor", "hydrologist", "chairwoman")."""
    return word in LOWER_TITLES or word.endswith(_PERSON_ENDS) or word.startswith(_PARENTS_OF)


_PARENTS_OF = tuple(
    f"{parent}-of-"
    for parent in word_list("mother father mum dad mom gran grandmother grandfather parent")
)


_PERSON_ENDS = tuple(
    word_list(
        "ologist ographer ician woman spokesperson keeper fighter witness worker player owner"
        " holder master mistress officer leader warden"
    )
)
