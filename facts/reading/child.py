"""Reads one file under limits and writes the documents as JSON: `python -m facts.reading.child`.

Standard input holds one JSON line (name, particulars, columns, whether
only good rows) and then the file's exact bytes.
The limits are set here and not between fork and exec, where Python code is unsafe in a threaded
parent.
"""

import json
import resource
import sys
from typing import Any

from facts.errors import DocumentRefused, RowsRefused
from facts.reading.codec import documents_to_json, particulars_from_json
from facts.reading.limits import CPU_SECONDS, MEMORY, OPEN_FILES
from facts.reading.mapping import ColumnsOfTables
from facts.reading.read import read_here


def main() -> None:
    """Read standard input, write one JSON value."""
    _limit()
    head, _, content = sys.stdin.buffer.read().partition(b"\n")
    name, given, columns, good_rows = json.loads(head)
    answer = _answer(name, content, given, columns, good_rows=good_rows)
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(
    name: str, content: bytes, given: Any, columns: ColumnsOfTables, *, good_rows: bool
) -> dict[str, Any]:
    try:
        known = particulars_from_json(given)
        documents = read_here(name, content, known, columns, good_rows=good_rows)
        return {"documents": documents_to_json(documents)}
    except RowsRefused as refusal:
        return {"refused": str(refusal), "good": refusal.good}
    except DocumentRefused as refusal:
        return {"refused": str(refusal)}


if __name__ == "__main__":
    main()
