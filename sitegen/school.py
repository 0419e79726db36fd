"""What site.yaml decided: the school, its own contact data, the policy (FORMATS §1)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.consent import Channel


@dataclass(frozen=True, slots=True)
class Contact:
    """A body whose contact data may be published: the school itself, its board, the GGD, …"""

    name: str
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    ibans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterPolicy:
    """Where the register lies and how its columns are called at this school."""

    folder: str = "register/"
    fictional: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class School:
    """Everything of site.yaml, with defaults filled in. `consent` maps a page kind to the channels it needs.

    `own` is the school itself as a contact; `contacts` are the listed others. `base_url` has no slash at the end;
    `base_path` is its path part, with a slash at both ends ("/" or "/school/"). `settings` holds optional tables that
    outputs read ("tiles", "social", "calendar", …), as plain values.
    """

    title: str
    name: str
    base_url: str = ""
    base_path: str = "/"
    language: str = "nl"
    primary: str = "#1f6f5c"
    accent: str = "#f2a33a"
    street: str = ""
    postcode: str = ""
    town: str = ""
    email_domain: str = ""
    brin: str = ""
    region: str = ""
    hours: str = ""
    own: Contact = Contact("")
    contacts: tuple[Contact, ...] = ()
    register: RegisterPolicy = RegisterPolicy()
    consent: Mapping[str, tuple[Channel, ...]] = field(default_factory=dict)
    windows: tuple[str, ...] = ("09-01/10-01", "02-01/02-21")
    settings: Mapping[str, object] = field(default_factory=dict)


def register_of(root: Path, school: School) -> Path:
    """The folder of the register of the site at `root`: the variable SITEGEN_REGISTER, else site.yaml (FORMATS §1)."""
    # Not `Path.expanduser`: the folder of a user who isn't there is a folder that isn't there, which is told as such.
    return Path(os.path.expanduser(os.environ.get("SITEGEN_REGISTER") or root / school.register.folder))
