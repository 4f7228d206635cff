"""PDF, Word, e-mail and archives, as they should be and as attacks."""

from datetime import date

import pytest

from facts.errors import DocumentRefused
from facts.reading.read import read_file, read_here
from facts.types import PublishedBasis, ReadDocument
from tests.facts.reading.samples import packed, pdf, word

MAIL = b"""From: Velda Harbour Office <press@harbour.example>
To: desk@desk.example
Subject: Re: Pier closed
Date: Tue, 04 Mar 2025 09:30:00 +0100
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"

The pier at Velda is closed until Friday, after a crack was found in one of
the twelve pillars.

On Mon, 3 Mar 2025 Ida Roe wrote:
> Is the pier open?
"""
NESTED_MAIL = b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (at, at) for at in range(3000)
)
BODY = [
    "The harbour of Sorn reopened on Monday after divers had removed the last of three",
    "wrecks from the fairway, the port office said in a statement.",
    "Ferries will sail again from Wednesday, first to the islands in the north and a week",
    "later to the mainland.",
]


def blocks(documents: tuple[ReadDocument, ...]) -> list[tuple[str, str]]:
    read = documents[0].reading
    return [(block.kind.value, read.text[block.start : block.end]) for block in read.blocks]


def test_lines_of_a_pdf_are_joined_to_paragraphs() -> None:
    assert blocks(read_file("a.pdf", pdf([["Harbour reopens", *BODY]]))) == [
        ("heading", "Harbour reopens"),
        ("paragraph", " ".join(BODY[:2])),
        ("paragraph", " ".join(BODY[2:])),
    ]


def test_repeated_headers_and_page_numbers_are_dropped() -> None:
    pages = [["Annual report 2025", *BODY, f"Page {n} of 4"] for n in range(1, 5)]
    text = read_file("a.pdf", pdf(pages))[0].reading.text
    assert "Annual report" not in text
    assert "Page" not in text


def test_pdf_of_pictures_is_recognised() -> None:
    with pytest.raises(DocumentRefused, match="no text layer"):
        read_file("a.pdf", pdf([[], []]))


def test_word_document_is_read_in_its_order() -> None:
    assert blocks(read_here("a.docx", word())) == [
        ("heading", "Ferry strike ends"),
        ("paragraph", "Crews returned to work on Tuesday."),
        ("item", "Pay rises by 4.5%."),
        ("row", "Velda-Sorn | 12"),
        ("paragraph", "Services resume on Thursday."),
    ]


def test_mail_is_read_without_the_mail_it_answers() -> None:
    documents = read_here("a.eml", MAIL)
    particulars = documents[0].reading.particulars
    assert "Is the pier open" not in documents[0].reading.text
    assert "in one of the twelve pillars." in documents[0].reading.text
    assert (particulars.title, particulars.outlet) == ("Pier closed", "Velda Harbour Office")
    assert particulars.published.day == date(2025, 3, 4)
    assert particulars.published.basis is PublishedBasis.HEADER


def test_archive_gives_each_of_its_documents() -> None:
    documents = read_file("a.zip", packed({"b.txt": b"It rained.\n", "c/d.docx": word()}))
    assert [document.key for document in documents] == ["b.txt", "c/d.docx"]
    assert documents[0].content == b"It rained.\n"


HOSTILE = {
    "unpacks to too much": ("a.docx", packed({"word/document.xml": b"0" * 30_000_000}), "unpacks"),
    "packed twice": ("a.zip", packed({"b.zip": packed({"c.txt": b"x"})}), "packed twice"),
    "too many members": (
        "a.zip",
        packed({f"{n}.txt": b"" for n in range(2001)}),
        "more than 2,000",
    ),
    "damaged archive": ("a.zip", b"PK\x03\x04 and nothing more", "damaged"),
    "damaged pdf": ("a.pdf", b"%PDF-1.7\njunk", "damaged"),
    "nested mail": ("a.eml", NESTED_MAIL, "nested too deeply"),
    "refused member": ("a.zip", packed({"b.txt": b""}), '"b.txt" in the packed file'),
    "spreadsheet": ("a.xlsx", packed({"xl/workbook.xml": b"<x/>"}), "spreadsheet is damaged"),
    "empty word": ("a.docx", packed({"word/document.xml": b"<x/>"}), "damaged"),
}


@pytest.mark.parametrize(("name", "content", "says"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_file_is_refused(name: str, content: bytes, says: str) -> None:
    with pytest.raises(DocumentRefused, match=says):
        read_file(name, content)


def test_entity_in_a_word_document_opens_no_file() -> None:
    entity = b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]><w>&e;</w>'
    with pytest.raises(DocumentRefused):
        read_file("a.docx", packed({"word/document.xml": entity}))
