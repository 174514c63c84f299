import TestSupport

/// A generated batch that takes long enough to be interrupted.
enum LargeBatch {
    /// 31 areas, 60 years of months.
    static let count = 31 * 60 * 12

    private static let areas = [
        "110000", "120000", "130000", "140000", "150000", "210000", "220000", "230000", "310000", "320000", "330000",
        "340000", "350000", "360000", "370000", "410000", "420000", "430000", "440000", "450000", "460000", "500000",
        "510000", "520000", "530000", "540000", "610000", "620000", "630000", "640000", "650000",
    ]

    static func write(to folder: TemporaryFolder) throws {
        var text = "indicator,area,period,value,unit\n"
        for month in 0..<(60 * 12) {
            let period = "\(1960 + month / 12)-" + (month % 12 < 9 ? "0" : "") + "\(month % 12 + 1)"
            for area in areas { text += "pm25,\(area),\(period),\(month % 97).5,ug/m3\n" }
        }
        try folder.write(text, to: "jiangsu/data/large.csv")
        try folder.write(
            """
            sources:
              - {id: large, publisher: {en: a, zh: b}, title: {en: a, zh: b}, licence: {en: a, zh: b}, trust: press}
            defaults: {source: large, known-on: 2031, revision: final, transformation: level}
            rows: \(count)

            """, to: "jiangsu/data/large.source.yaml")
    }
}
