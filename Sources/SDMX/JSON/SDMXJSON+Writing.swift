/// SDMX-JSON data: 1.0, 2.0 and 2.1 read, 2.1 written.
///
/// Source: SDMX Technical Working Group, SDMX-JSON data message 2.1.
public enum SDMXJSON {
    static let schema = "https://json.sdmx.org/2.1/sdmx-json-data-schema.json"

    /// Writes the data of an exchange: one object a series; coded values as indices, numbers and texts as they are.
    public static func write(_ exchange: Exchange) -> String {
        guard let writer = JSONMessage(exchange) else { return "" }
        return writer.text
    }
}

/// Builds the message.
private struct JSONMessage {
    private let exchange: Exchange
    private let structure: DataStructure
    private let time: String
    private let seriesDimensions: [Component]
    private let seriesAttributes: [Component]
    private let ownAttributes: [Component]

    init?(_ exchange: Exchange) {
        guard let structure = exchange.structures.dataStructures.first, let time = structure.timeDimension else {
            return nil
        }
        self.exchange = exchange
        self.structure = structure
        self.time = time
        seriesDimensions = structure.dimensions.filter { $0.id != time }
        seriesAttributes = structure.attributes.filter { $0.relation != .observation }
        ownAttributes = structure.attributes.filter { $0.relation == .observation }
    }

    var text: String {
        let header = exchange.header
        let meta: [(String, JSONText)] = [
            ("schema", .string(SDMXJSON.schema)), ("id", .string(header.id)), ("prepared", .string(header.prepared)),
            ("contentLanguages", .array([.string("en"), .string("zh")])),
            ("sender", .object([("id", .string(header.sender))])),
        ]
        let data: [(String, JSONText)] = [
            ("structures", .array([.object(structureMembers)])),
            (
                "dataSets",
                .array([
                    .object([
                        ("structure", .number("0")), ("action", .string("Information")), ("series", .object(series)),
                    ])
                ])
            ),
        ]
        return JSONText.object([
            ("$schema", .string(SDMXJSON.schema)), ("meta", .object(meta)), ("data", .object(data)),
        ]).text(depth: 6) + "\n"
    }

    private var structureMembers: [(String, JSONText)] {
        let flow = exchange.structures.dataflows.first
        let links = [("dataflow", exchange.dataSet.structure), ("datastructure", structure.reference)]
        return names(flow?.names ?? [:], structure.reference.id) + [
            ("dataSets", .array([.number("0")])),
            (
                "links",
                .array(links.map { .object([("rel", .string($0.0)), ("urn", .string($0.1.urn))]) })
            ),
            (
                "dimensions",
                .object([
                    ("dataSet", .array([])), ("series", .array(seriesDimensions.map { .object(dimension($0)) })),
                    (
                        "observation",
                        .array(structure.dimensions.filter { $0.id == time }.map { .object(dimension($0)) })
                    ),
                ])
            ),
            ("measures", .object([("observation", .array(structure.measures.map { .object(component($0)) }))])),
            (
                "attributes",
                .object([
                    ("dataSet", .array([])), ("series", .array(seriesAttributes.map { .object(attribute($0)) })),
                    ("observation", .array(ownAttributes.map { .object(attribute($0)) })),
                ])
            ),
        ]
    }

    private func names(_ names: Names, _ id: String) -> [(String, JSONText)] {
        let sorted = names.sorted { $0.key < $1.key }.map { ($0.key, JSONText.string($0.value)) }
        return [("name", .string(names["en"] ?? id))] + (sorted.isEmpty ? [] : [("names", .object(sorted))])
    }

    private func component(_ component: Component) -> [(String, JSONText)] {
        let scheme = exchange.structures.conceptSchemes.first { $0.reference == component.conceptScheme }
        let concept = scheme?.concepts.first { $0.id == component.concept }
        return [("id", .string(component.id))] + names(concept?.names ?? [:], component.id)
    }

    private func dimension(_ dimension: Component) -> [(String, JSONText)] {
        let position = structure.dimensions.firstIndex { $0.id == dimension.id } ?? 0
        return component(dimension) + [("keyPosition", .number(String(position))), ("values", values(dimension))]
    }

    private func attribute(_ attribute: Component) -> [(String, JSONText)] {
        let relationship: (String, JSONText) =
            if case .dimensions(let ids) = attribute.relation {
                ("dimensions", .array(ids.map { .string($0) }))
            } else {
                ("observation", .object([]))
            }
        let isUsed = exchange.dataSet[attribute.id]?.values.isEmpty == false
        return component(attribute) + [("relationship", .object([relationship]))]
            + (attribute.codelist != nil && isUsed ? [("values", values(attribute))] : [])
    }

    /// The values that occur: of a code its identifier and names, of other dimensions the text.
    private func values(_ component: Component) -> JSONText {
        let list = exchange.structures.codelist(of: component)
        return .array(
            (exchange.dataSet[component.id]?.values ?? []).map { value in
                guard let code = list?.codes.first(where: { $0.id == value.text }) else {
                    return .object([("value", .string(value.text))])
                }
                return .object([("id", .string(code.id))] + names(code.names, code.id))
            })
    }

    private var series: [(String, JSONText)] {
        let dataSet = exchange.dataSet
        return SeriesOfRows(dataSet, without: time).series.map { rows in
            let observations = rows.map { row in
                (index(time, row), JSONText.array(self.values(row)))
            }
            let key = seriesDimensions.map { index($0.id, rows[0]) }.joined(separator: ":")
            let attributes = Self.trimmed(seriesAttributes.map { value($0, rows[0]) })
            return (key, .object([("attributes", .array(attributes)), ("observations", .object(observations))]))
        }
    }

    private func index(_ id: String, _ row: Int) -> String {
        String(exchange.dataSet[id]?.numbers[row] ?? 0)
    }

    /// The measures, then the attributes; nulls at the end are left out.
    private func values(_ row: Int) -> [JSONText] {
        Self.trimmed(
            structure.measures.map { measure in number(measure.id, row) } + ownAttributes.map { value($0, row) })
    }

    private func number(_ id: String, _ row: Int) -> JSONText {
        exchange.dataSet.text(id, row: row).map { .number($0) } ?? .null
    }

    private func value(_ attribute: Component, _ row: Int) -> JSONText {
        guard let text = exchange.dataSet.text(attribute.id, row: row) else { return .null }
        return attribute.codelist == nil ? .string(text) : .number(index(attribute.id, row))
    }

    private static func trimmed(_ values: [JSONText]) -> [JSONText] {
        var values = values
        while case .null? = values.last { values.removeLast() }
        return values
    }
}
