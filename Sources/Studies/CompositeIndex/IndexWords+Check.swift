import CompositeIndicators
import StatisticalData

extension CompositeIndexStudy {
    /// Checks the words and numbers of the steps and of what is varied; every fault at its own key.
    func checkWords(_ study: Study, areas: [Area], into collector: inout FaultCollector) {
        let groups = Self.groups(areas)
        func check(_ path: [String], _ body: () throws -> Void) {
            let place = study.place(of: path)
            do {
                try body()
            } catch let error as IndexWords.Unknown {
                collector.add(.unknownStep(error, at: place))
            } catch let fault as Fault {
                collector.add(Fault(fault.code, at: place, fault.arguments))
            } catch {
                collector.add(contentsOf: IndexFaults.faults(error, at: place))
            }
        }
        let steps = steps ?? .none
        check(["steps", "impute"]) { _ = try steps.impute.map { try IndexWords.imputation($0, groups: groups) } }
        check(["steps", "treat"]) { _ = try steps.treat.map { try IndexWords.treatment($0) } }
        check(["steps", "normalise"]) { _ = try IndexWords.normalisation(steps.normalisation) }
        check(["steps", "weights"]) {
            if steps.weightFile == nil { _ = try steps.weights.map { try IndexWords.weights($0) } }
        }
        check(["steps", "aggregate"]) { _ = try steps.aggregate.map { try IndexWords.aggregations($0) } }
        check(["uncertainty", "vary"]) {
            _ = try uncertainty.map { try IndexWords.choices($0.words, groups: groups) }
        }
        checkNumbers(study, into: &collector)
        checkForced(study, areas: areas, into: &collector)
        checkGoalposts(study, into: &collector)
    }

    private func checkNumbers(_ study: Study, into collector: inout FaultCollector) {
        func check(_ value: Double?, within range: ClosedRange<Double>, _ path: String...) {
            guard let value, !range.contains(value) else { return }
            collector.add(.outOfRange(value, range, at: study.place(of: path)))
        }
        check(steps?.screen, within: 0...1, "steps", "screen")
        check(steps?.screenZeros, within: 0...1, "steps", "screen-zeros")
        check(steps?.threshold, within: 0...1, "steps", "threshold")
        check(uncertainty.map { Double($0.runs) }, within: 1...100_000, "uncertainty", "runs")
        check(uncertainty?.top.map { Double($0) }, within: 1...10_000, "uncertainty", "top")
        check(uncertainty?.sensitivity.map { Double($0) }, within: 2...16_384, "uncertainty", "sensitivity")
        check(lift.map { Double($0.places) }, within: 1...10_000, "lift", "places")
        check(lift?.within, within: 0...1, "lift", "within")
        if let lower = lift?.lower, let upper = lift?.upper, lower > upper {
            collector.add(
                .outOfRange(upper, lower...Double.greatestFiniteMagnitude, at: study.place(of: "lift", "upper")))
        }
    }

    /// What areas can be grouped by when missing figures are filled in: the area above, the level, the sea coast.
    static func groups(_ areas: [Area]) -> [String: [String?]] {
        [
            "parent": areas.map { $0.parent?.rawValue }, "level": areas.map(\.level),
            "coastal": areas.map { area in area.isCoastal.map { $0 ? "yes" : "no" } },
        ]
    }
}

extension Fault {
    static func unknownStep(_ found: IndexWords.Unknown, at place: Place) -> Fault {
        Fault("study-unknown-step", at: place, ["found": String(found.word.prefix(80)), "step": found.step])
    }

    static func outOfRange(_ found: Double, _ range: ClosedRange<Double>, at place: Place) -> Fault {
        Fault(
            "study-out-of-range", at: place,
            [
                "found": Decimals.text(found), "lower": Decimals.text(range.lowerBound),
                "upper": Decimals.text(range.upperBound),
            ])
    }
}
