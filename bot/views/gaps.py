"""What is told about questions that nothing answered, to those who wait and to admins."""

from collections.abc import Sequence

from bot.ports import Message
from bot.views.html import escape, shortened
from bot.views.quoting import LONGEST_LINE, quoted
from bot.views.texts import say
from facts.quote import Quote

LONGEST_WORDS = 1_000


def closed(question: str, words: str) -> Message:
    """Return that an editor closed a question that a chat waited for."""
    told = say("gap-closed", words=escape(shortened(words, LONGEST_WORDS)))
    return Message(f"{waited(question)}\n{told}")


def pointed(question: str, quote: Quote) -> Message:
    """Return the fact that an editor pointed to for a question that a chat waited for."""
    return Message("\n".join([waited(question), *quoted(quote, headline=False)]))


def waited(question: str) -> str:
    """Return the line that opens what a chat waited for."""
    return say("waited", question=escape(shortened(question, LONGEST_LINE)))


def gap_list(gaps: Sequence[tuple[int, str, int, int]]) -> str:
    """Return the open gaps (number, question, people, waiting chats), for admins."""
    if not gaps:
        return say("gaps-none")
    lines = [
        say(
            "gap",
            id=str(number),
            question=escape(shortened(text, 120)),
            people=people,
            waiting=waiting,
        )
        for number, text, people, waiting in gaps
    ]
    return "\n".join([say("gaps"), *lines, "", say("gaps-how")])
