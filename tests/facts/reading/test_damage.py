"""Real files with bytes flipped, cut, repeated or put in: read or refused, and nothing else."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facts.errors import DocumentRefused
from facts.extraction.extract import extract
from facts.reading.read import read_here
from tests.facts.reading.pages import page
from tests.facts.reading.samples import packed, pdf, word, workbook
from tests.facts.reading.test_formats import BRIEF
from tests.facts.reading.test_json import NEWS
from tests.facts.reading.test_lines import HEARING, LIVE, REPORT
from tests.facts.reading.test_office import FORWARD, PAGE, attached

FILES = {
    "a.pdf": pdf([["Harbour reopens", "The harbour reopened on Monday."]]),
    "a.docx": word(),
    "a.xlsx": workbook({"S": [["Town", "Share"], ["Sorn", (0.125, 2)], ["Velda", (45720, 1)]]}),
    "a.eml": FORWARD,
    "page.eml": PAGE,
    "attached.eml": attached("a.docx", word()),
    "a.html": page("wordpress").encode(),
    "a.zip": packed({"a.txt": b"It rained.", "b.html": page("amp").encode()}),
    "a.csv": b'Grain\n\nname;note\nOrla;"two\nlines"\n',
    "facts.csv": b"id,text,date\na,It rained.,2025-03-04\n",
    "a.json": str(NEWS).replace("'", '"').replace("None", "null").encode(),
    "a.jsonl": b'{"text":"It rained."}\n{"text":"It snowed."}\n',
    "a.md": BRIEF.encode(),
    "live.txt": LIVE.encode(),
    "hearing.txt": HEARING.encode(),
    "report.txt": REPORT.encode(),
}
PLACES = st.integers(0, 5_000)
BYTES = st.binary(min_size=1, max_size=8)
CHANGES = st.lists(
    st.tuples(st.sampled_from(["flip", "cut", "drop", "repeat", "put"]), PLACES, BYTES),
    min_size=1,
    max_size=4,
)


def damaged(content: bytes, changes: list[tuple[str, int, bytes]]) -> bytes:
    for kind, place, other in changes:
        at = place % max(len(content), 1)
        length = 8 * len(other)
        content = {
            "flip": content[:at] + other + content[at + len(other) :],
            "cut": content[:at],
            "drop": content[:at] + content[at + length :],
            "repeat": content[:at] + content[at : at + length] * 20 + content[at + length :],
            "put": content[:at] + other + content[at:],
        }[kind]
    return content


def check(name: str, content: bytes) -> None:
    try:
        documents = read_here(name, content)
    except DocumentRefused:
        return
    for document in documents:
        for fact in extract(document.reading):
            assert fact.text == fact.span.of(document.reading.text) != ""


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(CHANGES)
def test_damaged_file_is_read_or_refused(name: str, changes: list[tuple[str, int, bytes]]) -> None:
    check(name, damaged(FILES[name], changes))


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 50), CHANGES)
def test_damaged_part_of_an_office_file_is_read_or_refused(
    name: str, part: int, changes: list[tuple[str, int, bytes]]
) -> None:
    archive = zipfile.ZipFile(io.BytesIO(FILES[name]))
    files = {each: archive.read(each) for each in archive.namelist()}
    changed = sorted(files)[part % len(files)]
    files[changed] = damaged(files[changed], changes)
    check(name, packed(files))
