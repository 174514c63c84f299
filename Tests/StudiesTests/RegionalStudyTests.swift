import StatisticalData
import Testing

@testable import Studies

/// Studies on a regional table: laws, variants of what is declared, and what is refused.
struct RegionalStudyTests {
    /// The study of the example with some of its text replaced, and other bytes for some files.
    private static func prepared(
        _ name: String, _ changes: [(String, String)] = [], files: [String: String] = [:]
    ) throws -> PreparedStudy {
        let file = "studies/\(name).yaml"
        var text = String(decoding: try ExampleFolder.bytes(file), as: UTF8.self)
        for (old, new) in changes {
            #expect(text.contains(old), "\(old)")
            text = text.replacing(old, with: new)
        }
        let folder = try ExampleFolder.load()
        let context = StudyContext(
            areas: folder.areas, homeArea: "320000", indicators: folder.indicators, sources: folder.sources,
            defaultSources: folder.defaultSources, ledger: MemoryLedger([]),
            readFile: { path, _ in try files[path].map { Array($0.utf8) } ?? ExampleFolder.bytes(path) })
        return try PreparedStudy(Study(id: name, yaml: text, file: file), in: context)
    }

    private static func faults(
        _ name: String, _ changes: [(String, String)] = [], files: [String: String] = [:]
    ) -> [String] {
        do {
            _ = try prepared(name, changes, files: files).compute()
            return []
        } catch {
            return (error as? Faults)?.list.filter { $0.severity == .error }.map(\.code) ?? ["\(error)"]
        }
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try ExampleFolder.bytes(path), as: UTF8.self)
    }

    private func number(_ index: ResultIndex, _ item: String, _ measure: String) throws -> Double {
        try #require(index[item, measure, "320000", .year(2020)]?.number)
    }

    @Test func partsAddUp() throws {
        let index = try ExampleFolder.result("green-jobs")
        for id in ["solar-manufacturing", "coal-retirement"] {
            let parts = try ["gross-direct", "gross-indirect", "gross-induced"].map { try number(index, id, $0) }
            #expect(abs(parts.reduce(0, +) - (try number(index, id, "gross"))) < 1e-6)
            let sectors = try (1...31).map {
                try number(index, id + "-in-G" + ($0 < 10 ? "0\($0)" : "\($0)"), "net")
            }
            #expect(abs(sectors.reduce(0, +) - (try number(index, id, "net"))) < 1e-6)
        }
        // Both ends of the closure: no household can need fewer jobs than none.
        for value in index.result.values where value.key.measure == "induced-jobs" {
            #expect(try #require(value.low) > 0)
        }
    }

    /// Uses at home, elsewhere and abroad take all jobs of the region; so do the sectors.
    @Test func usesTakeAllJobs() throws {
        let index = try ExampleFolder.result("embodied-trade")
        let uses = ["consumption", "fixed_capital", "inventories", "rest-of-nation", "abroad", "shortfall"]
        let jobs = try uses.map { try number(index, $0, "jobs-embodied") }.reduce(0, +)
        #expect(abs(jobs - 48_930_000) < 1e-3)
        let home = try (1...31).map { sector -> Double in
            let item = "G" + (sector < 10 ? "0\(sector)" : "\(sector)")
            return try ["home", "rest", "abroad"].map { try number(index, item, "jobs-for-" + $0) }.reduce(0, +)
                - number(index, item, "jobs")
        }
        #expect(home.allSatisfy { abs($0) < 1e-4 })
        let share = try number(index, "trade", "jobs-leaving-share")
        let leaving = try ["rest-of-nation", "abroad"].map { try number(index, $0, "jobs-embodied") }.reduce(0, +)
        #expect(abs(share - leaving / 489_300) < 1e-9)
    }

    /// Without a rule of who pays nothing is called net; without a decent share nothing is called green.
    @Test func nothingIsCalledWhatItIsNot() throws {
        let gross = try Self.prepared(
            "green-jobs", [("rule: price-financed\n      amount: 20", "rule: none")]
        ).compute()
        let index = ResultIndex(gross)
        #expect(index["coal-retirement", "net", "320000", .year(2020)] == nil)
        #expect(index["solar-manufacturing", "net", "320000", .year(2020)] != nil)
        #expect(gross.notices.contains { $0.code == "notice-gross-not-net" && $0.item == "coal-retirement" })
        let measures = Set(try ExampleFolder.result("green-jobs").result.values.map(\.key.measure))
        #expect(!measures.contains("green-jobs"))
        let decent = try Self.prepared(
            "green-jobs", [("  overlap:", "  decent: {value: 0.5, low: 0.3, high: 0.6}\n  overlap:")]
        ).compute()
        let found = ResultIndex(decent)
        let (green, all) = (
            try number(found, "environment", "green-jobs"), try number(found, "environment", "environmental-employment")
        )
        #expect(abs(green - all / 2) < 1e-9)
        #expect(!decent.notices.contains { $0.code == "notice-no-decent-share" })
    }

    /// A single delta and a fixed share leave no band: every end is the value.
    @Test func withoutSpreadThereIsNoBand() throws {
        let fixed = try Self.prepared(
            "green-jobs",
            [
                ("{from: 0.1, to: 0.4, step: 0.05}", "{from: 0.25, to: 0.25, step: 0.05}"),
                ("{value: 0.6, low: 0.5, high: 0.7}", "{value: 0.6, low: 0.6, high: 0.6}"),
            ]
        ).compute()
        let index = ResultIndex(fixed)
        let example = try ExampleFolder.result("green-jobs")
        for value in fixed.values where value.key.item == "solar-manufacturing" || value.key.measure == "type2-jobs" {
            #expect(value.low == value.number && value.high == value.number)
            #expect(value.number == example[value.key]?.number)
        }
        #expect(try number(index, "regional-table", "size-factor") == number(example, "regional-table", "size-factor"))
    }

    /// A figure of the table is an input: the study is stale when it changes.
    @Test func aChangedTableChangesTheInputs() throws {
        let path = "tables/china-2020/jobs.csv"
        let changed = try Self.text(path).replacing("G02,28771,", with: "G02,28772,")
            .replacing("total,48930000,", with: "total,48930001,")
        let before = try Self.prepared("embodied-trade").inputs
        #expect(try Self.prepared("embodied-trade").inputs == before)
        #expect(try Self.prepared("embodied-trade", files: [path: changed]).inputs != before)
    }

    @Test(
        arguments: [
            ([("G15: 0.55", "G15: 0.65")], ["shares-not-one"]),
            ([("G15: 0.55", "G99: 0.55")], ["table-unknown-sector"]),
            ([("amount: 100", "amount: -1")], ["assumption-range"]),
            ([("from: 0.1", "from: 1.1")], ["assumption-range", "delta-steps"]),
            ([("consumption: 0.06", "consumtion: 0.06")], ["table-no-category"]),
            ([("{value: 0.6, low: 0.5", "{value: 0.4, low: 0.5")], ["assumption-range"]),
            ([("      rule: budget-neutral\n", "      rule: lottery\n")], ["yaml-unknown-word"]),
            (
                [("      products:\n        G20: 0.7\n        G27: 0.2\n        G31: 0.1\n", "")],
                ["financing-products"]
            ),
            ([("folder: tables/china-2020", "folder: tables/china")], ["fault"]),
        ] as [([(String, String)], [String])])
    func refused(changes: [(String, String)], codes: [String]) {
        let found = Self.faults("green-jobs", changes)
        #expect(!found.isEmpty)
        if codes != ["fault"], codes != ["yaml-unknown-word"] { #expect(found == codes) }
    }

    @Test(arguments: [
        ("jobs.csv", "G02,28771,", "G02,28770,", "io-total"), ("Z.csv", "G01,17917.0246", "G01,", "io-missing"),
        ("sectors.csv", "G02,", "G99,", "table-unknown-sector"),
        ("primary_F.csv", "82110.9377", "92110.9377", "table-column-gap"),
        ("sample.csv", "G03,", "G04,", "io-repeated-label"), ("jobs.csv", "total,", "G01,", "io-repeated-label"),
    ])
    func badTables(file: String, old: String, new: String, code: String) throws {
        let path = "tables/china-2020/" + file
        let text = try Self.text(path)
        #expect(text.contains(old))
        let found = Self.faults("embodied-trade", files: [path: text.replacing(old, with: new)])
        #expect(found.contains(code), "\(found)")
    }
}
