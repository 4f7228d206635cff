"""Which of the subjects of a sentence's verbs of speech tells it, where there are several."""

import re

from facts.extraction.phrases import Speaker
from facts.types import Name

_THING = re.compile(
    r"(?:(?:The|the|A|a|An|an|Some|some|Several|His|Her|Its|Their|[A-Z][a-z]+)\s)?(?:[a-z-]+"
    r"\s){0,2}(?:[Ss]cans?|[Tt]ests?"
    r"|[Rr]esults?|[Dd]ata|[Ff]igures|[Rr]ecords|[Dd]ocuments?|[Pp]apers|[Ii]mages"
    r"|[Pp]hotographs|[Vv]ideos?|[Ff]ootage"
    r"|[Ss]tud(?:y|ies)|[Ss]urveys?|[Rr]eports?|[Rr]esearch|[Ee]vidence|[Ee]-?mails|[Ll]etters?"
    r"|[Pp]olls?|[Mm]odels?"
    r"|[Ss]amples|[Mm]easurements|[Ee]stimates)"
)
_CLOSES = re.compile(
    r",\s(?!(?:and|but|or|which|who|whom|whose|as|while|when|after|before|although|though|because|if"
    r"|where|that|so|yet|like|whereas)\s)(?P<who>[^,;:\"“”]{2,60}?)\s(?:said|says|added|recalled"
    r"|explained|noted|argued|told\s[a-z]+)(?:\s[A-Z][a-z]+day)?(?:\s(?:on|in|at|last|yesterday|today|earlier|later)\b[^,;:]{0,30})?\.$"
)
_APART = re.compile(r"[;]|,?\s(?:but|while|whereas|although|and)\s")


def teller(found: list[Speaker], tags: list[Speaker], names: tuple[Name, ...]) -> Speaker | None:
    """Read "The office expects rain, said Ida Roe" as hers, who tells what others think or show."""
    called = {name.name for name in names}
    theirs = [each for each in tags if each.name in called]
    others = [each for each in found if each.name and each.name != theirs[0].name] if theirs else []
    things = all(_THING.fullmatch(each.name or "") for each in others)
    last = others and all(each.start < theirs[0].start for each in others)
    bodies = last and not any(each.name in called for each in others)
    told = things or bodies
    return theirs[0] if others and told and len({each.name for each in theirs}) == 1 else None


def closing(text: str, found: list[Speaker], inside: frozenset[int]) -> Speaker | None:
    """Read "Jon Arke denied it, Ida Roe said." as hers, who tells the whole at its end."""
    match = _CLOSES.search(text)
    if match is None or match.start() in inside:
        return None
    last = [each for each in found if each.name and match.start() < each.start < match.end("who")]
    others = any(each.start < match.start() for each in found)
    return last[-1] if last and others else None


def chosen(text: str, found: list[Speaker]) -> Speaker | None:
    """Choose among several: the first, and sure only if the others speak within its words."""
    known = [each for each in found if each.name]
    if not known:
        pronouns = [each for each in found if each.pronoun]
        return (pronouns or found)[0] if found else None
    first = min(known, key=lambda each: each.start) if len(known) > 1 else known[0]
    earlier = (each for each in found if each.pronoun and each.start < first.start)
    if aside := next((each for each in earlier if text[: each.start].endswith(", ")), None):
        return aside  # "Demand, she argued, is there: a survey found that ..."
    others = [each for each in found if each.name != first.name and (each.name or each.pronoun)]
    nested = first.sure and all(
        each.pronoun
        or (each.start > first.start and not _APART.search(text, first.start, each.start))
        for each in others
    )
    apart = any(
        each.pronoun and each.start < first.start and _APART.search(text, each.start, first.start)
        for each in found
    )  # "She said it was late, but the office denied it"
    sure = first.sure and (not others or nested) and not apart
    return first if sure == first.sure else first._replace(sure=sure)
