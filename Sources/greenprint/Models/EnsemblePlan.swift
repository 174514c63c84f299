import ArgumentParser
import Foundation
import StatisticalData
import SystemDynamics
import Workspaces

/// A planned ensemble: what is run, and in how many shards. Run i belongs to shard i modulo their number.
struct EnsemblePlan: Codable {
    let model: String
    let spec: String
    let scenario: String?
    let data: String?
    let saveEvery: Double?
    let runs: Int
    let seed: UInt64
    let shards: Int
    let quantiles: [Double]
    /// The SHA-256 of each file the ensemble is made of, so that shards of different models are never merged.
    let files: [String: String]

    private static let name = "plan.json"

    /// Writes the plan into a new folder.
    func write(to folder: String) throws {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: folder) else { throw Fault("ensemble-folder", at: Place(file: folder)) }
        try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try encoder.encode(self).write(to: URL(fileURLWithPath: folder + "/" + Self.name), options: .atomic)
    }

    /// Reads the plan of a folder.
    init(readingFrom folder: String) throws {
        let bytes = try InputFile.read(folder + "/" + Self.name)
        guard let plan = try? JSONDecoder().decode(Self.self, from: Data(bytes)), (1...100_000).contains(plan.shards)
        else {
            throw Fault("ensemble-plan", at: Place(file: folder + "/" + Self.name))
        }
        self = plan
        try checkFiles()
    }

    init(
        model: String, spec: String, scenario: String?, data: String?, saveEvery: Double?, runs: Int, seed: UInt64,
        shards: Int, quantiles: [Double]
    ) throws {
        self.model = model
        self.spec = spec
        self.scenario = scenario
        self.data = data
        self.saveEvery = saveEvery
        self.runs = runs
        self.seed = seed
        self.shards = shards
        self.quantiles = quantiles
        files = try Self.checksums([model, spec] + [scenario, data].compactMap { $0 })
    }

    private static func checksums(_ paths: [String]) throws -> [String: String] {
        Dictionary(try paths.map { ($0, Checksum.sha256(try InputFile.read($0))) }) { first, _ in first }
    }

    /// Refuses to go on where a file is no longer what was planned.
    func checkFiles() throws {
        let present = try Self.checksums(files.keys.sorted())
        for path in files.keys.sorted() where present[path] != files[path] {
            throw Fault("ensemble-changed", at: Place(file: path))
        }
    }

    /// The options that give the same ensemble.
    var options: EnsembleOptions {
        get throws {
            var words = [model, "--spec", spec, "--runs", "\(runs)", "--seed", "\(seed)"]
            if let scenario { words += ["--scenario", scenario] }
            if let data { words += ["--data", data] }
            if let saveEvery { words += ["--save-every", "\(saveEvery)"] }
            words += ["--quantiles", quantiles.map { "\($0)" }.joined(separator: ",")]
            return try EnsembleOptions.parse(words)
        }
    }

    /// The runs of a shard.
    func runs(of shard: Int) -> [Int] { Array(stride(from: shard, to: runs, by: shards)) }

    /// The file of a shard's results.
    func file(of shard: Int, in folder: String) -> String { "\(folder)/shard-\(shard).bin" }
}
