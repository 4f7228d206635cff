"""Which message an answer becomes, and how it is kept within Telegram's limit."""

from collections.abc import Sequence
from dataclasses import replace

from bot.ports import Message
from bot.views import answers
from bot.views.answers import PLAIN, Telling
from bot.views.gaps import waited
from bot.views.html import LONGEST_MESSAGE, escape, shortened, shown_length
from bot.views.quoting import LONGEST_LINE
from bot.views.texts import say
from facts.answering.decide import worth_offering
from facts.answering.types import Answer, Bearing, Status
from facts.quote import Quote


def compose(
    answer: Answer, quotes: Sequence[Quote], answer_id: int, telling: Telling = PLAIN
) -> tuple[Message, Sequence[Quote]]:
    """Return the message for an answer and the quotes that it shows."""
    opening = _opening(answer.read_as, telling)
    for size in answers.SIZES:
        message, shown = _compose(answer, quotes, answer_id, replace(telling, size=size))
        html = "\n".join([*opening, message.html])
        if shown_length(html) <= LONGEST_MESSAGE:
            break
    return Message(html, message.buttons), shown


def _compose(
    answer: Answer, quotes: Sequence[Quote], answer_id: int, telling: Telling
) -> tuple[Message, Sequence[Quote]]:
    by_bearing = _by_bearing(answer, quotes)
    overtaken = [one.quote for one in telling.overtaken[: answers.MOST_BESIDE]]
    overtaken += [one.other for one in telling.rulings[: answers.MOST_BESIDE]]
    if answer.reason == "said" and len(by_bearing[Bearing.ANSWERS]) > 1:
        return answers.said(by_bearing[Bearing.ANSWERS], answer_id, telling=telling)
    if answer.status is Status.FOUND:
        beside = by_bearing[Bearing.COMPLETES]
        message = answers.found(quotes[0], answer_id, beside=beside, telling=telling)
        return message, [quotes[0], *beside[: answers.MOST_BESIDE], *overtaken]
    if answer.status is Status.CONFLICT:
        differing = [quotes[0], *by_bearing[Bearing.DIFFERS]]
        message, shown = answers.conflict(differing, answer_id, telling)
        return message, [*shown, *overtaken]
    return _unsure(answer, quotes, answer_id, telling)


def _unsure(
    answer: Answer, quotes: Sequence[Quote], answer_id: int, telling: Telling
) -> tuple[Message, Sequence[Quote]]:
    if answer.status is Status.CHOICE and answer.reason == "more":
        return answers.more(quotes, answer_id, size=telling.size), quotes
    if answer.status is Status.CHOICE:
        offered = quotes[: len(worth_offering(answer.facts))]
        return answers.choice(offered, answer_id, size=telling.size), offered
    if answer.reason == "no_words":
        return Message(say("no-words")), ()
    wait = answers.waiting(answer_id) if telling.may_wait else ()
    if answer.reason == "no_more":
        return Message(say("no-more")), ()
    if answer.reason == "not_given" and quotes:
        message = answers.not_given(quotes[0], answer_id, telling=telling)
        return Message(message.html, (*message.buttons, *wait)), quotes[:1]
    return Message(answers.nothing(telling.documents).html, wait if telling.documents else ()), ()


def _by_bearing(answer: Answer, quotes: Sequence[Quote]) -> dict[Bearing, list[Quote]]:
    found: dict[Bearing, list[Quote]] = {bearing: [] for bearing in Bearing}
    for fact, quote in zip(answer.facts, quotes, strict=True):
        found[fact.bearing].append(quote)
    return found


def _opening(read_as: str | None, telling: Telling) -> list[str]:
    lines = [waited(telling.waited)] if telling.waited else []
    if telling.asked:
        lines.append(say("asked", question=escape(shortened(telling.asked, LONGEST_LINE))))
    if telling.about:
        lines.append(say("about-question", question=escape(shortened(telling.about, LONGEST_LINE))))
    return [*lines, answers.read_as_line(read_as)] if read_as else lines
