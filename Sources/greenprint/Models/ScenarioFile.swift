import ModelFormats
import StatisticalData
import SystemDynamics

/// Scenarios named on the command line.
enum ScenarioFile {
    static func read(_ path: String) throws -> Scenario {
        let bytes = try InputFile.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault("scenario-encoding", at: Place(file: path))
        }
        return try ScenarioReader.scenario(text, file: path)
    }
}
