"""Who stands on which side of a verb, and whether a claim is denied: buyer and bought differ."""

import re
from collections.abc import Iterator, Sequence

from facts.answering import language
from facts.answering.claimed import Side
from facts.answering.evidence import Evidence
from facts.answering.kinds import Kind
from facts.answering.lexicon import is_person, may_be_verb, pure_pasts
from facts.answering.none import tells_none
from facts.answering.seen import CLAUSE, Lack, Lacking, Seen, only_where
from facts.answering.signs import may_hold, small_letters
from facts.answering.wording import OTHER_WORDS
from facts.anycase import AnyCase
from facts.text import stem
from facts.types import Span

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "gets", "got", "get"})
_FARTHEST = 7
_DENIED = AnyCase(
    r"\b(?:denied|denies|deny|denying|refuted|false(?:ly)?|untrue"
    r"|(?:rejected|dismissed) (?:claims?|reports?|suggestions?|allegations?|rumou?rs?))\b"
)
_NO = AnyCase(r"\b(?:no|not|never|nobody|none|neither|nor|\w+n['’]t|cannot)\b(?: \S+){0,5} ?$")
_DENYING_SIGNS = (
    *("no", "never", "neither", "n't", "n’t", "den", "refuted", "false", "untrue", "rejected"),
    "dismissed",
)
_NOT_DENYING = re.compile(
    r"\b(?:not only|no longer|no (?:less|more|fewer|later) than|not (?:less|more|fewer) than"
    r"|no\. ?\d|no doubt)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?: [\w-]+){0,4} (?:before|until|till)\b")
_PART = re.compile(r"[,;:]|\b(?:until|when|after|before|while|but|because)\b", re.IGNORECASE)
_NEXT = 2  # places from a verb to the name that it is done to
# Said from the other side: whom one beats loses.
_CONVERSE = {
    *map(stem, ("buy", "bought", "sell", "sold", "give", "gave", "receive", "received")),
    *map(stem, ("lose", "lost", "lend", "borrow", "win", "won")),
}
_DENIED_WITHIN = 12
_BY = re.compile(r"(?:[^.;:]|(?<=\d)[.:](?=\d)){0,60}?\bby\b", re.IGNORECASE)
_OF = re.compile(r" (?:of|on|against|at|in|to)\b")
_ARTICLE = re.compile(
    r"(?:\b(?:the|a|an|this|that|its|their|his|her|any|no|of|after)|,)(?: \w+)? $",
    re.IGNORECASE,
)
# "Paid a visit to": who did it stands before, though "visit" is a noun.
_DONE = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|ma(?:ke|kes|de|king)|g(?:ive|ives|ave|iven|iving)|launch(?:ed|es)?"
    r"|carr(?:y|ies|ied) out|stag(?:e|es|ed)|mount(?:s|ed)?|beg(?:in|ins|an)|start(?:s|ed)?"
    r"|conduct(?:s|ed)?|undertook|deliver(?:s|ed)?|h(?:old|olds|eld)|sign(?:s|ed)?|wins?|won)"
    r"(?: [\w-]+){0,3} $",
    re.IGNORECASE,
)
_PLAINLY_DONE = re.compile(r"[^e]ed$")  # "resigned", but not "need"
_AGENT = ("er", "or", "ers", "ors", "ist", "ists")  # "leader of the party"
_LEADING = ("ship", "presidency")  # "under the chairmanship of Aminata Sowe"
_UNDERGONE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)(?: \w+(?:ly)?)?(?: (?:not|also|already))? $",
    re.IGNORECASE,
)


@only_where(lambda q: q.claims.side is not None)
def roles(seen: Seen) -> Iterator[Lacking]:
    """Ask that the given names stand on their side of the verb: buyer and bought differ."""
    claims = seen.question.claims
    if claims.verb is None or claims.side is None:
        return
    verbs = seen.inside(claims.verb)
    match = seen.matches.get(claims.verb)
    if not verbs or match is None or match.kin:
        return
    if match.origin in OTHER_WORDS or not claims.given:
        if _swapped(seen, claims.verb, verbs) or _another_doer(seen, verbs):
            yield Lacking(Lack.ROLE, seen.shown((*claims.given, claims.verb)))
        return
    given = seen.given
    verbs = tuple(at for at in verbs if may_be_verb(seen.evidence.word_at(at)))
    if verbs and all(_wrong_side(seen, verb, given, claims.side) for verb in verbs):
        yield Lacking(Lack.ROLE, seen.shown((*claims.given, claims.verb)))


def tells_doer(evidence: Evidence, verb: int) -> bool:
    """Tell whether a verb of a fact comes with who did it."""
    after = evidence.text[evidence.words[verb].end :]
    if _BY.match(after) or evidence.word_at(verb) in pure_pasts():
        return True
    folded = evidence.word_at(verb)
    if (
        folded.endswith(_AGENT)
        or is_person(folded)
        or (folded.endswith(_LEADING) and after.startswith(" of "))
    ):
        return True
    before = evidence.text[: evidence.begins(verb)]
    noun = _OF.match(after) and (_ARTICLE.search(before) or verb == 1) and not _DONE.search(before)
    noun = noun and not _PLAINLY_DONE.search(folded)  # "the mayor, Ida Roe, resigned on Tuesday"
    return not noun and not (_UNDERGONE.search(before) and past_at(evidence, verb))


def past_at(evidence: Evidence, verb: int) -> bool:
    """Tell whether a word may be a past form or a participle, unlike "is leading", "was behind"."""
    folded = evidence.word_at(verb)
    return folded.endswith("ed") or folded in language.irregular_pasts()


def _wrong_side(seen: Seen, verb: int, given: set[int], side: Side) -> bool:
    """Tell whether another name clearly stands where the given one should."""
    evidence = seen.evidence
    owner = _aside(evidence, verb)
    if owner is not None:
        return side is Side.DONE_TO and bool(owner) and not given & owner
    passive = passive_at(evidence, verb)
    before = (side is Side.DOER) != passive
    if passive and side is Side.DOER and not _by_after(evidence, verb):
        return False
    if any((place < verb) == before for place in given):
        return False
    if given:
        return bool(given & _beside_verb(evidence, verb, before=not before))
    # Only the title names it: the fact may speak of it as "the company".
    return bool(_beside_verb(evidence, verb, before=before))


def _swapped(seen: Seen, asked: int, verbs: Sequence[int]) -> bool:
    """Tell "did Torvia back Velden" from "Velden supports Torvia": other words, other sides."""
    claims, evidence = seen.question.claims, seen.evidence
    if claims.side is not Side.DOER or any(evidence.words[v].stem in _CONVERSE for v in verbs):
        return False
    names = (m.term.place for m in seen.matches.values() if m.term.name)
    done_to = [at for at in names if 0 < at - asked <= _NEXT and at not in claims.dated]
    doers_ = {i for place in claims.given or _subject(seen, asked) for i in seen.inside(place)}
    others = {i for place in done_to for i in seen.inside(place)}
    if not doers_ or not others or any(passive_at(evidence, verb) for verb in verbs):
        return False
    return all(min(doers_) > verb > max(others) for verb in verbs)


_HELPED = re.compile(
    r" (?:(?:will|would|has|have|had|is|are|was|were|to|also|now|already|been|agreed|promised"
    r"|pledged|plans) )*"
)


def _another_doer(seen: Seen, verbs: Sequence[int]) -> bool:
    """Tell "Tarvia would contribute 12 million" from what Ostmark gives, told in other words."""
    claims, evidence = seen.question.claims, seen.evidence
    if claims.side is not Side.DOER or not claims.given or seen.given:
        return False
    return all(
        any(
            name.end <= evidence.begins(verb)
            and _HELPED.fullmatch(evidence.text, name.end, evidence.begins(verb))
            for name in evidence.names
        )
        for verb in verbs
    )


def _subject(seen: Seen, verb: int) -> tuple[int, ...]:
    """Return the telling word right before the question's verb: "what did the ambassador tell"."""
    return (verb - 1,) if verb - 1 in seen.matches else ()


def passive_at(evidence: Evidence, verb: int) -> bool:
    """Tell whether a verb of a fact is undergone: "were held", "held by", "was hit and killed"."""
    joined = verb > 0 and evidence.word_at(verb - 1) == "and"
    reach = _FARTHEST if joined else 3
    near = [w.folded for w in evidence.words[max(0, verb - reach) : verb]]
    word = evidence.word_at(verb)
    if word.endswith("ing"):
        return False
    return bool(_BE.intersection(near)) or _by_after(evidence, verb)


def _aside(evidence: Evidence, verb: int) -> set[int] | None:
    """Return the name that a participle hangs on: "The Aurelia, built in 1998, carried ..."."""
    before = evidence.text[: evidence.begins(verb)].rstrip()
    if not before.endswith((",", "(", "–", "—")):
        return None
    ends = len(before[:-1].rstrip())
    return {i for name in evidence.names if name.end == ends for i in evidence.within(name)}


def _by_after(evidence: Evidence, verb: int) -> bool:
    """Tell whether "by" follows, also after other participles ("written and directed by").

    "Won by 11 seconds" says by how much, not by whom.
    """
    for at, word in enumerate(evidence.words[verb + 1 : verb + 5], start=verb + 2):
        if word.folded == "by":
            return not any(w.folded[:1].isdigit() for w in evidence.words[at : at + 1])
        if not (word.folded == "and" or word.folded.endswith("ed") or may_be_verb(word.folded)):
            return False
    return False


def _beside_verb(evidence: Evidence, verb: int, *, before: bool) -> set[int]:
    """Return the words of the names next to the verb on one side, within its clause."""
    text, at = evidence.text, evidence.words[verb]
    found: set[int] = set()
    for name in evidence.names:
        inside = evidence.within(name)
        if not inside:
            continue
        if before:
            near = 0 < verb - inside[-1] <= _FARTHEST
            between = text[name.end : at.start]
        else:
            near = 0 < inside[0] - verb <= _FARTHEST
            between = text[at.end : name.start]
        if before and _SAID_OF_ANOTHER.search(between):
            continue
        if near and not CLAUSE.search(between) and not _placing(text, name):
            found.update(inside)
    return found


# "Otto Brandt said his client would appeal": not who says so does it.
_SAID_OF_ANOTHER = re.compile(
    r"\b(?:said|says|added|announced|confirmed|warned)(?: that)?"
    r" (?:the|his|her|their|its|our|my) (?:\w+ )?\w+"
)


def _placing(text: str, name: Span) -> bool:
    return bool(re.search(r"\b(?:in|at|near|of|from|on|for|with)\s(?:the\s)?$", text[: name.start]))


def denied(seen: Seen) -> Iterator[Lacking]:
    """Tell a claim that the fact denies from one that it makes."""
    if seen.question.kind is Kind.YES_NO:
        yield from _not_denied(seen)
        return
    if seen.question.claims.denied or tells_none(seen):
        return
    verb = seen.question.claims.verb
    if verb is None and seen.question.kind is Kind.WHAT and seen.matches:
        verb = max(seen.matches)  # keywords: "Maluti Copper offer"
    at = seen.inside(verb) if verb is not None else ()
    if at and all(denied_at(seen.evidence, place) for place in at):
        if seen.question.kind is Kind.WHEN and all(_not_before(seen.evidence, at_) for at_ in at):
            return
        yield Lacking(Lack.DENIED, seen.shown([verb] if verb is not None else []))


def _not_before(evidence: Evidence, place: int) -> bool:
    """Tell "will not reopen before 6am", which says when, from what is denied."""
    return bool(_BEFORE.match(evidence.text, evidence.words[place].end))


def _not_denied(seen: Seen) -> Iterator[Lacking]:
    """Ask of "did X plead not guilty" that the fact says "not" of the same word."""
    typed = seen.question.lowered
    for place in seen.matches:
        at = seen.inside(place) if place > 1 and typed[place - 1] == "not" else ()
        if at and not any(denied_at(seen.evidence, one) for one in at):
            yield Lacking(Lack.DENIED, seen.shown([place - 1, place]), open=True)


def denied_at(evidence: Evidence, place: int) -> bool:
    """Tell whether a word of a fact stands under a denial before it in the same clause."""
    if not evidence.may_hold(_DENYING_SIGNS):
        return False
    first = evidence.begins(max(0, place - _DENIED_WITHIN))
    before = evidence.text[first : evidence.begins(place)]
    if not may_hold(small_letters(before), _DENYING_SIGNS):
        return False
    before = _NOT_DENYING.sub(" ", before)
    clause = CLAUSE.split(before)[-1]
    # "Denied any role and accused the government": the second verb is not denied.
    said = re.split(r"\band (?=\w*$)", clause)[-1]
    return bool(_DENIED.search(said) or _NO.search(_PART.split(clause)[-1]))
