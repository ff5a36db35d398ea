"""The register of processors: its summary, all contracts item by item as one matrix, sheets with the chain in order."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from dossier.i18n import N_
from dossier.law.clauses import ClauseItem, clause_items, clause_of
from dossier.law.data import said
from dossier.law.processor_chain import chain_of
from dossier.law.processor_contract import contract_of
from dossier.model.processor import Processor, SubProcessor
from dossier.model.record import Record
from dossier.model.vocabulary import Answer
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, Grid, LinkedText, Note, Part
from dossier.report.sheets import Columns, RegisterWriter

_UNCHECKED = "?"


class ProcessorRegister(RegisterWriter):
    """The chapter of the processors."""

    def chapter(self, kind: type[Record]) -> Chapter:
        """The matrix of the contracts needs the width of the sheet."""
        told = super().chapter(kind)
        return replace(told, landscape=told.landscape or len(told.parts) > 1)

    def _below_summary(self, kind: type[Record]) -> Iterator[Part]:
        if self._needs_summary(kind, self.dossier.of(Processor)):
            yield from self._matrix()
        yield from super()._below_summary(kind)

    def _matrix(self) -> Iterator[Part]:
        """Item by item; what nobody checked is marked for internal readers only."""
        items, is_internal = self._items(), self.words.marks_gaps
        shown = [
            one for one in self.dossier.of(Processor) if is_internal or any(self._answer(item, one) for item in items)
        ]
        if items and shown:
            columns = [*self._first_columns(), *map(self._item_column, items)]
            yield grid_of(columns, shown, self.say(N_("Items of the contracts (art. 28(3))")))
            told = N_("Where an item stands in a contract is on the sheet of the processor.")
            if is_internal:
                told = N_("{mark} not checked. Where an item stands in a contract is on the sheet of the processor.")
            yield Note(self.say(told, mark=_UNCHECKED))

    def _items(self) -> list[ClauseItem]:
        """The items that this copy shows."""
        shown = {field.name for field in self.scope.fields(Processor)}
        return [item for item in clause_items() if item.field in shown]

    def _first_columns(self) -> Columns:
        """Reference and name in one, or the items leave no width; how the contract stands is our judgement: it is for
        internal readers."""
        named: TextColumn[Processor] = TextColumn(self.say(Processor.kind.label), self._named)
        judged = [TextColumn(self.say(N_("Contract")), self._contract)] if self.scope.profile == "full" else []
        return [named, *judged]

    def _named(self, processor: Processor) -> str:
        return LinkedText(self.words.name(processor), processor.id)

    def _contract(self, processor: Processor) -> str:
        return contract_of(processor, self.scope.seen_at.date()).words(self.say)

    def _item_column(self, item: ClauseItem) -> TextColumn[Processor]:
        short = said(item.short, self.say)
        return TextColumn(f"({item.letter}) {short}" if item.letter else short, partial(self._answer, item))

    def _answer(self, item: ClauseItem, processor: Processor) -> str:
        answer = clause_of(processor, item).state
        unchecked = _UNCHECKED if self.words.marks_gaps else ""
        return unchecked if answer is Answer.NOT_CHECKED else self.say(answer.label)

    def _part(self, kind: type[Record], records: tuple[Record, ...]) -> Grid:
        """Each sub-processor below the one that engages it."""
        if kind is not SubProcessor:
            return super()._part(kind, records)
        links = chain_of(one for one in records if isinstance(one, SubProcessor))
        return super()._part(kind, tuple(link.sub_processor for link in links))

    def _parts_columns_of(self, kind: type[Record], records: tuple[Record, ...]) -> Columns:
        """The level of each sub-processor stands after its reference, where there is more than one level."""
        columns = super()._parts_columns_of(kind, records)
        links = chain_of(one for one in records if isinstance(one, SubProcessor))
        levels = {link.sub_processor.id: self._level(link.level, link.is_circular) for link in links}
        if len(set(levels.values())) > 1:
            columns.insert(1, TextColumn(self.say(N_("Level")), lambda record: levels[record.id]))
        return columns

    def _level(self, level: int, is_circular: bool) -> str:
        return self.say(N_("{level}, circular chain"), level=level) if is_circular else str(level)
