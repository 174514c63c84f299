import Declarations
import InputOutput
import StatisticalData

/// Which national table a study takes and how a region is estimated from it.
public struct RegionalTableChoice: Codable, Hashable, Sendable {
    /// The folder of the national table in the workspace.
    public let folder: String
    /// The year of the table.
    public let year: Int
    /// The location quotient.
    public let method: Method
    /// The deltas that are tried; results are those of the middle one.
    public let delta: Deltas
    /// The share of each category of national final demand that the region buys; categories left out it does not have.
    public let demand: [String: Double]

    /// A location quotient with a delta.
    public enum Method: String, Codable, CaseIterable, Sendable {
        /// Flegg & Webber (1997).
        case flq
        /// Flegg & Webber (2000).
        case aflq
    }

    /// A range of deltas.
    public struct Deltas: Codable, Hashable, Sendable {
        /// The first.
        public let from: Double
        /// The last.
        public let to: Double
        /// The step.
        public let step: Double
    }

    /// The period of the table.
    var period: Period { .year(year) }

    /// All deltas, in rising order.
    var deltas: [Double] { RegionalisationSweep.deltas(from: delta.from, to: delta.to, by: delta.step) }

    /// The middle one, of which results are told.
    var middle: Int { (deltas.count - 1) / 2 }

    /// The method with a delta.
    func quotient(_ delta: Double) -> LocationQuotientMethod {
        method == .flq ? .flegg(delta: delta) : .augmentedFlegg(delta: delta)
    }

    /// Checks what is declared.
    func check(_ study: Study, into collector: inout FaultCollector) {
        for (key, value) in [("from", delta.from), ("to", delta.to)] where !(value >= 0 && value < 1) {
            collector.add(.assumptionRange("delta", value, "0", "1", at: study.place(of: "table", "delta", key)))
        }
        if deltas.isEmpty || deltas.count > 100 {
            collector.add(.deltaSteps(deltas.count, at: study.place(of: "table", "delta")))
        }
        for (category, share) in demand.sorted(by: { $0.key < $1.key }) where !(share >= 0 && share <= 1) {
            collector.add(.assumptionRange(category, share, "0", "1", at: study.place(of: "table", "demand", category)))
        }
    }
}

extension Schema {
    /// The keys of a regional table.
    static let regionalTable = Schema.mapping([
        .required("folder", .text), .required("year", .integer),
        .required("method", .word(RegionalTableChoice.Method.allCases.map(\.rawValue))),
        .required(
            "delta", .mapping([.required("from", .number), .required("to", .number), .required("step", .number)])),
        .required("demand", .dictionary(.number)),
    ])
}
