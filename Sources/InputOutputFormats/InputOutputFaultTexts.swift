public import InputOutput
public import StatisticalData

/// What is wrong with a table or a model, as faults with messages.
public enum InputOutputFaultTexts {
    /// At most so many faults of one kind of input are told.
    private static let limit = 100

    /// The faults an error stands for; none for errors of other kinds.
    public static func faults(_ error: any Error, at place: Place) -> [Fault] {
        switch error {
        case let faults as Faults: return faults.list
        case let fault as Fault: return [fault]
        case let faults as InputOutputFaults:
            var collector = FaultCollector(limit: limit)
            for fault in faults.list { collector.add(Self.fault(fault, at: place)) }
            return collector.all(in: place.file)
        default: return []
        }
    }

    /// The faults of a scenario, each where `place` says its shock stands.
    public static func faults(
        _ error: InputOutputFaults, scenario place: (ScenarioAddress?) -> Place
    ) -> [Fault] {
        error.list.prefix(limit).map { fault in
            guard case .scenario(let found) = fault else { return Self.fault(fault, at: place(nil)) }
            return Self.fault(fault, at: place(found.address))
        }
    }

    /// Runs `body`; what it throws is told at a place.
    public static func telling<Value>(
        at place: Place, _ body: () throws(InputOutputFaults) -> Value
    ) throws(Faults) -> Value {
        do throws(InputOutputFaults) {
            return try body()
        } catch {
            throw Faults(faults(error, at: place))
        }
    }

    /// Amounts of an extension at industries without output, a warning each.
    public static func unattributed(_ found: SatelliteAccount.Unattributed, at place: Place) -> Fault {
        Fault(
            "io-unattributed", at: place, severity: .warning,
            [
                "industry": found.industry.shown, "stressor": found.stressor.label.shown,
                "found": Decimals.text(found.amount), "unit": found.stressor.unit ?? "",
            ])
    }

    private static func fault(_ fault: InputOutputFault, at place: Place) -> Fault {
        switch fault {
        case .noIndustries: Fault("io-no-industries", at: place)
        case .repeatedLabel(_, let label): Fault.ioRepeatedLabel(label, at: place)
        case .wrongSize(let part, let rows, let columns, let foundRows, let foundColumns):
            Fault(
                "io-wrong-size", at: place,
                [
                    "part": part.rawValue, "expected": "\(rows) x \(columns)",
                    "found": "\(foundRows) x \(foundColumns)",
                ])
        case .notFinite(let part, let row, let column):
            Fault(
                "io-not-finite", at: place,
                ["part": part.rawValue, "row": String(row + 1), "column": String(column + 1)])
        case .unknownArea(let area): Fault("io-unknown-area", at: place, ["found": [area].shown])
        case .negativeFlow(let from, let to, let value):
            Fault(
                "io-negative-flow", at: place,
                ["from": from.shown, "to": to.shown, "found": Decimals.text(value)])
        case .negativeOutput(let industry, let value):
            Fault("io-negative-output", at: place, ["industry": industry.shown, "found": Decimals.text(value)])
        case .inputsWithoutOutput(let industry):
            Fault("io-inputs-without-output", at: place, ["industry": industry.shown])
        case .salesWithoutOutput(let industry):
            Fault("io-sales-without-output", at: place, ["industry": industry.shown])
        case .singular(let industry, let sum):
            Fault("io-singular", at: place, ["industry": industry.shown, "found": Decimals.text(sum)])
        case .unproductive(let industries, let largest, let sum):
            Fault(
                "io-unproductive", at: place,
                [
                    "industries": industries.prefix(5).map(\.shown).joined(separator: ", ")
                        + (industries.count > 5 ? ", …" : ""),
                    "industry": largest.shown, "found": Decimals.text(sum),
                ])
        case .noPopulation(let area): Fault("io-no-population", at: place, ["area": [area].shown])
        case .noIncome(let area): Fault("io-no-income", at: place, ["area": [area].shown])
        case .closureUnproductive(let share):
            Fault("io-closure", at: place, ["found": Decimals.text(share)])
        case .construction(let fault): Self.construction(fault, at: place)
        case .negativeFlowInPaths, .otherClassification, .otherUnit, .incompleteFactors, .noDemandLevel,
            .unbalancedColumn, .noTrade:
            comparison(fault, at: place)
        case .scenario(let fault): ScenarioFaultTexts.fault(fault, at: place)
        }
    }
}
