"""Documents and questions made up for measuring speed: English words as often as they are used.

Words are drawn by their share of running text, names by Zipf's law from far more than a text of
any length uses, so that common words, rare words and the growth of the vocabulary are natural.
The same seed makes the same documents and questions.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from facts.answering import language
from facts.text import Word, words

_NAMES = 400_000
SENTENCES = 20
_SYLLABLES = tuple(first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou")
_MONTHS = "January March April June July September October November December".split()  # noqa: SIM905
_STARTS = ("who", "when", "where", "how many", "why did", "what did they say about", "what", "")
_LINKS = ("the", "of the", "in", "and", "with", "to", "", "")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question made of the words of one fact, and what sort of words they are."""

    sort: str
    text: str
    fact_id: int


class Writer:
    """Writes sentences and documents, drawing from one seed."""

    def __init__(self, seed: int) -> None:
        self._drawn = random.Random(seed)
        shares = language.english_words()
        self._words = list(shares)
        self._shares = list(accumulate(shares.values()))

    def document(self, number: int) -> str:
        """Return a document of four paragraphs under a title of its own."""
        sentences = [self._sentence() for _ in range(SENTENCES)]
        paragraphs = (" ".join(sentences[at : at + 5]) for at in range(0, SENTENCES, 5))
        title = f"{self._name()} report {number}"
        return "\n\n".join((title, *paragraphs))

    def _sentence(self) -> str:
        length = min(40, max(8, round(self._drawn.gauss(21, 6))))
        drawn = self._drawn.choices(self._words, cum_weights=self._shares, k=length)
        for share, make in ((0.6, self._name), (0.4, self._figure), (0.3, self._date)):
            if self._drawn.random() < share:
                drawn.insert(self._drawn.randrange(1, length), make())
        text = " ".join(drawn)
        return f"{text[0].upper()}{text[1:]}."

    def _name(self) -> str:
        return f"{drawn_name(self._drawn)} {drawn_name(self._drawn)}"

    def _figure(self) -> str:
        return f"{int(10 ** (1 + 4 * self._drawn.random())):,} {self._drawn.choice(self._words)}"

    def _date(self) -> str:
        day, year = self._drawn.randint(1, 28), self._drawn.randint(1990, 2026)
        return f"on {day} {self._drawn.choice(_MONTHS)} {year}"


def drawn_name(drawn: random.Random) -> str:
    """Return a made-up name; how often one is drawn falls as its number grows."""
    return _name(int(_NAMES ** drawn.random()))  # the frequency of a rank falls as 1 / rank


def _name(rank: int) -> str:
    """Return a made-up name for a number, a longer one for a greater number."""
    syllables = ""
    rest = rank + len(_SYLLABLES)
    while rest:
        rest, at = divmod(rest, len(_SYLLABLES))
        syllables += _SYLLABLES[at]
    return syllables.capitalize() + "nrlxs"[rank % 5]


def questions(facts: Sequence[tuple[int, str]], seed: int) -> Iterator[Asked]:
    """Yield a question of every sort about each fact that has words enough."""
    drawn = random.Random(seed)
    for fact_id, text in facts:
        telling = _telling(text)
        if len(telling) < 5:
            continue
        by_share = sorted(telling, key=lambda w: -language.background(w.stem))
        some, common = drawn.sample(telling, 4), by_share[:3]
        yield Asked("any words", _asked(drawn, some), fact_id)
        yield Asked("common words", _asked(drawn, common), fact_id)
        yield Asked("one rare word", _asked(drawn, [*common[:2], by_share[-1]]), fact_id)
        yield Asked("misspelt", _asked(drawn, some, slips=True), fact_id)


def _telling(text: str) -> list[Word]:
    found = {word.stem: word for word in words(text) if word.folded not in language.stop_words()}
    return [word for word in found.values() if len(word.folded) > 1]


def _asked(drawn: random.Random, chosen: Sequence[Word], *, slips: bool = False) -> str:
    typed = [word.folded for word in sorted(chosen, key=lambda word: word.start)]
    if slips:
        at = max(range(len(typed)), key=lambda place: len(typed[place]))
        cut = drawn.randrange(1, max(2, len(typed[at]) - 1))
        typed[at] = typed[at][:cut] + typed[at][cut + 1 :]
    linked = " ".join(f"{word} {drawn.choice(_LINKS)}".strip() for word in typed)
    return f"{drawn.choice(_STARTS)} {linked}".strip()
