"""Answers for the terminal: the same words without markup."""

from collections.abc import Sequence

from bot.views import answers, documents
from bot.views.texts import say
from facts.answering.decide import worth_offering
from facts.answering.types import Answer, Status
from facts.quote import Quote


def reply_text(answer: Answer, quotes: Sequence[Quote]) -> str:
    """Return an answer as lines of plain text."""
    lines = [f"Read as: {answer.read_as}"] if answer.read_as else []
    if answer.status is Status.FOUND:
        return "\n".join([*lines, *_quote(quotes[0])])
    if answer.status in {Status.CHOICE, Status.CONFLICT}:
        quotes = quotes[: len(worth_offering(answer.facts))]
        lines.append(say("choice") if len(quotes) > 1 else say("choice-of-one"))
    elif answer.reason == "no_words":
        return say("no-words")
    elif answer.reason == "not_given" and quotes:
        return "\n".join([*lines, say("not-given-plain"), *_quote(quotes[0])])
    else:
        return "\n".join([*lines, say("nothing-plain")])
    for number, quote in enumerate(quotes, start=1):
        lines += [f"\n{number}.", *_quote(quote)]
    return "\n".join(lines)


def _quote(quote: Quote) -> list[str]:
    words = quote.answer.of(quote.text) if quote.answer else None
    lines = [words] if words and words != quote.text else []
    lines.append(f"  “{quote.text}”")
    lines += [f"  Before it: “{before}”" for before in quote.leans_on]
    if quote.context.heads:
        lines.append(f"  Columns: {' | '.join(quote.context.heads)}")
    if quote.lead_in:
        lines.append(f"  Under: “{quote.lead_in}”")
    lines.append(f"  {answers.whose(quote)}")
    outlet = quote.document.outlet or say("outlet-unknown")
    lines.append(f"  {documents.title(quote.document)} · {outlet}")
    lines.append(f"  {documents.published(quote.document.published)}")
    return lines
