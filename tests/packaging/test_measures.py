"""The measures run and print what they say they print; what they find is for people to judge."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_measure_prints_one_json_line_after_the_calibration() -> None:
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(ROOT / "packaging" / "measures.py"), "save"]
    done = subprocess.run(command, capture_output=True, text=True, env=variables, check=True)
    calibration, save = [json.loads(line) for line in done.stdout.splitlines()]
    assert calibration["measure"] == "calibration"
    assert save["measure"] == "save"
    assert 0 < save["bare_seconds"] < save["seconds"]
    assert abs(save["ratio"] - save["seconds"] / save["bare_seconds"]) < 0.1
