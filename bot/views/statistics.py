"""The desk's figures in words: as a picture's caption, as a week's report, as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.ports import Message
from bot.views.html import escape, shortened
from bot.views.texts import say

LONGEST_NAME = 40
RIGHT, WRONG = ("up", "chosen"), ("down", "none_of_these")


@dataclass(frozen=True, slots=True)
class Day:
    """A day's counts: asked, the statuses of answers, chosen, and judgements."""

    day: date
    counts: Mapping[str, int]

    def of(self, *names: str) -> int:
        """Return how often any of these was counted."""
        return sum(self.counts.get(name, 0) for name in names)


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures of some days; `most_asked` are topics if `by_topic`, else words.

    `gaps`, `waiting` and `unknown` are as of now, the others of those days.
    """

    days: Sequence[Day]
    by_topic: bool
    most_asked: Sequence[tuple[str, int]]
    messages: Mapping[str, int]
    people: int
    gaps: int
    waiting: int
    unknown: int

    def of(self, *names: str) -> int:
        """Return how often any of these was counted on all days."""
        return sum(day.of(*names) for day in self.days)

    @property
    def asked(self) -> int:
        """How many questions were asked."""
        return self.of("asked")


def caption(found: Statistics) -> str:
    """Return the picture in words, for those who cannot see it."""
    lines = [f"<b>{_span(found)}</b>", _answered(found)]
    if found.of(*RIGHT, *WRONG):
        lines.append(_judged(found))
    if found.most_asked:
        named = ", ".join(
            f"{escape(shortened(name, LONGEST_NAME))} {count}" for name, count in found.most_asked
        )
        topics, words = say("stats-topics", named=named), say("stats-words", named=named)
        lines.append(topics if found.by_topic else words)
    lines.append(_messages(found))
    return "\n".join(lines)


def report(found: Statistics) -> Message:
    """Return the report of a week."""
    lines = [f"<b>{say('report-title', span=_span(found))}</b>", _answered(found)]
    lines.append(_judged(found) if found.of(*RIGHT, *WRONG) else say("report-unjudged"))
    lines.append(say("report-people", count=found.people))
    lines.append(say("report-gaps", gaps=found.gaps, waiting=found.waiting))
    lines += [_messages(found)]
    if found.unknown:
        lines.append(say("report-unknown", count=found.unknown))
    return Message("\n".join([*lines, say("report-more")]))


def figures_json(found: Statistics) -> dict[str, Any]:
    """Return the figures as `briefing stats --json` prints them."""
    return {
        "from": found.days[0].day.isoformat(),
        "to": found.days[-1].day.isoformat(),
        "asked": found.asked,
        "answered": found.of("found", "conflict"),
        "choices": found.of("choice"),
        "chosen": found.of("chosen"),
        "unanswered": found.of("unknown"),
        "right": found.of(*RIGHT),
        "wrong": found.of(*WRONG),
        "people": found.people,
        "gaps": found.gaps,
        "waiting": found.waiting,
        "most_asked": [{"name": name, "count": count} for name, count in found.most_asked],
        "messages": dict(found.messages),
        "unknown_now": found.unknown,
        "days": [{"day": day.day.isoformat(), **day.counts} for day in found.days],
    }


def _span(found: Statistics) -> str:
    first, last = found.days[0].day, found.days[-1].day
    return say("stats-span", first=f"{first:%-d %b}", last=f"{last:%-d %b %Y}")


def _answered(found: Statistics) -> str:
    return say(
        "stats-answered",
        asked=found.asked,
        answered=found.of("found", "conflict"),
        choices=found.of("choice"),
        chosen=found.of("chosen"),
        unanswered=found.of("unknown"),
        share=percent(found.of("unknown"), found.asked),
    )


def _judged(found: Statistics) -> str:
    right, wrong = found.of(*RIGHT), found.of(*WRONG)
    return say(
        "stats-judged",
        judged=right + wrong,
        right=right,
        wrong=wrong,
        rate=percent(right, right + wrong),
        miss=percent(wrong, right + wrong),
    )


def _messages(found: Statistics) -> str:
    return say("stats-messages", **found.messages)


def percent(part: int, whole: int) -> str:
    """Return a share in whole percent; nothing is never 0 % of nothing."""
    return f"{round(100 * part / whole)} %" if whole else say("stats-none")
