"""What single words of a question may be: names, verbs, peoples, prepositions."""

import re
from functools import lru_cache

from facts.answering import language
from facts.answering.language import word_set
from facts.extraction.namewords import LOWER_TITLES
from facts.extraction.places import capitals, countries, demonyms
from facts.text import Word, fold

_TRADE = re.compile(r"[a-z]{3}(?:ists?|ers?|ors?|ians?|men|women|folk|people)$")
BE = word_set("is are was were be been being")
MODALS = word_set("will would can could should may might")
DO = word_set("did do does") | MODALS
HAVE = word_set("has have had")
AUXILIARIES = BE | DO | HAVE
DETERMINERS = word_set("the a an its his her their our my your this that these those some any no")
PREPOSITIONS = word_set(
    "in at on near from to of for with by about into over under after before since until during "
    "against between through inside outside around across"
)
CLAUSES = word_set("when while because that which who where if as and or but than")
PLACING = word_set("in at near inside outside around across throughout")
NEGATIONS = word_set(
    "not no never nobody none without didn't doesn't don't wasn't weren't isn't aren't hasn't "
    "haven't hadn't won't wouldn't couldn't can't cannot nor neither"
)
# Verbs that any event answers: they need not be in a fact.
EMPTY_VERBS = word_set(
    "happen happened happens happening occur occurred take taken took go went gone make made get "
    "got do did done say said says call called name named use used give given gave come came "
    "become became have had be been know known think mean include included involve involved tell "
    "told regarding find describe described consider considered refer referred locate located "
    "going according want wants wanted need needs needed get gets getting supposed due"
)
# Empty only before "to": "wants to open", but not "wants a rise".
WISHES = word_set("want wants wanted need needs needed")
PARTICLES = word_set("out up off over down away back")
# What is counted without being named in the fact: "how many people" of "286 were killed".
ANYBODY = word_set("people persons person individuals ones things times total more others lives")
MOST_BETWEEN = 3
# Who answers "who" without being named, besides offices and trades.
PEOPLE = word_set(
    "man men woman women boy boys girl girls child children people person persons police troops "
    "army navy crew staff team public crowd mob gang family families mother father son daughter "
    "wife husband brother sister parents neighbours neighbors relatives friends rebels gunmen "
    "militants protesters demonstrators voters fans tourists migrants refugees civilians victims "
    "survivors passengers residents villagers locals citizens americans members supporters "
    "opponents critics experts officials authorities investigators rescuers volunteers ancestors "
    "settlers colonists tribes government ministry company firm court council parliament church "
    "committee commission candidates forces agency charity union unions coalition tribunal panel "
    "nobody someone somebody everyone everybody anyone"
)


_BRITISH = re.compile(r"([a-z]{3}i)s(e[ds]?|ing)$")
# Verbs of which a list of common words has not every form.
_SELDOM = word_set(
    "abduct acquit assassinate axe burgle capsize deport derail douse grill impound jail lambast "
    "nab nick oust privatize quash raze sack slay snatch squat sue thrash topple torch vet"
)

_PERSONS = PEOPLE | LOWER_TITLES


@lru_cache(maxsize=20_000)
def is_person(folded: str) -> bool:
    """Tell whether a word speaks of a sort of people, in one or many ("farmer", "farmers")."""
    bare = folded.removesuffix("'s")
    singular = bare.removesuffix("s")
    trade = _TRADE.search(singular) and bare not in PREPOSITIONS  # "after", "under"
    return not _PERSONS.isdisjoint((bare, singular)) or bool(trade)


def is_name(text: str, word: Word, place: int) -> bool:
    """Tell whether a word of a question names something, as far as the question shows."""
    raw = text[word.start : word.end]
    bare = word.folded.removesuffix("'s")
    if bare in language.stop_words() or not raw[0].isalpha():
        return False
    if bare in geographic() or not (language.is_english(bare) or bare in language.abbreviations()):
        return True
    return place > 0 and raw[0].isupper() and not text.isupper()


@lru_cache(maxsize=1)
def geographic() -> frozenset[str]:
    """Return the folded single words that name countries, peoples and capitals."""
    names = (*countries(), *demonyms(), *capitals())
    return frozenset(fold(name).replace(".", "") for name in names if " " not in name) - {"us"}


@lru_cache(maxsize=1)
def peoples() -> frozenset[str]:
    """Return the folded demonyms: they name a people, not a place."""
    places = {fold(name) for name in (*countries(), *capitals())}
    return frozenset(fold(word) for word in demonyms()) - places


@lru_cache(maxsize=20_000)
def may_be_verb(folded: str) -> bool:
    """Tell whether English has the word as a verb: with -ing and a past form of its own."""
    known = language.english_words()
    if folded.endswith("thing"):
        return False
    if folded in language.irregular_pasts() or folded in _irregular():
        return True
    if _BRITISH.search(folded) and may_be_verb(_BRITISH.sub(r"\1z\2", folded)):
        return True  # the list of English spells "apologize"
    stems = {folded, folded.removesuffix("ed"), folded.removesuffix("d"), folded.removesuffix("s")}
    stems |= {
        folded.removesuffix("es"),
        folded.removesuffix("ing"),
        folded.removesuffix("ied") + "y",
    }
    return (
        any(
            len(base) > 1 and f"{base}ing" in known and _has_past(base)
            for base in stems | {base.removesuffix("e") for base in stems}
        )
        or any(map(_softened, stems))
        or not _SELDOM.isdisjoint(stems | {f"{base}e" for base in stems})
        or _doubled(folded)
    )


def _softened(base: str) -> bool:
    """Tell "die" and "lie", which have "dying" and "lying", and "agree", which has "agreed"."""
    known = language.english_words()
    lies = base.endswith("ie") and f"{base[:-2]}ying" in known
    return lies or (base.endswith("ee") and f"{base}ing" in known and f"{base}d" in known)


def _has_past(base: str) -> bool:
    known = language.english_words()
    carried = base.endswith("y") and f"{base[:-1]}ied" in known
    return carried or f"{base}ed" in known or base in _irregular()


def _doubled(folded: str) -> bool:
    """Tell whether the last letter is doubled before an ending: stop, stopped."""
    base, known = folded + folded[-1:], language.english_words()
    past = f"{base}ed" in known or folded in _unchanged()
    if folded in _unchanged() and f"{folded}ing" in known:
        return True
    return len(folded) > 2 and f"{base}ing" in known and past


@lru_cache(maxsize=1)
def _irregular() -> frozenset[str]:
    return frozenset(group[0] for group in language.irregular_verbs())


@lru_cache(maxsize=1)
def _unchanged() -> frozenset[str]:
    """Return the verbs that are alike in the past: "set up", "cut off"."""
    return word_set(
        "bet bid broadcast burst cast cost cut forecast hit hurt let put quit set shed shut split "
        "spread thrust upset"
    )


@lru_cache(maxsize=1)
def pure_pasts() -> frozenset[str]:
    """Return the irregular pasts that are no participles: "wrote", not "built"."""
    groups = (group for group in language.irregular_verbs() if len(group) > 2)
    return frozenset(group[1] for group in groups if group[1] != group[0]) - word_set("been did")
