"""What a question takes for granted: its verb and its sides, what is counted, whose office, where.

Read from the order of words alone: of what is not clear nothing is asked of a fact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from facts.answering import language
from facts.answering.claimed import Claims, Side
from facts.answering.dates import asked_dates
from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.lexicon import (
    AUXILIARIES,
    BE,
    CLAUSES,
    DETERMINERS,
    DO,
    EMPTY_VERBS,
    HAVE,
    MODALS,
    MOST_BETWEEN,
    NEGATIONS,
    PLACING,
    PREPOSITIONS,
    WISHES,
    is_name,
    may_be_verb,
)
from facts.answering.mainverb import ONLY_VERBS, main_verb
from facts.answering.sayings import Saying, saying_of
from facts.extraction.namewords import LOWER_TITLES
from facts.text import Word

_ADVERBS = word_set("last first still even just")  # "when did they last meet"
_UNMARKED = word_set("hurt hit shut burst spread")  # participles that look like the verb itself
_COMING = word_set("going due set")
_BE_OR_HAVE = BE | HAVE
_ENDING = PREPOSITIONS | CLAUSES
_AFTER_COUNTED = AUXILIARIES | PREPOSITIONS
_EACH = word_set("a an per each every")
_AFTER_VERB = PREPOSITIONS | DETERMINERS | {"", "more", "less"}
QUANTITY = frozenset({Kind.HOW_MANY, Kind.HOW_MUCH})


def claims_of(text: str, asked: Sequence[Word], kind: Kind, today: date) -> Claims:
    """Return what the question takes for granted."""
    dates = asked_dates(text, today)
    dated = frozenset(
        at
        for at, word in enumerate(asked)
        if any(d.moment.start <= word.start < d.moment.end for d in dates)
    )
    reader = _Reader(text, asked, dated)
    said = reader.said() if kind is Kind.SAID else None
    verb, side, given = reader.sides(kind)
    if said is not None:
        verb, side, given = said.verb, Side.DOER, tuple(filter(reader.is_name, said.sayers))
    return Claims(
        dates=dates,
        dated=dated,
        verb=verb,
        given=given,
        side=side,
        doer_asked=kind is Kind.WHO and side is Side.DONE_TO and not reader.passive(verb),
        counted=reader.counted() if kind in QUANTITY else (),
        located=reader.located(),
        held=reader.held(),
        said=said,
        denied=any(word.folded in NEGATIONS for word in asked),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """The words of a question with what tells names and verbs apart."""

    text: str
    asked: Sequence[Word]
    dated: frozenset[int]

    def word(self, at: int) -> str:
        return self.asked[at].folded if 0 <= at < len(self.asked) else ""

    def is_name(self, at: int) -> bool:
        if at in self.dated or not 0 <= at < len(self.asked):
            return False
        return is_name(self.text, self.asked[at], at)

    def is_verb(self, at: int) -> bool:
        """Tell whether the word may be a verb here: its other forms are English words."""
        if self.is_name(at) or at in self.dated or self.word(at - 1) in DETERMINERS:
            return False
        return may_be_verb(self.word(at)) or self.word(at) in WISHES

    def sides(self, kind: Kind) -> tuple[int | None, Side | None, tuple[int, ...]]:
        """Return the verb, and the names of which it is clear on which side they stand."""
        opening = self._opening()
        if opening is None:
            return self._verb_of_counted(kind), None, ()
        first = self.word(opening)
        if kind is Kind.WHO and first in MODALS and self.word(opening - 1) == "who":
            after = opening + 1
            if self.word(after) in BE:
                return self._after_be(after)
            if self.is_verb(after) and not self.is_verb(after + 1):
                return self._active(after)  # "who will chair the board"
        if first in DO:
            return self._after_do(opening)
        if first in BE:
            return self._after_be(opening)
        if first in HAVE:
            been = [at for at in range(opening, len(self.asked)) if self.word(at) == "been"]
            if been:
                return self._after_be(been[0])
            if may_be_verb(self.word(opening + 1)) and not self.is_name(opening + 1):
                return self._active(opening + 1)
            return self._after_do(opening)
        return self._active(opening)

    def said(self) -> Saying | None:
        """Return who speaks about what in "what did X say about Y"."""
        return saying_of([w.folded for w in self.asked], self._names_in(), self._opening())

    def _names_in(self, start: int = 0, end: int | None = None) -> tuple[int, ...]:
        return tuple(filter(self.is_name, range(start, len(self.asked) if end is None else end)))

    def _opening(self) -> int | None:
        """Return where the verb phrase after the question word and its noun begins."""
        words = [word.folded for word in self.asked]
        asks = word_set("who what which when where why how whom whose whos whats")
        start = next((at for at, word in enumerate(words) if word in asks), None)
        if start is None:
            return 0 if words and words[0] in AUXILIARIES else None
        for at in range(start + 1, min(start + 8, len(words))):
            if words[at] in AUXILIARIES:
                return at
            finite = (at > start + 1 or words[start] == "what") and self._finite(at)
            if words[start] in {"who", "whos"} or finite:
                return at if self.is_verb(at) else None
        return None

    def _finite(self, at: int) -> bool:
        word = self.word(at)
        return self.is_verb(at) and (word.endswith("ed") or word in language.irregular_pasts())

    def _active(self, verb: int) -> tuple[int | None, Side | None, tuple[int, ...]]:
        """Read "who bought Stahl AG": the names after the verb undergo it."""
        return verb, Side.DONE_TO, self._names_after(verb)

    def _after_do(self, opening: int) -> tuple[int | None, Side | None, tuple[int, ...]]:
        """Read "when did Stahl AG buy the mill": the names before the verb do it."""
        end = self._phrase_end(opening + 1)
        held = self.word(opening) in HAVE and any(map(self._participle, range(opening + 2, end)))
        does = self._participle if held else self._base
        verbs = [at for at in range(opening + 2, end) if does(at)]
        verbs = [at for at in verbs if self.word(at) not in _ADVERBS] or verbs
        if not verbs and not held:
            verbs = self._far_verb(end)
        if not verbs:
            return None, None, ()
        verb = main_verb([w.folded for w in self.asked], self._names_in(), opening, verbs)
        return verb, Side.DOER, self._names_in(opening + 1, verb)

    def _far_verb(self, start: int) -> list[int]:
        """Return the verb behind "in Dravik": "what do farmers in Dravik fear"."""
        before = PREPOSITIONS | DETERMINERS
        ahead = range(start + 2, len(self.asked))
        at = next((at for at in ahead if self._base(at) and self.word(at - 1) not in before), None)
        if at is None:
            return []
        while at + 1 < len(self.asked) and self._base(at + 1):
            at += 1  # "of the Lesk bank resign"
        return [at]

    def _after_be(self, opening: int) -> tuple[int | None, Side | None, tuple[int, ...]]:
        """Read "who was killed by X" and "when was X founded"; "who is the mayor" has no verb."""
        end = self._phrase_end(opening + 1)
        if coming := [at + 2 for at in range(opening + 1, end) if self._is_to(at)]:
            return coming[0], Side.DOER, self._names_in(opening + 1, coming[0])
        verbs = [at for at in range(opening + 1, end) if self._participle(at)]
        if not verbs:
            return None, None, ()
        verb = verbs[-1]
        if self.word(verb).endswith("ing"):
            names = self._names_in(opening + 1, verb)
            return (verb, Side.DOER, names) if names else self._active(verb)
        if self.word(verb + 1) == "by":
            return verb, Side.DOER, self._names_after(verb + 1)
        return verb, Side.DONE_TO, self._names_in(opening + 1, verb)

    def _is_to(self, at: int) -> bool:
        """Tell "is she going to teach" from "is it going to be sold"."""
        to = self.word(at) in _COMING and self.word(at + 1) == "to"
        return to and self._base(at + 2) and self.word(at + 2) not in _BE_OR_HAVE

    def passive(self, verb: int | None) -> bool:
        """Tell whether the question's verb is undergone: "who was killed"."""
        done = verb is not None and not self.word(verb).endswith("ing")
        return done and any(self.word(at) in BE for at in range(verb or 0))

    def _base(self, at: int) -> bool:
        word = self.word(at)
        inflected = word.endswith(("s", "ed", "ing")) and word[-2:] != "ss"
        return self.is_verb(at) and (word in {"need", "feed"} or not inflected)

    def _participle(self, at: int) -> bool:
        word = self.word(at)
        if self.is_name(at) or at in self.dated or word.endswith("thing"):
            return False
        regular = word.endswith(("ed", "ing")) and len(word) > 4 and word not in EMPTY_VERBS
        known = language.is_english(word) and self.word(at - 1) not in DETERMINERS
        return known and (regular or word in language.irregular_pasts() or word in _UNMARKED)

    def _names_after(self, at: int) -> tuple[int, ...]:
        """Return the names that follow directly, after at most an article and two plain words."""
        found: list[int] = []
        for place in range(at + 1, len(self.asked)):
            word = self.word(place)
            if self.is_name(place):
                found.append(place)
            elif found or word in PREPOSITIONS or place > at + MOST_BETWEEN:
                break
        return tuple(found)

    def _phrase_end(self, start: int) -> int:
        for at in range(start + 1, len(self.asked)):
            # "is going to be stored", "want to leave": an infinitive goes on with the phrase.
            infinitive = self.word(at) == "to" and (
                self.word(at + 1) in _BE_OR_HAVE or self.is_verb(at + 1)
            )
            if self.word(at) in _ENDING and not infinitive:
                return at
        return len(self.asked)

    def counted(self) -> tuple[int, ...]:
        """Return the nouns between "how many" and the verb."""
        words = [word.folded for word in self.asked]
        start = next((at for at, word in enumerate(words) if word in {"many", "much"}), None)
        if start is None:
            return ()
        start += words[start : start + 2] == ["many", "of"]  # "how many of our own citizens"
        found: list[int] = []
        for at in range(start + 1, min(start + 5, len(words))):
            if words[at] in _AFTER_COUNTED or self._finite(at) or (found and words[at] in _EACH):
                break  # "how many crossings a day"
            if (at == start + 1 and self._no_noun(at)) or (found and self._does(at)):
                break
            if words[at] not in language.stop_words():
                found.append(at)
        return tuple(found[-1:])

    def _verb_of_counted(self, kind: Kind) -> int | None:
        """Return the verb of "how many guards work at the mill"."""
        after = max(self.counted(), default=-1) + 1 if kind in QUANTITY else 0
        return after if after and self._does(after) else None

    def _no_noun(self, at: int) -> bool:
        """Tell "how many work at the plant" and "how much hotter" from a noun that is counted."""
        word, after = self.word(at), self.word(at + 1)
        verb = self.is_verb(at) and not word.endswith("s") and after in PREPOSITIONS
        return verb or (self.word(at - 1) == "much" and word.endswith("er"))

    def _does(self, at: int) -> bool:
        """Tell the verb of "how many people work for the mill" from a noun."""
        base = self._base(at)
        return self.word(at) in ONLY_VERBS or (base and self.word(at + 1) in _AFTER_VERB)

    def located(self) -> frozenset[int]:
        """Return the names that say where: those after "in", "at" and the like."""
        return frozenset(
            at for at in range(1, len(self.asked)) if self.is_name(at) and self._follows_placing(at)
        )

    def _follows_placing(self, at: int) -> bool:
        before = at - 1
        while before > 0 and (self.is_name(before) or self.word(before) == "the"):
            before -= 1
        return self.word(before) in PLACING

    def held(self) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """Return the offices with the names they belong to."""
        bare = (word.folded.removesuffix("'s") for word in self.asked)
        offices = (at for at, word in enumerate(bare) if word in LOWER_TITLES)
        return tuple((at, names) for at in offices if (names := self._owners(at)))

    def _owners(self, office: int) -> tuple[int, ...]:
        if self.word(office + 1) in {"of", "for"}:
            return self._names_after(office + 1)
        before = office - 1
        while before >= 0 and self.word(before) in LOWER_TITLES | {"prime", "foreign", "interior"}:
            before -= 1
        if not self.is_name(before):
            return ()
        first = before
        while self.is_name(first - 1):
            first -= 1
        return tuple(range(first, before + 1))
