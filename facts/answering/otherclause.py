"""What a fact tells of another clause or another doer than the one that is asked about."""

import re
from collections.abc import Iterator

from facts.answering.capitals import capitalised
from facts.answering.claimed import Side
from facts.answering.kinds import Kind
from facts.answering.language import word_set
from facts.answering.lexicon import is_person
from facts.answering.question import Question
from facts.answering.seen import Lack, Lacking, Rule, Seen, only_where
from facts.text import words
from facts.types import FactKind, NameKind, Span

_ADDRESSING = (
    r"call(?:s|ed|ing)? (?:up)?on|urg(?:es?|ed|ing)|ask(?:s|ed|ing)?|beg(?:s|ged)|press(?:es|ed)"
    r"|appeal(?:s|ed|ing)? to|wr(?:ites?|ote|itten) to|warn(?:s|ed)|told|tells|thank(?:s|ed)"
    r"|accus(?:es?|ed)|blam(?:es?|ed)|criticis(?:es?|ed)|criticiz(?:es?|ed)|prais(?:es?|ed)"
    r"|complain(?:s|ed) to|petition(?:s|ed)|implor(?:es?|ed)|meet(?:s|ing)? with"
)
_SOMEBODY = r"(?:(?:the|its|their|his|her|our) )?(?:[\w'’-]+,? ){0,3}$"
_ADDRESSED = re.compile(rf"\b(?:{_ADDRESSING}) {_SOMEBODY}")
_TOLD_TO = re.compile(
    r"\b(?:said|says?|wrote|writes?|sp(?:oke|eaks?)|complain(?:s|ed)|explain(?:s|ed)|talk(?:s|ed))"
    rf"(?: [\w'’-]+){{0,3}} to {_SOMEBODY}"
)
_SAID_OF = re.compile(
    r"\b(?:den(?:y|ies|ied)|said|says|added|claim(?:s|ed)|insist(?:s|ed)|confirm(?:s|ed)|argued)"
    rf" that {_SOMEBODY}"
)
_WORDS_OF = re.compile(r"[\"“”«»]|\b(?:said|says|replied|answered|added|promised|according)\b")


@only_where(lambda q: q.claims.said)
def addressed(seen: Seen) -> Iterator[Lacking]:
    """Tell "has called on the minister to step in" from a fact on what the minister said."""
    said = seen.question.claims.said
    held = [at for place in (said.sayers if said else ()) for at in seen.inside(place)]
    text, placed = seen.evidence.text, seen.evidence.words
    if not held:
        return
    before, after = text[: placed[min(held)].start], text[placed[max(held)].end :]
    told = not _WORDS_OF.search(text) and _ADDRESSED.search(before)
    others = not _WORDS_OF.search(after) and (_TOLD_TO.search(before) or _SAID_OF.search(before))
    if told or others:
        yield Lacking(Lack.SPEAKER, seen.shown(said.sayers if said else ()))


_SENT_TO = re.compile(
    r"\b(?:sent|sends?|sending|submit\w*|referr\w+|forward(?:s|ed)|hand(?:s|ed)|deliver(?:s|ed)"
    r"|appl(?:y|ies|ied)|gone|goes|went|take[ns]?|took)\b"
    r"[^.;,]{0,60} to (?:the |an? )?(?:[\w-]+ )?$"
)
_OF_DEEDS = frozenset({Kind.WHAT, Kind.WHEN, Kind.WHY})


@only_where(lambda q: q.claims.side is Side.DOER and not q.claims.said and q.kind in _OF_DEEDS)
def sent_to(seen: Seen) -> Iterator[Lacking]:
    """Tell "sent samples to the laboratory" from a fact on what the laboratory found."""
    verb = seen.question.claims.verb
    if verb is None or seen.inside(verb):
        return
    asked = [at for at in seen.matches if at < verb]
    first = seen.inside(asked[0]) if asked else ()
    if seen.each_after(first, _SENT_TO):
        yield Lacking(Lack.ROLE, seen.shown([asked[0]]), open=True)


_WHICH_PERSON = re.compile(r"(?:which|what) (?P<person>[a-z-]+)(?! (?:of|is|was|are|were)\b) [a-z]")
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)


def _which_person(question: Question) -> bool:
    asked = _WHICH_PERSON.match(question.small)
    return bool(asked and is_person(asked["person"]) and not asked["person"].endswith("s"))


@only_where(_which_person)
def only_pronouns(seen: Seen) -> Iterator[Lacking]:
    """Ask of "which judge ruled on it" a judge: "he wrote in his ruling" tells of none."""
    evidence = seen.evidence
    if seen.candidate.kind is FactKind.ROW or seen.inside(1) or not _PRONOUN.search(evidence.text):
        return
    placing = {n.start for n in seen.candidate.names if n.kind is NameKind.PLACE}
    if not any(n.start not in placing for n in evidence.names):
        yield Lacking(Lack.ANSWER, seen.shown([1]), open=True)


# Between a thing and what happens to it: "the terminal that later burned down".
_GOES_ON = re.compile(
    r"(?:,? (?:that|which|has|had|have|also|first|finally|later|then|once|itself|\w+ly))* "
)
# With these verbs a thing may be their subject and have no doer.
_HAPPENING = word_set(
    "burn burned burnt close closed open opened sink sank sunk start started begin began end ended "
    "stop stopped break broke collapse collapsed change changed move moved spread explode exploded "
    "crash crashed reopen reopened grow grew ring rang split tear tore shut melt melted flood "
    "flooded drop dropped turn turned spill spilled leak leaked expand expanded blow blew fly flew"
)
_WITHOUT_OBJECT = re.compile(
    r"(?: (?:down|up|out|off|again|over|apart))?"
    r"(?:[.,;:!?)|]|$| [|–-]| (?:at|in|for|on|from|with|until|since|as|when|while|after|before"
    r"|during|and|but|to|last|this|yesterday|early|late|shortly|because)\b| \w+day\b| \d)"
)


_BY = re.compile(r"[^.;]*\bby\b")


@only_where(lambda q: q.claims.doer_asked)
def of_itself(seen: Seen) -> Iterator[Lacking]:
    """Tell "the terminal that burned down in 2021" from a fact on who burned it down."""
    verb = seen.question.claims.verb
    if verb is None:
        return
    held, text, placed = seen.inside(verb), seen.evidence.text, seen.evidence.words
    things = [at for place in seen.matches if place > verb for at in seen.inside(place)]
    if held and all(
        (placed[at].folded in _HAPPENING or placed[at].folded.endswith("ed"))
        and not _BY.match(text, placed[at].end)
        and _WITHOUT_OBJECT.match(text, placed[at].end)
        and any(
            thing < at and _GOES_ON.fullmatch(text, placed[thing].end, placed[at].start)
            for thing in things
        )
        for at in held
    ):
        yield Lacking(Lack.ROLE, seen.shown([verb]))


_ON_WHICH = re.compile(
    r"\b(?:unless|if|whether|until|till|before|although|because|in case|so that)\b"
    r"(?P<since>[^;]*)$",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[,;:.](?= |$)")


@only_where(lambda q: q.claims.verb is not None, of={Kind.WHEN})
def date_of_another(seen: Seen) -> Iterator[Lacking]:
    """Tell "runs dry by May unless the post opens" from a fact on when the post opens."""
    verb = seen.question.claims.verb
    held = seen.inside(verb) if verb is not None else ()
    if verb is None or not held or seen.candidate.kind is FactKind.ROW:
        return
    if all(_undated_clause(seen, at) for at in held):
        yield Lacking(Lack.DATE, seen.shown([verb]), open=True)


def _undated_clause(seen: Seen, at: int) -> bool:
    """Tell whether a verb stands in a clause of "unless", "if" and the like that has no date."""
    text, word = seen.evidence.text, seen.evidence.words[at]
    opened = _ON_WHICH.search(text[: word.start])
    if opened is None or _CLAUSE_END.search(opened["since"]):
        return False
    ends = _CLAUSE_END.search(text, word.end)
    end = ends.start() if ends else len(text)
    return not any(opened.start() <= date.start < end for date in seen.evidence.dates)


_HELPERS = r"(?:will|would|shall|could|may|might|can|is|are|was|were|has|have|had|to|be|been|also)"
# A noun without "the" at the head of a fact is something else than what its title is about.
_MANY = r"(?:All|Most|Some|Many|Several|Other|Two|Three|Four|Five|Six|\d+)"
_BARE = re.compile(
    rf"^[\"“‘]?(?:{_MANY} )?(?:[\w-]+ ){{0,2}}?[A-Za-z]+s(?: {_HELPERS})+ (?:\w+ly )?$"
    r"|\b(?:people|those|[a-z]+s) who (?:\w+ )?$"
)


@only_where(lambda q: q.claims.verb is not None, of={Kind.WHEN})
def another_subject(seen: Seen) -> Iterator[Lacking]:
    """Tell "schools will reopen on Monday" from a fact on when the mine will reopen."""
    claims = seen.question.claims
    verb = claims.verb
    held = seen.inside(verb) if verb is not None else ()
    if verb is None or not held or verb - 1 in claims.given:
        return
    told = [m for at, m in seen.matches.items() if at < verb and not m.term.date]
    if not told or any(m.inside for m in told):
        return
    text, placed = seen.evidence.text, seen.evidence.words
    if all(_BARE.match(text[: placed[at].start]) for at in held):
        yield Lacking(Lack.ROLE, seen.shown(m.term.place for m in told), open=True)


_CALLED = {("called",), ("named",)}
_NAMING = re.compile(r"\b(?:called|named|nam(?:e|es|ing)|known as|nickname\w*|dubbed|renamed)\b")
_A_CALL = re.compile(
    r"\b(?:an?|the|this|that|his|her|their|its|our|my|phone|[a-z]+['’]s|\d+|no|any|of|by|for) "
    r"(?:\w+ )?$|^$"
)


@only_where(lambda q: q.lowered[-1:] in _CALLED and q.kind in {Kind.NAME, Kind.WHAT})
def no_naming(seen: Seen) -> Iterator[Lacking]:
    """Tell a call for help from a fact on what something is called."""
    place = len(seen.question.lowered) - 1
    text, placed = seen.evidence.text, seen.evidence.words
    held = [at for at in seen.inside(place) if placed[at].folded in {"call", "calls"}]
    if not held or _NAMING.search(text):
        return
    if all(_A_CALL.search(text[: placed[at].start]) for at in held):
        yield Lacking(Lack.VERB, seen.shown([place]))


_WHAT_ABOUT = re.compile(r"what(?:['’]?s| is| was| are| were)\b.* about$")
_WORKS = word_set(
    "book books novel novels film films movie play plays poem poems song songs album story stories "
    "show series exhibition documentary memoir opera musical podcast report study painting"
)
_OF_WORK = re.compile(
    r"\b(?:book|novel|film|movie|play|poem|song|album|stor(?:y|ies)|show|series|exhibition|memoir"
    r"|documentary|opera|musical|podcast|report|study|painting|tells?|told|describ\w+|explor\w+"
    r"|depicts?|traces?|recounts?|set in|about|follows?|deals? with|it|its|wr(?:ote|itten|ites?)"
    r"|writing|read(?:s|ers?|ing)?)\b|[\"“‘«]",
    re.IGNORECASE,
)


@only_where(lambda q: _WHAT_ABOUT.match(q.small) and q.holds(_WORKS))
def beside_the_work(seen: Seen) -> Iterator[Lacking]:
    """Ask of "what is the book about" that a fact tells of the book, not of its author's dogs."""
    if any(m.term.word in _WORKS and m.inside for m in seen.matches.values()):
        return
    own = [m for m in seen.matches.values() if m.term.name and m.inside]
    if not own and not _OF_WORK.search(seen.evidence.text):
        yield Lacking(Lack.TOPIC, "about", open=True)


_LEADS = word_set("captains coaches manages leads runs heads chairs edits")
_THEIR_LEADER = re.compile(
    r"\b(?:their|its|his|her) (?:[\w-]+ )?(?:captain|coach|manager|leader|head|boss|chair\w*|editor"
    r"|skipper|director)\b"
)


@only_where(lambda q: not _LEADS.isdisjoint(q.lowered[1:2]), of={Kind.WHO})
def of_other_teams(seen: Seen) -> Iterator[Lacking]:
    """Tell "they lost their captain" of one side from a fact on who captains the other."""
    candidate, text = seen.candidate, seen.evidence.text
    names = [m for m in seen.matches.values() if m.term.name]
    if not names or any(m.inside for m in names) or not _THEIR_LEADER.search(text):
        return
    before = candidate.previous[-1] if candidate.previous else ""
    asked = set(seen.question.lowered)
    placed = words(before)
    first = next(iter(capitalised(before, placed)), None)
    known = first is not None and bool(asked & _within(first, before))
    if not known:
        yield Lacking(Lack.NAME, seen.shown(m.term.place for m in names), open=True)


def _within(span: Span, text: str) -> set[str]:
    return {word.folded for word in words(span.of(text))}


RULES: tuple[Rule, ...] = (
    addressed,
    sent_to,
    only_pronouns,
    of_itself,
    date_of_another,
    another_subject,
    no_naming,
    beside_the_work,
    of_other_teams,
)
