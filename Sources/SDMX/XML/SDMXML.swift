import StatisticalData

/// SDMX-ML: structures and data of the versions 2.1 and 3.0 read, those of 3.0 written.
///
/// Source: SDMX standards 2.1 and 3.0, section 3, and their schemas.
public enum SDMXML {
    static let schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/"
    static let instance = "http://www.w3.org/2001/XMLSchema-instance"

    static func namespaces(_ pairs: (String, String)...) -> [(String, String?)] {
        pairs.map { ("xmlns:" + $0.0, $0.1.hasPrefix("http") || $0.1.hasPrefix("urn") ? $0.1 : schemas + $0.1) }
    }

    /// The head every message has.
    static func write(_ header: MessageHeader, _ xml: inout XMLWriter, _ more: (inout XMLWriter) -> Void = { _ in }) {
        xml.element("mes:Header") { xml in
            xml.element("mes:ID", text: header.id)
            xml.element("mes:Test", text: "false")
            xml.element("mes:Prepared", text: header.prepared)
            xml.element("mes:Sender", [("id", header.sender)])
            more(&xml)
        }
    }
}

/// Who sends a message and when it was made. The time is that of the data, so that the same data give the same bytes.
public struct MessageHeader: Hashable, Sendable {
    /// The identifier of the message.
    public let id: String
    /// The time, as `2021-08-23T00:00:00Z`.
    public let prepared: String
    /// The agency.
    public let sender: String
}

extension Exchange {
    /// The header of messages: the identifier of the dataflow, and the newest date on which a value was known.
    public var header: MessageHeader {
        let days = dataSet["KNOWN_ON"]?.values.compactMap { KnownDate($0.text)?.latestDay } ?? []
        let newest = KnownDate(latestDay: days.max() ?? 0, precision: .day)
        return MessageHeader(
            id: dataSet.structure.id, prepared: "\(newest)T00:00:00Z", sender: dataSet.structure.agency)
    }
}
