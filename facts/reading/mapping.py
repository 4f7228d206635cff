"""Which column of a table of facts, or of questions and answers, holds what.

Guessed from the heads in their several wordings and from what the columns hold; used only when
sure, since most tables are no lists of facts and are read as tables.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from facts.errors import DocumentRefused
from facts.reading.dates import full_dates
from facts.reading.wordlist import word_list
from facts.text import fold

FIELDS = ("text", "question", "speaker", "date", "source", "title", "topic", "url", "id")
Columns = Mapping[str, str]
# By the name of the table: "" means every one that is not named.
ColumnsOfTables = Mapping[str, Columns]
Fits = Callable[[str], bool]
_HEADS = {
    "text": word_list(
        "text, fact, facts, statement, statements, quote, quotation, quoted words, claim, sentence,"
        " key fact, what was said, words, said, finding, answer, answers, response, reply"
    ),
    "question": word_list("question, questions, q, query, asked, question asked, faq"),
    "speaker": word_list(
        "speaker, who, who said it, said by, by, person, attributed to, attribution, spokesperson,"
        " source person, name of speaker, quoted person, author of quote"
    ),
    "date": word_list(
        "date, when, day, said on, date said, date of statement, published, publication date,"
        " date published, published on"
    ),
    "source": word_list(
        "source, outlet, publication, publisher, newspaper, media, medium, published by,"
        " news source"
    ),
    "title": word_list("title, headline, article, article title, document title"),
    "topic": word_list("topic, subject, theme, category, tag"),
    "url": word_list("url, link, web address, website, source url"),
    "id": word_list("id, no, nr, number, ref, reference, fact id"),
}
_ANSWERS = word_list("answer, answers, response, reply, a")
_ASKS = re.compile(
    r"\?\s*$|^(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did|can|could"
    r"|will|has|have|may|should)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[^A-Za-z]*\d[^A-Za-z]*$")
_SAMPLE = 200
_FEWEST_WORDS, _LONG, _MOSTLY = 4, 20, 0.6
_LONGER, _NEARLY_ALL = 40, 0.9


def named_for(given: ColumnsOfTables, table: str) -> Columns | None:
    """Return the columns that a person named for a table, none where it is no table of facts.

    None: nothing was said about it, so they are guessed.
    """
    return given.get(table, given.get(""))


def guessed(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Columns | None:
    """Return the head of the column that holds each field; None when that is not sure.

    Sure means: one column of sentences (or answers beside questions), something beside it that
    says whose, when or where, and no column of plain numbers that would be lost.
    """
    held = {head: _held(rows, at) for at, head in enumerate(heads) if head.strip()}
    if len(held) < sum(bool(head.strip()) for head in heads) or not any(held.values()):
        return None
    found = _by_heads(held)
    found = _by_content(held, found)
    told = found.get("text")
    if told is None or not _fits(held, found):
        return None
    rest = [head for head in held if head not in found.values()]
    if any(_share(held[head], _is_number) >= _MOSTLY for head in rest):
        return None
    return found if len(found) > 1 or len(held) == 1 else None


def chosen(heads: Sequence[str], given: Columns) -> Columns:
    """Return the heads that a person named for fields; raise DocumentRefused for unknown ones."""
    known = {fold(head.strip()): head for head in heads if head.strip()}
    for field, head in given.items():
        if field not in FIELDS:
            raise DocumentRefused(
                f'There is no field "{field}"; name columns for: {", ".join(FIELDS)}.'
            )
        if fold(head.strip()) not in known:
            raise DocumentRefused(
                f'There is no column "{head}"; the table has: {", ".join(known.values())}.'
            )
    if "text" not in given:
        raise DocumentRefused("Say which column holds the facts: text=NAME.")
    return {field: known[fold(head.strip())] for field, head in given.items()}


def reader_with(reader: str, given: ColumnsOfTables) -> str:
    """Return the name of a reader ("facts.csv/1") by which a person's choice of columns is told.

    The same content has another text with other columns, and so needs another reading.
    """
    if not given:
        return reader
    name, _, version = reader.rpartition("/")
    told = [
        [table] * bool(table) + [field, fold(head.strip())]
        for table, columns in given.items()
        for field, head in columns.items() or [("", "")]
    ]
    chosen_as = json.dumps(sorted(told))
    return f"{name}+{hashlib.sha256(chosen_as.encode()).hexdigest()[:8]}/{version}"


def iso_day(words: str) -> str:
    """Return a date that is written in full as YYYY-MM-DD, or the words as they are."""
    plain = words.strip()[: len("YYYY-MM-DD")] if words.strip()[10:].startswith("T") else words
    found = list(full_dates(plain))
    return found[0].day.isoformat() if len(found) == 1 else words


def _by_heads(held: Mapping[str, Sequence[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    named = {head: " ".join(re.sub(r"[^\w]+", " ", fold(head)).split()) for head in held}
    asks = any(name in _HEADS["question"] for name in named.values())
    for field in FIELDS:
        fit = [head for head, name in named.items() if name in _HEADS[field]]
        if field == "text" and asks:
            fit = [head for head, name in named.items() if name in _ANSWERS] or fit
        if len(fit) == 1:
            found[field] = fit[0]
    return found


def _by_content(held: Mapping[str, Sequence[str]], found: dict[str, str]) -> dict[str, str]:
    """Find a column of dates and one of long sentences among those that no head names."""
    found = dict(found)
    free = [head for head in held if head not in found.values()]
    days = [head for head in free if _share(held[head], _is_day) >= _NEARLY_ALL]
    if "date" not in found and len(days) == 1:
        found["date"] = days[0]
        free.remove(days[0])
    if "text" not in found and len(free) == 1:
        cells = held[free[0]]
        if _middle_length(cells) >= _LONGER and _share(cells, _is_sentence) >= _MOSTLY:
            found["text"] = free[0]
    return found


def _fits(held: Mapping[str, Sequence[str]], found: Columns) -> bool:
    cells = held[found["text"]]
    if "question" in found:
        return bool(cells) and _share(held[found["question"]], _is_question) >= _MOSTLY
    long = _middle_length(cells) >= _LONG
    return long and _share(cells, _is_sentence) >= _MOSTLY


def _held(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    cells = (cells[at].strip() for cells in rows[:_SAMPLE] if at < len(cells))
    return [cell for cell in cells if cell]


def _middle_length(cells: Sequence[str]) -> float:
    """Return the median; Python's own brings a tenth of what a reader's start takes."""
    lengths = sorted(map(len, cells or [""]))
    middle = len(lengths) // 2
    return (lengths[middle] + lengths[~middle]) / 2


def _share(cells: Sequence[str], fits: Fits) -> float:
    return sum(map(fits, cells)) / len(cells) if cells else 0.0


def _is_sentence(cell: str) -> bool:
    return len(cell.split()) >= _FEWEST_WORDS and any(letter.islower() for letter in cell)


def _is_question(cell: str) -> bool:
    return bool(_ASKS.search(cell))


def _is_number(cell: str) -> bool:
    return bool(_NUMBER.match(cell)) and not _is_day(cell)


def _is_day(cell: str) -> bool:
    try:
        date.fromisoformat(iso_day(cell))
    except ValueError:
        return False
    return len(cell) <= len("Wednesday, 30 September 2026")
