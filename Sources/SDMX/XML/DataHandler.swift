import StatisticalData

/// Gathers the data sets of a message.
final class DataHandler: XMLHandler {
    private let file: String
    private let structures: StructureMessage?
    var collector = FaultCollector(limit: 500)

    private var declared: [String: Declared] = [:]
    private var lastDeclared: String?
    private var builders: [DataSetBuilder] = []
    private var isSpecific = false
    private var isMessage = false
    private var headerAction: DataSet.Action?

    /// A structure that the header declares.
    private struct Declared {
        var reference: StructureReference?
        var dimension: String
    }

    private var dimension = "TIME_PERIOD"
    private var dataSetCells: [DataSetBuilder.Cell] = []
    private var dataSetLine = 0
    private var seriesCells: [DataSetBuilder.Cell] = []
    private var hasObservations = false
    private var cells: [DataSetBuilder.Cell] = []
    /// Values of a `Comp`, gathered until it ends.
    private var values: [ComponentValue] = []
    private var texts: [ComponentValue.LanguageText] = []

    init(file: String, structures: StructureMessage?) {
        self.file = file
        self.structures = structures
    }

    /// What was read, checked against the structures where they are given.
    func message() throws(Faults) -> DataMessage {
        let dataSets = builders.map(\.ordered)
        if !isMessage, !collector.hasErrors { collector.add(.notReadable(file, at: Place(file: file, line: 1))) }
        if let structures {
            collector.add(contentsOf: structures.faults(in: dataSets, file: file))
        } else if isSpecific, let first = dataSets.first {
            collector.add(.keysGuessed(first.columns(.dimension).map(\.id), at: Place(file: file, line: 1)))
        }
        try collector.throwIfFaulty(in: file)
        return DataMessage(dataSets, warnings: collector.all(in: file))
    }

    func begin(_ element: XMLElement, in path: [XMLElement]) {
        guard let parent = path.last else {
            root(element)
            return
        }
        guard isMessage else { return }
        switch element.name {
        case "Structure" where element.space == .message && parent.name == "Header":
            let id = element["structureID"] ?? ""
            declared[id] = Declared(reference: nil, dimension: element["dimensionAtObservation"] ?? "TIME_PERIOD")
            lastDeclared = id
        case "Ref" where path.contains(where: { $0.name == "Header" }):
            declare(element, in: parent)
        case "DataSet" where path.count == 1: dataSet(element)
        case "Series" where parent.name == "DataSet":
            seriesCells = attributes(of: element)
            hasObservations = false
        case "Obs", "Group", "Atts":
            if parent.name == "DataSet" || parent.name == "Series" { cells = attributes(of: element) }
        case "Comp":
            values = []
        case "Value" where parent.name == "Comp":
            texts = []
        case "Value": genericValue(element, in: path)
        case "ObsDimension":
            if let value = element["value"] { cells.append((element["id"] ?? dimension, .dimension, .text(value))) }
        case "ObsValue":
            if let value = element["value"] { cells.append((element["id"] ?? "OBS_VALUE", .measure, .text(value))) }
        default: break
        }
    }

    func end(_ element: XMLElement, in path: [XMLElement]) {
        guard isMessage, let parent = path.last else { return }
        let place = Place(file: file, line: element.line)
        switch element.name {
        case "Structure", "StructureUsage", "ProvisionAgreement", "ProvisionAgrement":
            if element.space == .common { declare(urn: element.text, place) }
        case "DataSetAction": headerAction = Self.action(element.text)
        case "Obs" where parent.name == "DataSet" || parent.name == "Series":
            hasObservations = true
            append(parent.name == "Series" ? seriesCells + cells : cells, place)
        case "Group" where parent.name == "DataSet": append(cells, place)
        case "Atts" where parent.name == "DataSet": dataSetCells += cells
        case "Series" where parent.name == "DataSet":
            if !hasObservations { append(seriesCells, place) }
        case "Text" where parent.name == "Value":
            texts.append(.init(element.attributes["xml:lang"] ?? "en", element.text))
        case "Value" where parent.name == "Comp":
            values.append(texts.isEmpty ? .text(element.text) : .localised([texts]))
        case "Comp": component(element, in: parent)
        case "DataSet" where path.count == 1:
            if !dataSetCells.isEmpty { append(dataSetCells, Place(file: file, line: dataSetLine)) }
        default: break
        }
    }

    // MARK: The head

    private func root(_ element: XMLElement) {
        let known = [
            "GenericData", "GenericTimeSeriesData", "StructureSpecificData", "StructureSpecificTimeSeriesData",
        ]
        isMessage = element.space == .message && known.contains(element.name)
        isSpecific = element.name.hasPrefix("StructureSpecific")
        if !isMessage { collector.add(.notReadable(element.name, at: Place(file: file, line: element.line))) }
    }

    /// A reference by attributes, as in 2.1.
    private func declare(_ element: XMLElement, in parent: XMLElement) {
        guard let lastDeclared, let agency = element["agencyID"], let id = element["id"] else { return }
        let kind: StructureReference.Kind =
            switch parent.name {
            case "StructureUsage": .dataflow
            case "ProvisionAgreement", "ProvisionAgrement": .dataProvision
            default: .dataStructure
            }
        declared[lastDeclared]?.reference = StructureReference(
            kind, agency: agency, id: id, version: element["version"] ?? "1.0")
    }

    /// A reference by name, as in 3.0.
    private func declare(urn: String, _ place: Place) {
        let text = urn.trimmingBlanks
        guard let lastDeclared, text.hasPrefix("urn:") else { return }
        if let named = StructureReference.named(by: text) {
            declared[lastDeclared]?.reference = named.reference
        } else {
            collector.add(.structureName(text, at: place))
        }
    }

    private func dataSet(_ element: XMLElement) {
        let id = element["structureRef"] ?? declared.keys.sorted().first ?? ""
        let place = Place(file: file, line: element.line)
        let found = declared[id]
        if found?.reference == nil { collector.add(.undeclared(id, at: place)) }
        let reference = found?.reference ?? StructureReference(.dataStructure, agency: "-", id: "-")
        dimension = found?.dimension ?? "TIME_PERIOD"
        let action = element["action"].flatMap(Self.action) ?? headerAction ?? .information
        builders.append(
            DataSetBuilder(reference, action: action, definition: structures?.dataStructure(for: reference)))
        dataSetLine = element.line
        dataSetCells = isSpecific ? attributes(of: element).filter { !Self.reserved.contains($0.id) } : []
    }

    private static let reserved: Set<String> = [
        "structureRef", "action", "setID", "dataScope", "reportingBeginDate", "reportingEndDate", "validFromDate",
        "validToDate", "publicationYear", "publicationPeriod", "schemaLocation",
    ]

    static func action(_ text: String) -> DataSet.Action? {
        switch text.trimmingBlanks.lowercased() {
        case "information": .information
        case "append": .append
        case "merge": .merge
        case "replace": .replace
        case "delete": .delete
        default: nil
        }
    }

    // MARK: The data

    /// Components as attributes of XML, in the order of their names: the parser does not keep that of the file.
    private func attributes(of element: XMLElement) -> [DataSetBuilder.Cell] {
        guard isSpecific else { return [] }
        return element.attributes.filter { !$0.key.contains(":") && !($0.key == "type" && element.name == "Group") }
            .sorted { $0.key < $1.key }.map { ($0.key, nil, .text($0.value)) }
    }

    /// A member of a key or an attribute of generic data.
    private func genericValue(_ element: XMLElement, in path: [XMLElement]) {
        guard let id = element["id"], let value = element["value"], path.count >= 2 else { return }
        let owner = path[path.count - 2].name
        let role: ComponentColumn.Role = path[path.count - 1].name == "Attributes" ? .attribute : .dimension
        let cell: DataSetBuilder.Cell = (id, role, .text(value))
        switch owner {
        case "Series": seriesCells.append(cell)
        case "Obs", "Group": cells.append(cell)
        case "DataSet": dataSetCells.append(cell)
        default: break
        }
    }

    /// A component of several values or languages (3.0).
    private func component(_ element: XMLElement, in parent: XMLElement) {
        guard let id = element["id"], let first = values.first else { return }
        var localised: [[ComponentValue.LanguageText]] = []
        for case .localised(let texts) in values { localised += texts }
        let value: ComponentValue =
            if !localised.isEmpty {
                .localised(localised)
            } else if values.count == 1 {
                first
            } else {
                .list(values.map(\.text))
            }
        switch parent.name {
        case "Series": seriesCells.append((id, nil, value))
        case "Obs", "Group", "Atts": cells.append((id, nil, value))
        case "DataSet": dataSetCells.append((id, nil, value))
        default: break
        }
    }

    private func append(_ cells: [DataSetBuilder.Cell], _ place: Place) {
        guard !builders.isEmpty else { return }
        builders[builders.count - 1].append(cells, at: place)
    }
}

extension String {
    /// Without blanks and line breaks around.
    var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
