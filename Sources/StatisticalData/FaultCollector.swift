/// Gathers the faults of one input so that a faulty row never hides another, up to a limit.
public struct FaultCollector: Sendable {
    /// The number of errors kept, and of warnings beside them; the rest are counted.
    public let limit: Int
    /// The faults kept.
    public private(set) var faults: [Fault] = []
    /// Faults beyond the limit.
    public private(set) var suppressed = 0
    private var seen: Set<Fault> = []
    private var kept: [Fault.Severity: Int] = [:]
    private var hasSuppressedErrors = false
    /// Whether an error, not only a warning, was found.
    public private(set) var hasErrors = false

    /// Keeps at most `limit` errors and as many warnings.
    public init(limit: Int = 100) {
        self.limit = limit
    }

    /// Adds a fault; one that is there already is not told twice.
    public mutating func add(_ fault: Fault) {
        if fault.severity == .error { hasErrors = true }
        guard kept[fault.severity, default: 0] < limit else {
            if seen.contains(fault) { return }
            suppressed += 1
            if fault.severity == .error { hasSuppressedErrors = true }
            return
        }
        guard seen.insert(fault).inserted else { return }
        kept[fault.severity, default: 0] += 1
        faults.append(fault)
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
        return faults + [.moreFaults(suppressed, severity: hasSuppressedErrors ? .error : .warning, in: file)]
    }

    /// Throws what was gathered if it holds an error.
    public func throwIfFaulty(in file: String) throws(Faults) {
        if hasErrors { throw Faults(all(in: file)) }
    }
}

extension Fault {
    /// More faults than are listed.
    public static func moreFaults(_ count: Int, severity: Fault.Severity = .error, in file: String) -> Fault {
        Fault("more-faults", at: Place(file: file), severity: severity, ["count": String(count)])
    }
}
