"""Answers for the terminal: the same words without markup."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.views import documents, quoting
from bot.views.answers import PLAIN, Telling
from bot.views.contested import wording_lines
from bot.views.texts import say
from facts.answering.decide import worth_offering
from facts.answering.types import Answer, Bearing, Status
from facts.quote import Quote


def reply_text(answer: Answer, quotes: Sequence[Quote], telling: Telling = PLAIN) -> str:
    """Return an answer as lines of plain text."""
    lines = [f"Read as: {answer.read_as}"] if answer.read_as else []
    if answer.status in {Status.FOUND, Status.CONFLICT}:
        return "\n".join([*lines, *_settled(answer, quotes, telling)])
    if answer.status is Status.CHOICE:
        quotes = quotes[: len(worth_offering(answer.facts))]
        lines.append(say("choice") if len(quotes) > 1 else say("choice-of-one"))
    elif answer.reason == "no_words":
        return say("no-words")
    elif answer.reason == "not_given" and quotes:
        nearest = replace(quotes[0], answer=None, also=())
        return "\n".join([*lines, say("not-given-plain"), *_quote(nearest, telling.newest)])
    else:
        return "\n".join([*lines, say("nothing-plain")])
    for number, quote in enumerate(quotes, start=1):
        lines += [f"\n{number}.", *_quote(quote, telling.newest)]
    return "\n".join(lines)


def _settled(answer: Answer, quotes: Sequence[Quote], telling: Telling) -> list[str]:
    lines = [say("conflict-plain")] if answer.status is Status.CONFLICT else []
    if telling.as_of:
        lines.append(f"({documents.published(quotes[0].document.published)})")
    bearings = [Bearing.ANSWERS, *(fact.bearing for fact in answer.facts[1:])]
    for bearing, quote in zip(bearings, quotes, strict=True):
        if bearing is Bearing.COMPLETES:
            lines += ["", say("completes")]
        if bearing in {Bearing.ANSWERS, Bearing.COMPLETES, Bearing.DIFFERS}:
            lines += _quote(quote, telling.newest)
    for ruled in telling.rulings:
        told = {"day": documents.day(ruled.on), "reason": ruled.reason}
        lines += ["", say(f"ruled-{ruled.verdict}", **told), *_quote(ruled.other, telling.newest)]
    for one in telling.overtaken:
        lines += ["", say("corrected") if one.corrected else say("updated")]
        lines += _quote(one.quote, telling.newest)
    return lines


def _quote(quote: Quote, newest: date | None) -> list[str]:
    words = quoting.answering_words(quote)
    lines = [words] if words and words != quote.text else []
    lines.append(f"  “{quote.text}”")
    lines += [f"  Before it: “{before}”" for before in quote.leans_on]
    if quote.context.heads:
        lines.append(f"  Columns: {' | '.join(quote.context.heads)}")
    if quote.lead_in:
        lines.append(f"  Under: “{quote.lead_in}”")
    lines.append(f"  {quoting.whose(quote)}")
    lines += [f"  {each}" for each in wording_lines(quote)]
    outlet = quote.document.outlet or say("outlet-unknown")
    lines.append(f"  {documents.title(quote.document)} · {outlet}")
    lines.append(f"  {quoting.dated(quote, newest)}")
    return lines
