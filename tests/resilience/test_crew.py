"""The three processes of a small build, broken at every message and at random: the site is a clean build's, verified, and nothing stays behind (decision 0012)."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sitegen.build import crew
from tests.building import DAY, copy_site, leaking, shared_build, snapshot, twin, write_letter
from tests.resilience.counting import Loop, dice

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs processes of its own, and /proc to see what stays behind")

NAMED = "Sanne Hoekzema won de voorleeswedstrijd van groep 6, {} keer al."
# What is done to which of the two others; "close" closes our own ends of the pipes to it.
DEEDS = tuple((deed, who) for who in (0, 1) for deed in ("kill", "stop", "close"))


class Breaker:
    """Counts the messages between the three processes, in each of them, and at the n-th does the deed."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.children: list[int] = []
        self.at, self.deed, self.who, self.role, self.count = 0, "", 0, 0, 0
        self.me = os.getpid()
        child, tell, answer = crew._child, crew.Partner.tell, crew.Partner.answer

        def begun(work: Callable[[], None], *pipes: int) -> int:
            self.children.append(child(work, *pipes))
            return self.children[-1]

        def told(partner: crew.Partner, message: tuple[object, ...]) -> None:
            self._now(partner)
            tell(partner, message)

        def answered(partner: crew.Partner) -> Any:
            self._now(partner)
            return answer(partner)

        patch.setattr(crew, "_child", begun)
        patch.setattr(crew.Partner, "tell", told)
        patch.setattr(crew.Partner, "answer", answered)

    def set(self, role: int, at: int, deed: str, who: int) -> None:
        """At message `at` in the process of this role (0 makes pages, 1 clears), do the deed to the one who knows (0) or clears (1)."""
        self.role, self.at, self.deed, self.who, self.count = role, at, deed, who, 0
        self.children.clear()

    def _now(self, partner: crew.Partner) -> None:
        if (os.getpid() == self.me) != (self.role == 0):
            return
        self.count += 1
        if self.count != self.at:
            return
        victim = self.children[self.who] if self.who < len(self.children) else os.getpid()
        if self.deed == "close":
            # The numbers stay open, on nothing: as a pipe whose other end is gone.
            nothing = os.open(os.devnull, os.O_RDONLY)
            for pipe in (partner._told, partner._answers):
                os.dup2(nothing, pipe)
            os.close(nothing)
        else:
            os.kill(victim, signal.SIGKILL if self.deed == "kill" else signal.SIGSTOP)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built site, on a machine with two cores, whose builds wait half a second for a process that is silent."""
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(crew, "PATIENCE", 0.5)
    root = copy_site(tmp_path / "site")
    assert shared_build(root).status == 0
    return root


def _clean(root: Path, target: Path) -> dict[str, bytes]:
    shared_build(twin(root, target, "public", ".sitegen"))
    found = snapshot(target / "public")
    shutil.rmtree(target)
    return found


def _held() -> tuple[set[str], int]:
    """The children of this process, also those that died and nobody waited for, and how many files are open; a browser of other tests is among both."""
    children = set()
    for name in filter(str.isdigit, os.listdir("/proc")):
        with suppress(OSError):
            if Path(f"/proc/{name}/stat").read_text("utf-8").rpartition(")")[2].split()[1] == str(os.getpid()):
                children.add(name)
    return children, len(os.listdir("/proc/self/fd"))


def _left(before: tuple[set[str], int]) -> str:
    """Children that nobody waited for, and files that nobody closed, since `before`."""
    children, files = _held()
    if more := children - before[0]:
        return f"children: {sorted(more)}"
    return f"{files - before[1]} files open" if files > before[1] else ""


def _at_every_message(site: Path, patch: pytest.MonkeyPatch, chosen: Callable[[list[tuple[int, int, str, int]]], list[tuple[int, int, str, int]]], what: str) -> None:
    write_letter(site, NAMED.format(0))
    clean = _clean(site, site.with_name("clean"))
    breaker = Breaker(patch)
    breaker.set(0, 0, "", 0)
    write_letter(root := twin(site, site.with_name("again")), NAMED.format(0))
    shared_build(root)
    # What the one who clears counts isn't seen here: a dozen is more than it says over one letter.
    messages = [*((0, at) for at in range(1, breaker.count + 1)), *((1, at) for at in range(1, 13))]
    loop = Loop("aside", what)
    for role, at, deed, who in chosen([(role, at, deed, who) for role, at in messages for deed, who in DEEDS]):
        shutil.rmtree(again := site.with_name("again"), ignore_errors=True)
        root = twin(site, again)
        before = _held()
        breaker.set(role, at, deed, who)
        result = shared_build(root)
        same = snapshot(root / "public") == clean
        loop.count(result.status == 0 and same and not (left := _left(before)), f"{deed} {('knows', 'clears')[who]} at message {at} in {role}: {result.status} {same} {left}")
    loop.end()


def test_broken_at_a_message(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _at_every_message(site, monkeypatch, lambda every: dice("messages").sample(every, 8), "small builds of which another process was killed, stopped or cut off at a message, a sample")


@pytest.mark.long
def test_broken_at_every_message(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _at_every_message(site, monkeypatch, lambda every: every, "small builds of which another process was killed, stopped or cut off, at every message")


def test_what_the_pass_leaves_is_refused_whoever_dies(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a pass that lets everything through: no file gets out unread, at whatever message one of them goes."""
    monkeypatch.setattr("sitegen.privacy.gate.RULES", (lambda _people, _school: lambda _line: iter(()),))
    write_letter(site, NAMED.format(1))
    before = snapshot(site / "public")
    breaker = Breaker(monkeypatch)
    loop = Loop("aside", "unwashed letters refused while another process was killed, stopped or cut off")
    for _time in range(8):
        chance = dice(f"refused-{_time}")
        breaker.set(chance.choice((0, 0, 1)), chance.randint(1, 16), *chance.choice(DEEDS))
        shutil.rmtree(again := site.with_name("again"), ignore_errors=True)
        root = twin(site, again)
        result = shared_build(root)
        loop.count(result.status == 3 and snapshot(root / "public") == before, f"{breaker.deed} {breaker.who} at {breaker.at} in {breaker.role}: {result.status}")
    loop.end()


def test_no_process_to_be_had(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system gives no second or third process: the first does it all."""
    fork, loop = os.fork, Loop("aside", "small builds without the n-th process")
    write_letter(site, NAMED.format(2))
    clean = _clean(site, site.with_name("clean"))
    for number in (1, 2, 3):
        asked: list[int] = []

        def scarce(number: int = number, asked: list[int] = asked) -> int:
            asked.append(1)
            if len(asked) == number:
                raise BlockingIOError(11, "Resource temporarily unavailable")
            return fork()

        monkeypatch.setattr(os, "fork", scarce)
        shutil.rmtree(again := site.with_name("again"), ignore_errors=True)
        root = twin(site, again)
        before = _held()
        result = shared_build(root)
        loop.count(result.status == 0 and snapshot(root / "public") == clean and not (left := _left(before)), f"{number}: {result.status} {[str(one) for one in result.problems]} {left}")
    loop.end()


# Told to stop before the command itself has begun, Python says so in its own words; that is not looked at here.
_RUN = """
import os, sys
try:
    from sitegen.build import crew
    from sitegen.cli.main import main
except KeyboardInterrupt:
    sys.exit(130)
os.cpu_count = lambda: 2
crew.PATIENCE = 2.0
sys.exit(main(sys.argv[1:]))
"""
HARMS = ("kill any", "stop a helper", "Ctrl-C", "Ctrl-C for all", "memory", "file size", "open files", "two at once")


def _begin(root: Path, limit: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", _RUN, "build", "--quiet", "--site", str(root), "--date", DAY.isoformat()], start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, preexec_fn=limit)  # noqa: PLW1509  a limit on itself


def _family(session: int) -> list[int]:
    """The living processes of a session, the first first; who died and waits to be noticed is no longer there."""
    found = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        with suppress(OSError):
            state, _parent, _group, of, *_ = Path(f"/proc/{name}/stat").read_text("utf-8").rpartition(")")[2].split()
            if int(of) == session and state != "Z":
                found.append(int(name))
    return sorted(found)


def _harmed(root: Path, harm: str, longest: float, salt: str) -> str:
    """What is wrong after a build that was harmed this way, or nothing."""
    chance = dice(salt)
    limits = {"memory": (resource.RLIMIT_AS, chance.randint(60, 400) << 20), "file size": (resource.RLIMIT_FSIZE, chance.choice((100, 3000, 20_000, 400_000))), "open files": (resource.RLIMIT_NOFILE, chance.randint(6, 24))}
    old = snapshot(root / "public")
    process = _begin(root, (lambda: resource.setrlimit(limits[harm][0], (limits[harm][1],) * 2)) if harm in limits else None)
    second = _begin(root) if harm == "two at once" else None
    if harm not in limits and not second:
        time.sleep(chance.uniform(0.05, longest))
        family = _family(process.pid)
        victims = family if harm in {"kill any", "Ctrl-C for all"} else family[1:] if harm == "stop a helper" else family[:1]
        sign = {"kill any": signal.SIGKILL, "stop a helper": signal.SIGSTOP}.get(harm, signal.SIGINT)
        for victim in victims if harm == "Ctrl-C for all" else victims and [chance.choice(victims)]:
            with suppress(ProcessLookupError):
                os.kill(victim, sign)
    try:
        said = process.communicate(timeout=60)[1]
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return "hangs"
    if second:
        second.communicate(timeout=60)
    if second and (second.returncode or process.returncode):
        return f"two at once: {process.returncode} {second.returncode}"
    end = time.monotonic() + 3
    while left := _family(process.pid):
        if time.monotonic() > end:
            os.killpg(process.pid, signal.SIGKILL)
            return f"left behind: {len(left)}"
        time.sleep(0.02)
    clean, now = _clean(root, root.with_name("clean")), snapshot(root / "public")
    if "Traceback" in said or "niet aan uw bestanden" in said:
        return f"a fault of our own: {said}"
    if process.returncode == 0 and now != clean:
        return "another site than a clean build"
    if now not in (old, clean) and leaking(root):
        return "something that was not verified"
    if shared_build(root).status or snapshot(root / "public") != clean:
        return "the next build does not mend it"
    return "left in .sitegen" if list((root / ".sitegen").glob("klaar-*")) else ""


def _random_harm(root: Path, times: int) -> None:
    write_letter(root, NAMED.format("nul"))
    begun = time.perf_counter()
    first = _begin(root)
    first.communicate()
    assert first.returncode == 0
    longest = time.perf_counter() - begun
    loop = Loop("aside", "small builds harmed at a random moment")
    order = dice("harms").sample(HARMS, len(HARMS))
    for number in range(times):
        harm = order[number % len(order)]
        write_letter(root, NAMED.format(number))
        loop.count(not (wrong := _harmed(root, harm, longest, f"harm-{number}")), f"{number} {harm}: {wrong}")
    loop.end()


def test_harmed_at_random(site: Path) -> None:
    _random_harm(site, 4)


@pytest.mark.long
def test_harmed_at_random_for_long(site: Path) -> None:
    _random_harm(site, 400)
