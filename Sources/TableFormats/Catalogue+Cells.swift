internal import CompositeIndicators
internal import Spreadsheets
internal import StatisticalData

extension Catalogue {
    /// Reads a row apart from its further columns.
    func entry(_ code: String, _ row: Sheet.Row, faults: inout FaultCollector) -> Entry {
        let kind = kind(row, faults: &faults)
        var metadata = IndicatorMetadata(
            code: code, level: level(row, kind, faults: &faults), parent: parent(row, kind, code, faults: &faults),
            kind: kind ?? .other)
        metadata.direction = direction(row, kind, faults: &faults) ?? 1
        metadata.weight = weight(row, kind, faults: &faults) ?? 1
        metadata.name = sheet.text(row, SpecialColumn.name)
        if sheet.has(SpecialColumn.name), metadata.name == nil {
            faults.add(.indexEmptyField(at: sheet.place(row, SpecialColumn.name)))
        }
        metadata.unit = sheet.text(row, SpecialColumn.unit)
        metadata.target = target(row, kind, code, faults: &faults)
        metadata.denominator = sheet.text(row, SpecialColumn.denominator)
        return Entry(row: row, kind: kind, metadata: metadata)
    }

    private func kind(_ row: Sheet.Row, faults: inout FaultCollector) -> IndicatorMetadata.Kind? {
        let place = sheet.place(row, SpecialColumn.type)
        guard let text = sheet.text(row, SpecialColumn.type) else {
            faults.add(.indexEmptyField(at: place))
            return nil
        }
        if let kind = IndicatorMetadata.Kind(rawValue: text) { return kind }
        let words = IndicatorMetadata.Kind.allCases.map(\.rawValue)
        faults.add(.csvUnknownWord(text, allowed: words, at: place))
        return nil
    }

    /// 1 for an indicator, a whole number from 2 for an aggregate, missing for the rest.
    private func level(
        _ row: Sheet.Row, _ kind: IndicatorMetadata.Kind?, faults: inout FaultCollector
    ) -> Int? {
        guard let kind else { return nil }
        let place = sheet.place(row, SpecialColumn.level)
        guard let text = sheet.text(row, SpecialColumn.level) else {
            if kind == .indicator || kind == .aggregate { faults.add(.indexEmptyField(at: place)) }
            return nil
        }
        let level = DecimalNumber(text).flatMap { Int(exactly: $0.value) }
        switch kind {
        case .indicator where level == 1: return level
        case .aggregate where (level ?? 0) >= 2: return level
        default: faults.add(.indexLevel(text, kind: kind.rawValue, at: place))
        }
        return nil
    }

    private func parent(
        _ row: Sheet.Row, _ kind: IndicatorMetadata.Kind?, _ code: String, faults: inout FaultCollector
    ) -> String? {
        let parent = sheet.text(row, SpecialColumn.parent)
        guard let kind, kind != .indicator, kind != .aggregate, let parent else { return parent }
        let place = sheet.place(row, SpecialColumn.parent)
        faults.add(.indexParentOutsideTree(code, parent: parent, kind: kind.rawValue, at: place))
        return nil
    }

    private func direction(
        _ row: Sheet.Row, _ kind: IndicatorMetadata.Kind?, faults: inout FaultCollector
    ) -> Int? {
        guard let text = required(row, SpecialColumn.direction, kind, faults: &faults) else { return nil }
        let value = DecimalNumber(text)?.value
        if value == 1 || value == -1 { return value == 1 ? 1 : -1 }
        faults.add(.indexDirection(text, at: sheet.place(row, SpecialColumn.direction)))
        return nil
    }

    private func weight(
        _ row: Sheet.Row, _ kind: IndicatorMetadata.Kind?, faults: inout FaultCollector
    ) -> Double? {
        guard required(row, SpecialColumn.weight, kind, faults: &faults) != nil,
            let weight = sheet.number(row, SpecialColumn.weight, faults: &faults)
        else { return nil }
        if weight >= 0 { return weight }
        faults.add(.indexNegativeWeight(weight, at: sheet.place(row, SpecialColumn.weight)))
        return nil
    }

    /// The target; where there is such a column, every indicator needs one.
    private func target(
        _ row: Sheet.Row, _ kind: IndicatorMetadata.Kind?, _ code: String, faults: inout FaultCollector
    ) -> Double? {
        if kind == .indicator, sheet.has(SpecialColumn.target), sheet.text(row, SpecialColumn.target) == nil {
            faults.add(.indexMissingTarget(code, at: sheet.place(row, SpecialColumn.target)))
        }
        return sheet.number(row, SpecialColumn.target, faults: &faults)
    }

    /// The text of a cell that rows of the tree must fill in.
    private func required(
        _ row: Sheet.Row, _ column: String, _ kind: IndicatorMetadata.Kind?, faults: inout FaultCollector
    ) -> String? {
        let text = sheet.text(row, column)
        if text == nil, kind == .indicator || kind == .aggregate {
            faults.add(.indexEmptyField(at: sheet.place(row, column)))
        }
        return text
    }
}
