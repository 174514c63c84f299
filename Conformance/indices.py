"""Compares `greenprint index` on the ASEM example with the tables COINr made from it.

    python3 Conformance/indices.py GREENPRINT REFERENCE

Every unit, column and missing value of the expected table must be met, whatever the order of the rows; numbers within
1e-10 of their size, distances to the maximum within 1e-12, since COINr loses digits near zero. One line a table; exit
code 1 when anything differs.
"""

import csv
import math
import os
import subprocess
import sys

CHAIN = ["--denominate", "--impute", "group-mean:EurAsia_group", "--screen", "0.9"]
FULL = CHAIN + ["--treat", "winmax:5"]
GAPS = ["--treat", "winmax:5", "--normalise", "minmax:1:100"]

RELATIVE, ABSOLUTE = (1e-10, 0.0), (0.0, 1e-12)

# Table expected, options, stage printed (None: the aggregates), tolerance relative and absolute.
CASES = [
    ("chain/Denominated", FULL, "denominated", RELATIVE),
    ("chain/Imputed", FULL, "imputed", RELATIVE),
    ("chain/Screened", FULL, "screened", RELATIVE),
    ("chain/Treated", FULL, "treated", RELATIVE),
    ("chain/Normalised", FULL, "normalised", RELATIVE),
    ("impute/i_mean", ["--denominate", "--impute", "mean"], "imputed", RELATIVE),
    ("impute/i_median_grp_GDPpc", ["--denominate", "--impute", "group-median:GDPpc_group"], "imputed", RELATIVE),
    ("impute/row_i_mean_level2", ["--denominate", "--impute", "row-mean"], "imputed", RELATIVE),
    ("treat/winmax1_logCT", CHAIN + ["--treat", "winmax:1"], "treated", RELATIVE),
    ("normalise/n_minmax_1_100", FULL + ["--normalise", "minmax:1:100"], "normalised", RELATIVE),
    ("normalise/n_zscore_0_1", FULL + ["--normalise", "zscore"], "normalised", RELATIVE),
    ("normalise/n_rank", FULL + ["--normalise", "rank"], "normalised", RELATIVE),
    ("normalise/n_borda", FULL + ["--normalise", "borda"], "normalised", RELATIVE),
    ("normalise/n_dist2max", FULL + ["--normalise", "distance-to-maximum"], "normalised", ABSOLUTE),
    ("aggregate/amean_minmax0_100", FULL, None, RELATIVE),
    ("aggregate/gmean_minmax1_100", FULL + ["--normalise", "minmax:1:100", "--aggregate", "geometric"], None, RELATIVE),
    ("aggregate/genmean_p2_minmax1_100", FULL + ["--normalise", "minmax:1:100", "--aggregate", "generalised:2"], None,
     RELATIVE),
    ("aggregate/amean_then_copeland_top", FULL + ["--aggregate", "arithmetic,arithmetic,copeland"], None, RELATIVE),
    ("aggregate/missing_treated", GAPS, "treated", RELATIVE),
    ("aggregate/missing_normalised", GAPS, "normalised", RELATIVE),
    ("aggregate/missing_amean_thresh0.8", GAPS + ["--threshold", "0.8"], None, RELATIVE),
    ("aggregate/missing_hmean_nothresh", GAPS + ["--aggregate", "harmonic", "--threshold", "0"], None, RELATIVE),
]


def table(lines):
    """Values by unit and column; the unit stands in the first column."""
    reader = csv.reader(lines)
    header = next(reader)
    result = {}
    for row in reader:
        if len(row) != len(header):
            sys.exit(f"{len(row)} fields under {len(header)} names: {row}")
        result[row[0]] = dict(zip(header[1:], row[1:]))
    return result


def number(text):
    """The number, or None for a missing value."""
    return None if text in ("NA", "NaN", "") else float(text)


def differences(found, expected, tolerance):
    """The number of comparisons, and what differs in them."""
    relative, absolute = tolerance
    checked, failures = 0, []
    if set(found) != set(expected):
        failures.append(f"units {' '.join(sorted(found))}, expected {' '.join(sorted(expected))}")
    for unit in (unit for unit in expected if unit in found):
        columns = [column for column in found[unit] if column != "rank" or "rank" in expected[unit]]
        if sorted(columns) != sorted(expected[unit]):
            failures.append(f"{unit}: columns {' '.join(columns)}, expected {' '.join(expected[unit])}")
        for column in (column for column in expected[unit] if column in found[unit]):
            checked += 1
            here, there = number(found[unit][column]), number(expected[unit][column])
            if here is None or there is None:
                alike = here is there
            else:
                alike = math.isclose(here, there, rel_tol=relative, abs_tol=absolute)
            if not alike:
                failures.append(f"{unit} {column}: {here}, expected {there}")
    return checked, failures


def ranks(found):
    """What is wrong with the ranks beside the index: 1 and the number of better units, none where the index is missing."""
    index = {unit: number(row["Index"]) for unit, row in found.items()}
    failures = []
    for unit, row in found.items():
        mine = index[unit]
        expected = None if mine is None else 1 + sum(1 for other in index.values() if other is not None and other > mine)
        if number(row["rank"]) != expected:
            failures.append(f"{unit} rank: {row['rank']}, expected {expected}")
    return failures


def main():
    program, reference = sys.argv[1:]
    folder = os.path.join(reference, "composite-indicators")
    tables = [
        "--data", os.path.join(folder, "input", "asem_iData.csv"),
        "--metadata", os.path.join(folder, "input", "asem_iMeta.csv"),
    ]
    failed = 0
    for name, options, stage, tolerance in CASES:
        command = [program, "index", "--language", "en"] + tables + options + (["--stage", stage] if stage else [])
        run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
        if run.returncode != 0:
            checked, failures = 0, [f"exit code {run.returncode} of {' '.join(command)}\n{run.stderr}"]
        else:
            found = table(run.stdout.splitlines())
            with open(os.path.join(folder, *name.split("/")) + ".csv", encoding="utf-8", newline="") as file:
                checked, failures = differences(found, table(file), tolerance)
            if stage is None:
                failures += ranks(found)
            if checked < 51 * 11:
                failures.append(f"only {checked} comparisons of at least {51 * 11}")
        for failure in failures:
            print("    " + failure, file=sys.stderr)
        print(f"index, {name}: checked {checked}, failed {len(failures)}")
        failed += 1 if failures else 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
