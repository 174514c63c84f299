extension SDMXML {
    /// Writes structures as SDMX-ML 3.0, which the official schema accepts.
    public static func write(_ structures: StructureMessage, header: MessageHeader) -> String {
        var xml = XMLWriter()
        xml.element("mes:Structure", namespaces(("mes", "message"), ("str", "structure"), ("com", "common"))) { xml in
            write(header, &xml)
            xml.element("mes:Structures") { xml in
                list("Dataflows", structures.dataflows, &xml, dataflow)
                list("Codelists", structures.codelists, &xml, codelist)
                list("ConceptSchemes", structures.conceptSchemes, &xml, conceptScheme)
                list("DataStructures", structures.dataStructures, &xml, dataStructure)
            }
        }
        return xml.text
    }

    private static func list<Item>(
        _ name: String, _ items: [Item], _ xml: inout XMLWriter, _ write: (Item, inout XMLWriter) -> Void
    ) {
        guard !items.isEmpty else { return }
        xml.element("str:" + name) { xml in
            for item in items { write(item, &xml) }
        }
    }

    private static func identity(_ reference: StructureReference) -> [(String, String?)] {
        [("id", reference.id), ("agencyID", reference.agency), ("version", reference.version ?? "1.0")]
    }

    private static func names(_ names: Names, _ id: String, _ xml: inout XMLWriter) {
        for (language, name) in (names.isEmpty ? ["en": id] : names).sorted(by: { $0.key < $1.key }) {
            xml.element("com:Name", [("xml:lang", language.isEmpty ? nil : language)], text: name)
        }
    }

    private static func dataflow(_ flow: Dataflow, _ xml: inout XMLWriter) {
        xml.element("str:Dataflow", identity(flow.reference)) { xml in
            names(flow.names, flow.reference.id, &xml)
            xml.element("str:Structure", text: flow.structure.urn)
        }
    }

    private static func codelist(_ list: Codelist, _ xml: inout XMLWriter) {
        xml.element("str:Codelist", identity(list.reference)) { xml in
            names(list.names, list.reference.id, &xml)
            for code in list.codes {
                xml.element("str:Code", [("id", code.id)]) { xml in
                    names(code.names, code.id, &xml)
                    if let parent = code.parent { xml.element("str:Parent", text: parent) }
                }
            }
        }
    }

    private static func conceptScheme(_ scheme: ConceptScheme, _ xml: inout XMLWriter) {
        xml.element("str:ConceptScheme", identity(scheme.reference)) { xml in
            names(scheme.names, scheme.reference.id, &xml)
            for concept in scheme.concepts {
                xml.element("str:Concept", [("id", concept.id)]) { xml in
                    names(concept.names, concept.id, &xml)
                    if let codelist = concept.codelist {
                        xml.element("str:CoreRepresentation") { $0.element("str:Enumeration", text: codelist.urn) }
                    }
                }
            }
        }
    }

    private static func dataStructure(_ structure: DataStructure, _ xml: inout XMLWriter) {
        xml.element("str:DataStructure", identity(structure.reference)) { xml in
            names(structure.names, structure.reference.id, &xml)
            xml.element("str:DataStructureComponents") { xml in
                xml.element("str:DimensionList", [("id", "DimensionDescriptor")]) { xml in
                    for (index, dimension) in structure.dimensions.enumerated() {
                        let position = dimension.isTime ? nil : String(index + 1)
                        let name = dimension.isTime ? "str:TimeDimension" : "str:Dimension"
                        xml.element(name, [("id", dimension.id), ("position", position)]) {
                            representation(dimension, &$0)
                        }
                    }
                }
                for (group, dimensions) in structure.groups.sorted(by: { $0.key < $1.key }) {
                    xml.element("str:Group", [("id", group)]) { xml in
                        for id in dimensions {
                            xml.element("str:GroupDimension") { $0.element("str:DimensionReference", text: id) }
                        }
                    }
                }
                components(structure.attributes, "Attribute", &xml)
                components(structure.measures, "Measure", &xml)
            }
        }
    }

    private static func components(_ components: [Component], _ kind: String, _ xml: inout XMLWriter) {
        guard !components.isEmpty else { return }
        xml.element("str:\(kind)List", [("id", kind + "Descriptor")]) { xml in
            for component in components {
                let usage = component.isMandatory ? "mandatory" : "optional"
                xml.element("str:" + kind, [("id", component.id), ("usage", usage)]) { xml in
                    representation(component, &xml)
                    if kind == "Attribute" { relation(component.relation, &xml) }
                }
            }
        }
    }

    private static func representation(_ component: Component, _ xml: inout XMLWriter) {
        if let scheme = component.conceptScheme {
            let urn = scheme.urn.replacing("conceptscheme.ConceptScheme=", with: "conceptscheme.Concept=")
            xml.element("str:ConceptIdentity", text: urn + "." + component.concept)
        }
        guard component.codelist != nil || component.textType != nil else { return }
        xml.element("str:LocalRepresentation") { xml in
            if let codelist = component.codelist {
                xml.element("str:Enumeration", text: codelist.urn)
            } else {
                xml.element("str:TextFormat", [("textType", component.textType)])
            }
        }
    }

    private static func relation(_ relation: Component.Relation, _ xml: inout XMLWriter) {
        xml.element("str:AttributeRelationship") { xml in
            switch relation {
            case .observation: xml.element("str:Observation")
            case .dimensions(let ids): for id in ids { xml.element("str:Dimension", text: id) }
            case .group(let id): xml.element("str:Group", text: id)
            case .dataSet: xml.element("str:Dataflow")
            }
        }
    }
}
