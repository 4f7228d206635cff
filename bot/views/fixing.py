"""A fact to be put right: what is understood, with a button for each thing that may be wrong."""

from collections.abc import Sequence
from zlib import crc32

from bot.ports import Button, Message, rows
from bot.views.documents import day, days
from bot.views.html import escape, shortened
from bot.views.texts import say
from facts.fixing.days import days_meant
from facts.fixing.fields import KINDS
from facts.fixing.pieces import cuts
from facts.types import FactDraft, Granularity, Moment, Particulars

LONGEST_QUOTE, LONGEST_ITEM, LONGEST_SIDE, LONGEST_LABEL = 1_500, 160, 70, 40
VERBS = ("speaker", "date", "kind", "topic", "split", "join", "out")


def sign_of(name: str) -> str:
    """Return a short sign for a name too long for a button's data."""
    return f"{crc32(name.encode()):08x}"


def dated(draft: FactDraft) -> list[Moment]:
    """Return the moments of a fact that are dates."""
    return [m for m in draft.moments if m.granularity is not Granularity.DURATION]


def card(
    draft: FactDraft,
    known: Particulars,
    *,
    ref: str,
    load_id: int | None,
    joins: bool,
    act: int | None,
    note: str = "",
    reach: str = "",
    label: str | None = None,
    relabels: int | None = None,
) -> Message:
    """Return a fact with what may be put right about it; `ref` names it in the buttons.

    `reach` says how many of those who were shown it otherwise were told, `label` who may see its
    document, and `relabels` is that document where this person may change it.
    """
    wanted = [verb for verb in VERBS if verb != "join" or joins]
    buttons = [Button(say(f"button-fix-{verb}"), data=f"fix:{verb}:{ref}") for verb in wanted]
    if act is not None:
        buttons.append(Button(say("button-fix-back"), data=f"fix:back:{ref}:{act}"))
    lines = [note] if note else []
    lines += described(draft, known, ref=ref, load_id=load_id)
    lines += [say("fix-label", label=label)] if label else []
    if relabels is not None:
        buttons.append(Button(say("button-fix-label"), data=f"label:pick:{relabels}"))
    if reach:
        lines.append(say("fix-told", reach=reach))
        buttons.append(Button(say("button-refresh"), data=f"fix:fact:{ref}"))
    return Message("\n".join(lines), (*rows(buttons, 3), *_homeward(load_id)))


def carried(moved: Sequence[str], resting: Sequence[str]) -> str:
    """Return what became of the learned ways to ask for a fact that was cut; "" without any."""
    lines = [say("fix-carried", count=len(moved))] if moved else []
    told = [escape(shortened(text, LONGEST_ITEM)) for text in resting]
    return "\n".join([*lines, *(say("fix-resting", words=words) for words in told)])


def described(draft: FactDraft, known: Particulars, *, ref: str, load_id: int | None) -> list[str]:
    """Return a fact with its number or load and its document, and what is understood of it."""
    head = say("fix-rehearsed", load=str(load_id)) if load_id else say("fix-fact", id=ref)
    title = [f"<i>{escape(shortened(known.title, LONGEST_ITEM))}</i>"] if known.title else []
    return [head, *understood(draft), *title]


def understood(draft: FactDraft) -> list[str]:
    """Return what is understood of a fact, line by line."""
    said = draft.attribution
    named = f"{said.speaker}, {said.role}" if said.role else said.speaker
    who = escape(named) if named else say("fix-nobody")
    kinds = say("fix-kind", kind=draft.kind.value)
    topic = say("fix-topic", topic=escape(draft.topic or say("fix-none")))
    when = "; ".join(map(_meant, dated(draft))) or say("fix-none")
    return [
        f"<blockquote>{escape(shortened(draft.text, LONGEST_QUOTE))}</blockquote>",
        say("fix-speaker", who=who if said.sure else say("fix-uncertain")),
        say("fix-date", days=when),
        f"{kinds} · {topic}",
    ]


def speakers(head: Sequence[str], names: Sequence[str], ref: str, *, named: bool) -> Message:
    """Return the question who said it."""
    offered = [_choice(name, f"fix:say:{ref}:{sign_of(name)}") for name in names]
    last = [
        Button(say("button-fix-nobody"), data=f"fix:say:{ref}:-"),
        Button(say("button-fix-other"), data=f"fix:type:{ref}:speaker"),
    ]
    last += [Button(say("button-fix-role"), data=f"fix:type:{ref}:role")] if named else []
    return _asking(head, say("fix-ask-speaker"), [*rows(offered, 2), tuple(last)], ref)


def moments(head: Sequence[str], draft: FactDraft, ref: str) -> Message:
    """Return the question which of several dates is wrong."""
    offered = [_choice(m.text or "–", f"fix:moment:{ref}:{m.start}") for m in dated(draft)]
    return _asking(head, say("fix-ask-moment"), rows(offered, 2), ref)


def day_asked(head: Sequence[str], moment: Moment | None, known: Particulars, ref: str) -> Message:
    """Return the question which day a moment means."""
    start = moment.start if moment else "-"
    meant = days_meant(moment.text, known.published) if moment else ()
    offered = [Button(day(one), data=f"fix:day:{ref}:{start}:{one}") for one in meant]
    last = [Button(say("button-fix-other"), data=f"fix:type:{ref}:day:{start}")]
    if moment is not None:
        written = Button(say("button-fix-as-written"), data=f"fix:day:{ref}:{start}:unknown")
        last.append(written)
    return _asking(head, say("fix-ask-day"), [*rows(offered, 3), tuple(last)], ref)


def kinds(head: Sequence[str], ref: str) -> Message:
    """Return the question what a fact is."""
    offered = [Button(kind.value, data=f"fix:be:{ref}:{kind.value}") for kind in KINDS]
    return _asking(head, say("fix-ask-kind"), rows(offered, 2), ref)


def topics(head: Sequence[str], names: Sequence[str], ref: str) -> Message:
    """Return the question which topic a fact is on."""
    offered = [_choice(name, f"fix:on:{ref}:{sign_of(name)}") for name in names]
    last = (
        Button(say("fix-none"), data=f"fix:on:{ref}:-"),
        Button(say("button-fix-other"), data=f"fix:type:{ref}:topic"),
    )
    return _asking(head, say("fix-ask-topic"), [*rows(offered, 2), last], ref)


def splits(head: Sequence[str], text: str, ref: str) -> Message:
    """Return the question where a fact is to be cut."""
    offered = cuts(text)
    told = [
        f"{number}. …{escape(text[:at][-LONGEST_SIDE:].rstrip())} ┃ "
        f"{escape(text[at:][:LONGEST_SIDE])}…"
        for number, at in enumerate(offered, start=1)
    ]
    buttons = [
        Button(str(number), data=f"fix:cut:{ref}:{at}") for number, at in enumerate(offered, 1)
    ]
    buttons.append(Button(say("button-fix-other"), data=f"fix:type:{ref}:split"))
    return _asking([*head, *told], say("fix-ask-split"), rows(buttons, 4), ref)


def neighbours(head: Sequence[str], ref: str, *, before: bool, after: bool) -> Message:
    """Return the question with which neighbour a fact is to be joined."""
    found = [Button(say("button-fix-before"), data=f"fix:tie:{ref}:before")] if before else []
    found += [Button(say("button-fix-after"), data=f"fix:tie:{ref}:after")] if after else []
    return _asking(head, say("fix-ask-join"), [tuple(found)], ref)


def leaving_out(head: Sequence[str], ref: str) -> Message:
    """Return the question whether a fact is really to be left out."""
    sure = (Button(say("button-fix-really"), data=f"fix:gone:{ref}"),)
    return _asking(head, say("fix-ask-out"), [sure], ref)


def typing(head: Sequence[str], what: str, ref: str, who: str) -> Message:
    """Return the request to type something; `who` is the speaker as HTML."""
    return _asking(head, say(f"fix-type-{what}", who=who), [], ref)


def fact_list(
    items: Sequence[tuple[str, FactDraft, Sequence[str]]],
    *,
    load_id: int,
    page: tuple[int, int],
    counts: tuple[int, int],
    note: str = "",
) -> Message:
    """Return a page of a load's facts, given as (ref, fact, doubts)."""
    number, pages = page
    lines = [note] if note else []
    lines.append(say("fix-list", load=str(load_id), count=counts[0], doubtful=counts[1]))
    buttons = []
    for place, (ref, draft, doubts) in enumerate(items, start=1):
        words = escape(shortened(" ".join(draft.text.split()), LONGEST_ITEM))
        marks = [say(f"fix-doubt-{doubt}") for doubt in doubts]
        lines.append("\n".join([f"<b>{place}.</b> {words}", *marks]))
        buttons.append(Button(str(place), data=f"fix:fact:{ref}"))
    turn = [(number - 1, say("button-previous")), (number + 1, say("button-next"))]
    turns = [Button(s, data=f"fix:load:{load_id}:{n}") for n, s in turn if 0 <= n < pages]
    if pages > 1:
        lines.append(say("fix-page", number=number + 1, pages=pages))
    back = Button(say("button-fix-rehearsal"), data=f"load:show:{load_id}")
    return Message("\n".join(lines), (*rows(buttons, 6), *rows(turns, 2), (back,)))


def left_out(note: str, ref: str, act: int) -> Message:
    """Return what is shown in place of a fact that was left out."""
    back = Button(say("button-fix-back"), data=f"fix:back:{ref}:{act}")
    return Message(note, ((back,),))


def which(facts: Sequence[tuple[int, str]]) -> Message:
    """Return the question which of the facts that a message showed is meant."""
    lines = [say("fix-which")]
    lines += [f"<b>{number}</b> {escape(shortened(text, LONGEST_ITEM))}" for number, text in facts]
    buttons = [Button(str(number), data=f"fix:fact:{number}") for number, _ in facts]
    return Message("\n".join(lines), rows(buttons, 4))


def _homeward(load_id: int | None) -> tuple[tuple[Button, ...], ...]:
    if load_id is None:
        return ()
    facts = Button(say("button-fix-list"), data=f"fix:load:{load_id}:0")
    return ((facts, Button(say("button-fix-rehearsal"), data=f"load:show:{load_id}")),)


def _asking(
    head: Sequence[str], question: str, offered: Sequence[tuple[Button, ...]], ref: str
) -> Message:
    back = (Button(say("button-fix-card"), data=f"fix:fact:{ref}"),)
    shown = tuple(row for row in offered if row)
    return Message("\n".join([*head, f"<b>{question}</b>"]), (*shown, back))


def _choice(label: str, data: str) -> Button:
    return Button(shortened(label, LONGEST_LABEL), data=data)


def _meant(moment: Moment) -> str:
    if moment.earliest is None or moment.latest is None:
        return say("fix-as-written", words=escape(moment.text))
    known = days(moment.earliest, moment.latest)
    if not moment.text:
        return say("fix-own-day", day=known)
    return say("fix-day", words=escape(moment.text), day=known)
