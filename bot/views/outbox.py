"""The outbox for admins: in the chat with buttons to decide, in the terminal as lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil

from bot.ports import Button, Message
from bot.views.html import escape, shortened
from bot.views.texts import say

LONGEST_REASON = 120
MOST_DECIDED = 5


@dataclass(frozen=True, slots=True)
class Trouble:
    """A delivery that needs an admin's eye, and why."""

    delivery_id: int
    kind: str
    chat_id: int
    state: str
    reason: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Figures:
    """The outbox at a moment; `sent` and `failed` are those of the last day.

    `unmade` are subscriptions that are due and whose digests are not written down yet.
    `seconds_left` is how long all that is due takes at the allowed rate.
    """

    unmade: int
    due: int
    late: int
    later: int
    sent: int
    failed_count: int
    unknown_count: int
    unknown: Sequence[Trouble]
    failed: Sequence[Trouble]
    seconds_left: float
    digests: Mapping[str, int] = field(default_factory=dict)
    next_digest: datetime | None = None


def message(figures: Figures) -> Message:
    """Return the figures with two buttons for each delivery of unknown fate."""
    told = [f"<b>{say('outbox')}</b>", *_counts(figures)]
    told += [escape(line) for line in _troubles(figures)]
    decided = [one.delivery_id for one in figures.unknown[:MOST_DECIDED]]
    return Message("\n".join(told), tuple(_decisions(number) for number in decided))


def _decisions(number: int) -> tuple[Button, ...]:
    return (
        Button(say("button-resend", id=str(number)), f"delivery:resend:{number}"),
        Button(say("button-give-up", id=str(number)), f"delivery:giveup:{number}"),
    )


def text(figures: Figures) -> str:
    """Return the figures as lines for the terminal."""
    lines = [say("outbox"), *(f"  {line}" for line in _counts(figures))]
    lines += [f"  {line}" for line in _troubles(figures)]
    if figures.unknown:
        lines.append(say("outbox-decide", id=str(figures.unknown[0].delivery_id)))
    return "\n".join(lines)


def _counts(figures: Figures) -> list[str]:
    due = say("outbox-due", count=figures.due)
    if figures.late:
        due += f", {say('outbox-late', count=figures.late)}"
    if figures.seconds_left >= 1:
        due += f" · {say('outbox-left', time=duration(figures.seconds_left))}"
    lines = [due]
    if figures.unmade:
        lines.append(say("outbox-unmade", count=figures.unmade))
    if figures.later:
        lines.append(say("outbox-later", count=figures.later))
    lines.append(say("outbox-sent", count=figures.sent))
    lines.append(say("outbox-failed", count=figures.failed_count))
    lines.append(say("outbox-unknown", count=figures.unknown_count))
    if figures.digests:
        lines.append(digests(figures.digests))
    if figures.next_digest is not None:
        day = f"{figures.next_digest:%A %H:%M}"
        lines.append(say("forecast-next", when=day))
    return lines


def digests(by_state: Mapping[str, int]) -> str:
    """Return in one line what became of the last day's digests."""
    told = [say(f"digests-{state}", count=count) for state, count in by_state.items()]
    return say("forecast-digests", counts=", ".join(told) or say("forecast-none"))


def _troubles(figures: Figures) -> list[str]:
    return [
        say(
            "outbox-trouble",
            id=str(one.delivery_id),
            kind=say(f"kind-{one.kind}"),
            chat=str(one.chat_id),
            state=say(f"state-{one.state}"),
            reason=shortened(one.reason, LONGEST_REASON),
        )
        for one in (*figures.unknown, *figures.failed)
    ]


def duration(seconds: float) -> str:
    """Return a length of time in words, rounded up."""
    minutes = ceil(seconds / 60)
    return say("minutes", count=minutes) if seconds >= 60 else say("seconds", count=ceil(seconds))
