"""Golden questions that a load would have answered otherwise: each with both answers."""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.ports import Button, Message, rows
from bot.views.html import escape, shortened
from bot.views.learning import turning
from bot.views.texts import say

LONGEST_QUESTION, LONGEST_WORDS = 200, 300
RIGHT, WRONG = "right", "wrong"


def golden_line(changed: Sequence[dict[str, Any]]) -> str:
    """Return how many golden questions are answered otherwise, and how many of them wrongly."""
    return say("golden-otherwise", count=len(changed), worse=sum(map(_worse, changed)))


def golden_pieces(changed: Sequence[dict[str, Any]]) -> list[str]:
    """Return each question with its old and new answer, as HTML."""
    return [
        "\n".join(
            [
                f"<b>{escape(shortened(each['question'], LONGEST_QUESTION))}</b>",
                *(f"− {escape(words)}" for words in _answers(each["before"])),
                *(f"+ {escape(words)}" for words in _answers(each["after"])),
            ]
        )
        for each in changed
    ]


def golden_page(listed: Sequence[tuple[int, str, Sequence[str]]], page: int, pages: int) -> Message:
    """Return a page of golden questions, each with the words wanted and a button to drop it."""
    lines = [say("golden-list", page=page + 1, pages=pages)] if listed else [say("golden-empty")]
    for number, question, wanted in listed:
        lines.append(f"<b>{number}.</b> {escape(shortened(question, LONGEST_QUESTION))}")
        lines += [f"= <i>{escape(shortened(words, LONGEST_WORDS))}</i>" for words in wanted]
        lines += [] if wanted else [f"= {say('golden-unknown')}"]
    lines.append(say("golden-how"))
    drop = [
        Button(say("button-golden-drop", id=str(number)), data=f"golden:drop:{number}:{page}")
        for number, *_ in listed
    ]
    return Message("\n".join(lines), (*rows(drop, 3), *turning("golden:page", page, pages)))


def keep_asked(answer_id: int, question: str, words: str) -> Message:
    """Return what an answer would be kept as, with the button that keeps it."""
    told = say(
        "golden-keep",
        question=escape(shortened(question, LONGEST_QUESTION)),
        words=escape(shortened(words, LONGEST_WORDS)),
    )
    return Message(told, ((Button(say("button-golden-keep"), data=f"golden:keep:{answer_id}"),),))


def golden_lines(changed: Sequence[dict[str, Any]]) -> Iterator[str]:
    """Yield the same for the terminal, under a line that says how many they are."""
    yield f"  {golden_line(changed)}:"
    for each in changed:
        yield f"    {shortened(each['question'], LONGEST_QUESTION)}"
        yield from (f"      − {words}" for words in _answers(each["before"]))
        yield from (f"      + {words}" for words in _answers(each["after"]))


def _worse(changed: dict[str, Any]) -> bool:
    before, after = changed["before"]["outcome"], changed["after"]["outcome"]
    return bool(before != after and (after == WRONG or before == RIGHT))


def _answers(given: dict[str, Any]) -> Iterator[str]:
    """Yield what is answered, a line each; the last says whether it is what the desk wants."""
    outcome, status = given["outcome"], given["status"]
    judged = say(f"golden-{outcome}")
    if not given["quoted"]:
        key = f"golden-{status}-offered" if given["offered"] else f"golden-{status}"
        yield f"{say(key)} · {judged}"
    last = len(given["quoted"]) - 1
    for at, (text, speaker) in enumerate(given["quoted"]):
        words = f"“{shortened(' '.join(text.split()), LONGEST_WORDS)}”"
        whose = f" ({speaker})" if speaker else ""
        yield f"{words}{whose}" + (f" · {judged}" if at == last else "")
