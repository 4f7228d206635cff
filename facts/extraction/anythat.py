"""Verbs that no list holds, before "that" and a clause: "Roe bragged that the crop was a record".

A verb in "-ed" between a subject and such a clause tells what somebody says, unless it tells what
they learn, decide, order or bring about.
"""

import re
from collections.abc import Iterator

from facts.reading.wordlist import word_list

_CLAUSE = re.compile(
    r"(?<=ed) that (?=(?:the|an?|its?|his|her|their|he|she|they|there|we|this|these|those|no|all"
    r"|any|some|many|most|more|every|each|both|neither|such|[A-Z][\w’'-]+|\d[\d,.]*|[a-z-]{3,}s?)\s"
    r"[^.;:]{3,})"
)
_BETWEEN = word_list(
    "has had have also now today later then further again earlier often always once just already"
    " both all"
)
_VERB = re.compile(
    r"(?P<gap>[\s,”\"’'])"
    rf"(?P<between>(?:(?:{'|'.join(sorted(_BETWEEN))}|[a-z]+ly)\s)*)(?P<plain>[a-z]{{3,}}ed)"
    r"(?P<thinks>(?!))?(?P<weak>(?!))?(?= that )"
)
# What is learned, decided, ordered or brought about; what is felt; nouns and what "it" does.
_NO_WORDS = word_list(
    """
    realised realized learned discovered decided noticed dreamed pretended arranged ensured proved
    established ascertained determined resolved voted moved ordered directed commanded instructed
    required assumed presumed supposed imagined checked waited allowed needed wanted wished
    remembered overlooked ignored sensed inferred gathered preferred cared mattered helped liked
    loved hated minded enjoyed received obtained secured provided granted given signed
    emerged happened appeared seemed turned transpired followed occurred dawned leaked
    concerned worried pleased delighted disappointed surprised shocked convinced satisfied relieved
    annoyed alarmed scared excited embarrassed amazed astonished interested ashamed flattered
    honoured honored thrilled saddened frustrated tired used opened created produced launched
    developed designed introduced adopted approved passed seed need speed breed deed feed indeed bed
    """
)


def told_that(text: str, known: frozenset[int]) -> Iterator[re.Match[str]]:
    """Yield such verbs of a sentence, but those that end at one of the places `known`."""
    for clause in _CLAUSE.finditer(text):
        verb = text.rfind(" ", 0, clause.start())
        if clause.start() in known or text[verb + 1 : clause.start()] in _NO_WORDS:
            continue
        while _is_between(word := text[text.rfind(" ", 0, max(0, verb)) + 1 : verb]):
            verb -= len(word) + 1
        if verb > 0 and (found := _VERB.match(text, verb)):
            yield found


def _is_between(word: str) -> bool:
    return word in _BETWEEN or (word.endswith("ly") and word.islower())
