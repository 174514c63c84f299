/// What a JSON message says of its components: their values in the order of the indices.
struct JSONStructure {
    /// A component; without `values` its values stand where they are used.
    struct Component {
        let id: String
        let values: [ComponentValue?]?
    }

    let reference: StructureReference?
    let fixed: [Component]
    let series: [Component]
    let observation: [Component]
    let measures: [Component]
    let dataSetAttributes: [Component]
    let groupAttributes: [Component]
    let seriesAttributes: [Component]
    let observationAttributes: [Component]

    init(_ value: JSONValue) {
        func components(_ kind: String, _ level: String) -> [Component] {
            (value[kind]?[level]?.array ?? []).map(Self.component)
        }
        reference = Self.reference(in: value)
        fixed = components("dimensions", "dataSet")
        series = components("dimensions", "series")
        observation = components("dimensions", "observation")
        let named = components("measures", "observation")
        measures = named.isEmpty ? [Component(id: "OBS_VALUE", values: nil)] : named
        dataSetAttributes = components("attributes", "dataSet")
        groupAttributes = components("attributes", "dimensionGroup")
        seriesAttributes = components("attributes", "series")
        observationAttributes = components("attributes", "observation")
    }

    private static func component(_ value: JSONValue) -> Component {
        let entries = value["values"]?.array ?? []
        return Component(id: value["id"]?.string ?? "", values: entries.isEmpty ? nil : entries.map(entry))
    }

    /// A listed value: a code by its identifier, another by itself or its name.
    private static func entry(_ entry: JSONValue) -> ComponentValue? {
        if let id = entry["id"]?.scalar { return .text(id) }
        if let listed = entry["value"] ?? entry["values"] { return value(listed) }
        return entry["name"].flatMap(value)
    }

    /// A value as it stands: a text, a number, texts by language, or a list.
    static func value(_ value: JSONValue) -> ComponentValue? {
        if let scalar = value.scalar { return .text(scalar) }
        if let members = value.members { return .localised([languages(members)]) }
        guard let entries = value.array?.filter({ !$0.isNull }), !entries.isEmpty else { return nil }
        let localised = entries.compactMap { $0.members.map(languages) }
        return localised.isEmpty ? .list(entries.compactMap(\.scalar)) : .localised(localised)
    }

    private static func languages(_ members: [(key: String, value: JSONValue)]) -> [ComponentValue.LanguageText] {
        members.map { .init($0.key, $0.value.scalar ?? "") }
    }

    /// The dataflow, else the data structure, that the links name by URN or by the end of an address.
    static func reference(in value: JSONValue) -> StructureReference? {
        let links = value["links"]?.array ?? []
        for kind in [StructureReference.Kind.dataflow, .dataStructure] {
            for link in links {
                if let urn = link["urn"]?.string, let named = StructureReference.named(by: urn),
                    named.reference.kind == kind
                {
                    return named.reference
                }
                guard link["rel"]?.string == kind.rawValue, let href = link["href"]?.string else { continue }
                let parts = href.split(separator: "/").suffix(3)
                if parts.count == 3, let first = parts.first {
                    let text = "\(first):\(parts[parts.startIndex + 1])(\(parts[parts.startIndex + 2]))"
                    if let reference = StructureReference(kind, text) { return reference }
                }
            }
        }
        return nil
    }
}
