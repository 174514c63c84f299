internal import LinearAlgebra

/// Complexity of areas (ECI) and products (PCI) by the eigenvector definition.
///
/// k is the second eigenvector of D_c^-1 M D_p^-1 M', computed on the smaller side from the symmetric matrix
/// D_c^-1/2 M D_p^-1 M' D_c^-1/2; q = D_p^-1 M' k. ECI = (k - mean k)/sd k with the population's deviation.
/// PCI in ECI units = (q - mean k')/sd k' with k' = D_c^-1 M q, so that an area's ECI is the mean PCI of its products.
/// The sign is that of a positive correlation of k with diversity.
/// - Does not hold: comparability over years; the index is relative to the areas and products of its table.
/// Source: Hausmann, Hidalgo et al., "The Atlas of Economic Complexity" (2014); Mealy, Farmer, Teytelboym (2019).
public struct EconomicComplexity: Hashable, Sendable {
    /// How values are scaled.
    public enum Scale: String, Hashable, Sendable, CaseIterable {
        /// ECI by the population's deviation, PCI in units of ECI.
        case population
        /// ECI and PCI each by the sample's deviation (n - 1).
        case sample
        /// PCI by its own mean and population's deviation.
        case own
    }

    /// The network it was computed on.
    public let network: AdvantageNetwork
    /// The first eigenvalues, largest first: 1, then the one that counts.
    public let eigenvalues: [Double]
    /// q, the raw vector of the products: its ubiquity-weighted mean is zero.
    public let productVector: [Double]
    /// k' = D_c^-1 M q, the raw vector of the areas.
    public let areaVector: [Double]
    /// What a reader should know.
    public let notices: [TradeNotice]

    /// Computes the vectors.
    ///
    /// - Throws: `TradeFaults` for a network in several parts, or one in which all areas are alike.
    public init(_ network: AdvantageNetwork) throws(TradeFaults) {
        let parts = network.parts
        guard parts.count == 1 else {
            let example = (parts.min { $0.count < $1.count } ?? []).prefix(3).joined(separator: ", ")
            throw TradeFaults([.disconnected(parts: parts.count, example: example)])
        }
        guard network.areas.count > 1, network.products.count > 1 else { throw TradeFaults([.noVariation]) }
        let scaled = Matrix(rows: network.areas.count, columns: network.products.count) { area, product in
            network.members[area, product] / (network.diversity[area] * network.ubiquity[product]).squareRoot()
        }
        let isByArea = network.areas.count <= network.products.count
        let side = isByArea ? scaled : scaled.transposed
        let eigen: SymmetricEigen
        do throws(LinearAlgebraError) {
            let product = try side.multiplied(by: side.transposed)
            let symmetric = Matrix(rows: side.rows, columns: side.rows) {
                $0 < $1 ? product[$0, $1] : product[$1, $0]
            }
            eigen = try SymmetricEigen(symmetric.elements, order: side.rows)
        } catch {
            throw TradeFaults([.noConvergence])
        }
        guard eigen.values[1] > 1e-12 else { throw TradeFaults([.noVariation]) }
        let own = zip(eigen.vectors[1], isByArea ? network.diversity : network.ubiquity).map { $0 / $1.squareRoot() }
        var products = isByArea ? network.productMeans(own) : own
        var areas = network.areaMeans(products)
        if Moments.covariance(areas, network.diversity) < 0 {
            products = products.map { -$0 }
            areas = areas.map { -$0 }
        }
        guard Moments.deviation(areas) > 0 else { throw TradeFaults([.noVariation]) }
        self.network = network
        eigenvalues = Array(eigen.values.prefix(3))
        productVector = products
        areaVector = areas
        var notices = network.notices
        if eigen.values.count > 2, eigen.values[1] - eigen.values[2] < 1e-6 * eigen.values[1] {
            notices.append(.notWellDetermined(second: eigen.values[1], third: eigen.values[2]))
        }
        self.notices = notices
    }

    /// ECI of each area of the network.
    public func areas(_ scale: Scale = .population) -> [Double] {
        Moments.standardised(areaVector, isSample: scale == .sample)
    }

    /// PCI of each product of the network.
    public func products(_ scale: Scale = .population) -> [Double] {
        guard scale == .population else { return Moments.standardised(productVector, isSample: scale == .sample) }
        let (mean, deviation) = (Moments.mean(areaVector), Moments.deviation(areaVector))
        return productVector.map { ($0 - mean) / deviation }
    }
}

extension AdvantageNetwork {
    /// D_p^-1 M' k: the mean over the areas of each product.
    func productMeans(_ values: [Double]) -> [Double] {
        var sums = Array(repeating: 0.0, count: products.count)
        for area in areas.indices {
            for product in products.indices { sums[product] += members[area, product] * values[area] }
        }
        return zip(sums, ubiquity).map { $0 / $1 }
    }

    /// D_c^-1 M q: the mean over the products of each area.
    func areaMeans(_ values: [Double]) -> [Double] {
        areas.indices.map { area in
            products.indices.reduce(0) { $0 + members[area, $1] * values[$1] } / diversity[area]
        }
    }
}

/// Mean, deviation and standard scores.
enum Moments {
    static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    static func deviation(_ values: [Double], isSample: Bool = false) -> Double {
        let mean = mean(values)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(isSample ? values.count - 1 : values.count)).squareRoot()
    }

    static func covariance(_ first: [Double], _ second: [Double]) -> Double {
        let (one, other) = (mean(first), mean(second))
        return zip(first, second).reduce(0) { $0 + ($1.0 - one) * ($1.1 - other) }
    }

    /// (x - mean)/sd; zeros where all are equal.
    static func standardised(_ values: [Double], isSample: Bool = false) -> [Double] {
        let (mean, deviation) = (mean(values), deviation(values, isSample: isSample))
        return values.map { deviation > 0 ? ($0 - mean) / deviation : 0 }
    }
}
