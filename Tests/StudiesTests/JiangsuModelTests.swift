import ModelFormats
import SystemDynamics
import Testing

/// The example's own model: what must add up does, at all times, in every scenario and at extremes.
struct JiangsuModelTests {
    private static let scenarios = [
        nil, "business-as-usual", "plan-targets", "green-push", "green-push-without-just-transition",
    ]

    private static let model = Result {
        try Model(XMILEReader.model(ExampleFolder.bytes("models/jiangsu-green-economy.xmile")).model)
    }

    private func model(_ scenario: String?) throws -> Model {
        let model = try Self.model.get()
        guard let scenario else { return model }
        let file = "models/\(scenario).yaml"
        return try model.applying(
            ScenarioReader.scenario(String(decoding: ExampleFolder.bytes(file), as: UTF8.self), file: file))
    }

    /// The columns of a run by name.
    private func columns(_ model: Model) throws -> [String: [Double]] {
        let simulation = try Simulation(model)
        #expect(simulation.warnings.isEmpty)
        return Dictionary(
            uniqueKeysWithValues: simulation.names.enumerated().map { place, name in
                (name, simulation.rows.map { $0[place] })
            })
    }

    private func sum(_ columns: [String: [Double]], _ array: String) -> [Double] {
        let parts = columns.filter { $0.key.hasPrefix(array + "[") }.sorted { $0.key < $1.key }.map(\.value)
        return (parts.first ?? []).indices.map { row in parts.reduce(0) { $0 + $1[row] } }
    }

    private func expectEqual(_ left: [Double]?, _ right: [Double]?, _ what: String) throws {
        let (left, right) = (try #require(left, "\(what)"), try #require(right, "\(what)"))
        #expect(!left.isEmpty && left.count == right.count)
        for (a, b) in zip(left, right) { #expect(abs(a - b) <= 1e-9 * max(1, abs(a)), "\(what): \(a), \(b)") }
    }

    /// Every variable says what it is and has units.
    @Test func everyVariableIsDocumented() throws {
        let source = try XMILEReader.model(ExampleFolder.bytes("models/jiangsu-green-economy.xmile")).model
        #expect(source.root.variables.count == 224)
        for variable in source.root.variables {
            #expect(!variable.units.isEmpty, "\(variable.name)")
            #expect(variable.documentation.count > 4, "\(variable.name)")
        }
    }

    /// People, land, energy and money: nothing appears from nowhere. The sums are made here, not by the model.
    @Test(arguments: scenarios)
    func whatMustAddUpDoes(scenario: String?) throws {
        let run = try columns(model(scenario))
        func column(_ name: String) throws -> [Double] { try #require(run[name], "\(name)") }
        let start = try column("population")[0]
        let (born, died) = (try column("cumulative_births"), try column("cumulative_deaths"))
        let moved = try column("cumulative_migration")
        try expectEqual(
            run["population"], born.indices.map { start + born[$0] - died[$0] + moved[$0] }, "population")
        let land = sum(run, "land")
        try expectEqual(land, land.map { _ in 1072 }, "land")
        try expectEqual(sum(run, "energy_by_source"), run["energy_total"], "energy")
        try expectEqual(sum(run, "value_added"), run["gdp"], "output")
        let green = try column("green_jobs")
        try expectEqual(
            sum(run, "employment"), zip(green, try column("other_jobs")).map { $0 + $1 }, "jobs")
        try expectEqual(sum(run, "green_by_use"), run["green_investment"], "green investment")
        let uses = ["household_consumption", "public_consumption", "gross_investment", "net_exports"]
        let used = try uses.map { try column($0) }
        try expectEqual(run["gdp"], green.indices.map { row in used.reduce(0) { $0 + $1[row] } }, "uses of GDP")
        let shares = sum(run, "quintile_share")
        try expectEqual(shares, shares.map { _ in 1 }, "shares of income")
        for check in ["population_balance", "land_balance", "energy_balance", "income_balance"] {
            #expect(try column(check).allSatisfy { abs($0) < 1e-6 }, "\(check)")
        }
    }

    /// Stocks of things cannot be below zero, shares stay shares, and the redline never shrinks.
    @Test(arguments: scenarios)
    func valuesStayWhereTheyCanBe(scenario: String?) throws {
        let run = try columns(model(scenario))
        let signed = [
            "_balance", "net_", "cumulative_migration", "borrowing", "inequality_tilt", "land_change", "carbon_content",
        ]
        for (name, values) in run where !signed.contains(where: { name.contains($0) }) {
            #expect(values.allSatisfy { $0 >= 0 }, "\(name)")
        }
        for name in ["good_air_days", "surface_water_good", "non_fossil_share", "tree_cover", "unemployment_rate"] {
            #expect(try #require(run[name]).allSatisfy { $0 <= 100 }, "\(name)")
        }
        let redline = try #require(run["land_redline_share"])
        #expect(zip(redline, redline.dropFirst()).allSatisfy { $0 <= $1 })
    }

    /// What a model must do where things are driven to an end.
    @Test func extremes() throws {
        let base = try model(nil)
        let closed = try columns(base.setting([("migration_rate", -0.01)]))
        let people = try #require(closed["population"])
        #expect(zip(people, people.dropFirst()).allSatisfy { $0 > $1 })
        let without = try columns(base.setting([("green_investment_share", 1e-9)]))
        #expect(try #require(without["clean_capacity[nuclear]"]).last ?? 0 < 550)
        #expect(try #require(without["tree_cover"]).allSatisfy { abs($0 - 22.5) < 1e-3 })
        let coal = try columns(base.setting([("coal_phase_down_rate", 0)]))
        #expect(try #require(coal["coal_share"]).allSatisfy { $0 == 0.72 })
        let dear = try columns(base.setting([("carbon_price", 1)]))
        #expect(try #require(dear["gdp"]).allSatisfy { $0 > 0 })
        #expect(sum(dear, "capital").allSatisfy { $0 > 0 })
        let rich = try columns(base.setting([("green_investment_share", 0.3)]))
        #expect(try #require(rich["fossil_demand"]).allSatisfy { $0 >= 0 })
        #expect(try #require(rich["non_fossil_share"]).allSatisfy { $0 <= 100 + 1e-9 })
    }

    /// The scenarios differ as they are meant to, and not before the first change.
    @Test func scenariosDifferAsTheySay() throws {
        let runs = try Self.scenarios.compactMap { $0 }.map { try columns(model($0)) }
        func last(_ run: Int, _ name: String) throws -> Double { try #require(runs[run][name]?.last) }
        #expect(try last(2, "co2") < last(1, "co2"))
        #expect(try last(1, "co2") < last(0, "co2"))
        #expect(try last(2, "green_jobs") > last(0, "green_jobs"))
        #expect(try last(3, "unemployment_rate") > last(2, "unemployment_rate"))
        #expect(try last(3, "gini") > last(2, "gini"))
        for run in runs.dropFirst() { #expect(run["gdp"]?.prefix(20) == runs[0]["gdp"]?.prefix(20)) }
    }
}
