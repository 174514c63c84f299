import Declarations
import StatisticalData
import Testing
import TestSupport

/// Damaged study files: each is refused with a place in the file or read, and nothing crashes.
struct DeclarationFuzzTests {
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func mutations(seed: UInt64) {
        let valid = Array(SampleStudy.full.utf8)
        let lines = valid.count { $0 == 0x0A }
        var generator = SeededGenerator(seed: seed)
        var counts = (refused: 0, read: 0)
        for _ in 0..<1000 {
            var bytes = valid
            for _ in 0..<Int.random(in: 1...3, using: &generator) { Self.mutate(&bytes, using: &generator) }
            let text = String(decoding: bytes, as: UTF8.self)
            do throws(Faults) {
                let study = try SampleStudy(text)
                counts.read += 1
                #expect(["composite-index", "plan-ledger"].contains(study.kind))
                #expect(study.weight?.isFinite != false)
                #expect(study.weights?.values.allSatisfy(\.isFinite) != false)
            } catch {
                counts.refused += 1
                #expect(!error.list.isEmpty && error.list.count <= 101)
                for fault in error.list where !(0...(3 * lines)).contains(fault.place.line ?? 0) {
                    Issue.record("line \(fault.place) of \(text)")
                }
            }
        }
        #expect(min(counts.refused, counts.read) > 50)
    }

    static func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let position = Int.random(in: bytes.indices, using: &generator)
        let end = min(bytes.count, position + Int.random(in: 1...30, using: &generator))
        let byte = ":-?[]{},&*#!|>'\"%@`~ \n\t0".utf8.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes.insert(byte, at: position)
        case 2: bytes.removeSubrange(position..<end)
        case 3: bytes.removeSubrange(position...)
        case 4: bytes.insert(contentsOf: bytes[position..<end], at: position)
        default: bytes[position] = byte
        }
    }
}
