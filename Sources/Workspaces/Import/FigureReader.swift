import Spreadsheets
import StatisticalData
import Studies

/// Reads the fields of a figure; every fault goes to `tell`, one never hides another.
struct FigureReader {
    let names: RegistryNames
    let plan: LayoutPlan
    let defaults: ImportDefaults
    let sources: [Source.ID: Source]
    let style: PrintedNumber.Style
    let missing: MissingSigns
    /// The place of a column of a row.
    let place: (_ line: Int, _ column: Int?) -> Place
    let tell: (Fault) -> Void

    private var areas: [String: (id: Area.ID, isExact: Bool)] = [:]
    private var indicators: [String: Indicator] = [:]
    private var units: [String: UnitOfMeasure] = [:]
    private var periods: [String: PrintedPeriod] = [:]

    init(
        names: RegistryNames, plan: LayoutPlan, defaults: ImportDefaults, sources: [Source.ID: Source],
        style: PrintedNumber.Style, missing: MissingSigns, place: @escaping (Int, Int?) -> Place,
        tell: @escaping (Fault) -> Void
    ) {
        self.names = names
        self.plan = plan
        self.defaults = defaults
        self.sources = sources
        self.style = style
        self.missing = missing
        self.place = place
        self.tell = tell
    }

    /// A field with its trimmed text and its place.
    struct Part {
        var text: String
        var kind: TableCell.Kind
        var place: Place
    }

    /// The figure; `nil` when any field is at fault.
    mutating func figure(_ fields: [LayoutPlan.Field?], line: Int) -> ImportedFigure? {
        func part(_ column: ImportColumn) -> Part {
            guard let field = fields[column.position] else {
                return Part(text: "", kind: .text, place: place(line, nil))
            }
            let index = field.index ?? plan.columns[column]
            return Part(text: CellText.trimmed(field.cell.text), kind: field.cell.kind, place: place(line, index))
        }
        let transformation = word(part(.transformation), defaults.transformation)
        let indicator = indicator(part(.indicator))
        let area = area(part(.area))
        let period = period(part(.period), transformation: transformation)
        let unit = unit(part(.unit), of: indicator, after: transformation)
        let value = value(part(.value), unit: unit?.unit, indicator: indicator, after: transformation)
        let qualifier = part(.qualifier).text.isEmpty ? nil : word(part(.qualifier), Qualifier?.none)
        let knownOn = date(part(.knownOn))
        let revision = word(part(.revision), defaults.revision)
        let hasTrust = !part(.trust).text.isEmpty
        let trust = hasTrust ? word(part(.trust), Trust?.none) : nil
        let source = source(part(.source))
        guard let transformation, let indicator, let area, let period, let unit, let value, let knownOn, let revision,
            let source, hasTrust == (trust != nil), part(.qualifier).text.isEmpty == (qualifier == nil)
        else { return nil }
        var note = part(.note).text
        var chinese = part(.chineseNote).text
        if value.number == nil, note.isEmpty, chinese.isEmpty {
            note =
                value.sign.isEmpty ? "The source gives no figure." : "The source prints \u{201C}\(value.sign)\u{201D}."
            chinese = value.sign.isEmpty ? "来源未给出数值。" : "来源印作\u{201C}\(value.sign)\u{201D}。"
        }
        return ImportedFigure(
            series: SeriesKey(indicator.id, transformation, in: area), period: period,
            value: value.number?.number.value,
            digits: value.number?.text ?? "", unit: unit.unit, qualifier: qualifier, knownOn: knownOn,
            revision: revision, trust: trust, source: source, note: note, chineseNote: chinese, line: line)
    }

    private mutating func indicator(_ part: Part) -> Indicator? {
        guard !part.text.isEmpty else { return empty(part) }
        guard let found = indicators[part.text] ?? names.indicator(part.text) else {
            tell(.importUnknownIndicator(part.text, among: names.indicatorWords, at: part.place))
            return nil
        }
        indicators[part.text] = found
        if found.id.rawValue != part.text { tell(.importReadAs(part.text, found.id.rawValue, at: part.place)) }
        return found
    }

    private mutating func area(_ part: Part) -> Area.ID? {
        guard !part.text.isEmpty else { return empty(part) }
        if areas[part.text] == nil {
            switch names.area(part.text) {
            case .one(let id): areas[part.text] = (id, id.rawValue == part.text)
            case .several(let ids):
                tell(
                    .importAmbiguousArea(part.text, candidates: ids.map { names.described($0) }, at: part.place))
            case .unknown: tell(.importUnknownArea(part.text, among: names.areaWords, at: part.place))
            }
        }
        guard let found = areas[part.text] else { return nil }
        if !found.isExact { tell(.importReadAs(part.text, found.id.rawValue, at: part.place)) }
        return found.id
    }

    private mutating func period(_ part: Part, transformation: Transformation?) -> Period? {
        guard !part.text.isEmpty else { return empty(part) }
        guard let printed = periods[part.text] ?? PrintedPeriod(part.text) else {
            tell(.csvMalformed(.period, part.text, at: part.place))
            return nil
        }
        periods[part.text] = printed
        let period = printed.period
        if period.frequency == .year, period.count == 2, transformation == .level || transformation == nil {
            tell(.importAmbiguousPeriod(part.text, at: part.place))
            return nil
        }
        if printed.isRewritten { tell(.importReadAs(part.text, period.description, at: part.place)) }
        return period
    }

    private mutating func unit(
        _ part: Part, of indicator: Indicator?, after transformation: Transformation?
    ) -> (unit: UnitOfMeasure, isOwn: Bool)? {
        guard !part.text.isEmpty else { return empty(part) }
        guard let unit = units[part.text] ?? names.unit(part.text) else {
            tell(.csvMalformed(.unit, part.text, at: part.place))
            return nil
        }
        units[part.text] = unit
        if unit.symbol != part.text { tell(.importReadAs(part.text, unit.symbol, at: part.place)) }
        guard let indicator, let transformation else { return (unit, true) }
        let expected = indicator.unit(after: transformation)
        guard unit.dimension == expected.dimension else {
            tell(.unitMismatch(unit, expected: expected, at: part.place))
            return nil
        }
        return (unit, unit == expected)
    }

    /// A figure that may be absent, with the sign that says so.
    private struct Figure {
        var number: PrintedNumber?
        var sign = ""
    }

    private func value(
        _ part: Part, unit: UnitOfMeasure?, indicator: Indicator?, after transformation: Transformation?
    ) -> Figure? {
        if let special = special(part, unit: unit) { return special.figure }
        if missing.contains(part.text) { return Figure(sign: part.text) }
        if part.kind == .text, plan.isWorkbook, (try? PrintedNumber(part.text, style: style)) != nil {
            tell(.importNumberAsText(part.text, at: part.place))
        }
        let isPercent = unit?.dimension == UnitOfMeasure.percent.dimension && unit?.symbol == "%"
        let style = part.kind == .number ? PrintedNumber.Style() : style
        do throws(PrintedNumber.Refusal) {
            let number = try PrintedNumber(part.text, style: style, allowsPercent: isPercent)
            if number.changes.contains(.fullWidth) { tell(.importFullWidth(part.text, number.text, at: part.place)) }
            if number.changes.contains(.percentSign) {
                tell(.importPercentSign(part.text, number.text, at: part.place))
            }
            if let unit, let indicator, let transformation {
                tellConversion(number, unit, indicator, transformation, part)
            }
            return Figure(number: number)
        } catch {
            tell(.importNumber(error, part.text, at: part.place))
            return nil
        }
    }

    /// Cells that only workbooks have.
    private func special(_ part: Part, unit: UnitOfMeasure?) -> (figure: Figure?, Void)? {
        switch part.kind {
        case .text, .number: return nil
        case .percentage:
            guard unit?.symbol == "%" else { return nil }
            guard let number = try? PrintedNumber(shifted(part.text)) else { return nil }
            let shown = Decimals.text(number.number.value)
            tell(.importPercentFormat(part.text, shown, at: part.place))
            return ((try? PrintedNumber(shown)).map { Figure(number: $0) }, ())
        case .error:
            guard CellText.comparable(part.text) == "#n/a" else {
                tell(.importCellError(part.text, at: part.place))
                return (nil, ())
            }
            tell(.importCellMissing(part.text, at: part.place))
            return (Figure(sign: part.text), ())
        case .formulaWithoutValue:
            tell(.importFormulaWithoutValue(at: part.place))
            return (Figure(sign: "="), ())
        case .boolean, .date, .invalidDate:
            tell(.importNumber(.notANumber, part.text, at: part.place))
            return (nil, ())
        }
    }

    /// A hundred times a number, by its exponent: exact.
    private func shifted(_ text: String) -> String {
        guard let e = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return text + "e2" }
        return text[..<e] + "e\((Int(text[text.index(after: e)...]) ?? 0) + 2)"
    }

    private func tellConversion(
        _ number: PrintedNumber, _ unit: UnitOfMeasure, _ indicator: Indicator, _ transformation: Transformation,
        _ part: Part
    ) {
        let expected = indicator.unit(after: transformation)
        guard unit.symbol != expected.symbol, unit != expected,
            let converted = unit.convert(number.number.value, to: expected)
        else { return }
        tell(
            .importUnitConverts(
                number.text + " " + unit.symbol, Decimals.text(converted) + " " + expected.symbol, at: part.place))
    }

    private func word<Word: RawRepresentable & CaseIterable>(_ part: Part, _ standard: Word?) -> Word?
    where Word.RawValue == String {
        guard !part.text.isEmpty else { return standard ?? empty(part) }
        if let word = Word(rawValue: part.text) { return word }
        tell(.csvUnknownWord(part.text, allowed: Word.allCases.map(\.rawValue), at: part.place))
        return nil
    }

    private func date(_ part: Part) -> KnownDate? {
        guard !part.text.isEmpty else { return defaults.knownOn ?? empty(part) }
        if let date = KnownDate(part.text) { return date }
        tell(.csvMalformed(.date, part.text, at: part.place))
        return nil
    }

    private func source(_ part: Part) -> Source.ID? {
        guard !part.text.isEmpty else { return defaults.source ?? empty(part) }
        let id = Source.ID(part.text)
        if sources[id] != nil { return id }
        tell(.unknownSource(part.text, among: sources.keys, at: part.place))
        return nil
    }

    private func empty<Value>(_ part: Part) -> Value? {
        tell(.csvEmptyField(at: part.place))
        return nil
    }
}
