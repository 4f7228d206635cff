"""Why an answer was given, in plain language: words, what spoke for it, how sure, the runner-up."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from bot.ports import Message
from bot.views.html import escape, shortened
from bot.views.quoting import LONGEST_LINE
from bot.views.texts import say

MOST_WORDS = 12
LONGEST_FACT = 200
STRONG, SOME = 4.0, 1.0


@dataclass(frozen=True, slots=True)
class FactExplained:
    """A fact that was considered: its words for the question's, and what spoke for it in groups.

    `matched` is (asked word, how, words of the fact or None).
    """

    text: str
    matched: tuple[tuple[str, str, str | None], ...]
    groups: Mapping[str, float]
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """An answer with what it was decided on, as it was kept when it was given."""

    status: str
    reason: str
    asked: str
    read_as: str | None
    grounds: Mapping[str, Any]
    facts: tuple[FactExplained, ...]
    store_version: int | None
    receipt: str | None


def why_message(explained: Explained) -> Message:
    """Return the explanation as a message."""
    return Message("\n".join(_lines(explained)))


def why_text(explained: Explained) -> str:
    """Return the explanation for the terminal."""
    return unescape(re.sub(r"<[^>]*>", "", "\n".join(_lines(explained))))


def _lines(explained: Explained) -> list[str]:
    asked = escape(shortened(explained.asked, LONGEST_LINE))
    lines = [say("why", question=asked)]
    if explained.read_as:
        read = escape(shortened(explained.read_as, LONGEST_LINE))
        lines.append(say("why-read-as", question=read))
    if explained.facts:
        best = explained.facts[0]
        lines += ["", f"<blockquote>{escape(shortened(best.text, LONGEST_FACT))}</blockquote>"]
        lines += _words(best.matched)
        if best.lacks:
            lines.append(say("why-lacks", words=escape(", ".join(best.lacks[:MOST_WORDS]))))
        lines += ["", *_groups(best.groups)]
    lines += ["", *_decided(explained)]
    if explained.store_version is not None:
        lines.append(say("why-store", version=str(explained.store_version)))
    if explained.receipt:
        lines.append(say("why-receipt", receipt=explained.receipt))
    return lines


def _words(matched: Sequence[tuple[str, str, str | None]]) -> list[str]:
    lines = []
    for asked, how, found in matched[:MOST_WORDS]:
        words = {
            "asked": escape(shortened(asked, 60)),
            "found": escape(shortened(found or "", 60)),
        }
        lines.append(say(f"why-{how}", **words))
    return lines


def _groups(groups: Mapping[str, float]) -> list[str]:
    """Return what spoke for the fact, strongest first, and what spoke against it."""
    told = sorted(groups.items(), key=lambda pair: (-pair[1], pair[0]))
    spoke = [f"{say(f'why-group-{name}')} {_dots(worth)}" for name, worth in told if worth >= SOME]
    against = [say(f"why-group-{name}") for name, worth in reversed(told) if worth <= -SOME]
    lines = [say("why-for", groups=" · ".join(spoke))] if spoke else []
    return [*lines, say("why-against", groups=" · ".join(against))] if against else lines


def _dots(worth: float) -> str:
    return "●●●" if worth >= 2 * STRONG else "●●" if worth >= STRONG else "●"


def _decided(explained: Explained) -> list[str]:
    grounds = explained.grounds
    lines = [say(f"why-status-{explained.status}")]
    if "confidence" in grounds and explained.facts:
        lines.append(
            say(
                "why-sure",
                sure=_percent(grounds["confidence"]),
                alone=_percent(grounds["answer_only_above"]),
                offer=_percent(grounds["offer_above"]),
                version=escape(str(grounds["thresholds"])),
            )
        )
    if len(explained.facts) > 1:
        runner = escape(shortened(explained.facts[1].text, LONGEST_FACT))
        lines.append(say("why-runner-up", words=runner))
        if grounds.get("lead") is not None:
            lines.append(say("why-lead", lead=f"{grounds['lead']:.1f}"))
    return lines


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"
