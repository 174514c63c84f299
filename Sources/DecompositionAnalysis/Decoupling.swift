/// How a pressure changes beside what drives it: Tapio's elasticity with its eight states, and the factor of the OECD.
///
/// e = (dC/C^0)/(dG/G^0), C the pressure, G the driver in constant prices. Papers differ on the bounds; here 0 belongs
/// to weak, 0.8 and 1.2 to coupling, within a tolerance of 1e-9. Source: Tapio (2005), Transport Policy 12:137-151.
/// OECD (2002): ratio = (C/G)^T/(C/G)^0, factor = 1 - ratio, above 0 when decoupled.
public struct Decoupling: Hashable, Sendable {
    /// Relative change of the pressure.
    public let pressureChange: Double
    /// Relative change of the driver.
    public let driverChange: Double
    /// The elasticity; `nil` without growth.
    public let elasticity: Double?
    /// The state; `nil` without growth.
    public let state: State?
    /// Intensity at the end over intensity at the start.
    public let ratio: Double
    /// Whether the driver changed so little that the elasticity is unstable.
    public let isUnstable: Bool

    /// 1 - ratio: above 0 when decoupled.
    public var factor: Double { 1 - ratio }

    /// Tapio's states.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// The driver grows, the pressure falls.
        case strongDecoupling = "strong decoupling"
        /// Both grow, the pressure more slowly.
        case weakDecoupling = "weak decoupling"
        /// Both grow alike.
        case expansiveCoupling = "expansive coupling"
        /// Both grow, the pressure faster.
        case expansiveNegativeDecoupling = "expansive negative decoupling"
        /// The driver falls, the pressure grows.
        case strongNegativeDecoupling = "strong negative decoupling"
        /// Both fall, the pressure more slowly.
        case weakNegativeDecoupling = "weak negative decoupling"
        /// Both fall alike.
        case recessiveCoupling = "recessive coupling"
        /// Both fall, the pressure faster.
        case recessiveDecoupling = "recessive decoupling"
    }

    /// Where states begin and end.
    public struct Bounds: Hashable, Sendable {
        /// Coupling from here.
        public var lower: Double
        /// Coupling up to here.
        public var upper: Double
        /// A relative change of the driver below this makes the elasticity unstable.
        public var nearZero: Double

        /// Tapio's bounds, and half a per cent.
        public init(lower: Double = 0.8, upper: Double = 1.2, nearZero: Double = 0.005) {
            self.lower = lower
            self.upper = upper
            self.nearZero = nearZero
        }
    }

    /// Compares a pressure and a driver at two moments.
    ///
    /// - Returns: `nil` unless both are above zero at the first moment and all are finite numbers; the ratio needs a
    ///   driver above zero at the last moment too.
    public init?(
        pressure: (start: Double, end: Double), driver: (start: Double, end: Double), bounds: Bounds = Bounds()
    ) {
        guard pressure.start > 0, driver.start > 0, driver.end > 0 else { return nil }
        pressureChange = (pressure.end - pressure.start) / pressure.start
        driverChange = (driver.end - driver.start) / driver.start
        ratio = (pressure.end / driver.end) / (pressure.start / driver.start)
        guard pressureChange.isFinite, driverChange.isFinite, ratio.isFinite else { return nil }
        isUnstable = abs(driverChange) < bounds.nearZero
        // A change of the pressure of zero would make -0 of a falling driver.
        let quotient = pressureChange == 0 ? 0 : pressureChange / driverChange
        elasticity = driverChange == 0 || !quotient.isFinite ? nil : quotient
        state = elasticity.map { Self.state($0, grows: driver.end > driver.start, bounds) }
    }

    /// The state of an elasticity while the driver grows or falls.
    public static func state(_ elasticity: Double, grows: Bool, _ bounds: Bounds = Bounds()) -> State {
        if elasticity < -tolerance { return grows ? .strongDecoupling : .strongNegativeDecoupling }
        if elasticity < bounds.lower - tolerance { return grows ? .weakDecoupling : .weakNegativeDecoupling }
        if elasticity <= bounds.upper + tolerance { return grows ? .expansiveCoupling : .recessiveCoupling }
        return grows ? .expansiveNegativeDecoupling : .recessiveDecoupling
    }

    /// Bounds are met within this.
    static let tolerance = 1e-9
}

extension Decomposition {
    /// What each factor adds to the elasticity of the total: e_k = (dV_k/V^0)/(dG/G^0); they sum to the elasticity.
    /// `nil` for multiplicative effects, a driver that does not grow, or a total or driver not above zero at first.
    public func elasticities(driver: (start: Double, end: Double)) -> (parts: [Double], total: Double)? {
        guard !method.isMultiplicative, start > 0, driver.start > 0, driver.end != driver.start else { return nil }
        let growth = (driver.end - driver.start) / driver.start
        let parts = effects.map { $0 / start / growth }
        return parts.allSatisfy(\.isFinite) ? (parts, total / start / growth) : nil
    }
}
