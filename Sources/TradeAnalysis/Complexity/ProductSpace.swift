public import LinearAlgebra

/// How near products are to each other, and areas to products.
///
/// Proximity phi_pp' = (M'M)_pp' / max(k_p, k_p'), the smaller of the two conditional probabilities.
/// Density w_cp = sum_p' M_cp' phi_pp' / sum_p' phi_pp', with the diagonal unless it is left out.
/// Holds: proximity is symmetric with a diagonal of ones, density lies in 0 ... 1.
/// Source: Hidalgo, Klinger, Barabási, Hausmann, "The product space conditions the development of nations", Science (2007).
public struct ProductSpace: Hashable, Sendable {
    /// The network.
    public let network: AdvantageNetwork
    /// phi, products by products.
    public let proximity: Matrix
    /// w, areas by products.
    public let density: Matrix
    /// sum_p' phi_pp', the weight of the surroundings of each product.
    public let surroundings: [Double]
    /// Whether a product counts among its own surroundings.
    public let hasDiagonal: Bool

    /// Computes proximity and density.
    ///
    /// - Throws: `TradeFaults` only if the system's library fails.
    public init(_ network: AdvantageNetwork, withoutDiagonal: Bool = false) throws(TradeFaults) {
        self.network = network
        hasDiagonal = !withoutDiagonal
        let ubiquity = network.ubiquity
        do throws(LinearAlgebraError) {
            var shared = try network.members.transposed.multiplied(by: network.members)
            let count = ubiquity.count
            for row in 0..<count {
                for column in 0..<count { shared[row, column] /= max(ubiquity[row], ubiquity[column]) }
            }
            proximity = shared
            let own = withoutDiagonal ? 1.0 : 0
            let sums = shared.rowSums.map { $0 - own }
            surroundings = sums
            let near = try network.members.multiplied(by: shared)
            density = Matrix(rows: near.rows, columns: near.columns) { area, product in
                guard sums[product] > 0 else { return 0 }
                return (near[area, product] - own * network.members[area, product]) / sums[product]
            }
        } catch {
            throw TradeFaults([.noConvergence])
        }
    }
}

extension ProductSpace {
    /// 1 - w, areas by products.
    public var distance: Matrix {
        Matrix(rows: density.rows, columns: density.columns) { 1 - density[$0, $1] }
    }
}

/// What an area could gain (COI) and what each product would open to it (COG).
public struct ComplexityOutlook: Hashable, Sendable {
    /// Which published convention is followed.
    public enum Convention: String, Hashable, Sendable, CaseIterable {
        /// The text of the Atlas, with PCI in units of ECI.
        case atlas
        /// The vector q with the ubiquity-weighted mean zero, COI as standard scores, COG without what the product itself is
        /// worth and divided by the deviation of k', as in py-ecomplexity.
        case rawCentred
    }

    /// COI_c = sum_p (1 - M_cp) w_cp PCI_p.
    public let index: [Double]
    /// COG_cp = (1 - M_cp) [sum_p' phi_pp'/sum_p'' phi_p''p' (1 - M_cp') PCI_p' - w_cp PCI_p].
    public let gain: Matrix

    /// Computes both.
    ///
    /// - Throws: `TradeFaults` only if the system's library fails.
    public init(
        _ complexity: EconomicComplexity, _ space: ProductSpace, _ convention: Convention = .atlas
    ) throws(TradeFaults) {
        let members = space.network.members
        let isAtlas = convention == .atlas
        let worth = isAtlas ? complexity.products() : complexity.productVector
        let density = space.density
        let open = (0..<members.rows).map { area in
            (0..<members.columns).reduce(0.0) {
                $0 + (1 - members[area, $1]) * density[area, $1] * worth[$1]
            }
        }
        index = isAtlas ? open : Moments.standardised(open)
        let lacking = Matrix(rows: members.rows, columns: members.columns) { area, product in
            let sum = space.surroundings[product]
            return sum > 0 ? (1 - members[area, product]) * worth[product] / sum : 0
        }
        let own = space.hasDiagonal ? 0.0 : 1
        let unit = isAtlas ? 1 : Moments.deviation(complexity.areaVector)
        do throws(LinearAlgebraError) {
            let opened = try lacking.multiplied(by: space.proximity)
            gain = Matrix(rows: members.rows, columns: members.columns) { area, product in
                let near = opened[area, product] - own * lacking[area, product]
                let worthNow = isAtlas ? density[area, product] * worth[product] : 0
                return (1 - members[area, product]) * (near - worthNow) / unit
            }
        } catch {
            throw TradeFaults([.noConvergence])
        }
    }
}
