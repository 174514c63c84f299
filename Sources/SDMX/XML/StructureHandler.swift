import StatisticalData

/// Gathers the structures of a message.
final class StructureHandler: XMLHandler {
    private let file: String
    var collector = FaultCollector(limit: 500)
    private var structures = StructureMessage()
    private var isMessage = false

    private var names: [Names] = []
    private var component: Component?
    private var dimensions: [(component: Component, position: Int?)] = []
    private var structure: DataStructure?
    private var relation: Component.Relation = .observation
    private var relationDimensions: [String] = []
    private var group: (id: String, dimensions: [String])?
    private var codes: [Codelist.Code] = []
    private var concepts: [ConceptScheme.Concept] = []
    private var flowStructure: StructureReference?
    private var codelist: StructureReference?
    private var parent: String?

    init(file: String) {
        self.file = file
    }

    /// What was read.
    func message() throws(Faults) -> StructureMessage {
        if !isMessage, !collector.hasErrors { collector.add(.notReadable(file, at: Place(file: file, line: 1))) }
        try collector.throwIfFaulty(in: file)
        return structures
    }

    func begin(_ element: XMLElement, in path: [XMLElement]) {
        guard let around = path.last else {
            isMessage = element.space == .message && element.name == "Structure"
            if !isMessage { collector.add(.notReadable(element.name, at: Place(file: file, line: element.line))) }
            return
        }
        guard isMessage, path.count > 1 else { return }
        names.append([:])
        switch element.name {
        case "Codelist": codes = []
        case "Code": parent = nil
        case "ConceptScheme": concepts = []
        case "Concept": codelist = nil
        case "Dataflow" where around.name == "Dataflows": flowStructure = nil
        case "DataStructure" where around.name == "DataStructures":
            structure = reference(.dataStructure, element).map { DataStructure($0) }
            dimensions = []
        case "Dimension", "TimeDimension", "MeasureDimension", "Attribute", "Measure", "PrimaryMeasure":
            if around.name.hasSuffix("List") { start(element) }
        case "Group" where around.name == "DataStructureComponents": group = (element["id"] ?? "", [])
        case "TextFormat":
            if let type = element["textType"] { component?.textType = type }
        case "Ref": reference(element, in: path)
        default: break
        }
    }

    func end(_ element: XMLElement, in path: [XMLElement]) {
        guard isMessage, path.count > 1, let around = path.last else { return }
        let own = names.popLast() ?? [:]
        let text = element.text.trimmingBlanks
        switch element.name {
        case "Name" where element.space == .common:
            if !names.isEmpty { names[names.count - 1][element.attributes["xml:lang"] ?? "en"] = text }
        case "Code": codes.append(.init(element["id"] ?? "", names: own, parent: parent))
        case "Parent" where !text.isEmpty: parent = text
        case "Codelist":
            if let reference = reference(.codelist, element) {
                structures.codelists.append(Codelist(reference, names: own, codes: codes))
            }
        case "Concept" where around.name == "ConceptScheme":
            concepts.append(.init(element["id"] ?? "", names: own, codelist: codelist))
        case "ConceptScheme":
            if let reference = reference(.conceptScheme, element) {
                structures.conceptSchemes.append(ConceptScheme(reference, names: own, concepts: concepts))
            }
        case "Dataflow" where around.name == "Dataflows":
            if let reference = reference(.dataflow, element), let flowStructure {
                structures.dataflows.append(Dataflow(reference, names: own, structure: flowStructure))
            }
        case "DataStructure" where around.name == "DataStructures": finish(own)
        case "Dimension", "TimeDimension", "MeasureDimension", "Attribute", "Measure", "PrimaryMeasure":
            if around.name.hasSuffix("List") { finish(element) } else { relate(text, element) }
        case "DimensionReference" where !text.isEmpty: group?.dimensions.append(text)
        case "Group": finishGroup(text, in: around)
        case "Observation" where around.name == "AttributeRelationship": relation = .observation
        case "Dataflow", "None": if around.name == "AttributeRelationship" { relation = .dataSet }
        default: if text.hasPrefix("urn:") { named(text, in: path + [element]) }
        }
    }

    private func reference(_ kind: StructureReference.Kind, _ element: XMLElement) -> StructureReference? {
        let text = "\(element["agencyID"] ?? ""):\(element["id"] ?? "")(\(element["version"] ?? "1.0"))"
        if let reference = StructureReference(kind, text) { return reference }
        collector.add(.structureName(text, at: Place(file: file, line: element.line)))
        return nil
    }

    // MARK: Components

    private func start(_ element: XMLElement) {
        let id = element["id"] ?? (element.name == "TimeDimension" ? "TIME_PERIOD" : "")
        var component = Component(id, isTime: element.name == "TimeDimension")
        component.isMandatory = element["usage"] == "mandatory" || element["assignmentStatus"] == "Mandatory"
        self.component = component
        relation = .observation
        relationDimensions = []
    }

    private func finish(_ element: XMLElement) {
        guard var component else { return }
        self.component = nil
        let id = component.id.isEmpty ? component.concept : component.id
        component = Component(copying: component, id: id)
        switch element.name {
        case "Attribute":
            component.relation = relationDimensions.isEmpty ? relation : .dimensions(relationDimensions)
            structure?.attributes.append(component)
        case "Measure", "PrimaryMeasure": structure?.measures.append(component)
        default: dimensions.append((component, element["position"].flatMap { Int($0) }))
        }
    }

    private func finish(_ names: Names) {
        guard var structure else { return }
        self.structure = nil
        structure.names = names
        let positions = dimensions.enumerated().map { index, dimension in
            (dimension.component.isTime ? Int.max : dimension.position ?? index + 1, index)
        }
        structure.dimensions = positions.sorted { $0 < $1 }.map { dimensions[$0.1].component }
        structures.dataStructures.append(structure)
    }

    /// A dimension an attribute depends on, as text (3.0).
    private func relate(_ id: String, _ element: XMLElement) {
        if element.name == "Dimension", !id.isEmpty { relationDimensions.append(id) }
    }

    private func finishGroup(_ text: String, in around: XMLElement) {
        if around.name == "AttributeRelationship" {
            if !text.isEmpty { relation = .group(text) }
        } else if let group {
            structure?.groups[group.id] = group.dimensions
            self.group = nil
        }
    }

    // MARK: References

    /// A reference by attributes, as in 2.1.
    private func reference(_ element: XMLElement, in path: [XMLElement]) {
        let id = element["id"] ?? ""
        let agency = element["agencyID"] ?? ""
        let version = element["version"] ?? "1.0"
        switch path.last?.name {
        case "ConceptIdentity":
            component?.concept = id
            component?.conceptScheme = StructureReference(
                .conceptScheme, agency: agency, id: element["maintainableParentID"] ?? "",
                version: element["maintainableParentVersion"] ?? "1.0")
        case "Enumeration": enumerate(StructureReference(.codelist, agency: agency, id: id, version: version))
        case "Structure": flowStructure = StructureReference(.dataStructure, agency: agency, id: id, version: version)
        case "DimensionReference": group?.dimensions.append(id)
        case "Dimension": relationDimensions.append(id)
        case "Group", "AttachmentGroup": relation = .group(id)
        case "Parent": parent = id
        default: break
        }
    }

    /// A reference by its uniform resource name: in `URN` in 2.1, as text in 3.0.
    private func named(_ urn: String, in path: [XMLElement]) {
        guard let named = StructureReference.named(by: urn) else {
            if path.contains(where: { $0.name == "ConceptIdentity" || $0.name == "Enumeration" }),
                let line = path.last?.line
            {
                collector.add(.structureName(urn, at: Place(file: file, line: line)))
            }
            return
        }
        let holder = path.last { $0.name != "URN" }?.name
        switch holder {
        case "ConceptIdentity":
            component?.concept = named.item ?? ""
            component?.conceptScheme = named.reference
        case "Enumeration": enumerate(named.reference)
        case "Structure": flowStructure = named.reference
        default: break
        }
    }

    /// The code list of a component, or of the concept that is being read.
    private func enumerate(_ reference: StructureReference) {
        if component != nil { component?.codelist = reference } else { codelist = reference }
    }
}

extension Component {
    /// The same component under another identifier.
    fileprivate init(copying other: Component, id: String) {
        self.init(
            id, conceptScheme: other.conceptScheme, codelist: other.codelist, textType: other.textType,
            isMandatory: other.isMandatory, isTime: other.isTime, relation: other.relation)
        concept = other.concept
    }
}
