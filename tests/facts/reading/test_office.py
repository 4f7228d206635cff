"""Word documents and e-mails as people leave them: tracked changes, boxes, replies, forwards."""

import base64
from datetime import date

import pytest

from facts.errors import DocumentRefused
from facts.extraction.extract import extract
from facts.reading.read import read_file, read_here
from facts.types import ReadDocument
from tests.facts.reading.samples import pdf, word, worded


def facts(document: ReadDocument) -> list[str]:
    return [fact.text for fact in extract(document.reading)]


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


TRACKED = paragraph(
    run("Crews "),
    '<w:del w:id="1" w:author="x"><w:r><w:delText>never </w:delText></w:r></w:del>',
    f'<w:ins w:id="2" w:author="x">{run("quickly ")}</w:ins>',
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r>",
    f'<w:hyperlink w:anchor="a">{run("returned")}</w:hyperlink>',
    run(" to work."),
)
BOX = "<w:txbxContent>" + paragraph(run("A box states something.")) + "</w:txbxContent>"


def test_tracked_insertions_are_read_and_deletions_are_not() -> None:
    assert facts(read_here("a.docx", worded(TRACKED))[0]) == ["Crews quickly returned to work."]


def test_boxes_and_controls_are_read_once_and_in_place() -> None:
    control = (
        f"<w:sdt><w:sdtContent>{paragraph(run('A control holds words.'))}</w:sdtContent></w:sdt>"
    )
    boxed = paragraph(run("It rained."), f"<w:r><w:pict>{BOX}</w:pict></w:r>")
    document = read_here("a.docx", worded(boxed + control + paragraph(run("It snowed."))))[0]
    assert facts(document) == [
        "It rained.",
        "A box states something.",
        "A control holds words.",
        "It snowed.",
    ]


def test_labels_in_a_word_document_speak() -> None:
    said = "".join(paragraph(run(f"{who}: We agree to it.")) for who in ("OKAFOR", "ROE", "OKAFOR"))
    document = read_here("a.docx", worded(said))[0]
    assert [block.speaker for block in document.reading.blocks] == ["OKAFOR", "ROE", "OKAFOR"]


HEAD = b"""From: Ida Roe <ida@desk.example>
Subject: =?utf-8?q?FW:_Tram_=E2=80=93_vote?=
Date: Wed, 05 Mar 2025 23:30:00 -0500
"""
FORWARD = (
    HEAD
    + b"""
FYI

---------- Forwarded message ---------
From: Marlow Press <press@marlow.example>
Date: Tue, 4 Mar 2025 at 14:00
Subject: Statement on tram
To: <ida@desk.example>

The council approved the tram line on Tuesday.
"""
)
REPLY = (
    HEAD
    + b"""
The tram will open in May, not in June.

Regards
Ida Roe
Head of Press

________________________________
From: Bo Lind <bo@x.example>
Sent: Tuesday, March 4, 2025 2:00 PM
Subject: Tram

When will it open?
"""
)
PAGE = (
    HEAD
    + b"""MIME-Version: 1.0
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><body><p>The pier is closed =E2=80=93 until Friday.</p><div class=3D"gmail_quote">
On Monday Ida Roe wrote:<blockquote>Is the pier open?</blockquote></div></body></html>
"""
)


def attached(name: str, content: bytes) -> bytes:

    return (
        HEAD
        + b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"
        + b"Content-Type: text/plain\n\nThe plan is attached.\n--x\n"
        + f'Content-Type: application/x; name="{name}"\n'.encode()
        + f'Content-Disposition: attachment; filename="{name}"\n'.encode()
        + b"Content-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(content)
        + b"--x--\n"
    )


def test_forwarded_mail_is_the_document_of_who_wrote_it() -> None:
    document = read_here("a.eml", FORWARD)[0]
    particulars = document.reading.particulars
    assert facts(document) == ["The council approved the tram line on Tuesday."]
    assert (particulars.title, particulars.outlet) == ("Statement on tram", "Marlow Press")
    assert particulars.published.day == date(2025, 3, 4)


def test_answered_mail_and_signature_are_left_out() -> None:
    document = read_here("a.eml", REPLY)[0]
    assert facts(document) == ["The tram will open in May, not in June."]
    assert document.reading.particulars.title == "Tram – vote"
    assert document.reading.particulars.published.day == date(2025, 3, 5)


def test_mail_of_html_alone_is_read_without_what_it_quotes() -> None:
    assert facts(read_here("a.eml", PAGE)[0]) == ["The pier is closed – until Friday."]


def test_a_control_letter_beside_a_quoted_mail_is_read_over() -> None:
    damaged = PAGE.replace(b"</div>", b"</div>\x01 It rained.").replace(b"</p><div", b"</p>a<div")
    assert facts(read_here("a.eml", damaged)[0])


def test_attached_documents_are_documents_of_their_own() -> None:
    documents = read_here("a.eml", attached("plan.docx", word()))
    assert [document.key for document in documents] == ["", "plan.docx"]
    assert "Pay rises by 4.5%." in facts(documents[1])


def test_attached_picture_is_left_alone() -> None:
    assert len(read_here("a.eml", attached("logo.png", b"\x89PNG"))) == 1


def test_attachment_that_cannot_be_read_is_told_with_the_mail() -> None:
    document = read_file("a.eml", attached("a.pdf", pdf([["x"]])[:90]))[0]
    assert facts(document) == ["The plan is attached."]
    assert document.unread[0].startswith('"a.pdf" attached to the e-mail: ')


def test_mail_that_is_only_an_unreadable_attachment_is_refused_by_its_name() -> None:
    mail = attached("a.pdf", pdf([["x"]])[:90]).replace(b"The plan is attached.", b"")
    with pytest.raises(DocumentRefused, match=r'"a\.pdf" attached to the e-mail'):
        read_here("a.eml", mail)
