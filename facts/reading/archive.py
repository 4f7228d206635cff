"""Packed files: what may be unpacked at all, and an archive of documents as its documents."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from facts.errors import DocumentRefused, RowsRefused
from facts.reading.limits import HIGHEST_RATIO, LARGEST_UNPACKED, MOST_MEMBERS
from facts.reading.source import Reader, Source, read_within
from facts.types import ReadDocument, Table

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    ValueError,
    NotImplementedError,
    OSError,
    EOFError,
    KeyError,
)
_SMALLEST_SUSPICIOUS = 1024 * 1024  # a small file may be packed as tightly as it likes


def checked_archive(content: bytes) -> zipfile.ZipFile:
    """Open a packed file after its directory has been weighed."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGED:
        raise DocumentRefused("The packed file is damaged; pack it again and send it.") from None
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if len(members) > MOST_MEMBERS:
        raise DocumentRefused(f"The file packs more than {MOST_MEMBERS:,} files; send fewer.")
    suspicious = unpacked > _SMALLEST_SUSPICIOUS and unpacked > HIGHEST_RATIO * len(content)
    if unpacked > LARGEST_UNPACKED or suspicious:
        raise DocumentRefused("The file unpacks to far more than it holds; send it unpacked.")
    return archive


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of a member, counted while reading: the directory can lie."""
    try:
        with archive.open(name) as member:
            content = member.read(LARGEST_UNPACKED + 1)
    except RuntimeError:
        raise DocumentRefused("The packed file is locked; send it without a password.") from None
    except _DAMAGED:
        raise DocumentRefused("The packed file is damaged; pack it again and send it.") from None
    if len(content) > LARGEST_UNPACKED:
        raise DocumentRefused("The file unpacks to far more than it holds; send it unpacked.")
    return content


def read_archive(source: Source, read: Reader) -> tuple[ReadDocument, ...]:
    """Read each document of an archive; one that is refused refuses all, by its name.

    Raises RowsRefused where only rows of tables cannot be taken, and each has good ones.
    """
    archive = checked_archive(source.content)
    found: list[ReadDocument] = []
    refused: list[RowsRefused] = []
    total = 0
    for name in sorted(n for n in archive.namelist() if _is_document(n)):
        content = read_member(archive, name)
        total += len(content)
        if total > LARGEST_UNPACKED:
            raise DocumentRefused("The file unpacks to far more than it holds; send fewer files.")
        try:
            found += _documents(replace(source, name=name, content=content), read)
        except RowsRefused as rows:
            refused.append(rows)
    if refused:
        raise RowsRefused.together(refused, others=bool(found))
    if not found:
        raise DocumentRefused("The packed file holds no documents; send one that does.")
    return tuple(found)


def _is_document(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith((".", "__")) for part in path.parts)
    return not name.endswith("/") and not hidden


def _documents(source: Source, read: Reader) -> list[ReadDocument]:
    if source.content.startswith(b"PK") and source.ending == "zip":
        raise DocumentRefused(f'"{source.name}" is packed twice; unpack it and send it.')
    told = replace(source, columns=dict(_columns_within(source)))
    return [
        replace(
            each,
            reading=replace(each.reading, tables=_tables_within(source.name, each.reading.tables)),
        )
        for each in read_within(told, "in the packed file", read)
    ]


def _tables_within(name: str, tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """Return the tables of a packed file under names that tell them from those of others."""
    return tuple(replace(t, name=f"{name}/{t.name}" if t.name else name) for t in tables)


def _columns_within(source: Source) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield what was said about the tables of a packed file, under their own names."""
    for table, columns in source.columns.items():
        if table in ("", source.name):
            yield "", columns
        elif table.startswith(f"{source.name}/"):
            yield table.removeprefix(f"{source.name}/"), columns
