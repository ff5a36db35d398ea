"""The references between kinds: an identifier that knows which kind it leads to."""

from typing import Annotated

from dossier.model.record import RefTo

AnyRef = Annotated[str, RefTo("")]
OrganisationRef = Annotated[str, RefTo("organisation")]
ActivityRef = Annotated[str, RefTo("activity")]
DataItemRef = Annotated[str, RefTo("data_item")]
PurposeRef = Annotated[str, RefTo("purpose")]
SystemRef = Annotated[str, RefTo("system")]
JointArrangementRef = Annotated[str, RefTo("joint_arrangement")]
ClientProcessingRef = Annotated[str, RefTo("client_processing")]
ProcessorRef = Annotated[str, RefTo("processor")]
SubProcessorRef = Annotated[str, RefTo("sub_processor")]
TransferRef = Annotated[str, RefTo("transfer")]
MeasureRef = Annotated[str, RefTo("measure")]
ProcedureRef = Annotated[str, RefTo("procedure")]
BreachRef = Annotated[str, RefTo("breach")]
RequestRef = Annotated[str, RefTo("request")]
NoticeRef = Annotated[str, RefTo("notice")]
TrackerRef = Annotated[str, RefTo("tracker")]
DpiaRef = Annotated[str, RefTo("dpia")]
ExchangeRef = Annotated[str, RefTo("authority_exchange")]
DocumentRef = Annotated[str, RefTo("document")]
StatementRef = Annotated[str, RefTo("statement")]
