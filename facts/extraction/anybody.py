"""Nouns that speak though no list holds them: "the force added", "according to the canton"."""

import re

from facts.reading.wordlist import word_list

# "The force added": any noun may speak where the verb is one of speech alone.
SPEECH_ONLY = re.compile(
    r"said|says|say|told|tells|added|adds|insisted|insists|warned|warns|argued|argues|complained"
    r"|replied|wrote|announced|denied|claimed|explained"
)
ANYONE = re.compile(
    r"(?:^|[,;]\s|[\"”]\s|\b(?:but|and|that|while|as)\s)(?P<who>(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo"
    r"|[Tt]hree"
    r"|[Ss]ome|[Ss]everal|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Mm]y)\s"
    r"(?:[a-z][\w’'-]*\s){0,3}[a-z][a-z-]+)$"
)
# ", Palestinian medics said.": several who are told of without an article.
SEVERAL = re.compile(
    r"(?:^|[,;]\s|[\"”]\s)(?P<who>(?!(?:as|when|if|because|though|although|that|which|what|like"
    r"|than"
    r"|while|after|before|and|but|so|or|where|since|all|this|his|its|always|perhaps|besides"
    r"|sometimes"
    r"|the|not)\b)(?:[A-Z][a-z]+\s(?:and\s[A-Z][a-z]+\s)?)?(?:[a-z][a-z-]+"
    r"\s){0,2}[a-z][a-z-]{2,}s)$"
)
SEVERAL_PEOPLE = word_list(
    "residents officials people families staff medics locals herders farmers fishers fishermen"
    " witnesses police prosecutors lawyers doctors nurses teachers parents pupils students"
    " activists campaigners critics traders analysts economists experts scientists researchers"
    " investigators rescuers workers employees villagers islanders commuters passengers drivers"
    " growers breeders millers bakers brewers tenants landlords neighbours neighbors relatives"
    " survivors volunteers organisers organizers authorities ministers lawmakers councillors"
    " diplomats envoys forecasters engineers detectives firefighters paramedics soldiers"
    " shopkeepers stallholders retailers exporters importers investors buyers sellers hoteliers"
    " boatmen crews pilots sailors miners foresters rangers keepers wardens monks nuns elders"
    " leaders members aides spokesmen spokeswomen spokespeople judges regulators auditors"
    " historians archaeologists biologists ecologists conservationists environmentalists"
    " opponents supporters fans customers patients inmates migrants refugees"
)
# Nouns for one person that name nobody's trade: "A senior official said it will stop. He ..."
PEOPLE = word_list(
    "official expert source man woman boy girl person child insider bystander onlooker passer-by"
    " eyewitness relative colleague friend neighbour neighbor employee worker shopper caller user"
    " protester demonstrator rebel soldier policeman policewoman fireman villager islander local"
    " parent mother father brother sister son daughter wife husband teenager pupil patient"
    " ally"
    " shareholder member adviser aide staffer supporter critic opponent fan parishioner worshipper"
)
SOME_NOUN = re.compile(
    r"(?:the|an?)\s(?:[a-z][\w’'-]*\s){0,2}(?!(?:plan|plans|schedule|law|rules?|regulations?"
    r"|terms?|treaty"
    r"|agreement|constitution|tradition|custom|size|age|need|needs|order|programme|program"
    r"|contract|map"
    r"|timetable|calendar|weather|season|time|number|type|kind)\b)[a-z][a-z-]+"
)
NOT_ANYONE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|not|who|which|that|to"
    r"|of|but|and|or"
    r"|sign|clock|banner|signs|scale|others?|same|one|way|time|thing|truth|result|results|name"
    r"|title|song|saying"
    r"|proverb|legend|motto|lyrics?|rule|rules|headline|story|label|slogan)$"
    r"|\b(?:is|are|was|were|has|have|had|will|would|who|which|that)\b|\b(?!(?:family|ally|assembly|monopoly)$)[a-z]{3,}ly$"
)
