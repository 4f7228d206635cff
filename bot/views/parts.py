"""Long texts as several messages: cut between pieces, never inside a tag or a quotation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.ports import Button, Message, rows
from bot.views.html import shown_length
from bot.views.texts import say
from facts.quote import Quote

# Telegram counts 4,096 UTF-16 units of the text after its tags were read.
MOST_UNITS = 3_900
MOST_QUOTES = 8
BUTTONS_A_ROW = 4
BETWEEN = "\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some lines that stay together; with the quote they show, which gets a number.

    `gone_id` is the fact that they tell to be withdrawn.
    """

    html: str
    quote: Quote | None = None
    gone_id: int | None = None

    @property
    def fact_id(self) -> int | None:
        """The fact that the lines are about."""
        return self.quote.fact_id if self.quote is not None else self.gone_id


@dataclass(frozen=True, slots=True)
class Part:
    """One message of several, with the quotes that it shows.

    `places` tell where in the message each fact stands: its id, and from where to where.
    """

    message: Message
    quotes: tuple[Quote, ...] = ()
    places: tuple[tuple[int, int, int], ...] = ()


def parts(pieces: Sequence[Piece], last: Sequence[Button] = ()) -> list[Part]:
    """Return the messages that hold these pieces in order; `last` goes under the last one."""
    batches: list[list[Piece]] = [[]]
    for piece in pieces:
        if batches[-1] and not _fits([*batches[-1], piece]):
            batches.append([])
        batches[-1].append(piece)
    number, made = 1, []
    for at, batch in enumerate(batches):
        under = rows(last, 2) if at == len(batches) - 1 else ()
        made.append(_part(batch, number, under))
        number += sum(piece.quote is not None for piece in batch)
    return made


def numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the number of its quote in front of each that shows one."""
    numbered, number = [], 0
    for piece in pieces:
        number += piece.quote is not None
        mark = f"<b>{number}.</b> " if piece.quote is not None else ""
        numbered.append(replace(piece, html=f"{mark}{piece.html}"))
    return numbered


def looking(number: int | None, fact_id: int) -> tuple[Button, Button]:
    """Return the two buttons that lead from a shown fact to its passage and its document."""
    after = f" {number}" if number is not None else ""
    return (
        Button(say("button-context") + after, data=f"fact:context:{fact_id}"),
        Button(say("button-document") + after, data=f"fact:document:{fact_id}"),
    )


def _fits(batch: Sequence[Piece]) -> bool:
    quoting = sum(piece.quote is not None for piece in batch)
    return quoting <= MOST_QUOTES and shown_length(_joined(batch)) <= MOST_UNITS


def _part(batch: Sequence[Piece], first: int, under: tuple[tuple[Button, ...], ...]) -> Part:
    quotes = [piece.quote for piece in batch if piece.quote is not None]
    buttons = [
        button
        for number, quote in enumerate(quotes, start=first)
        for button in looking(number, quote.fact_id)
    ]
    message = Message(_joined(batch), (*rows(buttons, BUTTONS_A_ROW), *under))
    return Part(message, tuple(quotes), tuple(_places(batch)))


def _places(batch: Sequence[Piece]) -> Iterator[tuple[int, int, int]]:
    at = 0
    for piece in batch:
        if piece.fact_id is not None:
            yield piece.fact_id, at, at + len(piece.html)
        at += len(piece.html) + len(BETWEEN)


def _joined(batch: Sequence[Piece]) -> str:
    return BETWEEN.join(piece.html for piece in batch)
