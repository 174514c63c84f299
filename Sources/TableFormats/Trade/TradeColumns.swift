internal import Spreadsheets
internal import StatisticalData

/// Which column of a table of trade tells what.
struct TradeColumns {
    let layout: TradeTable.Layout
    var area, product, value, partner, year, flow, vintage: Int?
    /// Columns that must hold the word for "all", with those words: rows of parts are left out.
    var totals: [(column: Int, words: Set<String>)] = []

    private static let comtrade = (
        area: ["reporterISO", "reporterCode", "Reporter ISO", "Reporter Code", "Reporter"],
        product: ["cmdCode", "Commodity Code"], value: ["primaryValue", "Trade Value (US$)"],
        partner: ["partnerISO", "partnerCode", "Partner ISO", "Partner Code", "Partner"],
        year: ["refYear", "Year", "period", "Period"], flow: ["flowCode", "flowDesc", "Trade Flow"],
        vintage: ["classificationCode", "Classification"]
    )
    private static let long = (
        area: ["area", "country", "reporter", "exporter", "region"], product: ["product", "hs6", "code", "commodity"],
        value: ["value", "exports", "export_value"], partner: ["partner", "importer", "destination"],
        year: ["year", "period", "time"], flow: ["flow", "direction"], vintage: ["hs_version", "vintage"]
    )

    /// Finds the columns; `nil` with faults where some are missing.
    init?(_ header: [String], file: String, _ request: TradeTable.Request, faults: inout FaultCollector) {
        let layout = request.layout ?? Self.layout(header, request)
        self.layout = layout
        func first(_ names: [String]) -> Int? { names.lazy.compactMap { header.firstIndex(of: $0) }.first }
        var needed: [(name: String, index: Int?)] = []
        switch layout {
        case .wide:
            area = 0
            return
        case .baci:
            (year, area, partner, product, value) = (
                first(["t"]), first(["i"]), first(["j"]), first(["k"]), first(["v"])
            )
            needed = [("t", year), ("i", area), ("j", partner), ("k", product), ("v", value)]
        case .comtrade:
            let names = Self.comtrade
            (area, product, value) = (first(names.area), first(names.product), first(names.value))
            (partner, year, flow) = (first(names.partner), first(names.year), first(names.flow))
            vintage = first(names.vintage)
            for (names, words) in [
                (["partner2Code"], ["0"]), (["partner2ISO"], ["W00"]), (["customsCode"], ["C00"]), (["motCode"], ["0"]),
                (["mosCode"], ["0"]),
            ] {
                if let column = first(names) { totals.append((column, Set(words + [""]))) }
            }
            needed = [
                (names.area[0], area), (names.product[0], product), (names.value[0], value), (names.year[0], year),
                (names.flow[0], flow),
            ]
        case .long:
            let names = Self.long
            func column(_ asked: String?, _ names: [String]) -> Int? {
                guard let asked else { return first(names) }
                let index = header.firstIndex(of: asked)
                if index == nil { faults.add(.csvMissingColumn(asked, among: header, file: file)) }
                return index
            }
            (area, product) = (column(request.area, names.area), column(request.product, names.product))
            (value, partner) = (column(request.value, names.value), column(request.partner, names.partner))
            (year, flow) = (column(request.year, names.year), column(request.flow, names.flow))
            vintage = first(names.vintage)
            needed = [(names.product[0], product), (names.value[0], value)]
            if partner == nil { needed.append((names.area[0], area)) }
        }
        for (name, index) in needed where index == nil {
            faults.add(.csvMissingColumn(name, among: header, file: file))
        }
        if faults.hasErrors { return nil }
    }

    private static func layout(_ header: [String], _ request: TradeTable.Request) -> TradeTable.Layout {
        let there = Set(header)
        if there.isSuperset(of: ["t", "i", "j", "k", "v"]) { return .baci }
        if !there.isDisjoint(with: comtrade.product), !there.isDisjoint(with: comtrade.value) { return .comtrade }
        let hasProduct = request.product != nil || !there.isDisjoint(with: long.product)
        let hasValue = request.value != nil || !there.isDisjoint(with: long.value)
        return hasProduct && hasValue ? .long : .wide
    }
}
