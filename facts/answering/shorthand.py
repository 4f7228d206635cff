"""What people write short in messages, written out: "whos", "r", "ppl", "this yr", "who's"."""

import re
from collections.abc import Mapping
from functools import lru_cache

from facts.answering import language
from facts.answering.language import word_set

# Opening a message, or after a word that asks, these are no single letters.
_OPENING: Mapping[str, str] = {"r": "are", "y": "why", "wen": "when", "wer": "where", "wat": "what"}
_ASKS = word_set("who what when where why how which")
_ARTICLES = word_set("the a an his her their its this that these those going not")
_AUXILIARIES = word_set("is are was were will would did does do has have had can could")
_ASKING = re.compile(
    r"(?P<asks>who|what|when|where|why|how)(?:['’](?P<end>s|d|ll|ve|re)|s)"
    r"|(?P<one>s?he|that|there)s",
    re.IGNORECASE,
)
_ENDS: Mapping[str, str] = {"ll": "will", "ve": "have", "re": "are"}
# Asked in a roundabout way: "how come", "what's up with", "whereabouts is".
_ROUNDABOUT = (
    (re.compile(r"^(\W*)how comes?\b", re.IGNORECASE), r"\1why"),
    (
        re.compile(r"^(\W*)whereabouts(?= (?:is|are|was|were|did|does|do|will)\b)", re.IGNORECASE),
        r"\1where",
    ),
    (
        re.compile(
            r"^(\W*)what(?:['’]?s| is| was) (?:up|going on|happening|the (?:deal|story))"
            r" (?:with|at|in)\b",
            re.IGNORECASE,
        ),
        r"\1what happened at",
    ),
    (
        re.compile(
            r"^(\W*)what(?:['’]?s| is| was) (?!(?:the|an?|his|her|their|its|our|my) )([^,?]+?)"
            r"['’]s? (?:job|job title|role|position|title|post|occupation|profession)(?=\W*$)",
            re.IGNORECASE,
        ),
        r"\1who is \2",
    ),
    (
        re.compile(
            r"^(\W*)what (?:does|did) (?!(?:the|an?|he|she|they|it) )([^,?]+?)"
            r" do (?:for (?:a living|work)|as (?:a|his|her|their) job)(?=\W*$)",
            re.IGNORECASE,
        ),
        r"\1who is \2",
    ),
)
_PIECE = re.compile(r"[^\s,.;:!?]+")


def written_out(text: str) -> str:
    """Return a message with what is written short in it written out.

    Only small letters are looked at, save for the first: "PPL" and "R" may be names.
    """
    for asked, plainly in _ROUNDABOUT:
        if found := asked.match(text):
            text = f"{found.expand(plainly)}{text[found.end() :]}"
    pieces = list(_PIECE.finditer(text))
    said = [piece[0].casefold().replace("’", "'") for piece in pieces]
    parts, at = [], 0
    for place, piece in enumerate(pieces):
        if any(map(str.isupper, piece[0][1:])):
            continue
        meant = _meant(piece[0], said, place)
        if meant and meant != piece[0]:
            parts += [text[at : piece.start()], meant]
            at = piece.end()
    return "".join([*parts, text[at:]]) if parts else text


def _meant(written: str, said: list[str], place: int) -> str | None:
    asking = _ASKING.fullmatch(written)
    if asking:
        return _asked(asking, said[place + 1 :])
    if not written.islower():
        return _short().get(said[place]) if place == 0 and len(written) > 1 else None
    asks = place == 0 or said[place - 1] in _ASKS
    if asks and said[place] in _OPENING and len(said) > place + 1:
        verb = said[place] != "y" or said[place + 1] in _AUXILIARIES
        return _OPENING[said[place]] if verb else None
    return _short().get(said[place])


def _asked(asking: re.Match[str], after: list[str]) -> str:
    """Return "who is", "who has", "whose" or "how did" for "whos", "who's" and "how'd"."""
    word, end = asking["asks"] or asking["one"], asking["end"] or "s"
    following, later = [*after[:2], "", ""][:2]
    if end == "d":
        return f"{word} {'would' if word.casefold() == 'who' else 'did'}"
    if end != "s":
        return f"{word} {_ENDS[end]}"
    noun = following not in _ARTICLES and not following.endswith(("ing", "ed"))
    if word.casefold() == "who" and noun and later in _AUXILIARIES:
        return f"{word}se"
    done = following in language.irregular_pasts() or following == "been"
    return f"{word} {'has' if done else 'is'}"


@lru_cache(maxsize=1)
def _short() -> Mapping[str, str]:
    """Return what the shipped short forms stand for."""
    listed = (line.partition(" ") for line in language.lines("shorthand.txt"))
    return {short: meant for short, _, meant in listed}
