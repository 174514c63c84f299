extension SDMXML {
    /// Writes the data of an exchange as structure-specific SDMX-ML 3.0: one element a series, its periods within.
    public static func write(_ exchange: Exchange) -> String {
        guard let structure = exchange.structures.dataStructures.first, let time = structure.timeDimension else {
            return ""
        }
        let dataSet = exchange.dataSet
        let urn = structure.reference.urn
        let namespace = urn + ":ObsLevelDim:" + time
        let attributes = namespaces(
            ("mes", "message"), ("ss", "data/structurespecific"), ("com", "common"), ("xsi", instance),
            ("ns1", namespace))
        var xml = XMLWriter()
        xml.element("mes:StructureSpecificData", attributes) { xml in
            write(exchange.header, &xml) { xml in
                let named: [(String, String?)] = [
                    ("structureID", structure.reference.id), ("namespace", namespace), ("dimensionAtObservation", time),
                ]
                xml.element("mes:Structure", named) { $0.element("com:Structure", text: urn) }
            }
            let kind: [(String, String?)] = [
                ("ss:structureRef", structure.reference.id), ("xsi:type", "ns1:DataSetType"), ("action", "Information"),
                ("ss:dataScope", "DataStructure"),
            ]
            xml.element("mes:DataSet", kind) { xml in
                for rows in SeriesOfRows(dataSet, without: time).series { series(rows, dataSet, structure, &xml) }
            }
        }
        return xml.text
    }

    private static func series(_ rows: [Int], _ dataSet: DataSet, _ structure: DataStructure, _ xml: inout XMLWriter) {
        let time = structure.timeDimension
        let shared = structure.attributes.filter { $0.relation != .observation }
        let key = structure.dimensions.filter { $0.id != time }
        let own =
            structure.dimensions.filter { $0.id == time } + structure.measures
            + structure.attributes.filter { $0.relation == .observation }
        func attributes(_ components: [Component], _ row: Int) -> [(String, String?)] {
            components.map { ($0.id, dataSet.text($0.id, row: row)) }
        }
        xml.element("Series", attributes(key + shared, rows[0])) { xml in
            for row in rows { xml.element("Obs", attributes(own, row)) }
        }
    }
}
