"""Whom "the minister" means: the one person of the document who holds that role, if only one can.

"The agriculture chief" is nobody's for certain in a text that names people: it may be any of them.
"""

import re
from collections.abc import Iterable, Mapping

from facts.extraction.titlewords import POSTS, is_person_noun

_DEFINITE = re.compile(r"(?:the|its|their|his|her|our|my)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_PREPOSED = re.compile(r"\s(?:of|for|from|at|in|on|with|by|to|about|near|behind|who)\s")
_OWNER = re.compile(r"(?:['’]s|s['’])\s")
_SMALL = frozenset({"the", "of", "for", "from", "at", "in", "on", "a", "an", "and", "its", "s"})
# Who held an office before, or stands in for its holder, is not its holder.
_NOT_IN_OFFICE = re.compile(
    r"\b(?:former|ex|then|late|deputy|vice|assistant|associate|junior|shadow|acting|outgoing"
    r"|incoming|elect|retired|opposition|co|ousted|deposed)\b",
    re.IGNORECASE,
)
# "The minister" is not the prime minister.
_ANOTHER_POST = {"minister": "prime", "teacher": "head"}
_CHIEFS = frozenset(
    {"chief", "boss", "head", "leader", "president", "chair", "chairman", "director", "minister"}
)
_WRITTEN_OUT = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "prof": "professor",
    "dr": "doctor",
    "cllr": "councillor",
    "insp": "inspector",
    "supt": "superintendent",
    "det": "detective",
    "capt": "captain",
    "sgt": "sergeant",
    "col": "colonel",
    "gen": "general",
    "lt": "lieutenant",
    "adm": "admiral",
    "atty": "attorney",
}
_SAME = {
    "judge": ("justice",),
    "spokesperson": ("spokesman", "spokeswoman"),
    "chair": ("chairman", "chairwoman"),
    "nun": ("sister",),
    "priest": ("father", "rev", "reverend", "vicar", "pastor"),
    "skipper": ("captain",),
    "captain": ("skipper",),
    "boss": ("manager", "coach"),
    "coach": ("manager", "boss"),
    "manager": ("boss", "coach"),
    "lawyer": ("attorney", "barrister", "solicitor", "advocate"),
    "attorney": ("lawyer",),
    "barrister": ("lawyer",),
    "author": ("novelist", "writer"),
    "writer": ("novelist", "author"),
    "novelist": ("author", "writer"),
    "singer": ("rapper", "vocalist", "musician"),
    "lawmaker": ("senator", "congressman", "congresswoman", "mp", "representative", "deputy"),
    "player": ("striker", "midfielder", "defender", "winger", "goalkeeper", "batsman", "bowler"),
    "academic": ("professor", "lecturer"),
    "diplomat": ("ambassador", "envoy"),
    "monarch": ("king", "queen"),
}
_HEADS = {
    "head of state": frozenset({"president", "king", "queen", "emir", "sultan", "monarch"}),
    "head of government": frozenset({"premier", "chancellor", "prime"}),
    "royal father": frozenset({"oba", "king", "monarch", "emir", "sultan", "chief"}),
}
_OFFICES = frozenset(
    {"minister", "president", "governor", "mayor", "judge", "ambassador", "premier", "chancellor"}
    | {
        "senator",
        "prosecutor",
        "coroner",
        "magistrate",
        "bishop",
        "archbishop",
        "pope",
        "king",
        "queen",
    }
    | {"spokesman", "spokeswoman", "spokesperson", "commissioner", "ombudsman", "speaker"}
)
_ANY_HEAD = frozenset({"chief", "boss", "head", "leader", "executive", "politician", "official"})


def is_somebody(words: str) -> bool:
    """Tell "the mayor" and "its chief executive of five years": one person, perhaps named."""
    told = _DEFINITE.match(words)
    if told is None:
        return False
    return is_person_noun(_noun(words)) or words[told.end() :].lower() in _HEADS


def is_office(words: str) -> bool:
    """Tell "a coroner", of whom a text has one, from "a spokesman"."""
    noun = _noun(words)
    return noun in _OFFICES and not noun.startswith("spokes")


def is_bare(words: str) -> bool:
    """Tell "the mayor" from "the representative of Ombria", who is told from others."""
    owned = words[:4].lower() != "the " and _noun(words) not in _CHIEFS
    return not (owned or _PREPOSED.search(words) or _OWNER.search(words))


def holders(words: str, roles: Mapping[str, str]) -> list[str]:
    """Return the people whose role a description may stand for, by their full names."""
    noun, rest = _noun(words), _rest(words)
    heads = _HEADS.get(_DEFINITE.sub("", words, count=1).lower())
    found = []
    for name, role in roles.items():
        if heads and _words_of(role) & heads and not _is_short(name, roles):
            rest = []
        elif not _has(role, noun) or _is_short(name, roles):
            continue
        marked = {word.lower() for word in _NOT_IN_OFFICE.findall(role)}
        if (other := _ANOTHER_POST.get(noun)) and f"{other} {noun}" in role.lower():
            marked.add(other)
        marked -= set(rest)
        if not marked and all(word in role.lower() for word in rest):
            found.append(name)
    return found


def _is_short(name: str, roles: Mapping[str, str]) -> bool:
    """Tell "Roe" where the text also has Ida Roe, from "Harker", of whom it has no more."""
    return " " not in name and any(name in other.split(" ") for other in roles if other != name)


def may_be(words: str, people: Iterable[str], roles: Mapping[str, str]) -> bool:
    """Tell whether a description may stand for one of these people, of whom no role is told.

    "The minister" is none of a spokesman, a judge and a farmer: an office is one of few.
    """
    noun = _noun(words)
    if noun not in _OFFICES:
        return bool(list(people))
    for name in people:
        held = _words_of(roles.get(name, ""))
        if not held or noun in held or held & _ANY_HEAD or not any(map(is_person_noun, held)):
            return True
    return False


def _has(role: str, noun: str) -> bool:
    if any(post in role.lower() for post in POSTS.get(noun, ())):
        return True
    return bool(_words_of(role) & {noun, *_SAME.get(noun, ())})


def _words_of(role: str) -> set[str]:
    """Return the words of a role, folded, and what those cut short stand for."""
    words = {word.lower() for word in _WORD.findall(role)}
    return words | {_WRITTEN_OUT[word] for word in words if word in _WRITTEN_OUT}


def head_noun(words: str) -> str:
    """Return "minister" of "the energy minister of Ombria", as it is written."""
    return _PREPOSED.split(words, maxsplit=1)[0].rpartition(" ")[2].rstrip(".,")


def _noun(words: str) -> str:
    return head_noun(words).lower()


def _rest(words: str) -> list[str]:
    """Return the words that narrow a description: "energy" of "the energy minister"."""
    noun = _noun(words)
    told = [word.lower() for word in _WORD.findall(_DEFINITE.sub("", words, count=1))]
    return [word for word in told if word not in _SMALL and word != noun]
