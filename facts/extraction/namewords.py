"""The words that show what a capitalised name is: titles, bodies, places, openings of sentences."""

from facts.reading.wordlist import word_list

TITLES = word_list(
    """
    MP MEP Head President Minister Premier Chancellor Secretary Ambassador Governor Mayor Senator
    Congressman Congresswoman Representative Speaker Chairman Chairwoman Chair Chief Director
    Commissioner General Colonel Major Captain Lieutenant Sergeant Admiral Commander Marshal
    Judge Justice Professor Prof Dr Doctor Mr Mrs Ms Miss Sir Lord Lady King Queen Prince
    Princess Pope Bishop Archbishop Cardinal Rev Father Sister Sheikh Ayatollah Imam Rabbi Sen
    Rep Gov Gen Col Lt Maj Capt Sgt Cpl Adm Deputy Vice Prime Foreign Defence Defense Interior
    Finance Justice Health Education Environment Energy Economy Trade Transport Agriculture
    Culture Labour Labor Home Acting Former Attorney Inspector Detective Officer Constable
    Superintendent Envoy Spokesman Spokeswoman Spokesperson Coach Manager Treasurer Emperor
    Sultan Emir Duke Count Baron Dame Councillor Councilman Prosecutor Ombudsman Consul Pastor
    Striker Midfielder Goalkeeper Defender Winger Analyst Economist Editor Author Skipper
    Driver Undersecretary CEO Editor-in-Chief
    """
)
LOWER_TITLES = word_list(
    """
    president minister premier chancellor secretary ambassador governor mayor senator chairman
    chairwoman chair chief director commissioner general colonel major captain commander judge
    professor doctor king queen prince princess bishop spokesman spokeswoman spokesperson
    coach manager leader head founder owner analyst economist editor author boss deputy lawyer
    prosecutor farmer teacher engineer scientist researcher historian biologist geologist
    resident fisherman driver pilot officer inspector detective singer actor actress artist
    writer novelist poet director painter architect striker midfielder goalkeeper defender
    winger skipper envoy negotiator organiser organizer activist campaigner witness survivor
    nurse surgeon student shopkeeper baker captain co-founder executive adviser advisor
    treasurer councillor lawmaker
    """
)
BODIES = word_list(
    """
    Ministry Party Union Council Bank Court University Institute Inc Ltd Corp Co Group Agency
    Committee Commission Association Federation Company Club Army Navy Police Parliament
    Assembly Senate Congress Department Office Authority Service Services Radio Television
    Channel Times Post News Courier Herald Gazette Tribune Journal Lines Airlines Airways
    Motors Fund Foundation Society School College Hospital Organisation Organization Alliance
    League Front Movement Board Trust Centre Center Museum Orchestra Library Cabinet Forum
    Network Bureau Academy Industries Holdings Partners Technologies Systems Energy Power
    Railways Rail Shipping Insurance Media Press Agency Guard Forces Brigade Corps United
    Rovers City's FC Coalition Mission Cooperative Observatory Laboratory Theatre Ballet Opera
    Chamber Government Administration Treasury Embassy Registry Register Exchange Works Foods
    Mills Steel Mining Oil Gas Petroleum Telecom Software
    """
)
THINGS = word_list(
    """
    Protocol Medal Treaty Act Prize Award Awards Cup War Accord Accords Plan Day Festival
    Programme Program Project Law Bill Report Declaration Agreement Convention Summit Games
    Championship Championships Code Initiative Operation Storm Hurricane Typhoon Cyclone
    Review Index Survey Tournament Trophy Revolution Constitution Amendment Charter Deal Pact
    Week Month Year Age Era Election Elections Conference Series Open Final Finals Olympics
    Marathon Race Derby Bible
    """
)
LOWER_BODIES = word_list(
    """
    operator company firm agency airline retailer maker bank club party union charity
    newspaper broadcaster watchdog group startup manufacturer supplier publisher carmaker
    insurer lender utility station magazine website network operator regulator institute team
    band
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
    Cathedral Temple
    """
)
JOINS_OF = word_list(
    """
    Ministry Bank University Republic House Council Court Department Kingdom States Board
    Institute Office Church Gulf Isle City Battle Treaty Bay Cape Lord Duke Secretary Chamber
    Academy School Faculty Federation Union League Association Society Bureau Centre Center
    Agency Supreme Museum Order Speaker Chief President Minister Governor Mayor Director Head
    Organisation Organization Port Strait Sea Isles Islands Commission Committee Confederation
    Community Conference Parliament
    """
)
NOT_NAMES = word_list(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept
    Oct Nov Dec AM PM GMT UTC EST EDT CET TV GDP CEO CFO PhD OK FAQ AD BC BCE CE ID PDF HTML L
    R Q A I No Nos Mt EUR USD GBP CHF FTE Art Ph Christmas Easter God Covid COVID Internet
    Photo Photos Image Read Updated
    """
)
OPENERS = word_list(
    """
    Nobody Somebody Everyone Everybody Anyone Someone Nothing Everything Something Whoever Whatever
    The A An This That These Those He She It They We I You His Her Its Their Our My Your But
    And Or Yet So If When While After Before Since Until As At In On By For From To Of With
    Without Within During Under Over Between Among Against About Around Through Across Despite
    Although Though Because Unless However Meanwhile Moreover Also Then Now There Here Where
    What Who Whom Which Why How Some Any Many Most More Much Several Few Both Each Every
    Either Neither No Not Nor None One Two Three Four Five Six Seven Eight Nine Ten Eleven
    Twelve Hundreds Thousands Dozens Millions According Following Asked Once Still Even Only
    Just Such Other Others Another Nearly Almost Last Next Earlier Later Early Late Today
    Yesterday Tomorrow Officials Police Residents People Prices Sales Revenue Shares Workers
    Witnesses Experts Critics Talks Negotiations Students Authorities Rescuers Firefighters
    Voters Doctors Engineers Scientists Researchers Organisers All Half Part Parts Rain Snow
    Water Heavy New Old First Second Third Fourth Finally Thus Therefore Instead Perhaps Maybe
    Yes Please Let Given Based Founded Born Built Located Known Speaking Writing Responding
    Citing Like Unlike Along Up Down Out Off Inside Outside Above Below Per Via Does Did Do Is
    Are Was Were Has Have Had Will Would Can Could Should May Might Must Men Women Children
    Families Services Trains Ferries Schools Shops Tickets Crews Passengers
    """
)
