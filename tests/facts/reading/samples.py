"""Files made in memory for tests: PDF pages, Word documents, archives."""

import io
import zipfile

import docx

Placed = tuple[float, float, float, str]  # from the left, from below, size of type, words


def pdf(pages: list[list[str]]) -> bytes:
    """Return a PDF whose pages show these lines."""
    return drawn([[(50, 780 - 14 * at, 10, w) for at, w in enumerate(page)] for page in pages])


def drawn(pages: list[list[Placed]], trailer: str = "") -> bytes:
    """Return a PDF whose pages show words at their places, drawn in this order."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, words in enumerate(pages):
        shown = "".join(f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({w}) Tj\n" for x, y, size, w in words)
        stream = f"BT\n{shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return assembled(objects, trailer)


def assembled(objects: list[str], trailer: str = "") -> bytes:
    """Return a PDF of these objects, the first of which is its catalogue."""
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer}>>\n".encode())
    out.write(f"startxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def word() -> bytes:
    """Return a Word document with a title, a list, a table and text around it."""
    document = docx.Document()
    document.add_heading("Ferry strike ends", 0)
    document.add_paragraph("Crews returned to work on Tuesday.")
    document.add_paragraph("Pay rises by 4.5%.", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for at, words in enumerate(["Route", "Sailings", "Velda-Sorn", "12"]):
        table.cell(at // 2, at % 2).text = words
    document.add_paragraph("Services resume on Thursday.")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


Cell = str | float | tuple[float, int] | None


def workbook(sheets: dict[str, list[list[Cell]]], merged: str = "") -> bytes:
    """Return a spreadsheet; a tuple is a number and its style: 1 a date, 2 "0.0%", 3 "#,##0 €"."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="r{n}" Type="{rel}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    formats = "".join(f'<xf numFmtId="{n}"/>' for n in (0, 14, 164, 165))
    files = {
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r"'
        f' Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>{listed}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{related}'
        f'<Relationship Id="s" Type="{rel}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts><numFmt numFmtId="164"'
        ' formatCode="0.0%"/><numFmt numFmtId="165" formatCode="#,##0\\ &quot;€&quot;"/></numFmts>'
        f"<cellXfs>{formats}</cellXfs></styleSheet>",
    }
    for n, rows in enumerate(sheets.values(), 1):
        over = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
        lines = "".join(_line(y, cells) for y, cells in enumerate(rows, 1))
        files[f"xl/worksheets/s{n}.xml"] = (
            f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData>{over}</worksheet>'
        )
    return packed({name: text.encode() for name, text in files.items()})


def _line(y: int, cells: list[Cell]) -> str:
    return f'<row r="{y}">{"".join(_cell(y, x, cell) for x, cell in enumerate(cells))}</row>'


def _cell(y: int, x: int, cell: Cell) -> str:
    place = f'r="{chr(65 + x)}{y}"'
    if isinstance(cell, str):
        return f'<c {place} t="inlineStr"><is><t>{cell}</t></is></c>'
    value, style = cell if isinstance(cell, tuple) else (cell, 0)
    return "" if value is None else f'<c {place} s="{style}"><v>{value}</v></c>'


def packed(files: dict[str, bytes]) -> bytes:
    """Return a zip archive of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def changed(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Return an archive with `old` in one of its files replaced once by `new`."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    files = {each: archive.read(each) for each in archive.namelist()}
    files[name] = files[name].replace(old, new, 1)
    return packed(files)


def worded(body: str) -> bytes:
    """Return a Word document with this XML as the paragraphs of its body."""
    out = io.BytesIO()
    document = docx.Document()
    document.save(out)
    new = b"<w:body>" + body.encode()
    return changed(out.getvalue(), "word/document.xml", b"<w:body>", new)
