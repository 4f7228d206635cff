"""What shows a team: its score, its rivals, its fans, and the plural that only a team takes."""

import re
from functools import lru_cache

from facts.extraction import cluewords as clues
from facts.extraction.beside import is_charted
from facts.extraction.givennames import is_common, is_given
from facts.extraction.signs import words_in
from facts.reading.wordlist import word_list
from facts.types import NameKind

Clue = tuple[NameKind, int]
_PLAYS = word_list(
    "beaten beat beats beating host hosts hosted face faced thrash thrashed edge edged"
)
_TABLE = word_list("points point win victory draw defeat loss match game place places goals")
_RIVALS = word_list("than behind above over against of to past")
_PLURAL_AFTER = re.compile(
    r"(?P<who>, who)?\s(?:are|have|were|host|travel|face|(?<=who\s)(?:drop|sit|lie|lead|trail"
    r"|remain|need|climb|slip|stay|play|finish|go|move|meet|visit|entertain))\s(?!to be\b)"
)
_SCORE = re.compile(r"\d(?<![\d–-]\d)\d{0,2}[–-]\d{1,3}(?![\d–-])")
_SPORT = re.compile(
    r"\b(?:goals?|draw|drew|drawn|beat|beaten|beating|wins?|won|defeat(?:ed)?|lost|loss|victory"
    r"|header|penalt(?:y|ies)|striker|half-time|wickets?|innings|try|tries|kick-off|play-?offs?"
    r"|league|cup|quarter-final|semi-final|strikeouts?|touchdowns?|scored|top of the table"
    r"|mid-table|relegation|equalis\w+|equaliz\w+)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:on penalties|in (?:extra|injury|stoppage) time|in the (?:final|semi-final|quarter-final"
    r"|play-off|cup)|by \w+ (?:goals?|points?|runs?|wickets?|tries)|at (?:half|full)[- ]time)\b"
)
_RIVAL = re.compile(
    r"\b(?:over|against|past|by|(?:draw|drew|drawn|win|won|victory|defeat|loss|lost|beaten)"
    r"(?:\s\d{1,3}[–-]\d{1,3})?\s(?:with|to|at|by|over|against)|(?:draw|win|victory|defeat"
    r"|loss) (?:to"
    r"|at|with)|beat|beating|gave|handed|saw)\s(?:the\s)?$"
)
_HEADS = re.compile(
    r"\s(?:came|won|lost|beat|drew|went|led|trailed|sit|moved|ended|opened|kept|held|scored|claimed"
    r"|missed|conceded|equalised|equalized|pulled|hit|struck|finished|started|dominated|dropped"
    r"|took|are|were|have|had|ran|fought|needed|made|remain|stay|travel|host|face)\b"
)
_VERSUS = re.compile(r"\s(?:v|vs\.?|versus)\s(?=[A-Z])")
_AFTER_VERSUS = re.compile(r"\s(?:v|vs\.?|versus)\s$")
_COURT = re.compile(r"\b(?:court|case|judge?ment|ruling|appeal|tribunal|trial|law)\b", re.I)
_RECORD = re.compile(r"\s\(\d{1,3}-\d{1,3}(?:-\d{1,3})?\)")
_FOLLOWED = re.compile(
    r"(?:['’]s?)?\s(?:squad|fans|supporters|striker|goalkeeper|midfielder|defender|winger|dressing"
    r" room|back line|keeper|batsmen|bowlers|pack|locker room)\b"
)


# "at home to Stormont Vale", "linked with a move to Porto Celeste": sides and nothing else.
_OF_PLAY = re.compile(
    r"\b(?:at home to|away to|home (?:game|match|tie|win|defeat) (?:against|to|over)|(?:linked with"
    r"|joined|completed) a (?:[a-z]+ )?(?:move|transfer|switch|loan) (?:to|from)"
    r"|on loan (?:to|from|at)|signed (?:him|her) from)\s(?:the\s)?$"
)


_PLAYED_FOR = re.compile(
    r"\b(?:scor(?:ed|es|ing)(?:\s[\w’-]+){0,3}|play(?:s|ed|ing)|debut|appearances?|goals?|wickets?"
    r"|captain(?:s|ed)|kept goal)\sfor\s$"
)
_PITTED = re.compile(
    r"\b(?:pitted|paired|drawn)\s(?:[A-Z][\w’-]*\s){0,3}(?:against\s|with\s)?$|\baway (?:at|to)\s$"
)
_GO = re.compile(
    r"\s(?:go|move|are|stay|remain|sit|lie|climb(?:ed)?|drop(?:ped)?|slip(?:ped)?|moved|went)\s"
    r"(?:up\s|down\s|back\s)?(?:to\s)?(?:the\s)?(?:top|bottom|second|third|fourth|fifth|mid-table|clear"
    r"|level)\b"
)
_OF_A_SIDE = re.compile(
    r"(?:['’]s?)?\s(?:captain|head coach|coach|first team|front row|bowling|batting)\b"
)


# Words of which one stands in every match of the patterns above: looked for first, for speed.
_PLAYERS_WORDS = word_list("home away move transfer switch loan signed")
_DRAWS = word_list("pitted paired drawn away")
_VERSUS_WORDS = word_list("v vs versus")
_SPORTING = word_list(
    """
    goal goals draw drew drawn beat beaten beating win wins won defeat defeated lost loss victory
    header penalty penalties striker half wicket wickets innings try tries kick play playoff
    playoffs league cup quarter semi strikeout strikeouts touchdown touchdowns scored top mid
    relegation
    """
)


def _is_side(text: str, start: int, end: int) -> bool:
    """Tell a side by what only sides do: be played for, be pitted, go top of the table."""
    words = words_in(text)
    first = max(0, start - 50)
    if not _PLAYERS_WORDS.isdisjoint(words) and _OF_PLAY.search(text, first, start):
        return True
    name = text[start:end]
    if is_charted(name) or is_common(name):
        return False
    if _OF_A_SIDE.match(text, end):
        return True
    if text.endswith("for", first, start - 1) and _PLAYED_FOR.search(text, first, start):
        return True
    drawn = not _DRAWS.isdisjoint(words) and _PITTED.search(text, first, start)
    return bool(drawn or _GO.match(text, end)) and _is_of_sport(text)


@lru_cache(maxsize=256)
def _is_of_sport(text: str) -> bool:
    told = not _SPORTING.isdisjoint(words_in(text)) or "quali" in text.lower()
    return told and bool(_SPORT.search(text))


@lru_cache(maxsize=256)
def _is_decided(text: str) -> bool:
    """Tell a sentence of sport with a score, or with how it was decided."""
    return _is_of_sport(text) and bool(_SCORE.search(text) or _DECIDED.search(text))


def as_team(text: str, start: int, end: int, before: list[str]) -> Clue | None:
    """Return an organisation where the words around a name tell of a team."""
    name = text[start:end]
    if _RECORD.match(text, end) or (_FOLLOWED.match(text, end) and not is_common(name)):
        return NameKind.ORGANISATION, 3
    versus = not _VERSUS_WORDS.isdisjoint(words_in(text)) and (
        _VERSUS.match(text, end) or _AFTER_VERSUS.search(text, max(0, start - 8), start)
    )
    if versus and not _COURT.search(text) and name != "R":
        return NameKind.ORGANISATION, 4
    if not is_given(name.split(" ")[0]) and _is_side(text, start, end):
        return NameKind.ORGANISATION, 4
    word = before[-1].lower() if before else ""
    rival = word in _RIVALS and name.split(" ")[-1] in ("City", "Town", "County")
    if word in _PLAYS or (rival and before[-2:-1] and before[-2] in _TABLE):
        return NameKind.ORGANISATION, 3
    if _plays(text, start, end, name):
        return NameKind.ORGANISATION, 4
    plural = _PLURAL_AFTER.match(text, end)
    if plural and plural["who"] and name.split(" ")[-1] in clues.CLUB_TOO:
        return NameKind.ORGANISATION, 4
    joined = bool(before) and before[-1].lower() in ("and", "or", "of", "&")
    if joined or not plural or is_common(name) or is_common(name.removesuffix("s")):
        return None
    heads = not before or before[-1].lower() in ("the", "as", "that", "but", "said")
    heads = heads and before[-2:-1] not in (["in"], ["of"], ["at"], ["from"], ["near"], ["on"])
    return (NameKind.ORGANISATION, 2) if heads else None


def _plays(text: str, start: int, end: int, name: str) -> bool:
    """Tell a side in a sentence that gives a score: the rival beaten, or the one that won."""
    if not _is_decided(text) or is_given(name.split(" ")[0]):
        return False
    if _RIVAL.search(text, max(0, start - 40), start):
        return True
    opens = start == 0 or text[:start].lower() == "the " or text[:start].endswith((", ", "; "))
    return opens and bool(_HEADS.match(text, end)) and not is_common(name)
