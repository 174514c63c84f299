/// A unit with its dimension, so that figures can be converted and nonsense refused.
///
/// Written as statistics write it: an optional power of ten, a symbol with an optional power, `per` or `/` between:
/// `10^4 tce`, `10^8 m3`, `ug/m3`, `t CO2 per 10^4 yuan`, `10^4 mu`, `%`, `1`.
public struct UnitOfMeasure: Hashable, Sendable, CustomStringConvertible {
    /// The unit as it was written.
    public let symbol: String
    /// What it measures.
    public let dimension: Dimension
    /// With `exponent`: one of this unit is `mantissa` x 10^`exponent` base units.
    let mantissa: Double
    let exponent: Int

    init(symbol: String, dimension: Dimension, mantissa: Double, exponent: Int) {
        self.symbol = symbol
        self.dimension = dimension
        self.mantissa = mantissa
        self.exponent = exponent
    }

    /// Per cent.
    public static let percent = UnitOfMeasure(symbol: "%", dimension: .none, mantissa: 1, exponent: -2)
    /// The pure number one.
    public static let one = UnitOfMeasure(symbol: "1", dimension: .none, mantissa: 1, exponent: 0)
    /// Points of an index.
    public static let points = UnitOfMeasure(symbol: "points", dimension: [.indexPoint: 1], mantissa: 1, exponent: 0)

    /// The unit as it was written.
    public var description: String { symbol }

    /// `value` of this unit expressed in `other`; `nil` when the two measure different things.
    ///
    /// Powers of ten are applied exactly: 71,300 of 10^8 yuan are exactly 7.13 of 10^12 yuan.
    public func convert(_ value: Double, to other: UnitOfMeasure) -> Double? {
        guard dimension == other.dimension else { return nil }
        let scaled = mantissa == other.mantissa ? value : value * mantissa / other.mantissa
        return Decimals.scale(scaled, by: exponent - other.exponent)
    }
}

extension UnitOfMeasure: Codable {
    /// Decodes the written form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let unit = UnitOfMeasure(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a unit: \(text)")
        }
        self = unit
    }

    /// Encodes the written form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(symbol)
    }
}
