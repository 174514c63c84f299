internal import Spreadsheets
internal import StatisticalData
internal import TradeAnalysis

/// Names with numbers, in the order they first come.
struct NumberedNames {
    private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]

    mutating func number(_ name: String) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        numbers[name] = number
        names.append(name)
        return number
    }
}

/// The rows of a table of trade.
struct TradeRows {
    let columns: TradeColumns
    private(set) var flows: [TradeTable.Flow] = []
    private(set) var areas = NumberedNames()
    private(set) var partners = NumberedNames()
    private(set) var products = NumberedNames()
    private(set) var vintages: Set<String> = []
    private(set) var notices: [Fault] = []
    private var keys: Set<Key> = []
    private var leftOut: [String: (count: Int, example: String)] = [:]

    private struct Key: Hashable {
        var area, partner, product, year: Int32
        var direction: TradeTable.Direction
    }

    /// Reads all rows; `nil` when the header cannot be used.
    init?(_ bytes: [UInt8], file: String, _ request: TradeTable.Request, faults: inout FaultCollector) {
        var failed = FaultCollector()
        let result: TradeRows? = bytes.withUnsafeBytes { raw in
            do throws(Faults) {
                var reader = try CSVReader(raw, file: file, limits: CSVLimits(columns: 10_000))
                guard let columns = TradeColumns(reader.header, file: file, request, faults: &failed) else {
                    return nil
                }
                var rows = TradeRows(columns)
                rows.read(&reader, faults: &failed)
                rows.finish(file: file, faults: &failed)
                return rows
            } catch {
                failed.add(contentsOf: error.list)
                return nil
            }
        }
        faults = failed
        guard let result else { return nil }
        self = result
    }

    private init(_ columns: TradeColumns) { self.columns = columns }

    private mutating func read(_ reader: inout CSVReader, faults: inout FaultCollector) {
        var row = CSVRow()
        while true {
            do throws(Fault) {
                guard try reader.next(&row) else { return }
                if columns.layout == .wide {
                    addWide(reader, row, faults: &faults)
                } else {
                    add(reader, row, faults: &faults)
                }
            } catch {
                faults.add(error)
            }
        }
    }

    private mutating func addWide(_ reader: borrowing CSVReader, _ row: CSVRow, faults: inout FaultCollector) {
        let name = reader.string(row, 0)
        guard !name.isEmpty else { return faults.add(.csvEmptyField(at: reader.place(row, 0))) }
        let area = areas.number(name)
        for column in 1..<max(1, row.count) {
            let product = products.number(reader.header[column])
            guard let value = value(reader, row, column, isEmptyZero: true, faults: &faults) else { continue }
            append(
                .init(
                    area: area, partner: TradeTable.noPartner, product: product, year: TradeTable.noYear,
                    direction: .exports, value: value), at: reader.place(row, 0), faults: &faults)
        }
    }

    private mutating func add(_ reader: borrowing CSVReader, _ row: CSVRow, faults: inout FaultCollector) {
        for total in columns.totals where !total.words.contains(reader.string(row, total.column)) {
            return leave("trade-parts-left-out", reader.string(row, total.column))
        }
        var direction = TradeTable.Direction.exports
        if let flow = columns.flow {
            guard let found = Self.direction(reader.string(row, flow)) else {
                return leave("trade-flows-left-out", reader.string(row, flow))
            }
            direction = found
        }
        guard let productColumn = columns.product, let valueColumn = columns.value else { return }
        let code = reader.string(row, productColumn)
        if columns.layout == .comtrade, code.utf8.count < 5 || !code.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
            return leave("trade-aggregates-left-out", code)
        }
        if let vintage = columns.vintage { vintages.insert(reader.string(row, vintage)) }
        var year = TradeTable.noYear
        if let column = columns.year {
            guard let found = Int32(reader.string(row, column)), (1000...9999).contains(found) else {
                return faults.add(.csvMalformed(.integer, reader.string(row, column), at: reader.place(row, column)))
            }
            year = found
        }
        var names: [String] = [code]
        for column in [columns.area, columns.partner] {
            names.append(column.map { reader.string(row, $0) } ?? "-")
        }
        for (name, column) in zip(names, [productColumn, columns.area, columns.partner]) where name.isEmpty {
            return faults.add(.csvEmptyField(at: reader.place(row, column ?? productColumn)))
        }
        guard let value = value(reader, row, valueColumn, isEmptyZero: false, faults: &faults) else { return }
        let product = products.number(code)
        let area = areas.number(names[1])
        let partner = columns.partner == nil ? TradeTable.noPartner : partners.number(names[2])
        append(
            .init(area: area, partner: partner, product: product, year: year, direction: direction, value: value),
            at: reader.place(row, productColumn), faults: &faults)
    }

    private func value(
        _ reader: borrowing CSVReader, _ row: CSVRow, _ column: Int, isEmptyZero: Bool, faults: inout FaultCollector
    ) -> Double? {
        let field = reader.bytes(row, column)
        if field.isEmpty {
            if isEmptyZero { return 0 }
            faults.add(.csvEmptyField(at: reader.place(row, column)))
            return nil
        }
        guard let number = DecimalNumber(field) else {
            faults.add(.csvNotANumber(reader.string(row, column), at: reader.place(row, column)))
            return nil
        }
        if number.value < 0 {
            faults.add(.tradeNegative(reader.string(row, column), at: reader.place(row, column)))
            return nil
        }
        return number.value
    }

    private mutating func append(
        _ flow: TradeTable.Flow, at place: @autoclosure () -> Place, faults: inout FaultCollector
    ) {
        let key = Key(
            area: flow.area, partner: flow.partner, product: flow.product, year: flow.year, direction: flow.direction)
        guard keys.insert(key).inserted else {
            let partner = flow.partner >= 0 ? " · " + partners.names[Int(flow.partner)] : ""
            let name = areas.names[Int(flow.area)] + partner + " · " + products.names[Int(flow.product)]
            return faults.add(.tradeDuplicate(name, at: place()))
        }
        flows.append(flow)
    }

    private static func direction(_ word: String) -> TradeTable.Direction? {
        switch word {
        case "X", "Export", "export", "exports": .exports
        case "M", "Import", "import", "imports": .imports
        default: nil
        }
    }

    private mutating func leave(_ why: String, _ example: String) {
        leftOut[why, default: (0, example)].count += 1
    }

    /// Codes to six digits, mirror flows, and what is told.
    private mutating func finish(file: String, faults: inout FaultCollector) {
        if vintages.count > 1 { faults.add(.tradeVintages(vintages.sorted(), file: file)) }
        for (why, found) in leftOut.sorted(by: { $0.key < $1.key }) {
            notices.append(.tradeLeftOut(why, count: found.count, example: found.example, file: file))
        }
        guard columns.layout == .comtrade || columns.layout == .baci else { return }
        do throws(TradeFaults) {
            try shorten(file: file)
        } catch {
            faults.add(contentsOf: error.list.map { $0.fault(in: file) })
        }
        if columns.layout == .baci { mirror() }
    }

    private mutating func shorten(file: String) throws(TradeFaults) {
        let codes = try GoodsCode.sixDigits(products.names)
        let changed = codes.filter { $0.key != $0.value }.sorted { $0.key < $1.key }
        guard let first = changed.first else { return }
        notices.append(
            .tradeLeftOut(
                "trade-codes-changed", count: changed.count, example: first.key + " → " + first.value, file: file))
        var short = NumberedNames()
        let numbers = products.names.map { short.number(codes[$0] ?? $0) }
        var sums: [Key: Int] = [:]
        var merged: [TradeTable.Flow] = []
        for var flow in flows {
            flow.product = numbers[Int(flow.product)]
            let key = Key(
                area: flow.area, partner: flow.partner, product: flow.product, year: flow.year,
                direction: flow.direction)
            if let place = sums[key] {
                merged[place].value += flow.value
            } else {
                sums[key] = merged.count
                merged.append(flow)
            }
        }
        (flows, products) = (merged, short)
    }

    /// What one sells another buys: BACI tells each flow once, reconciled.
    private mutating func mirror() {
        let sold = flows
        for flow in sold {
            let buyer = areas.number(partners.names[Int(flow.partner)])
            let seller = partners.number(areas.names[Int(flow.area)])
            var bought = flow
            (bought.area, bought.partner, bought.direction) = (buyer, seller, .imports)
            flows.append(bought)
        }
    }
}
