"""What shows the kind of a name: its own words, and the words right before and after it."""

import re

from facts.extraction import cluewords as clues
from facts.extraction import namewords as words
from facts.extraction import placeclues as lands
from facts.extraction.beside import (
    LAST_WORDS,
    after_the,
    apposed_to,
    in_fleet,
    is_charted,
    is_charted_land,
    is_ship,
    is_side,
    word_of_land,
    words_before,
)
from facts.extraction.byplace import by_place
from facts.extraction.givennames import is_common, is_given
from facts.extraction.groups import as_group
from facts.extraction.nameparts import Part
from facts.extraction.ownwords import by_own_words
from facts.extraction.places import is_known_place
from facts.extraction.shapeclues import by_shape, is_called, is_player
from facts.extraction.spokenclues import by_speech, is_told_of
from facts.extraction.teamclues import Clue, as_team
from facts.extraction.thingclues import as_thing
from facts.extraction.workclues import follows_a_work, is_called_work, is_dated
from facts.types import NameKind

_BRANDED = re.compile(r"\s[a-z]{3,}s\b(?<!was)(?<!has)")  # "the maker of Nutkin bars"


def clue(text: str, parts: list[Part]) -> Clue | None:
    """Return what a name is by the first sign that speaks, with the weight of that sign."""
    plain = [_cased(each.plain, len(parts)) for each in parts if not each.is_link]
    start, end = parts[0].start, parts[-1].end
    several = len(parts) > 1
    of = several and parts[1].text[:2] == "of"
    if several and (
        any(p.text == "&" for p in parts) or (of and parts[0].plain in words.GROUPS_OF_PEOPLE)
    ):
        return NameKind.ORGANISATION, 4
    journal = several and any(p.plain in words.JOURNALS for p in parts[:2])
    if journal and any(p.text == "of" for p in parts):
        return NameKind.WORK, 4
    if len(plain) == 2 and plain[1] == "List" and plain[0] in words.PARTIES:
        return NameKind.ORGANISATION, 4
    if plain[-1] in clues.SPEAKING_THINGS and clues.SPOKEN_AFTER.match(text, end):
        return NameKind.ORGANISATION, 4
    if len(plain) > 1 and plain[0].isupper() and (led := _by_letters(parts, plain)):
        return led
    if (thing := as_thing(text, start, end, plain, of=of)) is not None:
        return thing
    if several and (found := by_shape(text, start, end, plain, parts)):
        return found
    land = not of and is_charted_land(text, start, plain)
    if land and not follows_a_work(text, start, words_before(text, start)):
        return NameKind.PLACE, 3
    if of and parts[0].plain in words.WATERS:
        return NameKind.PLACE, 3
    cut = next((at for at, each in enumerate(parts) if each.text == "of"), 0) if several else 0
    if cut > 1 and parts[cut - 1].plain in ("Star", "Cross", "Medal", "Order"):
        return NameKind.OTHER, 5
    headed = parts[0].plain in words.BODIES and parts[0].plain not in words.PLACE_WORDS
    if (len(parts) > 2 and of and headed) or (len(parts) > 3 and of_body(parts)):
        return NameKind.ORGANISATION, 4
    return (
        _by_naming(text, start, end)
        or as_group(text, start, end, plain)
        or by_own_words(plain)
        or _by_words_around(text, start, end, plain)
        or by_place(text, start, end, plain)
        or by_speech(text, start, end, plain)
    )


def _by_letters(parts: list[Part], plain: list[str]) -> Clue | None:
    """Read "HMS Sparrowhawk" as a ship, "NHS Ashmere" and "FC Norsund" as bodies."""
    if plain[-1] in words.THINGS or plain[-1] in words.PLACE_WORDS:
        return None
    first = parts[0].plain
    if first in clues.SHIP_LETTERS:
        return NameKind.OTHER, 5
    if first in lands.BASES:
        return NameKind.PLACE, 4
    if first in clues.CLUB_LETTERS:
        return NameKind.ORGANISATION, 4
    given = is_given(first) and parts[-1].plain.isupper()  # "JAN BERG"
    told = first.isalpha() and len(first) > len("JK") and not given
    return (NameKind.ORGANISATION, 2) if told and first not in words.NOT_NAMES else None


def of_body(parts: list[Part]) -> bool:
    """Tell "Operators Association of Makurra State" by the body before its first "of"."""
    cut = next((at for at, each in enumerate(parts) if each.text[:2] == "of"), 0)
    return cut > 1 and parts[cut - 1].plain in words.BODIES


def _cased(word: str, several: int) -> str:
    return word.title() if several > 1 and len(word) > len("ABC") and word.isupper() else word


def _by_naming(text: str, start: int, end: int) -> Clue | None:
    """Read what cannot be mistaken: a ship, a work, a team with its score."""
    before = words_before(text, start)
    if is_told_of(text, start, end) or is_called(before):
        return NameKind.PERSON, 4
    if text.endswith(": ", 0, start) and clues.PICTURE_BY.search(text, max(0, start - 14), start):
        return NameKind.PERSON, 4
    if is_ship(before):
        return NameKind.OTHER, 4
    if before and (before[-1].lower() in clues.NEVER_PEOPLE or is_side(text, start, before)):
        return NameKind.ORGANISATION, 4
    if text.endswith(", the ", 0, start) and (kind := apposed_to(text, start - len(", the "))):
        return kind, 4
    if in_fleet(text, start):
        return NameKind.OTHER, 4
    if lands.is_listed_place(text, start):
        return NameKind.PLACE, 3
    if lands.is_in_address(text, start):
        return NameKind.PLACE, 4
    if follows_a_work(text, start, before) or is_dated(text, start, end):
        return NameKind.WORK, 4
    if clues.SCORE_AFTER.match(text, end):
        if is_player(text[start:end].split(" ")):
            return NameKind.PERSON, 4
        return NameKind.ORGANISATION, 4
    if (found := as_team(text, start, end, before)) is not None:
        return found
    left = text[max(0, start - LAST_WORDS) : start]
    sum_after = text.startswith(" for ", end) and clues.FOR_A_SUM.match(text, end)
    if sum_after and (left.endswith("to ") or clues.JOINS.search(left)):
        return NameKind.ORGANISATION, 3
    if left.endswith("the ") and " " in text[start:end] and clues.WON.search(left):
        return NameKind.OTHER, 3
    return (NameKind.WORK, 3) if is_called_work(text, start, end) else None


def _by_words_around(text: str, start: int, end: int, plain: list[str]) -> Clue | None:
    """Let what stands after a name speak before a mere "of" in front of it."""
    before = _by_words_before(text, start, plain)
    if before and before[1] > 1:
        return before
    after = _by_words_after(text, start, end, plain)
    apposed = clues.APPOSED_NOUN.match(text, end)
    told = apposed is not None and _kind_of_noun(apposed["noun"]) is not None
    return after if before is None or told else before


def _by_words_before(text: str, start: int, plain: list[str]) -> Clue | None:
    before = words_before(text, start)
    if not (before := before or _noun_before(text, start)):
        return None
    if word_of_land(text, start, " ".join(plain)):
        return NameKind.PLACE, 4
    word, pair = before[-1].lower(), " ".join(before[-2:]).lower()
    if text[start - 2 : start] == ", " and word in clues.WORKS:
        return NameKind.WORK, 3
    if word == "house" and before[-2:-1] and before[-2].lower() in clues.HOUSES:
        return NameKind.ORGANISATION, 4
    if word in words.LOWER_BODIES or (word.endswith("maker") and len(word) > len("maker") + 1):
        return NameKind.ORGANISATION, 4
    if (
        len(plain) == 1
        and clues.JOINED.search(text, max(0, start - 24), start)
        and not is_given(plain[0])
    ):
        return NameKind.ORGANISATION, 1
    if (somebody := _by_noun(word, plain)) is not None:
        return somebody
    if pair in lands.PLACE_OF or word in lands.PLACE_NOUNS:
        return NameKind.PLACE, 4
    held = " ".join(before[-3:-1]).lower() if word == "the" else ""
    if held in lands.PLACE_OF and before[-3].lower() not in lands.GOVERNING:
        return NameKind.PLACE, 3  # "the villages of the Alto Mirra"
    personal = len(plain) > 1 and (is_given(plain[0]) or not any(is_common(w) for w in plain))
    if pair in ("shares in", "stake in", "shareholders in", "investors in"):
        return NameKind.ORGANISATION, 3
    if word == "from" and len(before) > 1 and (sent := _sent_from(before[-2].lower())):
        return sent
    if pair in clues.BODY_OF or (pair == "according to" and not personal):
        return NameKind.ORGANISATION, 1
    lone = len(plain) == 1 and not is_given(plain[0])
    if lone and (word == "told" or before[-2:] == ["told", "The"]):
        return NameKind.ORGANISATION, 1
    lone = lone and not _BRANDED.match(text, start + len(" ".join(plain)))
    kind = NameKind.OTHER if pair in clues.PACKED else NameKind.PLACE
    return (kind, 1) if word == "of" and lone else None


def _sent_from(noun: str) -> Clue | None:
    """Read "inspectors from Estyn" as a body, "a farmer from Tell Abyar" as a place."""
    if noun in clues.SENT:
        return NameKind.ORGANISATION, 1
    somebody = words.is_person_noun(noun) or noun in clues.ANYBODY
    return (NameKind.PLACE, 2) if somebody else None


def _by_noun(word: str, plain: list[str]) -> Clue | None:
    """Return what "the mayor", "its owner" and "rival" before a name tell of it."""
    if word in clues.KIN or words.is_person_noun(word):
        owned = word in clues.OWNERS and len(plain) > 1 and all(map(is_common, plain))
        return (NameKind.ORGANISATION if owned else NameKind.PERSON), 3
    if word == "rival" and len(plain) == 1 and not is_given(plain[0]):
        return NameKind.ORGANISATION, 2
    return None


def _noun_before(text: str, start: int) -> list[str]:
    """Return the words before a comma; "the Selm Cooperative, Ida Roe" tells not what she is."""
    before = words_before(text, max(start - 2, 0))
    named = bool(before) and before[-1].lower() in words.LOWER_BODIES and before[-1][0].isupper()
    return [] if named else before


def _by_words_after(text: str, start: int, end: int, plain: list[str]) -> Clue | None:
    placed = bool(lands.AT_A_PLACE.search(text, max(0, start - 12), start))
    side = clues.SIDE_WHO.match(text, end) and not text.endswith("and ", 0, start)
    many = len(plain) == 1 and plain[0].endswith("s") and after_the(text, start)
    side = side or (many and not is_given(plain[0]))
    if clues.AGE_OR_WHO.match(text, end) and not (placed or side):
        return NameKind.PERSON, 3
    told_of = len(plain) > 1 and text.startswith(", which ", end)
    if told_of and not lands.PLACE_BEFORE.search(text[max(0, start - 14) : start]):
        return NameKind.ORGANISATION, 1
    apposed = clues.APPOSED_NOUN.match(text, end)
    kind = _kind_of_noun(apposed["noun"]) if apposed and not side else None
    if kind and not (placed and kind is NameKind.PERSON):
        return kind, 3
    within = lands.WITHIN.match(text, end)
    if within and not is_given(plain[0]) and is_known_place(within["whole"]):
        return NameKind.PLACE, 3
    strange = len(plain) == 1 and not is_common(plain[0]) and not is_given(plain[0])
    led = strange or (len(plain) == len("ab") and not is_given(plain[0]))
    if (led and clues.LEADS.match(text, max(end - 2, 0))) or (
        len(plain) > 1 and not is_given(plain[0]) and clues.HAS_SHIPS.match(text, end - 2)
    ):
        return NameKind.ORGANISATION, 2
    if strange and not placed and clues.FIRM_ACTS.match(text, end):
        return NameKind.ORGANISATION, 2
    if clues.HAS_STAFF.match(text, end) and not is_charted(" ".join(plain)) and strange:
        return NameKind.ORGANISATION, 3
    if clues.KIND_AFTER.match(text, end) and not is_charted(" ".join(plain)):
        return NameKind.ORGANISATION, 3
    if len(plain) == len("ab") and clues.OF_A_FIRM.match(text, end):
        return NameKind.PERSON, 2
    if clues.STAFF_AFTER.match(text, end) or (not placed and clues.OWNS.match(text, end)):
        return NameKind.ORGANISATION, 2
    if clues.TICKER.match(text, end) and not (len(plain) == 1 and is_common(plain[0])):
        return NameKind.ORGANISATION, 4
    if lands.PLACE_AFTER.match(text, end) or _has_people(text, end, plain):
        return NameKind.PLACE, 2
    if clues.LIVES.match(text, end):
        return NameKind.PERSON, 2
    articled = len(plain) == 1 and after_the(text, start) and not plain[0].isupper()
    return (NameKind.OTHER, 1) if articled and clues.CLASS_AFTER.match(text, end) else None


def _has_people(text: str, end: int, plain: list[str]) -> bool:
    """Tell "Vinh Long farmers" from "Torvian farmers"."""
    adjective = plain[-1].endswith(("an", "ese", "ish", "i", "ic"))
    named = not (adjective or is_common(plain[0]) or is_given(plain[0]))
    return named and bool(lands.PEOPLE_AFTER.match(text, end))


def _kind_of_noun(phrase: str) -> NameKind | None:
    if phrase[0].isupper() and phrase not in words.TITLES:
        return None  # "found in Wendmark, the Agency for Wildlife Health said"
    for noun in phrase.lower().split():
        if words.is_person_noun(noun) or noun in clues.KIN:
            return NameKind.PERSON
        if noun in words.LOWER_BODIES:
            return NameKind.ORGANISATION
        if noun in lands.PLACE_NOUNS:
            return NameKind.PLACE
        if noun in clues.VESSELS:
            return NameKind.OTHER
        if noun in clues.WORKS:
            return NameKind.WORK
    return None
