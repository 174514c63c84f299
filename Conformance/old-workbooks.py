"""Makes the old workbooks of Tests/WorkbooksTests/Fixtures with xlwt 1.3.0.

    python3 Conformance/old-workbooks.py FOLDER
"""

import datetime
import sys

import xlwt

out = sys.argv[1]
book = xlwt.Workbook(encoding="utf-8")
sheet = book.add_sheet("数据")
for column, header in enumerate(["指标", "地区", "时期", "数值", "单位", "已知日期"]):
    sheet.write(0, column, header)
day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
chinese = xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"')
moment = xlwt.easyxf(num_format_str="yyyy-mm-dd hh:mm")
per_cent = xlwt.easyxf(num_format_str="0.0%")
rows = [
    ("pm25", "320100", 2019, 35.5, "ug/m3", (datetime.date(2020, 3, 1), day)),
    ("pm25", "320100", 2020, 31, "ug/m3", (datetime.date(2021, 3, 1), chinese)),
    ("good-air-days", "南京", 2020, (0.81, per_cent), "%", (datetime.date(2021, 3, 1), day)),
    ("gdp", "江苏省", 2020, 102718.98, "10^8 yuan", (datetime.date(2021, 3, 1), day)),
]
for number, row in enumerate(rows, 1):
    for column, value in enumerate(row):
        sheet.write(number, column, *(value if isinstance(value, tuple) else (value,)))
kinds = book.add_sheet("类型")
kinds.write(0, 0, True)
kinds.write(0, 1, xlwt.Formula("1+1"))
kinds.row(0).set_cell_error(2, 0x2A)
kinds.row(0).set_cell_error(3, 0x07)
kinds.write(2, 0, datetime.datetime(2020, 3, 1, 12, 30), moment)
kinds.write(2, 1, -0.1)
kinds.write(2, 2, 60, day)
kinds.write(2, 3, 1e300)
kinds.write(2, 4, "", day)
kinds.write(2, 5, " 空格 ")
kinds.write(300, 2, 12345678901)
hidden = book.add_sheet("隐藏")
hidden.visibility = 1
hidden.write(0, 0, "h")
book.add_sheet("空")
book.save(out + "/types.xls")
book = xlwt.Workbook(encoding="utf-8")
book.dates_1904 = 1
sheet = book.add_sheet("a")
sheet.write(0, 0, 0, day)
sheet.write(0, 1, 1462.5, moment)
book.save(out + "/dates-1904.xls")
book = xlwt.Workbook(encoding="utf-8")
sheet = book.add_sheet("表")
for row in range(900):
    sheet.write(row, 0, "第%d行" % row if row % 2 else "row %d" % row)
    sheet.write(row, 1, row + 0.25)
    sheet.write(row, 2, row)
book.save(out + "/strings.xls")
