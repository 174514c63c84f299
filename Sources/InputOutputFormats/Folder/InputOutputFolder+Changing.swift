public import InputOutput
internal import LinearAlgebra
public import StatisticalData

extension InputOutputFolder {
    /// The table by the groups of a concordance, with imports, primary inputs and extensions.
    ///
    /// - Throws: `Faults` told at the concordance.
    public func aggregated(_ links: [Concordance.Link], at place: Place) throws -> InputOutputFolder {
        let imports = try imports()
        let inputs = try primaryInputs()
        let (old, levels) = (table, industries.levels)
        let source = self
        return try InputOutputFaultTexts.telling(at: place) { () throws(InputOutputFaults) in
            let concordance = try Concordance(links, for: old.industries)
            let result = try concordance.table(old)
            let axis = LabelAxis(
                levels: levels,
                labels: result.industries.map { levels.count == 1 ? [$0.sector] : [$0.area, $0.sector] })
            let isKept = result.areas == old.areas
            var given = GivenParts(separation: self.given?.separation, extensionNames: extensionNames)
            given.imports = try imports.map { found throws(InputOutputFaults) in
                try concordance.imports(found, of: old, in: result)
            }
            given.primaryInputs = try inputs.map { found throws(InputOutputFaults) in
                LabelledMatrix(rows: found.rows, columns: axis, values: try concordance.columns(found.values))
            }
            given.account = { name in
                let (account, stressors) = try source.account(name)
                let made = try InputOutputFaultTexts.telling(at: place) { () throws(InputOutputFaults) in
                    try concordance.account(account, of: old, in: result)
                }
                return (made, stressors)
            }
            return InputOutputFolder(
                result, industries: axis, demandCategories: axisOfDemand(result), units: unit(result),
                population: isKept ? population : nil, warnings: [], path: files.path, given: given)
        }
    }

    /// The table with a part split from its parent.
    ///
    /// - Parameters:
    ///   - split: the part.
    ///   - amounts: what the part has of the stressors of extensions, by extension and label.
    ///   - place: where faults are told.
    /// - Throws: `Faults`.
    public func split(
        _ split: SectorSplit, amounts: [String: [[String]: Double]] = [:], at place: Place
    ) throws -> InputOutputFolder {
        let imports = try imports()
        let inputs = try primaryInputs()
        let (old, levels) = (table, industries.levels)
        let source = self
        let unknown = amounts.keys.filter { !extensionNames.contains($0) }.sorted()
        guard unknown.isEmpty else {
            throw Faults(unknown.map { .ioNoExtension($0, known: extensionNames, folder: place.file) })
        }
        return try InputOutputFaultTexts.telling(at: place) { () throws(InputOutputFaults) in
            let result = try split.table(old)
            let axis = LabelAxis(
                levels: levels,
                labels: result.industries.map { levels.count == 1 ? [$0.sector] : [$0.area, $0.sector] })
            var given = GivenParts(separation: self.given?.separation, extensionNames: extensionNames)
            given.imports = try imports.map { found throws(InputOutputFaults) in
                try split.imports(found, of: old, in: result)
            }
            given.primaryInputs = try inputs.map { found throws(InputOutputFaults) in
                // Primary inputs are divided by the output share; own flows of the part can so leave its column out of balance.
                let account = try SatelliteAccount(
                    name: "W", stressors: found.rows.labels.map { Stressor($0) }, industryFlows: found.values, of: old)
                return LabelledMatrix(
                    rows: found.rows, columns: axis,
                    values: try split.account(account, of: old, in: result).industryFlows)
            }
            given.account = { name in
                let (account, stressors) = try source.account(name)
                let made = try InputOutputFaultTexts.telling(at: place) { () throws(InputOutputFaults) in
                    try split.account(account, of: old, in: result, amounts: amounts[name] ?? [:])
                }
                return (made, stressors)
            }
            return InputOutputFolder(
                result, industries: axis, demandCategories: demandCategories, units: unit(result),
                population: population, warnings: [], path: files.path, given: given)
        }
    }

    private func axisOfDemand(_ result: InputOutputTable) -> LabelAxis {
        let width = demandCategories.levels.count
        return LabelAxis(
            levels: demandCategories.levels,
            labels: result.demandCategories.map { width == 1 ? [$0.category] : [$0.area, $0.category] })
    }

    /// The unit of each row if all rows have the same; `nil` otherwise.
    private func unit(_ result: InputOutputTable) -> [String]? {
        guard let units, let first = units.first, Set(units).count == 1 else { return nil }
        return result.industries.map { _ in first }
    }
}
