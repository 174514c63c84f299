import Testing

@testable import Courses

/// Numbers and names as learners write them, in English and Chinese.
struct AnswerTextTests {
    @Test(arguments: [
        ("-20.64", -20.64, ""), ("−20.64 %", -20.64, "%"), ("－20.64％", -20.64, "%"), ("20,64", 20.64, ""),
        ("1,234.5 t", 1234.5, "t"), ("1,234,567", 1_234_567, ""), ("7.13万亿", 7.13e12, ""),
        ("3.5 万人", 35_000, "persons"),
        ("3.66 % a year", 3.66, "%"), ("3.66％每年", 3.66, "%"), ("= 5", 5, ""), ("1e-3", 0.001, ""),
        ("82.92 分", 82.92, "points"),
        ("12 per cent", 12, "%"), ("37.5 微克/立方米", 37.5, "ug/m3"), ("+4", 4, ""),
    ])
    func numbers(text: String, value: Double, unit: String) throws {
        let number = try #require(AnswerText.number(text))
        #expect(abs(number.value - value) <= 1e-12 * value.magnitude)
        #expect(number.unit == unit)
    }

    @Test(arguments: ["", "about", "%", "1,23,4", "1.2.3", "--4", "1,2.5", "nan", "inf", "1e999"])
    func noNumbers(text: String) {
        #expect(AnswerText.number(text) == nil)
    }

    @Test func namesAndOptions() {
        #expect(AnswerText.names("Shanghai, Zhejiang ;Anhui") == ["Shanghai", "Zhejiang", "Anhui"])
        #expect(AnswerText.names("上海、浙江，安徽") == ["上海", "浙江", "安徽"])
        #expect(AnswerText.names("A > B") == ["A", "B"])
        #expect(AnswerText.options("A, c") == ["a", "c"])
        #expect(AnswerText.names(" , ") == [])
    }
}
