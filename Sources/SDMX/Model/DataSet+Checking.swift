import Spreadsheets
public import StatisticalData

extension DataSet {
    /// Everything in which the rows do not follow their structure: codes that are not in their lists, values that are no
    /// numbers, periods that do not exist or do not fit the frequency, keys left open or given twice, attributes that are
    /// missing or change where they must not.
    ///
    /// Code lists that are only named, not given, cannot be checked.
    public func faults(against structure: DataStructure, _ structures: StructureMessage) -> [Fault] {
        guard action != .delete else { return [] }
        var faults: [Fault] = []
        for column in columns {
            guard let component = structure.component(column.id)?.component else { continue }
            faults += valueFaults(column, component, structures.codelist(of: component))
        }
        faults += frequencyFaults(structure)
        faults += openKeyFaults()
        faults += duplicateFaults()
        for attribute in structure.attributes { faults += attributeFaults(attribute, structure) }
        return faults.sorted { $0.place < $1.place }
    }

    func place(_ row: Int, _ column: String) -> Place {
        let place = places[row]
        return Place(file: place.file, line: place.line, column: place.line == nil ? place.column : column)
    }

    /// Values that are not in the code list, no numbers, no periods: each value is looked at once.
    private func valueFaults(_ column: ComponentColumn, _ component: Component, _ list: Codelist?) -> [Fault] {
        let known = list.map { Set($0.codes.map(\.id)) }
        let isBad = column.values.map { value -> Bool in
            if component.isTime { return TimePeriod(value.text) == nil }
            if let known { return !value.codes.allSatisfy(known.contains) }
            return component.isNumeric && !value.codes.allSatisfy { DecimalNumber($0) != nil }
        }
        guard isBad.contains(true) else { return [] }
        return (0..<count).compactMap { row in
            let number = column.numbers[row]
            guard number >= 0, isBad[Int(number)] else { return nil }
            let text = column.values[Int(number)].text
            if component.isTime { return .period(text, at: place(row, column.id)) }
            if let list { return .unknownCode(text, in: list, at: place(row, column.id)) }
            return .value(text, at: place(row, column.id))
        }
    }

    private func frequencyFaults(_ structure: DataStructure) -> [Fault] {
        guard let time = structure.timeDimension.flatMap({ self[$0] }), let frequency = self["FREQ"] else { return [] }
        let periods = time.values.map { TimePeriod($0.text) }
        return (0..<count).compactMap { row in
            guard time.numbers[row] >= 0, frequency.numbers[row] >= 0, let period = periods[Int(time.numbers[row])],
                !period.agrees(withFrequency: frequency.values[Int(frequency.numbers[row])].text)
            else { return nil }
            return .frequency(
                frequency[row]?.text ?? "", of: time[row]?.text ?? "", at: place(row, time.id))
        }
    }

    /// Values of measures without a whole key.
    private func openKeyFaults() -> [Fault] {
        let measures = columns(.measure)
        return (0..<count).compactMap { row in
            guard measures.contains(where: { $0.numbers[row] >= 0 }),
                let open = columns.first(where: { $0.role == .dimension && $0.numbers[row] < 0 })
            else { return nil }
            return .missingKey(at: place(row, open.id))
        }
    }

    private func duplicateFaults() -> [Fault] {
        let dimensions = columns(.dimension)
        var first: [RowKey: Int] = [:]
        first.reserveCapacity(count)
        let keys = RowKeys(dimensions)
        return (0..<count).compactMap { row in
            guard isObservation(row: row) else { return nil }
            let key = keys[row]
            guard let earlier = first[key] else {
                first[key] = row
                return nil
            }
            let text = dimensions.map { $0[row]?.text ?? "" }.joined(separator: " ")
            return .duplicateKey(text, first: places[earlier], at: places[row])
        }
    }

    /// An attribute that is missing, or changes within the part of the key it depends on.
    private func attributeFaults(_ attribute: Component, _ structure: DataStructure) -> [Fault] {
        let ids = structure.dimensions(of: attribute)
        let column = self[attribute.id]
        let depends = columns(.dimension).filter { ids.contains($0.id) }
        let keys = RowKeys(depends)
        let isOfObservation = depends.count == columns(.dimension).count
        var found: [RowKey: Int32] = [:]
        var faults: [Fault] = []
        for row in 0..<count {
            guard let column, column.numbers[row] >= 0 else { continue }
            let key = keys[row]
            guard let before = found[key] else {
                found[key] = column.numbers[row]
                continue
            }
            if before != column.numbers[row], !isOfObservation, isObservation(row: row) {
                faults.append(
                    .attributeVaries(
                        column[row]?.text ?? "", before: column.values[Int(before)].text, at: place(row, column.id)))
            }
        }
        guard attribute.isMandatory else { return faults }
        for row in 0..<count where isObservation(row: row) && found[keys[row]] == nil {
            faults.append(.missingAttribute(at: place(row, attribute.id)))
        }
        return faults
    }
}

/// The key of a row over some dimensions: one number where the dimensions have few values, as they mostly do.
enum RowKey: Hashable {
    case number(UInt64)
    case numbers([Int32])
}

/// The keys of all rows.
struct RowKeys {
    private let columns: [ComponentColumn]
    private let factors: [UInt64]?

    init(_ columns: [ComponentColumn]) {
        self.columns = columns
        var product: UInt64 = 1
        var factors: [UInt64] = []
        var fits = true
        for column in columns {
            factors.append(product)
            let (next, overflow) = product.multipliedReportingOverflow(by: UInt64(column.values.count + 1))
            product = next
            if overflow { fits = false }
        }
        self.factors = fits ? factors : nil
    }

    subscript(row: Int) -> RowKey {
        guard let factors else { return .numbers(columns.map { $0.numbers[row] }) }
        var key: UInt64 = 0
        for (column, factor) in zip(columns, factors) { key += UInt64(column.numbers[row] + 1) * factor }
        return .number(key)
    }
}
