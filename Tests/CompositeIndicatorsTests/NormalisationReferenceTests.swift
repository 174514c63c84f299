import CompositeIndicators
import Testing

/// `normalise/*`, `chain/Normalised`, `chain/Denominated`, `panel/normalised_2018_2022`.
@Suite(.enabled(if: ReferenceTable.isAvailable, ReferenceTable.hint))
struct NormalisationReferenceTests {
    @Test func denominated() throws {
        let example = try ReferenceExample()
        try ReferenceComparison.matrices(example.raw, file: "chain/Raw.csv")
        let (found, notes) = try Denomination.divide(
            example.raw, metadata: example.metadata, denominators: example.denominators)
        #expect(notes.map(\.indicator) == ["Elec", "Gas"])
        #expect(notes.allSatisfy { $0.status == .denominatorMissing && example.raw.units[$0.unit] == "LAO" })
        try ReferenceComparison.matrices(found, file: "chain/Denominated.csv")
    }

    @Test(
        arguments: [
            ("chain/Normalised.csv", .minmax(lower: 0, upper: 100)),
            ("normalise/n_minmax_1_100.csv", .minmax(lower: 1, upper: 100)),
            ("normalise/n_zscore_0_1.csv", .zscore(mean: 0, deviation: 1)),
            ("normalise/n_dist2max.csv", .distanceToMaximum), ("normalise/n_rank.csv", .rank),
            ("normalise/n_borda.csv", .borda),
            ("normalise/n_dist2targ_iMeta_cap.csv", .fromMetadata(.distanceToTarget)),
            ("normalise/n_goalposts_iMeta_trunc.csv", .fromMetadata(.goalposts)),
        ] as [(String, Normalisation.Method)])
    func normalised(file: String, method: Normalisation.Method) throws {
        let matrix = try ReferenceTable("chain/Treated.csv").matrix()
        let found = try Normalisation.apply(matrix, method: method, metadata: try Self.metadata())
        // 1 - (max - z)/(max - min), as the file has it, loses the digits of a score near zero; ours does not.
        try ReferenceComparison.matrices(found.matrix, file: file, floor: method == .distanceToMaximum ? 1 : 0)
    }

    /// Units screened, each year treated alone, all years normalised together.
    @Test func panel() throws {
        let metadata = try ReferenceExample().metadata
        let codes = metadata.filter { $0.kind == .indicator }.map(\.code)
        let table = try ReferenceTable("input/asem_iData_panel.csv")
        let labelled = try Self.rowsByTime(table, codes)
        let kept = try Screening.apply(labelled, availability: 0.9).kept
        let years = kept.units.map { String($0.suffix(4)) }
        let treated = Treatment.apply(kept, options: Treatment.Options(transformation: .log), groups: years).0
        let found = try Normalisation.apply(treated, method: .minmax(lower: 0, upper: 100), metadata: metadata).matrix
        var comparison = ReferenceComparison()
        let file = "panel/normalised_2018_2022.csv"
        try comparison.compare(found, try Self.rowsByTime(try ReferenceTable(file), codes))
        comparison.report(file)
    }

    static func rowsByTime(_ table: ReferenceTable, _ codes: [String]) throws -> IndicatorMatrix {
        let matrix = try table.matrix(codes)
        let units = zip(matrix.units, try table.text("Time")).map { "\($0) \($1 ?? "")" }
        return IndicatorMatrix(units: units, codes: codes, columns: codes.indices.map { matrix.column($0) })
    }

    static func metadata() throws -> [IndicatorMetadata] {
        let table = try ReferenceTable("normalise/iMeta_params.csv")
        let codes = try table.text("iCode")
        var rows = try ReferenceExample().metadata
        for index in rows.indices {
            guard let row = codes.firstIndex(of: rows[index].code) else { continue }
            rows[index].target = try table.numbers("Target")[row]
            for name in ["goalpost_lower", "goalpost_upper", "goalpost_scale"] {
                rows[index].parameters[name] = try table.numbers(name)[row]
            }
            for name in ["dist2targ_cap_max", "goalpost_trunc2posts"] {
                rows[index].parameters[name] = try table.text(name)[row] == "TRUE" ? 1 : 0
            }
        }
        return rows
    }
}
