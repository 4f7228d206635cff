"""Spreadsheets and comma-separated tables as people keep them."""

from datetime import date
from decimal import Decimal

import pytest

from facts.errors import DocumentRefused, RowsRefused
from facts.reading.cellformat import shown
from facts.reading.read import read_file, read_here
from facts.types import BlockKind, Reading
from tests.facts.reading.samples import changed, workbook

OUTPUT = workbook(
    {
        "Output": [
            ["Grain output, 2025"],
            [],
            ["Region", "Tonnes", "Share", "Measured"],
            ["North", 3.0, (0.125, 2), (45720, 1)],
            ["South", (1234567.6, 3), (1, 2), None],
            [],
            ["Figures are provisional and may change."],
        ],
        "Sheet2": [["Town", "2023", "2024"], ["Sorn", 0.1, 12345678]],
    }
)


def reading(name: str, content: str | bytes) -> Reading:
    return read_here(name, content.encode() if isinstance(content, str) else content)[0].reading


def blocks(read: Reading) -> list[tuple[str, str]]:
    return [(block.kind.value, read.text[block.start : block.end]) for block in read.blocks]


def test_spreadsheet_is_read_as_a_person_sees_it() -> None:
    read = read_file("a.xlsx", OUTPUT)[0].reading
    assert blocks(read) == [
        ("heading", "Output"),
        ("heading", "Grain output, 2025"),
        ("row", "North | 3 | 12.5% | 2025-03-04"),
        ("row", "South | 1,234,568 € | 100.0% | "),
        ("paragraph", "Figures are provisional and may change."),
        ("row", "Sorn | 0.1 | 12345678"),
    ]
    heads = [block.heads for block in read.blocks if block.kind is BlockKind.ROW]
    assert heads == [("Region", "Tonnes", "Share", "Measured")] * 2 + [("Town", "2023", "2024")]


def test_spreadsheet_with_a_column_text_gives_ready_made_facts() -> None:
    rows = [["id", "text", "date"], ["a1", "It rained in Velda.", (45720, 1)], [None, None, None]]
    document = read_file("a.xlsx", workbook({"Facts": rows, "Notes": [["a", "b"], [1, 2]]}))
    fact = document[0].reading.given[0]
    assert (fact.external_id, fact.date) == ("a1", date(2025, 3, 4))
    assert [each.key for each in document] == ["", "Notes (sheet)"]


def test_merged_cell_speaks_for_each_row_it_covers() -> None:
    rows = [["Region", "Town", "People"], ["North", "Sorn", 12], [None, "Velda", 14]]
    read = reading("a.xlsx", workbook({"People": rows}, merged="A2:A3"))
    assert blocks(read)[-1] == ("row", "North | Velda | 14")


def test_spreadsheet_without_cells_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="is empty"):
        read_file("a.xlsx", workbook({"Sheet1": [[]]}))


def test_cell_at_the_far_end_of_a_sheet_is_refused() -> None:
    far = b'<c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    content = changed(OUTPUT, "xl/worksheets/s2.xml", b"</row>", far)
    with pytest.raises(DocumentRefused, match="reaches too far"):
        read_file("a.xlsx", content)


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (3.0, None, "3"),
        (0.1 + 0.2, None, "0.3"),
        (1e-7, None, "0.0000001"),
        (123456789012.0, None, "123456789012"),
        (0.125, "0%", "13%"),
        (0.125, "0.00%", "12.50%"),
        (-1234.5, "#,##0.00;(#,##0.00)", "-1,234.50"),
        (12.5, "[$€-407] #,##0.00", "€ 12.50"),
        (2500000.0, '#,##0.0,,"m"', "2.5m"),
        (5.0, "0.##", "5"),
        (True, None, "TRUE"),
        (None, None, ""),
    ],
)
def test_value_is_shown_as_its_cell_shows_it(
    value: float | bool | None, code: str | None, words: str
) -> None:
    assert shown(value, code) == words


def test_title_total_and_note_of_a_table_are_told_from_its_rows() -> None:
    table = "Grain 2024\n\nRegion;Tonnes\nNorth;1.200,5\nTotal;2.000,5\nIt is provisional.;\n"
    read = reading("a.csv", table)
    assert blocks(read) == [
        ("heading", "Grain 2024"),
        ("row", "North | 1.200,5"),
        ("row", "Total | 2.000,5"),
        ("paragraph", "It is provisional."),
    ]
    assert (read.particulars.title, read.blocks[1].heads) == ("Grain 2024", ("Region", "Tonnes"))


def test_table_without_a_head_keeps_its_first_row() -> None:
    assert blocks(reading("a.csv", "Sorn,1200\nVelda,800\n"))[0] == ("row", "Sorn | 1200")


def test_quoted_line_ends_and_a_mark_are_no_trouble() -> None:
    read = reading("a.csv", '\ufeffname,note\r\n"Orla","two\nlines, quoted"\r\n')
    assert blocks(read) == [("row", "Orla | two lines, quoted")]


def test_commas_in_a_lone_column_of_facts_stay() -> None:
    assert reading("a.csv", "text\nIt rained, and it snowed.\n").text == "It rained, and it snowed."


def test_fact_cut_by_a_comma_is_refused_and_not_shortened() -> None:
    with pytest.raises(DocumentRefused, match="Row 2 has more cells"):
        reading("a.csv", "text,date\nIt rained, and it snowed.,2025-03-04\n")


def test_quotation_mark_that_is_never_closed_is_refused() -> None:
    with pytest.raises(DocumentRefused, match="Row 2 opens a quotation mark"):
        reading("a.csv", 'text,date\n"It rained,2025-03-04\nIt snowed.,2025-03-05\n')


def test_separator_that_excel_names_is_taken() -> None:
    read = reading("a.csv", "sep=;\ntext;date\nIt rained, then snowed.;2025-03-04\n")
    assert (read.text, read.given[0].date) == ("It rained, then snowed.", date(2025, 3, 4))


def test_decimals_are_rounded_as_sheets_round_them() -> None:
    assert shown(float(Decimal("2.675")), "0.00") == "2.68"


def test_good_rows_alone_are_read_and_the_others_told() -> None:
    table = b"text,date\nIt rained.,2025-03-04\nIt snowed, too.,2025-03-04\nIt froze.,today\n"
    [read] = read_here("a.csv", table, good_rows=True)
    assert read.reading.text == "It rained."
    assert read.content == b"text,date\nIt rained.,2025-03-04\n"
    assert read.unread[0] == "Left out: rows 3, 4."
    assert ["more cells" in read.unread[1], "today" in read.unread[2]] == [True, True]
    with pytest.raises(RowsRefused) as refused:
        read_here("a.csv", table)
    assert refused.value.good == 1
