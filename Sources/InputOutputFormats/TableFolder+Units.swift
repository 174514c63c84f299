internal import StatisticalData

extension TableFolder {
    /// The units that the file `unit` gives for labels, in their order; `nil` if there is none.
    func units(of labels: [[String]], faults: inout FaultCollector) throws -> [String]? {
        let read = try faults.collect { _ in
            try find("unit").map { (name: files.label($0.name), bytes: try files.read($0.name)) }
        }
        guard let (name, bytes) = read.flatMap({ $0 }) else { return nil }
        let index = labels.first?.count ?? 1
        do throws(Fault) {
            return try Self.units(bytes, file: name, labels: labels, index: index)
        } catch {
            faults.add(error)
            return nil
        }
    }

    private static func units(
        _ bytes: [UInt8], file: String, labels: [[String]], index: Int
    ) throws(Fault) -> [String] {
        let read: Result<[[String]: String], Fault> = bytes.withUnsafeBytes { raw in
            do throws(Fault) {
                var text = try DelimitedText(raw, file: file)
                var fields: [DelimitedText.Field] = []
                var units: [[String]: String] = [:]
                var isHeader = true
                while let line = try text.next(&fields) {
                    let place = Place(file: file, line: line)
                    guard fields.count == index + 1 else {
                        throw .ioFieldCount(fields.count, expected: index + 1, at: place)
                    }
                    var row: [String] = []
                    for field in fields { row.append(try text.text(field, at: place)) }
                    if !isHeader, units.updateValue(row[index], forKey: Array(row.prefix(index))) != nil {
                        throw .ioRepeatedLabel(Array(row.prefix(index)), at: place)
                    }
                    isHeader = false
                }
                return .success(units)
            } catch {
                return .failure(error)
            }
        }
        let units = try read.get()
        let missing = labels.filter { units[$0] == nil }
        guard missing.isEmpty else { throw .ioMissingLabels(missing, areRows: true, file: file) }
        return labels.compactMap { units[$0] }
    }
}
