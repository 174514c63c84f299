import Foundation
import ModelFormats
import StatisticalData
import SystemDynamics
import Workspaces

/// A model file read from disk, with what stands beside it.
struct ModelReading {
    let path: String
    let source: SourceModel
    let warnings: [ModelWarning]
    let external: ExternalTables

    /// Reads a model: `.mdl` is Vensim's, anything else XMILE.
    init(_ path: String, data: String? = nil) throws {
        self.path = path
        let bytes = try InputFile.read(path)
        let isVensim = path.lowercased().hasSuffix(".mdl")
        let found = isVensim ? try VensimReader.model(bytes) : try XMILEReader.model(bytes)
        source = found.model
        warnings = found.warnings
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let given = try data.map { (bytes: try InputFile.read($0), file: $0) }
        external = try ExternalTables(given: given) { name in
            // Files beside the model only: nothing above it, nothing on other machines.
            guard !name.contains("..") && !name.hasPrefix("/") && !name.contains("://") else { return nil }
            return try? [UInt8](WorkspaceFolder(folder).read(name, namedAt: Place(file: name)))
        }
    }

    /// The model with all names resolved.
    func model() throws(ModelFaults) -> Model {
        let (source, external) = (source, external)
        return try LargeStack.run(otherwise: .failure(ModelFaults([ModelFault(.tooLarge, path)]))) {
            Result { () throws(ModelFaults) in try Model(source, external: external, deepest: Self.deepest) }
        }.get()
    }

    /// How deep macros may call macros.
    private static let deepest = 10_000
}

extension Messages {
    /// Runs `body`; faults of a model are told and end the command with exit code 1.
    func tellingModelFaults(in path: String, _ body: () throws -> Void) throws {
        try telling({ ($0 as? ModelFaults)?.list.map { $0.fault(in: path) } }, body)
    }
}
