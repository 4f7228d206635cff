"""PDF: columns, tables, headings by their type, words broken at line ends, and hostile files."""

import pytest

from facts.errors import DocumentRefused
from facts.reading.read import read_file
from tests.facts.reading.samples import Placed, assembled, drawn

LEFT = [
    "The harbour of Sorn reopened on",
    "Monday after divers had removed",
    "three wrecks from the fairway.",
    "Ferries will sail again from",
    "Wednesday, first to the islands",
    "in the north.",
]
RIGHT = [
    "The work cost 4 million euros,",
    "of which the state paid half.",
    "A second pier is to be built",
    "in 2027 by a firm from Velda,",
    "the port office said in a state-",
    "ment on Tuesday.",
]
SENTENCES = [
    "The harbour of Sorn reopened on Monday after divers had removed three wrecks from the fairway."
    " Ferries will sail again from Wednesday, first to the islands in the north.",
    "The work cost 4 million euros, of which the state paid half. A second pier is to be built in"
    " 2027 by a firm from Velda, the port office said in a statement on Tuesday.",
]


def blocks(content: bytes) -> list[tuple[str, str]]:
    read = read_file("a.pdf", content)[0].reading
    return [(block.kind.value, read.text[block.start : block.end]) for block in read.blocks]


def column(x: float, words: list[str]) -> list[Placed]:
    return [(x, 740 - 14 * at, 10, line) for at, line in enumerate(words)]


def test_columns_drawn_row_by_row_are_read_one_after_the_other() -> None:
    rows = [
        part for pair in zip(column(50, LEFT), column(310, RIGHT), strict=True) for part in pair
    ]
    found = blocks(drawn([[(50, 790, 18, "Harbour of Sorn reopens"), *rows]]))
    assert found == [("heading", "Harbour of Sorn reopens"), *(("paragraph", s) for s in SENTENCES)]


def test_columns_drawn_one_after_the_other_stay_so() -> None:
    found = blocks(drawn([[*column(50, LEFT), *column(310, RIGHT)]]))
    assert [text for _, text in found] == SENTENCES


def test_cells_of_a_table_stay_apart() -> None:
    table = [
        ["Month", "TEU", "Change"],
        ["January", "17,000", "+3%"],
        ["February", "18,500", "-1%"],
    ]
    cells = [
        (50 + 120 * x, 700 - 14 * y, 10, cell)
        for y, line in enumerate(table)
        for x, cell in enumerate(line)
    ]
    found = blocks(drawn([[(50, 780, 16, "Port figures"), *cells]]))
    assert found[1:] == [("row", "January | 17,000 | +3%"), ("row", "February | 18,500 | -1%")]


def test_line_in_larger_type_is_a_heading() -> None:
    words = [(50, 780, 18, "Harbour"), (50, 750, 10, "It was long closed."), (50, 720, 13, "Costs")]
    last: list[Placed] = [(50, 700, 10, "It cost 4 million.")]
    assert [kind for kind, _ in blocks(drawn([words + last]))] == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_footer_of_a_short_file_is_dropped() -> None:
    pages: list[list[Placed]] = [
        [
            (50, 700, 10, f"{'One' if n == 1 else 'Two'} ships came to Sorn harbour."),
            (50, 40, 8, f"Port office - page {n}/2"),
        ]
        for n in (1, 2)
    ]
    assert "page" not in str(blocks(drawn(pages)))


LOOP = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>",
]
LOCK = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >>".format("00" * 32)
HOSTILE = {
    "its own child": (assembled(LOOP), "PDF"),
    "locked": (
        drawn([[(50, 700, 10, "Secret words.")]], f"/Encrypt {LOCK} /ID [<00> <00>]"),
        "password",
    ),
    "cut short": (drawn([[(50, 700, 10, "Cut words.")]])[:200], "damaged|no text layer"),
}


@pytest.mark.parametrize(("content", "says"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_pdf_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(DocumentRefused, match=says):
        read_file("a.pdf", content)
