import StatisticalData

extension Fault {
    static func workbookOld(_ file: String) -> Fault {
        Fault("workbook-old-or-protected", at: Place(file: file))
    }

    static func workbookDamaged(_ file: String, _ part: String) -> Fault {
        Fault("workbook-damaged", at: Place(file: file), ["found": String(part.prefix(80))])
    }

    static func workbookDoctype(_ file: String, _ part: String) -> Fault {
        Fault("workbook-doctype", at: Place(file: file), ["found": String(part.prefix(80))])
    }

    static func workbookLimit(_ file: String, _ part: String, _ limit: Int) -> Fault {
        Fault("workbook-limit", at: Place(file: file), ["found": String(part.prefix(80)), "limit": String(limit)])
    }

    static func workbookSheet(_ name: String, among sheets: [String], _ file: String) -> Fault {
        let nearest = Suggestion.nearest(to: name, among: sheets)
        return Fault(
            "workbook-sheet", at: Place(file: file),
            [
                "found": String(name.prefix(60)), "nearest": nearest ?? "-",
                "expected": sheets.prefix(40).joined(separator: ", "),
            ])
    }

    static func workbookWriting(_ file: String, _ reason: String) -> Fault {
        Fault("workbook-writing", at: Place(file: file), ["reason": reason])
    }

    static func workbookRows(_ count: Int, _ limit: Int, at place: Place) -> Fault {
        Fault("workbook-rows", at: place, ["found": String(count), "limit": String(limit)])
    }

    static func workbookText(_ count: Int, _ limit: Int, at place: Place) -> Fault {
        Fault("workbook-text", at: place, ["found": String(count), "limit": String(limit)])
    }

    static func workbookCharacter(at place: Place) -> Fault {
        Fault("workbook-character", at: place)
    }
}
