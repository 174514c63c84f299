import LinearAlgebra
import TestSupport
import Testing

@testable import TradeAnalysis

/// Bad figures, lists of goods, concordances, growth and balance.
struct TradeDataTests {
    private func matrix(_ values: [[Double]]) throws -> TradeMatrix {
        try TradeMatrix(
            areas: values.indices.map { "A\($0)" }, products: values[0].indices.map { "P\($0)" },
            values: Matrix(rows: values.count, columns: values[0].count, elements: values.flatMap { $0 }))
    }

    @Test func allFaultsOfATableAreTold() throws {
        let error = #expect(throws: TradeFaults.self) {
            try TradeMatrix(
                areas: ["A", "A"], products: ["P"], values: Matrix(rows: 2, columns: 1, elements: [-1, .nan]))
        }
        #expect(error?.list.count == 3)
        #expect(throws: TradeFaults([.nothing])) { try matrix([[0, 0], [0, 0]]) }
        #expect(throws: TradeFaults([.empty, .wrongCount(found: 1, expected: 0)])) {
            try TradeMatrix(areas: [], products: [], values: Matrix(rows: 1, columns: 1))
        }
    }

    @Test func partsThatShareNothing() throws {
        let network = try AdvantageNetwork(matrix([[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1]]).advantage())
        #expect(network.parts == [["A0", "A1"], ["A2"]])
        #expect(throws: TradeFaults([.disconnected(parts: 2, example: "A2")])) { try EconomicComplexity(network) }
        let alike = try AdvantageNetwork(matrix([[1, 1], [2, 2]]).advantage())
        #expect(throws: TradeFaults([.noVariation])) { try EconomicComplexity(alike) }
    }

    @Test func whatIsNotDefined() throws {
        let matrix = try matrix([[1, 0, 3], [0, 0, 0], [2, 0, 1]])
        let advantage = matrix.advantage()
        #expect(advantage[1, 0] == nil && advantage[0, 1] == nil && advantage[0, 0] != nil)
        #expect(matrix.advantage(AdvantageLimits(area: 3.5))[2, 0] == nil)
        let network = try AdvantageNetwork(advantage)
        #expect(network.notices == [.areasWithoutAdvantage(["A1"]), .productsWithoutAdvantage(["P1"])])
        #expect(throws: TradeFaults([.missing("A1"), .missing("A2")])) { try matrix.incomeLevels(["A0": 1]) }
    }

    @Test func codes() throws {
        #expect(
            try GoodsCode.sixDigits(["85414210", "10121", "850231"])
                == ["85414210": "854142", "10121": "010121", "850231": "850231"])
        #expect(throws: TradeFaults([.ambiguousCode("10121", other: "010121"), .code("12"), .code("x")])) {
            try GoodsCode.sixDigits(["10121", "010121", "12", "x"])
        }
    }

    @Test func listsAndFamilies() throws {
        let entries = ["854140", "850231"].map {
            GoodsList.Entry(list: "L", vintage: "HS2007", code: $0, share: 0.5, verification: .unverified)
        }
        let list = try #require(try GoodsList.lists(entries).first)
        #expect(list.entries.map(\.code) == ["850231", "854140"] && !list.isVerified)
        let links = Concordance(
            ["854141", "854142"].map {
                .init(from: .init(vintage: "HS2007", code: "854140"), to: .init(vintage: "HS2022", code: $0))
            })
        #expect(links.codes(of: list, in: "HS2022") == ["854141": 0.5, "854142": 0.5, "850231": 0.5])
        #expect(links.codes(of: list, in: "HS2007") == ["854140": 0.5, "850231": 0.5])
        let family = links.family(of: .init(vintage: "HS2022", code: "854142"))
        #expect(family.map(\.code) == ["854140", "854141", "854142"])
        #expect(links.familyName(of: .init(vintage: "HS2022", code: "854142")) == "854140+")
        #expect(links.familyName(of: .init(vintage: "HS2022", code: "850231")) == "850231")
        #expect(throws: TradeFaults.self) { try GoodsList.lists(entries + entries) }
    }

    @Test func growthSumsToTheChange() throws {
        var generator = SeededGenerator(seed: 11)
        let cells = (0..<24).map { number in
            let (own, after) = (generator.uniform() * 5, generator.uniform() * 9)
            return GrowthDecomposition.Cell(
                product: "P\(number % 4)", market: "M\(number / 4)", before: own, after: after,
                worldBefore: own + 10 * generator.uniform(), worldAfter: after + 20 * generator.uniform())
        }
        let growth = try GrowthDecomposition(cells)
        let sum = growth.world + growth.product + growth.market + growth.competitiveness
        #expect(abs(sum - growth.change) < 1e-10)
        #expect(throws: TradeFaults([.empty])) { try GrowthDecomposition([]) }
        #expect(throws: TradeFaults.self) {
            try GrowthDecomposition([
                .init(product: "P", market: "M", before: 2, after: 1, worldBefore: 1, worldAfter: 1)
            ])
        }
    }

    /// An area whose share is the same in each product and market has no effect of its own.
    @Test func constantSharesLeaveNothing() throws {
        let cells = [(1.0, 2.0), (3.0, 4.0), (5.0, 4.0)].enumerated().map { number, world in
            GrowthDecomposition.Cell(
                product: "P\(number)", market: "M", before: world.0 / 4, after: world.1 / 4, worldBefore: world.0,
                worldAfter: world.1)
        }
        let growth = try GrowthDecomposition(cells)
        #expect(abs(growth.competitiveness) < 1e-14 && abs(growth.product) < 1e-14)
    }

    @Test func balanceNeedsAMargin() throws {
        let balance = try TradeBalance(exports: 100, imports: 106, margin: 0.06)
        #expect(abs(balance.balance) < 1e-12)
        #expect(throws: TradeFaults([.share("margin", -1)])) { try TradeBalance(exports: 1, imports: 1, margin: -1) }
    }

    /// Free allocation is taken off as an amount of the benchmark: steel of 2.1 t CO2 under 1.4 in 2026 (method sheet).
    @Test func chargeOfSteel() throws {
        let good = BorderCharge.Good(name: "s", tonnes: 1, emissions: 2.1, benchmark: 1.4, price: 900, share: 0.35)
        let charge = try BorderCharge(good, .init(chargeable: 0.025, certificatePrice: 85, originPrice: 13))
        #expect(abs(charge.certificates - 0.735) < 1e-12 && abs(charge.costPerTonne - 35.175) < 1e-10)
        #expect(abs((charge.shareOfValue ?? 0) - 0.0390833333333333) < 1e-12)
        #expect(throws: TradeFaults([.share("s · chargeable share", 1.5)])) {
            try BorderCharge(good, .init(chargeable: 1.5, certificatePrice: 85))
        }
    }

    @Test func partnersInTwoGroupsAndInNone() throws {
        let sales = [("A", 6.0), ("B", 3.0), ("C", 1.0)].map {
            PartnerTable.Sale(year: 2020, partner: $0.0, product: "g", value: $0.1)
        }
        let groups = [("A", "x"), ("A", "y"), ("B", "y")].map {
            PartnerTable.Membership(partner: $0.0, group: $0.1, from: 2000, to: 2020)
        }
        let rows = try PartnerTable(sales, groups: groups, green: ["g": 0.5]).rows
        #expect(rows.map(\.group) == ["x", "y", "ungrouped", "all"])
        #expect(rows.map(\.total) == [6, 9, 1, 10])
        #expect(rows.map(\.greenByShare) == [3, 4.5, 0.5, 5])
    }
}
