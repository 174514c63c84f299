/// Names of a thing by language.
public typealias Names = [String: String]

/// Structures: dataflows, code lists, concept schemes and data structure definitions.
public struct StructureMessage: Hashable, Sendable {
    /// What is published of which structure.
    public var dataflows: [Dataflow] = []
    /// The code lists.
    public var codelists: [Codelist] = []
    /// The concept schemes.
    public var conceptSchemes: [ConceptScheme] = []
    /// The data structure definitions.
    public var dataStructures: [DataStructure] = []

    /// No structures.
    public init() {}

    /// The data structure that a dataflow or data structure reference leads to.
    public func dataStructure(for reference: StructureReference) -> DataStructure? {
        switch reference.kind {
        case .dataStructure:
            dataStructures.first { $0.reference.fits(reference) }
        case .dataflow:
            dataflows.first { $0.reference.fits(reference) }.flatMap { flow in
                dataStructures.first { $0.reference.fits(flow.structure) }
            }
        case .dataProvision, .codelist, .conceptScheme:
            nil
        }
    }

    /// The code list of a component: its own, else that of its concept; `nil` where it has none, or the list is only
    /// named and its codes are elsewhere.
    public func codelist(of component: Component) -> Codelist? {
        let concept = component.conceptScheme.flatMap { scheme in
            conceptSchemes.first { $0.reference.fits(scheme) }?.concepts.first { $0.id == component.concept }
        }
        guard let reference = component.codelist ?? concept?.codelist else { return nil }
        return codelists.first { $0.reference.fits(reference) && !$0.codes.isEmpty }
    }

    /// Every data structure and dataflow, for suggestions.
    var names: [String] { dataflows.map(\.reference.description) + dataStructures.map(\.reference.description) }
}

/// A dataflow.
public struct Dataflow: Hashable, Sendable {
    /// Its name for programs.
    public let reference: StructureReference
    /// Its names for people.
    public var names: Names
    /// The structure its data follow.
    public var structure: StructureReference

    /// Makes a dataflow.
    public init(_ reference: StructureReference, names: Names, structure: StructureReference) {
        self.reference = reference
        self.names = names
        self.structure = structure
    }
}

/// A list of codes.
public struct Codelist: Hashable, Sendable {
    /// Its name for programs.
    public let reference: StructureReference
    /// Its names for people.
    public var names: Names
    /// The codes, in their order.
    public var codes: [Code]

    /// Makes a list.
    public init(_ reference: StructureReference, names: Names, codes: [Code]) {
        self.reference = reference
        self.names = names
        self.codes = codes
    }

    /// A code.
    public struct Code: Hashable, Sendable {
        /// The code.
        public let id: String
        /// Its names.
        public var names: Names
        /// The code it is a part of.
        public var parent: String?

        /// Makes a code.
        public init(_ id: String, names: Names, parent: String? = nil) {
            self.id = id
            self.names = names
            self.parent = parent
        }
    }
}

/// A list of concepts.
public struct ConceptScheme: Hashable, Sendable {
    /// Its name for programs.
    public let reference: StructureReference
    /// Its names for people.
    public var names: Names
    /// The concepts, in their order.
    public var concepts: [Concept]

    /// Makes a scheme.
    public init(_ reference: StructureReference, names: Names, concepts: [Concept]) {
        self.reference = reference
        self.names = names
        self.concepts = concepts
    }

    /// A concept.
    public struct Concept: Hashable, Sendable {
        /// Its identifier.
        public let id: String
        /// Its names.
        public var names: Names
        /// The codes it is usually written with.
        public var codelist: StructureReference?

        /// Makes a concept.
        public init(_ id: String, names: Names, codelist: StructureReference? = nil) {
            self.id = id
            self.names = names
            self.codelist = codelist
        }
    }
}
