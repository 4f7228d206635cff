"""A noun phrase -> the speaker it names: a person, a body, several joined, or a description."""

import re
from typing import NamedTuple

from facts.extraction import sayers, saying
from facts.extraction.anybody import PEOPLE, SEVERAL_PEOPLE
from facts.extraction.namewords import BODIES, LONE_BODIES, LOWER_BODIES, TITLES, is_person_noun
from facts.extraction.titled import ARTICLE, is_titled
from facts.reading.wordlist import word_list
from facts.types import Name, NameKind

_ASIDE = re.compile(r"\s\([^()]{1,40}\)\s*$")
_CAPITAL = re.compile(r"\b(?!The\b|An?\b)[A-Z]\w+\s$")
_LONGEST_TITLE = 6
_LONGEST_OFFICE = 9
_LONGEST_DESCRIPTION = 12
SPEAKERS = frozenset({NameKind.PERSON, NameKind.ORGANISATION})
_AND = re.compile(
    r"(?:,|,?\s+and)\s(?!not\s|never\s)(?:(?:the|a|an|his|her|its|their)\s)?(?:[\w-]+\s){0,4}"
)
_OR = re.compile(r",?\sor\s(?:the\s)?(?:[\w-]+\s){0,3}")
_HAS_VERB = re.compile(
    r"\s(?:says?|said|tells?|told|adds|added|is|are|was|were|has|have|had|will|would|but|because"
    r"|whether)\s"
)
_WHEN = re.compile(
    r"(?:,?\s(?:(?:late|early|earlier|later)\s)?(?:(?:on|in|by|at|through|via|during|after"
    r"|before)\s)?(?:[A-Z][a-z]+day|yesterday|today"
    r"|last\s(?:week|month|year|night)|this\s(?:week|month|year|morning)|[JFMASOND][a-z]{2,8}"
    r"\s\d{1,2}"
    r"|\d{1,2}\s[JFMASOND][a-z]{2,8})(?:\s(?:morning|afternoon|evening|night))?"
    r"|\s(?:in|at|via|through|during|on)\s(?:an?|the|his|her|its|their)\s(?:[\w’'-]+"
    r"\s){0,3}?(?:statement|interview"
    r"|letter|post|tweet|report|note|briefing|press conference|news conference|message|speech"
    r"|memo|circular"
    r"|e-?mail|video|reply|release|affidavit|lawsuit|filing|ruling|judgment|article|column|podcast"
    r"|rally|hearing)(?:\s(?:to|on|with|at|in|of|for)\s[^,]{2,40})?"
    r"|\s(?:later|earlier|recently))+$"
)
HONOURS = r",?\s(?:[KQ]C|SC|SAN|MPs?|MEP|[OMC]BE|FRS|PhD|MD|Jr\.?|Sr\.?|I{2,3})\b"
_TRAILING = re.compile(
    rf"^(?:{HONOURS})*(?:,?\s(?:plc|PLC|Inc|Ltd|LLC|LLP|Corp|Co)\b\.?)?"
    r"(?:\s\([^()]{1,40}\))?(?:,?\s(?:of|from"
    r"|for|at|in|with|on)\s.{1,80})?$"
)
_OF_KIND = re.compile(
    r"\s(?:news(?:\s(?:agency|site|website|channel))?|newspaper|paper|magazine|website|agency"
    r"|broadcaster"
    r"|daily|weekly|channel|network|journal|party|charity|airline|bank|chain|coalition|movement)$"
)
_FOR = re.compile(r"(?<![\w-])(?:of|for|from|at|with|in|by|on|to|about|against|over)\s(?:the\s)?$")
_PREPOSED = re.compile(
    r"(?<![\w-])(?:of|for|from|at|with|in|by|on|to|about|against|over|across|near|outside|inside"
    r"|behind|beside|opposite|under|aboard)\s"
)
_SUBORDINATE = re.compile(
    r"(?:^|.*[\s,])(?P<word>after|when|while|because|whether|if|before|until|unless|although|though"
    r"|since|as|that|which|who|whom|whose|where|than)\s",
    re.IGNORECASE | re.DOTALL,
)
# ", explained the plan to the board": no inverted "explained the mayor".
_SPEAKS = re.compile(rf"\b{sayers.SAYER_NOUN}$|\b(?:close|next|loyal|opposed|related)$")
_SAID = re.compile(r"\s(?:said|says|told|tells|claim(?:s|ed)|added|agreed|insist(?:s|ed))\s")
_DID = re.compile(r"\s(?:has|have|had|will|would|can|could)\s")
_DONE_TO = re.compile(r"(?P<what>(?:[Tt]he|[Aa]n?)\s(?:[\w-]+\s){0,2}?[\w-]+)\sto\s")
_DOER = re.compile(r"(?:[eo]r|ist|ian|man|woman|ee|ant|[^m]ent|m[ae]n|girl|boy|child)$")
_NO_SUBJECT = re.compile(r"(?:What|Whatever|Neither|Nobody|None|Nor|No one)\b", re.IGNORECASE)
_BASED = re.compile(r"^(?:[Tt]he\s)?[A-Z][\w.’'-]*-based\s(?P<noun>[a-z]+)$")
# "Over lunch she said", "On Monday he told"
_LATE_PRONOUN = re.compile(
    r"(?:In|On|[Aa]t|Over|During|After|Before|Outside|Inside|Last|This|That|Yesterday|Today|Earlier"
    r"|Later|By|For|To|With|From|Under|Despite|Since|Throughout|Then|Now|Once|Again)"
    r"(?:\s(?:[a-z\d’'-]+|[A-Z][\w’'-]*)){0,9}\s(?P<who>he|she|it)$"
)
_ISSUED = re.compile(
    r"(?P<what>(?:[Tt]he|[Aa]n?)\s(?:[\w-]+\s){0,2}?(?:statement|release|report|letter|notice|note"
    r"|circular|communiqué|communique|memo|document|bulletin|advisory|paper|study|review))\s"
    r"(?:issued|published|released|dated|posted|made|sent|signed)\b"
)
_WHERE = re.compile(r"\s(?:there|here|nearby|locally)$")
_SEEN_BY = re.compile(
    r"(?<=[a-z])\s(?:seen|obtained|reviewed|viewed|shared|shown|leaked|first reported)"
    r"\s(?:by|with|to)\s"
)
# "Agriculture officials", "Residents of downstream towns"
_SEVERAL_AT = re.compile(
    r"[A-Z][a-z-]+(?:\s[a-z-]+){0,2}(?:\s(?:there|here|nearby|locally))?"
    r"(?:\s(?:of|in|from|at|near|on|around|along|with|for)\s[\w’'.,& -]{2,60})?$"
)
_PARTISANS = frozenset({"Republican", "Democrat", "Conservative", "Liberal", "Tory", "Socialist"})
_ON_LOOKERS = word_list(
    "observer donor monitor voter tourist visitor bidder motorist cyclist pensioner renter"
    " recruiter landowner homeowner lodger reader viewer listener competitor rival ally peer"
    " beekeeper bargee stevedore docker porter cleaner carer striker picket"
)
_OBJECTS = {"him": "he", "her": "she"}
_BESIDE = re.compile(r"(?:the\s)?(?:(?:neighbou?ring|nearby|landlocked|rival)\s)?", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?\s")


class Speaker(NamedTuple):
    """A subject of speech; `name` None is somebody who stays unknown.

    `pronoun` is "he" or "she" where one stands for the speaker. `start` is where it stands.
    """

    name: str | None
    joint: bool = False
    pronoun: str | None = None
    sure: bool = True
    start: int = 0


def read_phrase(
    text: str, start: int, end: int, names: tuple[Name, ...], *, leading: bool
) -> Speaker | None:
    """Read `text[start:end]` as a speaker; `leading` phrases may run on after their noun."""
    start, end = _bounds(text, start, end, leading=leading)
    if seen := _SEEN_BY.search(text, start, end):
        end = seen.start()  # "a document seen by the agency"
    words = text[start:end]
    if (not leading or not names) and (aside := _WHEN.search(words)) and aside.start():
        end = start + len(words[: aside.start()].rstrip())  # "The ministry on Friday said"
        words = text[start:end]
    if based := _BASED.search(words):
        return Speaker(f"the {based['noun']}", start=start)  # "the Tarn, Velda-based company"
    if saying.PERSON_PRONOUN.match(words):
        return Speaker(None, pronoun=words.lower(), start=start)
    if not leading and (late := _LATE_PRONOUN.match(words)):
        who = None if late["who"] == "it" else late["who"]
        return Speaker(None, pronoun=who, start=start + late.start("who"))
    if leading and words in _OBJECTS:
        return Speaker(None, pronoun=_OBJECTS[words], start=start)  # "according to her"
    if aged := saying.AGED_ONE.match(words):
        return Speaker(None, pronoun=aged["noun"] or "one", start=start)
    if saying.OTHER_PRONOUN.match(words):
        return Speaker(None, start=start)
    if (not leading and _NO_SUBJECT.match(words)) or sayers.NO_SPEAKER.match(words):
        return None
    behind = _behind(text, start, end, words)
    if behind:
        return read_phrase(text, *behind, names, leading=leading)
    if not leading and _SUBORDINATE.match(words):
        return None  # "... after an inquiry found": told, not claimed by the inquiry alone
    stop = end + (text[end : end + 1] == ".")  # that of "Sarn Foods, Inc." is the name's own
    within = [n for n in names if n.kind in SPEAKERS and start <= n.start and n.end <= stop]
    beside = _BESIDE.match(words)  # "Neighbouring Torvia denied it"
    bare = start + (beside.end() if beside else 0)
    country = next((n for n in names if n.start == bare and n.end == end), None)
    if country and words[:4].lower() == "the " and _is_one_of(country):
        return Speaker(None, start=start)  # "The Torvian said": somebody of those told of
    if country and country.kind in (NameKind.PLACE, NameKind.OTHER) and not leading:
        return Speaker(country.name, start=start)  # "Torvia denied it"
    named = _named(text, start, end, within, leading=leading) if within else None
    if named or saying.SUBJECT_END.search(words):
        return named
    return _described(words, start)


def _is_one_of(people: Name) -> bool:
    """Tell "Torvian" and "Republican", one person, from "Torvia" and "Torvians"."""
    land = people.kind is NameKind.OTHER and people.text != people.name
    return (land and not people.text.endswith("s")) or people.text in _PARTISANS


def _behind(text: str, start: int, end: int, words: str) -> tuple[int, int] | None:
    """Return where the one stands who speaks by a letter ("The ministry's statement said")."""
    found = sayers.VEHICLE_OF.match(words) or sayers.OWN_VEHICLE.match(words)
    if found is None or saying.OTHER_PRONOUN.match(found["who"]):
        return None
    first, last = start + found.start("who"), start + found.end("who")
    return (first, last) if first > start or last < end else None


def _bounds(text: str, start: int, end: int, *, leading: bool) -> tuple[int, int]:
    words = text[start:end]
    opening = saying.OPENING.match(words)
    if opening and not leading:
        start += opening.end()
    start += len(text[start:end]) - len(text[start:end].lstrip(" \"“‘'("))
    aside = _ASIDE.search(text, start, end)
    end = aside.start() if aside and not leading else end
    return start, max(start, start + len(text[start:end].rstrip(" .")))


def _described(words: str, start: int) -> Speaker | None:
    """Keep "police" and "a spokesman for the ministry" as they are written."""
    words = _WHERE.sub("", words)  # "State radio there said"
    if issued := _ISSUED.match(words):
        words = issued["what"]  # "An official release issued later in the day said"
    if sayers.OFFICE.fullmatch(words):
        return Speaker(words, start=start)
    if (
        start == 0
        and (saying.MANY.match(words) or several_people(words))
        and not (_DID.search(words) or _SAID.search(words))
    ):
        return Speaker(_WHERE.sub("", words))
    if len(words.split()) > _LONGEST_DESCRIPTION or _HAS_VERB.search(words):
        return None  # "Senator Hill says the Government believes"
    if ARTICLE.match(words[:1].upper() + words[1:]) and is_person_noun(noun_of(words)):
        return Speaker(words, start=start)
    if (to := _DONE_TO.match(words)) and not _SPEAKS.search(to["what"]):
        return None
    if not sayers.DESCRIPTION.match(words) and not saying.INDEFINITE.match(words):
        return None
    if saying.INDEFINITE.match(words) and not sayers.DESCRIPTION.match(words):
        head = _PREPOSED.split(words)[0].split()[-1].lower()
        return Speaker(words, sure=_is_doer(head), start=start)
    return Speaker(words, start=start)


def _is_doer(noun: str) -> bool:
    return is_person_noun(noun) or noun in PEOPLE or bool(_DOER.search(noun))


def several_people(words: str) -> bool:
    """Tell "Herders in Upper Kessa" and "Analysts at Pennant Securities" from other plurals."""
    if not _SEVERAL_AT.match(words):
        return False
    before = _WHERE.sub("", _PREPOSED.split(words, maxsplit=1)[0].strip())
    noun = before.split()[-1].lower()
    one = noun.removesuffix("s")
    return is_person_noun(one) or noun in SEVERAL_PEOPLE or one in PEOPLE or one in _ON_LOOKERS


def noun_of(words: str) -> str:
    """Return the noun of a description, of one or of several: "skipper" of "the skippers of"."""
    before = _PREPOSED.split(words, maxsplit=1)[0].split() or [words]
    noun = before[-1].lower()
    return noun if is_person_noun(noun) else noun.removesuffix("s")


def _named(text: str, start: int, end: int, within: list[Name], *, leading: bool) -> Speaker | None:
    """Return the names that a phrase is made of: one, several joined, or none."""
    several = _several(text, start, end, within)
    if several:
        return several
    people = [name for name in within if name.kind is NameKind.PERSON]
    first = (people or within)[0] if leading else within[-1]
    opener = within[0]
    if not leading and _heads(text, start, end, opener):
        return Speaker(opener.name, start=start)
    before, after = text[start : first.start], text[first.end : end]
    if _FOR.search(before) or _POSSESSIVE.match(text, first.end, end) or _is_part(first, before):
        return None  # "a spokesman for Velda Lines" is the spokesman
    # "the Bureau of Ports' Ida Roe"
    owned = first.kind is NameKind.PERSON and before.rstrip().endswith(("'s", "’s", "s'", "s’"))
    prepositions = bool(_PREPOSED.search(before)) and not (owned or is_titled(before))
    opening = before.split()
    longest = _LONGEST_OFFICE if opening and opening[0] in TITLES else _LONGEST_TITLE
    if len(opening) > longest or prepositions:
        return None
    of_kind = first.kind is NameKind.ORGANISATION and _OF_KIND.fullmatch(after)
    if not leading and not _TRAILING.match(after) and not of_kind:
        return None
    return Speaker(_as_written(text, first), start=first.start)


def _as_written(text: str, name: Name) -> str:
    """Return "The Bank" for a body that a common noun names alone, else the name."""
    article = text[max(0, name.start - 4) : name.start]
    common = name.text == name.name and name.text in BODIES - LONE_BODIES
    return article + name.text if common and article.lower() == "the " else name.name


def _is_part(name: Name, before: str) -> bool:
    if before.strip().lower() in LOWER_BODIES or before.strip() == "Rival":
        return False  # "Union IG Metall said"
    return name.kind is NameKind.ORGANISATION and bool(_CAPITAL.search(before))


def _heads(text: str, start: int, end: int, name: Name) -> bool:
    """Read "Ida Roe of the Harbour Office" as the person."""
    before, after = text[start : name.start], text[name.end : end]
    # "The Orchard Party of Prime Minister Ida Roe"
    led = name.kind is NameKind.ORGANISATION and after.startswith((" of ", " under "))
    named = (led or name.kind is NameKind.PERSON) and not _PREPOSED.search(before)
    return named and bool(after) and bool(_TRAILING.match(after))


def _several(text: str, start: int, end: int, within: list[Name]) -> Speaker | None:
    joined = within[:1]
    for name in within[1:]:
        if _AND.fullmatch(text, joined[-1].end, name.start):
            joined.append(name)
        else:
            break
    if len(within) > 1 and _OR.fullmatch(text, within[0].end, within[1].start):
        return Speaker(None, start=start)  # "Ida Roe or Jon Arke said": one of them
    if len(joined) < 2 or " and " not in text[joined[0].end : joined[-1].start]:
        return None
    if _PREPOSED.search(text, start, joined[0].start) or not _TRAILING.match(
        text[joined[-1].end : end]
    ):
        return None
    names = list(dict.fromkeys(name.name for name in joined))
    listed = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
    return Speaker(listed, joint=len(names) > 1, start=start)
