import StatisticalData
import TableFormats
import TargetTracking
import Testing
import TestSupport

/// Tables of targets: what they are read as, and every fault with its place.
@Suite struct TargetTableTests {
    static let header = "indicator,baseline_period,baseline,target_period,target,form,direction,period,value"
    static let table = """
        indicator,area,unit,baseline_period,baseline,target_period,target,form,direction,period,value,threshold,bounded,exclude
        share,a,%,2020,11,2025,18.0,level,up,2023,13.6,,clip,
        share,a,%,2020,11,2025,18,level,up,2021,11.9,,clip,pandemic
        share,b,%,2020,,2025,20,level,up,2020,12,,,
        cut,,,2015,,2020,-17,cumulative-cut,down,2016,-4.68,,,
        intensity,,tce,2015,0.5,2020,0.6,cap,hold,,NA,0.7,,

        """

    private static func read(_ text: String) throws(Faults) -> TargetTable {
        try TargetTable(Array(text.utf8), file: "t.csv")
    }

    @Test func entries() throws {
        let table = try Self.read(Self.table)
        #expect(table.warnings == [])
        #expect(table.entries.map(\.name) == ["share a", "share b", "cut", "intensity"])
        let share = table.entries[0]
        #expect(
            share.target
                == Target(
                    nature: .expected, form: .level, desired: .up, comparison: .atLeast, baseYear: 2020, base: 11,
                    targetYear: 2025, value: 18))
        #expect(
            share.values == [TrackedValue(year: 2021, value: 11.9), TrackedValue(year: 2023, value: 13.6)])
        #expect(share.halfWidth == 0.05)
        #expect(share.bounds == .clip(0...100))
        #expect(share.excluded == [2021: "pandemic"])
        #expect(share.place == Place(file: "t.csv", line: 2))
        #expect(table.entries[1].target.base == nil && table.entries[1].values.count == 1)
        #expect(table.entries[2].target.form == .cumulativeCut && table.entries[2].target.path == .compound)
        #expect(table.entries[3].target.comparison == .atMost && table.entries[3].threshold == 0.7)
        #expect(table.entries[3].values == [])
        #expect(table.entries[3].comparison(level: 0.9).reason == .noValueAfterBase)
        #expect(share.asOf(2022).values.map(\.year) == [2021])
        #expect(share.comparison(level: 0.9).notes == [.noInterval, .excludedYears])
    }

    /// Rows under the plain header, and the faults with their places.
    static let faults: [([String], [String])] = [
        ([], ["targets-no-rows t.csv"]),
        (
            ["x,2020,11,2025,18,level,up,2023,13", "x,2020,12,2025,18,level,down,2022,13"],
            ["targets-disagree t.csv:3:baseline", "targets-disagree t.csv:3:direction"]
        ),
        (
            ["x,2020,11,2025,18,level,up,2023,13", "x,2020,11,2025,18,level,up,2023,13"],
            ["targets-duplicate-period t.csv:3:period"]
        ),
        (["x,2020,11,2025,9,level,up,2023,13"], ["targets-against-direction t.csv:2:direction"]),
        (["x,2020,11,2025,12,cap,up,2023,13"], ["targets-direction-of-form t.csv:2:direction"]),
        (["x,2020,11,2025,12,level,hold,2023,13"], ["targets-hold-needs-side t.csv:2:form"]),
        (["x,2020,0.6,2025,-17,cumulative-cut,down,2023,-5"], ["targets-baseline-of-change t.csv:2:baseline"]),
        (["x,2020,,2025,17,cumulative-cut,down,2023,-5"], ["target-sign-against-form t.csv:2:target"]),
        (
            ["x,2020,,2025,-17,cumulative-cut,down,2023,-100"],
            ["target-tracked-change-below-minus-hundred t.csv:2:value"]
        ),
        (["x,2020,,2025,18,level,up,2023,13"], ["targets-no-base t.csv:2:baseline"]),
        (
            ["x,2025,11,2025,18,level,up,2023,13"],
            ["targets-before-base t.csv:2:period", "target-base-year-not-before t.csv:2:baseline_period"]
        ),
        (
            ["x,2020-Q1,11,2025,18,level,up,2020/2022,13"],
            ["targets-not-a-year t.csv:2:baseline_period", "targets-not-a-year t.csv:2:period"]
        ),
        (["x,20,11,2025,18,level,up,2023,13"], ["csv-malformed-period t.csv:2:baseline_period"]),
        (
            ["x,2020,eleven,2025,\"1,8\",steps,sideways,2023,nan"],
            [
                "csv-comma-in-number t.csv:2:target", "csv-not-a-number t.csv:2:baseline",
                "csv-unknown-word t.csv:2:form", "csv-unknown-word t.csv:2:direction",
                "csv-not-finite t.csv:2:value",
            ]
        ),
        (["x,2020,11,2025,18,level,up,,13"], ["csv-empty-field t.csv:2:period"]),
        (
            ["x,,11,,,,,2023,13"],
            ["baseline_period", "target_period", "target", "form", "direction"].map { "csv-empty-field t.csv:2:\($0)" }
        ),
        ([",2020,11,2025,18,level,up,2023,13"], ["csv-empty-field t.csv:2:indicator"]),
        (
            ["x,2020,11,2025,1e101,level,up,2023,1e-101"],
            ["targets-out-of-range t.csv:2:target", "targets-out-of-range t.csv:2:value"]
        ),
        (["x,2020,11,2025,18,level,up,2023,-1e101"], ["targets-out-of-range t.csv:2:value"]),
        (["x,2020,,2025,10001,cumulative-growth,up,2023,5"], ["targets-out-of-range t.csv:2:target"]),
        (["x,1900,11,2025,18,level,up,2023,13"], ["targets-span t.csv:2:target_period"]),
        (["x,2020,11"], ["csv-field-count t.csv:2"]),
        (["x,2020,11,2025,18,level,up,2019,13"], []),
    ]

    @Test(arguments: faults) func faultsWithTheirPlaces(_ rows: [String], _ expected: [String]) {
        var found: [String] = []
        do throws(Faults) {
            _ = try Self.read(([Self.header] + rows).joined(separator: "\n") + "\n")
        } catch {
            found = error.list.map { "\($0.code) \($0.place)" }
        }
        // A row with a wrong number of fields is told with the column where it ends.
        #expect(found.map { $0.hasPrefix("csv-field-count") ? "csv-field-count t.csv:2" : $0 } == expected)
    }

    /// Columns beyond the plain ones.
    static let furtherFaults: [(String, String, [String])] = [
        ("bounded", "logit", ["targets-out-of-bounds t.csv:2:value"]),
        ("bounded", "yes", ["csv-unknown-word t.csv:2:bounded"]),
        ("weight", "0", ["targets-weight t.csv:2:weight"]),
        ("path", "curved", ["csv-unknown-word t.csv:2:path"]),
        ("threshold", "high", ["csv-not-a-number t.csv:2:threshold"]),
        ("colour", "red", ["csv-unknown-column t.csv:1:colour"]),
    ]

    @Test(arguments: furtherFaults) func faultsOfFurtherColumns(
        _ column: String, _ cell: String, _ expected: [String]
    ) {
        let text = "\(Self.header),\(column)\nx,2020,11,2025,18,level,up,2023,130,\(cell)\n"
        do throws(Faults) {
            _ = try Self.read(text)
            Issue.record("read")
        } catch {
            #expect(error.list.map { "\($0.code) \($0.place)" } == expected)
        }
    }

    @Test func boundsNeedAShare() throws {
        func text(_ unit: String, _ form: String) -> String {
            "\(Self.header),unit,bounded\nx,2020,0.2,2025,0.5,\(form),up,2023,0.3,\(unit),logit\n"
        }
        #expect(try Self.read(text("1", "level")).entries[0].bounds == .logit(0...1))
        #expect(throws: Faults.self) { try Self.read(text("t", "level")) }
        #expect(throws: Faults.self) { try Self.read(text("%", "cumulative-growth")) }
    }

    @Test func valuesBeforeTheBaseAreToldAndNotUsed() throws {
        let table = try Self.read(Self.header + "\nx,2020,11,2025,18,level,up,2019,10\n")
        #expect(table.warnings.map(\.code) == ["targets-before-base"])
        #expect(table.entries[0].comparison(level: 0.9).reason == .noValueAfterBase)
    }

    /// Broken tables end in faults with a place, and what is read gives finite numbers only.
    @Test(arguments: 0..<4 as Range<UInt64>) func mutations(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<400 {
            var bytes = Array(Self.table.utf8)
            for _ in 0..<Int.random(in: 1...2, using: &generator) { Self.mutate(&bytes, using: &generator) }
            do throws(Faults) {
                let table = try TargetTable(bytes, file: "t.csv")
                read += 1
                for entry in table.entries { Self.check(entry.comparison(level: 0.9)) }
            } catch {
                if !error.list.contains(where: { $0.severity == .error }) { Issue.record("refused without an error") }
                if error.list.contains(where: { $0.place.file != "t.csv" }) { Issue.record("no place: \(error.list)") }
            }
        }
        #expect(read > 20 && read < 380, "both ways out must be taken, or the mutations test nothing")
    }

    private static func check(_ found: MethodComparison) {
        var numbers = [
            found.linearPath, found.compoundPath, found.eurostatRatio, found.openSDGScore, found.linearRatio,
            found.currentStatus?.value, found.openSDGTrendScore, found.assessment?.achieved,
            found.assessment?.progress, found.assessment?.achievedRate, found.assessment?.stillNeeded,
            found.assessment?.timeDistance,
        ]
        for trend in found.anticipations {
            numbers += [trend.value, trend.low, trend.high, trend.predictionError, trend.gap]
            numbers.append(trend.probabilityOfMeeting)
            if let chance = trend.probabilityOfMeeting, !(0...1).contains(chance) { Issue.record("chance \(chance)") }
        }
        if numbers.contains(where: { $0.map { !$0.isFinite } ?? false }) { Issue.record("not finite: \(found)") }
    }

    private static func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let position = Int.random(in: bytes.indices, using: &generator)
        let end = min(bytes.count, position + Int.random(in: 1...20, using: &generator))
        let words = [
            "NA", "0", "-1", "1e99", "1e-99", "9999", "1000", "level", "floor", "hold", ",", "\n", "\"", "logit",
        ]
        let word = Array((words.randomElement(using: &generator) ?? "").utf8)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes.insert(contentsOf: word, at: position)
        case 2: bytes.removeSubrange(position..<end)
        case 3: bytes[position] = UInt8(ascii: "0") + UInt8.random(in: 0..<10, using: &generator)
        default: bytes.replaceSubrange(position..<end, with: word)
        }
    }
}
