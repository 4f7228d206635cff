"""A file's bytes -> its documents: in a child process with limits, or here for trusted files."""

import importlib

from facts.errors import DocumentRefused, RowsRefused
from facts.reading.codec import documents_from_json
from facts.reading.limits import LARGEST_FILE
from facts.reading.mapping import ColumnsOfTables
from facts.reading.recognise import Format, recognise
from facts.reading.source import Reader, Source
from facts.types import Particulars, ReadDocument

# By name, so that a reader's libraries are loaded only with its first file.
_READERS = {
    Format.PLAIN: "facts.reading.plain:read_plain",
    Format.MARKDOWN: "facts.reading.markdown:read_markdown",
    Format.HTML: "facts.reading.html:read_html",
    Format.TABLE: "facts.reading.tables:read_table",
    Format.JSON: "facts.reading.records:read_json",
    Format.JSON_LINES: "facts.reading.records:read_json_lines",
    Format.PDF: "facts.reading.pdf:read_pdf",
    Format.WORD: "facts.reading.word:read_word",
    Format.WORKBOOK: "facts.reading.workbook:read_workbook",
}
_NOTHING_KNOWN = Particulars()
_GUESSED: ColumnsOfTables = {}


def read_file(
    name: str,
    content: bytes,
    given: Particulars = _NOTHING_KNOWN,
    columns: ColumnsOfTables = _GUESSED,
    *,
    good_rows: bool = False,
) -> tuple[ReadDocument, ...]:
    """Read a file that nobody vouches for, in a child process with limits.

    `columns` says by the name of a table ("": of every one) which column holds which field, none
    where it is no table of facts; without, that is guessed. With `good_rows` the wrong rows of a
    table of facts are left out and told; without, RowsRefused tells them.
    """
    from facts.reading.apart import answer_of_child  # it is not loaded in the child itself

    check_size(content)
    answer = answer_of_child(Source(name, content, given, columns, good_rows))
    if answer.get("good"):
        raise RowsRefused(answer["refused"], answer["good"])
    if "refused" in answer:
        raise DocumentRefused(answer["refused"])
    return documents_from_json(answer["documents"])


def read_here(
    name: str,
    content: bytes,
    given: Particulars = _NOTHING_KNOWN,
    columns: ColumnsOfTables = _GUESSED,
    *,
    good_rows: bool = False,
) -> tuple[ReadDocument, ...]:
    """Read a file in this process, without limits on time and memory."""
    check_size(content)
    source = Source(name, content, given, columns, good_rows)
    try:
        return _read(source)
    except RecursionError:
        raise DocumentRefused("The file is nested too deeply; send its text itself.") from None
    except MemoryError:
        raise DocumentRefused(
            "The file needs too much memory; split it or send its text."
        ) from None


def check_size(content: bytes) -> None:
    """Refuse an empty file and one that is too large, before anything reads it."""
    if not content:
        raise DocumentRefused("The file is empty; send one that holds text.")
    if len(content) > LARGEST_FILE:
        raise DocumentRefused(
            f"The file is larger than {LARGEST_FILE // 1024 // 1024} MB; split it or send its text."
        )


def _read(source: Source) -> tuple[ReadDocument, ...]:
    kind = recognise(source)
    if kind is Format.ARCHIVE:
        from facts.reading.archive import read_archive  # most files are not packed

        return read_archive(source, _read)
    if kind is Format.MAIL:
        return _read_mail(source)
    return _reader(kind)(source)


def _read_mail(source: Source) -> tuple[ReadDocument, ...]:
    mail = importlib.import_module("facts.reading.mail")
    found: tuple[ReadDocument, ...] = mail.read_mail(source, _read)
    return found


def _reader(kind: Format) -> Reader:
    place, _, name = _READERS[kind].partition(":")
    reader: Reader = getattr(importlib.import_module(place), name)
    return reader
