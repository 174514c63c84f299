import SDMX
import StatisticalData
import TestSupport
import Testing

/// Damaged files: every one is read or refused with faults in that file; none stops the program.
struct FuzzTests {
    private static func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let position = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: position)
            case 2: bytes.insert(Array(",;\"\n<>&{}[]:~-".utf8).randomElement(using: &random) ?? 0, at: position)
            case 3: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            default:
                let end = min(bytes.count, position + Int.random(in: 1...40, using: &random))
                bytes.insert(contentsOf: bytes[position..<end], at: position)
            }
        }
        return bytes
    }

    private static func check(_ rounds: Int, _ bytes: [UInt8], _ read: ([UInt8]) throws -> DataMessage) throws {
        var random = SeededGenerator(seed: 41)
        var refused = 0
        for _ in 0..<rounds {
            do {
                let message = try read(damaged(bytes, &random))
                for dataSet in message.dataSets { #expect(dataSet.spread().count <= dataSet.count) }
            } catch let faults as Faults {
                refused += 1
                #expect(!faults.list.isEmpty)
                #expect(faults.list.allSatisfy { $0.place.file == "f" })
            }
        }
        #expect(refused > rounds / 4)
        #expect(refused < rounds || rounds < 10)
    }

    @Test func csv() throws {
        let exchange = try Sample.exchange(try Sample.observations(6, seed: 2))
        try Self.check(300, Array(SDMXCSV.write([exchange.dataSet]).utf8)) { bytes throws(Faults) in
            try SDMXCSV.read(bytes, file: "f", structures: exchange.structures)
        }
        let listed =
            "STRUCTURE[;],STRUCTURE_ID,ACTION,A,TIME_PERIOD,OBS_VALUE,B[],C[en;zh]\ndataflow,A:B(1.0),I,x,2020,1,\"a;\"\"b;c\"\"\",en:x;zh:y\n"
        try Self.check(300, Array(listed.utf8)) { bytes throws(Faults) in try SDMXCSV.read(bytes, file: "f") }
    }

    @Test func xml() throws {
        let exchange = try Sample.exchange(try Sample.observations(5, seed: 2))
        try Self.check(200, Array(SDMXML.write(exchange).utf8)) { bytes throws(Faults) in
            try SDMXML.readData(bytes, file: "f", structures: exchange.structures)
        }
        var random = SeededGenerator(seed: 6)
        let structure = Array(SDMXML.write(exchange.structures, header: exchange.header).utf8)
        for _ in 0..<100 {
            let faults = Result { try SDMXML.readStructures(Self.damaged(structure, &random), file: "f") }
            if case .failure(let error) = faults { #expect((error as? Faults)?.list.isEmpty == false) }
        }
    }

    @Test func json() throws {
        let exchange = try Sample.exchange(try Sample.observations(5, seed: 2))
        try Self.check(300, Array(SDMXJSON.write(exchange).utf8)) { bytes throws(Faults) in
            try SDMXJSON.readData(bytes, file: "f", structures: exchange.structures)
        }
    }

    @Test func deepJSON() {
        let text = String(repeating: "[", count: 100_000)
        let faults = #expect(throws: Faults.self) { try SDMXJSON.readData(Array(text.utf8), file: "f") }
        #expect(faults?.list.map(\.code) == ["sdmx-too-deep"])
    }
}
