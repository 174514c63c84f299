import StatisticalData

/// The data structure definition of a workspace, with code lists of what occurs in the data.
struct ExchangeStructure {
    let dataflow: StructureReference
    let structure: DataStructure
    let message: StructureMessage

    init(
        _ observations: [Observation], areas: AreaHierarchy, areaCodes: AreaCodes, indicators: [Indicator],
        sources: [Source.ID: Source], title: LocalisedText, options: Exchange.Options
    ) {
        let suffix = options.hasVintages ? "VINTAGES" : "INDICATORS"
        let agency = options.agency
        let scheme = StructureReference(.conceptScheme, agency: agency, id: "CS_GREENPRINT")
        dataflow = StructureReference(.dataflow, agency: agency, id: "DF_" + suffix)
        let lists = ExchangeCodelists(agency)
        var structure = DataStructure(
            StructureReference(.dataStructure, agency: agency, id: "DSD_" + suffix), names: Names(title))
        let concepts = ExchangeConcepts.all.filter { $0.id != "VINTAGE" || options.hasVintages }
        let unit = Self.unitRelation(observations, hasVintages: options.hasVintages)
        for concept in concepts {
            var component = Component(
                concept.id, conceptScheme: scheme, codelist: concept.codelist.map { lists.reference($0) },
                textType: concept.textType, isMandatory: concept.isMandatory, isTime: concept.id == "TIME_PERIOD")
            if concept.isUnit { component.relation = unit }
            switch concept.role {
            case .dimension: structure.dimensions.append(component)
            case .measure: structure.measures.append(component)
            case .attribute, .other: structure.attributes.append(component)
            }
        }
        self.structure = structure
        var message = StructureMessage()
        message.dataflows = [Dataflow(dataflow, names: Names(title), structure: structure.reference)]
        message.codelists = lists.all(
            observations, areas: areas, areaCodes: areaCodes, indicators: indicators, sources: sources)
        message.conceptSchemes = [
            ConceptScheme(
                scheme, names: ["en": "Concepts of green economy indicators", "zh": "绿色经济指标概念"],
                concepts: concepts.map { .init($0.id, names: Names($0.name)) })
        ]
        message.dataStructures = [structure]
        self.message = message
    }

    /// Units hang on the series where none changes its unit, as the attribute must not vary there; else on observations.
    private static func unitRelation(_ observations: [Observation], hasVintages: Bool) -> Component.Relation {
        struct SeriesOfOneFrequency: Hashable {
            let key: SeriesKey
            let frequency: Period.Frequency
            let vintage: String
        }
        var units: [SeriesOfOneFrequency: String] = [:]
        for observation in observations {
            let vintage = hasVintages ? observation.knownOn.description : ""
            let series = SeriesOfOneFrequency(
                key: observation.series, frequency: observation.period.frequency, vintage: vintage)
            if units.updateValue(observation.unit.symbol, forKey: series) ?? observation.unit.symbol
                != observation.unit.symbol
            {
                return .observation
            }
        }
        let ids = ["FREQ", "REF_AREA", "INDICATOR", "TRANSFORMATION"] + (hasVintages ? ["VINTAGE"] : [])
        return .dimensions(ids)
    }
}

extension Names {
    /// The names in both languages.
    init(_ text: LocalisedText) {
        self = ["en": text.en, "zh": text.zh]
    }
}
