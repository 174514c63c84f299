extension IndexChange {
    /// The recipe run on a mixture.
    ///
    /// - Returns: the outcome, and the row of each unit that has data at the time of the values.
    func outcome(_ mixture: Mixture) throws -> (IndexRecipe.Outcome, rows: [String: String]) {
        let metadata = metadata(mixture)
        let members = moments[mixture.units].indicators.units
        let present = moments.map { Set($0.indicators.units) }
        let rows =
            switch scale {
            case .pooled:
                [0, 1].flatMap { time in members.filter { present[time].contains($0) }.map { (unit: $0, time: time) } }
            case .byTime:
                members.map {
                    (unit: $0, time: present[mixture.value].contains($0) ? mixture.value : 1 - mixture.value)
                }
            }
        let indicators = table(rows, codes(metadata, .indicator)) { $0.indicators }
        let denominators = table(rows, codes(moments[mixture.framework].metadata, .denominator)) {
            $0.denominators
        }
        let outcome = try recipe.run(indicators, denominators: denominators, metadata: metadata)
        let read = rows.filter { $0.time == mixture.value }
        return (outcome, Dictionary(read.map { ($0.unit, Self.name($0)) }) { first, _ in first })
    }

    private static func name(_ row: (unit: String, time: Int)) -> String { "\(row.time) \(row.unit)" }

    private func codes(_ metadata: [IndicatorMetadata], _ kind: IndicatorMetadata.Kind) -> [String] {
        metadata.filter { $0.kind == kind }.map(\.code)
    }

    /// The values of rows; those of a column that one time alone has are of that time throughout.
    private func table(
        _ rows: [(unit: String, time: Int)], _ codes: [String], _ matrix: (Moment) -> IndicatorMatrix
    ) -> IndicatorMatrix {
        let matrices = moments.map(matrix)
        let places = matrices.map { matrix in
            Dictionary(matrix.units.enumerated().map { ($1, $0) }) { first, _ in first }
        }
        var result = IndicatorMatrix(units: rows.map(Self.name), codes: codes)
        for (column, code) in codes.enumerated() {
            let positions = matrices.map { Self.column(code, in: $0) }
            for (position, row) in rows.enumerated() {
                let time = positions[row.time] == nil ? 1 - row.time : row.time
                guard let source = positions[time], let place = places[time][row.unit] else { continue }
                result[position, column] = matrices[time][place, source]
            }
        }
        return result
    }

    /// The position of a column that has any value.
    private static func column(_ code: String, in matrix: IndicatorMatrix) -> Int? {
        matrix.position(of: code).flatMap { column in matrix.column(column).contains { $0 != nil } ? column : nil }
    }

    /// The elements of a framework, with the weights of the mixture where both frameworks have them.
    private func metadata(_ mixture: Mixture) -> [IndicatorMetadata] {
        let frameworks = moments.map(Self.elements)
        let weights = frameworks.map { elements in
            Dictionary(elements.map { ($0.code, $0.weight) }) { first, _ in first }
        }
        return frameworks[mixture.framework].map { element in
            var element = element
            if weights.allSatisfy({ $0[element.code] != nil }) {
                element.weight = weights[mixture.weight][element.code] ?? element.weight
            }
            return element
        }
    }

    /// The rows of the metadata without indicators that have no value, and without aggregates left empty.
    private static func elements(_ moment: Moment) -> [IndicatorMetadata] {
        var rows = moment.metadata.filter { $0.kind != .indicator || column($0.code, in: moment.indicators) != nil }
        while true {
            let parents = Set(rows.compactMap(\.parent))
            let kept = rows.filter { $0.kind != .aggregate || parents.contains($0.code) }
            if kept.count == rows.count { return rows }
            rows = kept
        }
    }
}
