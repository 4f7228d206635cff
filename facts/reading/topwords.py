"""Words of the lines above a text: labels that do not speak, sections, kinds of sender."""

from facts.reading.wordlist import word_list

NO_SPEAKER = word_list(
    """
    note notes date update updated correction corrections clarification source sources photo
    caption summary background topic subject title contact contacts email tel telephone phone fax
    web website where when what who why how time place venue location price cost total result
    results score breaking watch read listen related more also tip warning important example
    conclusion introduction agenda present attendees apologies
    status timing length size weight budget funding verdict analysis opinion comment context history
    outlook forecast cause effect method methods results aim purpose reason solution problem risk
    recap exclusive video audio gallery transport traffic travel sport weather markets
    monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today
    yesterday tomorrow january february july september october november december morning afternoon
    evening night
    editor's note, key points, at a glance, the facts, in brief, press release, embargoed
    """
)
SECTIONS = word_list(
    """
    analysis business culture economy editorial education environment exclusive explainer feature
    features health international interview live markets national news opinion politics press
    profile science sport sports statement technology travel update weather world
    local news, world news, top story, top stories, breaking news, news analysis, latest news
    middle east, press statement, official statement, africa, americas, asia, europe
    """
)
SENDERS = word_list(
    """
    ministry department office agency council university institute ltd plc ag gmbh inc group police
    embassy court authority bank union association foundation commission parliament government
    party club federation service directorate secretariat bureau board trust society mission
    """
)
LINKS = word_list("of for and the & de du der des la")
