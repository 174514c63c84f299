/// What an area sells to groups of partners, and how much of it is green.
public struct PartnerTable: Hashable, Sendable {
    /// The group of partners that are in none.
    public static let ungrouped = "ungrouped"
    /// The group of all partners.
    public static let all = "all"

    /// Sales of a product to a partner in a year.
    public struct Sale: Hashable, Sendable {
        /// The year.
        public var year: Int
        /// The partner.
        public var partner: String
        /// The product.
        public var product: String
        /// The value, zero or more.
        public var value: Double

        /// A sale.
        public init(year: Int, partner: String, product: String, value: Double) {
            self.year = year
            self.partner = partner
            self.product = product
            self.value = value
        }
    }

    /// A partner's membership of a group, in all years or some.
    public struct Membership: Hashable, Sendable {
        /// The partner.
        public var partner: String
        /// The group.
        public var group: String
        /// The first and last year; `nil` for no end.
        public var from, to: Int?

        /// A membership.
        public init(partner: String, group: String, from: Int? = nil, to: Int? = nil) {
            self.partner = partner
            self.group = group
            self.from = from
            self.to = to
        }

        func holds(in year: Int) -> Bool { (from ?? year) <= year && year <= (to ?? year) }
    }

    /// A group in a year.
    public struct Row: Hashable, Sendable {
        /// The year.
        public let year: Int
        /// The group; `all` for all partners, `ungrouped` for those in none.
        public let group: String
        /// All sales.
        public let total: Double
        /// Sales of codes of the list, taken whole: the upper end.
        public let green: Double
        /// The same, each times its share in the code: the lower end.
        public let greenByShare: Double
        /// green/total; `nil` without sales.
        public let greenShare: Double?
        /// green of the green of all partners; `nil` where that is zero.
        public let shareOfGreen: Double?
        /// sum of squared shares of the group's partners in its green sales; `nil` without any.
        public let concentration: Double?
    }

    /// The rows: by year, the groups in the order given, then `ungrouped` if there is one, then `all`.
    public let rows: [Row]

    /// Sums sales.
    ///
    /// A partner in two groups counts in both; `all` is summed from the sales, not from groups.
    /// - Parameter green: the codes of the list with their shares in the code, 1 where none is known.
    /// - Throws: `TradeFaults` for negative values and shares outside 0 ... 1.
    public init(_ sales: [Sale], groups: [Membership], green: [String: Double]) throws(TradeFaults) {
        var faults: [TradeFault] = sales.filter { !($0.value >= 0 && $0.value.isFinite) }.map {
            .negative(area: $0.partner, product: $0.product, $0.value)
        }
        faults += green.sorted { $0.key < $1.key }.filter { !(0...1).contains($0.value) }.map { .share($0, $1) }
        if sales.isEmpty { faults.append(.empty) }
        try faults.throwIfAny()
        var names: [String] = []
        for member in groups where !names.contains(member.group) { names.append(member.group) }
        var rows: [Row] = []
        for year in Set(sales.map(\.year)).sorted() {
            let here = sales.filter { $0.year == year }
            var members: [String: Set<String>] = [:]
            for member in groups where member.holds(in: year) {
                members[member.group, default: []].insert(member.partner)
            }
            let grouped = members.values.reduce(into: Set<String>()) { $0.formUnion($1) }
            let greenOfAll = Self.sum(here, green).whole
            var parts = names.map { name in (name, here.filter { members[name]?.contains($0.partner) == true }) }
            let rest = here.filter { !grouped.contains($0.partner) }
            if !rest.isEmpty { parts.append((Self.ungrouped, rest)) }
            parts.append((Self.all, here))
            rows += parts.map { Self.row(year, $0.0, $0.1, green, greenOfAll) }
        }
        self.rows = rows
    }

    private static func sum(_ sales: [Sale], _ green: [String: Double]) -> (whole: Double, byShare: Double) {
        sales.reduce(into: (0, 0)) { sums, sale in
            guard let share = green[sale.product] else { return }
            sums.0 += sale.value
            sums.1 += sale.value * share
        }
    }

    private static func row(
        _ year: Int, _ group: String, _ sales: [Sale], _ green: [String: Double], _ greenOfAll: Double
    ) -> Row {
        let total = sales.reduce(0) { $0 + $1.value }
        let sums = sum(sales, green)
        var byPartner: [String: Double] = [:]
        for sale in sales where green[sale.product] != nil { byPartner[sale.partner, default: 0] += sale.value }
        let squares = byPartner.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
        return Row(
            year: year, group: group, total: total, green: sums.whole, greenByShare: sums.byShare,
            greenShare: total > 0 ? sums.whole / total : nil,
            shareOfGreen: greenOfAll > 0 ? sums.whole / greenOfAll : nil,
            concentration: sums.whole > 0 ? squares / (sums.whole * sums.whole) : nil)
    }
}
