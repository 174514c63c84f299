/// What can be told of the choices before any run.
struct IndexUncertaintyChecks {
    let analysis: IndexUncertainty
    let axes: ChoiceAxes
    let compatible: CompatibleMethods
    let indicators: IndicatorMatrix
    let metadata: [IndicatorMetadata]
    let index: String
    let weights: [String: Double]

    /// - Throws: `IndexUncertaintyFaults` with everything found.
    func check() throws {
        var faults: [IndexUncertaintyFault] = []
        var names: Set<String> = []
        for choice in analysis.choices {
            if !names.insert(choice.name).inserted { faults.append(.repeated(choice: choice.name)) }
            faults += self.faults(choice)
        }
        if axes.goalposts != nil, !axes.normalisation.values.contains(where: \.hasGoalposts) {
            faults.append(.noGoalposts)
        }
        // The pairs need every choice to have an alternative.
        if faults.isEmpty { faults = compatible.stranded.map { .noAggregationLeft($0) } + incompatiblePairs() }
        if !faults.isEmpty { throw IndexUncertaintyFaults(list: faults) }
    }

    private var elements: [IndicatorMetadata] {
        metadata.filter { ($0.kind == .indicator || $0.kind == .aggregate) && $0.code != index }
    }

    private var highest: Int { metadata.compactMap(\.level).max() ?? 1 }

    private func faults(_ choice: IndexUncertainty.Choice) -> [IndexUncertaintyFault] {
        let name = choice.name
        switch choice {
        case .weights(let noise): return number(name, noise, isValid: (0...1).contains(noise))
        case .weightsByLevel(let shares):
            if shares.isEmpty { return [.noAlternatives(choice: name)] }
            return shares.sorted { $0.key < $1.key }.flatMap { level, share in
                number(name, share, isValid: (0...1).contains(share))
                    + self.level(name, level, isValid: elements.contains { $0.level == level })
            }
        case .dirichlet(let concentration):
            return number(name, concentration, isValid: concentration > 0 && concentration.isFinite)
                + elements.filter { (weights[$0.code] ?? $0.weight) < 0 }.map { .negativeWeight(element: $0.code) }
        case .experts(let experts):
            return alternatives(name, experts.count)
                + unknown(name, experts.flatMap { $0.weights.keys.sorted() }, among: elements.map(\.code))
        case .expertColumns(let columns):
            let known = Set(elements.flatMap(\.parameters.keys)).sorted()
            return alternatives(name, columns.count)
                + columns.filter { $0 != "Weight" && !known.contains($0) }
                .map { .unknownColumn(choice: name, column: $0, known: known) }
        case .imputation(let list): return alternatives(name, list.count)
        case .imputationDraws: return []
        case .treatment(let list): return alternatives(name, list.count)
        case .normalisation(let list): return alternatives(name, list.count)
        case .goalposts(let share): return number(name, share, isValid: share >= 0 && share < 0.5)
        case .aggregation(let list): return alternatives(name, list.count)
        case .aggregationOnLevel(let level, let list):
            return alternatives(name, list.count)
                + self.level(name, level, isValid: (2...max(2, highest)).contains(level))
        case .exclusion(let exclusion): return faults(name, exclusion)
        case .error(let error): return faults(name, error)
        }
    }

    private func faults(_ name: String, _ exclusion: IndexUncertainty.Exclusion) -> [IndexUncertaintyFault] {
        let sets = exclusion.alternatives(metadata)
        let unknown = unknown(name, sets.flatMap { $0 }, among: elements.map(\.code))
        guard unknown.isEmpty else { return unknown }
        return alternatives(name, sets.count)
            + zip(sets, axes.exclusion.values).filter { $1.contains(index) }.map { .nothingLeft(elements: $0.0) }
    }

    private func faults(_ name: String, _ error: MeasurementError) -> [IndexUncertaintyFault] {
        var faults = number(name, error.correlation, isValid: (0...1).contains(error.correlation))
        faults += unknown(name, error.sources.keys.sorted(), among: indicators.codes)
        switch error.size {
        case .relative(let share): faults += number(name, share, isValid: share >= 0 && share.isFinite)
        case .deviations(let byCode):
            faults += unknown(name, byCode.keys.sorted(), among: indicators.codes)
            for (_, deviation) in byCode.sorted(by: { $0.key < $1.key }) {
                faults += number(name, deviation, isValid: deviation >= 0 && deviation.isFinite)
            }
        case .halfWidths(let widths):
            if widths.units != indicators.units || widths.codes != indicators.codes {
                faults.append(.halfWidthsMismatch)
            } else if let negative = widths.storage.first(where: { $0 < 0 }) {
                faults.append(.invalidNumber(choice: name, negative))
            }
        case .printed: break
        }
        return faults
    }

    private func number(_ name: String, _ value: Double, isValid: Bool) -> [IndexUncertaintyFault] {
        isValid ? [] : [.invalidNumber(choice: name, value)]
    }

    private func alternatives(_ name: String, _ count: Int) -> [IndexUncertaintyFault] {
        count > 0 ? [] : [.noAlternatives(choice: name)]
    }

    private func level(_ name: String, _ level: Int, isValid: Bool) -> [IndexUncertaintyFault] {
        isValid ? [] : [.unknownLevel(choice: name, level: level, highest: highest)]
    }

    private func unknown(_ name: String, _ codes: [String], among known: [String]) -> [IndexUncertaintyFault] {
        let set = Set(known)
        return codes.filter { !set.contains($0) }.map { .unknownElement(choice: name, element: $0, known: known) }
    }

    /// Combinations that cannot be computed for any data, at the aggregates of indicators.
    private func incompatiblePairs() -> [IndexUncertaintyFault] {
        guard analysis.choices.contains(where: { $0.decidesScaleOrMean }) else { return [] }
        let parents = Set(
            metadata.filter { $0.kind == .indicator && (weights[$0.code] ?? 1) != 0 }.compactMap(\.parent))
        let aggregates = metadata.filter { parents.contains($0.code) }
        var found: [IndexUncertaintyFault] = []
        for (scale, normalisation) in axes.normalisation.values.enumerated() {
            guard let low = normalisation.certainLow else { continue }
            for general in axes.methods.values.indices
            where compatible.allows(general, of: axes.methods.position, beside: scale) {
                for aggregate in aggregates {
                    let level = aggregate.level ?? 2
                    let axis = axes.levels.first { $0.level == level }?.axis
                    let methods =
                        axis.map { axis in
                            axis.values.indices.filter { compatible.allows($0, of: axis.position, beside: scale) }
                                .map { axis.values[$0] }
                        } ?? [axes.methods.values[general].method(of: aggregate.code, level: level)]
                    for method in methods where method.isStopped(by: low) {
                        let fault = IndexUncertaintyFault.incompatible(normalisation, method)
                        if !found.contains(fault) { found.append(fault) }
                    }
                }
            }
        }
        return found
    }
}

extension IndexUncertainty.Choice {
    fileprivate var decidesScaleOrMean: Bool {
        switch self {
        case .normalisation, .aggregation, .aggregationOnLevel: true
        default: false
        }
    }
}
