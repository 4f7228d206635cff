"""Build `facts/answering/resources/english.txt.gz` from symspellpy's frequency dictionary.

    python benchmarks/build_english.py path/to/frequency_dictionary_en_82_765.txt

Each line of the result is a bucket, `-log2(share of running text) * 4`, and its words.
"""

import gzip
import math
import sys
from collections import defaultdict
from pathlib import Path

TOTAL = 1_024_908_267_229  # tokens behind the counts, as published with them
RESOURCE = Path(__file__).parents[1] / "facts/answering/resources/english.txt.gz"
MOST = 60_000


def buckets(source: Path) -> dict[int, list[str]]:
    """Return the most frequent words by bucket of frequency."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = [line.split() for line in source.read_text(encoding="utf-8-sig").splitlines()]
    counted = sorted(((int(count), word) for word, count in rows), reverse=True)
    for count, word in counted[:MOST]:
        found[round(-math.log2(count / TOTAL) * 4)].append(word)
    return found


def main() -> None:
    lines = [f"{b} {' '.join(sorted(w))}" for b, w in sorted(buckets(Path(sys.argv[1])).items())]
    with gzip.GzipFile(RESOURCE, "wb", compresslevel=9, mtime=0) as out:
        out.write("\n".join(lines).encode())
    print(f"{RESOURCE.name}: {RESOURCE.stat().st_size:,} bytes, {len(lines)} buckets")


if __name__ == "__main__":
    main()
