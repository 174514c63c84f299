public import CompositeIndicators
import Declarations
public import StatisticalData

extension CompositeIndexStudy {
    /// Several periods of the same index.
    public struct Panel: Codable, Hashable, Sendable {
        /// The periods, the one of the study among them.
        public let periods: [Period]
        /// Over which figures scores are made: those of all periods together, or each period for itself.
        public let scale: IndexChange.Scale
        /// Two periods whose indices are compared.
        public let change: Change?

        /// Two periods.
        public struct Change: Codable, Hashable, Sendable {
            /// The earlier one.
            public let from: Period
            /// The later one.
            public let to: Period
        }
    }

    /// The periods computed, that of the study first.
    var periods: [Period] { [period] + (panel?.periods ?? []).filter { $0 != period } }

    /// Periods are named once and hold that of the study and those compared; what looks at one period alone needs scores
    /// that rest on it alone.
    func checkPanel(_ study: Study, into collector: inout FaultCollector) {
        guard let panel else { return }
        let place = study.place(of: "panel", "periods")
        if panel.periods.count < 2 || Set(panel.periods).count < panel.periods.count {
            collector.add(Fault("study-panel-periods", at: place))
        }
        let wanted =
            [("period", period, study.place(of: "period"))]
            + (panel.change.map { change in
                [("from", change.from), ("to", change.to)].map { ($0, $1, study.place(of: "panel", "change", $0)) }
            } ?? [])
        for (_, period, place) in wanted where !panel.periods.contains(period) {
            collector.add(
                Fault(
                    "study-panel-period", at: place,
                    [
                        "found": period.description,
                        "expected": panel.periods.map(\.description).joined(separator: ", "),
                    ]))
        }
        if let change = panel.change, !(change.from < change.to) {
            collector.add(
                Fault(
                    "study-panel-order", at: study.place(of: "panel", "change"),
                    ["from": change.from.description, "to": change.to.description]))
        }
        let alone = [("uncertainty", uncertainty != nil), ("lift", lift != nil)].filter(\.1).map(\.0)
        for key in alone where panel.scale == .pooled {
            collector.add(Fault("study-panel-pooled", at: study.place(of: key), ["found": key]))
        }
        if panel.change != nil, panel.scale == .byTime, weighsByScores {
            collector.add(
                Fault(
                    "study-panel-weights", at: study.place(of: "panel", "change"), ["found": steps?.weights ?? "-"]))
        }
    }

    /// Whether weights are worked out from scores, so that each period may have its own.
    var weighsByScores: Bool {
        guard let steps, steps.weightFile == nil, let word = steps.weights,
            let weights = try? IndexWords.weights(word)
        else { return false }
        return weights != .original && weights != .equal
    }
}

extension Schema {
    static let indexPanel = Schema.mapping([
        .required("periods", .list(.period)),
        .required("scale", .word(IndexChange.Scale.allCases.map(\.rawValue))),
        .optional("change", .mapping([.required("from", .period), .required("to", .period)])),
    ])
}
