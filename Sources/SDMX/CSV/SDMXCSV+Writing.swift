import Spreadsheets

extension SDMXCSV {
    /// Writes data sets of one set of columns; those of the first name the columns.
    ///
    /// Commas, LF, one value a cell: what every reader takes. Several values of an attribute are joined by semicolons, of
    /// several languages the first is written. Version 1.0 has no actions: the data are for information.
    ///
    /// - Parameters:
    ///   - labels: what stands beside identifiers and codes; names come from `structures`.
    ///   - structures: the structures with names; without them labels stay empty.
    public static func write(
        _ dataSets: [DataSet], version: Version = .v2_0, labels: Labels = .id, structures: StructureMessage? = nil
    ) -> String {
        var writer = CSVWriter()
        guard let first = dataSets.first else { return "" }
        let labeller = CSVLabels(labels, structures, of: first.structure)
        let ids = first.columns.map(\.id)
        writer.row(header(version, labeller) + ids.flatMap { labeller.cells(header: $0) })
        for dataSet in dataSets {
            let columns = ids.map { dataSet[$0] }
            let front = front(dataSet, version, labeller)
            for row in 0..<dataSet.count {
                let cells = zip(ids, columns).flatMap { id, column in
                    labeller.cells(column?[row]?.text ?? "", of: id)
                }
                writer.row(front + cells)
            }
        }
        return writer.text
    }

    private static func header(_ version: Version, _ labels: CSVLabels) -> [String] {
        if version == .v1_0 { return ["DATAFLOW"] }
        return ["STRUCTURE", "STRUCTURE_ID"] + (labels.hasColumns ? ["STRUCTURE_NAME"] : []) + ["ACTION"]
    }

    private static func front(_ dataSet: DataSet, _ version: Version, _ labels: CSVLabels) -> [String] {
        let name = labels.cells(structure: dataSet.structure)
        switch version {
        case .v1_0: return [name[0]]
        case .v2_0:
            return [dataSet.structure.kind.rawValue] + name + [
                (dataSet.action == .merge ? .append : dataSet.action).rawValue
            ]
        case .v2_1:
            let isMerge = dataSet.action == .information || dataSet.action == .append
            return [dataSet.structure.kind.rawValue] + name + [
                (isMerge ? DataSet.Action.merge : dataSet.action).rawValue
            ]
        }
    }
}

/// The labels beside identifiers and codes.
private struct CSVLabels {
    private let labels: SDMXCSV.Labels
    private let structures: StructureMessage?
    private let concepts: [String: Names]
    private let codes: [String: [String: Names]]

    init(_ labels: SDMXCSV.Labels, _ structures: StructureMessage?, of reference: StructureReference) {
        self.labels = labels
        self.structures = structures
        var concepts: [String: Names] = [:]
        var codes: [String: [String: Names]] = [:]
        if let structures, let structure = structures.dataStructure(for: reference) {
            for component in structure.dimensions + structure.measures + structure.attributes {
                let scheme = structures.conceptSchemes.first { $0.reference == component.conceptScheme }
                concepts[component.id] = scheme?.concepts.first { $0.id == component.concept }?.names
                codes[component.id] = structures.codelist(of: component).map { list in
                    Dictionary(list.codes.map { ($0.id, $0.names) }, uniquingKeysWith: { first, _ in first })
                }
            }
        }
        self.concepts = concepts
        self.codes = codes
    }

    /// Whether names have columns of their own.
    var hasColumns: Bool { if case .name = labels { true } else { false } }

    func cells(header id: String) -> [String] { join(id, concepts[id]) }

    func cells(_ text: String, of id: String) -> [String] { join(text, text.isEmpty ? nil : codes[id]?[text]) }

    func cells(structure reference: StructureReference) -> [String] {
        let names =
            structures?.dataflows.first { $0.reference == reference }?.names
            ?? structures?.dataStructures.first { $0.reference == reference }?.names
        return join(reference.description, names)
    }

    private func join(_ id: String, _ names: Names?) -> [String] {
        switch labels {
        case .id: [id]
        case .both(let language): [names?[language].map { id + ": " + $0 } ?? id]
        case .name(let language): [id, names?[language] ?? ""]
        }
    }
}
