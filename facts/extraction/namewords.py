"""The words that show what a capitalised name is: bodies, places, openings of sentences."""

from facts.extraction.titlewords import LOWER_TITLES as LOWER_TITLES
from facts.extraction.titlewords import TITLES as TITLES
from facts.extraction.titlewords import is_person_noun as is_person_noun
from facts.reading.wordlist import word_list

BODIES = word_list(
    """
    Ministry Party Union Council Bank Court University Institute Inc Ltd Corp Co Group Agency
    Committee Commission Association Federation Company Club Army Navy Police Parliament
    Assembly Senate Congress Department Office Authority Service Services Radio Television
    Channel Times Post News Courier Herald Gazette Tribune Journal Lines Airlines Airways
    Motors Motor Fund Foundation Society School College Hospital Organisation Organization Alliance
    League Front Movement Board Trust Centre Center Museum Orchestra Library Cabinet Forum
    Network Bureau Academy Industries Holdings Partners Technologies Systems Energy Power
    Railways Rail Shipping Insurance Media Press Agency Guard Forces Brigade Corps United
    Rovers City's FC Coalition Mission Cooperative Co-operative Observatory Laboratory Theatre
    Ballet Opera Chamber Government Administration Treasury Embassy Registry Register Exchange
    Works Foods Facility
    Securities Biologics Genomics Analytics Bulk Carriers Navigation Maritime Trading Retail Apparel
    Assurance Underwriters Associates Consultants Consulting Brokers Realty Developments Enterprises
    Mills Steel Mining Oil Gas Petroleum Telecom Software Bancorp Biotech Pharma Pharmaceuticals
    Therapeutics Logistics Capital Investments Ventures Labs Studios Pictures Records Publishing
    Books Brothers Sons Stores Supermarkets Brewery Breweries Electric Electronics Dynamics Robotics
    Aerospace Aviation Automotive Chemicals Cement Construction Properties Estates Homes Farms
    Athletic Wanderers Albion Hotspur Dynamo Tigers Lions Bears Eagles Wolves Hawks Giants
    Democrats Republicans Greens Liberals Conservatives Socialists Nationalists Farmers Workers
    Unionists Tories Campaign Charity Initiative Consortium Syndicate Workshop Secretariat
    Inspectorate Watchdog Constabulary Ambulance Rescue Coastguard Clinic Surgery Infirmary
    Hospice Conservatoire Conservatory Seminary Polytechnic Gallery Archive Archives Bulletin
    Chronicle Observer Sentinel Guardian Telegraph Mail Mirror Standard Independent Echo Star
    Review Weekly Daily Globe Examiner Inquirer Dispatch Register Leader Express Wire Crescent
    Cross Tribunal Legion Militia Battalion Regiment Division Taskforce Crew Squad Choir
    Philharmonic Symphony Ensemble Quartet Band Trio Synod Diocese Congregation Fellowship
    Senedd Bundestag Duma Knesset Majlis Congress Lords Commons Soviet Politburo Junta
    Cargo Copper Freight Textiles Metals Minerals Telecoms Mobile Fisheries Ferries Coal Zinc
    Lithium Cobalt Nickel Timber Plastics Ceramics Batteries Dairy Seafoods Beverages Brewing
    Bakeries Hotels Resorts Terminals Tankers Transit Couriers Solutions Semiconductor
    Semiconductors Biosciences Diagnostics Appliances Fertilisers Fertilizers Cosmetics Garments
    Equities Oncology Vaccines Towage Salvage Commodities Distillers Brewers Outfitters Footwear
    Furnishings Payments Leasing Reinsurance Packaging Recycling Pulp Photonics Optics Sabha Dáil
    Seanad
    Jewellers Distillery Offshore Drilling Refining Pipelines Renewables Hydro Utilities
    Team Unit Directorate Taskforce International Secondary
    Creameries Tanneries Canneries Biofuels Cyber Ginners Stevedores Boatbuilders Mutuals Agro Agri
    Petrochem Guild Ombudsman Partnership Watch Zoo Aquarium Mosque Synagogue Squadron Fleet
    Lifeboat Panel Lab Polyclinic Wineries Dairies Potteries Distilleries Refiners Bottlers
    Waterworks Refinery Elementary Bloc Primary High Comprehensive Kindergarten Nursery Preschool
    Guards Rifles Fusiliers Hussars Lancers Marines Community Adalat Panchayat Parishad Samiti
    Sangh FM TV Mutual Savings
    """
)
THINGS = word_list(
    """
    Tour Protocol Medal Treaty Act Prize Award Awards Cup War Accord Accords Plan Day Festival
    Programme Program Project Law Bill Report Declaration Agreement Convention Summit Games
    Championship Championships Code Initiative Operation Storm Hurricane Typhoon Cyclone
    Review Index Survey Tournament Trophy Revolution Constitution Amendment Charter Deal Pact
    Week Month Year Age Era Election Elections Conference Series Open Final Finals Olympics
    Marathon Race Derby Bible Battle Siege List Guide Plate Bowl Grand Prix Congress Symposium
    Expo Guidelines Biennale Triennale Carnival Parade Fellowship Scholarship Scheme Strategy
    Pledge Compact Grant Portal
    Directive Regulation Ordinance Array Telescope Statute Resolution Statement Fair Show
    Festival Regatta
    Shield Poll Bursary Handicap
    Stakes Competition Contest Challenge Classic Chase Hurdle Invitational Masters
    Ceremony Massacre Uprising Rebellion Crisis Famine Plague Flu Syndrome Disease Virus
    """
)
LOWER_BODIES = word_list(
    """
    shipbuilder housebuilder homebuilder bookmaker
    operator company firm agency airline retailer maker bank club party union charity
    newspaper broadcaster watchdog group startup manufacturer supplier publisher carmaker
    shipyard yard brewery consultancy retailer chain developer bookseller foundation orchestra
    railway railroad cooperative co-operative federation association alliance consortium
    contractor distributor wholesaler carrier zoo
    body
    lab insurer lender brokerage miner utility station magazine website network operator regulator
    institute team band restaurant hospice school college hospital theatre gallery museum pub cafe
    """
)
COMPANY_ENDS = word_list(
    """
    Inc Ltd Corp Co PLC plc Plc LLC LLP AG SA SE NV BV ASA AS AB Oy Oyj SpA SPA GmbH KG Pty
    Limited Incorporated Corporation Holding Holdings Bhd Tbk KK SARL SAS Srl Kft
    """
)
SURNAMES_TOO = word_list(
    """
    Mills Power Court Young Banks Church Hill Hills Field Park Lake Forest Castle Bridge West
    North East South Hall Market Fort House Temple Brook Brooks Wood Woods Stone Bay Street
    Cape Town Village Castle Palace Gate Ford Pass Post Post Bank Police Guard Star Steel
    Gray Grey Bell Wolf Wolves Cross Mission Gallery Leader Marsh Plain
    Falls Beach Rivers River Station Port Moor Heath Dale Valley Cliff Glen Lords Bond Wise
    Abbey Mill Storm Day Law Race Fair Guide Battle
    Grant Bishop Pope King Prince Noble Knight Mason Miner Farmer Carter Chambers Dean Duke Abbott
    """
)
JOINS_FOR = word_list(
    """
    Ministry Council Court Department Board Institute Office Chamber Academy School Faculty
    Federation Society Bureau Centre Center Agency Commission Committee Foundation Association
    Secretary Minister Alliance Coalition Campaign Network Organisation Organization Movement
    Fund Trust Programme Program Director Commissioner Union Party Partnership Initiative Front
    Observatory Authority Service Conference Friends Group Lab Laboratory Museum
    """
)
POSSESSORS = word_list(
    """
    people people's farmers farmer women men children workers worker king queen teachers lawyers
    veterans nurses students players writers soldiers mothers fathers ladies girls boys fishermen
    firefighters seafarers dockers miners journalists physicians surgeons owners publishers
    consumers citizens pensioners tenants residents taxpayers patients passengers prisoners
    growers bakers drivers trinity magistrate magistrates pilots sailors mariners architects
    actors musicians librarians dentists carers parents grandparents students' children's
    christ lloyd sotheby christie mcdonald
    """
)
PLACE_STARTS = word_list(
    """
    Mount Port Lake Lough Loch Llyn Ben Glen Isles Islands Republic Kingdom Principality Emirate
    Nedre Øvre Villa Cape Fort San Santa St Saint Sainte Gulf Strait Isle Los Las El Bay Puerto Rio
    Place Plaza Piazza Rue Calle Quai Pont Rua Jalan Lorong Kampung Kuala Bandar Taman Sungai Bukit
    Duchy Sultanate Point Upper Lower Inner Outer
    North South East West Northern Southern Eastern Western Central
    New Old Great Greater Little Ras Wadi Jebel Kfar Beit Deir Umm Oued Ust Nizhny Veliky Novi Nova
    Nakhon Kota Pulau Gunung Tanjung Ponta Serra Monte Pointe Cabo Cerro Laguna Playa Punta Nuevo
    Anse Morne Gros Grosse Petit Petite Riviere Rivière Trou Fond Baie Vieux Vieille Belle Bois
    Étang Etang Savane Cayo Arroyo Boca Praia Barra Foz Llan Ain Bir Tell Qasr Bab Shatt Inver Bad
    Nieuw Oud Stary Stara Staro Nowy Nowa Gornja Gornji Donja Donji Velika Veliki Yeni Eski Castel
    Borgo Colle Torre Val Bourg Barangay Sitio Purok
    Mont Nueva Sankt Ras Isla Ilha Île Islas Ilhas Cala Baie Bahia Bahía Baía Ciudad
    Cidade Tanjong Pasir Batu Teluk Ulu Västra Östra Norra Södra Sierra Cordillera Ko Koh Nong
    Aéroport Aeropuerto Aeroporto Estadio Estádio Stade Stadio Château Castillo Castello Palacio
    """
)
PLACE_WORDS = word_list(
    """
    River Mount Mountain Mountains Island Islands Street Square Road Avenue Bay Lake Port
    Harbour Harbor Bridge Valley Hill Hills Park Airport Station Sea Ocean Gulf Strait Cape
    Coast Desert Forest Peninsula Province Region District County State Republic Kingdom House
    Palace Castle Tower Stadium Arena Hotel Canal Creek Falls Beach Village Town City Dam Pass
    Plain Plateau North South East West Northern Southern Eastern Western Central Upper Lower
    Old New San Santa St Saint Fort Caucasus Alps Balkans Pier Quay Market Field Hall Church
    Cathedral Temple Ave Rd Blvd Lane Drive Terrace Heights Gardens Garden Gate Cove Marsh Moor
    Ridge Vale Fen Fens Wold Tarn Ness Firth Fjord Loch Cliffs Rock Sound
    Trench Straits Lagoon Atoll Gorge Canyon Wetlands Highlands Shoal Springs Weir
    Pool Reef Archipelago Estuary Glacier Volcano Basin Delta Steppe Isle Isles
    Hamn Havn Point Flat Flats Landing Crossing Bluff Hollow Inlet Narrows Rapids Sands Meadows
    Territory Prefecture Oblast Governorate Reservoir Wharf Dock Docks Woods Reserve Tunnel Abbey
    Junction Building Racecourse Interchange Mall Plaza Arcade Viaduct Speedway Motorway Expressway
    Freeway Parkway Cemetery Aerodrome Lighthouse Shores Peak Crater Oasis Township Precinct Lock
    Mansions Barracks Apartments Towers Prison Jail Penitentiary Roundabout Turnpike Causeway
    Fault Wood Copse Highway Bypass Flyover Underpass Overpass Norte Sur Sul
    Rise Seamount Knoll Spur Shelf Escarpment Bight Spit Isthmus Headland Terminal
    Row Nord Sud Ouest Airfield Nagar Pradesh Marg Chowk Promenade Esplanade Boulevard Oval
    Minster Bog Priory Lido Subdivision Circuit Mill Sawmill Quarry Mine Colliery Depot Ground
    Fairgrounds Campground Trail
    """
)
LONE_BODIES = word_list(
    """
    Senate Parliament Congress Treasury Commission Council Assembly Kremlin Vatican Pentagon
    Bundestag Duma Knesset Interpol Nato NATO Unesco Unicef Opec Greenpeace Oxfam Hamas Hezbollah
    Taliban Reuters Bloomberg Congress Commons Lords Sentinel Guardian Observer Gazette Times Post
    Herald Tribune Chronicle Telegraph Independent Courier Journal Echo Economist Mirror Mail
    Dispatch Examiner Inquirer Globe Star Sun Alliance Dáil Seanad Sejm Riksdag Storting
    Folketing Diet Eduskunta Althing Rada
    Oireachtas Bundesrat Saeima Seimas Riigikogu Majlis Senedd
    """
)
JOINS_OF = word_list(
    """
    Ministry Bank University Republic House Council Court Department Kingdom States Board
    Institute Office Church Gulf Isle City Battle Treaty Bay Cape Lord Duke Secretary Chamber
    Academy School Faculty Federation Union League Association Society Bureau Centre Center
    Agency Supreme Museum Order Speaker Chief President Minister Governor Mayor Director Head
    Organisation Organization Port Strait Sea Isles Islands Commission Committee Confederation
    Community Conference Parliament Friends Sons Daughters Knights Doctors Foundation
    Archive Library Gallery Theatre Opera Orchestra Hospital College Registry Trust Club Guild
    Diocese Archdiocese Government Journal Annals Proceedings
    Sound Brothers Sisters Mothers Voices Ministers Programme Program Archives Congress Group
    Party Fund Authority Service Lab
    Duchy Sultanate Emirate Commonwealth Star Medal Legion
    Laboratory Campaign Alliance Coalition Movement Network Straits Tour Front Feast Spirit Pride
    Maid Caves Observatory Polytechnic Conservatory Conservatoire Seminary Pass Valley
    """
)
NOT_NAMES = word_list(
    """
    FILE NOK SEK DKK JPY CNY RUB INR PLN CZK HUF AUD CAD NZD ZAR TRY BRL Article
    Section Chapter Figure Table Appendix Annex MP MPs MEPs MSP MSPs Q1 Q2 Q3 Q4 H1 H2 FY EBITDA
    EBIT IPO AGM VAT DNA RNA HIV AIDS TNT LGBT VIP DIY NB PS P.S. P.P.S. N.B. KC QC OBE MBE
    CBE FRS MD BST CEST EET MSK PST PDT CST MST Spring Summer Autumn Winter
    Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays C F Celsius Fahrenheit
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept
    Oct Nov Dec AM PM GMT UTC EST EDT CET GDP PhD OK FAQ AD BC BCE CE ID PDF HTML L
    R Q A I No Nos Mt EUR USD GBP CHF FTE Art Ph Christmas Easter Thanksgiving Ramadan Eid
    Diwali Hanukkah Passover Halloween SIR God Covid COVID Internet
    B&B R&D Q&A A&E M&A P&L R&B T&C
    RSV SARS MERS HPV Messrs Photo Photos Image Read Updated Pic Pics Mass Masses Confirmation
    Communion NGO NGOs
    """
)
GROUPS_OF_PEOPLE = word_list("Friends Sons Daughters Knights Brothers Sisters Mothers Voices")
PARTIES = word_list("Civic Green National United Citizens People's Unity Free Democratic Popular")
JOURNALS = word_list("Journal Annals Proceedings Transactions")
WATERS = word_list(
    "Caves Sound Bay Sea Strait Straits Gulf Isle Isles Cape Vale Forest Lake Firth Rock"
    " Pass Valley"
)
RULERS = word_list(
    """
    Minister President Premier King Queen Governor Ambassador Mayor Prince Princess Sultan Emir
    Duke Chancellor Parliament Secretary Consul Archbishop Bishop Earl Emperor
    """
)
PUBLIC_BODIES = word_list(
    """
    Court Council Police University Hospital School College Authority Parliament Assembly
    Institute Museum Church Constabulary CID Library Infirmary Clinic Theatre Airport Commission
    Association Society Office Registry Cathedral Academy Fire Ambulance Chamber City United Town
    Athletic Rovers Wanderers County FC Gazette Herald Courier Post Times News
    Statistics Statistical Meteorological Revenue Customs Intelligence Weather Census Electoral
    """
)
# Bodies behind which a comma and their town may stand: "Mercy Hospital, Orlu".
SEATED = word_list(
    "School College Church Hospital Academy Clinic University Seminary Cathedral Mosque Temple"
)
PLACE_ENDS = tuple(
    word_list(
        """
        ia land stan burg ville ton ham ford port mouth haven vik sund holm dorf grad polis
        shire chester field bury wick borough brook dale minster by
        """
    )
)
STATES = word_list("State States Party Parties Contracting Member Signatory")
NOT_ALONE = word_list("TV")
# Letters that stand behind a person's name and are none of it.
AFTER_NAMES = word_list(
    "TD MP MEP MSP MLA MPP MNA MLC MHA SC SAN JP DL KC QC PhD FRS Esq AO AM OAM MC VC"
)
# What an owner's name may open that is a body: "Marlow's Books".
SHOPS = word_list(
    "Books Cabs Taxis Bakery Brewery Bar Café Cafe Diner Garage Kitchen Pharmacy Pizza Burgers"
    " Tavern Bistro Deli Butchers Grill Fishmongers Coaches"
)
# Features that an owner's name may open: "Cotter's Creek".
OWNED_PLACES = word_list(
    """
    Creek Bay Point Cove Corner Landing Ferry Hill Head Island Rock Ridge Gap Pass Mill Mills Cross
    Bridge Ford Hollow Wood Woods Lane Row Yard Green Field Fields Reach Rest Peak Lake Pond Falls
    Run Quay Wharf Pier Farm Park Court Gate Leap Drift Kop Neck
    """
)
SEASONS = word_list("Spring Summer Autumn Winter")
MONTHS_TOO = word_list("April May June August March January Jan Jun")
GIVEN_TOO = word_list(
    "Will May Mark Bill Grace Hope Faith Joy Rose Art Per June April August Kitty Patience Comfort"
    " Blessing Miles Rob Rod Chuck Sue Pat Dean Gene Ray Penny Melody Bobby Todd Rick Dick"
    " Rex Gus Polly Dolly Olive Sydney Jordan Georgia Ruby Pearl Ivy Lily Daisy Violet Heather"
    " Hazel Poppy Iris Jasmine Amber Jade Dawn Eve Grant Glen Lance Florence Chelsea Austin Basil"
    " Christian"
)
# Words that open a name of two words as a given name, hardly ever otherwise.
RATHER_GIVEN = word_list("Dean Duke Mark Rob Rick Todd Gus Ray Gene Penny Rex Polly")
OPENERS = word_list(
    """
    Nobody Somebody Everyone Everybody Anyone Someone Nothing Everything Something Whoever Whatever
    The A An This That These Those He She It They We I You His Her Its Their Our My Your But
    And Or Yet So If When While After Before Since Until As At In On By For From To Of With
    Without Within During Under Over Between Among Against About Around Through Across Despite
    Although Though Because Unless However Meanwhile Moreover Also Then Now There Here Where
    What Who Whom Which Why How Some Any Many Most More Much Several Few Both Each Every
    Either Neither No Not Nor None One Two Three Four Five Six Seven Eight Nine Ten Eleven
    Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty Thirty Forty Fifty
    Sixty Seventy Eighty Ninety Hundreds Thousands Dozens Millions
    According Following Asked Once Still Even Only Just Such Other Others Another Nearly Almost
    Last Next Earlier Later Early Late Today
    Yesterday Tomorrow Officials Police Residents People Prices Sales Revenue Shares Workers
    Witnesses Experts Critics Talks Negotiations Students Authorities Rescuers Firefighters
    Voters Doctors Engineers Scientists Researchers Organisers All Half Part Parts Rain Snow
    Water Heavy New Old First Second Third Fourth Finally Thus Therefore Instead Perhaps Maybe
    Yes Please Let Given Based Founded Born Built Located Known Speaking Writing Responding
    Citing Like Unlike Along Up Down Out Off Inside Outside Above Below Per Via Does Did Do Is
    Are Was Were Has Have Had Will Would Can Could Should May Might Must Men Women Children
    Families Services Trains Ferries Schools Shops Tickets Crews Passengers Some Today's Whether
    Rather Than Too Very Well Good Morning Afternoon Evening Thank Thanks Dear Asking Saying
    Announcing Describing Adding Noting Referring Pointing Amid Ahead Beyond Throughout Upon Onto
    Overnight Currently Recently Originally Previously Eventually Elsewhere Nevertheless
    Editing Reporting Writing Picture Pictures Photograph Photographs Credit
    Neighbouring Neighboring Nearby Messrs Nonetheless Furthermore Additionally Similarly Initially
    Ultimately Indeed Together Apart
    """
)
