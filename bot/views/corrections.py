"""Corrections as editors see them: what is asked, what will be done, and whom it has reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.ports import Button, Message
from bot.views.digests import document_line
from bot.views.html import escape, shortened
from bot.views.texts import say
from facts.quote import Quote

LONGEST_OLD, LONGEST_LISTED = 400, 120


@dataclass(frozen=True, slots=True)
class Progress:
    """A fact taken back, old and new as they are quoted, and whom it has reached.

    `shown` counts the places that were shown it, `states` what became of telling them, `marks`
    what became of the edits of old messages.
    """

    old: Quote
    new: Quote | None
    reason: str | None
    by: str
    by_name: str
    at: datetime
    load_id: int
    by_document: bool
    undone: bool
    shown: int
    states: Mapping[str, int]
    marks: Mapping[str, int]

    @property
    def fact_id(self) -> int:
        """The fact that was taken back."""
        return self.old.fact_id


@dataclass(frozen=True, slots=True)
class Wished:
    """What an editor is about to do: the old fact, what stands in its place, why, who saw it."""

    old: Quote
    words: str | None
    by: Quote | None
    reason: str
    shown: int


def ask_words(old: Quote) -> Message:
    """Return the request to type the right words."""
    return Message(f"{_old(old)}\n\n{say('correct-type-words')}", (_cancel(),))


def ask_reason(old: Quote, words: str | None) -> Message:
    """Return the request to type the reason."""
    return Message(f"{_old(old)}{_new(words)}\n\n{say('correct-type-reason')}", (_cancel(),))


def pick_fact(quotes: Sequence[Quote], verb: str) -> Message:
    """Return the facts that a message shows, to say which one is meant."""
    lines = [say("correct-which")]
    for number, quote in enumerate(quotes, start=1):
        lines.append(f"<b>{number}</b> {escape(shortened(quote.text, LONGEST_LISTED))}")
    buttons = tuple(
        Button(str(number), data=f"corr:{verb}:{quote.fact_id}")
        for number, quote in enumerate(quotes, start=1)
    )
    return Message("\n".join(lines), (buttons, _cancel()))


def confirm(wished: Wished, *, asks_another: bool = False) -> Message:
    """Return what will be done, to be confirmed; with `asks_another` somebody else does it."""
    words = wished.by.text if wished.by else wished.words
    lines = [f"{_old(wished.old)}{_new(words)}"]
    if wished.by is not None:
        lines.append(document_line(wished.by.document))
    will = "correct-will-tell" if words else "withdraw-will-tell"
    lines += [_reason(wished.reason), say(will, count=wished.shown)]
    label = say("button-correct") if words else say("button-withdraw")
    label = say("button-ask-another") if asks_another else label
    do = Button(label, data=f"corr:do:{wished.old.fact_id}")
    return Message("\n".join(lines), ((do, *_cancel()),))


def progress_message(progress: Progress, *, undo: bool) -> Message:
    """Return what was done and whom it has reached, with a button to look again."""
    words = progress.new.text if progress.new else None
    head = say("corrected-done") if words else say("withdrawn-done")
    lines = [say("correction-undone") if progress.undone else head]
    if progress.undone:
        gone = [progress.new] if progress.new and not progress.new.standing else []
        lines += [_stands(progress.old), *(f"<s>{_cut(each.text)}</s>" for each in gone)]
    else:
        lines.append(f"{_old(progress.old)}{_new(words)}")
    lines += [_reason(progress.reason)] if progress.reason else []
    lines += [] if progress.undone else reach_lines(progress)
    row = [Button(say("button-refresh"), data=f"corr:see:{progress.fact_id}")]
    if undo and not progress.undone:
        row.append(Button(say("button-undo-correction"), data=f"corr:undo:{progress.fact_id}"))
    return Message("\n".join(lines), () if progress.undone else (tuple(row),))


def correction_list(listed: Sequence[Progress]) -> Message:
    """Return the newest corrections with whom they have reached, each with its own button."""
    if not listed:
        return Message(say("corrections-none"))
    lines = [say("corrections")]
    lines += [_listed(progress) for progress in listed]
    buttons = [
        Button(f"⟳ {p.fact_id}", data=f"corr:see:{p.fact_id}") for p in listed if not p.undone
    ]
    return Message("\n".join(lines), tuple(tuple(buttons[at : at + 4]) for at in range(0, 20, 4)))


def _listed(progress: Progress) -> str:
    number = say("correct-fact", id=str(progress.fact_id))
    head = f"\n<b>{number}</b> {progress.at:%-d %b %H:%M} · {escape(progress.by_name)}"
    old = escape(shortened(progress.old.text, LONGEST_LISTED))
    if progress.undone:
        return "\n".join([head, old, say("correction-undone")])
    new = progress.new.text if progress.new else say("correction-nothing")
    told = f"<s>{old}</s> → {escape(shortened(new, LONGEST_LISTED))}"
    return "\n".join([head, told, *reach_lines(progress)])


def reach_lines(progress: Progress) -> list[str]:
    """Return "41 of 43 reached, 2 blocked", and the same of the marks where there are any."""
    states, marks = progress.states, progress.marks
    lines = [reach_line(progress.shown, states)]
    if marks:
        made, of = marks.get("reached", 0), sum(marks.values())
        lines.append(say("reach-marks", reached=made, shown=of) + _rest(marks))
    return lines


def reach_line(shown: int, states: Mapping[str, int]) -> str:
    """Return how many of the places that were shown a fact were told, and what of the others."""
    if not shown:
        return say("correct-will-tell", count=0)
    return say("reach", reached=states.get("reached", 0), shown=shown) + _rest(states)


def progress_json(progress: Progress) -> dict[str, object]:
    """Return a correction for scripts."""
    return {
        "fact": progress.fact_id,
        "text": progress.old.text,
        "by_fact": progress.new.fact_id if progress.new else None,
        "by_text": progress.new.text if progress.new else None,
        "reason": progress.reason,
        "actor": progress.by,
        "at": progress.at.isoformat(),
        "load": progress.load_id,
        "by_document": progress.by_document,
        "undone": progress.undone,
        "shown": progress.shown,
        "told": dict(progress.states),
        "marks": dict(progress.marks),
    }


def _rest(states: Mapping[str, int]) -> str:
    rest = [
        say(f"reach-{name}", count=count) for name, count in states.items() if name != "reached"
    ]
    return "".join(f", {each}" for each in rest)


def _old(old: Quote) -> str:
    head = say("correct-fact", id=str(old.fact_id))
    return f"{head} <s>{_cut(old.text)}</s>\n{document_line(old.document)}"


def _stands(old: Quote) -> str:
    head = say("correct-fact", id=str(old.fact_id))
    return f"{head} {_cut(old.text)}\n{document_line(old.document)}"


def _new(words: str | None) -> str:
    return f"\n→ <b>{_cut(words)}</b>" if words else ""


def _cut(words: str) -> str:
    return escape(shortened(words, LONGEST_OLD))


def _reason(reason: str) -> str:
    return say("correct-because", reason=escape(reason))


def _cancel() -> tuple[Button, ...]:
    return (Button(say("button-cancel"), data="corr:cancel:0"),)
