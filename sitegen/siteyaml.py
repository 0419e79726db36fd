"""site.yaml becomes a School: every mistake with its line and the nearest known key (FORMATS §1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sitegen.consent import Channel
from sitegen.problem import Place, Problem, SiteError, nearest
from sitegen.school import Contact, RegisterPolicy, School
from sitegen.yamlread import Document, Plain, read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TOP = {
    "title", "base_url", "language", "colours", "school", "contacts", "register", "privacy", "social", "tiles",
    "calendar", "security", "publish", "media", "links", "protocol", "schoolgids",
}
_TABLES: Mapping[str, set[str]] = {
    "colours": {"primary", "accent"},
    "school": {"name", "street", "postcode", "town", "phones", "emails", "email_domain", "iban", "brin", "region", "hours"},
    "register": {"folder", "fictional", "columns"},
    "privacy": {"consent", "windows"},
    "schoolgids": {"pdf"},
    "social": {"channels", "first_names", "reminder_days"},
}
_CONTACT = {"name", "phones", "emails", "addresses", "ibans"}
_REGIONS = {"", "noord", "midden", "zuid"}
_CONSENT = {
    "page": (Channel.WEBSITE,),
    "newsletter": (Channel.WEBSITE, Channel.NEWSLETTER),
    "schoolgids": (Channel.WEBSITE, Channel.SCHOOLGIDS),
    "social": (Channel.SOCIAL,),
}
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\Z")


def parse(text: str, file: str = "site.yaml") -> tuple[School, tuple[Problem, ...]]:
    """The school in `text`, and warnings. Raises SiteError with all faults at once when there is any."""
    return _Reader(read(text, file), file).school()


class _Reader:
    """Reads one document and collects what is wrong with it."""

    def __init__(self, document: Document, file: str) -> None:
        self.document = document
        self.file = file
        self.problems: list[Problem] = []

    def school(self) -> tuple[School, tuple[Problem, ...]]:
        values = self.document.values
        self.known(values, _TOP, ())
        for table, keys in _TABLES.items():
            self.known(self.table(values, table), keys, (table,))
        school, colours = self.table(values, "school"), self.table(values, "colours")
        register, privacy = self.table(values, "register"), self.table(values, "privacy")
        title, name = self.text(values, "title"), self.text(school, "name", ("school",))
        for value, path, example in ((title, ("title",), "title: Kindcentrum De Wilgenhof"), (name, ("school", "name"), "school:\n  name: Kindcentrum De Wilgenhof")):
            if not value:
                self.fault(path, "site-verplicht", f"'{'.'.join(path)}' ontbreekt.", f"Voeg toe: {example}")
        base_url, base_path = self.base(values)
        own = Contact(
            name,
            self.texts(school, "phones", ("school",)),
            self.texts(school, "emails", ("school",)),
            (f"{self.text(school, 'street', ('school',))}, {self.text(school, 'postcode', ('school',))} {self.text(school, 'town', ('school',))}",) if school.get("street") else (),
            tuple(filter(None, (self.text(school, "iban", ("school",)),))),
        )
        region = self.text(school, "region", ("school",)).lower()
        if region not in _REGIONS:
            self.fault(("school", "region"), "site-regio", f"'{region}' is geen schoolvakantieregio.", "Kies noord, midden of zuid.")
        result = School(
            title=title,
            name=name,
            base_url=base_url,
            base_path=base_path,
            language=self.text(values, "language") or "nl",
            primary=self.colour(colours, "primary", "#1f6f5c"),
            accent=self.colour(colours, "accent", "#f2a33a"),
            street=self.text(school, "street", ("school",)),
            postcode=self.text(school, "postcode", ("school",)),
            town=self.text(school, "town", ("school",)),
            email_domain=self.text(school, "email_domain", ("school",)).lower().lstrip("@"),
            brin=self.text(school, "brin", ("school",)),
            region=region,
            hours=self.text(school, "hours", ("school",)),
            own=own,
            contacts=self.contacts(values.get("contacts")),
            register=RegisterPolicy(
                self.folder(register),
                register.get("fictional") is True,
                {key: str(value) for key, value in self.table(register, "columns").items()},
            ),
            consent=self.consent(self.table(privacy, "consent")),
            windows=self.windows(privacy),
            settings={key: values[key] for key in ("social", "tiles", "calendar", "security", "publish", "media", "links", "protocol", "schoolgids") if key in values},
        )
        if any(problem.severity == "fout" for problem in self.problems):
            raise SiteError(self.problems)
        return result, tuple(self.problems)

    def fault(self, path: tuple[str | int, ...], code: str, fault: str, remedy: str, *, warning: bool = False) -> None:
        line = next((self.document.lines[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.document.lines), 1)
        self.problems.append(Problem(Place(self.file, line), code, fault, remedy, "waarschuwing" if warning else "fout"))

    def known(self, table: Mapping[str, Plain], keys: set[str], path: tuple[str, ...]) -> None:
        for key in table:
            if key not in keys:
                close = nearest(key, keys)
                self.fault((*path, key), "site-sleutel", f"'{key}' is geen bekende instelling.", f"Bedoelde u '{close}'?" if close else f"Bekend zijn: {', '.join(sorted(keys))}.")

    def table(self, values: Mapping[str, Plain], key: str) -> dict[str, Plain]:
        value = values.get(key)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.fault((key,), "site-vorm", f"onder '{key}' horen regels 'naam: waarde' te staan.", f"Zet wat bij {key} hoort op eigen, ingesprongen regels.")
            return {}
        return value

    def text(self, values: Mapping[str, Plain], key: str, path: tuple[str, ...] = ()) -> str:
        value = values.get(key)
        if value is None:
            return ""
        if isinstance(value, (list, dict)):
            self.fault((*path, key), "site-vorm", f"bij '{key}' hoort één tekst.", f"Bijvoorbeeld {key}: tekst")
            return ""
        return str(value).strip()

    def folder(self, register: Mapping[str, Plain]) -> str:
        """Where the register lies."""
        folder = self.text(register, "folder", ("register",)) or "register/"
        if not folder.isprintable():
            self.fault(("register", "folder"), "site-map", "de naam van de map van het register heeft tekens die geen letters zijn.", "Schrijf bijvoorbeeld register: {folder: register/}")
        return folder

    def texts(self, values: Mapping[str, Plain], key: str, path: tuple[str | int, ...] = ()) -> tuple[str, ...]:
        value = values.get(key)
        if value is None:
            return ()
        found = value if isinstance(value, list) else [value]
        if any(isinstance(item, (list, dict)) for item in found):
            self.fault((*path, key), "site-vorm", f"bij '{key}' hoort een lijst van teksten.", f'Bijvoorbeeld {key}: ["…", "…"]')
            return ()
        return tuple(str(item).strip() for item in found if item is not None)

    def base(self, values: Mapping[str, Plain]) -> tuple[str, str]:
        address = self.text(values, "base_url").rstrip("/")
        try:
            parts = urlsplit(address)
        except ValueError:
            parts = urlsplit("")
        if address and (parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment):
            self.fault(("base_url",), "site-adres", f"'{address}' is geen volledig webadres.", "Schrijf bijvoorbeeld base_url: https://www.dewilgenhof.example")
            return "", "/"
        return address, f"{parts.path}/"

    def colour(self, colours: Mapping[str, Plain], key: str, default: str) -> str:
        value = self.text(colours, key, ("colours",)) or default
        if not _COLOUR.match(value):
            self.fault(("colours", key), "site-kleur", f"'{value}' is geen kleur.", f'Schrijf {key}: "{default}" (met aanhalingstekens).')
            return default
        return value

    def contacts(self, value: Plain) -> tuple[Contact, ...]:
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fault(("contacts",), "site-vorm", "onder 'contacts' hoort een lijst te staan.", "Bijvoorbeeld - {name: GGD, phones: [0800-1234]}")
            return ()
        result = []
        for index, item in enumerate(value):
            path: tuple[str | int, ...] = ("contacts", index)
            assert isinstance(item, dict)
            for key in item:
                if key not in _CONTACT:
                    self.fault((*path, key), "site-sleutel", f"'{key}' is bij contacts niet bekend.", f"Bedoelde u '{nearest(key, _CONTACT) or 'name'}'?")
            result.append(Contact(str(item.get("name") or ""), *(self.texts(item, key, path) for key in ("phones", "emails", "addresses", "ibans"))))
        return tuple(result)

    def consent(self, table: Mapping[str, Plain]) -> dict[str, tuple[Channel, ...]]:
        result = dict(_CONSENT)
        names = [str(channel) for channel in Channel]
        for kind in table:
            if kind not in _CONSENT:
                self.fault(("privacy", "consent", kind), "site-sleutel", f"'{kind}' is geen soort pagina.", f"Kies uit: {', '.join(_CONSENT)}.")
                continue
            channels = self.texts(table, kind, ("privacy", "consent"))
            unknown = [name for name in channels if name not in names]
            if unknown or not channels:
                self.fault(("privacy", "consent", kind), "site-kanaal", f"'{', '.join(unknown)}' is geen kanaal." if unknown else "er staat geen kanaal.", f"Kies uit: {', '.join(names)}.")
                continue
            result[kind] = tuple(Channel(name) for name in channels)
        # Templates know the home page and chapters by a name of their own.
        return {**result, "home": result["page"], "chapter": result["schoolgids"]}

    def windows(self, privacy: Mapping[str, Plain]) -> tuple[str, ...]:
        windows = self.texts(privacy, "windows", ("privacy",)) or ("09-01/10-01", "02-01/02-21")
        for window in windows:
            if not _is_window(window):
                self.fault(("privacy", "windows"), "site-venster", f"'{window}' is geen periode.", 'Schrijf maand-dag/maand-dag, bijvoorbeeld "09-01/10-01".')
        return windows


def _is_window(window: str) -> bool:
    import datetime as dt

    parts = window.split("/")
    check: Callable[[str], dt.date] = lambda part: dt.date.fromisoformat(f"2024-{part}")  # noqa: E731  2024: a leap year
    try:
        return len(parts) == 2 and all(bool(check(part)) for part in parts)
    except ValueError:
        return False
