internal import LinearAlgebra

/// How complex the green products of each area are, and how near it is to those it lacks.
///
/// With PCI~ = PCI scaled to 0 ... 1 over all products and green products g:
/// GCI_c = sum_g M_cg PCI~_g; GCP_c = the mean of w_cg PCI~_g over green g with M_cg = 0, zero where there is none.
/// Source: Mealy and Teytelboym, "Economic complexity and the green economy", Research Policy 51 (2022), as recalled; the
/// formulas were not compared with the paper.
public struct GreenComplexity: Hashable, Sendable {
    /// GCI, in the order of the network's areas.
    public let index: [Double]
    /// GCI as standard scores, by the population's deviation.
    public let standardised: [Double]
    /// GCP, in the order of the network's areas.
    public let potential: [Double]
    /// What each area could make next: green products without advantage, the most promising first.
    public let frontier: [[Candidate]]
    /// What a reader should know.
    public let notices: [TradeNotice]

    /// A green product in which an area has no advantage.
    public struct Candidate: Hashable, Sendable {
        /// The product.
        public let product: String
        /// w_cg.
        public let density: Double
        /// PCI in units of ECI.
        public let complexity: Double
        /// PCI~ in 0 ... 1.
        public let scaledComplexity: Double
        /// Whether its density is above the median of all products the area lacks.
        public let isNear: Bool
        /// What it adds to the potential: w_cg PCI~_g.
        public var promise: Double { density * scaledComplexity }
    }

    /// Computes both indices.
    ///
    /// - Parameter green: the green products; those nobody has an advantage in are told.
    public init(_ complexity: EconomicComplexity, _ space: ProductSpace, green: [String]) {
        let network = space.network
        let worth = complexity.products()
        let least = worth.min() ?? 0
        let width = (worth.max() ?? 0) - least
        let scaled = worth.map { width > 0 ? ($0 - least) / width : 0 }
        let wanted = Set(green)
        let isGreen = network.products.map { wanted.contains($0) }
        var notices: [TradeNotice] = []
        let known = Set(network.products)
        let lost = green.filter { !known.contains($0) }
        if !lost.isEmpty { notices.append(.noTrade(lost)) }
        let places = network.products.indices.filter { isGreen[$0] }
        index = network.areas.indices.map { area in
            places.reduce(0) { $0 + network.members[area, $1] * scaled[$1] }
        }
        standardised = Moments.standardised(index)
        frontier = network.areas.indices.map { area in
            let lacking = network.products.indices.filter { network.members[area, $0] == 0 }
            let middle = Self.median(lacking.map { space.density[area, $0] })
            return lacking.filter { isGreen[$0] }.map { product in
                let density = space.density[area, product]
                return Candidate(
                    product: network.products[product], density: density, complexity: worth[product],
                    scaledComplexity: scaled[product], isNear: density > middle)
            }.sorted { ($1.promise, $0.product) < ($0.promise, $1.product) }
        }
        potential = frontier.map { $0.isEmpty ? 0 : $0.reduce(0) { $0 + $1.promise } / Double($0.count) }
        if !places.isEmpty {
            notices += zip(network.areas, frontier).filter { $1.isEmpty }.map { .allGreen(area: $0.0) }
        }
        self.notices = notices
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}

extension TradeMatrix {
    /// Green advantage (G_c/X_c)/(G/X) of each area; `nil` where it sells nothing or nobody sells green products.
    public func greenAdvantage(_ green: Set<String>) -> [Double?] {
        let places = products.indices.filter { green.contains(products[$0]) }
        let world = places.reduce(0) { $0 + productTotals[$1] } / total
        return areas.indices.map { area in
            guard areaTotals[area] > 0, world > 0 else { return nil }
            return places.reduce(0) { $0 + values[area, $1] } / areaTotals[area] / world
        }
    }

    /// The share of green products in what each area sells; `nil` where it sells nothing.
    public func greenShare(_ green: Set<String>) -> [Double?] {
        let places = products.indices.filter { green.contains(products[$0]) }
        return areas.indices.map { area in
            areaTotals[area] > 0 ? places.reduce(0) { $0 + values[area, $1] } / areaTotals[area] : nil
        }
    }
}
