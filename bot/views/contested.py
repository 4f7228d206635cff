"""Contested terms: the line that marks narration which uses one, and the desk's list of them."""

from collections.abc import Sequence

from bot.ports import Button, Message, rows
from bot.views.html import escape, shortened
from bot.views.texts import say
from facts.quote import Quote

LONGEST = 80


def wording_lines(quote: Quote) -> list[str]:
    """Return the line that says that contested words are the document's own; none without any."""
    if not quote.contested:
        return []
    words = ", ".join(f"“{escape(shortened(each, LONGEST))}”" for each in quote.contested)
    return [say("contested-wording", words=words)]


def term_list(terms: Sequence[tuple[int, str]]) -> Message:
    """Return the contested terms, each with a button that takes it off, and one to add another."""
    add = ((Button(say("button-term-add"), data="term:add:0"),),)
    if not terms:
        return Message(f"{say('terms-none')}\n{say('terms-how')}", add)
    lines = [f"<b>{number}</b>  {escape(words)}" for number, words in terms]
    buttons = [Button(f"✗ {number}", data=f"term:remove:{number}") for number, _ in terms[-40:]]
    return Message("\n".join([say("terms"), *lines, say("terms-how")]), (*rows(buttons, 4), *add))
