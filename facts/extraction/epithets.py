"""Whom an epithet means: "the billionaire explains", "sobbed the hairdresser"."""

import re
from typing import NamedTuple

from facts.extraction.antecedents import Antecedents
from facts.extraction.namebook import NameBook
from facts.extraction.phrases import Speaker
from facts.extraction.settling import Told
from facts.extraction.titlewords import is_person_noun
from facts.reading.wordlist import word_list

# No office, and nobody's trade in an accident: of these a text may tell unannounced.
_BARE = re.compile(
    r"[Tt]he\s(?!(?:driver|pilot|victim|suspect|witness|caller|gunman|attacker|minister"
    r"|president|judge|mayor|governor|coach|manager|captain|referee)\b)(?P<noun>[a-z]{4,})"
)
# Whose office or errand brings them into a text unannounced: "said the lawyer".
_UNANNOUNCED = word_list(
    "lawyer barrister solicitor prosecutor attorney defendant plaintiff officer detective inspector"
    " sergeant constable superintendent doctor nurse surgeon paramedic vet owner landlord landlady"
    " tenant chairman chairwoman director leader secretary clerk treasurer teacher headteacher"
    " principal employer employee neighbour resident spokesman spokeswoman spokesperson speaker"
    " reporter correspondent editor interviewer host author coroner magistrate commissioner mp"
    " senator councillor councilor ambassador envoy bishop priest vicar king queen prince operator"
    " firefighter rescuer soldier commander general colonel passenger customer analyst expert"
    " scientist researcher economist translator interpreter umpire steward bailiff undertaker"
)


class Place(NamedTuple):
    """Where a sentence stands: its number, that of its paragraph, and whether it quotes."""

    sentence: int
    block: int
    quoted: bool


def with_epithet(
    found: Speaker, last: Told, place: Place, near: Antecedents, book: NameBook
) -> Speaker:
    """Read "the billionaire" as hers who spoke in `last`, right before, named alone so far.

    So is "sobbed the hairdresser", of what is quoted, of whom the sentence before is about.
    """
    words = _BARE.fullmatch(found.name or "")
    if words is None or not is_person_noun(words["noun"]):
        return found
    name = last.subject if place.quoted and _is_about_one(last, place.block, book) else None
    if name is None or words["noun"] in _UNANNOUNCED:
        name = _spoken_alone(last, place.block, near)
    if name is None:
        return found
    told = any(words["noun"] in text for text, at in book.order.items() if at < place.sentence)
    return found if told else found._replace(name=name)


def _is_about_one(last: Told, here: int, book: NameBook) -> bool:
    """Tell whether the sentence before is about one person alone, of no known office."""
    near = last.block >= here - 1 and last.who.speaker in (None, last.subject)
    return near and last.subject not in book.roles


def _spoken_alone(last: Told, here: int, near: Antecedents) -> str | None:
    """Return who spoke in the sentence before, if the text has named nobody else."""
    named = {seen.name for seen in near.people}
    alone = named == {last.who.speaker} and near.nameless_in < 0 and near.is_person
    return last.who.speaker if alone and last.block == here and last.who.sure else None
