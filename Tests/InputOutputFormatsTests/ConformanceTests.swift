import Foundation
import InputOutput
import InputOutputFormats
import LinearAlgebra
import StatisticalData
import Testing
import TestSupport

/// Tables added up as others have added them up; skipped where they are not at hand.
struct ConformanceTests {
    private static func cells(_ path: String) throws -> [[String]] {
        try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    private static func gap(_ found: some Sequence<Double>, _ expected: some Sequence<Double>) -> Double {
        let (found, expected) = (Array(found), Array(expected))
        guard found.count == expected.count, let largest = expected.map(abs).max() else { return .infinity }
        return (zip(found, expected).map { abs($0 - $1) }.max() ?? 0) / largest
    }

    /// pymrio 0.7.0, `aggregate()` of its test system: three sectors, two regions.
    @Test(.enabled(if: ReferenceFolder.subject("input-output") != nil, "needs GREENPRINT_REFERENCE"))
    func pymrioAggregates() throws {
        let root = try #require(ReferenceFolder.subject("input-output")) + "/pymrio-test/"
        let folder = try InputOutputFolder(Folders.onDisk(root + "directory-txt"))
        let groups = [
            "food": "prim", "mining": "prim", "manufactoring": "ind", "electricity": "ind", "construction": "ind",
        ]
        let links = folder.table.industries.map { industry in
            let area = ["reg1", "reg2", "reg3"].contains(industry.area) ? "OECD" : "NON"
            return Concordance.Link(industry, to: Industry(area: area, sector: groups[industry.sector] ?? "ser"))
        }
        let found = try folder.aggregated(links, at: .init(file: "links"))
        let numbers = { (file: String, labels: Int) in
            try Self.cells(root + "outputs/agg_" + file).dropFirst(3)
                .flatMap { $0.dropFirst(labels).compactMap { Double($0) } }
        }
        #expect(Self.gap(found.table.flows.elements, try numbers("Z.csv", 2)) < 1e-14)
        #expect(Self.gap(found.table.finalDemand.elements, try numbers("Y.csv", 2)) < 1e-14)
        #expect(Self.gap(found.table.inputCoefficients.elements, try numbers("A.csv", 2)) < 1e-14)
        let (account, _) = try found.account("emissions")
        #expect(Self.gap(account.industryFlows.elements, try numbers("emissions_F.csv", 2)) < 1e-14)
        let total = try LeontiefModel(found.table).totalIntensities(account.intensities(in: found.table))
        #expect(Self.gap(total.elements, try numbers("emissions_M.csv", 2)) < 1e-12)
    }

    /// China 2020 (National Bureau of Statistics), 42 sectors to 31 groups: flows, imports, value added, jobs; both tables are in
    /// balance on both sides, and the spectral figures of the home table are those of numpy.
    @Test(.enabled(if: ConformanceTests.chinaFolder != nil, "needs the data beside GREENPRINT_REFERENCE"))
    func china() throws {
        let root = try #require(Self.chinaFolder) + "/"
        let files = { (folder: String) in
            let names = [
                "Z.csv": "domestic_flows", "Y.csv": "final_demand_domestic", "Z_m.csv": "import_flows",
                "Y_m.csv": "final_demand_imports", "W.csv": "value_added",
            ]
            return Folders.files(
                try names.mapValues { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + $0 + ".csv"))) })
        }
        let fine = try InputOutputFolder(try files(root))
        let coarse = try InputOutputFolder(try files(root + "aggregated-31/"))
        let links = try Self.cells(root + "groups31.csv").dropFirst().flatMap { row -> [Concordance.Link] in
            let group = try #require(row.first)
            let codes = try #require(row.first { $0.wholeMatch(of: /\d\d( \d\d)*/) != nil }, "\(row)")
            return codes.split(separator: " ").map {
                .init(Industry(sector: String($0)), to: Industry(sector: group))
            }
        }
        #expect(fine.table.industries.count == 42)
        let found = try fine.aggregated(links, at: .init(file: "groups31.csv"))
        #expect(found.table.industries == coarse.table.industries)
        #expect(Self.gap(found.table.flows.elements, coarse.table.flows.elements) < 1e-14)
        #expect(Self.gap(found.table.finalDemand.elements, coarse.table.finalDemand.elements) < 1e-14)
        let (imports, expected) = (try #require(try found.imports()), try #require(try coarse.imports()))
        #expect(Self.gap(imports.flows.elements, expected.flows.elements) < 1e-14)
        #expect(Self.gap(imports.finalDemand.elements, expected.finalDemand.elements) < 1e-14)
        for folder in [fine, found, coarse] {
            let largest = try #require(try folder.balance().largest(.column))
            #expect(largest.relative < 1e-12)
            let prices = try PriceModel(LeontiefModel(folder.table), primaryInputs: try folder.allPrimaryInputs())
            #expect(prices.basePrices.allSatisfy { abs($0 - 1) < 1e-11 })
        }
        let multipliers = try LeontiefModel(fine.table).outputMultipliers
        #expect(abs((multipliers.min() ?? 0) - 1.551) < 0.0005)
        #expect(abs((multipliers.max() ?? 0) - 3.112) < 0.0005)
    }

    static var chinaFolder: String? {
        guard let root = ReferenceFolder.subject("input-output") else { return nil }
        let path = root + "/../../data/china-io-2020"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
