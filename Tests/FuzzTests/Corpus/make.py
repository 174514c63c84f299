#!/usr/bin/env python3
"""Writes the seeds beside it that are easier to make than to keep: workbooks, bombs, deep and wide files. Same bytes every time."""

import io
import os
import zipfile

HERE = os.path.dirname(os.path.realpath(__file__))
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>')
ROOT = (
    f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
    f'Type="{RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
WORKBOOK = (
    f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{RELS}"><sheets>'
    '<sheet name="数据" sheetId="1" r:id="rId1"/></sheets></workbook>')
PARTS = (
    f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">'
    f'<Relationship Id="rId1" Type="{RELS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELS}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="rId3" Type="{RELS}/styles" Target="styles.xml"/></Relationships>')
STRINGS = (
    f'<?xml version="1.0"?><sst xmlns="{MAIN}">'
    + "".join(f"<si><t>{text}</t></si>" for text in [
        "indicator", "area", "period", "value", "unit", "pm25", "ug/m3"]) + "</sst>")
STYLES = (
    f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/>'
    '</numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>')
HEADER = "".join(f'<c r="{letter}1" t="s"><v>{n}</v></c>' for n, letter in enumerate("ABCDE"))


def row(number, period, value, style=""):
    return (
        f'<row r="{number}"><c r="A{number}" t="s"><v>5</v></c><c r="B{number}" t="inlineStr"><is><t>320000</t></is></c>'
        f'<c r="C{number}"><v>{period}</v></c><c r="D{number}"{style}>{value}</c><c r="E{number}" t="s"><v>6</v></c></row>')


def sheet(rows, more=""):
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData><row r="1">{HEADER}</row>{rows}</sheetData>{more}</worksheet>'


def workbook(parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text)
    return data.getvalue()


def parts(**changed):
    made = {
        "[Content_Types].xml": TYPES, "_rels/.rels": ROOT, "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": PARTS, "xl/sharedStrings.xml": STRINGS, "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": sheet(row(2, 2020, "<v>38</v>") + row(3, 2021, "<f>A1</f><v>33.5</v>", ' s="1"')),
    }
    made.update(changed.get("parts", {}))
    return made


def write(name, data):
    path = os.path.join(HERE, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data if isinstance(data, bytes) else data.encode())


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + ']>')
SHEET = "xl/worksheets/sheet1.xml"

write("xlsx/plain.xlsx", workbook(parts()))
write("xlsx/entities.xlsx", workbook(parts(parts={SHEET: BOMB + f'<worksheet xmlns="{MAIN}">&j;</worksheet>'})))
write("xlsx/zip-bomb.xlsx", workbook(parts(parts={SHEET: sheet(" " * (40 << 20))})))
write("xlsx/deep.xlsx", workbook(parts(parts={SHEET: "<a>" * 20000})))
write("xlsx/far-cell.xlsx", workbook(parts(parts={SHEET: sheet(
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="ZZZZZZZZZZ99999999999999999999"><v>1</v></c></row>')})))
write("xlsx/merged.xlsx", workbook(parts(parts={SHEET: sheet(
    row(2, 2020, "<v>1e400</v>"), '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')})))
write("xlsx/old.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512))

LONG = "indicator,area,period,value,unit,note\n"
write("csv/wide.csv", ",".join(f"c{n}" for n in range(20000)) + "\n" + "," * 19999 + "\n")
write("csv/plain.csv", LONG + 'pm25,320000,2020,38.0,ug/m3,"two\nlines"\ngdp,CN-JS,2021,116364,10^8 yuan,\n')
write("csv/chinese.csv", "指标;地区;时期;数值;单位\n细颗粒物年均浓度;苏州;2020年;38,5;微克/立方米\n注：初步数;;;;\n".encode("gb18030"))
write("csv/utf16.csv", "indicator\tarea\tperiod\tvalue\tunit\r\npm25\t320000\t2020\t38\tug/m3\r\n".encode("utf-16"))
write("csv/years.csv", "﻿area,2019,2020,2021\nNanjing,40,31,--\nSuzhou,38,,33\n")
write("csv/quote.csv", LONG + 'pm25,320000,2020,"' + "x" * 5000)

SDMX = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
write("sdmx-ml/entities.xml", BOMB + f'<m:GenericData xmlns:m="{SDMX}">&j;</m:GenericData>')
write("sdmx-ml/deep.xml", f'<m:GenericData xmlns:m="{SDMX}">' + "<m:DataSet>" * 20000)
write("sdmx-ml/attributes.xml", f'<m:StructureSpecificData xmlns:m="{SDMX}"><m:DataSet><Obs '
      + " ".join(f'A{n}="{n}"' for n in range(3000)) + "/></m:DataSet></m:StructureSpecificData>")
write("sdmx-json/deep.json", "[" * 50000)
write("sdmx-json/wide.json", '{"data":{"dataSets":[{"observations":{"' + ":".join("0" * 5000) + '":[1]}}]}}')
write("sdmx-csv/wide.csv", "STRUCTURE,STRUCTURE_ID,ACTION," + ",".join(f"D{n}" for n in range(20000)) + ",OBS_VALUE\n")
write("yaml/alias.yaml", "a: &a [1]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n")
write("yaml/deep.yaml", "a: " + "[" * 5000)
write("yaml/keys.yaml", "".join(f"k{n}: {{}}\n" for n in range(5000)))
