"""Cells of labels and values, which go on in one line where they fit."""

from dossier.report.content import AddressText, LabelledText, QuotingText
from dossier.report.layout import Composer
from dossier.report.leading import address_lines
from dossier.report.typeface import Style

_BETWEEN = 3  # spaces, between a value and the label that follows it on the line


def labelled_lines(composer: Composer, text: LabelledText, style: Style, width: float) -> list[bytes]:
    """Labels in grey; words of the program in the language of the document where the cell is in another. A label
    and its value go on in the line of those before where they fit whole."""
    found, left = list[bytes](), 0.0
    for label, value in text.pairs:
        words = composer.clean(label), composer.clean(value)
        lines = style.run_in(*words, width, composer.around_labels, composer.around(value))
        if isinstance(value, AddressText):
            found += address_lines(lines, style.lines(" ".join(words), width), style, value.uri, words[0])
            left = 0.0
            continue
        last = " ".join(words).rpartition("\n")[2]
        last = last if len(lines) == 1 else style.lines(last, width)[-1].rstrip()
        needed = style.advance(last) + _BETWEEN * style.space
        if len(lines) == 1 and needed <= left:
            found[-1] += b" " * _BETWEEN + lines[0]
        else:
            found, left = found + lines, width
        left -= needed
    return found


def quoting_lines(composer: Composer, text: QuotingText, style: Style, width: float) -> list[bytes]:
    """A sentence of the program, in which each quote is in its own language."""
    return style.in_pieces([(composer.clean(piece), composer.within(piece)) for piece in text.pieces], width)
