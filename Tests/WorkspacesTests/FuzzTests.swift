import Foundation
import StatisticalData
import Testing

@testable import Workspaces
import TestSupport

/// Random changes to every kind of file: the program tells faults or takes the file; it never crashes or hangs, and what
/// it takes it can also run.
struct FuzzTests {
    static let files = [
        "data/energy.csv", "data/scores.source.yaml", "studies/index.yaml", "studies/plan.yaml", "studies/growth.yaml",
        "plans/targets.csv", "frameworks/index.csv", "greenprint.yaml", "areas.csv", "indicators.csv",
    ]

    /// Bytes and pieces that files of this kind go wrong with.
    private static let pieces: [[UInt8]] = [
        [0], [0xFF], [0xEF, 0xBB, 0xBF], [0xBD, 0xAD], [0x1B], Array("\"".utf8), Array(",".utf8), Array("\r\n".utf8),
        Array("\n".utf8), Array("-".utf8), Array("NaN".utf8), Array("1e308".utf8), Array("-0".utf8),
        Array("9223372036854775807".utf8), Array("2016/9999".utf8), Array("0001".utf8), Array("9999-Q4".utf8),
        Array("{".utf8), Array("}".utf8), Array("[".utf8), Array(": ".utf8), Array("&a ".utf8), Array("*a".utf8),
        Array("!!binary ".utf8), Array("|\n".utf8), Array("../".utf8), Array("%".utf8), Array("江".utf8),
        Array(" ".utf8),
    ]

    private static func mutate(_ bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let start = Int.random(in: 0...bytes.count, using: &generator)
            let end = min(bytes.count, start + Int.random(in: 0...12, using: &generator))
            let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes.insert(contentsOf: piece, at: start)
            case 1: bytes.replaceSubrange(start..<end, with: piece)
            case 2: bytes.removeSubrange(start..<end)
            case 3: bytes.insert(contentsOf: bytes[start..<end], at: Int.random(in: 0...bytes.count, using: &generator))
            case 4: bytes.removeSubrange(start...)
            default:
                if start < bytes.count { bytes[start] = UInt8.random(in: .min ... .max, using: &generator) }
            }
        }
        return bytes
    }

    @Test(arguments: files) func mutatedFileIsToldOrTaken(_ file: String) throws {
        var generator = SeededGenerator(seed: file.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
        try withSmallWorkspace { folder in
            let original = [UInt8](try folder.bytes(file))
            var refused = 0
            for round in 0..<40 {
                try folder.write(Self.mutate(original, using: &generator), to: file)
                let faults = try Workspace.check(at: folder.path)
                #expect(faults.allSatisfy { !$0.place.file.isEmpty && !$0.code.isEmpty })
                if faults.contains(where: { $0.severity == .error }) { refused += 1 }
                guard round % 10 == 0 else { continue }
                try? folder.remove(Workspace.derivedFolder)
                let errors = try faultsOfRun(in: folder).filter { $0.severity == .error }
                #expect(
                    errors.isEmpty == !faults.contains { $0.severity == .error }, "check and run disagree: \(errors)")
            }
            #expect(refused > 8, "most changes must be noticed")
        }
    }

    /// Every length a table can be cut off at, and every third of a study.
    @Test(arguments: [("data/scores.csv", 1), ("studies/index.yaml", 3)])
    func everyPrefixIsToldOrTaken(_ file: String, _ step: Int) throws {
        try withSmallWorkspace { folder in
            let original = [UInt8](try folder.bytes(file))
            for length in stride(from: 0, to: original.count, by: step) {
                try folder.write(original.prefix(length), to: file)
                let faults = try Workspace.check(at: folder.path)
                guard file.hasSuffix(".csv"), original[..<length].last != UInt8(ascii: "\n") else { continue }
                #expect(!faults.isEmpty, "cut off after \(length) bytes")
            }
        }
    }
}
