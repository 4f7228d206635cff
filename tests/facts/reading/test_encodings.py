"""Encodings: read rightly or refused, and never stored as nonsense."""

import pytest

from facts.errors import DocumentRefused
from facts.reading.read import read_here

RUSSIAN = "Городской совет одобрил во вторник новую линию трамвая. Она стоит 48 млн евро.\n" * 2
POLISH = "Rada przyjęła wczoraj nową linię, która będzie kosztować 48 milionów złotych.\n" * 2
TURKISH = "Meclis Salı günü yeni hattı onayladı. İnşaat Mart ayında başlayacak, güzel.\n" * 2
CZECH = "Město schválilo v úterý novou tramvajovou trať. Příští rok začne stavba.\n" * 2
GREEK = "Το δημοτικό συμβούλιο ενέκρινε την Τρίτη τη νέα γραμμή του τραμ.\n"
CHINESE = "市议会周二批准了一条新的电车线路。它耗资4800万欧元。\n"
GERMAN = "Der Stadtrat hat eine neue Straßenbahn beschlossen. Sie überquert die Brücke.\n"
FRENCH = "Le conseil a approuvé la ligne. Elle coûte 48 millions d’euros – c’est « cher ».\n"
SPANISH = "El niño comió piñas y ¿qué más? Mañana volverá.\n"
DANISH = "Året blev rekordår for fiskeri på øen Mors, sagde Åse Øgård.\n"
ICELANDIC = "Bæjarstjórn samþykkti á þriðjudag nýja sporvagnalínu. Hún kostar mikið fé.\n"
ENGLISH = "Prices rose – by 3%, said José Müller of “Åse & Søn” in Malmö on Monday night.\n"


def text_of(content: bytes, name: str = "a.txt") -> str:
    return read_here(name, content)[0].reading.text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CZECH, "cp1250"),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
        (CHINESE, "gbk"),
        (CHINESE, "shift-jis"),
        (GERMAN, "cp437"),
        (FRENCH, "mac-roman"),
    ],
)
def test_text_in_an_encoding_that_cannot_be_told_is_refused(text: str, encoding: str) -> None:
    with pytest.raises(DocumentRefused, match="encoding"):
        text_of(text.encode(encoding, errors="ignore"))


@pytest.mark.parametrize("text", [GERMAN, FRENCH, SPANISH, DANISH, ICELANDIC, ENGLISH])
def test_western_text_is_read_as_windows_1252(text: str) -> None:
    assert text_of(text.encode("cp1252")) == text.strip()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("text", [RUSSIAN, GERMAN])
def test_unicode_of_every_width_is_read(text: str, encoding: str) -> None:
    assert text_of(text.encode(encoding)).splitlines()[0] == text.splitlines()[0]


def test_page_in_utf_16_is_a_page() -> None:
    html = "<!doctype html><html><body><h1>A</h1><p>It rained in Velda.</p></body></html>"
    assert "<" not in text_of(html.encode("utf-16"), "a")


def test_page_in_utf_8_that_says_otherwise_is_read_as_utf_8() -> None:
    html = '<html><meta charset="windows-1251"><h1>A</h1><p>Café ouvert à Velda.</p></html>'
    assert "Café ouvert à Velda." in text_of(html.encode(), "a.html")


def test_text_saved_twice_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="wrong encoding before"):
        text_of(FRENCH.encode().decode("cp1252", errors="replace").encode())


def test_marks_that_nobody_sees_are_dropped() -> None:
    assert text_of("It \u202erained\u202c in\u200b Vel\u00adda.\U000e0041\n".encode()) == (
        "It rained in Velda."
    )


def test_mail_that_names_a_wrong_encoding_is_read_rightly() -> None:
    head = b"From: a@b.c\nSubject: s\nDate: Tue, 04 Mar 2025 09:30:00 +0100\n"
    content = head + b"Content-Type: text/plain; charset=us-ascii\n\n" + "Café à Velda.".encode()
    assert text_of(content, "a.eml") == "Café à Velda."


@pytest.mark.parametrize(
    ("encoding", "title", "outlet"),
    [
        ("utf-8", "Réunion à Gorey", "Sinéad Mac Aodha"),
        ("cp1252", "R\ufffdunion \ufffd Gorey", "Sin\ufffdad Mac Aodha"),
    ],
)
def test_raw_headers_of_a_mail_can_be_stored(encoding: str, title: str, outlet: str) -> None:
    mail = (
        "From: Sinéad Mac Aodha <gensec@example.org>\nSubject: Réunion à Gorey\n"
        "Content-Type: text/plain; charset=utf-8\n\n"
    ).encode(encoding) + ENGLISH.encode()
    found = read_here("a.eml", mail)[0].reading.particulars
    assert (found.title, found.outlet) == (title, outlet)
