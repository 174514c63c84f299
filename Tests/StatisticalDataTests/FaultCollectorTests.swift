import StatisticalData
import Testing

/// Faults gathered up to a limit.
struct FaultCollectorTests {
    struct OtherError: Error {}

    static func fault(_ number: Int, _ severity: Fault.Severity = .error) -> Fault {
        Fault("code", at: Place(file: "a.csv", line: number), severity: severity)
    }

    @Test(arguments: [(0, 0), (1, 0), (3, 0), (4, 1), (10, 7)])
    func keepsUpToTheLimit(added: Int, suppressed: Int) {
        var collector = FaultCollector(limit: 3)
        collector.add(contentsOf: (0..<added).map { Self.fault($0) })
        #expect(collector.faults == (0..<min(added, 3)).map { Self.fault($0) })
        #expect(collector.suppressed == suppressed)
        #expect(collector.hasErrors == (added > 0))
        let all = collector.all(in: "a.csv")
        #expect(all.count == collector.faults.count + (suppressed > 0 ? 1 : 0))
        if suppressed > 0 {
            #expect(all.last == Fault("more-faults", at: Place(file: "a.csv"), ["count": String(suppressed)]))
        }
    }

    @Test func equalFaultsAreToldOnce() {
        var collector = FaultCollector()
        collector.add(contentsOf: [Self.fault(1), Self.fault(2), Self.fault(1), Self.fault(1, .warning), Self.fault(2)])
        #expect(collector.faults == [Self.fault(1), Self.fault(2), Self.fault(1, .warning)])
        #expect(collector.suppressed == 0)
    }

    @Test func warningsDoNotThrow() throws {
        var collector = FaultCollector()
        try collector.throwIfFaulty(in: "a.csv")
        collector.add(Self.fault(1, .warning))
        try collector.throwIfFaulty(in: "a.csv")
        collector.add(Self.fault(2))
        #expect(throws: Faults([Self.fault(1, .warning), Self.fault(2)])) { try collector.throwIfFaulty(in: "a.csv") }
    }

    @Test func warningsDoNotTakeTheRoomOfErrors() {
        var collector = FaultCollector(limit: 1)
        collector.add(Self.fault(1, .warning))
        collector.add(Self.fault(2, .warning))
        collector.add(Self.fault(3))
        let more = Fault.moreFaults(1, severity: .warning, in: "a.csv")
        #expect(throws: Faults([Self.fault(1, .warning), Self.fault(3), more])) {
            try collector.throwIfFaulty(in: "a.csv")
        }
    }

    @Test func anErrorBeyondTheLimitStillThrows() {
        var collector = FaultCollector(limit: 1)
        collector.add(Self.fault(1))
        collector.add(Self.fault(2))
        #expect(throws: Faults([Self.fault(1), .moreFaults(1, in: "a.csv")])) {
            try collector.throwIfFaulty(in: "a.csv")
        }
    }

    @Test func collectsWhatIsThrown() throws {
        var collector = FaultCollector()
        #expect(collector.collect { _ in 5 } == 5)
        let none: Int? = try collector.collect { _ in throw Self.fault(1) }
        let several: Int? = try collector.collect { inner in
            inner.add(Self.fault(2, .warning))
            throw Faults([Self.fault(3), Self.fault(4)])
        }
        #expect(none == nil && several == nil)
        #expect(collector.faults == [Self.fault(1), Self.fault(2, .warning), Self.fault(3), Self.fault(4)])
        #expect(throws: OtherError.self) { try collector.collect { _ in throw OtherError() } }
        #expect(collector.faults.count == 4)
    }
}
