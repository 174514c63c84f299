/// A list of environmental goods: data, never a constant of the program.
public struct GoodsList: Hashable, Sendable {
    /// How sure it is that a code is on the list.
    public enum Verification: String, Hashable, Sendable, CaseIterable {
        /// Read in the list's own text.
        case verified
        /// Recalled or second-hand.
        case unverified
    }

    /// A code of a list.
    public struct Entry: Hashable, Sendable {
        /// The list, such as `CLEG`.
        public var list: String
        /// The vintage of the Harmonized System, such as `HS2007`.
        public var vintage: String
        /// The six digits.
        public var code: String
        /// The stage of the product's life that the list names, such as `generation`; may be empty.
        public var stage: String
        /// Whether the code also holds goods for other ends.
        public var isDualUse: Bool
        /// The share of the code that is meant, in 0 ... 1; `nil` where none is known.
        public var share: Double?
        /// How sure the entry is.
        public var verification: Verification

        /// An entry.
        public init(
            list: String, vintage: String, code: String, stage: String = "", isDualUse: Bool = false,
            share: Double? = nil, verification: Verification
        ) {
            self.list = list
            self.vintage = vintage
            self.code = code
            self.stage = stage
            self.isDualUse = isDualUse
            self.share = share
            self.verification = verification
        }
    }

    /// The name.
    public let name: String
    /// The vintage of its codes.
    public let vintage: String
    /// The codes, in ascending order.
    public let entries: [Entry]

    /// The lists among entries, in the order of their names.
    ///
    /// - Parameter digits: whether codes must be six digits, as those of the Harmonized System are.
    /// - Throws: `TradeFaults` for a code twice in a list, codes that are no six digits, a list with two vintages, or a share
    ///   outside 0 ... 1.
    public static func lists(_ entries: [Entry], digits: Bool = true) throws(TradeFaults) -> [GoodsList] {
        var faults: [TradeFault] = entries.isEmpty ? [.empty] : []
        var found: [GoodsList] = []
        for (name, members) in Dictionary(grouping: entries, by: \.list).sorted(by: { $0.key < $1.key }) {
            var seen: Set<String> = []
            for entry in members {
                if !seen.insert(entry.code).inserted { faults.append(.repeated(name + " · " + entry.code)) }
                if digits, !GoodsCode.isSixDigits(entry.code) { faults.append(.code(entry.code)) }
                if entry.vintage != members[0].vintage { faults.append(.mismatch(name + " · " + entry.vintage)) }
                if let share = entry.share, !(0...1).contains(share) { faults.append(.share(entry.code, share)) }
            }
            found.append(
                GoodsList(name: name, vintage: members[0].vintage, entries: members.sorted { $0.code < $1.code }))
        }
        try faults.throwIfAny()
        return found
    }

    /// The codes with the share of each that is meant: 1 where none is known.
    public var shares: [String: Double] {
        Dictionary(entries.map { ($0.code, $0.share ?? 1) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether each code was read in the list's own text.
    public var isVerified: Bool { entries.allSatisfy { $0.verification == .verified } }
}

/// Codes of goods.
public enum GoodsCode {
    /// Whether a text is six digits.
    public static func isSixDigits(_ text: String) -> Bool {
        text.utf8.count == 6 && text.utf8.allSatisfy { UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }
    }

    /// Codes as six digits: eight or ten digits are cut, a leading zero that was lost is put back.
    ///
    /// - Throws: `TradeFaults` for what is no code, and for five digits beside the code they would become.
    public static func sixDigits(_ codes: [String]) throws(TradeFaults) -> [String: String] {
        var result: [String: String] = [:]
        var faults: [TradeFault] = []
        let given = Set(codes)
        for code in given.sorted() {
            guard code.utf8.allSatisfy({ UInt8(ascii: "0") <= $0 && $0 <= UInt8(ascii: "9") }) else {
                faults.append(.code(code))
                continue
            }
            switch code.utf8.count {
            case 6: result[code] = code
            case 8, 10: result[code] = String(code.prefix(6))
            case 5 where given.contains("0" + code): faults.append(.ambiguousCode(code, other: "0" + code))
            case 5: result[code] = "0" + code
            default: faults.append(.code(code))
            }
        }
        try faults.throwIfAny()
        return result
    }
}
