/// The name of an SDMX artefact that is kept by an agency: `ESTAT:NA_MAIN(1.6.0)`.
public struct StructureReference: Hashable, Sendable, CustomStringConvertible {
    /// What is named.
    public enum Kind: String, Sendable, CaseIterable {
        /// A dataflow: what is published of a structure.
        case dataflow
        /// A data structure definition.
        case dataStructure = "datastructure"
        /// A provision agreement: what one provider delivers for a dataflow.
        case dataProvision = "dataprovision"
        /// A list of codes.
        case codelist
        /// A list of concepts.
        case conceptScheme = "conceptscheme"
    }

    /// What is named.
    public let kind: Kind
    /// The agency, such as `OECD.SDD.TPS`.
    public let agency: String
    /// The identifier, such as `DSD_PDB@DF_PDB`.
    public let id: String
    /// The version; `nil` when it is left open.
    public let version: String?

    /// Names an artefact.
    public init(_ kind: Kind, agency: String, id: String, version: String? = "1.0") {
        self.kind = kind
        self.agency = agency
        self.id = id
        self.version = version
    }

    /// Reads `AGENCY:ID(VERSION)` or `AGENCY:ID`; `nil` for anything else.
    public init?(_ kind: Kind, _ text: some StringProtocol) {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, Self.isName(halves[0]) else { return nil }
        var id = halves[1]
        var version: String?
        if id.hasSuffix(")") {
            guard let open = id.firstIndex(of: "(") else { return nil }
            let inner = id[id.index(after: open)...].dropLast()
            guard Self.isName(inner) else { return nil }
            version = String(inner)
            id = id[..<open]
        }
        guard Self.isName(id) else { return nil }
        self.init(kind, agency: String(halves[0]), id: String(id), version: version)
    }

    /// Reads a uniform resource name, `urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:CL_FREQ(2.0)`; what follows the
    /// version, as in the name of a concept, is the `item`.
    static func named(by urn: some StringProtocol) -> (reference: StructureReference, item: String?)? {
        let halves = urn.split(separator: "=", maxSplits: 1)
        guard halves.count == 2, halves[0].hasPrefix("urn:sdmx:"),
            let word = halves[0].split(separator: ".").last.map({ String($0) }),
            let kind = Kind.named(by: word)
        else { return nil }
        let close = halves[1].firstIndex(of: ")")
        let end = close.map { halves[1].index(after: $0) } ?? halves[1].endIndex
        guard let reference = StructureReference(kind, halves[1][..<end]) else { return nil }
        let rest = halves[1][end...].drop { $0 == "." }
        return (reference, rest.isEmpty ? nil : String(rest))
    }

    /// `AGENCY:ID(VERSION)`.
    public var description: String { "\(agency):\(id)" + (version.map { "(\($0))" } ?? "") }

    /// The uniform resource name.
    var urn: String { "urn:sdmx:org.sdmx.infomodel.\(kind.package).\(kind.className)=\(description)" }

    /// Whether both name the same thing; a version left open fits every version.
    public func fits(_ other: StructureReference) -> Bool {
        (kind, agency, id) == (other.kind, other.agency, other.id)
            && (version == nil || other.version == nil || version == other.version)
    }

    private static func isName(_ text: some StringProtocol) -> Bool {
        let allowed = "_-@$.+*~".utf8
        return !text.isEmpty && text.utf8.count <= 255
            && text.utf8.allSatisfy { $0.isLetterOrDigit || allowed.contains($0) }
    }
}

extension StructureReference.Kind {
    fileprivate static func named(by word: String) -> Self? {
        switch word {
        case "Concept": .conceptScheme
        case "Code": .codelist
        default: allCases.first { $0.className == word }
        }
    }

    fileprivate var className: String {
        switch self {
        case .dataflow: "Dataflow"
        case .dataStructure: "DataStructure"
        case .dataProvision: "ProvisionAgreement"
        case .codelist: "Codelist"
        case .conceptScheme: "ConceptScheme"
        }
    }

    fileprivate var package: String {
        switch self {
        case .dataflow, .dataStructure: "datastructure"
        case .dataProvision: "registry"
        case .codelist: "codelist"
        case .conceptScheme: "conceptscheme"
        }
    }
}

extension UInt8 {
    var isDigit: Bool { (48...57).contains(self) }
    var isLetter: Bool { (65...90).contains(self) || (97...122).contains(self) }
    var isLetterOrDigit: Bool { isDigit || isLetter }
}
