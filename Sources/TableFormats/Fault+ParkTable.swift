public import StatisticalData
public import TargetTracking

/// Faults of lists of benchmarks and of the values of parks.
extension Fault {
    static func parkNoRows(file: String) -> Fault {
        Fault("parks-no-rows", at: Place(file: file))
    }

    static func parkRepeated(_ found: String, line: Int, at place: Place) -> Fault {
        Fault("parks-repeated", at: place, ["found": found.clipped, "line": String(line)])
    }

    static func parkUnknown(_ found: String, nearest: String?, at place: Place) -> Fault {
        Fault("parks-unknown-indicator", at: place, ["found": found.clipped, "nearest": nearest ?? "-"])
    }

    /// An indicator said not to apply without a reason, a warning.
    static func parkReason(_ indicator: String, at place: Place) -> Fault {
        Fault("parks-no-reason", at: place, severity: .warning, ["element": indicator.clipped])
    }

    static func parkCost(_ found: Double, at place: Place) -> Fault {
        Fault("parks-cost", at: place, ["found": Decimals.text(found)])
    }

    static func parkDate(_ found: String, at place: Place) -> Fault {
        Fault("parks-date", at: place, ["found": found.clipped])
    }

    /// An intended value that is worse than the current one, and nothing explains it.
    static func parkWorse(_ park: String, _ indicator: String, at place: Place) -> Fault {
        Fault("parks-intended-worse", at: place, ["park": park.clipped, "element": indicator.clipped])
    }

    /// Values that are to become better without measure, owner and date, a warning.
    static func parkWithoutPlan(_ park: String, _ indicators: [String], at place: Place) -> Fault {
        Fault(
            "parks-without-plan", at: place, severity: .warning,
            ["park": park.clipped, "elements": indicators.joined(separator: ", ")])
    }
}

extension ParkTable {
    /// A park set against the list: as it is, and as it is to be where the table tells that.
    public struct Assessed: Sendable {
        /// The park.
        public let park: Park
        /// The current state.
        public let current: ThresholdFramework.Assessment
        /// The intended state; `nil` where the table tells none.
        public let intended: ThresholdFramework.Assessment?
    }

    /// Sets every park against the list.
    ///
    /// - Parameter file: the name of the table in faults.
    /// - Returns: the parks, and warnings on values that are to become better without measure, owner and date.
    /// - Throws: `Faults` with every intended value that is worse than the current one without explanation.
    public func assess(
        by framework: ThresholdFramework, file: String
    ) throws(Faults) -> (parks: [Assessed], warnings: [Fault]) {
        var assessed: [Assessed] = []
        var (faults, warnings): ([Fault], [Fault]) = ([], [])
        for park in parks {
            do throws(ThresholdFaults) {
                guard hasIntended else {
                    assessed.append(
                        Assessed(park: park, current: try framework.assess(park.current), intended: nil))
                    continue
                }
                let found = try framework.compare(
                    current: park.current, intended: park.intended, intentions: park.intentions)
                assessed.append(Assessed(park: park, current: found.current, intended: found.intended))
                if !found.withoutPlan.isEmpty {
                    warnings.append(.parkWithoutPlan(park.code, found.withoutPlan, at: Place(file: file)))
                }
            } catch {
                faults += error.list.map { Self.fault($0, of: park, file: file) }
            }
        }
        if !faults.isEmpty { throw Faults(faults) }
        return (assessed, warnings)
    }

    /// The only fault that a table that was read can still have is an intended value that is worse.
    private static func fault(_ fault: ThresholdFault, of park: Park, file: String) -> Fault {
        switch fault {
        case .intendedWorse(let indicator):
            .parkWorse(park.code, indicator, at: park.rows[indicator]?.place ?? Place(file: file))
        case .duplicateIndicator(let indicator), .invalidBenchmark(let indicator), .unknownIndicator(let indicator),
            .notFinite(let indicator), .wrongKind(let indicator), .reasonMissing(let indicator):
            .parkUnknown(indicator, nearest: nil, at: park.rows[indicator]?.place ?? Place(file: file))
        case .noIndicators:
            .parkNoRows(file: file)
        }
    }
}
