"""What a question about somebody's words takes for granted: who speaks, and about what."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from facts.answering import language
from facts.answering.kinds import QUOTES, SAYING
from facts.answering.language import word_set
from facts.answering.lexicon import CLAUSES, PREPOSITIONS

_ABOUT = word_set("about on of regarding concerning")
_BY = word_set("by from of")
_TITLES = word_set("dr mr mrs ms prof sir")


@dataclass(frozen=True, slots=True)
class Saying:
    """Places of a question's words: its verb of saying, all that names who speaks, and the topic.

    Of "what did the head teacher say about the bus" the `sayers` are the words before the verb;
    `speakers` are those of them that name somebody, but not "the mayor of Velden".
    """

    verb: int
    sayers: tuple[int, ...]
    speakers: tuple[int, ...]
    topic: tuple[int, ...]


def saying_of(words: Sequence[str], names: Collection[int], opening: int | None) -> Saying | None:
    """Read the words after the auxiliary at `opening` ("what did"); None without such a verb."""
    quoted = next((at for at, word in enumerate(words) if word in QUOTES), None)
    if quoted is not None:
        return _quoted(words, names, quoted)
    start = len(words) if opening is None else opening + 1
    verb = next((at for at in range(start, len(words)) if words[at] in SAYING), None)
    if verb is None:
        return None
    sayers = _telling(words, range(start, verb))
    speakers = tuple(at for at in sayers if at in names and not _of(words, names, at))
    return Saying(verb, sayers, speakers, _topic(words, verb))


def _quoted(words: Sequence[str], names: Collection[int], at: int) -> Saying | None:
    """Read "Edda Varn quote on the pier" and "quotes by Edda Varn about the pier"."""
    after = range(at + 2, len(words)) if words[at + 1 : at + 2] and words[at + 1] in _BY else ()
    ends = next((p for p in after if words[p] in _ABOUT), len(words))
    sayers = _telling(words, range(at + 2, ends) if after else range(at))
    speakers = tuple(p for p in sayers if p in names)
    topic = _topic(words, ends - 1 if after else at)
    return Saying(at, sayers, speakers, topic) if sayers else None


def _topic(words: Sequence[str], verb: int) -> tuple[int, ...]:
    """Return the telling words after "say about", up to the next clause."""
    if words[verb + 1 : verb + 2] == [] or words[verb + 1] not in _ABOUT:
        return ()
    ends = (at for at in range(verb + 2, len(words)) if words[at] in CLAUSES)
    return _telling(words, range(verb + 2, next(ends, len(words))))


def _of(words: Sequence[str], names: Collection[int], at: int) -> bool:
    """Tell whether a name only says whose or where: "the mayor of Velden"."""
    before = at - 1
    while before > 0 and (before in names or words[before] == "the"):
        before -= 1
    return words[before] in PREPOSITIONS


def _telling(words: Sequence[str], places: Iterable[int]) -> tuple[int, ...]:
    plain = language.stop_words() | _TITLES
    return tuple(at for at in places if words[at] not in plain)
