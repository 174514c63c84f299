#!/usr/bin/env python3
"""Compares greenprint redlines with the reference results: pairs, screening, two dates, totals.

usage: redlines.py PROGRAM REFERENCE
"""

import csv
import io
import json
import subprocess
import sys

PROGRAM, FOLDER = sys.argv[1], sys.argv[2] + "/redlines/"
failures = 0


def table(*arguments):
    run = subprocess.run([PROGRAM, "redlines", *arguments], capture_output=True, text=True, check=True)
    return list(csv.DictReader(io.StringIO(run.stdout)))


def expected(name):
    with open(FOLDER + name, encoding="utf-8") as file:
        return list(csv.DictReader(file))


def check(name, pairs):
    """Numbers to 1e-9, words exactly."""
    global failures
    worst, count = 0.0, 0
    for found, wanted in pairs:
        count += 1
        try:
            one, other = float(found), float(wanted or 0)
            worst = max(worst, abs(one - other) / abs(other) if other else abs(one))
        except ValueError:
            if found != wanted and not (found == "NA" and wanted == ""):
                worst = float("inf")
    passed = count > 0 and worst <= 1e-9
    failures += not passed
    print(f"{'ok  ' if passed else 'FAIL'} redlines {name}: {count} figures, largest difference {worst:.1e}")


def rows(found, wanted, columns):
    if len(found) != len(wanted):
        return [("rows " + str(len(found)), str(len(wanted)))]
    return [(one[a], other[b]) for one, other in zip(found, wanted) for a, b in columns]


projects, first, second = (FOLDER + name for name in ["projects.geojson", "zones_year1.geojson", "zones_year2.geojson"])
check("pairs", rows(table(projects, first), expected("project_x_zone_expected.csv"), [
    ("project", "project"), ("zone", "zone"), ("class", "class"), ("area_m2", "overlap_m2"),
    ("share_of_project", "share_of_project")]))
same = ["project", "area_m2", "class_I_m2", "share_class_I", "verdict", "touches_boundary"]
check("screening", rows(table("--screen", projects, first), expected("screening_expected.csv"), [
    (name, name) for name in same] + [("class_II_only_m2", "class_II_only_m2"), ("share_class_II", "share_class_II")]))
same = ["zone", "area_year1_m2", "area_year2_m2", "loss_m2", "gain_m2", "type_year1", "type_year2", "status"]
check("two dates", rows(
    table("--compare", first, second), expected("change_by_zone_expected.csv"), [(name, name) for name in same]))
with open(FOLDER + "change_expected.json", encoding="utf-8") as file:
    change = json.load(file)
total = table("--compare", first, second, "--by", "total", "--territory", FOLDER + "territory.geojson")[0]
check("all zones", [(total[("area_" if name.startswith("year") else "") + name], value) for name, value in change.items()])
with open(FOLDER + "summary_expected.json", encoding="utf-8") as file:
    summary = json.load(file)
one, two, both = table("--summary", first, "--territory", FOLDER + "territory.geojson")
check("summary", [
    (both["sum_m2"], summary["sum_of_zone_areas_m2"]), (both["covered_m2"], summary["union_in_territory_m2"]),
    (both["share_of_territory"], summary["share_of_territory"]), (one["covered_m2"], summary["class_I_in_territory_m2"]),
    (two["covered_m2"], summary["class_II_only_in_territory_m2"])])
sys.exit(1 if failures else 0)
