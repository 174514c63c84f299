public import StatisticalData

/// A period as tables print it: the project's own forms, those of SDMX, and Chinese ones.
public struct PrintedPeriod: Hashable, Sendable {
    /// The period.
    public let period: Period
    /// Whether it was written in another form than the project's own.
    public let isRewritten: Bool

    /// Reads `2020`, `2020-H1`, `2020-Q2`, `2020-06`, spans; `2020-A1`, `2020-S1`, `2020-M06`; `2020年`, `2020年6月`,
    /// `2020年上半年`, `2020年第二季度`, `2016-2020年`; `nil` for anything else, day numbers and days included.
    public init?(_ cell: String) {
        let text = CellText.trimmed(CellText.folded(cell))
        if let period = Period(text) {
            self.init(period, isRewritten: text != cell)
        } else if let period = Self.sdmx(text) ?? Self.chinese(text) {
            self.init(period, isRewritten: true)
        } else {
            return nil
        }
    }

    private init(_ period: Period, isRewritten: Bool) {
        self.period = period
        self.isRewritten = isRewritten
    }

    private static func sdmx(_ text: String) -> Period? {
        guard let match = text.wholeMatch(of: /([0-9]{4})-?([ASQHM])([0-9]{1,2})/), let number = Int(match.3) else {
            return nil
        }
        switch match.2 {
        case "A": return number == 1 ? Period(match.1) : nil
        case "S", "H": return Period("\(match.1)-H\(number)")
        case "Q": return Period("\(match.1)-Q\(number)")
        default: return Period("\(match.1)-\(padded(number))")
        }
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }

    private static func chinese(_ text: String) -> Period? {
        if let span = text.wholeMatch(of: /([0-9]{4})年?[-\u{2013}\u{2014}~至]([0-9]{4})年/) {
            return Period("\(span.1)/\(span.2)")
        }
        guard let match = text.wholeMatch(of: /([0-9]{4})年(.*)/) else { return nil }
        let year = match.1
        let rest = String(match.2)
        if rest.isEmpty || rest == "度" || rest == "全年" { return Period(year) }
        if rest == "上半年" { return Period("\(year)-H1") }
        if rest == "下半年" { return Period("\(year)-H2") }
        if let quarter = rest.wholeMatch(of: /第?([1-4一二三四])季度?/) {
            let words = ["一": "1", "二": "2", "三": "3", "四": "4"]
            return Period("\(year)-Q" + (words[String(quarter.1)] ?? String(quarter.1)))
        }
        guard let month = rest.wholeMatch(of: /([0-9]{1,2})月/), let number = Int(month.1) else { return nil }
        return Period("\(year)-\(padded(number))")
    }
}
