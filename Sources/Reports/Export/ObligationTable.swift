public import Responsibilities
import StatisticalData

extension OutputTable {
    /// What is owed as a table other programs read: one row a responsibility and period.
    public init(_ obligations: [Obligation]) {
        self.init(
            header: [
                "id", "owner_en", "owner_zh", "indicator", "area", "period", "due", "status", "delivered_on",
                "days_late",
                "trust", "source",
            ],
            rows: obligations.map { obligation in
                let owed = obligation.responsibility
                return [
                    .word(owed.id), .word(owed.owner?.en ?? ""), .word(owed.owner?.zh ?? ""),
                    .word(owed.indicator?.rawValue ?? ""), .word(owed.area.rawValue),
                    .word(obligation.period.description), .word(obligation.due.description),
                    .word(obligation.status.rawValue), .word(obligation.delivery?.knownOn.description ?? ""),
                    .number(obligation.daysLate.map(Double.init)), .word(owed.trust.rawValue),
                    .word(owed.source?.rawValue ?? ""),
                ]
            })
    }

    /// The ids of the rules on which obligations rest and which could not be verified, in their order.
    public static func unverifiedRules(of obligations: [Obligation]) -> [String] {
        var seen: Set<String> = []
        return obligations.map(\.responsibility).filter { $0.trust == .unverified && seen.insert($0.id).inserted }
            .map(\.id)
    }
}
