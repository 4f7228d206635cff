"""What shows a work: the word for its sort, its year in brackets, who wrote or released it."""

import re

from facts.extraction import namewords as words
from facts.extraction.beside import LAST_WORDS, words_before
from facts.extraction.cluewords import WORKS
from facts.extraction.givennames import is_common, is_given
from facts.reading.wordlist import word_list

_WORK_BEFORE = re.compile(
    r"\b(?:(?:published|appeared|appears|appearing|reported|report)\s(?:\w+\s){0,3}in\s"
    r"(?:the journal\s)?|(?:issue|edition) of\s"
    r"|the journal\s|\b(?:study|paper|findings)\s(?:\w+\s)?in\s(?=The\s$)"
    r"|(?:author|editor|star|director) of\s(?=The)|author of )(?:The\s)?$"
)
_CALLED_SO = ("called ", "titled ")
_CALLED = re.compile(
    r"\b(?:film|book|novel|album|song|play|opera|memoir|show|series|exhibition|documentary|poem)\b"
    r"[^.;:]{0,30}\b(?:called|titled|entitled)\s$"
)
_YEAR_AFTER = re.compile(r"\s\((?:1[6-9]|20)\d\d\)")
_SCENE_FROM = re.compile(
    r"\b(?:(?:scenes?|passages?|songs?|chapters?|lines?|extracts?|stills?) (?:from|in)"
    r"|(?:tickets|star|stars|cast|finale|set|sequel|screening|premiere|performance|production"
    r"|run) (?:of"
    r"|to)"
    r"|titled|entitled|called)\s(?:The\s)?$"
)
_MADE = re.compile(
    r"\b(?:released|recorded|wrote|directed|starred in|composed|rereleased)\s(?:The\s)?$"
)
# What the two end in: looked at first, for speed.
_WORK_ENDS = ("in", "journal", "of", "The")
_MADE_ENDS = ("ed", "wrote", "in", "The")
_LATEST = re.compile(
    r"\b(?:novels?|books?|films?|albums?|plays?|memoirs?|poems?)\b[^.;:]{0,40},\sThe\s$"
    r"|\b(?:reads?|reading) from (?:The\s)?$"
)
# "The Salt Bride was rejected by three opera houses"
_TOLD_OF = re.compile(
    r"\s(?:(?:is|was|were|has been)\s(?:about|translated|filmed|premiered|first (?:performed"
    r"|published"
    r"|shown|staged)|set in|adapted|serialised|serialized|screened|staged|shortlisted|longlisted"
    r"|written by|directed by|rejected by (?:\w+\s)?(?:opera|publishers?)"
    r"|(?:her|his) (?:first|second|third|fourth|fifth|debut|latest|last) (?:novel|film|book|album"
    r"|play))"
    r"|premiered|returns for|sold (?:more than |over |about )?\d[\d,.]*\s(?:million\s)?copies"
    r"|tells the story|stars\s[A-Z]|topped the (?:charts|bestseller))\b"
)
# "Donkey Parliament, a satire that ..."
_IS_A_WORK = re.compile(
    r",\s(?:a|an|his|her|their|the)\s(?:[\w-]+\s){0,3}?(?P<sort>[a-z]+)(?=\s(?:that|which|about"
    r"|by|of|in|set"
    r"|based|starring|directed|written|made|first)\b|,|\.)"
)
# "its report Nets and Ledgers": papers that have a title of several words, or none.
_PAPERS = frozenset({"report", "study", "strategy", "lecture", "paper", "audit", "brochure"})
_TITLE = re.compile(
    r"(?P<first>[A-Z][\w’'-]*)(?:\s(?:(?:of|and|in|on|for|the|a|to|from|with)\s)*[A-Z][\w’'-]*)*"
    r"\s(?P<last>[A-Z][\w’'-]*)(?=[,.;:)”\"]|$|\s[a-z])"
)
_NAME = re.compile(r"[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*")
# Works that have a title of their own; a "series" or "game" may be followed by a day.
_TITLED = word_list(
    "film movie book novel album song opera poem musical memoir novella ballad painting"
    " documentary sitcom sonata"
)
_NO_TITLES = word_list(
    "I The A An He She It They We You And But Or In On At By For To Of With From As If When While"
    " After Before January February March April June July August September October November"
    " December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Q1 Q2 Q3 Q4"
)
_OTHERS = words.BODIES | words.PLACE_WORDS | words.THINGS | words.TITLES


def follows_a_work(text: str, start: int, before: list[str]) -> bool:
    """Tell a name by the noun before it: "the film Salt", "his film, The Tin Heron"."""
    if before and before[-1].lower() in WORKS and not _is_played(text, start, before[-1]):
        return True
    if before and before[-1] in _PAPERS and _is_titled(text, start):
        return True
    apposed = words_before(text, start - 6) if text[:start].endswith(", The ") else []
    if apposed and apposed[-1].lower() in WORKS:
        return True
    if before[-1:] in (["The"], ["from"]) and _LATEST.search(text, max(0, start - 60), start):
        return True  # "has written nine novels, and the latest, The Salt Ledger,"
    return before[-1:] == ["The"] and bool(before[-2:-1]) and before[-2].lower() in WORKS


def is_title_alone(text: str, start: int, end: int) -> bool:
    """Tell a plain word that is the title of a work: "her novel Winter", "the poem Rain"."""
    noun = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start - 1] if start > 1 else ""
    return noun in _TITLED and text[start:end] not in _NO_TITLES and text[start - 1] == " "


def _is_played(text: str, start: int, word: str) -> bool:
    """Tell "they play Wexmoor United" from a play of that name."""
    name = _NAME.match(text, start) if word == "play" else None
    return name is not None and name.group().rpartition(" ")[2] in _OTHERS


def _is_titled(text: str, start: int) -> bool:
    """Tell a title behind "the report" from who wrote it ("the report Ida Roe gave")."""
    title = _TITLE.match(text, start)
    if title is None or is_given(title["first"]):
        return False
    return title["last"] not in _OTHERS and is_common(title["first"])


def is_dated(text: str, start: int, end: int) -> bool:
    """Tell "Salt (1971)" from people and their years."""
    if text.startswith(", ", end) and (sort := _IS_A_WORK.match(text, end)):
        return sort["sort"] in WORKS and not is_given(text[start:end].split(" ")[0])
    if text.endswith("The ", 0, start) and _TOLD_OF.match(text, end):
        return _is_titled_so(text[start:end])
    return bool(_YEAR_AFTER.match(text, end)) and not is_given(text[start:end].split(" ")[0])


def is_called_work(text: str, start: int, end: int) -> bool:
    """Tell a work by the words before its name: "a film called", "released", "a scene from"."""
    left = text[max(0, start - LAST_WORDS) : start]
    if left.endswith(_CALLED_SO) and _CALLED.search(text, max(0, start - 60), start):
        return True
    last = left[:-1]  # without the space before the name
    if last.endswith(_MADE_ENDS) and _MADE.search(left) and _is_titled_so(text[start:end]):
        return True
    if last.endswith(_WORK_ENDS) and _WORK_BEFORE.search(left):
        return True
    return left.endswith("The ") and bool(_SCENE_FROM.search(left))


def _is_titled_so(name: str) -> bool:
    """Tell "Harbour Lights" from names: plain words alone, and no body or place."""
    parts = name.split(" ")
    plain = len(parts) > 1 and all(is_common(each) or each.islower() for each in parts)
    return plain and parts[-1] not in _OTHERS
