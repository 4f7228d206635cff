"""A program that is killed in the middle of a restore: python -m ... ADDRESS BACKUP ROWS."""

import os
import signal
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db.backup import restoring
from db.engine import open_store


def main(address: str, backup: str, rows: str) -> None:
    real = restoring._batches

    def dying(found: Any) -> Iterator[list[list[Any]]]:
        for batch in real(found):
            if table_rows.append(len(batch)) or sum(table_rows) >= int(rows):
                os.kill(os.getpid(), signal.SIGKILL)
            yield batch

    table_rows: list[int] = []
    restoring._batches = dying  # type: ignore[assignment]
    now = datetime.now(UTC)
    restoring.restore_backup(open_store(address), now, path=Path(backup), replace=True, moved=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
