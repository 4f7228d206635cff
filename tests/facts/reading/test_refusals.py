"""What cannot be read is refused in one plain sentence, in this process and in the child."""

import pytest

from facts.errors import DocumentRefused
from facts.reading.limits import LARGEST_FILE
from facts.reading.read import read_file, read_here
from facts.types import Particulars

DEEP_PAGE = b"<html><body>" + b"<div>" * 200_000 + b"It rained."

BAD = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\t\n", "is empty"),
    "too large": (b"a" * (LARGEST_FILE + 1), "larger than 20 MB"),
    "zero bytes": (b"It rained.\0", "zero bytes"),
    "broken utf-8": ("Es regnete – überall – sehr.".encode()[:-1] + b"\xff.", "broken bytes"),
    "unknown encoding": (b"\x81\x8d\x8f\x90\x9d", "encoding"),
    "binary": (bytes(range(1, 32)) * 20, "binary"),
    "picture": (b"\x89PNG\r\n\x1a\n", "a picture"),
    "deep page": (DEEP_PAGE, "nested too deeply"),
    "deep json": (b"[" * 200_000, "no text"),
    "no words": (b"***\n\n---\n", "no text"),
}


@pytest.mark.parametrize(("content", "says"), BAD.values(), ids=BAD)
def test_bad_file_is_refused_in_one_sentence(content: bytes, says: str) -> None:
    with pytest.raises(DocumentRefused, match=says) as refusal:
        read_here("file", content)
    assert str(refusal.value).count(". ") == 0


def test_child_reads_as_this_process_does() -> None:
    content = "Rain in Velda\n\nIt rained on “Monday”.\n".encode()
    given = Particulars(outlet="Velda Post")
    assert read_file("a.txt", content, given) == read_here("a.txt", content, given)


def test_child_hands_its_refusal_back() -> None:
    with pytest.raises(DocumentRefused, match="is a picture"):
        read_file("a.txt", b"GIF89a")


def test_windows_text_is_read_as_such() -> None:
    document = read_here("a.txt", "Es regnete überall.\n".encode("cp1252"))[0]
    assert document.reading.text == "Es regnete überall."


def test_twenty_megabytes_in_one_line_are_refused() -> None:
    with pytest.raises(DocumentRefused, match="too long"):
        read_file("a.txt", b"It rained. " * 1_800_000)


def test_deep_json_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="nested too deeply"):
        read_here("a.json", b'[{"a":' * 200_000)
