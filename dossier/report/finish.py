"""What every document ends with, once its pages are drawn: running lines, bookmarks, tags, fonts, metadata."""

from dossier.report.contents import merged
from dossier.report.fonts import embed_fonts
from dossier.report.layout import Composer
from dossier.report.metadata import Metadata
from dossier.report.outline import write_outline
from dossier.report.running import Running, write_pages
from dossier.report.signature_field import Field


def finish(
    composer: Composer,
    running: Running,
    metadata: Metadata,
    embedded: bytes = b"",
    signed: Field | None = None,
) -> None:
    """Write all that refers to the pages, and the end of the file; `embedded` are further entries of the catalog."""
    catalog = [embedded, signed.catalog if signed else b"", write_pages(composer, running)]
    catalog.append(write_outline(composer.archive, merged(composer.entries), composer.say))
    composer.write_links()
    catalog.append(composer.tree.finish())
    embed_fonts(composer.archive)
    info, described = metadata.write(composer.archive)
    catalog += [described, b"/ViewerPreferences<</DisplayDocTitle true>>"]
    composer.archive.finish(b"".join(catalog), info, signed.seal if signed else None, composer.tell_progress)
