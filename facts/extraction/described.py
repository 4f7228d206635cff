"""Whom a description of a speaker means: a body, an office, or the person who holds a role."""

from dataclasses import replace

from facts.extraction.bodymeant import body_meant, named_body
from facts.extraction.holders import holders, is_bare, is_somebody, may_be
from facts.extraction.namebook import NameBook
from facts.extraction.phrases import Speaker
from facts.extraction.sayers import OFFICE


def described(found: Speaker, book: NameBook, place: int) -> Speaker:
    """Read "the mayor" as the one who is mayor here; sure if nobody is named who might be.

    `place` is the number of the sentence in its document.
    """
    if found.joint or not found.name:
        return found
    bare = found.name.removeprefix("The ").removeprefix("the ")
    if bare in book.bodies:
        return named_body(found, bare, book)
    if body := body_meant(found.name, book, place):
        return replace(found, name=body)
    if office := OFFICE.fullmatch(found.name):
        held = holders(f"the {office['office'].lower()}", book.roles)
        name = held[0] if len(held) == 1 else office["office"]
        return replace(found, name=name, sure=found.sure and len(held) < len("ab"))
    if not is_somebody(found.name):
        return found
    held = holders(found.name, book.roles)
    if len(held) == 1:
        return replace(found, name=held[0])
    people = {name for whole in book.fuller.values() for name in whole}
    doubtful = bool(held) or (is_bare(found.name) and may_be(found.name, people, book.roles))
    return replace(found, sure=found.sure and not doubtful)
