"""Words of a clause that tell of what lies ahead, and of what lies behind."""

import re

from facts.extraction.grouped import grouped

STILL_AHEAD = re.compile(
    r"\b(?:will|['’]ll|could|can|(?-i:may)|might|hope[sd]?"
    r"|to (?!the\b|late\b|early\b|mid\b|about\b|around\b|noon\b|midnight\b)[a-z]{3,}(?<!ed)"
    r"|to be|expects?|needed|required|offered|proposed|promised|pledged|must|should|would"
    r"|deadline)\b"
)
# Verbs that tell what a clause before them is: "it stays shut, the officer notified on Friday".
TELLING = (
    r"said|says|told|tells|announce[sd]|add(?:s|ed)|confirm(?:s|ed)|state[sd]|warn(?:s|ed)|note[sd]"
    r"|disclose[sd]|notified|informed|indicate[sd]|explain(?:s|ed)|reveal(?:s|ed)|wr(?:ites|ote)"
    r"|reiterate[sd]|stress(?:es|ed)|predict(?:s|ed)|insist(?:s|ed)|decided|ruled|heard"
)
# "has been asked to appear on 3 September"
_BIDDEN = r"(?:has|have|is|are) (?:been )?(?:asked|required|summoned|urged) to"
_AHEAD = (
    r"will|won't|['’]ll|shall|would|due(?!\sto\b)|(?:is|are|was|were|not)\sdue|due to "
    r"(?!the\b)[a-z]+ (?:on|in|at)\b|(?<!the )(?<!this )plans?(?![,.;])|planned|planning"
    r"|expects?|expected(?!\sby\s(?:analysts|economists|markets|the\smarket))|scheduled|payable"
    r"|hopes?|aims?|intends?|upcoming|forthcoming|going to|set to|slated|to be|is to|are to"
    r"|deadline|no (?:earlier|later|sooner) than|not before"
    r"|next (?:meeting|session|hearing|match|race|round|game|summit|issue)|ahead of|can|must|"
    r"(?-i:may)|(?:promised|pledged|vowed)(?=[^,;]{0,60}\b(?:to|within|by|that)\b)|should"
    r"(?!\shave)|(?:is|are)\s(?:forecast|predicted|likely|forecasting|predicting|expecting|preparing)"
    r"|(?:was|were) to (?!the\b|an?\b|be\b)[a-z]{3,}|(?:guidance|outlook|forecasts?|targets?) for"
    r"|go(?:es)? (?:to|into|over|back|on(?=\s(?-i:[A-Z])))|entertains?"
    r"|(?:is|are|been)\s(?:set|fixed|planned|listed)\sfor"
    r"|(?:is|are) on(?=\s(?:the\s)?(?-i:[A-Z\d]))"
    r"|(?:is|are) (?:at|in|away|back|home)(?=\s[^.;:,]{1,40}\son\s(?-i:[A-Z]))"
    r"|looks? (?:mainly|mostly|largely|set|like|likely|dry|drier|wet|wetter|fine|better|colder"
    r"|warmer)"
    r"|opens?|starts?|begins?|closes?|takes? place|resumes?|kicks? off"
    r"|reopens?|continues?|concludes?|reconvenes?|lapses?|sails|docks|decides|publishes|unveils"
    r"|presents|celebrates|elects|chooses|competes|performs|sits"
    r"|ends?|launches|goes on sale|go on sale|travels?|visits?|convenes?|airs?|premieres?|screens?"
    r"|expires?|comes? (?:into|out)|takes? effect|is held|are held|meets?|arrives?|leaves?|returns?"
    r"|fl(?:y|ies) (?:to|home|out|in|back)|takes? the (?:oath|stand|helm|reins|chair)"
    r"|(?:is|are) (?:forecasting|predicting|projecting|bracing|preparing)"
    r"|heads? (?:to|for)|moves? (?:to|on)|goes (?:to|on trial)|departs?|sets? off"
    r"|tours?|testif(?:y|ies)|appears? (?:in|before)|steps? down|takes? (?:office|over)|retires?"
    r"|falls? due|runs? out|elapses?"
    r"|(?:promised|pledged|offered)(?:\s[a-z]+){0,3}?\san?\s(?:[a-z]+\s){0,2}(?:statement|vote"
    r"|decision|report|answer|reply|ruling|verdict|briefing|meeting|debate|update|response|plan)\s"
    r"(?:on|for|in)\s|follows (?:on|in)|succeeds|replaces|becomes|hosts?|plays?"
    r"|faces?|votes?"
    r"|kick-off|runs? (?:until|till|to|through|from)|appl(?:y|ies) (?:from|until|to)"
    r"|valid (?:from|until)|lasts? (?:until|till)|turns? \d\d"
    r"|(?:is|are) in force (?:from|until)|(?:is|are) on show"
    r"|(?:could|might) be (?!reached\b|seen\b|heard\b|felt\b|found\b)[a-z]{3,}ed"
    r"|(?:could|might) (?:bring|cause|delay|last|trigger|force|rise|fall|drop|top|exceed|become)"
    rf"|{_BIDDEN}"
    r"|to (?:open|start|begin|close|hold|meet|vote"
    r"|visit|travel|publish|decide|discuss|return|resume|sign|face|play|release|launch|take"
    r"|send)"
)
AHEAD = re.compile(rf"\b(?:{grouped(_AHEAD)})\b", re.IGNORECASE)
_BEHIND = (
    r"was|were|had|did|said|told|announced|reported|confirmed|added|wrote|met|began|ended"
    r"|took|came|went|left|held|won|lost|fell|rose|stood|sank|spent|paid|bought|sold|made|gave|got"
    r"|grew|became|broke|brought|built|caught|chose|drew|drove|felt|fought|found|flew|fled|kept"
    r"|knew"
    r"|led|ran|sat|saw|sent|shook|shot|slid|spoke|struck|swept|swore|threw|wore|withdrew|underwent"
    r"|overtook|froze|rode|drank|ate|sang|rang|hung|dug|stole|woke|hid|forgot|forgave|blew|taught"
    r"|thought|understood|lent|bent|burnt|crept|dealt|flung|heard|knelt|laid|leapt|learnt|lit|meant"
    r"|overcame|rebuilt|resold|rewrote|shone|shrank|slept|spun|sprang|stuck|strode|strove|swam|swung"
    r"|tore|trod|wept|undertook|withstood|arose|awoke|bled|clung|foresaw|mistook|oversaw|sought|slew"
    r"|sped|upheld|(?!unchanged\b|[a-z]*[ws]eed\b|greed\b|creed\b|steed\b|wicked\b|naked\b|united\b|indeed\b|speed\b|hundred\b|proceed\b|exceed\b|succeed\b|breed\b"
    r"|hatred\b|sacred\b|ahmed\b|mohammed\b|muhammed\b|hamed\b|saeed\b)[a-z]{3,}ed"
)
# "beat" and "hit" are of the past unless a small word before them looks ahead.
_SAME = (
    r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!can )(?<!may )(?<!might )(?<!must )(?<!not )"
    r"(?:beat|hit|quit|overran)"
)
BEHIND = re.compile(rf"\b(?:{grouped(_BEHIND)}|{_SAME})\b", re.IGNORECASE)
# "called an election for 18 October"
CALLED = re.compile(
    r"\b(?:called|announced|ordered|convened|arranged|booked|scheduled|calls|announces)\s"
    r"(?:[a-z-]+\s){0,5}?(?:elections?|vote|referendum|summit|meeting|hearing|strike|conference"
    r"|session|poll|ballot|trial|debate|protest|march|rally|walkout|stoppage)\sfor\s$"
)
# "takes charge for Thursday's cup tie": a match that is still to come.
MATCH_AHEAD = re.compile(
    r"(?<=day)['’]s\s(?:[a-z-]+\s){0,2}(?:tie|games?|match|matches|final|semi-final|clash|trip|derby"
    r"|fixture|vote|election|hearing|summit|debate|by-election|race)\b"
)
# "By Friday 4,000 children, or 8%, had been seen"; "visas issued before 1 July may be used".
HAD_BY_THEN = re.compile(r"[^.;:]{1,60}?\bhad (?:\w+ )?[a-z]+(?:ed|en|ne|ade|ought|eft|ost|old)\b")
DONE_BEFORE = re.compile(
    r"^\W*(?:[A-Z][a-z]+|All|Any|Those)(?: [a-z]+){0,2} (?:(?!need)[a-z]{3,}ed|bought|sold|made"
    r"|built|paid) (?:on or )?before (?:the )?$"
)
# "threatened a strike from March 12", "accepted his resignation, effective June 30": notices.
NOTICE = re.compile(
    r"\b(?:call|announc|declar)(?:es|ed|ing|s)?\sa[n]?\s(?:[\w-]+\s){0,3}(?:strike|walkout|stoppage"
    r"|boycott|curfew|lockdown)\b[^.;:]{0,40}\s(?:from|on|starting|beginning)\s$"
    r"|\bissue[sd]?\s(?:an?|the|its)\s(?:[\w-]+\s){0,3}(?:warning|alert|advisory|order|ban|permit)\s"
    r"(?:[^.;:]{1,40}\s)?(?:from|until|till|for|to)\s(?:[^.;:,]{1,16}\s(?:on|to|until)\s)?$"
    r"|\bthreaten(?:s|ed|ing)?\b[^.;:]{1,80}\s(?:from|on|starting|beginning)\s$"
    r"|\b(?:resign\w*|retire\w*|appoint\w*|accept\w*|approv\w*|adopt\w*)\b[^.;:]*,\s(?:effective"
    r"|with effect)\s(?:on\s|from\s)?$",
    re.IGNORECASE,
)
# "voted to call for tenders in July": what was decided lies ahead.
RESOLVED = re.compile(
    r"\b(?:voted|agreed|decided|resolved|opted|moved|undertook|arranged)\s(?:[\w-]+\s){0,4}?to\s(?!the\b|an?\b)"
    r"[a-z]+\s(?:(?!\b(?:was|were|had|who|which|after|on)\b)[^.;:,]){0,60}?\s(?:in|from|by)\s$"
)
# What outweighs any word for the past beside it: "were to begin", "is expected after it fell".
SURELY_AHEAD = re.compile(
    r"\b(?:will|would(?! have)|(?:was|were)\sto\s(?!the\b|an?\b|be\b)[a-z]{3,}|shall"
    r"|due(?!\sto\b)|due to (?:be|[a-z]+ (?:on|in|at))\b"
    r"|(?:could|might|(?-i:may))\s(?:start|begin|come|open|close|strike|face|vote|resume|reach"
    r"|return|hit|end|follow|go)"
    rf"|{_BIDDEN}"
    r"|scheduled|expected(?!\sby\s(?:analysts|economists|markets|the\smarket))|is to|are to"
    r"|(?:is|are)\s(?:\w+ly\s)?(?:planned|set|slated|billed|booked|listed|fixed|timetabled"
    r"|pencilled in)|promised|pledged|vowed"
    r"|(?:could|might) be (?!reached\b|seen\b|heard\b|felt\b|found\b)[a-z]{3,}ed"
    r"|(?:has|have) (?:forecast|predicted)|upcoming|forthcoming)\b"
)
# "put off to January": what was put off has not happened yet.
PUT_OFF = re.compile(
    r"\b(?:postponed|adjourned|delayed|deferred|rescheduled|shifted|moved|extended|prolonged|pushed"
    r"|put|brought|carried)\s(?:[^,;.:]{1,40}\s)?(?:to|until|till)\s$"
)
# "Highs near 31C Thursday": the weather of a coming day, without a verb.
FORECAST = re.compile(
    r"(?:Highs?|Lows?|Sunny|Cloudy|Showers?|Rain|Snow|Sleet|Storms?|Thunderstorms?|Partly|Mostly"
    r"|Breezy|Temperatures|Dry|Windy|Fog|Frost|Scattered|Sunshine|Hot|Cold|Warm)\b"
)
# "has proposed 20 April as a date", "set 3 May for the hearing", "picked Friday": days chosen.
CHOSE = re.compile(
    r"\b(?:propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|declare[sd]?"
    r"|(?:has|have) (?:set|fixed|named|chosen|picked"
    r"|given|offered|booked)|sets|fixes|names|picks)\s(?:the\s)?$"
)
# "asked for screens by 1 December", "proposed a reduction from 1 May": what is wished for.
WISHED = re.compile(
    r"\b(?:ask|call|demand|want|appeal|request|press|seek|propos|urg|recommend)(?:e|es|ed|s|d|ing)?\b"
    r"(?!\s(?:by|from|about)\b)(?:(?!\b(?:was|were|had|who|which|after)\b)[^.;:,]){3,80}"
    r"\s(?:by|from|before)\s(?:the\s)?$"
)
# "promised in November that it would": the word was given then, whatever lies ahead.
GAVE = re.compile(
    r"\b(?:promised|pledged|vowed|agreed|decided|announced|warned|predicted|was due)"
    r"(?:\sby(?:\s[\w’'-]+){1,6}?)?\s(?:in|on|last)\s$"
    r"|\bcover(?:s|ed|ing)\s(?:the\s)?(?:period|weeks?|months?|days?)\s(?:(?:from|between|of)\s)?$"
)
