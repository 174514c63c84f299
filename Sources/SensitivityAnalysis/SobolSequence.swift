/// The Sobol' sequence with the direction numbers of Joe and Kuo (2008), any point at once, up to 256 dimensions.
///
/// Coordinate j of point i is the exclusive-or of the direction numbers v_j,b over the bits b of the Gray code
/// i xor (i >> 1); v_j,b = m_j,b / 2^b, and m follows the recurrence of the dimension's primitive polynomial.
/// The first points in four dimensions are 0; 1/2; (3/4, 1/4, 1/4, 1/4); (1/4, 3/4, 3/4, 3/4). The first point is kept.
/// - Holds: in the first 2^m points every elementary interval of volume 2^(t - m) holds 2^t points, t = sum of
///   (degree - 1) over the dimensions at most; also after scrambling. Each single dimension is balanced perfectly.
/// - Does not hold: good balance in many dimensions together for few points, nor for numbers of points that are not
///   powers of two.
///
/// Source: Sobol' (1967); Joe and Kuo, SIAM J. Sci. Comput. 30 (2008); scrambling: see `SamplingMethod.Scrambling`.
public struct SobolSequence: Sendable {
    /// The greatest number of dimensions.
    public static let maximumDimensions = SobolDirectionNumbers.dimensions

    /// The number of dimensions.
    public let dimensions: Int
    private let directions: [UInt32]
    private let scrambler: SobolScrambler

    /// The sequence in the unit cube of the given dimension.
    /// - Throws: `tooManyDimensions`.
    public init(
        dimensions: Int, scrambling: SamplingMethod.Scrambling = .owen, seed: UInt64 = 0
    ) throws(SensitivityFault) {
        guard dimensions <= Self.maximumDimensions else {
            throw .tooManyDimensions(wanted: dimensions, maximum: Self.maximumDimensions)
        }
        self.dimensions = dimensions
        directions = Self.directions(dimensions)
        scrambler = SobolScrambler(scrambling: scrambling, seed: seed)
    }

    /// All coordinates of point `index`, in 0 ..< 2^32.
    public func point(_ index: Int) -> [Double] {
        (0..<dimensions).map { coordinate($0, ofPoint: index) }
    }

    /// One coordinate of point `index`, in 0 ..< 2^32.
    public func coordinate(_ dimension: Int, ofPoint index: Int) -> Double {
        scrambler.unitValue(digits(dimension, UInt32(index)), dimension)
    }

    private func digits(_ dimension: Int, _ index: UInt32) -> UInt32 {
        var gray = index ^ (index >> 1)
        var digits: UInt32 = 0
        while gray != 0 {
            digits ^= directions[dimension * 32 + gray.trailingZeroBitCount]
            gray &= gray - 1
        }
        return digits
    }

    private static func directions(_ dimensions: Int) -> [UInt32] {
        var all = (0..<32).map { UInt32(1) << (31 - UInt32($0)) }
        var position = 0
        for _ in 1..<max(1, dimensions) {
            let polynomial = SobolDirectionNumbers.table[position]
            let degree = 15 - polynomial.leadingZeroBitCount
            let initial = SobolDirectionNumbers.table[position + 1...position + degree]
            all += extended(initial.map(UInt32.init), polynomial: UInt32(polynomial))
            position += degree + 1
        }
        return all
    }

    /// v_b = a_1 v_(b-1) xor ... xor a_(s-1) v_(b-s+1) xor v_(b-s) xor (v_(b-s) >> s).
    private static func extended(_ initial: [UInt32], polynomial: UInt32) -> [UInt32] {
        let degree = initial.count
        var v = initial.indices.map { initial[$0] << (31 - UInt32($0)) }
        for b in degree..<32 {
            var next = v[b - degree] ^ (v[b - degree] >> UInt32(degree))
            for k in 1..<max(1, degree) where polynomial >> UInt32(degree - k) & 1 == 1 {
                next ^= v[b - k]
            }
            v.append(next)
        }
        return v
    }
}
