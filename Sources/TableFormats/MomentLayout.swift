internal import Spreadsheets
internal import StatisticalData

/// Which column of a table of moments is what.
struct MomentLayout {
    /// The column of moments; `nil` for a wide table.
    private(set) var moment: String?
    /// The moments of a wide table.
    private(set) var moments: [String] = []
    /// The columns of labels.
    private(set) var labels: [String] = []
    /// The names of the figures.
    private(set) var figures: [String] = []
    /// What is neither.
    private(set) var ignored: [String] = []

    init?(_ sheet: Sheet, _ request: DecompositionTable.Request, faults: inout FaultCollector) {
        var own = FaultCollector()
        defer { faults.add(contentsOf: own.faults) }
        let names = request.required + request.optional
        moment = request.over ?? Self.momentColumn(sheet.header, beside: names)
        if let over = request.over, !sheet.has(over) {
            own.add(.csvMissingColumn(over, among: sheet.header, file: sheet.file))
        }
        if moment == nil { moments = Self.suffixes(sheet.header, of: request.required) }
        if moment == nil, moments.isEmpty {
            own.add(.noMoments(known: DecompositionTable.momentColumns, file: sheet.file))
        }
        for name in request.required where moments.isEmpty && !sheet.has(name) {
            own.add(.csvMissingColumn(name, among: sheet.header, file: sheet.file))
        }
        figures = request.required
        figures += request.optional.filter { name in
            moments.isEmpty ? sheet.has(name) : moments.allSatisfy { sheet.has(name + "_" + $0) }
        }
        let used = Set([moment].compactMap { $0 } + figures.flatMap(columns))
        let others = sheet.header.filter { !used.contains($0) }
        labels = request.cells ?? others.filter { request.dimensions.contains($0) || Self.isLabel(sheet.column($0)) }
        for name in Set(labels + request.dimensions).sorted() {
            if !sheet.has(name) {
                own.add(.csvMissingColumn(name, among: others, file: sheet.file))
            } else if used.contains(name) {
                own.add(.cellsAreFigures(name, at: sheet.headerPlace(name)))
            }
        }
        ignored = others.filter { !labels.contains($0) }
        guard !own.hasErrors else { return nil }
    }

    /// The columns that hold a figure.
    func columns(of name: String) -> [String] {
        moments.isEmpty ? [name] : moments.map { name + "_" + $0 }
    }

    private static func momentColumn(_ header: [String], beside names: [String]) -> String? {
        for word in DecompositionTable.momentColumns {
            if let column = header.first(where: { $0.lowercased() == word && !names.contains($0) }) { return column }
        }
        return nil
    }

    /// What follows `NAME_` for every name.
    private static func suffixes(_ header: [String], of names: [String]) -> [String] {
        guard let first = names.first else { return [] }
        let candidates = header.filter { $0.hasPrefix(first + "_") }.map { String($0.dropFirst(first.count + 1)) }
        let known = Set(header)
        return candidates.filter { suffix in names.allSatisfy { known.contains($0 + "_" + suffix) } }
    }

    /// Labels are words, or whole numbers such as codes; anything with decimals is a figure.
    private static func isLabel(_ column: [String?]) -> Bool {
        let words = column.compactMap { $0 }
        return words.contains { DecimalNumber($0) == nil } || words.allSatisfy { $0.allSatisfy(\.isWholeNumber) }
    }
}
