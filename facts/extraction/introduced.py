"""Who a sentence is about, or who introduces a quotation, where no verb of speech tells."""

import re

from facts.extraction.anybody import PEOPLE
from facts.extraction.doubts import quotes_another
from facts.extraction.phrases import Speaker
from facts.extraction.saying import AS_SAID
from facts.extraction.titlewords import is_person_noun
from facts.extraction.wordsgiven import BLUNT
from facts.types import Name, NameKind

# "Kestrel Bay: 850 homes": what is counted there, and no word of anybody.
_COUNTED = re.compile(
    r": (?:(?:about|some|over|nearly|almost|at least|up to|around)\s)?"
    r"(?:[A-Z]{0,3}\s?[$€£¥₹]?\s?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|half|no)\s[a-z])"
)
_INTRODUCES = re.compile(r"^(?P<who>[^:“”\"]{1,80}):\s?[“\"]")
# "One shopkeeper was unimpressed: "...", "A Western diplomat, who ..., was doubtful: "..."
_SOMEBODY = re.compile(
    r"(?:But\s|And\s|Yet\s)?(?P<who>(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s"
    r"(?:[\w-]+\s){0,3}?(?P<noun>[a-z-]+)"
    r"(?:\s(?:of|at|in|from|on|for|near|with)\s[\w’'.& -]{2,40}?)?)"
    r"(?:,\s(?:who|an?|the)\s[^,:;“”\"]{3,60},)?\s(?:"
    r"(?:is|was|sounded|seemed|remained|looked)\s"
    r"(?:(?:less|more|not|so|too|as|quite|very|rather)\s|[a-z]+ly\s)*"
    r"[a-z-]+(?:\s(?:about|of|by|at|with|that)\s[^:“”\"]{2,50})?:\s?[\"“]"
    r"|correct(?:s|ed)\s(?:him|her|them|it|this|that)\b[^:“”\"]{0,40}:\s)"
)
_PREPOSITIONS = frozenset(
    {"of", "by", "for", "with", "against", "to", "from", "than", "on", "about", "at"}
)


def only_subject(text: str, names: tuple[Name, ...]) -> str | None:
    """Return the person whom a sentence opens with, if it names nobody else."""
    people = [name for name in names if name.kind is NameKind.PERSON]
    leads = len(people) == 1 and not depends(text, people[0])
    if not leads or " said" in text:
        return None
    before = text[: people[0].start].strip(' “"').split()
    opens = all(word[0].isupper() for word in before)
    return people[0].name if opens else None


def cited(text: str, names: tuple[Name, ...]) -> Speaker | None:
    """Read 'As the late Ida Roe used to say, "..."' as hers, whoever tells it."""
    match = AS_SAID.match(text)
    people = [n for n in names if match and n.kind is NameKind.PERSON and n.end <= match.end("who")]
    return Speaker(people[0].name) if len(people) == 1 else None


def headlined(text: str, names: tuple[Name, ...], *, listed: bool = False) -> Speaker | None:
    """Read the headline "Roe: no deal before May" as hers; the item of a list may count."""
    first = names[0] if names and names[0].start == 0 else None
    if first is None or first.kind is not NameKind.PERSON or text.endswith((".", ":")):
        return None
    if listed and _COUNTED.match(text, first.end):
        return None
    return Speaker(first.name) if text.startswith(": ", first.end) else None


def introduced(text: str, names: tuple[Name, ...]) -> Speaker | None:
    """Read 'Ida Roe was blunt: "We won."' as hers."""
    if ":" in text and (told := _SOMEBODY.match(text)):
        noun = told["noun"]
        if (is_person_noun(noun) or noun in PEOPLE) and not quotes_another(text):
            return Speaker(told["who"], start=told.start("who"))
    match = (BLUNT.match(text) or _INTRODUCES.match(text)) if ":" in text else None
    if match is None:
        return None
    people = [n for n in names if n.kind is NameKind.PERSON and n.end <= match.end("who")]
    first = match["who"].split(" ")[0].lower()
    if not people and first in ("he", "she"):
        return Speaker(None, pronoun=first)
    owned = match.re is BLUNT and len(people) == 1 and people[0].end == match.end("who")
    alone = len(people) == 1 and (owned or not depends(text, people[0]))
    own = match.re is BLUNT or not quotes_another(text)
    return Speaker(people[0].name, sure=own) if alone else None


def depends(text: str, name: Name) -> bool:
    """Tell a name that is no subject: "of Roe", "Roe's lawyer", "against Roe"."""
    after = text[name.end : name.end + 2]
    before = text[: name.start].split()[-2:]
    return after in ("'s", "’s") or any(word.lower() in _PREPOSITIONS for word in before)
