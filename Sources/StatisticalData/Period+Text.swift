extension Period: CustomStringConvertible {
    /// Reads the written form; `nil` for anything that is no period, such as `2019-13` or `2019/2016`.
    public init?(_ text: some StringProtocol) {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let start = ends.first.flatMap({ Self.simple($0) }) else { return nil }
        switch ends.count {
        case 1:
            self = start
        case 2:
            guard let end = Self.simple(ends[1]), let steps = start.distance(to: end), steps > 0 else { return nil }
            self.init(start.frequency, ordinal: start.ordinal, count: steps + 1)
        default:
            return nil
        }
    }

    /// The written form.
    public var description: String {
        count == 1 ? Self.written(frequency, ordinal) : Self.written(frequency, ordinal) + "/" + last.description
    }

    private static func simple(_ text: some StringProtocol) -> Period? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 4, let year = digits(bytes[0..<4]), year >= 1000 else { return nil }
        if bytes.count == 4 { return .year(year) }
        guard bytes[4] == UInt8(ascii: "-"), bytes.count == 7 else { return nil }
        if let month = digits(bytes[5...]) {
            return (1...12).contains(month) ? Period(.month, ordinal: year * 12 + month - 1) : nil
        }
        guard let number = digits(bytes[6...]) else { return nil }
        switch (bytes[5], number) {
        case (UInt8(ascii: "H"), 1...2): return Period(.half, ordinal: year * 2 + number - 1)
        case (UInt8(ascii: "Q"), 1...4): return Period(.quarter, ordinal: year * 4 + number - 1)
        default: return nil
        }
    }

    private static func digits(_ bytes: some Collection<UInt8>) -> Int? {
        var number = 0
        for byte in bytes {
            guard (48...57).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        return number
    }

    private static func written(_ frequency: Frequency, _ ordinal: Int) -> String {
        let perYear = 12 / frequency.rawValue
        let (year, number) = (ordinal / perYear, ordinal % perYear + 1)
        switch frequency {
        case .year: return String(year)
        case .half: return "\(year)-H\(number)"
        case .quarter: return "\(year)-Q\(number)"
        case .month: return "\(year)-" + (number < 10 ? "0\(number)" : "\(number)")
        }
    }
}

extension Period: Codable {
    /// Decodes the written form.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let period = Period(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a period: \(text)")
        }
        self = period
    }

    /// Encodes the written form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
