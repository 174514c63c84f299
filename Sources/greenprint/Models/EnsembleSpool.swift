import Foundation
import StatisticalData
import SystemDynamics

/// The values of runs on disk, one run after the other: memory stays flat however many there are.
final class EnsembleSpool {
    /// How many numbers a run has.
    let width: Int
    /// How many runs there are.
    private(set) var runs = 0

    private let handle: FileHandle
    private let path: String
    private let final: String?

    /// A spool that is thrown away, or one that becomes a file when it is finished.
    init(width: Int, file: String? = nil) throws {
        self.width = width
        final = file
        path = (file ?? FileManager.default.temporaryDirectory.path + "/greenprint-" + UUID().uuidString) + ".part"
        let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Fault("ensemble-folder", at: Place(file: path)) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        if file == nil { unlink(path) }
    }

    /// A shard's finished file.
    init(width: Int, reading file: String, runs: Int) throws {
        self.width = width
        self.runs = runs
        path = file
        final = nil
        let size = (try? FileManager.default.attributesOfItem(atPath: file))?[.size] as? Int
        guard size == runs * width * MemoryLayout<Double>.size, let found = FileHandle(forReadingAtPath: file) else {
            throw Fault("ensemble-missing-shard", at: Place(file: file))
        }
        handle = found
    }

    /// Runs some runs and keeps their values, a few at a time.
    func fill(_ ensemble: Ensemble, runs numbers: [Int], threads: Int?) throws {
        let batch = max(8, min(4096, (32 << 20) / max(1, width * 8)) / 8 * 8)
        var start = 0
        while start < numbers.count {
            let part = Array(numbers[start..<min(numbers.count, start + batch)])
            for values in try ensemble.values(of: part, threads: threads) {
                try values.withUnsafeBytes { try handle.write(contentsOf: Data($0)) }
            }
            start += batch
        }
        runs = numbers.count
    }

    /// Makes a spool a file: synced, then renamed.
    func finish() throws {
        guard let final else { return }
        try handle.synchronize()
        guard rename(path, final) == 0 else { throw Fault("ensemble-folder", at: Place(file: final)) }
    }

    /// Some columns of all runs: for each run the numbers from one place on.
    func columns(from first: Int, count: Int) throws -> [[Double]] {
        var result: [[Double]] = []
        result.reserveCapacity(runs)
        let size = MemoryLayout<Double>.size
        for run in 0..<runs {
            try handle.seek(toOffset: UInt64((run * width + first) * size))
            guard let data = try handle.read(upToCount: count * size), data.count == count * size else {
                throw Fault("ensemble-missing-shard", at: Place(file: path))
            }
            result.append(data.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) })
        }
        return result
    }
}
