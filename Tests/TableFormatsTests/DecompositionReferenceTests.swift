import DecompositionAnalysis
import TableFormats
import Testing
import TestSupport

/// The reference results of decomposition and decoupling, to 1e-10 relative.
@Suite(.enabled(if: ReferencePart("decomposition").isGiven, "set GREENPRINT_REFERENCE"))
struct DecompositionReferenceTests {
    private static let folder = ReferencePart("decomposition")
    private static let methods: [(DecompositionMethod, String)] = [
        (.lmdi1Additive, "lmdi1_additive"), (.lmdi1Multiplicative, "lmdi1_multiplicative"),
        (.lmdi2Additive, "lmdi2_additive"), (.lmdi2Multiplicative, "lmdi2_multiplicative"),
        (.shapley, "shapley_additive"),
    ]
    private static let nested = """
        energy : value_added[] as activity * value_added[region]/value_added[] as region_share \
        * value_added/value_added[region] as sector_share * energy/value_added as intensity
        """

    private static func values(
        _ file: String, _ text: String, cells: [String]? = nil
    ) throws -> (values: IdentityValues, moments: [String], data: DetailedData) {
        let identity = try Identity(text)
        let names = identity.names.filter { $0 != identity.target || identity.needsTarget }
        let table = try DecompositionTable(
            folder.bytes(file), file: file, .init(required: names, dimensions: identity.dimensions, cells: cells))
        return (
            try IdentityValues(identity, in: table.data, moments: table.data.moments), table.data.moments, table.data
        )
    }

    private static func expect(_ found: Double, _ text: String?, _ note: String) {
        guard let expected = text.flatMap({ Double($0) }) else {
            Issue.record("no figure: \(note)")
            return
        }
        #expect(abs(found - expected) <= 1e-10 * max(abs(expected), 1e-12), "\(note): \(found), not \(expected)")
    }

    private static func expect(_ result: Decomposition, _ rows: [[String: String]], _ column: String) {
        #expect(rows.count >= result.factors.count)
        for row in rows {
            let name = row["effect"] ?? ""
            let found = result.factors.firstIndex(of: name).map { result.effects[$0] } ?? result.total
            #expect(result.factors.contains(name) || name == "total")
            expect(found, row[column], "\(column) \(name)")
        }
    }

    @Test(arguments: [
        (
            "two_sector", "energy = output[] as activity * output/output[] as structure * energy/output as intensity",
            5
        ), ("unchanged_sector", "V = a * b", 2),
    ])
    func twoMoments(stem: String, identity: String, methods: Int) throws {
        let values = try Self.values(stem + "_input.csv", identity).values
        let rows = try Self.folder.rows(stem + "_expected.csv")
        for (method, column) in Self.methods.prefix(methods) {
            Self.expect(
                try Decomposition(try #require(values.cells(from: "0", to: "T")), method: method), rows, column)
        }
    }

    @Test(arguments: [
        ("three_factor_series", "V = factor1 * factor2 * factor3"), ("multilevel", nested),
    ])
    func series(stem: String, identity: String) throws {
        let (values, moments, _) = try Self.values(stem + "_input.csv", identity)
        let rows = try Self.folder.rows(stem + "_expected.csv")
        var compared = 0
        for (mode, span) in [("step", DecompositionSpan.steps), ("chained", .chained), ("fixed_base", .fixed)] {
            for (method, column) in Self.methods {
                for part in try values.decompositions(over: moments, span: span, method: method) {
                    let own = rows.filter { row in
                        row["mode"] == mode && row["from"] == part.from && row["to"] == part.to
                            && row[column].map { !$0.isEmpty } ?? false
                    }
                    guard !own.isEmpty else { continue }
                    compared += own.count
                    Self.expect(part.decomposition, own, column)
                }
            }
        }
        #expect(
            compared
                == rows.reduce(0) { sum, row in sum + Self.methods.count { row[$0.1].map { !$0.isEmpty } ?? false } })
    }

    @Test func byRegion() throws {
        let (values, _, data) = try Self.values("multilevel_input.csv", Self.nested)
        let result = try Decomposition(try #require(values.cells(from: "2016", to: "2019")))
        let (ofCell, labels) = data.groups(by: ["region"])
        for row in try Self.folder.rows("multilevel_by_region_expected.csv") {
            let group = try #require(labels.firstIndex(of: [row["region"] ?? ""]))
            let factor = try #require(result.factors.firstIndex(of: row["effect"] ?? ""))
            let effects = result.effects(ofCells: ofCell.indices.filter { ofCell[$0] == group })
            Self.expect(effects[factor], row["lmdi1_additive_2016_2019"], "\(row)")
        }
    }

    @Test func kaya() throws {
        let text = """
            co2 = population * gdp/population as affluence * energy/gdp as energy_intensity \
            * co2/energy as carbon_intensity
            """
        let values = try Self.values("kaya_input.csv", text).values
        let rows = try Self.folder.rows("kaya_expected.csv")
        let cells = try #require(values.cells(from: "0", to: "1"))
        for method in [DecompositionMethod.lmdi1Additive, .lmdi2Additive] {
            Self.expect(try Decomposition(cells, method: method), rows, "add")
        }
        for method in [DecompositionMethod.lmdi1Multiplicative, .lmdi2Multiplicative] {
            Self.expect(try Decomposition(cells, method: method), rows, "mul")
        }
    }

    /// The analytical limits, and the eight cases; the small numbers of the file are what the limits replace.
    @Test func zeros() throws {
        let text = "E = activity * sum(sector: structure * intensity)"
        let cells = try #require(try Self.values("zero_input.csv", text).values.cells(from: "0", to: "T"))
        let expected = try #require(try Self.folder.rows("zero_expected.csv").first)
        #expect(expected["method"] == "analytical_limit")
        let result = try Decomposition(cells)
        for (name, effect) in zip(result.factors, result.effects) { Self.expect(effect, expected[name], name) }
        Self.expect(result.total, expected["dV"], "dV")
        let cases = try Self.values("zero_eight_cases.csv", "V = a * b", cells: ["case_of_factor_a"]).values
        let terms = try Decomposition(try #require(cases.cells(from: "0", to: "T"))).terms
        let rows = try Self.folder.rows("zero_eight_cases.csv")
        #expect(rows.count == 8)
        for (row, term) in zip(rows, terms) {
            Self.expect(term[0], row["effect_a"], "\(row)")
            Self.expect(term[1], row["effect_b"], "\(row)")
        }
    }

    /// Cell by cell, as the tests of LMDIR have them, also with a zero planted.
    @Test func cells() throws {
        let values = try Self.values("three_factor_series_input.csv", "V = factor1 * factor2 * factor3").values
        let plain = try #require(values.cells(from: "1971", to: "1972"))
        for row in try Self.folder.rows("three_factor_cells_expected.csv") {
            var (start, end) = (plain.start, plain.end)
            if row["variant"] == "factor1_of_category1_zero_at_0" { start[0][0] = 0 }
            if row["variant"] == "factor3_of_category2_zero_at_T" { end[1][2] = 0 }
            let cells = FactorCells(factors: plain.factors, cells: plain.cells, start: start, end: end)
            let cell = try #require(cells.cells.firstIndex(of: row["category"] ?? ""))
            let terms = try Decomposition(cells).terms[cell]
            for (name, term) in zip(cells.factors, terms) { Self.expect(term, row["effect_" + name], "\(row)") }
            Self.expect(cells.before[cell], row["V_0"], "V_0")
            Self.expect(cells.after[cell], row["V_T"], "V_T")
        }
    }

    @Test func decoupling() throws {
        let rows = try Self.folder.rows("tapio.csv")
        #expect(Set(rows.map { $0["state"] }).count == 8)
        for row in rows {
            let figures = try ["C0", "C1", "G0", "G1"].map { try #require(Double(row[$0] ?? "")) }
            let found = try #require(
                Decoupling(pressure: (figures[0], figures[1]), driver: (figures[2], figures[3])))
            #expect(found.state?.rawValue == row["state"])
            Self.expect(found.pressureChange, row["dC"], "dC")
            Self.expect(found.driverChange, row["dG"], "dG")
            Self.expect(try #require(found.elasticity), row["elasticity"], "elasticity")
            Self.expect(found.ratio, row["oecd_ratio"], "ratio")
            Self.expect(found.factor, row["oecd_factor"], "factor")
        }
    }

    @Test func elasticityParts() throws {
        let (values, _, data) = try Self.values("multilevel_input.csv", Self.nested)
        let result = try Decomposition(try #require(values.cells(from: "2016", to: "2019")))
        let sums = try ["2016", "2019"].map { try #require(data.sums(of: "value_added", at: $0)[0]) }
        let found = try #require(result.elasticities(driver: (sums[0], sums[1])))
        for row in try Self.folder.rows("decoupling_effects_expected.csv") {
            let factor = result.factors.firstIndex(of: row["effect"] ?? "")
            Self.expect(factor.map { found.parts[$0] } ?? found.total, row["elasticity_part"], "\(row)")
        }
    }
}
