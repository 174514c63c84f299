/// A data structure definition: which dimensions make a key, what is measured, what is told beside it.
public struct DataStructure: Hashable, Sendable {
    /// Its name for programs.
    public let reference: StructureReference
    /// Its names for people.
    public var names: Names
    /// The dimensions in the order of the key, the dimension of time among them.
    public var dimensions: [Component] = []
    /// The attributes.
    public var attributes: [Component] = []
    /// The measures.
    public var measures: [Component] = []
    /// Groups: parts of the key that attributes hang on, by the identifier of the group.
    public var groups: [String: [String]] = [:]

    /// A structure without components.
    public init(_ reference: StructureReference, names: Names = [:]) {
        self.reference = reference
        self.names = names
    }

    /// The component with this identifier and what it is.
    public func component(_ id: String) -> (component: Component, role: ComponentColumn.Role)? {
        if let found = dimensions.first(where: { $0.id == id }) { return (found, .dimension) }
        if let found = measures.first(where: { $0.id == id }) { return (found, .measure) }
        if let found = attributes.first(where: { $0.id == id }) { return (found, .attribute) }
        return nil
    }

    /// The dimension of time, if there is one.
    public var timeDimension: String? { dimensions.first { $0.isTime }?.id }

    /// The dimensions on which an attribute depends.
    func dimensions(of attribute: Component) -> [String] {
        switch attribute.relation {
        case .observation: dimensions.map(\.id)
        case .dimensions(let ids): ids
        case .group(let id): groups[id] ?? []
        case .dataSet: []
        }
    }
}

/// A dimension, an attribute or a measure of a structure.
public struct Component: Hashable, Sendable {
    /// What an attribute depends on.
    public enum Relation: Hashable, Sendable {
        /// On each observation.
        case observation
        /// On these dimensions.
        case dimensions([String])
        /// On the dimensions of a group.
        case group(String)
        /// On nothing: it holds for the whole data set.
        case dataSet
    }

    /// Its identifier.
    public let id: String
    /// The concept it stands for.
    public var concept: String
    /// Where that concept is.
    public var conceptScheme: StructureReference?
    /// The codes it is written with.
    public var codelist: StructureReference?
    /// The kind of text, a word of SDMX such as `Double`; `nil` for codes and where nothing is said.
    public var textType: String?
    /// Whether it must be given.
    public var isMandatory: Bool
    /// Whether it is the dimension of time.
    public var isTime: Bool
    /// What it depends on, for attributes.
    public var relation: Relation

    /// Makes a component.
    public init(
        _ id: String, conceptScheme: StructureReference? = nil, codelist: StructureReference? = nil,
        textType: String? = nil, isMandatory: Bool = false, isTime: Bool = false, relation: Relation = .observation
    ) {
        self.id = id
        self.concept = id
        self.conceptScheme = conceptScheme
        self.codelist = codelist
        self.textType = textType
        self.isMandatory = isMandatory
        self.isTime = isTime
        self.relation = relation
    }

    /// Whether its values are numbers.
    var isNumeric: Bool {
        [
            "Double", "Float", "Decimal", "Integer", "Long", "Short", "BigInteger", "Count", "Incremental",
            "InclusiveValueRange", "ExclusiveValueRange",
        ].contains(textType)
    }
}
