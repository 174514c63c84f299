import Foundation
import StatisticalData
import Testing

/// Every reader with damaged files: it reads them or tells faults, soon and in little memory, and nothing else.
///
/// The short run is part of the tests; `Scripts/fuzz` runs a reader for minutes.
@Suite(.serialized)
struct FuzzTests {
    /// The longest a file may take, far over what any takes on a busy machine: seconds.
    private static let slow = 20.0

    private static var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// Reads a case; an error that is no fault, or too long a time, is an issue that names seed and round.
    private static func check(_ reader: FuzzReader, _ value: FuzzCase, _ name: String) {
        record(value)
        let start = Date()
        do {
            try reader.read(value)
        } catch let faults as Faults {
            if faults.list.isEmpty { Issue.record("\(reader.name), \(name): faults without a fault") }
        } catch is Fault {
        } catch {
            Issue.record("\(reader.name), \(name): \(error)")
        }
        let seconds = Date().timeIntervalSince(start)
        if seconds > slow { Issue.record("\(reader.name), \(name): \(seconds) s") }
    }

    /// Keeps the case on disk while it is read, so that a crash leaves it behind: in the long run alone.
    private static func record(_ value: FuzzCase) {
        guard let folder = environment["GREENPRINT_FUZZ_LAST"] else { return }
        try? FileManager.default.removeItem(atPath: folder)
        for (name, bytes) in value.files {
            let file = URL(fileURLWithPath: folder).appendingPathComponent(name)
            try? FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? Data(bytes).write(to: file)
        }
    }

    /// The seeds as they are: bombs, deep and wide files among them.
    @Test(arguments: FuzzReader.all) func seeds(_ reader: FuzzReader) throws {
        let cases = try Corpus.cases(of: reader.name)
        #expect(!cases.isEmpty)
        for (name, value) in cases { Self.check(reader, value, name) }
    }

    @Test(arguments: FuzzReader.all) func shortRun(_ reader: FuzzReader) throws {
        try Self.run(reader, seed: 20_261_125) { $0 < reader.rounds }
    }

    /// One reader for minutes: GREENPRINT_FUZZ_READER, GREENPRINT_FUZZ_SECONDS, GREENPRINT_FUZZ_SEED.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["GREENPRINT_FUZZ_READER"] != nil))
    func longRun() throws {
        let names = Self.environment
        let reader = try #require(FuzzReader.all.first { $0.name == names["GREENPRINT_FUZZ_READER"] })
        let seconds = names["GREENPRINT_FUZZ_SECONDS"].flatMap { Double($0) } ?? 60
        let seed = names["GREENPRINT_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
        let end = Date().addingTimeInterval(seconds)
        let rounds = try Self.run(reader, seed: seed) { _ in Date() < end }
        print("fuzz \(reader.name): \(rounds) files in \(Int(seconds)) s, seed \(seed)")
    }

    @discardableResult
    private static func run(_ reader: FuzzReader, seed: UInt64, while goesOn: (Int) -> Bool) throws -> Int {
        // Bombs are read once, as seeds; damaged they are only slow.
        let cases = try Corpus.cases(of: reader.name).filter { $0.value.files.values.allSatisfy { $0.count < 20_000 } }
        var mutator = Mutator(
            seed: seed, others: cases.flatMap { Array($0.value.files.values) }.sorted { $0.count < $1.count })
        var round = 0
        while goesOn(round), !cases.isEmpty {
            let (name, value) = cases[round % cases.count]
            check(reader, mutator.damaged(value), "\(name), seed \(seed), round \(round)")
            round += 1
        }
        return round
    }
}
