"""Who speaks by what stands beside a quotation, whatever the verb: '"...," he thundered'."""

import re

from facts.reading.wordlist import word_list

# '"...," he thundered', '"...," chirped Ida Roe': after speech any verb tells who spoke.
_ANY_VERB = (
    r"(?!(?:is|was|has|does|its|this|his|as|us|yes|besides|perhaps|always|sometimes|towards|needs"
    r"|used|quoted|quotes|cited|cites)\b)"
    r"(?:[a-z]{2,}(?:ed|[a-z]s)|began|begins|put in|cut in|broke in|told|spat|swore|wept)\b"
    r"(?!\s(?:by|to be)\b)"
)
AFTER_TALK = re.compile(
    rf"[,!?…—’'][\"”]\s(?P<who>[^\"“”,;:]{{2,60}}?)\s(?:[a-z]+ly\s)?(?P<verb>{_ANY_VERB})"
)
INVERTED_TALK = re.compile(
    rf"[,!?…—’'](?P<mark>[\"”])\s(?P<verb>{_ANY_VERB})\s"
    r"(?=[A-Z]|(?:the|an?|one|another|his|her|its)\s|(?:[a-z-]+\s){1,4}[A-Z])"
)
_SMALL_WORDS = word_list("a an the of to in on for and or at by with from as is de la von van")


def is_talk(text: str, at: int) -> bool:
    """Tell speech that a mark at `at` closes from a title: not all its words have capitals."""
    start = max(text.rfind(mark, 0, at) for mark in '"“')
    words = text[start + 1 : at].split()
    return any(word[0].islower() and word not in _SMALL_WORDS for word in words)


# '"Not a penny more" was how Ida Roe, its head, put it.'
HOW_PUT = re.compile(
    r"[\"”]\s(?:is|was)\show\s(?P<who>[^,;:\"“”]{3,60}?)(?:,\s[^;:\"“”]{3,80},)?\s"
    r"(?:put|puts|described|describes|summed|sees|saw)\s(?:it|them|things|this|that|the\s[a-z]+)\b"
)
# '"Not a penny more" was all that Ida Roe would say.'
ALL_SAID = re.compile(
    r"[\"”]\s(?:is|was)\s(?:all|as much as|the most)\s(?:that\s)?(?P<who>[^,;:\"“”]{3,60}?)\s"
    r"(?:would|could|will|can|was (?:prepared|willing) to)\s(?:say|offer|add|tell|reveal|admit)\b"
)
