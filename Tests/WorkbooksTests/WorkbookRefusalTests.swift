import Foundation
import Spreadsheets
import StatisticalData
import TestSupport
import Testing

@testable import Workbooks

/// What is refused, and that nothing else happens to broken files.
struct WorkbookRefusalTests {
    private static func code(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> String? {
        do {
            _ = try WorkbookTests.cells(bytes, limits: limits)
            return nil
        } catch {
            return (error as? Fault)?.code ?? "\(error)"
        }
    }

    @Test func oldAndForeignFiles() throws {
        #expect(Self.code([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == "workbook-old-or-protected")
        #expect(Self.code(Array("PK no zip".utf8)) == "workbook-damaged")
        #expect(Self.code([]) == "workbook-damaged")
        #expect(Self.code(try Zip.make([("a.txt", "x")])) == "workbook-damaged")
    }

    @Test(arguments: [
        "<row r=\"2\"/><row r=\"1\"/>", "<row><c r=\"B1\"/><c r=\"A1\"/></row>", "<row><c r=\"XFE1\"/></row>",
        "<row><c t=\"s\"><v>5</v></c></row>", "<row><c><v>abc</v></c></row>", "<row><c><v>1e999</v></c></row>", "<row>",
        "<row r=\"1048577\"/>",
    ])
    func sheetsAtFault(rows: String) throws {
        #expect(Self.code(try Zip.workbook(rows)) == "workbook-damaged")
    }

    @Test func documentTypesAndOtherEncodings() throws {
        func code(_ sheet: String) throws -> String? {
            let parts = try Zip.workbook("")
            #expect(Self.code(parts) == nil)
            let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            return Self.code(
                try Zip.make([
                    (
                        "xl/workbook.xml",
                        sheet.isEmpty ? "" : sheet + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\"/>"
                    ),
                    ("xl/_rels/workbook.xml.rels", "<Relationships/>"),
                ]))
        }
        #expect(try code("<!DOCTYPE w [<!ENTITY a \"b\">]>") == "workbook-doctype")
        #expect(
            try code("<!-- <w> -->" + String(repeating: " ", count: 200_000) + "<!doctype w>") == "workbook-doctype")
        #expect(try code("<?xml version=\"1.0\" encoding=\"UTF-7\"?>") == "workbook-damaged")
        #expect(try code("") == "workbook-damaged")
    }

    @Test func limitsHold() throws {
        let row = "<row><c><v>1</v></c><c r=\"J1\"><v>1</v></c></row>"
        let bytes = try Zip.workbook(row, strings: "<si><t>a</t></si><si><t>b</t></si>")
        #expect(Self.code(bytes, limits: WorkbookLimits(cells: 10)) == nil)
        #expect(Self.code(bytes, limits: WorkbookLimits(cells: 9)) == "workbook-limit")
        #expect(Self.code(bytes, limits: WorkbookLimits(strings: 1)) == "workbook-limit")
        #expect(Self.code(bytes, limits: WorkbookLimits(parts: 6)) == "workbook-limit")
        #expect(Self.code(bytes, limits: WorkbookLimits(partBytes: 100)) == "workbook-limit")
        let bomb = try Zip.workbook("<row><c t=\"str\"><v>" + String(repeating: "a", count: 3 << 20) + "</v></c></row>")
        #expect(Self.code(bomb) == "workbook-limit")
    }

    /// Seed 11: workbooks with some bytes changed end in cells or a fault of ours.
    @Test func brokenWorkbooks() throws {
        var random = SeededGenerator(seed: 11)
        let good = try Zip.workbook(
            "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>43831</v></c></row>", strings: "<si><t>a</t></si>",
            styles: "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>")
        for _ in 0..<300 {
            var bytes = good
            for _ in 0...Int.random(in: 0...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let code = Self.code(bytes)
            #expect(code == nil || code?.hasPrefix("workbook-") == true, "\(code ?? "")")
        }
    }

    /// Seed 12: the same for the text of a sheet, which the checksum of the zip does not catch.
    @Test func brokenSheets() throws {
        var random = SeededGenerator(seed: 12)
        let good = Array("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>43831</v></c></row>".utf8)
        for _ in 0..<150 {
            var bytes = good
            for _ in 0...Int.random(in: 0...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 1...127, using: &random)
            }
            let code = Self.code(try Zip.workbook(String(decoding: bytes, as: UTF8.self), strings: "<si><t>a</t></si>"))
            #expect(code == nil || code?.hasPrefix("workbook-") == true, "\(code ?? "")")
        }
    }
}
