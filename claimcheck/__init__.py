"""claimcheck finds claims about exosomes that lack validated evidence and proposes honest wording."""

__version__ = "0.1.0"
