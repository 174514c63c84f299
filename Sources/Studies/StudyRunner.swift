public import Foundation
public import StatisticalData

/// A study with its inputs gathered: ready to compare with an earlier run, or to compute.
public struct PreparedStudy {
    /// The study.
    public let study: Study
    /// The inputs in canonical form: equal bytes mean equal inputs.
    public let inputs: Data
    /// What is odd about the inputs and does not stop the study.
    public let warnings: [Fault]
    private let computation: () throws -> StudyResult

    /// Gathers the inputs of `study`.
    ///
    /// - Throws: `Faults` with everything wrong in the study and the files it names.
    public init(_ study: Study, in context: StudyContext) throws {
        switch study.definition {
        case .compositeIndex(let method): try self.init(study, method, in: context)
        case .planLedger(let method): try self.init(study, method, in: context)
        case .growthIdentity(let method): try self.init(study, method, in: context)
        case .targetAssessment(let method): try self.init(study, method, in: context)
        case .greenEconomyProgress(let method): try self.init(study, method, in: context)
        case .greenJobs(let method): try self.init(study, method, in: context)
        case .embodiedTrade(let method): try self.init(study, method, in: context)
        case .decoupling(let method): try self.init(study, method, in: context)
        case .decomposition(let method): try self.init(study, method, in: context)
        case .efficiency(let method): try self.init(study, method, in: context)
        case .ecoParks(let method): try self.init(study, method, in: context)
        }
    }

    private init<Method: StudyMethod>(_ study: Study, _ method: Method, in context: StudyContext) throws {
        var collector = FaultCollector()
        let gathered = try method.gather(study: study, from: context, into: &collector)
        warnings = collector.all(in: study.place.file)
        let document = Document(study: study.id, kind: study.kind, version: Method.version, inputs: gathered)
        self.study = study
        inputs = try JSONEncoder.canonical.encode(document)
        computation = { try method.compute(study: study, inputs: gathered) }
    }

    /// Computes the result.
    public func compute() throws -> StudyResult {
        try computation()
    }

    private struct Document<Inputs: Codable>: Codable {
        let study: String
        let kind: StudyKind
        let version: Int
        let inputs: Inputs
    }
}

extension JSONEncoder {
    /// Sorted keys and nothing that depends on time or place: the same value gives the same bytes.
    public static var canonical: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
