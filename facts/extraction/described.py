"""Whom a description of a speaker means: a body, an office, or the person who holds a role."""

import re

from facts.extraction.bodymeant import body_meant, named_body
from facts.extraction.holders import holders, is_bare, is_office, is_somebody, may_be
from facts.extraction.namebook import NameBook
from facts.extraction.phrases import Speaker
from facts.extraction.sayers import OFFICE
from facts.extraction.standins import may_be_named, of_kind
from facts.extraction.titlewords import POSTS

# "It said ...", "..., it added": of the body that spoke just before.
_SAYS = (
    r"(?:(?:has|have|had)\s)?(?:also\s|later\s|then\s|further\s|again\s|since\s)?(?:said|says?|adds?|added|warns?|warned|notes?|noted"
    r"|stress(?:es|ed)?|stated|wrote|insists?|insisted|argues?|argued|claims?|claimed|den(?:y|ies|ied)"
    r"|disputes?|disputed|estimates?|estimated|expects?|expected|confirms?|confirmed|predicts?"
    r"|predicted|accuse[sd]?|blame[sd]?|urge[sd]?|call(?:s|ed)?|rejects?|rejected|report(?:s|ed)?"
    r"|promise[sd]?|pledge[sd]?|express(?:es|ed)?|condemn(?:s|ed)?|welcome[sd]?|recommends?"
    r"|recommended|proposes?|proposed|forecasts?|announce[sd]?|regret(?:s|ted)?|appealed|complain(?:s|ed)?"
    r"|question(?:s|ed)?|object(?:s|ed)?|maintain(?:s|ed)?|reiterate[sd]?|repeat(?:s|ed)?|renew(?:s|ed)?"
    r"|concede[sd]?|admit(?:s|ted)?|acknowledge[sd]?|suggest(?:s|ed)?|demand(?:s|ed)?|threaten(?:s|ed)?"
    r"|vow(?:s|ed)?|plead(?:s|ed)?|praise[sd]?|criticis(?:es|ed)|criticiz(?:es|ed)|attribute[sd]?"
    r"|describe[sd]?|declare[sd]?|explain(?:s|ed)?|allege[sd]?|doubt(?:s|ed)?|agrees?|conclude[sd]?"
    r"|assure[sd]?|point(?:s|ed)? out|believes?|fears?|hopes?|disagree[sd]?|dismiss(?:es|ed)?"
    r"|expect|fear|hope|believe|reckons?|reckoned|apologis(?:es|ed)|apologiz(?:es|ed))\b"
)
IT_SAYS = re.compile(
    rf"^(?:[“\"]?It|In (?:an?|its) [a-z-]+(?: [a-z]+)?(?: on [A-Z]?[a-z]+)?,? it)\s{_SAYS}"
    r"|(?:^[“\"][^“”\"]+[”\"],?\sit|,\sit)\s(?:also\s|later\s|then\s|further\s)?"
    r"(?:said|says|added|adds|warned|warns|noted|notes|stressed|stated|wrote|writes|estimates"
    r"|estimated|argues|argued|insists|insisted|claims|claimed|believes|reckons|predicts|predicted)\b"
)
TOLD_IN_A_STORY = re.compile(
    r"In\s(?:the|an?|one|this|his|her|its|another|that|(?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.-]*['’]s?)\s(?:[\w’'-]+\s){0,3}?(?:novel|film|movie"
    r"|play|story|tale|poem|series|drama|opera|sketch|scene|episode|fable|legend|myth|sitcom"
    r"|musical|thriller|joke|dream|cartoon|ballad|parable)\b[^,:;“”\"]{0,60},?\s(?:an?|the)\s"
    r"(?!(?:author|writer|novelist|director|narrator|playwright|poet|film-?maker)\b)[a-z]"
)
THEY_SAY = re.compile(
    rf"They\s{_SAYS}|[“\"][^“”\"]+[”\"],?\sthey\s(?:said|say|added)\b|[^,]+(?:,[^,]+)?,\sthey\sadded\b"
)
# "dock workers will walk out, their union said": the only union of the text.
_OWN_BODY = re.compile(r"(?:[Tt]heir|[Ii]ts|[Hh]is|[Hh]er)\s(?P<noun>union|party|federation)")
# "A coroner said": named further down as the coroner.
_ONE_IN_OFFICE = re.compile(
    r"[Aa]n?\s(?=(?:[a-z]+\s){0,2}(?:coroner|magistrate|mayor|governor|minister|ombudsman|judge"
    r"|spokesman|spokeswoman|spokesperson|prosecutor|bishop|archbishop|ambassador)\b(?!\s(?:for|of)\b))"
)


def _all_of_kind(noun: str, book: NameBook) -> list[str]:
    return of_kind(noun, book, len(book.order))


def described(found: Speaker, book: NameBook, place: int) -> Speaker:
    """Read "the mayor" as the one who is mayor here; sure if nobody is named who might be.

    `place` is the number of the sentence in its document.
    """
    if found.joint or not found.name:
        return found
    bare = found.name.removeprefix("The ").removeprefix("the ")
    if bare in book.defined:  # "the Group", as the text calls it
        return found._replace(name=book.defined[bare])
    if bare in book.bodies:
        return named_body(found, bare, book)
    if body := body_meant(found.name, book, place):
        return found._replace(name=body)
    if (own := _OWN_BODY.fullmatch(found.name)) and (told := _all_of_kind(own["noun"], book)):
        sure = len(told) == 1
        return found._replace(name=told[0] if sure else found.name, sure=found.sure and sure)
    if (one := _ONE_IN_OFFICE.match(found.name)) and (
        held := holders(f"the {found.name[one.end() :]}", book.roles)
    ):
        unique = len(held) == 1 and is_office(found.name)
        return found._replace(name=held[0] if unique else found.name, sure=found.sure and unique)
    if office := OFFICE.fullmatch(found.name):
        held = holders(f"the {office['office'].lower()}", book.roles)
        name = held[0] if len(held) == 1 else office["office"]
        return found._replace(name=name, sure=found.sure and len(held) < len("ab"))
    if found.name.isupper() and found.name.lower() in POSTS:  # "the CS", read as a name
        held = holders(f"the {found.name}", book.roles)
        return found._replace(name=held[0]) if len(held) == 1 else found
    if not is_somebody(found.name):
        return found._replace(sure=found.sure and not may_be_named(found.name, book, place))
    held = holders(found.name, book.roles)
    so_far = [name for name in held if book.first.get(name, 0) <= place]
    if len(held) == 1 or len(so_far) == 1:
        return found._replace(name=(so_far or held)[0])
    people = {name for whole in book.fuller.values() for name in whole}
    doubtful = bool(held) or (is_bare(found.name) and may_be(found.name, people, book.roles))
    return found._replace(sure=found.sure and not doubtful)
