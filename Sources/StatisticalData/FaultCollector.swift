/// Gathers the faults of one input so that a faulty row never hides another, up to a limit.
public struct FaultCollector: Sendable {
    /// The number of faults kept; the rest are counted.
    public let limit: Int
    /// The faults kept.
    public private(set) var faults: [Fault] = []
    /// Faults beyond the limit.
    public private(set) var suppressed = 0
    private var seen: Set<Fault> = []
    /// Whether an error, not only a warning, was found.
    public private(set) var hasErrors = false

    /// Keeps at most `limit` faults.
    public init(limit: Int = 100) {
        self.limit = limit
    }

    /// Adds a fault; one that is there already is not told twice.
    public mutating func add(_ fault: Fault) {
        guard seen.count >= limit || seen.insert(fault).inserted else { return }
        if fault.severity == .error { hasErrors = true }
        if faults.count < limit { faults.append(fault) } else { suppressed += 1 }
    }

    /// Adds every fault of `other`.
    public mutating func add(contentsOf other: some Sequence<Fault>) {
        for fault in other { add(fault) }
    }

    /// Runs `body`; faults it throws are added and `nil` returned. Other errors pass through.
    public mutating func collect<Value>(_ body: (inout FaultCollector) throws -> Value) rethrows -> Value? {
        do {
            return try body(&self)
        } catch let fault as Fault {
            add(fault)
        } catch let several as Faults {
            add(contentsOf: several.list)
        }
        return nil
    }

    /// The faults kept, with a closing line in `file` when there were more.
    public func all(in file: String) -> [Fault] {
        guard suppressed > 0 else { return faults }
        return faults + [.moreFaults(suppressed, in: file)]
    }

    /// Throws what was gathered if it holds an error.
    public func throwIfFaulty(in file: String) throws(Faults) {
        if hasErrors { throw Faults(all(in: file)) }
    }
}

extension Fault {
    /// More faults than are listed.
    public static func moreFaults(_ count: Int, in file: String) -> Fault {
        Fault("more-faults", at: Place(file: file), ["count": String(count)])
    }
}
