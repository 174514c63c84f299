import Foundation
import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// Regions estimated by location quotients: a worked case, laws, the Chinese table of 2020, bad figures.
struct RegionalisationTests {
    private static func quotients(_ region: [Double], _ nation: [Double]) throws -> LocationQuotients {
        try LocationQuotients(region: region, nation: nation)
    }

    /// The case of textbook.json, location_quotients, computed from the formulas of Flegg & Webber (1997, 2000) in numpy.
    @Test func workedCase() throws {
        let found = try Self.quotients([60, 60, 40], [400, 800, 300])
        #expect(Sample.gap(found.simple, [1.40625, 0.703125, 1.25]) < 1e-15)
        #expect(abs((try found.sizeFactor(delta: 0.3)) - 0.5616977626472252) < 1e-15)
        let national = try Matrix(rows: 3, columns: 3, elements: [0.15, 0.25, 0.05, 0.2, 0.05, 0.4, 0.1, 0.15, 0.05])
        let cases: [(LocationQuotientMethod, [Double])] = [
            (.simple, [0.15, 0.25, 0.05, 0.140625, 0.03515625, 0.28125, 0.1, 0.15, 0.05]),
            (.crossIndustry, [0.15, 0.25, 0.05, 0.1, 0.03515625, 0.225, 0.08888888888888889, 0.15, 0.05]),
            (
                .flegg(delta: 0.3),
                [
                    0.11848312180839905, 0.25, 0.031595499148906414, 0.05616977626472252, 0.019747186968066512,
                    0.12638199659562566, 0.04992869001308668, 0.14978607003926003, 0.03510611016545157,
                ]
            ),
            (
                .augmentedFlegg(delta: 0.3),
                [
                    0.15, 0.25, 0.03696436438735492, 0.07115511656599441, 0.019747186968066512, 0.14785745754941967,
                    0.06324899250310614, 0.14978607003926003, 0.04107151598594991,
                ]
            ),
        ]
        for (method, expected) in cases {
            let regional = try RegionalCoefficients(national: national, found, method)
            #expect(Sample.gap(regional.home.elements, expected) < 1e-15, "\(method)")
        }
        let augmented = try found.matrix(.augmentedFlegg(delta: 0.3))
        #expect(abs(augmented[0, 0] - 1.0006188267092964) < 1e-15)
    }

    static let methods: [LocationQuotientMethod] = [
        .simple, .crossIndustry, .flegg(delta: 0.25), .augmentedFlegg(delta: 0.25),
    ]

    /// A random nation and a region of it that lacks one industry.
    private static func random(_ seed: UInt64) throws -> (InputOutputTable, region: [Double], nation: [Double]) {
        var generator = SeededGenerator(seed: seed)
        let (table, _) = try Sample.random([6], seed: seed)
        let nation = (0..<6).map { _ in 100 + generator.uniform() * 900 }
        let region = nation.enumerated().map { $0 == 2 ? 0 : $1 * generator.uniform() * 0.3 }
        return (table, region, nation)
    }

    @Test(arguments: methods, [UInt64(1), 2, 3]) func laws(method: LocationQuotientMethod, seed: UInt64) throws {
        let (table, region, nation) = try Self.random(seed)
        let national = table.inputCoefficients
        let found = try RegionalCoefficients(national: national, try Self.quotients(region, nation), method)
        for row in 0..<6 {
            for column in 0..<6 {
                let (home, rest, whole) = (found.home[row, column], found.fromRest[row, column], national[row, column])
                #expect(home >= 0 && rest >= 0 && abs(home + rest - whole) <= 1e-16)
                if row == 2 { #expect(home == 0) }
                if column == 2, method != .simple { #expect(home == 0) }
            }
        }
        // The nation as its own region keeps its coefficients, whatever delta.
        let whole = try Self.quotients(nation, nation)
        #expect(whole.simple == nation.map { _ in 1 })
        #expect(try RegionalCoefficients(national: national, whole, method).home == national)
        let (none, crossed) = (LocationQuotientMethod.flegg(delta: 0), LocationQuotientMethod.crossIndustry)
        let regional = try Self.quotients(region, nation)
        #expect(try regional.matrix(none) == regional.matrix(crossed))
    }

    @Test(arguments: [UInt64(4), 5]) func sweep(seed: UInt64) throws {
        let (table, region, nation) = try Self.random(seed)
        let quotients = try Self.quotients(region, nation)
        let deltas = RegionalisationSweep.usualDeltas
        #expect(deltas == [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4])
        #expect(RegionalisationSweep.deltas(from: 0.3, to: 0.2, by: 0.1).isEmpty)
        let found = try RegionalisationSweep(
            national: table.inputCoefficients, quotients, .flegg(delta: 0), deltas: deltas)
        for (smaller, larger) in zip(found.steps, found.steps.dropFirst()) {
            #expect(smaller.sizeFactor > larger.sizeFactor)
            for (left, right) in zip(
                smaller.coefficients.outputMultipliers, larger.coefficients.outputMultipliers)
            { #expect(left >= right) }
        }
        // A survey that one delta meets exactly chooses that delta.
        let surveyed = found.steps[2].coefficients.outputMultipliers
        let nearest = try found.nearest(toSurveyed: surveyed)
        #expect(nearest?.delta == 0.2 && nearest?.meanAbsoluteDifference == 0)
        let distances = try found.distances(toSurveyed: surveyed)
        #expect(distances[0].meanDifference > 0 && distances[6].meanDifference < 0)
    }

    /// What is made is used: sales at home, final demand at home, what leaves; a shortfall is told, not hidden.
    @Test(arguments: methods, [UInt64(6), 7]) func regionalTable(method: LocationQuotientMethod, seed: UInt64) throws {
        let (table, region, nation) = try Self.random(seed)
        let found = try RegionalTable(
            national: table, region: region, nation: nation, method: method, demandShares: [0.4, nil])
        let output = zip(table.output, zip(region, nation)).map { $0 * $1.0 / $1.1 }
        #expect(Sample.gap(found.table.output, output) < 1e-14)
        #expect(found.table.demandCategories.map(\.category) == ["h", "leaving", "shortfall"])
        for row in 0..<6 {
            #expect(found.leaving[row] >= 0 && found.shortfall[row] >= 0)
            #expect(found.leaving[row] == 0 || found.shortfall[row] == 0)
            let bought = found.table.finalDemand[row, 0] + found.demandFromRest[row, 0]
            #expect(abs(bought - 0.4 * table.finalDemand[row, 0]) < 1e-14)
        }
        if method == .simple { #expect(found.shortfall.contains { $0 > 0 }) }
        // All of the region's inputs of home products, from whichever side, are those of the nation.
        for column in 0..<6 {
            let inputs = found.table.flows.columnSums[column] + found.flowsFromRest.columnSums[column]
            let expected = table.inputCoefficients.columnSums[column] * output[column]
            if column != 2 || method == .simple { #expect(abs(inputs - expected) < 1e-12) }
        }
        let doubled = try RegionalTable(
            national: table, region: region, nation: nation, method: method, output: output.map { $0 * 2 },
            demandShares: [0.4, nil])
        #expect(Sample.gap(doubled.table.output, output.map { $0 * 2 }) < 1e-14)
    }

    private static func faults(_ body: () throws -> Void) -> [RegionalisationFault] {
        do {
            try body()
            return []
        } catch {
            return (error as? RegionalisationFaults)?.list ?? []
        }
    }

    @Test func badFigures() throws {
        #expect(
            Self.faults { _ = try Self.quotients([5, -1, 3], [4, 9, .infinity]) } == [
                .beyondNation(industry: 0, region: 5, nation: 4), .badFigure(industry: 1, -1),
                .badFigure(industry: 2, .infinity),
            ])
        #expect(Self.faults { _ = try Self.quotients([0, 0], [1, 1]) } == [.noTotal])
        #expect(Self.faults { _ = try Self.quotients([1], [1, 1]) } == [.wrongCount(expected: 2, found: 1)])
        let fine = try Self.quotients([1, 1], [4, 2])
        for delta in [-0.1, 1, .infinity] {
            #expect(Self.faults { _ = try fine.matrix(.flegg(delta: delta)) } == [.badDelta(delta)])
        }
        let table = try Sample.table([[1, 2], [1, 1]], demand: [5, 5])
        let method = LocationQuotientMethod.flegg(delta: 0.2)
        #expect(
            Self.faults {
                _ = try RegionalTable(
                    national: table, region: [1, 1], nation: [4, 2], method: method, output: [1, -2],
                    demandShares: [1.5])
            } == [.badFigure(industry: 1, -2), .badShare(category: 0, 1.5)])
    }
}

/// China 2020, 42 sectors: the orientation figures of the method sheet, computed in numpy; skipped without the data.
@Suite(.enabled(if: ReferenceFolder.Part("../data/china-io-2020").isGiven, "needs GREENPRINT_REFERENCE"))
struct ChineseRegionTests {
    private static func rows(_ file: String) throws -> [[String]] {
        let bytes = try ReferenceFolder.Part("../data/china-io-2020").bytes(file)
        return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",").map(String.init) }
    }

    private static func matrix(_ file: String) throws -> Matrix {
        let rows = try rows(file).dropFirst().map { $0.dropFirst().compactMap { Double($0) } }
        return try Matrix(rows: rows.count, columns: rows.first?.count ?? 0, elements: rows.flatMap { $0 })
    }

    @Test func jiangsu() throws {
        let (flows, demand) = (try Self.matrix("domestic_flows.csv"), try Self.matrix("final_demand_domestic.csv"))
        let table = try InputOutputTable(
            industries: (0..<42).map { Industry(sector: "\($0)") }, flows: flows,
            demandCategories: (0..<4).map { DemandCategory(category: "\($0)") }, finalDemand: demand)
        let jobs = try Self.rows("jobs_2020.csv")
        let header = try #require(jobs.first)
        let (own, whole) = (try #require(header.firstIndex(of: "320000")), try #require(header.firstIndex(of: "CN")))
        let body = jobs.dropFirst().map { row in row.map { Double($0) ?? .nan } }
        let region = body.map { $0[own] }
        let nation = body.map { row in row.indices.dropFirst().reduce(0) { $1 == whole ? $0 : $0 + row[$1] } }
        let quotients = try LocationQuotients(region: region, nation: nation)
        #expect(abs(quotients.sizeRatio - 0.0652) < 5e-5)
        #expect(abs((try quotients.sizeFactor(delta: 0.2)) - 0.62) < 0.005)
        #expect(abs((try quotients.sizeFactor(delta: 0.3)) - 0.49) < 0.005)
        let sweep = try RegionalisationSweep(
            national: table.inputCoefficients, quotients, .flegg(delta: 0), deltas: [0.1, 0.4])
        #expect(abs(sweep.steps[0].coefficients.meanOutputMultiplier - 1.7563296165040772) < 1e-12)
        #expect(abs(sweep.steps[1].coefficients.meanOutputMultiplier - 1.35429777550216) < 1e-12)
        let multipliers = try LeontiefModel(table).outputMultipliers
        #expect(abs(multipliers.reduce(0, +) / 42 - 2.3376151369838176) < 1e-12)
    }
}
