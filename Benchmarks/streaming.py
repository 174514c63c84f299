"""Large files read: peak memory and megabytes a second, each size beside half of it. Used by `run`; the files are generated, seeded."""

import os
import shutil

import measure
import workload

MIB = 1 << 20
BOUND = 1.25

XML_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<m:GenericData xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" \
xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common" \
xmlns:g="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic">
<m:Header><m:ID>generated</m:ID><m:Test>false</m:Test><m:Prepared>2025-01-01T00:00:00</m:Prepared><m:Sender id="GREENPRINT"/>
<m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><c:Structure>
<Ref agencyID="GREENPRINT" id="DF" version="1.0"/></c:Structure></m:Structure></m:Header>
<m:DataSet structureRef="S" action="Replace">
"""


def write_csv(path, size):
    """An import table of about `size` bytes; returns the rows."""
    areas, rows, written = 250, 0, 0
    numbers = workload.Numbers(workload.SEED)
    with open(path, "w", encoding="utf-8", newline="") as file:
        written += file.write("indicator,area,period,value,unit\n")
        year = 1900
        while written < size:
            for series in range(workload.INDICATORS * areas):
                indicator, area = divmod(series, areas)
                unit, decimals, greatest = workload.UNITS[indicator % len(workload.UNITS)]
                value = numbers.below(greatest * 10**decimals) / 10**decimals
                written += file.write(
                    f"ind-{indicator:03d},{workload.area_code(area)},{year},{value:.{decimals}f},{unit}\n")
                rows += 1
                if written >= size:
                    break
            year += 1
    return rows


def write_sdmx(path, size):
    """Generic data of SDMX-ML 2.1 of about `size` bytes, 20 observations a series; returns the observations."""
    numbers = workload.Numbers(workload.SEED)
    rows, series, written = 0, 0, 0
    with open(path, "w", encoding="utf-8", newline="") as file:
        written += file.write(XML_HEAD)
        while written < size:
            text = (
                '<g:Series><g:SeriesKey><g:Value id="FREQ" value="A"/>'
                f'<g:Value id="REF_AREA" value="A{series % 250}"/><g:Value id="INDICATOR" value="ind-{series // 250}"/>'
                '</g:SeriesKey>\n')
            for year in range(2005, 2025):
                text += (
                    f'<g:Obs><g:ObsDimension value="{year}"/><g:ObsValue value="{numbers.below(10**6) / 100}"/>'
                    '<g:Attributes><g:Value id="OBS_STATUS" value="A"/></g:Attributes></g:Obs>\n')
                rows += 1
            written += file.write(text + "</g:Series>\n")
            series += 1
        file.write("</m:DataSet>\n</m:GenericData>\n")
    return rows


class Streaming:
    """All measurements of large files."""

    def __init__(self, programs, folder, log, table, scale=1.0, python=None):
        self.programs = programs
        self.folder = folder
        self.log = log
        self.table = table
        self.scale = scale
        self.python = python

    def add(self, name, measured, size, theirs, bound):
        peaks = [item.peak_mib for item in measured]
        growth = peaks[1] / peaks[0]
        self.table.add(
            f"{name}, {size[0] / MIB:.0f} and {size[1] / MIB:.0f} MiB",
            f"{size[1] / MIB / measured[1].seconds:.1f} MiB/s, peak {peaks[0]:.0f}, {peaks[1]:.0f} MiB", theirs,
            f"growth {growth:.2f}", f"at most {bound}" if bound else "", growth <= bound if bound else None)

    def csv(self):
        measured, batch, sizes, shell = [], [], [], None
        for size in [50 * MIB, 100 * MIB]:
            size = int(size * self.scale)
            workspace = os.path.join(self.folder, "streamed")
            workload.write_workspace(workspace, workload.INDICATORS * 250, 250, "series")
            shutil.rmtree(os.path.join(workspace, "data"))
            path = os.path.join(self.folder, "table.csv")
            write_csv(path, size)
            sizes.append(os.path.getsize(path))
            measured.append(
                measure.run(
                    [self.programs["greenprint"], "import", path, "--to", workspace, "--dry-run", "--known-on",
                     "2025-01-31"], self.log))
            database = os.path.join(self.folder, "shell.sqlite")
            shell = measure.run(
                ["sqlite3", "-bail", database, "CREATE TABLE t (indicator TEXT, area TEXT, period TEXT, value REAL, unit TEXT)",
                 f".import --csv --skip 1 '{path}' t"], self.log)
            os.remove(database)
            shutil.rmtree(workspace)
            os.remove(path)
        theirs = f"{sizes[1] / MIB / shell.seconds:.1f} MiB/s, peak {shell.peak_mib:.0f} MiB"
        self.add("`import --dry-run` of a CSV table", measured, sizes, theirs, None)

    def sdmx(self):
        measured, sizes, other = [], [], None
        for size in [25 * MIB, 50 * MIB]:
            path = os.path.join(self.folder, "data.xml")
            write_sdmx(path, int(size * self.scale))
            sizes.append(os.path.getsize(path))
            measured.append(measure.run([self.programs["read-sdmx"], path], self.log))
            if self.python:
                code = "import sys; from pysdmx.io import read_sdmx; print(len(read_sdmx(sys.argv[1]).data[0].data))"
                other = measure.run([self.python, "-c", code, path], self.log)
            os.remove(path)
        theirs = (
            f"pysdmx {sizes[1] / MIB / other.seconds:.1f} MiB/s, peak {other.peak_mib:.0f} MiB" if other else "")
        self.add("SDMX-ML generic data", measured, sizes, theirs, None)

    def all(self):
        self.csv()
        self.sdmx()
