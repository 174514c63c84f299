import CZip
import Foundation
import TestSupport
import Testing

/// Workbooks made in a test.
enum Zip {
    /// A zip file with these parts.
    static func make(_ parts: [(name: String, text: String)]) throws -> [UInt8] {
        try withTemporaryFolder { folder in
            let archive = try #require(zip_open(folder.path("a.zip"), Int32(ZIP_CREATE), nil))
            for part in parts {
                let bytes = Array(part.text.utf8)
                let copy = try #require(malloc(max(1, bytes.count)))
                bytes.withUnsafeBytes { raw in
                    if let base = raw.baseAddress { memcpy(copy, base, raw.count) }
                }
                let source = try #require(zip_source_buffer(archive, copy, UInt64(bytes.count), 1))
                _ = zip_file_add(archive, part.name, source, 0)
            }
            guard zip_close(archive) == 0 else { throw TestSupportError("zip") }
            return [UInt8](try folder.bytes("a.zip"))
        }
    }

    /// A workbook of one sheet with this content of `sheetData` and these shared strings.
    static func workbook(
        _ rows: String, strings: String = "", after: String = "", properties: String = "", styles: String = ""
    ) throws -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        return try make([
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(relations)\"><Relationship Id=\"r\" Type=\"\(types)/officeDocument\" "
                    + "Target=\"/xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><x:workbook xmlns:x=\"\(main)\" xmlns:q=\"\(types)\">"
                    + "\(properties)<x:sheets><x:sheet name=\"hidden\" sheetId=\"9\" state=\"hidden\" q:id=\"a\"/>"
                    + "<x:sheet name=\"数据\" sheetId=\"1\" q:id=\"b\"/></x:sheets></x:workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"\(relations)\">"
                    + "<Relationship Id=\"a\" Type=\"\(types)/worksheet\" Target=\"worksheets/h.xml\"/>"
                    + "<Relationship Id=\"b\" Type=\"\(types)/worksheet\" Target=\"./worksheets/../data.xml\"/>"
                    + "<Relationship Id=\"c\" Type=\"\(types)/sharedStrings\" Target=\"s.xml\"/>"
                    + "<Relationship Id=\"d\" Type=\"\(types)/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
            ("xl/worksheets/h.xml", "<worksheet xmlns=\"\(main)\"><sheetData/></worksheet>"),
            ("xl/data.xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"),
            ("xl/s.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"),
            ("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"),
        ])
    }
}
