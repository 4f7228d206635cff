"""The forms that a word of a question may take in a fact: as written, repaired, or other words."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from rapidfuzz.distance import OSA

from facts.answering import language
from facts.answering.kinds import TELLING_KIND, Kind, kind_of
from facts.answering.spelling import (
    MOST_REPAIRS,
    SHORTEST_REPAIRED,
    Repair,
    Vocabulary,
    distinct,
    english,
)
from facts.text import Word, stem

_QUESTION_WORDS = ("where", "what", "when", "which", "why", "whose")
_ASK_A_KIND = frozenset({"what", "which", "how", "whats"})
KIND_WITHIN = 4  # "what is the nmae"
_AFTER_HOW = frozenset({"many", "much", "long", "old", "far", "often", "big", "did", "do", "does"})
FORM, SYNONYM, JOINED, SPLIT = 0.9, 0.6, 0.9, 0.85
WIDER = 0.3  # what a document may say instead: it bears a word out, but ranks a fact less
SENSE = 0.2  # a word that shares a sense in WordNet: often another sense is meant
ALIAS = 0.75  # a desk's own other word: below the word itself, above the shipped synonyms
UNSURE = 0.45  # a correct English word that the store lacks was probably not misspelt
SURE_OF_ENGLISH = 5
LONG_ENOUGH, SURELY_MEANT, COMMON = 6, 0.85, 2**-17
LONGEST_ACRONYM = 5
_FUNCTION_WORDS = (
    *("what", "when", "where", "which", "who", "whose", "why", "how", "many", "much", "does"),
    *("did", "were", "was", "have", "has", "the", "with", "from", "about", "there", "their"),
)


class Origin(StrEnum):
    """Why a form belongs to a word."""

    WRITTEN = "written"
    FORM = "form"
    SPELLING = "spelling"
    JOINED = "joined"
    SYNONYM = "synonym"
    PHRASE = "phrase"
    ALIAS = "alias"
    __hash__ = str.__hash__  # Enum's own is written in Python, and each match asks for it


OTHER_WORDS = frozenset({Origin.SYNONYM, Origin.PHRASE})


class Capitals(StrEnum):
    """What a word's capitals tell about it."""

    NONE = "none"
    NAME = "name"
    ACRONYM = "acronym"


class Form(NamedTuple):
    """Stems that must all be there, how much they count, and the word to show for a repair."""

    stems: tuple[str, ...]
    factor: float
    origin: Origin
    shown: str | None = None


def meant_words(asked: Sequence[Word], vocabulary: Vocabulary) -> list[Word]:
    """Return the words of a question with its misspelt question words put right ("hw", "teh")."""
    following = [*(word.folded for word in asked[1:]), ""]
    return [
        _function_word(word, next_word, vocabulary, opens=place == 0)
        for place, (word, next_word) in enumerate(zip(asked, following, strict=False))
    ]


def asking_for(
    asked: Sequence[Word], vocabulary: Vocabulary
) -> tuple[Kind, frozenset[int], list[Word]]:
    """Return what is asked for, the places of words that only tell this, and the words.

    A misspelt word that tells it is understood ("what cuontry", "which soort of").
    """
    opening = next((at for at, word in enumerate(asked) if word.folded in _ASK_A_KIND), len(asked))
    told = range(opening + 1, min(opening + 1 + KIND_WITHIN, len(asked)))
    meant = [_kind_word(w, vocabulary) if at in told else w for at, w in enumerate(asked)]
    kind, frame = kind_of(meant)
    words = [meant[at] if at in frame else word for at, word in enumerate(asked)]
    return kind, frame, words


def _kind_word(word: Word, vocabulary: Vocabulary) -> Word:
    typed = word.folded
    strange = typed.isalpha() and len(typed) >= SHORTEST_REPAIRED and not language.is_word(typed)
    if not strange or vocabulary.knows(word.stem):
        return word
    near = [w for w in sorted(TELLING_KIND) if OSA.distance(typed, w, score_cutoff=1) <= 1]
    return _meant(word, near[0]) if near else word


def _function_word(word: Word, next_word: str, vocabulary: Vocabulary, *, opens: bool) -> Word:
    typed = word.folded
    if typed in _contractions():
        return _meant(word, _contractions()[typed])
    strange = typed.islower() and typed.isascii() and not vocabulary.knows(word.stem)
    if not strange or language.is_english(typed) or len(typed) < (2 if opens else 3):
        return word
    if opens:
        order = ("how", "who") if next_word in _AFTER_HOW else ("who", "how")
        known = (*order, *_QUESTION_WORDS)
        near = [meant for meant in known if OSA.distance(typed, meant, score_cutoff=1) <= 1]
        # A letter left out is the commonest slip: "wher" is rather where than when.
        near.sort(key=lambda meant: len(meant) <= len(typed))
        if near and (len(typed) > 2 or len(near[0]) == 3):
            return _meant(word, near[0])
    for meant in _FUNCTION_WORDS if len(typed) > 2 else ():
        if OSA.distance(typed, meant, score_cutoff=1) <= 1:
            return _meant(word, meant)
    common = _common_word(typed) if not vocabulary.repair(typed) else None
    return _meant(word, common) if common else word


@lru_cache(maxsize=4_000)
def _common_word(typed: str) -> str | None:
    """Return the common English word that a word is one slip from ("acording"), if any."""
    near = english().repair(typed, most=1) if len(typed) >= LONG_ENOUGH else ()
    sure = near and near[0].nearness >= SURELY_MEANT
    common = sure and language.english_words().get(near[0].word, 0.0) >= COMMON
    return near[0].word if common else None


def _meant(word: Word, folded: str) -> Word:
    return word._replace(folded=folded, stem=stem(folded))


@lru_cache(maxsize=1)
def _contractions() -> Mapping[str, str]:
    """Return the contractions by how they are typed without their apostrophe ("dont")."""
    listed = (word for word in language.stop_words() if word.endswith("n't"))
    return {word.replace("'", ""): word for word in listed}


def capitals(text: str, word: Word, place: int) -> Capitals:
    """Return what the capitals of a word tell; a message all in capitals tells nothing."""
    raw = text[word.start : word.end]
    if text.isupper() or not raw[0].isupper():
        return Capitals.NONE
    if raw.isupper() and len(raw) <= LONGEST_ACRONYM:
        return Capitals.ACRONYM
    return Capitals.NAME if place > 0 else Capitals.NONE


def readings(
    word: Word,
    vocabulary: Vocabulary,
    together: Sequence[str | None] = (),
    written_as: Capitals = Capitals.NONE,
) -> tuple[Form, ...]:
    """Return every form of a question's word, the surest first."""
    written = Form((word.stem,), 1.0, Origin.WRITTEN)
    known = vocabulary.knows(word.stem) or vocabulary.is_aliased(word.stem)
    repairs = () if known else _repairs(word, vocabulary, written_as)
    certain = [form for form in repairs if form.shown] or [written]
    forms = [*certain, *(form for form in (written, *repairs) if form not in certain)]
    forms += [Form((s,), JOINED, Origin.JOINED) for s in together if s and vocabulary.knows(s)]
    # "wounded" and "felled" are no forms of "wind" and "fall".
    own_past = word.folded.endswith("ed") and word.stem in language.irregular_pasts()
    own = own_past and certain[0] is written
    forms += _other_words(certain[0], {} if own else language.forms(), vocabulary)
    return distinct_forms(forms)


def _repairs(word: Word, vocabulary: Vocabulary, written_as: Capitals) -> list[Form]:
    if written_as is Capitals.ACRONYM:
        return []
    folded = word.folded.removesuffix("'s")
    correct = language.is_english if written_as is Capitals.NAME else language.is_word
    if correct(folded):
        near = [r for r in vocabulary.repair(folded) if _very_near(folded, r)]
        return [Form((r.stem,), UNSURE * r.nearness, Origin.SPELLING) for r in near]
    meant = _name_meant if written_as is Capitals.NAME else _word_meant
    repairs = [
        Form((r.stem,), r.nearness, Origin.SPELLING, r.word) for r in meant(folded, vocabulary)
    ]
    parts = vocabulary.split(folded)
    if parts and not (repairs and repairs[0].factor > SPLIT):
        repairs.insert(0, Form(parts, SPLIT, Origin.JOINED))
    return repairs


def _word_meant(folded: str, vocabulary: Vocabulary) -> Sequence[Repair]:
    """Return what was meant: words of the store, or other forms or other words of its words."""
    plain = english().repair(folded, most=2 * MOST_REPAIRS)
    known = [*vocabulary.repair(folded), *(r for r in plain if _told(r.stem, vocabulary))]
    ranked = sorted(known, key=lambda r: (-r.nearness, -vocabulary.count(r.stem), r.word))
    return distinct(ranked)[:MOST_REPAIRS]


def _told(stemmed: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the store knows a stem, or a form or listed other word for it."""
    if vocabulary.knows(stemmed):
        return True
    lists = (language.forms(), language.synonyms(), language.wider())
    others = chain.from_iterable(listed.get(stemmed, ()) for listed in lists)
    return any(all(map(vocabulary.knows, stems)) for stems in others)


def _name_meant(folded: str, vocabulary: Vocabulary) -> Sequence[Repair]:
    """Return names of the store; a name is no slip of a common word unless very near to it."""
    found = vocabulary.repair(folded)
    return [r for r in found if not language.is_english(r.word) or _very_near(folded, r)]


def _very_near(word: str, repair: Repair) -> bool:
    return len(word) >= SURE_OF_ENGLISH and OSA.distance(word, repair.word) <= 1


def _other_words(
    base: Form, forms: Mapping[str, Sequence[tuple[str, ...]]], vocabulary: Vocabulary
) -> list[Form]:
    stemmed = base.stems[0]
    same = [(stems, FORM, Origin.FORM) for stems in forms.get(stemmed, ())]
    # "met" has the synonyms of "meet".
    heads = (stemmed, *(stems[0] for stems in forms.get(stemmed, ()) if len(stems) == 1))
    listed = dict.fromkeys(s for head in heads for s in language.synonyms().get(head, ()))
    known = {(stemmed,), *(stems for stems, _, _ in same)}
    short = base.origin is Origin.WRITTEN and stemmed in language.abbreviations()
    listed_as = (FORM, Origin.FORM) if short else (SYNONYM, Origin.SYNONYM)
    other = [(stems, *listed_as) for stems in listed if stems not in known]
    less = dict.fromkeys(s for head in heads for s in language.wider().get(head, ()))
    other += [(s, WIDER, Origin.SYNONYM) for s in less if s not in known and s not in listed]
    listed.update(less)
    senses = (stems for head in heads for stems in language.wordnet().get(head, ()))
    other += [(s, SENSE, Origin.SYNONYM) for s in senses if s not in known and s not in listed]
    return [
        Form(stems, base.factor * factor, origin)
        for stems, factor, origin in (*same, *other)
        if all(vocabulary.knows(s) for s in stems)
    ]


def alias_forms(
    asked: Sequence[Sequence[str]], vocabulary: Vocabulary
) -> Mapping[int, tuple[Form, ...]]:
    """Return for each place of a question the desk's other words for what stands there.

    `asked` holds for each place the stems of the word as it is understood. An alias of several
    words counts only where all of them are asked.
    """
    present = frozenset(chain.from_iterable(asked))
    found: dict[int, tuple[Form, ...]] = {}
    for alias in vocabulary.aliases:
        for here, there in ((alias.one, alias.other), (alias.other, alias.one)):
            if present.issuperset(here) and all(vocabulary.knows(s) for s in there):
                form = Form(there, ALIAS, Origin.ALIAS)
                for place, stems in enumerate(asked):
                    if set(stems) & set(here):
                        found[place] = (*found.get(place, ()), form)
    return found


def written_together(asked: Sequence[Word], vocabulary: Vocabulary) -> dict[int, tuple[str, ...]]:
    """Return for each place the stems of words that its neighbours make when joined."""
    found: dict[int, tuple[str, ...]] = {}
    stop = language.stop_words()
    for place in range(len(asked) - 1):
        pair = (asked[place].folded, asked[place + 1].folded)
        stemmed = None if stop.intersection(pair) else vocabulary.join(*pair)
        if stemmed:
            for at in (place, place + 1):
                found[at] = (*found.get(at, ()), stemmed)
    return found


def distinct_forms(forms: Sequence[Form]) -> tuple[Form, ...]:
    """Return the forms once each, by what counts for the most, in their order."""
    kept: dict[tuple[str, ...], Form] = {}
    for form in forms:
        if form.stems not in kept or form.factor > kept[form.stems].factor:
            kept[form.stems] = form
    return tuple(kept.values())
