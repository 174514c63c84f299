import Programmes
import Spreadsheets
import StatisticalData

extension ProgrammeReader {
    func money(_ known: Known, into collector: inout FaultCollector) throws -> [MoneyFlow] {
        let table = try table(
            "money.csv", required: ["id", "kind", "from", "until", "amount", "currency", "basis"],
            optional: [
                "activity", "provider", "receiver", "sector", "instrument", "cepa", "mitigation", "source", "note",
                "note_zh",
            ], into: &collector)
        var seen: Set<[String]> = []
        return (table?.rows ?? []).compactMap { row in
            let id = row.identifier("id", of: MoneyFlow.self, into: &collector)
            let isNew = id.map { once([$0.rawValue], &seen, at: row.place("id"), into: &collector) } ?? false
            let flow = flow(row, id: id?.rawValue, known, into: &collector)
            return isNew ? flow : nil
        }
    }

    private func flow(
        _ row: CSVTable.Row, id: String?, _ known: Known, into collector: inout FaultCollector
    ) -> MoneyFlow? {
        for column in ["kind", "basis"] { _ = row.required(column, into: &collector) }
        let kind = row.word("kind", MoneyFlow.Kind.self, into: &collector)
        let basis = row.word("basis", MoneyFlow.Basis.self, into: &collector)
        let activity = activity(row, known, into: &collector)
        let from = date(row, "from", into: &collector)
        let until = date(row, "until", into: &collector)
        if let from, let until { checkPeriod(row, from, until, kind, into: &collector) }
        let amount = amount(row, into: &collector)
        let currency = currency(row, into: &collector)
        let provider = organisation(row, "provider", known, into: &collector)
        let receiver = organisation(row, "receiver", known, into: &collector)
        let sector = row.word("sector", MoneyFlow.Sector.self, into: &collector) ?? .public
        let instrument = row.word("instrument", MoneyFlow.Instrument.self, into: &collector) ?? .grant
        let protection = whole(row, "cepa", 1...9, into: &collector)
        let mitigation = whole(row, "mitigation", 0...2, into: &collector)
        let source = source(row, into: &collector)
        if basis == .published, row["source"] == nil {
            collector.add(Fault("programme-money-source", at: row.place("source")))
        }
        guard let id, let kind, let basis, let from, let until, let amount, let currency else { return nil }
        return MoneyFlow(
            id: id, activity: activity, kind: kind, from: from, until: until, amount: amount, currency: currency,
            provider: provider, receiver: receiver, sector: sector, instrument: instrument,
            protectionClass: protection, mitigationMarker: mitigation, basis: basis, source: source?.id,
            note: note(row), place: row.place("id"))
    }

    /// Ends after starts; a budget longer than a year cannot be published as one.
    private func checkPeriod(
        _ row: CSVTable.Row, _ from: KnownDate, _ until: KnownDate, _ kind: MoneyFlow.Kind?,
        into collector: inout FaultCollector
    ) {
        let first = from.firstDay.latestDay
        if until.latestDay < first {
            collector.add(.programmeDates(from, until, at: row.place("until")))
        } else if kind == .budget, until.latestDay - first > 365 {
            collector.add(
                Fault(
                    "programme-budget-long", at: row.place("until"), severity: .warning,
                    ["days": String(until.latestDay - first)]))
        }
    }

    private func amount(_ row: CSVTable.Row, into collector: inout FaultCollector) -> Double? {
        guard row.required("amount", into: &collector) != nil, let number = row.number("amount", into: &collector)
        else { return nil }
        if number.value >= 0 { return number.value }
        collector.add(Fault("programme-negative", at: row.place("amount"), ["found": row["amount"] ?? ""]))
        return nil
    }

    private func currency(_ row: CSVTable.Row, into collector: inout FaultCollector) -> String? {
        guard let text = row["currency"] else {
            collector.add(Fault("programme-currency-missing", at: row.place("currency")))
            return nil
        }
        if text.utf8.count == 3, text.utf8.allSatisfy({ (65...90).contains($0) }) { return text }
        collector.add(Fault("programme-currency", at: row.place("currency"), ["found": text]))
        return nil
    }

    private func whole(
        _ row: CSVTable.Row, _ column: String, _ range: ClosedRange<Int>, into collector: inout FaultCollector
    ) -> Int? {
        guard let number = row.integer(column, into: &collector) else { return nil }
        if range.contains(number) { return number }
        let expected = "\(range.lowerBound) ... \(range.upperBound)"
        collector.add(
            Fault("programme-range", at: row.place(column), ["found": String(number), "expected": expected]))
        return nil
    }
}
