"""How sure an answer must be, and how often answers were wrong, in words."""

from collections.abc import Mapping
from typing import Any

from bot.views.texts import say


def fit_text(told: Mapping[str, Any]) -> str:
    """Return what was fitted and measured, for the terminal."""
    lines = [
        say(
            "fitted",
            alone=_percent(told["answer_only_above"]),
            offer=_percent(told["offer_above"]),
        ),
        measured_line(told["wrong_at_most"], told, told["wrong_low"], told["wrong_high"]),
        say("fitted-applied") if told["applied"] else say("fitted-not-applied"),
    ]
    return "\n".join(lines)


def in_force_line(version: str, wrong_at_most: float, measured: Mapping[str, Any] | None) -> str:
    """Return which thresholds hold, the promise, and what was measured."""
    if measured is None:
        return say("thresholds-shipped", version=version, promise=_percent(wrong_at_most))
    told = measured_line(wrong_at_most, measured, measured["low"], measured["high"])
    return f"{say('thresholds-desk', version=version)} {told}"


def measured_line(promise: float, counts: Mapping[str, Any], low: float, high: float) -> str:
    """Return the promise beside what documents that were held out showed."""
    return say(
        "measured",
        promise=_percent(promise),
        wrong=counts["wrong"],
        answered=counts["answered"],
        questions=counts["questions"],
        documents=counts["documents"],
        low=_percent(low),
        high=_percent(high),
    )


def _percent(share: float) -> str:
    return f"{100 * share:.1f}".removesuffix(".0")
