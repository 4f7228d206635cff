"""Files made in memory for tests: PDF pages, Word documents, archives."""

import io
import zipfile

import docx


def pdf(pages: list[list[str]]) -> bytes:
    """Return a PDF whose pages show these lines."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj 0 -14 Td\n" for line in lines)
        stream = f"BT /F1 10 Tf 50 780 Td\n{shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    return _assembled(objects)


def _assembled(objects: list[str]) -> bytes:
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n".encode())
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


def packed(files: dict[str, bytes]) -> bytes:
    """Return a zip archive of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()
