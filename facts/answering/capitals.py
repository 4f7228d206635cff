"""Names as far as capitals show them, where extraction found none in a fact."""

from collections.abc import Iterable, Sequence

from facts.answering import language
from facts.answering.language import word_set
from facts.text import Word
from facts.types import Span

_JOINERS = word_set("of the de la le du von van der da di del bin al el for &")


def apart(names: Sequence[Span], dates: Sequence[Span]) -> tuple[Span, ...]:
    """Return the names that are no part of a date ("Nov. 7")."""
    return tuple(n for n in names if all(n.end <= d.start or n.start >= d.end for d in dates))


def capitalised(text: str, found: Sequence[Word]) -> tuple[Span, ...]:
    """Return runs of capitalised words, without a common word that merely opens the sentence."""
    runs: list[Span] = []
    run: list[Word] = []
    for word in (*found, None):
        if word is not None and _continues(text, run, word):
            run.append(word)
            continue
        if run:
            runs.extend(_trimmed(text, run))
        run = [word] if word is not None and text[word.start].isupper() else []
    return tuple(runs)


def _continues(text: str, run: Sequence[Word], word: Word) -> bool:
    if not run or text[run[-1].end : word.start] not in {" ", "-", ". ", " & ", "."}:
        return False
    return text[word.start].isupper() or word.folded in _JOINERS


def _trimmed(text: str, run: Sequence[Word]) -> Iterable[Span]:
    kept = list(run)
    while kept and not text[kept[-1].start].isupper():
        kept.pop()
    while kept and (kept[0].folded in language.stop_words() or _opens(kept)):
        kept.pop(0)
    while kept and not text[kept[0].start].isupper():
        kept.pop(0)
    if kept:
        yield Span(kept[0].start, kept[-1].end)


def _opens(kept: Sequence[Word]) -> bool:
    """Tell whether the run's first word is capital only because the sentence begins with it."""
    return kept[0].start == 0 and len(kept) == 1 and language.is_english(kept[0].folded)
