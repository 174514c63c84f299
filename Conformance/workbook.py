"""Reads the workbooks that `greenprint export --format xlsx` writes with openpyxl: every cell, widths, frozen rows, charts.

    python3 Conformance/workbook.py GREENPRINT WORKSPACE FOLDER

The workbooks are written to FOLDER, and what their cells must hold as CSV beside them. Prints a line a check; exit code 1
when one fails.
"""

import csv
import datetime
import subprocess
import sys
import unicodedata
from pathlib import Path

SHEETS = {
    "en": ["Notes", "Observations", "Chart", "Indicators", "Areas", "Sources", "Results"],
    "zh": ["说明", "数据", "图", "指标表", "地区表", "来源表", "专题结果"],
}


def export(program, workspace, path, *options):
    """Writes an export to `path`."""
    subprocess.run([program, "export", workspace, "--output", str(path), *options], check=True, capture_output=True)
    return path


def table(path):
    """The rows of a CSV file."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text(cell):
    """A text as the CSV has it: nothing is an empty text, a day is written out."""
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    return str(cell)


def same_number(cell, expected):
    """Numbers have sixteen digits in a workbook: a figure with up to fifteen comes back as it is."""
    if expected == "":
        return cell is None
    return type(cell) in (int, float) and float(cell) == float("%.16G" % float(expected))


def compare(sheet, rows, texts, numbers):
    """Compares columns of a sheet, by their number, with those of a table, by their name."""
    found = list(sheet.iter_rows(min_row=2, values_only=True))
    if len(found) != len(rows):
        raise AssertionError(f"{sheet.title}: {len(found)} rows instead of {len(rows)}")
    for line, (cells, row) in enumerate(zip(found, rows), 2):
        for column, name in texts.items():
            if text(cells[column]) != row[name]:
                raise AssertionError(f"{sheet.title}:{line}:{column}: {cells[column]!r} instead of {row[name]!r}")
        for column, name in numbers.items():
            if not same_number(cells[column], row[name]):
                raise AssertionError(f"{sheet.title}:{line}:{column}: {cells[column]!r} instead of {row[name]!r}")
    return len(found) * (len(texts) + len(numbers))


def width(value):
    """The places a text takes: two for wide characters."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text(value))


def appearance(book):
    """Frozen header, filters, and columns wide enough for what stands in them, up to sixty characters."""
    for sheet in book:
        if sheet.freeze_panes != "A2":
            raise AssertionError(f"{sheet.title} is frozen at {sheet.freeze_panes}")
        for column in sheet.iter_cols():
            room = sheet.column_dimensions[column[0].column_letter].width
            needed = min(60, max(width(cell.value) for cell in column if not isinstance(cell.value, float)))
            if room < needed:
                raise AssertionError(f"{sheet.title}:{column[0].column_letter} has {room} of {needed}")


def check(path, language, figures, package):
    """Everything in one workbook."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    if book.sheetnames != SHEETS[language]:
        raise AssertionError(str(book.sheetnames))
    notes, observations, chart, indicators, areas, sources, results = book
    cells = compare(
        observations, figures,
        {0: "indicator", 2: "area", 4: "period", 5: "transformation", 7: "unit", 8: "qualifier", 9: "known_on",
         10: "revision", 11: "trust", 12: "source", 13: "note", 14: "note_zh"}, {6: "value"})
    cells += compare(
        indicators, table(package / "indicators.csv"),
        {0: "id", 1: "name_en", 2: "name_zh", 3: "unit", 4: "direction", 5: "sdg_goals"}, {})
    cells += compare(
        areas, table(package / "areas.csv"),
        {0: "id", 1: "parent", 2: "level", 3: "name_en", 4: "name_zh", 5: "gb2260", 6: "iso_3166"}, {})
    cells += compare(
        sources, table(package / "sources.csv"),
        {0: "id", 1: "publisher_" + language, 2: "title_" + language, 3: "address", 4: "licence_" + language,
         5: "published", 6: "retrieved", 7: "trust", 8: "note_" + language}, {})
    cells += compare(
        results, table(package / "results.csv"),
        {0: "study", 2: "item", 4: "measure", 6: "area", 8: "period", 13: "unit", 14: "trust", 15: "expression",
         16: "sources"}, {9: "value", 10: "low", 11: "high"})
    appearance(book)
    days = sum(isinstance(cell.value, datetime.datetime) for cell in observations["J"])
    if days == 0:
        raise AssertionError("no date is a date")
    if [len(sheet._charts) for sheet in book] != [0, 0, 1, 0, 0, 0, 0]:  # noqa: SLF001 - there is no other way
        raise AssertionError("the chart is not where it should be")
    periods = [cell.value for cell in chart["A"][1:]]
    if periods != list(range(periods[0], periods[-1] + 1)):
        raise AssertionError(f"the axis leaves years out: {periods}")
    if book.properties.created.time() != datetime.time(0, 0):
        raise AssertionError(f"made at {book.properties.created}: not a date of the data")
    return f"{cells} cells equal, {days} dates, a chart over {len(periods)} periods"


def main():
    """Writes the workbooks and has them read."""
    program, workspace, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    package = export(program, workspace, folder / "tables", "--format", "datapackage")
    figures = table(export(program, workspace, folder / "figures.csv", "--format", "csv"))
    failed = False
    for language in SHEETS:
        path = export(
            program, workspace, folder / f"{language}.xlsx", "--format", "xlsx", "--language", language)
        name = f"XLSX in {language}, openpyxl"
        try:
            print(f"{name}: {check(path, language, figures, package)}")
        except ModuleNotFoundError as error:
            print(f"{name}: skipped, {error.name} is not installed")
        except Exception as error:  # noqa: BLE001 - the message is the result
            failed = True
            print(f"{name}: FAILED, {type(error).__name__}: {str(error)[:400]}")
    sys.exit(1 if failed else 0)


main()
