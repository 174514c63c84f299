import Foundation
import Testing
import TestSupport

/// Faults as a user reads them: place first, then what is wrong, then a remedy; in both languages; all in one run.
struct FaultTextTests {
    private static let header = "indicator,area,period,value,unit\n"
    private static let row = "pm25,320000,2031,30,ug/m3\n"

    /// Batches with one fault each, and where it must be told.
    static let batches: [(String, [UInt8], String)] = [
        ("column", Array("indicator,aera,period,value,unit\n".utf8), ":1"),
        ("text", Array((header + "pm25,320000,2031,thirty,ug/m3\n").utf8), ":2:value"),
        ("thousands", Array((header + "pm25,320000,2031,\"1,234\",ug/m3\n").utf8), ":2:value"),
        ("decimal", Array((header + row + "pm25,320000,2032,\"3,5\",ug/m3\n").utf8), ":3:value"),
        ("nan", Array((header + "pm25,320000,2031,NaN,ug/m3\n").utf8), ":2:value"),
        ("infinity", Array((header + "pm25,320000,2031,inf,ug/m3\n").utf8), ":2:value"),
        ("empty-value", Array((header + "pm25,320000,2031,,ug/m3\n").utf8), ":2:value"),
        ("twice", Array((header + row + row).utf8), ":3"),
        ("area", Array((header + "pm25,32000,2031,30,ug/m3\n").utf8), ":2:area"),
        ("indicator", Array((header + "pm26,320000,2031,30,ug/m3\n").utf8), ":2:indicator"),
        ("unit", Array((header + "pm25,320000,2031,30,mcg/m3\n").utf8), ":2:unit"),
        ("dimension", Array((header + "pm25,320000,2031,30,10^4 tce\n").utf8), ":2:unit"),
        ("period", Array((header + "pm25,320000,2031-Q5,30,ug/m3\n").utf8), ":2:period"),
        ("date", Array((header.dropLast() + ",known_on\npm25,320000,2031,30,ug/m3,1/2/2031\n").utf8), ":2:known_on"),
        ("source", Array((header.dropLast() + ",source\npm25,320000,2031,30,ug/m3,nobody\n").utf8), ":2:source"),
        ("gb18030", Array(header.utf8) + [0xBD, 0xAD, 0xCB, 0xD5, 0x0A], ""),
        ("utf-16", [0xFF, 0xFE] + header.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, ""),
        ("nothing", [], ""),
        ("cut-row", Array((header + row + "pm25,3200").utf8), ":3:area"),
        ("cut-quote", Array((header + "pm25,320000,2031,\"30").utf8), ":2:value"),
        ("cut-end", Array((header + "pm25,320000,2031,30,ug/m3").utf8), ":2:unit"),
        ("wide", Array((header.dropLast() + (1...200).map { ",x\($0)" }.joined() + "\n").utf8), ":1:x1"),
    ]

    private static func break_(_ folder: TemporaryFolder) throws {
        for (name, bytes, _) in batches {
            try folder.write(bytes, to: "jiangsu/data/bad-\(name).csv")
            try folder.write(record("bad-" + name), to: "jiangsu/data/bad-\(name).source.yaml")
        }
        try folder.write(record("rows") + "rows: 2\n", to: "jiangsu/data/bad-rows.source.yaml")
        try folder.write(header + row, to: "jiangsu/data/bad-rows.csv")
        try folder.write(record("sum") + "sha256: \"00\"\n", to: "jiangsu/data/bad-sum.source.yaml")
        try folder.write(header + row, to: "jiangsu/data/bad-sum.csv")
        try folder.write(header, to: "jiangsu/data/bad-alone.csv")
        try folder.write(record("alone2"), to: "jiangsu/data/bad-record.source.yaml")
        try folder.append("pm25,Twice,重复,ug/m3,down,\n", to: "jiangsu/indicators.csv")
        try folder.write("kind: plan-ledgr\n", to: "jiangsu/studies/bad-kind.yaml")
        try folder.write("kind: plan-ledger\ntitle: {en: a, zh: b}\ntarget: {}\n", to: "jiangsu/studies/bad-key.yaml")
        try folder.write(plan("../x"), to: "jiangsu/studies/bad-path.yaml")
        try folder.write("a: [\n", to: "jiangsu/studies/bad-yaml.yaml")
        try folder.write("a: b\n", to: "jiangsu/studies/Bad Name.yaml")
        try folder.replace("plan-13fyp,", by: "plan-13fypp,", in: "jiangsu/greenprint.yaml")
    }

    private static func plan(_ file: String) -> String {
        "kind: plan-ledger\ntitle: {en: a, zh: b}\ntargets: {file: \(file), plan: P}\n"
    }

    private static func record(_ id: String) -> String {
        """
        sources:
          - {id: \(id), publisher: {en: a, zh: b}, title: {en: a, zh: b}, licence: {en: a, zh: b}, trust: press}
        defaults: {source: \(id), known-on: 2031-01-01, revision: final, transformation: level}

        """
    }

    private static let places =
        batches.map { "data/bad-\($0).csv" + $2 } + [
            "data/bad-rows.csv", "data/bad-sum.csv", "data/bad-alone.csv", "data/bad-record.source.yaml",
            "indicators.csv:109:id", "studies/bad-kind.yaml:1:7", "studies/bad-key.yaml:3:1",
            "studies/bad-key.yaml:1:1",
            "studies/bad-path.yaml:3:17", "studies/bad-yaml.yaml:2:1", "studies/Bad Name.yaml",
            "greenprint.yaml:4:42",
        ]

    @Test(arguments: [("en", "error"), ("zh", "错误")]) func everyFaultIsTold(_ language: String, _ grade: String) throws
    {
        try withExample { folder in
            try Self.break_(folder)
            let before = try folder.contents()
            let outcome = try Greenprint.run(["check", folder.path("jiangsu"), "--language", language])
            #expect(outcome.code == 1)
            #expect(try folder.contents() == before)
            for place in Self.places {
                #expect(outcome.errorLines.contains { $0.hasPrefix("\(place): \(grade): ") }, "not told: \(place)")
            }
            Self.expectReadable(outcome.errors, language: language)
            let run = try Greenprint.run(["run", folder.path("jiangsu"), "--language", language])
            #expect(run.code == 1)
            #expect(run.output.isEmpty)
            for place in Self.places {
                #expect(run.errorLines.contains { $0.hasPrefix("\(place): \(grade): ") }, "run does not tell: \(place)")
            }
        }
    }

    /// Every fault line is followed by its remedy; no key or placeholder of the catalogue is left in a text.
    private static func expectReadable(_ text: String, language: String) {
        #expect(text.firstMatch(of: /\[[a-z]+(-[a-z0-9]+)+\]/) == nil)
        #expect(text.firstMatch(of: /\{[a-z]+\}/) == nil)
        let lines = text.split(separator: "\n")
        let faults = lines.indices.filter { lines[$0].contains(language == "en" ? ": error: " : ": 错误: ") }
        #expect(faults.count > 30)
        for index in faults {
            #expect(index + 1 < lines.count && lines[index + 1].hasPrefix("    "), "no remedy after \(lines[index])")
        }
        if language == "zh" {
            for index in faults {
                #expect(lines[index].contains { ("一"..."龥").contains($0) }, "not Chinese: \(lines[index])")
            }
        }
    }

    /// Control characters of a file must not reach the terminal as they are.
    @Test func controlCharactersAreNotPrinted() throws {
        try withExample { folder in
            let hostile = Self.header + "pm25,320000,2031,\u{1B}[2J\u{7},ug/m3\n\u{1B}]0;x,320000,2031,3,ug/m3\n"
            try folder.write(hostile, to: "jiangsu/data/bad.csv")
            try folder.write(Self.record("bad"), to: "jiangsu/data/bad.source.yaml")
            let outcome = try Greenprint.run(["check", folder.path("jiangsu")])
            #expect(outcome.code == 1)
            #expect(!outcome.errors.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
        }
    }
}
