"""The picture step, timed as whole processes: photos of 12 megapixels cold, nothing changed, one added, one taken back.

    python -m tests.bench.bench_pictures [--count 50]

Makes its own photos: ten different ones, each copy with bytes of its own, so that nothing is remembered between them.
One in ten says nothing about who is on it and is withheld. Then where the time of one photo goes, step by step.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image, ImageChops

from sitegen import digest, raster, verify
from sitegen.outputs import pictures
from sitegen.privacy.cleared import ClearedPicture
from tests.bench import corpus

DAY = "2026-11-24"
SIZE = (4000, 3000)
DIFFERENT = 10
A_LETTER = 10


def photo(seed: int) -> bytes:
    """Four megabytes that weigh as a telephone's photo does: large shapes, texture, grain, an EXIF block with a thumbnail's weight."""
    random.seed(seed)
    image = Image.new("RGB", SIZE, "white")
    for side, strength in ((6, 110), (40, 70), (260, 40), (1600, 22)):
        # Pillow's noise takes no seed: each layer is drawn from ours.
        layer = Image.frombytes("RGB", (side, side * 3 // 4), random.randbytes(side * (side * 3 // 4) * 3)).resize(SIZE, Image.Resampling.BICUBIC)
        layer = layer.point(lambda level, strength=strength: 128 + (level - 128) * strength // 128)
        image = layer if side == 6 else ImageChops.add(image, layer, offset=-128)
    exif = Image.Exif()
    exif[0x0112] = 6 if seed % 3 == 0 else 1
    exif[0x010F] = "Bench"
    exif.get_ifd(0x8825).update({1: "N", 2: (53.0, 13.0, 9.0)})
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=85, exif=exif)
    return stream.getvalue()


def make(root: Path, count: int) -> list[bytes]:
    """A school of 200 pupils with so many photos, ten to a letter. Gives the different photos."""
    corpus.make(root, 10, 200)
    different = [photo(seed) for seed in range(min(count, DIFFERENT))]
    for start in range(0, count, A_LETTER):
        folder = root / f"newsletters/2026-10-{1 + start // A_LETTER % 28:02}-fotos-{start}"
        folder.mkdir()
        names = [f"foto-{number}.jpg" for number in range(start, min(start + A_LETTER, count))]
        for number, name in enumerate(names, start):
            (folder / name).write_bytes(copy(different[number % DIFFERENT], number))
        (folder / "index.md").write_text(f"# Foto's {start}\n\n" + "\n\n".join(f"![Op het plein]({name})" for name in names) + "\n", encoding="utf-8")
        (folder / "media.yaml").write_text("".join(f"{name}: {{who: niemand}}\n" for name in names[1:]), encoding="utf-8")
    return different


def copy(data: bytes, number: int) -> bytes:
    """The same picture in a file of its own: a comment of which the number is another one."""
    words = b"nummer %d" % number
    return data[:2] + b"\xff\xfe" + (len(words) + 2).to_bytes(2, "big") + words + data[2:]


def run(root: Path) -> float:
    """The seconds of one build."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "sitegen", "build", "--quiet", "--site", str(root), "--date", DAY], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def steps(root: Path, data: bytes) -> dict[str, float]:
    """Milliseconds of one photo in this process, by step."""
    path = root / "stap.jpg"
    path.write_bytes(data)
    found: dict[str, float] = {}

    def timed(name: str, one: object) -> object:
        start = time.perf_counter()
        result = one()  # type: ignore[operator]
        found[name] = found.get(name, 0) + (time.perf_counter() - start) * 1000
        return result

    timed("digest", lambda: digest.digest(data))
    head = timed("head and metadata", lambda: raster.head(data))
    picture = ClearedPicture("media/00000000000000000000", str(path), digest.digest(data), head.size, "")  # type: ignore[attr-defined]
    artifacts = list(pictures.artifacts(picture))
    timed("decode and scale", lambda: raster.decode(data, max(one.call.args[5] for one in artifacts)))
    artifacts[0].call()  # remembers the decoded picture: what follows is encoding
    made = {one.path: timed(f"encode {one.path.rpartition('.')[2]}", one.call) for one in artifacts}
    known = verify.knowledge(_nobody(), _school(root), [("x", b"\xaa" * 64)])
    for name, one in made.items():
        timed("verify", lambda name=name, one=one: verify.examine(name, one, known))
    timed("look of a withheld one", lambda: verify.perceptual(data))
    return found


def _nobody() -> object:
    from sitegen.register import Register

    return Register()


def _school(root: Path) -> object:
    from sitegen.siteyaml import parse

    return parse((root / "site.yaml").read_text(encoding="utf-8"))[0]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=50)
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "site"
        different = make(root, count)
        weight = sum(map(len, different)) / len(different) / 1e6
        cold = run(root)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        same = statistics.median(run(root) for _ in range(3))
        folder = next(iter(sorted((root / "newsletters").glob("*-fotos-0"))))
        (folder / "nieuw.jpg").write_bytes(copy(different[0], count + 1))
        text, declared = folder / "index.md", folder / "media.yaml"
        before = text.read_text(encoding="utf-8"), declared.read_text(encoding="utf-8")
        text.write_text(before[0] + "\n![Nieuw](nieuw.jpg)\n", encoding="utf-8")
        declared.write_text(before[1] + "nieuw.jpg: {who: niemand}\n", encoding="utf-8")
        added = run(root)
        declared.write_text(before[1], encoding="utf-8")
        taken_back = run(root)
        files = [path for path in (root / "public/media").iterdir() if "kaart" not in path.name]
        parts = steps(Path(name) / "site", different[-1])
        size = sum(path.stat().st_size for path in files) / 1e6
    shown = count - -(-count // A_LETTER)
    print(f"{count} photos of 12 megapixels ({weight:.1f} MB each), {shown} shown in {len(files)} files ({size:.0f} MB), {os.cpu_count()} cores")
    print(f"cold        {cold:7.2f} s   {cold / count * 1000:.0f} ms a photo; largest process {peak:.0f} MiB")
    print(f"nothing     {same:7.2f} s   cold/warm {cold / same:.0f}")
    print(f"one added   {added:7.2f} s\none taken back {taken_back:4.2f} s")
    print("one photo in one process:", ", ".join(f"{step} {spent:.0f} ms" for step, spent in parts.items()), f"; together {sum(parts.values()):.0f} ms")


if __name__ == "__main__":
    main()
