import Declarations
public import StatisticalData

/// A declared study: a small YAML file that names inputs and parameters of a method.
public struct Study: Sendable {
    /// The name of the file without its ending.
    public let id: String
    /// Where it is declared.
    public let place: Place
    /// What it says.
    public let definition: Definition
    private let root: DeclaredValue

    /// The contents of a study by kind.
    public enum Definition: Sendable, Hashable {
        /// A composite index.
        case compositeIndex(CompositeIndexStudy)
        /// The ledger of a plan.
        case planLedger(PlanLedgerStudy)
        /// A growth identity.
        case growthIdentity(GrowthIdentityStudy)
        /// A five-year assessment of targets.
        case targetAssessment(TargetAssessmentStudy)
        /// A measure of progress.
        case greenEconomyProgress(GreenEconomyProgressStudy)
        /// Jobs of sectors and programmes, and environmental employment.
        case greenJobs(GreenJobsStudy)
        /// Jobs and value added in what leaves a region.
        case embodiedTrade(EmbodiedTradeStudy)
        /// A pressure beside what drives it: Tapio's states.
        case decoupling(DecouplingStudy)
        /// Why a total changed, by factor.
        case decomposition(DecompositionStudy)
        /// Efficiency of units against their own best practice.
        case efficiency(EfficiencyStudy)
        /// An assessment of parks.
        case ecoParks(EcoParksStudy)
    }

    /// The kind.
    public var kind: StudyKind {
        switch definition {
        case .compositeIndex: .compositeIndex
        case .planLedger: .planLedger
        case .growthIdentity: .growthIdentity
        case .targetAssessment: .targetAssessment
        case .greenEconomyProgress: .greenEconomyProgress
        case .greenJobs: .greenJobs
        case .embodiedTrade: .embodiedTrade
        case .decoupling: .decoupling
        case .decomposition: .decomposition
        case .efficiency: .efficiency
        case .ecoParks: .ecoParks
        }
    }

    /// Reads a study file.
    ///
    /// - Throws: `Faults` with everything that is no valid study: unknown keys with the nearest valid one, missing
    ///   keys, wrong types, each with its line.
    public init(id: String, yaml text: String, file: String) throws(Faults) {
        let declaration = try Declaration(text, file: file)
        let kinds = StudyKind.allCases.map(\.rawValue)
        guard let kindValue = declaration.root["kind"], let word = kindValue.text else {
            throw Faults([.studyWithoutKind(kinds, at: declaration.root.place)])
        }
        guard let kind = StudyKind(rawValue: word) else {
            throw Faults([.studyUnknownKind(word, kinds: kinds, at: kindValue.place)])
        }
        self.id = id
        self.place = Place(file: file)
        root = declaration.root
        switch kind {
        case .compositeIndex:
            definition = .compositeIndex(try declaration.decode(CompositeIndexStudy.self, schema: .compositeIndex))
        case .planLedger:
            definition = .planLedger(try declaration.decode(PlanLedgerStudy.self, schema: .planLedger))
        case .growthIdentity:
            definition = .growthIdentity(try declaration.decode(GrowthIdentityStudy.self, schema: .growthIdentity))
        case .targetAssessment:
            definition = .targetAssessment(
                try declaration.decode(TargetAssessmentStudy.self, schema: .targetAssessment))
        case .greenEconomyProgress:
            definition = .greenEconomyProgress(
                try declaration.decode(GreenEconomyProgressStudy.self, schema: .greenEconomyProgress))
        case .greenJobs:
            definition = .greenJobs(try declaration.decode(GreenJobsStudy.self, schema: .greenJobs))
        case .embodiedTrade:
            definition = .embodiedTrade(try declaration.decode(EmbodiedTradeStudy.self, schema: .embodiedTrade))
        case .decoupling:
            definition = .decoupling(try declaration.decode(DecouplingStudy.self, schema: .decoupling))
        case .decomposition:
            definition = .decomposition(try declaration.decode(DecompositionStudy.self, schema: .decomposition))
        case .efficiency:
            definition = .efficiency(try declaration.decode(EfficiencyStudy.self, schema: .efficiency))
        case .ecoParks:
            definition = .ecoParks(try declaration.decode(EcoParksStudy.self, schema: .ecoParks))
        }
    }

    /// Where the value under a path of keys stands, or the nearest value above it.
    func place(of path: String...) -> Place {
        root.place(of: path)
    }

    /// Where the value under a path of keys stands, or the nearest value above it.
    func place(of path: [String]) -> Place {
        root.place(of: path)
    }

    /// The title.
    public var title: LocalisedText {
        switch definition {
        case .compositeIndex(let study): study.title
        case .planLedger(let study): study.title
        case .growthIdentity(let study): study.title
        case .targetAssessment(let study): study.title
        case .greenEconomyProgress(let study): study.title
        case .greenJobs(let study): study.title
        case .embodiedTrade(let study): study.title
        case .decoupling(let study): study.title
        case .decomposition(let study): study.title
        case .efficiency(let study): study.title
        case .ecoParks(let study): study.title
        }
    }
}

extension Schema {
    /// The keys every study has, followed by those of its kind.
    static func study(_ keys: [Key]) -> Schema {
        .mapping(
            [
                .required("kind", .text), .required("title", .localisedText), .optional("summary", .localisedText),
                .optional("as-known-on", .date),
            ] + keys)
    }

    /// A choice of areas.
    static let areaSelection = Schema.mapping([
        .required("parent", .text), .optional("level", .text), .optional("include", .list(.text)),
    ])
}

extension Study {
    /// Whether the study file itself fixes the date on which figures are known: its result does not change when others do.
    public var isFixed: Bool {
        root["as-known-on"] != nil
    }

    /// The same study on what was known on `date`.
    public func asKnown(on date: KnownDate) -> Study {
        switch definition {
        case .compositeIndex(var study):
            study.asKnownOn = date
            return Study(self, definition: .compositeIndex(study))
        case .planLedger(var study):
            study.asKnownOn = date
            return Study(self, definition: .planLedger(study))
        case .growthIdentity(var study):
            study.asKnownOn = date
            return Study(self, definition: .growthIdentity(study))
        case .targetAssessment(var study):
            study.asKnownOn = date
            return Study(self, definition: .targetAssessment(study))
        case .greenEconomyProgress(var study):
            study.asKnownOn = date
            return Study(self, definition: .greenEconomyProgress(study))
        case .greenJobs(var study):
            study.asKnownOn = date
            return Study(self, definition: .greenJobs(study))
        case .embodiedTrade(var study):
            study.asKnownOn = date
            return Study(self, definition: .embodiedTrade(study))
        case .decoupling(var study):
            study.asKnownOn = date
            return Study(self, definition: .decoupling(study))
        case .decomposition(var study):
            study.asKnownOn = date
            return Study(self, definition: .decomposition(study))
        case .efficiency(var study):
            study.asKnownOn = date
            return Study(self, definition: .efficiency(study))
        case .ecoParks(var study):
            study.asKnownOn = date
            return Study(self, definition: .ecoParks(study))
        }
    }

    private init(_ other: Study, definition: Definition) {
        id = other.id
        place = other.place
        root = other.root
        self.definition = definition
    }
}
