public import StatisticalData

extension SDMXJSON {
    /// Reads a data message of SDMX-JSON 1.0, 2.0 or 2.1, with or without series.
    ///
    /// Attributes of groups and of the data set are rows of their own, which `DataSet.spread` puts on the observations.
    ///
    /// - Throws: `Faults` with everything wrong in the file.
    public static func readData(
        _ bytes: [UInt8], file: String, structures: StructureMessage? = nil
    ) throws(Faults) -> DataMessage {
        let root: JSONValue
        do {
            root = try JSONParser.parse(bytes, file: file)
        } catch {
            throw Faults([error])
        }
        var reader = JSONDataReader(file: file, structures: structures)
        let dataSets = reader.dataSets(root)
        if let structures { reader.collector.add(contentsOf: structures.faults(in: dataSets, file: file)) }
        try reader.collector.throwIfFaulty(in: file)
        return DataMessage(dataSets, warnings: reader.collector.all(in: file))
    }
}

/// Turns indices back into values.
private struct JSONDataReader {
    let file: String
    let structures: StructureMessage?
    var collector = FaultCollector(limit: 500)

    typealias Cell = DataSetBuilder.Cell

    init(file: String, structures: StructureMessage?) {
        self.file = file
        self.structures = structures
    }

    mutating func dataSets(_ root: JSONValue) -> [DataSet] {
        let data = root["data"] ?? root
        let described = data["structures"]?.array ?? data["structure"].map { [$0] } ?? []
        guard let dataSets = data["dataSets"]?.array else {
            collector.add(.missingMember("dataSets", at: place(data)))
            return []
        }
        return dataSets.compactMap { dataSet in
            let index = dataSet["structure"]?.integer ?? 0
            guard described.indices.contains(index) else {
                collector.add(.missingMember("structures", at: place(dataSet)))
                return nil
            }
            return self.dataSet(dataSet, JSONStructure(described[index]))
        }
    }

    private func place(_ value: JSONValue) -> Place { Place(file: file, line: value.line) }

    private mutating func dataSet(_ value: JSONValue, _ structure: JSONStructure) -> DataSet? {
        guard let reference = structure.reference ?? JSONStructure.reference(in: value) else {
            collector.add(.missingMember("links", at: place(value)))
            return nil
        }
        let action = value["action"]?.string.flatMap(DataHandler.action) ?? .information
        var builder = DataSetBuilder(
            reference, action: action, definition: structures?.dataStructure(for: reference))
        let fixed = structure.fixed.compactMap { component in
            component.values?.first.flatMap { $0 }.map { (component.id, ComponentColumn.Role.dimension, $0) as Cell }
        }
        for (key, series) in value["series"]?.members ?? [] {
            let cells =
                fixed + self.key(key, structure.series, at: series)
                + attributes(series["attributes"], structure.seriesAttributes)
            let observations = series["observations"]?.members ?? []
            for (key, observation) in observations {
                builder.append(cells + self.observation(key, observation, structure), at: place(observation))
            }
            if observations.isEmpty { builder.append(cells, at: place(series)) }
        }
        for (key, observation) in value["observations"]?.members ?? [] {
            builder.append(fixed + self.observation(key, observation, structure), at: place(observation))
        }
        for (key, group) in value["dimensionGroupAttributes"]?.members ?? [] {
            let dimensions = structure.fixed + structure.series + structure.observation
            builder.append(
                self.key(key, dimensions, at: group) + attributes(group, structure.groupAttributes), at: place(group))
        }
        let whole = attributes(value["attributes"], structure.dataSetAttributes)
        if !whole.isEmpty { builder.append(whole, at: place(value)) }
        return builder.ordered
    }

    private mutating func observation(_ key: String, _ value: JSONValue, _ structure: JSONStructure) -> [Cell] {
        var cells = self.key(key, structure.observation, at: value)
        let entries = value.array ?? []
        for (measure, entry) in zip(structure.measures, entries) {
            if let found = self.value(entry, of: measure) { cells.append((measure.id, .measure, found)) }
        }
        for (attribute, entry) in zip(structure.observationAttributes, entries.dropFirst(structure.measures.count)) {
            if let found = self.value(entry, of: attribute) { cells.append((attribute.id, .attribute, found)) }
        }
        return cells
    }

    /// The members of a key; an empty one leaves its dimension open.
    private mutating func key(_ key: String, _ dimensions: [JSONStructure.Component], at value: JSONValue) -> [Cell] {
        let parts = key.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == dimensions.count || (dimensions.isEmpty && key.isEmpty) else {
            collector.add(.wrongIndex(key, of: dimensions.map(\.id).joined(separator: ":"), at: place(value)))
            return []
        }
        return zip(parts, dimensions).compactMap { part, dimension in
            if part.isEmpty || part == "~" { return nil }
            guard let index = Int(part), let values = dimension.values, values.indices.contains(index),
                let found = values[index]
            else {
                collector.add(.wrongIndex(String(part), of: dimension.id, at: place(value)))
                return nil
            }
            return (dimension.id, .dimension, found)
        }
    }

    private mutating func attributes(_ value: JSONValue?, _ components: [JSONStructure.Component]) -> [Cell] {
        zip(components, value?.array ?? []).compactMap { component, entry in
            self.value(entry, of: component).map { (component.id, .attribute, $0) }
        }
    }

    /// A value: by its index where the component lists its values, else as it stands.
    private mutating func value(_ entry: JSONValue, of component: JSONStructure.Component) -> ComponentValue? {
        if entry.isNull { return nil }
        guard let values = component.values else { return JSONStructure.value(entry) }
        guard let index = entry.integer, values.indices.contains(index) else {
            if entry.integer == nil, let literal = JSONStructure.value(entry) { return literal }
            collector.add(.wrongIndex(entry.scalar ?? "-", of: component.id, at: place(entry)))
            return nil
        }
        return values[index]
    }
}
