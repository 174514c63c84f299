import InputOutput
import LinearAlgebra
import Testing
import TestSupport

/// Adding up and dividing by a concordance, and a part split from its parent.
struct AggregationTests {
    private static let parent = Industry(sector: "s1")
    private static let green = Industry(sector: "green")
    private static let rest = Industry(sector: "rest")

    /// Miller & Blair (2009), chapter 2; the splits by numpy.
    private static func table() throws -> (InputOutputTable, SatelliteAccount) {
        let table = try Sample.table([[150, 500], [200, 100]], demand: [350, 1700])
        let jobs = try SatelliteAccount(
            name: "jobs", stressors: [Stressor(["persons"])],
            industryFlows: Matrix(rows: 1, columns: 2, elements: [40, 120]), of: table)
        return (table, jobs)
    }

    private static func split() -> SectorSplit { SectorSplit(parent, part: green, rest: rest, outputShare: 0.2) }

    @Test func proportionalSplit() throws {
        let (table, jobs) = try Self.table()
        let split = Self.split()
        let found = try split.table(table)
        #expect(found.industries.map(\.sector) == ["s0", "rest", "green"])
        #expect(Sample.gap(found.flows.elements, [150, 400, 100, 160, 64, 16, 40, 16, 4]) < 1e-15)
        #expect(Sample.gap(found.finalDemand.elements, [350, 1360, 340]) < 1e-15)
        let account = try split.account(jobs, of: table, in: found, amounts: [["persons"]: 30])
        #expect(account.industryFlows.elements == [40, 90, 30])
        let total = try LeontiefModel(found).totalIntensities(account.intensities(in: found)).elements
        #expect(Sample.gap(total, [0.066006600660066, 0.07677805280528055, 0.09552805280528054]) < 1e-13)
        // Weighted by output the parts have the multiplier of the parent.
        #expect(abs(0.8 * total[1] + 0.2 * total[2] - 0.08052805280528053) < 1e-15)
    }

    @Test func ownStructure() throws {
        let (table, jobs) = try Self.table()
        var split = Self.split()
        let other = Industry(sector: "s0")
        split.purchases = [other: 70]
        split.sales = [other: 50]
        (split.ownUse, split.salesToRest, split.purchasesFromRest) = (10, 10, 10)
        split.finalSales = [DemandCategory(category: "final"): 330]
        let found = try split.table(table)
        #expect(Sample.gap(found.flows.elements, [150, 430, 70, 150, 70, 10, 50, 10, 10]) < 1e-14)
        #expect(Sample.gap(found.finalDemand.elements, [350, 1370, 330]) < 1e-14)
        let account = try split.account(jobs, of: table, in: found, amounts: [["persons"]: 30])
        let total = try LeontiefModel(found).totalIntensities(account.intensities(in: found)).elements
        #expect(Sample.gap(total, [0.06616696061140505, 0.0780129335684891, 0.09079952968841856]) < 1e-13)
        // Sales that add up to less than the output are fitted to it within the cells of the parent.
        split.finalSales = [:]
        split.sales = [other: 100]
        let fitted = try split.table(table)
        #expect(abs(fitted.output[2] - 400) < 1e-9)
        #expect(fitted.flows[2, 0] > 50)
        #expect(Sample.gap(try split.joining(fitted).table(fitted).flows.elements, table.flows.elements) < 1e-15)
    }

    /// Adding both parts up returns the parent, whatever their structure.
    @Test(arguments: 1...5 as ClosedRange<UInt64>) func splitLaw(seed: UInt64) throws {
        let (table, account) = try Sample.random([4, 3], seed: seed)
        var generator = SeededGenerator(seed: seed + 100)
        let parent = table.industries[Int(seed) % 7]
        let make = { (name: String) in Industry(area: parent.area, sector: name) }
        var split = SectorSplit(
            parent, part: make("part"), rest: make("rest"), outputShare: 0.1 + 0.5 * generator.uniform())
        let position = try #require(table.industries.firstIndex(of: parent))
        for (row, industry) in table.industries.enumerated() where industry != parent && row % 2 == 0 {
            split.purchases[industry] = generator.uniform() * table.flows[row, position]
            split.sales[industry] = generator.uniform() * table.flows[position, row]
        }
        let found = try split.table(table)
        let joining = try split.joining(found)
        let again = try joining.table(found)
        #expect(again.industries == table.industries)
        #expect(Sample.gap(again.flows.elements, table.flows.elements) < 1e-15)
        #expect(Sample.gap(again.finalDemand.elements, table.finalDemand.elements) < 1e-15)
        let parts = try split.account(account, of: table, in: found)
        #expect(
            Sample.gap(
                try joining.account(parts, of: found, in: again).industryFlows.elements, account.industryFlows.elements)
                < 1e-15)
        let part = try #require(found.industries.firstIndex(of: split.part))
        #expect(abs(found.output[part] - split.outputShare * table.output[position]) < 1e-10)
    }

    @Test func splitFaults() throws {
        let (table, jobs) = try Self.table()
        let faults = { (change: (inout SectorSplit) -> Void) in
            var split = Self.split()
            change(&split)
            do {
                _ = try split.table(table)
                return [TableConstructionFault]()
            } catch let faults as InputOutputFaults {
                return faults.list.compactMap { if case .construction(let fault) = $0 { fault } else { nil } }
            } catch {
                return []
            }
        }
        #expect(faults { $0.outputShare = 1 } == [.outputShare(Self.green, 1)])
        #expect(faults { $0.part = Industry(sector: "s0") } == [.labelInUse(Industry(sector: "s0"))])
        #expect(faults { $0.parent = Self.green } == [.unknownIndustry(Self.green)])
        #expect(
            faults { $0.purchases = [Industry(sector: "s0"): 501] } == [
                .partAboveParent(from: "s0", to: "green", part: 501, parent: 500)
            ])
        #expect(
            faults { $0.ownUse = 101 }.contains(.partAboveParent(from: "green", to: "green", part: 101, parent: 100)))
        #expect(faults { $0.finalSales = [DemandCategory(category: "x"): 1] } == [.unknownCategory("x")])
        // All sales are given as nothing, while output has to be 400.
        let none = faults {
            $0.sales = [Industry(sector: "s0"): 0]
            $0.finalSales = [DemandCategory(category: "final"): 0]
        }
        #expect(none.first == .splitInfeasible(Self.parent, .rowUnreachable(row: 0, left: 380)))
        let split = Self.split()
        #expect(throws: InputOutputFaults.self) {
            try split.account(jobs, of: table, in: split.table(table), amounts: [["persons"]: 121])
        }
    }

    /// Sums by group; a group of one changes nothing; amounts are kept; areas join with their demand.
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func aggregationLaw(seed: UInt64) throws {
        let (table, account) = try Sample.random([3, 2], seed: seed)
        let identity = try Concordance(table.industries.map { .init($0, to: $0) }, for: table.industries)
        #expect(try identity.table(table).flows == table.flows)
        let whole = try Concordance(
            table.industries.map { .init($0, to: Industry(area: "w", sector: $0.sector)) }, for: table.industries)
        let joined = try whole.table(table)
        #expect(joined.areas == ["w"])
        #expect(joined.demandCategories.map(\.category) == ["h", "g"])
        let total = table.output.reduce(0, +)
        #expect(abs(joined.output.reduce(0, +) - total) < 1e-12 * total)
        let sums = try whole.account(account, of: table, in: joined)
        #expect(Sample.gap(sums.industryFlows.rowSums, account.industryFlows.rowSums) < 1e-14)
        #expect(Sample.gap(sums.demandFlows?.rowSums ?? [], account.demandFlows?.rowSums ?? []) < 1e-14)
        // Dividing by shares and adding up again returns the table.
        let parts = table.industries.flatMap { industry in
            [("a", 0.3), ("b", 0.7)].map { name, share in
                Concordance.Link(
                    industry, to: Industry(area: industry.area, sector: industry.sector + name), share: share)
            }
        }
        let divided = try Concordance(parts, for: table.industries).table(table)
        let back = try Concordance(
            divided.industries.map { .init($0, to: Industry(area: $0.area, sector: String($0.sector.dropLast()))) },
            for: divided.industries)
        #expect(Sample.gap(try back.table(divided).flows.elements, table.flows.elements) < 1e-14)
    }

    @Test func concordanceFaults() {
        let names = ["a", "b", "c"].map { Industry(sector: $0) }
        let group = Industry(sector: "g")
        let links: [Concordance.Link] = [
            .init(names[0], to: group, share: 0.6), .init(names[0], to: group, share: 0.6),
            .init(names[1], to: group, share: 1.5), .init(Industry(sector: "x"), to: group),
        ]
        let expected: [TableConstructionFault] = [
            .repeatedLink(names[0], group: group), .shareOutOfRange(names[1], group: group, 1.5),
            .unknownIndustry(Industry(sector: "x")), .notInConcordance([names[2]]), .sharesNotOne(names[0], sum: 1.2),
            .sharesNotOne(names[1], sum: 1.5),
        ]
        #expect(throws: InputOutputFaults(expected.map { .construction($0) })) {
            try Concordance(links, for: names)
        }
    }
}
