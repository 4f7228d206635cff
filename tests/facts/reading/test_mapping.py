"""Columns of fact lists are guessed when that is sure; ordinary tables stay tables."""

import pytest

from facts.errors import DocumentRefused
from facts.extraction.extract import extract
from facts.reading.read import read_file, read_here
from facts.types import FactKind
from tests.facts.reading.samples import workbook

SAID = """Statement,Who,When,Outlet
The bridge will open in spring,Ida Roe,4 March 2025,Velda Post
The tunnel cost 3 million crowns,Ole Brandt,2025-03-05,Velda Post
"""
ASKED = """Question;Answer
When does the embassy open?;At nine in the morning.
What does a visa cost?;80 euros.
"""


def kinds(content: str, name: str = "t.csv") -> set[FactKind]:
    return {d.kind for doc in read_here(name, content.encode()) for d in extract(doc.reading)}


def test_columns_are_guessed_by_their_heads_and_told() -> None:
    [document] = read_here("t.csv", SAID.encode())
    first = extract(document.reading)[0]
    assert (first.text, first.attribution.speaker) == ("The bridge will open in spring", "Ida Roe")
    assert document.reading.given[0].date.isoformat() == "2025-03-04"  # type: ignore[union-attr]
    assert document.reading.particulars.outlet == "Velda Post"
    assert dict(document.reading.tables[0].columns) == {
        "text": "Statement", "speaker": "Who", "date": "When", "source": "Outlet",
    }  # fmt: skip


def test_answer_is_the_fact_and_the_question_asks_for_it() -> None:
    [document] = read_here("t.csv", ASKED.encode())
    found = extract(document.reading)
    assert [(d.text, d.question) for d in found] == [
        ("At nine in the morning.", "When does the embassy open?"),
        ("80 euros.", "What does a visa cost?"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Country,Capital,People\nNorland,Velda,40000\nSudland,Roe,9000\n",
        "Statement,Agree %,Disagree %\nThe city is safe at night,40,60\nBuses come on time,30,70\n",
        "Date,Statement,Amount\n2025-03-04,SEPA transfer,40\n2025-03-05,Card,12\n",
        "Question,Answer,Points\nWho won?,Nobody,3\nWho lost?,Everybody,4\n",
        "Name,Answer\nIda,yes\nOle,no\n",
        "Title,Author,Notes\nThe dam,Ida Roe,A long novel about the dam of Velda\n",
    ],
)
def test_ordinary_table_stays_a_table(table: str) -> None:
    assert kinds(table) == {FactKind.ROW}


def test_named_columns_are_taken_as_named() -> None:
    table = b"Datum,Aussage,Wert\n2025-03-04,Die Br\xc3\xbccke ist offen.,3\n"
    [document] = read_file("t.csv", table, columns={"": {"text": "aussage", "date": "Datum"}})
    assert [d.text for d in extract(document.reading)] == ["Die Brücke ist offen."]
    with pytest.raises(DocumentRefused, match='no column "Fact"; the table has: datum, aussage'):
        read_file("t.csv", table, columns={"": {"text": "Fact"}})
    with pytest.raises(DocumentRefused, match='no field "colour"'):
        read_here("t.csv", table, columns={"": {"colour": "Wert"}})
    with pytest.raises(DocumentRefused, match="which column holds the facts"):
        read_here("t.csv", table, columns={"": {"date": "Datum"}})


def test_all_bad_rows_are_told_by_row_and_column() -> None:
    table = SAID + "".join(f"The bridge number {n} is shut,Ida,soon,Post\n" for n in range(30))
    with pytest.raises(DocumentRefused) as refused:
        read_here("t.csv", (table + ",Ida,2025-03-04,Post\n").encode())
    told = str(refused.value).splitlines()
    assert told[0] == "31 rows cannot be taken, so none is:"
    assert told[1].startswith('Row 4 has "soon" in the column "When"')
    assert (len(told), told[-1]) == (22, "… and 11 more")


def test_sheet_of_questions_and_answers_is_read_beside_an_ordinary_one() -> None:
    content = workbook(
        {
            "FAQ": [["Question", "Answer"], ["What does a visa cost?", "80 euros."]],
            "Towns": [["Town", "People"], ["Velda", 40000], ["Roe", 900]],
        }
    )
    faq, towns = read_file("t.xlsx", content)
    assert extract(faq.reading)[0].question == "What does a visa cost?"
    assert {d.kind for d in extract(towns.reading)} == {FactKind.ROW}
