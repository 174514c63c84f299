internal import Spreadsheets
public import StatisticalData
public import TradeAnalysis

/// Small tables beside the flows of trade: lists of goods, concordances, groups, figures of areas, charged goods.
public enum GoodsTables {
    /// Lists: columns list, vintage (or hs_version), code (or hs_code), and where there are any stage (or category), dual_use
    /// (yes or no), share (or ex_out_share), verification (or status, membership).
    ///
    /// Anything but `verified`, `confirmed` and `official` in the mark is unverified.
    /// - Throws: `Faults` with all that was found.
    public static func lists(_ bytes: [UInt8], file: String) throws(Faults) -> [GoodsList] {
        try read(bytes, file: file) { sheet, faults in
            guard let code = sheet.first(["code", "hs_code", "hs6", "product"], or: "code", &faults) else { return nil }
            let vintage = ["vintage", "hs_version"].first(where: sheet.has) ?? ""
            let stage = ["stage", "category"].first(where: sheet.has) ?? ""
            let share = ["share", "ex_out_share"].first(where: sheet.has) ?? ""
            let mark = ["verification", "status", "membership"].first(where: sheet.has) ?? ""
            let entries = sheet.rows.compactMap { row -> GoodsList.Entry? in
                guard let name = sheet.text(row, code) else {
                    faults.add(.csvEmptyField(at: sheet.place(row, code)))
                    return nil
                }
                let isSure = ["verified", "confirmed", "official"].contains(sheet.text(row, mark) ?? "")
                return GoodsList.Entry(
                    list: sheet.text(row, "list") ?? file, vintage: sheet.text(row, vintage) ?? "", code: name,
                    stage: sheet.text(row, stage) ?? "", isDualUse: sheet.text(row, "dual_use") == "yes",
                    share: sheet.number(row, share, faults: &faults), verification: isSure ? .verified : .unverified)
            }
            do throws(TradeFaults) {
                return try GoodsList.lists(entries, digits: sheet.has("list") || sheet.has("hs_code"))
            } catch {
                faults.add(contentsOf: error.list.map { $0.fault(in: file) })
                return nil
            }
        }
    }

    /// A concordance: columns from_version, from_code, to_version, to_code.
    ///
    /// - Throws: `Faults` with all that was found.
    public static func concordance(_ bytes: [UInt8], file: String) throws(Faults) -> Concordance {
        try read(bytes, file: file) { sheet, faults in
            let names = ["from_version", "from_code", "to_version", "to_code"]
            let links = sheet.texts(names, &faults).map { row in
                Concordance.Link(
                    from: .init(vintage: row[0], code: row[1]), to: .init(vintage: row[2], code: row[3]))
            }
            return Concordance(links)
        }
    }

    /// Groups of partners: columns partner, group, and where there are any from and to, years.
    ///
    /// - Throws: `Faults` with all that was found.
    public static func groups(_ bytes: [UInt8], file: String) throws(Faults) -> [PartnerTable.Membership] {
        try read(bytes, file: file) { sheet, faults in
            let names = sheet.texts(["partner", "group"], &faults)
            guard names.count == sheet.rows.count else { return nil }
            return zip(sheet.rows, names).map { row, cells in
                PartnerTable.Membership(
                    partner: cells[0], group: cells[1],
                    from: sheet.number(row, "from", faults: &faults).map { Int($0.rounded()) },
                    to: sheet.number(row, "to", faults: &faults).map { Int($0.rounded()) })
            }
        }
    }

    /// One figure for each name: the first column holds names, the second figures.
    ///
    /// - Throws: `Faults` with all that was found.
    public static func figures(_ bytes: [UInt8], file: String) throws(Faults) -> [String: Double] {
        try read(bytes, file: file) { sheet, faults in
            guard sheet.header.count > 1 else {
                faults.add(.csvMissingColumn("value", among: sheet.header, file: file))
                return nil
            }
            var found: [String: Double] = [:]
            for row in sheet.rows {
                guard let name = sheet.text(row, sheet.header[0]) else {
                    faults.add(.csvEmptyField(at: sheet.place(row, sheet.header[0])))
                    continue
                }
                guard let value = sheet.number(row, sheet.header[1], faults: &faults) else { continue }
                if found.updateValue(value, forKey: name) != nil {
                    faults.add(TradeFault.repeated(name).fault(in: file, line: row.line))
                }
            }
            return found
        }
    }

    /// Goods under a charge at a border, a row each with its terms: columns good, year, tonnes, emissions, benchmark, price,
    /// share, chargeable_share, factor, certificate_price, origin_price.
    ///
    /// - Throws: `Faults` with all that was found.
    public static func charges(_ bytes: [UInt8], file: String) throws(Faults) -> [ChargedGood] {
        try read(bytes, file: file) { sheet, faults in
            let names = [
                "tonnes", "emissions", "benchmark", "price", "share", "chargeable_share", "factor",
                "certificate_price", "origin_price",
            ]
            for name in ["good", "year"] + names where !sheet.has(name) {
                faults.add(.csvMissingColumn(name, among: sheet.header, file: file))
            }
            guard !faults.hasErrors else { return nil }
            return sheet.rows.compactMap { row in
                for name in names + ["good"] where sheet.text(row, name) == nil {
                    faults.add(.csvEmptyField(at: sheet.place(row, name)))
                }
                let values = names.compactMap { sheet.number(row, $0, faults: &faults) }
                guard values.count == names.count else { return nil }
                return ChargedGood(
                    good: .init(
                        name: sheet.text(row, "good") ?? "", tonnes: values[0], emissions: values[1],
                        benchmark: values[2], price: values[3], share: values[4]),
                    year: sheet.text(row, "year") ?? "",
                    terms: .init(
                        chargeable: values[5], factor: values[6], certificatePrice: values[7], originPrice: values[8]),
                    line: row.line)
            }
        }
    }

    /// A good under a charge with the terms of a year.
    public struct ChargedGood: Hashable, Sendable {
        /// The good.
        public let good: BorderCharge.Good
        /// The year, as written.
        public let year: String
        /// The terms.
        public let terms: BorderCharge.Terms
        /// The line of the file.
        public let line: Int
    }

    private static func read<Value>(
        _ bytes: [UInt8], file: String, _ body: (Sheet, inout FaultCollector) -> Value?
    ) throws(Faults) -> Value {
        var faults = FaultCollector()
        let value = Sheet.read(bytes, file: file, faults: &faults).flatMap { body($0, &faults) }
        try faults.throwIfFaulty(in: file)
        guard let value else { throw Faults([TradeFault.empty.fault(in: file)]) }
        return value
    }
}

extension Sheet {
    /// The first of some columns that is there; a fault where none is.
    fileprivate func first(_ names: [String], or expected: String, _ faults: inout FaultCollector) -> String? {
        let found = names.first(where: has)
        if found == nil { faults.add(.csvMissingColumn(expected, among: header, file: file)) }
        return found
    }

    /// The cells of some columns of each row, none of them empty.
    fileprivate func texts(_ names: [String], _ faults: inout FaultCollector) -> [[String]] {
        for name in names where !has(name) { faults.add(.csvMissingColumn(name, among: header, file: file)) }
        guard !faults.hasErrors else { return [] }
        return rows.compactMap { row in
            for name in names where text(row, name) == nil { faults.add(.csvEmptyField(at: place(row, name))) }
            let cells = names.compactMap { text(row, $0) }
            return cells.count == names.count ? cells : nil
        }
    }
}
