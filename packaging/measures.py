"""The measures of `bench.py`, in the environment it makes: each prints one JSON line."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from dossier.store.store import Store
from dossier.work.examples import make_example

TYPE_CHECKING = False
if TYPE_CHECKING:
    from packaging import bench_data
    from packaging.measured_checks import Checked
    from packaging.measured_export import office_ratio, whole_process
    from packaging.measured_save import BareCommits, Edits
    from packaging.measured_statistics import Passes
else:
    import bench_data
    from measured_checks import Checked
    from measured_export import office_ratio, whole_process
    from measured_save import BareCommits, Edits
    from measured_statistics import Passes

HERE = Path(__file__).parent
RUNS = 9
BEST_OF = 3
SIZE = 5_000
LOG = 43_000  # breaches
BLOCKED, WORST = 0.05, 12  # seconds that the window may be blocked; the steps that are named


def main(arguments: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        print_line("calibration", seconds=median(calibrate))
        for name in arguments or MEASURES:
            MEASURES[name](Path(folder))
    return 0


def print_line(measure: str, **figures: object) -> None:
    rounded = {name: round(value, 5) if isinstance(value, float) else value for name, value in figures.items()}
    print(json.dumps({"measure": measure, **rounded}), flush=True)


def median(measure: Callable[[], float], runs: int = RUNS) -> float:
    return statistics.median(measure() for _ in range(runs))


def calibrate(clock: Callable[[], float] = time.perf_counter) -> float:
    began = clock()
    total = 0
    for number in range(2_000_000):
        total += number * number % 7
    return clock() - began


def child(*arguments: object) -> float:
    """Seconds from the start of a process to what it prints: the moment its window was painted."""
    began = time.monotonic()
    command = [sys.executable, str(HERE / "measured_window.py"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1]) - began


def start(folder: Path) -> None:
    """Process start to first painted window on the example, against a bare window with an empty table."""
    example = _example(folder)
    bare, ours = _in_turn(lambda: child("bare"), lambda: child("window", example))
    print_line("start", seconds=ours, bare_seconds=bare, ratio=ours / bare, at_most=3.0, wanted=2.0)


def open_(folder: Path) -> None:
    """The same on a dossier of 5,000 mixed records, against the example."""
    example, large = _example(folder), bench_data.write(folder / "large.dossier", bench_data.mixed(SIZE))
    small, ours = _in_turn(lambda: child("window", example), lambda: child("window", large))
    print_line("open", records=SIZE, seconds=ours, example_seconds=small, ratio=ours / small, at_most=2.0)


def incident(folder: Path) -> None:
    """`dossier incident FILE` without text, process start to painted quick log, against a bare window."""
    example = _example(folder)
    bare, ours = _in_turn(lambda: child("bare"), lambda: child("incident", example))
    print_line("incident", seconds=ours, bare_seconds=bare, ratio=ours / bare, at_most=2.0)


def quick_log(folder: Path) -> None:
    """The shortcut in a window open on 43,000 breaches, to the quick log painted with the keyboard in it."""
    seconds = _each("quicklog", _log(folder, LOG))
    print_line("quicklog", breaches=LOG, seconds=statistics.median(seconds), slowest=max(seconds), at_most=0.3)


def save(folder: Path) -> None:
    """One field edit with its journal entry, durable, against a bare commit of the same bytes."""
    path = bench_data.write(folder / "save.dossier", bench_data.mixed(1_000))
    with Store.open(path, bench_data.NOW) as store:
        edits, bare = Edits(store), BareCommits(folder / "bare.sqlite", store)
        bare_seconds, ours = _in_turn(bare.commit, edits.write, runs=200)
        bare.close()
    print_line("save", seconds=ours, bare_seconds=bare_seconds, ratio=ours / bare_seconds, at_most=2.0)


def filter_(folder: Path) -> None:
    """One letter typed in the filter of 5,000 rows, to the list repainted."""
    seconds = _each("filter", bench_data.write(folder / "rows.dossier", bench_data.activities(SIZE)))
    print_line("filter", rows=SIZE, seconds=statistics.median(seconds), slowest=max(seconds), at_most=0.033)


def export(folder: Path) -> None:
    """The complete pack of 50, 500 and 5,000 activities with processors, breaches and requests: pages a second, a raw
    canvas that draws the same strings, the memory of the whole process, and an office suite with the same words."""
    for count in (50, 500, SIZE):
        path = bench_data.write(folder / f"export-{count}.dossier", bench_data.pack(count))
        figures = _exported_alone(path)
        runs = [whole_process(path) for _ in range(BEST_OF)]
        seconds, peak = min(run.seconds for run in runs), max(run.megabytes for run in runs)
        print_line("export", activities=count, **figures, process_seconds=seconds, process_megabytes=peak,
                   authority_megabytes=whole_process(path, "authority").megabytes)  # fmt: skip
        print_line("export office", activities=count, ratio=office_ratio(path, seconds))


def register(folder: Path) -> None:
    """The same of the register of breaches: the table of art. 33(5) and a sheet each, with the delay computed."""
    path = _log(folder, SIZE)
    print_line("register", breaches=SIZE, **_exported_alone(path, "breach"))


def breaches(folder: Path) -> None:
    """One letter typed in the filter of 5,000 breaches, and one step of a scroll, to the list repainted."""
    for what, figures in _seconds_of("measured_breaches.py", _log(folder, SIZE)):
        print_line(f"breaches {what}", breaches=SIZE, **figures, at_most=0.033)


def counted(_folder: Path) -> None:
    """The statistics of 43,000 breaches, against one plain pass that reads the same fields."""
    passes = Passes(LOG)
    plain, ours = _in_turn(passes.read, passes.count)
    print_line("statistics", breaches=LOG, seconds=ours, pass_seconds=plain, ratio=ours / plain, at_most=3.0)


def checks(_folder: Path) -> None:
    """Every check on 5,000 records, of several kinds and of breaches, against one pass that reads all their fields."""
    for of, records in (("mixed", bench_data.mixed(SIZE)), ("breaches", bench_data.breaches(SIZE // 2))):
        both = Checked(records)
        plain, ours = _in_turn(both.read, both.check)
        figures = {"seconds": ours, "pass_seconds": plain, "ratio": ours / plain, "at_most": 3.0}
        print_line(f"checks {of}", records=len(records), **figures)


def findings(folder: Path) -> None:
    """One field of 5,000 mixed records edited, to the findings beside the form and to the counts of the sidebar."""
    path = bench_data.write(folder / "findings.dossier", bench_data.mixed(SIZE))
    for what, figures in _seconds_of("measured_findings.py", path):
        print_line(f"findings {what}", records=SIZE, **figures, at_most={"beside": 0.05, "counts": 0.3}[what])


def preview(folder: Path) -> None:
    """The preview of an example and of 500 activities: a page of a section, any page, what is held up, and to stop."""
    large = bench_data.write(folder / "preview.dossier", bench_data.pack(500))
    limits = {"section": 0.3, "blocked": 0.05, "cancel": 0.2, "turn": 0.3}
    for name, path in (("example", _example(folder)), ("500 activities", large)):
        for what, figures in _seconds_of("measured_preview.py", path):
            print_line(f"preview {what}", of=name, **figures, at_most=limits[what])


def _exported_alone(path: Path, *only: str) -> dict[str, float]:
    """The figures of an export in a process of its own, so that the memory is its own."""
    command = [sys.executable, str(HERE / "measured_replay.py"), str(path), *only]
    figures: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return figures


def blocked(folder: Path) -> None:
    """The longest that one turn of the event loop takes, on every page and for what opens in it: the worst steps.

    `computed` is what the window's own thread computed of it; the ratio is to the calibration loop, computed beside it.
    """
    large = bench_data.write(folder / "blocked.dossier", bench_data.mixed(SIZE))
    for of, path in (("example", _example(folder)), (f"{SIZE} records", large)):
        command = [sys.executable, str(HERE / "measured_blocked.py"), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        turns, loop = json.loads(done.stdout), median(partial(calibrate, time.thread_time), 3)
        over = sum(computed > BLOCKED for _seconds, computed in turns.values())
        print_line(f"blocked {of}", steps=len(turns), over=over, calibration=loop, at_most=BLOCKED)
        for name, (seconds, computed) in sorted(turns.items(), key=lambda turn: -turn[1][1])[:WORST]:
            print_line(f"blocked {of}", step=name, seconds=seconds, computed=computed, ratio=computed / loop)


def _each(what: str, path: Path) -> list[float]:
    """The seconds that a measured window prints, one for each time it does it."""
    command = [sys.executable, str(HERE / "measured_window.py"), what, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [float(one) for one in done.stdout.split()]


def _seconds_of(script: str, path: Path) -> Iterator[tuple[str, dict[str, float]]]:
    """The medians and the slowest of what a script measures over a file."""
    done = subprocess.run([sys.executable, str(HERE / script), str(path)], capture_output=True, text=True, check=True)
    for what, seconds in json.loads(done.stdout).items():
        yield what, {"seconds": statistics.median(seconds), "slowest": max(seconds)}


def _in_turn(first: Callable[[], float], second: Callable[[], float], runs: int = RUNS) -> tuple[float, float]:
    """Medians of two measures taken in turn, after one of each that does not count."""
    first(), second()
    pairs = [(first(), second()) for _ in range(runs)]
    return statistics.median(one for one, _other in pairs), statistics.median(other for _one, other in pairs)


def _log(folder: Path, count: int) -> Path:
    """A dossier of so many breaches, written once."""
    path = folder / f"breaches-{count}.dossier"
    return path if path.exists() else bench_data.write(path, bench_data.breaches(count))


def _example(folder: Path) -> Path:
    path = folder / "sociatex.dossier"
    if not path.exists():
        make_example("sociatex", path, bench_data.AUTHOR, bench_data.NOW)
    return path


MEASURES = {
    "start": start,
    "open": open_,
    "save": save,
    "filter": filter_,
    "export": export,
    "register": register,
    "incident": incident,
    "quicklog": quick_log,
    "breaches": breaches,
    "statistics": counted,
    "checks": checks,
    "findings": findings,
    "blocked": blocked,
    "preview": preview,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
