"""The files that cleared pages show: each picture in its sizes, each attachment, and the cards that social media show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sitegen.outputs import attachments, pictures, sharecard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sitegen.artifact import Artifact
    from sitegen.edition import Edition
    from sitegen.privacy.cleared import Site
    from sitegen.theme import Theme


def shown(edition: Edition[Site], theme: Theme) -> Iterator[Artifact]:
    """Every picture and file once. What no page shows has no artifact, and so no place on the website."""
    for picture in edition.pictures:
        yield from pictures.artifacts(picture)
    for file in edition.files:
        yield from attachments.artifacts(file)
    yield from sharecard.artifacts(edition)
