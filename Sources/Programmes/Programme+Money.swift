public import StatisticalData

/// Money of one kind in one currency.
public struct MoneySum: Hashable, Sendable {
    /// The activity; `nil` for the programme as a whole.
    public let activity: Activity.ID?
    /// The currency.
    public let currency: String
    /// The sums by kind; a kind without rows is missing, not zero.
    public let amounts: [MoneyFlow.Kind: Double]
    /// Whether any of it is illustrative.
    public let isIllustrative: Bool

    /// Expenditure and disbursements as a share of the budget; `nil` without a budget or a row of them.
    public var spentShare: Double? {
        let spent = [amounts[.expenditure], amounts[.disbursement]].compactMap { $0 }
        guard let budget = amounts[.budget], budget > 0, !spent.isEmpty else { return nil }
        return spent.reduce(0, +) / budget
    }

    /// What the plan needs and nobody has committed; `nil` where no need is stated.
    public var uncommitted: Double? {
        amounts[.need].map { $0 - (amounts[.commitment] ?? 0) }
    }
}

extension Programme {
    /// Money by activity and currency; amounts of different currencies are never added.
    public var moneySums: [MoneySum] {
        sums(money) { $0.activity }
    }

    /// Money of the whole programme by currency: its own rows and those of its activities.
    public var moneyTotals: [MoneySum] {
        sums(money) { _ in nil }
    }

    private func sums(_ flows: [MoneyFlow], of activity: (MoneyFlow) -> Activity.ID?) -> [MoneySum] {
        struct Key: Hashable {
            let activity: Activity.ID?
            let currency: String
        }
        return Dictionary(grouping: flows) { Key(activity: activity($0), currency: $0.currency) }
            .map { key, flows in
                var amounts: [MoneyFlow.Kind: Double] = [:]
                for flow in flows { amounts[flow.kind, default: 0] += flow.amount }
                return MoneySum(
                    activity: key.activity, currency: key.currency, amounts: amounts,
                    isIllustrative: flows.contains { $0.basis == .illustrative })
            }
            .sorted { ($0.activity?.rawValue ?? "", $0.currency) < ($1.activity?.rawValue ?? "", $1.currency) }
    }
}
