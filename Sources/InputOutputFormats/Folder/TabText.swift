internal import LinearAlgebra
internal import Spreadsheets
internal import StatisticalData

/// Tab-separated text as pandas writes it: a field is in quotes only where it must be.
enum TabText {
    static func line(_ fields: [String]) -> String { fields.map(quoted).joined(separator: "\t") + "\n" }

    private static func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: { [9, 10, 13, 34].contains($0) }) else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

/// Text as a JSON string.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// What pandas, reading a column of labels, takes for something else than text.
enum PandasLabels {
    private static let missing: Set<String> = [
        "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
        "NULL", "NaN", "None", "n/a", "nan", "null",
    ]

    static func isMissing(_ label: String) -> Bool { missing.contains(label) }

    /// Whether a column of nothing but such labels becomes one of numbers or of truth values.
    static func isNumber(_ label: String) -> Bool {
        let words = ["true", "false", "inf", "-inf", "+inf", "infinity", "-infinity"]
        return Double(label) != nil || words.contains(label.lowercased())
    }
}

extension LabelledMatrix {
    /// Writes the matrix as tab-separated text in the layout of pymrio.
    func writeTabs(to write: (String) throws -> Void) rethrows {
        var piece = headers.map { TabText.line($0) }.joined()
        for (row, label) in rows.labels.enumerated() {
            var text = TabText.line(label)
            text.removeLast()
            for value in values.row(row) {
                text += "\t"
                text += Decimals.text(value)
            }
            piece += text + "\n"
            if piece.utf8.count > 1 << 20 {
                try write(piece)
                piece = ""
            }
        }
        try write(piece)
    }
}
