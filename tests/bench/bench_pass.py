"""What the privacy pass costs a page, beside what Markdown rendering costs it: 400 and 5,000 pupils.

    python -m tests.bench.bench_pass [--pages 200]

Makes its own corpus. Milliseconds of processor time a page, and the ratio to Markdown.
"""

from __future__ import annotations

import argparse
import datetime as dt
import tempfile
import time
from pathlib import Path

from sitegen import importers, readers, sources
from sitegen.build.beside import Beside
from sitegen.privacy import gate
from sitegen.privacy.cleared import Site
from sitegen.readers import markdown
from sitegen.siteyaml import parse
from tests.bench import corpus

DAY = dt.date(2026, 11, 24)


def measure(root: Path) -> tuple[float, float, float]:
    """Milliseconds a page: Markdown, finding who is near, the pass."""
    school = parse((root / "site.yaml").read_text("utf-8"))[0]
    register = importers.load(root / "register", school, DAY).register
    register.about("")
    beside = Beside(root, sources.find(root).files, {})
    paths = sorted(path for path in sources.find(root).files if path.startswith("newsletters/"))
    drafts = []
    for path in paths:
        beside.begin()
        drafts.append(readers.read(path, beside.text(path), "", beside).draft)
    texts = [(root / path).read_text("utf-8") for path in paths]
    markdown.convert(texts[0])
    gate.clear(drafts[0], register.about(drafts[0].page_words), school, Site)
    start = time.process_time()
    for text in texts:
        markdown.convert(text)
    rendered = time.process_time()
    near = [register.about(draft.page_words) for draft in drafts]
    found = time.process_time()
    for draft, people in zip(drafts, near, strict=True):
        gate.clear(draft, people, school, Site)
    cleared = time.process_time()
    return tuple(1000 * seconds / len(paths) for seconds in (rendered - start, found - rendered, cleared - found))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=200)
    arguments = parser.parse_args()
    print(f"{'pupils':>8}{'markdown':>12}{'who is near':>14}{'pass':>10}{'pass / markdown':>18}")
    for pupils in (400, 5000):
        with tempfile.TemporaryDirectory() as name:
            root = Path(name) / "site"
            corpus.make(root, arguments.pages, pupils)
            rendered, found, cleared = measure(root)
        print(f"{pupils:>8}{rendered:>9.2f} ms{found:>11.2f} ms{cleared:>7.2f} ms{(found + cleared) / rendered:>18.1f}")


if __name__ == "__main__":
    main()
