"""The number of a French company: nine digits of which the last checks the others (Luhn; INSEE, répertoire SIRENE)."""


def is_siren(text: str) -> bool:
    """Whether a text, spaces aside, is a SIREN."""
    digits = "".join(text.split())
    if not (len(digits) == 9 and digits.isascii() and digits.isdigit()):
        return False
    doubled = [int(one) * (2 if place % 2 else 1) for place, one in enumerate(digits)]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
