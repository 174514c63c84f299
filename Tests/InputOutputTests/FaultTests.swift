import InputOutput
import LinearAlgebra
import Testing

/// Tables and questions without an answer are refused by name.
struct FaultTests {
    private static func faults(_ body: () throws -> Void) -> [InputOutputFault] {
        do {
            try body()
            return []
        } catch let faults as InputOutputFaults {
            return faults.list
        } catch {
            return []
        }
    }

    private let first = Industry(sector: "s0")
    private let second = Industry(sector: "s1")

    @Test func badTables() {
        #expect(
            Self.faults { _ = try Sample.table([[1, -2], [1, 1]], demand: [5, 5]) } == [
                .negativeFlow(from: first, to: second, -2)
            ])
        #expect(Self.faults { _ = try Sample.table([[1, -2], [1, 1]], demand: [5, 5], negative: true) } == [])
        #expect(
            Self.faults { _ = try Sample.table([[1, 2], [0, 0]], demand: [5, 0]) } == [.inputsWithoutOutput(second)])
        #expect(
            Self.faults { _ = try Sample.table([[1, 2], [1, 1]], demand: [5, -9]) } == [.negativeOutput(second, -7)])
        #expect(
            Self.faults { _ = try Sample.table([[1, .nan], [1, 1]], demand: [5, 5]) } == [
                .notFinite(.flows, row: 0, column: 1)
            ])
        #expect(Self.faults { _ = try Sample.table([], demand: []) }.first == .noIndustries)
    }

    @Test func labels() {
        let one = Matrix(rows: 2, columns: 1, filledWith: 1)
        #expect(
            Self.faults {
                _ = try InputOutputTable(
                    industries: [first, first], flows: Matrix(rows: 2, columns: 3),
                    demandCategories: [DemandCategory(area: "z", category: "c")], finalDemand: one)
            } == [
                .repeatedLabel(.industries, ["", "s0"]),
                .wrongSize(.flows, rows: 2, columns: 2, foundRows: 2, foundColumns: 3), .unknownArea("z"),
            ])
    }

    /// Final demand below zero makes industry 1 buy more than it makes: (I - A)^-1 has negative elements.
    @Test func unproductive() throws {
        let table = try Sample.table([[1, 3], [3, 1]], demand: [-1, -1])
        let faults = Self.faults { _ = try LeontiefModel(table) }
        #expect(faults == [.unproductive([first, second], largest: first, columnSum: 4.0 / 3)])
        let singular = try Sample.table([[1, 1], [1, 1]], demand: [0, 0])
        #expect(Self.faults { _ = try LeontiefModel(singular) } == [.singular(first, columnSum: 1)])
    }

    /// Without output nothing can carry an amount: it stays in D_pba and is told, and 0 passes.
    @Test func amountsWithoutOutput() throws {
        let table = try Sample.table([[1, 0], [0, 0]], demand: [4, 0])
        let account = try SatelliteAccount(
            name: "e", stressors: [Stressor(["a"], unit: "kg"), Stressor(["b"])],
            industryFlows: Matrix(rows: 2, columns: 2, elements: [5, 7, 5, 0]), of: table)
        let found = account.unattributed(in: table)
        #expect(found.map(\.industry) == [second])
        #expect(found.map(\.amount) == [7])
        let footprint = try Footprint(try LeontiefModel(table), account)
        #expect(footprint.productionBased.elements == [5, 7, 5, 0])
        #expect(footprint.consumptionBased.elements == [5, 0, 5, 0])
    }

    @Test func householdsAndPeople() throws {
        let table = try Sample.table([[150, 500], [200, 100]], demand: [350, 1700])
        let spending = try Matrix(rows: 2, columns: 1, elements: [400, 900])
        #expect(
            Self.faults { _ = try HouseholdModel(table, income: [0, 0], spending: spending, rule: .allOverIncome) } == [
                .noIncome("")
            ])
        let rich = Self.faults {
            _ = try HouseholdModel(table, income: [50, 50], spending: spending, rule: .share(40))
        }
        #expect(rich == [.closureUnproductive(largestShare: 40)])
        let account = try SatelliteAccount(
            name: "e", stressors: [], industryFlows: Matrix(rows: 0, columns: 2), of: table)
        let footprint = try Footprint(try LeontiefModel(table), account)
        #expect(Self.faults { _ = try footprint.perCapita(.imported, population: [0]) } == [.noPopulation("")])
    }
}
