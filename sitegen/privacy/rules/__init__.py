"""The rules of the pass, in order. Each finds, none changes."""

from __future__ import annotations

from sitegen.privacy.finding import Rule
from sitegen.privacy.rules.addresses import addresses
from sitegen.privacy.rules.births import births
from sitegen.privacy.rules.carers import carers
from sitegen.privacy.rules.contact import accounts, mails, phones
from sitegen.privacy.rules.joined import joined
from sitegen.privacy.rules.lone import lone
from sitegen.privacy.rules.names import registered
from sitegen.privacy.rules.odd import odd
from sitegen.privacy.rules.strangers import strangers
from sitegen.privacy.rules.tables import tables
from sitegen.privacy.rules.unknown import unknown

RULES: tuple[Rule, ...] = (registered, joined, lone, carers, unknown, strangers, tables, mails, accounts, phones, addresses, births, odd)
# These look no further than the block where they find something, and the table around it; whom the page itself named is nothing to them.
NEAR: frozenset[Rule] = frozenset({joined, accounts, phones, addresses})
# These look for numbers and signs. The others find nothing where no name can stand.
NUMBERS: frozenset[Rule] = frozenset({mails, accounts, phones, addresses, births})
