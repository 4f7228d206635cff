"""When "one" counts: "One pistol was seized", "one tanker a day", "only one is flying"."""

import re

from facts.extraction.figureunits import Unit, rated
from facts.reading.wordlist import word_list

_THING = (
    r"\s(?:[a-z]+-)?(?P<thing>(?!day|night|morning|evening|time|moment|thing|way|hand|side|end|point"
    r"|reason|problem|question|answer|option|example|theory|explanation|possibility|idea|study|survey|poll|paper|report|estimate|case|must|can"
    r"|could|should|would|might|may|will|that|who|which|another|more|last|of|by|after|or|and|to|in"
    r"|is|was|has|had|out|step|sign|source|part|person's|such|short|senior|former|local|man's"
    r"|young|old|big|small|long|only|single)[a-z]{3,})\b"
)
_ONE_THING = re.compile(_THING)
# "one railway worker", "one anonymous gift": the thing behind the word that tells of it.
_OF_A_KIND = re.compile(rf"\s[a-z]{{3,}}{_THING}")
# "One boat sank": what is told of it, and nothing that somebody says.
_DOES = re.compile(
    r"\s(?:was|were|is|has|had|remains?|remained|died|sank|fell|drowned|escaped|survived|fled|needed"
    r"|suffered|sustained|lost|broke|burned|burnt|caught|crashed|exploded|collapsed|went|came|left)"
    r"\b(?!\s(?:said|told|quoted|asked))|,\s[A-Z]|\s(?:and|,)\s(?:\d|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve|several|a dozen)\b"
)
_OTHERS_AFTER = re.compile(
    r",?\s(?:and|or|but)\s(?:only\s|just\s|some\s|about\s)?(?:\d+|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|a dozen|twenty|thirty)\b"
)
_OTHERS_BEFORE = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty))"
    r"\s(?:[a-z-]+\s){1,3}(?:and|or|but)\s(?:only\s|just\s)?$",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?<!the )(?<!The )\b(?:[Oo]nly|[Jj]ust|[Nn]ot)\s$")
# "has one nurse", "lost one welly", "opened one lane": so many, and no more.
_HELD = re.compile(
    r"\b(?:has|have|had|lost|lose|kept|keeps?|opens?|opened|closed?|seized|killed|injured|wounded"
    r"|arrested|employs?|confirmed|recorded|including|c[ao]mes? from|plus|leaving|bought|sold)\s$"
)
_NO_THINGS = word_list(
    "aim advantage drawback purpose wish regret message word eye eyes foot look goal rule chance"
    " concern condition fear hope advice common great clear big key main"
)
_ENDS = re.compile(
    r"(?=[,.;:)]|$)|\s(?:is|was|has|had|are|were|remains?|in|at|on|of|for|from|to|with|and|or|per"
    r"|a|left|open|still|survived|died|works?|between|that|who)\b"
)
_STANDS = re.compile(
    r"(?=[,.;:)]|$)|\s(?:is|was|has|had|remains?|remained|survived|works?|worked|came|failed|passed"
    r"|in|at|on|still)\b"
)
_SHARED = re.compile(r"\s(?:between|for every|per|to)\s(?:every\s)?\d")
_PLURAL = re.compile(r"(?<![suai])s$")
_BY = re.compile(r"\b[Bb]y\s$")


def one_counted(text: str, start: int, end: int) -> Unit | None:
    """Return what is counted by the "one" that stands here, without a name where it is "one"."""
    alone = _ALONE.search(text, max(0, start - 10), start)
    if alone and _STANDS.match(text, end):
        return Unit("", end)
    found = _ONE_THING.match(text, end)
    if found is None or _PLURAL.search(found["thing"]):
        return _one_held(text, start, end)
    unit = Unit(found["thing"], found.end())
    paid = rated(text, unit)
    if paid.end > unit.end:
        return paid
    opens = start == 0 or text[:start].endswith((". ", "; ", ": ", "“", '"'))
    counts = (
        (alone and _ENDS.match(text, unit.end))
        or (opens and _DOES.match(text, unit.end))
        or _OTHERS_AFTER.match(text, unit.end)
        or _OTHERS_BEFORE.search(text, max(0, start - 40), start)
        or _SHARED.match(text, unit.end)
        or (
            _BY.search(text, max(0, start - 3), start)
            and found["thing"] in ("vote", "goal", "point")
        )
    )
    return unit if counts else _one_held(text, start, end)


def _one_held(text: str, start: int, end: int) -> Unit | None:
    """Return what somebody has, lost or met one of: "has one nurse", "lost one welly"."""
    if not _HELD.search(text, max(0, start - 12), start):
        return None
    for pattern in (_ONE_THING, _OF_A_KIND):
        found = pattern.match(text, end)
        if (
            found
            and found["thing"] not in _NO_THINGS
            and not _PLURAL.search(found["thing"])
            and _ENDS.match(text, found.end())
            and not text.startswith(" to ", found.end())
        ):
            return Unit(found["thing"], found.end())
    return None
