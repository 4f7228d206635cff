"""What joins capitalised words to one name ("Ministry of Health"), and what parts them."""

from facts.extraction import namewords as words
from facts.extraction.givennames import is_common, is_given
from facts.extraction.nameparts import Part
from facts.extraction.places import countries
from facts.extraction.roles import OFFICES

_JOINS = words.JOINS_OF | words.JOINS_FOR
_HEADS = words.BODIES | words.TITLES | words.OPENERS | words.PLACE_WORDS
_OFFICES_OF = frozenset({"Office", "Department", "Association", "Bureau", "Guild", "Council"})
_STATE_OFFICES = frozenset({"Ministry", "Department", "Office", "Agency", "Bureau"})
_PRIZES = frozenset({"Prize", "Award", "Medal", "Awards", "Fellowship"})
_GOVERNING = frozenset({"Management", "Supervisory", "Executive", "Governing"})
PACTS = frozenset({"Declaration", "Protocol", "Treaty", "Agreement", "Accord", "Charter"})
_ON = PACTS | {"Commission", "Committee", "Council", "Conference", "Convention", "Panel", "Forum"}
# Words that open sentences, but behind "Committee on" are its subject.
_TOPICS = frozenset(
    {"Water", "Women", "Children", "Schools", "Services", "Families", "Prices", "Workers", "Police"}
)
FIELDS = frozenset({"Police", "Prisons", "Customs", "Intelligence", "Statistics", "Staff"})
_NO_TOPICS = words.NOT_NAMES | (words.OPENERS - _TOPICS)
# Words of bodies that always stand in a pair: "Wold Fire and Rescue Service".
_PAIRS = frozenset({("Fire", "Rescue"), ("Search", "Rescue"), ("Radio", "Television")})
_PEERS = frozenset({"Lord", "Lady", "Baroness", "Viscount"})  # "Lord Peverell of Ashdon"
_LED = frozenset({"Party", "Movement", "Bloc", "Alliance", "Front", "League"})
_WORLDWIDE = frozenset({"International", "Worldwide", "Global"})
_NO_PAIR = words.BODIES | words.NOT_NAMES | words.OPENERS


def is_joined(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell whether "of", "and", "for" or "on" is part of one name with what stands around it."""
    return (
        (_joins(link, segment) and not _parts_two(link, segment, after))
        or _holds(link, segment, after)
        or _is_on(link, segment, after)
        or _pairs(link, segment, after)
        or _tells_on(link, segment, after)
        or (link == "of" and len(segment) == 2 and segment[0].plain in _PEERS)
        or (link == "of" and [each.plain for each in segment] == ["Our", "Lady"])
        or _rides_on(link, segment, after)
        or _enacts(link, segment, after)
        or _honours(link, segment, after)
        or _helps(link, segment, after)
    )


def is_led(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "the Orchard Party of Prime Minister Ida Roe": its leader is no part of its name."""
    if after and after[0].plain in OFFICES:
        return False  # "Minister of Agriculture Ida Roe"
    if link == "of" and segment and segment[-1].plain in _LED and len(after) == 2:
        plain = [each.plain for each in after if not each.is_link]
        if len(plain) == 2 and is_given(plain[0]) and not is_common(plain[1]):
            return True
    titles = next((n for n, p in enumerate(after) if p.plain not in words.TITLES), len(after))
    named = after[titles : titles + 2]
    person = len(named) == 2 and not any(p.is_link or p.plain in words.BODIES for p in named)
    return link == "of" and titles > 0 and person and after[-1].plain not in words.BODIES


def _joins(link: str, segment: list[Part]) -> bool:
    """Tell whether a link is part of one name: "Ministry of Health and Social Care"."""
    if link == "on":
        return False
    if link == "and":
        if segment and segment[-1].text.endswith(("s'", "s’")):
            return True  # "Bakers' and Allied Workers' Union"
        if segment and segment[0].plain in ("Spirit", "Pride", "Maid"):
            return False  # "the lifeboats Spirit of Lorne and Ella May"
        heads = any(each.plain in _JOINS for each in segment)
        return heads and any(each.text[:3] in ("of", "of ", "for") for each in segment)
    if link.startswith("of") and any(each.text[:3] == "for" for each in segment):
        return True  # "Society for the Protection of Birds"
    if link == "of" and {each.text for each in segment} & {"of", "for"} and _is_of_state(segment):
        return True  # "Ministry of Health of Lemaria"
    if not segment or segment[-1].plain not in words.JOINS_OF:
        return False
    return link.startswith("of") or segment[-1].plain in words.JOINS_FOR


def _parts_two(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "College of Midwives and Unisol" from "Diocese of Bath and Wells"."""
    if link != "and" or not after or not is_common(segment[-1].plain):
        return False
    return len(after) == 1 and not is_common(after[0].plain) and after[0].plain not in _JOINS


def _holds(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Inspector General of Police" and "Minister of State for Roads and Bridges"."""
    field = after[0].plain if after else ""
    if not segment or segment[0].plain not in words.TITLES or not is_common(field):
        return False
    if link == "of":
        return segment[-1].plain in words.TITLES and field in FIELDS
    if link == "for":
        return segment[-1].plain in ("State", "Secretary", "General")
    fields = link == "and" and any(each.text in ("of", "for") for each in segment)
    return fields and is_common(segment[-1].plain) and field not in words.TITLES


def _pairs(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Food and Agriculture Organization" from "Norway and the Orchard Party"."""
    if link != "and" or not segment or len(after) < 2:
        return False
    left, right = segment[-1].plain, after[0].plain
    if (left, right) in _PAIRS:
        return any(each.plain in words.BODIES for each in after[1:3])
    # "The Rail and Maritime Union", whose words are those of bodies as well
    alone = left not in words.LONE_BODIES and all(p.plain == "The" for p in segment[:-1])
    trades = alone and right in words.BODIES and after[1].plain in words.BODIES
    both = trades or not (left in _NO_PAIR or right in _NO_PAIR)
    if not (both and is_common(left) and is_common(right)):
        return False
    if words.is_person_noun(left.lower()) or words.is_person_noun(right.lower()):
        return False
    ends = next((p.plain for p in after[1:4] if p.is_link or p.plain in words.BODIES), "")
    return ends in words.BODIES


def _enacts(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Prevention of Corruption Act" from "the Board of Sarn"."""
    if link not in ("of", "of the", "and", "for") or not segment:
        return False
    last = next((at for at, each in enumerate(after[:6]) if each.plain in ("Act", "Bill")), 0)
    plain = all(each.is_link or is_common(each.plain) for each in after[:last])
    return last > 0 and plain and is_common(segment[-1].plain)


def _honours(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Harcourt Prize for Fiction" from "the Harcourt Prize for Norway"."""
    prize = link in ("for", "of") and bool(segment) and segment[-1].plain in _PRIZES
    return prize and bool(after) and is_common(after[0].plain)


def _helps(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Relief for Children International": plain words that end as a charity does."""
    ends = next((at for at, each in enumerate(after[:4]) if each.plain in _WORLDWIDE), 0)
    plain = [each.plain for each in (*segment, *after[:ends]) if not each.is_link]
    alone = link in ("for", "on", "to") and len(segment) == 1 and segment[0].plain not in _NO_PAIR
    return alone and ends > 0 and all(map(is_common, plain))


def _is_of_state(segment: list[Part]) -> bool:
    return any(each.plain in _STATE_OFFICES for each in segment[:2])


def _is_on(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Joint Commission on Trade" from "the Commission on Monday"."""
    topic = after[0].plain if after else ""
    named = link == "on" and bool(segment) and segment[-1].plain in _ON
    named = named or [p.plain for p in segment[-2:]] == ["Working", "Group"]
    return named and all(map(is_common, topic.split("-"))) and topic not in _NO_TOPICS


def _tells_on(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Committee on Water and Public Works" from "the Committee on Water and Norway"."""
    on = next((at for at, each in enumerate(segment) if each.text == "on" and at), 0)
    topic = link == "and" and on > 0 and segment[on - 1].plain in _ON and bool(after)
    return topic and is_common(after[0].plain) and after[0].plain not in countries()


def _rides_on(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "Meals on Wheels": two common words, which prose would not write with capitals."""
    if link != "on" or len(segment) != 1 or len(after) != 1:
        return False
    one, other = segment[0].plain, after[0].plain
    plain = is_common(one) and is_common(other) and other not in _NO_TOPICS
    return plain and one not in _HEADS and other not in _HEADS and one.endswith("s")


def governs(link: str, segment: list[Part], after: list[Part]) -> bool:
    """Tell "the Board of the National Bank": the bank is the name."""
    named = sum(each.plain not in words.OPENERS for each in segment)
    if link == "of the" and named > len("ab") and segment[-1].plain in ("Committee", "Board"):
        # "the Monetary Policy Committee of the Reserve Bank of Corvania" are two bodies.
        return any(part.plain in ("Bank", "Association", "Federation") for part in after[:4])
    board = bool(segment) and segment[-1].plain in ("Board", "Management", "Presidium")
    own = [each.plain for each in segment[:-1] if each.plain not in words.OPENERS]
    board = board and (not own or own[0] in _GOVERNING)
    return board and link.startswith("of") and any(p.plain in words.BODIES for p in after[:4])


def unites(each: Part, after: list[Part]) -> bool:
    """Tell "Bakers' and Allied Workers' Union" from "the Bakers' and Ida Roe"."""
    many = each.text.endswith(("s'", "s’")) and after[:1] != [] and after[0].text == "and"
    return many and any(part.text.endswith(("s'", "s’")) for part in after)


def belongs(segment: list[Part], after: list[Part]) -> bool:
    """Tell a possessive inside a name: "St Colman's Church", "Farmers' League"."""
    if not after or after[0].is_link:
        return False
    saint = any(each.plain.rstrip(".") in ("St", "Saint") for each in segment[-3:-1])
    saint = saint or segment[0].plain.rstrip(".") in ("St", "Saint")
    if segment[-1].text.endswith(("'s", "’s")) and after[0].plain in words.OWNED_PLACES:
        return len(after) == 1 or after[1].is_link or after[1].plain in words.BODIES
    if after[0].plain in words.SHOPS:
        return len(after) == 1 or after[1].is_link
    of_many = segment[-1].text.endswith(("s'", "s’"))
    body = of_many and any(each.plain in words.BODIES for each in after)
    possessor = segment[-1].plain.lower()
    office = segment[-1].plain in words.TITLES and after[0].plain in _OFFICES_OF
    men = office or (
        possessor.endswith("men") and any(each.plain in words.BODIES for each in after)
    )
    return saint or body or men or possessor in words.POSSESSORS
