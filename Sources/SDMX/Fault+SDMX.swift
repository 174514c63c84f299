import StatisticalData

extension Fault {
    private static func shown(_ text: String) -> String { String(text.prefix(80)) }

    static func header(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-header", at: place, ["found": shown(found)])
    }

    static func componentID(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-component-id", at: place, ["found": shown(found)])
    }

    static func repeatedComponent(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-repeated-component", at: place, ["found": shown(found)])
    }

    static func structureKind(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-structure-kind", at: place, ["found": shown(found)])
    }

    static func structureName(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-structure-name", at: place, ["found": shown(found)])
    }

    static func action(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-action", at: place, ["found": shown(found)])
    }

    static func unknownStructure(_ found: String, among known: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known)
        return Fault("sdmx-unknown-structure", at: place, ["found": shown(found), "nearest": nearest ?? "-"])
    }

    static func missingDimension(_ id: String, among found: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: id, among: found)
        return Fault("sdmx-missing-dimension", at: place, ["expected": id, "nearest": nearest ?? "-"])
    }

    static func unknownComponent(_ id: String, at place: Place) -> Fault {
        Fault("sdmx-unknown-component", at: place, severity: .warning, ["found": shown(id)])
    }

    static func keysGuessed(_ dimensions: [String], at place: Place) -> Fault {
        Fault("sdmx-keys-guessed", at: place, severity: .warning, ["found": dimensions.joined(separator: ", ")])
    }

    static func missingKey(at place: Place) -> Fault {
        Fault("sdmx-missing-key", at: place)
    }

    static func missingAttribute(at place: Place) -> Fault {
        Fault("sdmx-missing-attribute", at: place)
    }

    static func unknownCode(_ found: String, in list: Codelist, at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: list.codes.map(\.id))
        return Fault(
            "sdmx-unknown-code", at: place,
            ["found": shown(found), "nearest": nearest ?? "-", "list": list.reference.description])
    }

    static func value(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-not-a-number", at: place, ["found": shown(found)])
    }

    static func period(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-period", at: place, ["found": shown(found)])
    }

    static func frequency(_ frequency: String, of period: String, at place: Place) -> Fault {
        Fault("sdmx-frequency", at: place, ["found": shown(period), "frequency": shown(frequency)])
    }

    static func duplicateKey(_ key: String, first: Place, at place: Place) -> Fault {
        Fault("sdmx-duplicate-key", at: place, ["found": String(key.prefix(200)), "first": first.description])
    }

    static func attributeVaries(_ found: String, before: String, at place: Place) -> Fault {
        Fault("sdmx-attribute-varies", at: place, ["found": shown(found), "before": shown(before)])
    }
}

extension Fault {
    static func illegalCode(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-illegal-code", at: place, ["found": shown(found)])
    }

    static func illegalAgency(_ found: String) -> Fault {
        Fault("sdmx-illegal-agency", at: Place(file: "--agency"), ["found": shown(found)])
    }

    static func unregisteredIndicator(_ found: String, _ known: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: known)
        return Fault("sdmx-unknown-indicator", at: place, ["found": shown(found), "nearest": nearest ?? "-"])
    }

    static func reportingYear(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-reporting-year", at: place, ["found": shown(found)])
    }

    static func foreignPeriod(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-foreign-period", at: place, ["found": shown(found)])
    }

    static func unitCode(_ found: String, multiplier: String, at place: Place) -> Fault {
        Fault("sdmx-unit", at: place, ["found": shown(found), "multiplier": shown(multiplier)])
    }
}

extension Fault {
    static func notUTF8(at place: Place) -> Fault {
        Fault("sdmx-not-utf8", at: place)
    }

    static func tooDeep(_ limit: Int, at place: Place) -> Fault {
        Fault("sdmx-too-deep", at: place, ["limit": String(limit)])
    }

    static func json(expected: String, at place: Place) -> Fault {
        Fault("sdmx-json", at: place, ["expected": expected])
    }

    static func repeatedMember(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-json-repeated", at: place, ["found": shown(found)])
    }
}

extension Fault {
    static func illegalCharacter(_ text: String, at place: Place) -> Fault {
        Fault(
            "sdmx-illegal-character", at: place,
            ["found": String(shown(text).map { $0.isASCII && $0 < " " ? " " : $0 })])
    }

    static func missingMember(_ expected: String, at place: Place) -> Fault {
        Fault("sdmx-json-member", at: place, ["expected": expected])
    }

    static func wrongIndex(_ found: String, of component: String, at place: Place) -> Fault {
        Fault("sdmx-json-index", at: place, ["found": shown(found), "expected": component])
    }

    static func xml(_ message: String, at place: Place) -> Fault {
        Fault("sdmx-xml", at: place, ["found": shown(message)])
    }

    static func documentType(at place: Place) -> Fault {
        Fault("sdmx-doctype", at: place)
    }

    static func tooLong(_ limit: Int, at place: Place) -> Fault {
        Fault("sdmx-too-long", at: place, ["limit": String(limit)])
    }

    static func notReadable(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-message", at: place, ["found": shown(found)])
    }

    static func undeclared(_ found: String, at place: Place) -> Fault {
        Fault("sdmx-reference", at: place, ["found": shown(found)])
    }
}
