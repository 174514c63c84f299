import StatisticalData
import TestSupport
import Testing

@testable import Spreadsheets

/// Numbers, periods and missing signs as tables print them.
struct PrintedNumberTests {
    private static let point = PrintedNumber.Style()
    private static let comma = PrintedNumber.Style(decimal: .comma)

    @Test(arguments: [
        ("38", "38", 0), ("+3.10", "3.10", 2), ("\u{2212}3.10", "-3.10", 2), ("３８．５", "38.5", 1), (".5", "0.5", 1),
        ("-.5", "-0.5", 1), ("1e3", "1e3", -3), ("0", "0", 0), ("0e-400", "0e-400", 400), ("－２", "-2", 0),
    ])
    func numbers(text: String, digits: String, decimals: Int) throws {
        let number = try PrintedNumber(text)
        #expect(number.text == digits)
        #expect(number.number == DecimalNumber(digits))
        #expect(number.number.decimals == decimals)
        #expect(number.changes.contains(.fullWidth) == (CellText.folded(text) != text))
    }

    @Test(arguments: [
        ("102,718.98", point, PrintedNumber.Refusal.groupingNotDeclared), ("1,234", point, .groupingNotDeclared),
        ("38,5", point, .groupingNotDeclared), ("1.234,5", comma, .groupingNotDeclared),
        ("12 345", point, .groupingNotDeclared),
        ("38①", point, .notANumber), ("31*", point, .notANumber), ("(5)", point, .notANumber),
        ("38%", point, .notANumber),
        ("38 t", point, .notANumber), ("NaN", point, .notANumber), ("inf", point, .notANumber),
        ("", point, .notANumber),
        ("--5", point, .notANumber), ("1e400", point, .notFinite), ("1e99999", point, .notFinite),
        ("1e-400", point, .underflow), ("-1e-99999", point, .underflow), ("5.", point, .notANumber),
        ("1,23,456", PrintedNumber.Style(grouping: ","), .notANumber),
        ("1 234", PrintedNumber.Style(grouping: ","), .notANumber),
    ])
    func refusals(text: String, style: PrintedNumber.Style, refusal: PrintedNumber.Refusal) {
        #expect(throws: refusal) { try PrintedNumber(text, style: style) }
    }

    @Test func declaredStyles() throws {
        #expect(try PrintedNumber("102,718.98", style: .init(grouping: ",")).text == "102718.98")
        #expect(try PrintedNumber("-1.234.567,5", style: .init(decimal: .comma, grouping: ".")).text == "-1234567.5")
        #expect(try PrintedNumber("1\u{A0}234", style: .init(grouping: " ")).text == "1234")
        #expect(try PrintedNumber("38,5", style: Self.comma).text == "38.5")
        let percent = try PrintedNumber("81.0 %", allowsPercent: true)
        #expect(percent.text == "81.0" && percent.changes == [.percentSign])
    }

    @Test(arguments: [
        ("2020", "2020"), ("2020年", "2020"), ("２０２０年", "2020"), ("2020年度", "2020"), ("2020年6月", "2020-06"),
        ("2020年12月", "2020-12"), ("2020年上半年", "2020-H1"), ("2020年第二季度", "2020-Q2"), ("2020年3季度", "2020-Q3"),
        ("2016-2020年", "2016/2020"), ("2020-S2", "2020-H2"), ("2020-M06", "2020-06"), ("2020-A1", "2020"),
        ("2020Q1", "2020-Q1"), ("2016/2019", "2016/2019"),
    ])
    func periods(text: String, expected: String) {
        let printed = PrintedPeriod(text)
        #expect(printed?.period == Period(expected))
        #expect(printed?.isRewritten == (text != expected))
    }

    @Test(arguments: ["43831", "2020-13", "2020年13月", "2020-06-30", "20", "2020-A2", "年", "2020/2016", "2020年第五季度"])
    func noPeriods(text: String) {
        #expect(PrintedPeriod(text) == nil)
    }

    @Test func missingSigns() {
        let signs = MissingSigns(declared: ["缺"])
        for sign in ["", "-", "--", "…", "……", "..", "NA", "n.a.", "#N/A", ":", "—", "缺", "－"] {
            #expect(signs.contains(sign), "\(sign)")
        }
        for text in ["0", "NaN", "无", "a", "-1"] { #expect(!signs.contains(text), "\(text)") }
    }

    @Test func blanksAreTrimmedAndControlCharactersFound() {
        #expect(CellText.trimmed("\u{A0}\u{3000} a b\t\u{A0}") == "a b")
        #expect(CellText.trimmed(" \u{3000}") == "")
        #expect(CellText.controlCharacter(in: "a\u{0}b")?.value == 0)
        #expect(CellText.controlCharacter(in: "a\n\tÂé江") == nil)
        #expect(CellText.comparable("\u{FEFF} ＰＭ2.5 ") == "pm2.5")
    }

    /// The short way for plain digits gives what the long way gives, which a declared grouping takes.
    @Test func plainDigitsAreReadAlike() {
        var random = SeededGenerator(seed: 11)
        let signs = Array("0123456789.-+e,%0000..--")
        var read = 0
        for _ in 0..<20_000 {
            let text = String(
                (0..<Int.random(in: 1...9, using: &random)).map { _ in signs.randomElement(using: &random) ?? "0" })
            let short = try? PrintedNumber(text)
            let long = try? PrintedNumber(text, style: .init(decimal: .point, grouping: "'"))
            if short != nil { read += 1 }
            #expect(short == long, "\(text)")
        }
        #expect(read > 500)
    }
}
