/// An element of XML as the readers see it.
struct XMLElement {
    /// The namespaces of SDMX, whatever their version; the prefix does not matter.
    enum Space {
        case message
        case generic
        case specific
        case structure
        case common
        /// None, or one made from a data structure.
        case other

        init(_ uri: String?) {
            let parts = (uri ?? "").split(separator: "/")
            guard parts.count > 6, parts[..<5].joined(separator: "/") == "http:/www.sdmx.org/resources/sdmxml/schemas",
                ["v2_1", "v3_0", "v3_1"].contains(parts[5])
            else {
                self = .other
                return
            }
            switch parts[6...].joined(separator: "/") {
            case "message": self = .message
            case "data/generic": self = .generic
            case "data/structurespecific": self = .specific
            case "structure": self = .structure
            case "common": self = .common
            default: self = .other
            }
        }
    }

    let space: Space
    let name: String
    /// The attributes by their names with prefix.
    let attributes: [String: String]
    let line: Int
    /// The text inside; that of elements inside is not part of it.
    var text = ""

    /// An attribute, whatever its prefix.
    subscript(name: String) -> String? {
        attributes[name] ?? attributes.first { $0.key.hasSuffix(":" + name) }?.value
    }
}
