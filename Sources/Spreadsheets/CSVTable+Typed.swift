public import StatisticalData

extension CSVTable.Row {
    /// The number in a column; `nil` when empty; a fault when it is no number.
    public func number(_ column: String, into collector: inout FaultCollector) -> DecimalNumber? {
        guard let text = self[column] else { return nil }
        if let number = DecimalNumber(text) { return number }
        collector.add(.csvNotANumber(text, at: place(column)))
        return nil
    }

    /// The whole number in a column; `nil` when empty.
    public func integer(_ column: String, into collector: inout FaultCollector) -> Int? {
        guard let text = self[column] else { return nil }
        if let number = Int(text) { return number }
        collector.add(.csvMalformed(.integer, text, at: place(column)))
        return nil
    }

    /// The word in a column, one of the raw values of a type; `nil` when empty.
    public func word<Word: RawRepresentable & CaseIterable>(
        _ column: String, _ type: Word.Type, into collector: inout FaultCollector
    ) -> Word? where Word.RawValue == String {
        guard let text = self[column] else { return nil }
        if let word = Word(rawValue: text) { return word }
        collector.add(.csvUnknownWord(text, allowed: Word.allCases.map(\.rawValue), at: place(column)))
        return nil
    }

    /// The unit in a column; `nil` when empty.
    public func unit(_ column: String, into collector: inout FaultCollector) -> UnitOfMeasure? {
        guard let text = self[column] else { return nil }
        if let unit = UnitOfMeasure(text) { return unit }
        collector.add(.csvMalformed(.unit, text, at: place(column)))
        return nil
    }

    /// The identifier in a column that must not be empty; a fault when it could not stand in an address.
    public func identifier<Owner>(
        _ column: String, of owner: Owner.Type, into collector: inout FaultCollector
    ) -> Identifier<Owner>? {
        guard let text = required(column, into: &collector) else { return nil }
        let identifier = Identifier<Owner>(text)
        if identifier.isPortable { return identifier }
        collector.add(.csvMalformed(.identifier, text, at: place(column)))
        return nil
    }

    /// The text in a column that must not be empty.
    public func required(_ column: String, into collector: inout FaultCollector) -> String? {
        if let text = self[column] { return text }
        collector.add(.csvEmptyField(at: place(column)))
        return nil
    }
}
