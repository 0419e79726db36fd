"""The rules of the pass, in order. Each finds, none changes."""

from __future__ import annotations

from sitegen.privacy.finding import Rule
from sitegen.privacy.rules.addresses import addresses
from sitegen.privacy.rules.births import births
from sitegen.privacy.rules.contact import accounts, mails, phones
from sitegen.privacy.rules.names import registered

RULES: tuple[Rule, ...] = (registered, mails, accounts, phones, addresses, births)
