"""Compares the studies of the Jiangsu example with the reference results on targets, index and energy intensity.

    python3 Conformance/targets.py GREENPRINT WORKSPACE REFERENCE

Reference figures with all their digits must be met within 1e-9 of their size (those of the published methods through
`greenprint targets` within 1e-10), printed ones within half a unit of their last place. One line a group; exit code 1 when anything differs.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
from decimal import Decimal

JIANGSU, HUBEI = "320000", "420000"
DIMENSIONS = [
    "resource_use", "environmental_governance", "environmental_quality", "ecological_protection", "growth_quality",
    "green_living",
]
POLLUTANTS = {"COD": "cod", "NH3-N": "nh3n", "SO2": "so2", "NOx": "nox", "VOC": "voc"}


class Study:
    """The values of one study as the program prints them."""

    def __init__(self, program, workspace, name, known_on=None):
        command = [program, "run", workspace, "--study", name, "--format", "csv"]
        command += ["--as-known-on", known_on] if known_on else []
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"{' '.join(command)}\n{run.stderr}")
        self.values = {}
        for row in csv.DictReader(run.stdout.splitlines()):
            self.values[row["item"], row["measure"], row["area"], row["period"]] = row["value"]

    def number(self, item, measure, area, period):
        """The number, or None when the study has none."""
        text = self.values.get((item, measure, area, str(period)))
        return None if text is None else float(text)


class Group:
    """Comparisons that are told in one line."""

    failed_groups = 0

    def __init__(self, name):
        self.name, self.checked, self.failures = name, 0, []

    def exact(self, what, found, expected, share=1e-9):
        """Full digits on both sides."""
        self.compare(what, found, float(expected), share * abs(float(expected)))

    def printed(self, what, found, expected):
        """A figure that was rounded for printing; a little is allowed for the digits of the computer."""
        places = -Decimal(expected).as_tuple().exponent
        self.compare(what, found, float(expected), 0.5 * 10.0 ** -places * (1 + 1e-9))

    def equal(self, what, found, expected):
        """The same text."""
        self.checked += 1
        if found != expected:
            self.failures.append(f"{what}: {found}, expected {expected}")

    def compare(self, what, found, expected, tolerance):
        self.checked += 1
        if found is None or not abs(found - expected) <= tolerance:
            self.failures.append(f"{what}: {found}, expected {expected} within {tolerance:.1e}")

    def tell(self, at_least):
        """Prints the outcome; too few comparisons are a failure, so that a renamed column is not taken for success."""
        if self.checked < at_least:
            self.failures.append(f"only {self.checked} comparisons of at least {at_least}")
        for failure in self.failures:
            print("    " + failure, file=sys.stderr)
        print(f"{self.name}: checked {self.checked}, failed {len(self.failures)}")
        Group.failed_groups += 1 if self.failures else 0


def rows(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return list(csv.DictReader(file))


def negated(value):
    return None if value is None else -value


def check_target(reference, final, preliminary):
    """The target on energy per GDP: the reference counts cuts as positive numbers, the program changes as signed."""
    group = Group("target on energy per GDP")
    for row in rows(reference, "targets", "jiangsu_energy_intensity_expected.csv"):
        study = final if row["vintage"] == "final" else preliminary
        year = row["year"]
        for column, measure in [
            ("cumulative_cut_percent", "achieved"), ("required_path_percent", "required"),
            ("annual_cut_still_needed_percent", "still-needed"),
        ]:
            found = study.number("energy-per-gdp", measure, JIANGSU, year)
            what = f"{row['vintage']} {year} {measure}"
            if row[column]:
                group.exact(what, negated(found), row[column])
            else:
                group.equal(what, found, None)
    group.tell(27)


def check_examples(reference, final, preliminary, energy):
    """The worked examples that a study computes; the others are arithmetic on single figures."""
    with open(os.path.join(reference, "targets", "jiangsu_worked_examples.json"), encoding="utf-8") as file:
        examples = json.load(file)
    group = Group("worked examples")
    item = "energy-per-gdp"
    found = {
        "required_annual_cut_percent_for_17_in_5_years": negated(final.number(item, "required-rate", JIANGSU, 2016)),
        "cumulative_2016_2019_preliminary_percent": negated(preliminary.number(item, "achieved", JIANGSU, 2019)),
        "cumulative_2016_2019_final_percent": negated(final.number(item, "achieved", JIANGSU, 2019)),
        "cumulative_2016_2020_final_percent": negated(final.number(item, "achieved", JIANGSU, 2020)),
        "gdp_growth_implied_by_energy_-6.1_and_intensity_-1.17_percent":
            energy.number(item, "implied-gdp-growth", HUBEI, 2020),
    }
    for name, value in found.items():
        group.exact(name, value, examples[name])
    not_a_study = [name for name in examples if name not in found and name != "base_2015_from_caps"]
    for name, base in examples["base_2015_from_caps"].items():
        # The program works out a base only where the plan states none.
        value = final.number(POLLUTANTS[name] + "-cut", "implied-base", JIANGSU, 2015)
        if value is None:
            not_a_study.append("base of " + name)
        else:
            group.exact("base of " + name, value, base)
    group.tell(6)
    print(f"    {len(not_a_study)} examples are no result of a study: {', '.join(not_a_study)}")


def check_index(data, study):
    group = Group("index from sub-indices")
    for row in rows(data, "gdi-2016.csv"):
        group.printed(row["name_en"], study.number("index", "score", row["area"], row["year"]), row["check_sum_109ths"])
    group.tell(31)

    group = Group("published ranks")
    for row in rows(data, "gdi-2016-published-ranks.csv"):
        for column in ["green_development_index"] + DIMENSIONS:
            item = "index" if column == "green_development_index" else column.replace("_", "-")
            if row[column]:
                group.exact(
                    f"{row['name_en']} {item}", study.number(item, "rank", row["area"], row["year"]), row[column])
    group.tell(104)


def check_energy(data, study):
    group = Group("growth implied by energy intensity")
    for row in rows(data, "energy-intensity-2020.csv"):
        found = study.number("energy-per-gdp", "implied-gdp-growth", row["area"], row["year"])
        expected = row["implied_gdp_growth_percent_computed"]
        if expected:
            group.printed(row["name_en"], found, expected)
        else:
            group.equal(row["name_en"], found, None)
    group.tell(32)

    group = Group("cumulative change of energy intensity")
    for row in rows(data, "energy-intensity-2016-2020.csv"):
        found = study.number("energy-per-gdp", "cumulative", row["area"], row["year"])
        group.printed(f"{row['name_en']} {row['year']}", found, row["cumulative_since_2015_percent_computed"])
    group.tell(85)


# Columns of tracking_expected.csv that the command names otherwise, and factors: rates are fractions there, per cent here.
RENAMED = {
    "path_multiplicative_now": "path_compound_now", "anticipated_low_90": "anticipated_low",
    "anticipated_high_90": "anticipated_high", "year": "period",
}
FACTORS = {"cagr_actual": 100, "cagr_required": 100, "rate_needed_compound": 100}
# Found by search in the reference: digits past 1e-12 of a year are noise.
ABSOLUTE = {"time_distance_years": 1e-9}


def targets_table(program, table_rows, *options):
    """The rows that `greenprint targets` prints of a table."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "targets.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(
                ["indicator", "unit", "baseline_period", "baseline", "target_period", "target", "form", "direction",
                 "period", "value"])
            writer.writerows(table_rows)
        run = subprocess.run([program, "targets", path, *options], capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"targets: {run.stderr}")
    return list(csv.DictReader(run.stdout.splitlines()))


def check_methods(program, reference):
    """Every quantity of the published methods on the three indicators of the reference."""
    series = rows(reference, "targets", "series_input.csv")
    bases = {(row["indicator"], row["year"]): row["value"] for row in series}
    indicators = {row["indicator"]: row for row in rows(reference, "targets", "indicators_input.csv")}
    table = []
    for row in series:
        rule = indicators[row["indicator"]]
        base = bases[row["indicator"], rule["base_year"]]
        table.append(
            [row["indicator"], rule["unit"], rule["base_year"], base, rule["target_year"], rule["target"], "level",
             rule["desired"], row["year"], row["value"]])
    found = {row["indicator"]: row for row in targets_table(program, table)}
    group = Group("published methods")
    given = ["indicator", "unit", "desired", "base_year", "base", "target_year"]
    for row in rows(reference, "targets", "tracking_expected.csv"):
        for column in [name for name in row if name not in given]:
            text = found[row["indicator"]][RENAMED.get(column, column)]
            what = f"{row['indicator']} {column}"
            try:
                expected = float(row[column]) * FACTORS.get(column, 1)
            except ValueError:
                group.equal(what, text, row[column])
                continue
            if column in ABSOLUTE:
                group.compare(what, float(text), expected, ABSOLUTE[column])
            else:
                group.exact(what, float(text), expected, 1e-10)
    group.tell(84)


def check_cuts(program, reference):
    """The cumulative cuts of energy per GDP, year by year as they would have been judged then."""
    group = Group("cumulative cuts by command")
    expected = rows(reference, "targets", "jiangsu_energy_intensity_expected.csv")
    for vintage in ["preliminary", "final"]:
        own = [row for row in expected if row["vintage"] == vintage]
        table = [
            ["cut", "%", 2015, "", 2020, -17, "cumulative-cut", "down", row["year"],
             "-" + row["cumulative_cut_percent"]] for row in own
        ]
        for row in own:
            found = targets_table(program, table, "--as-of", row["year"])[0]
            what = f"{vintage} {row['year']}"
            group.exact(what + " path", negated(float(found["path_compound_now"])), row["required_path_percent"])
            group.equal(what + " met", found["target_met"], row["target_17_met"])
            if row["annual_cut_still_needed_percent"]:
                needed = negated(float(found["rate_needed_compound"]))
                group.exact(what + " needed", needed, row["annual_cut_still_needed_percent"])
            else:
                group.equal(what + " needed", found["rate_needed_compound"], "NA")
    group.tell(27)


def main():
    program, workspace, reference = sys.argv[1:]
    data = os.path.join(reference, "..", "data", "jiangsu")
    final = Study(program, workspace, "plan-13fyp")
    preliminary = Study(program, workspace, "plan-13fyp", known_on="2020-07-01")
    energy = Study(program, workspace, "energy-intensity")
    index = Study(program, workspace, "green-development-index-2016")
    check_target(reference, final, preliminary)
    check_examples(reference, final, preliminary, energy)
    check_index(data, index)
    check_energy(data, energy)
    check_methods(program, reference)
    check_cuts(program, reference)
    return 1 if Group.failed_groups else 0


if __name__ == "__main__":
    sys.exit(main())
