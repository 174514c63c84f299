/// RFC 4180 read scalar by scalar: slow, plain, and for valid files only.
enum ReferenceReader {
    static func rows(_ text: String) -> [[String]] {
        var scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        var rows: [[String]] = []
        var row: [String] = []
        var field = ""
        var isQuoted = false
        for (position, scalar) in scalars.enumerated() {
            let next = position + 1 < scalars.count ? scalars[position + 1] : nil
            if isQuoted {
                if scalar == "\"" { isQuoted = false } else { field.unicodeScalars.append(scalar) }
            } else if scalar == "\"" {
                // A quote that closes and opens again stands for itself.
                if position > 0, scalars[position - 1] == "\"", !(field.isEmpty && isFieldStart(scalars, position)) {
                    field += "\""
                }
                isQuoted = true
            } else if scalar == "," || scalar == "\n" {
                row.append(field)
                field = ""
                if scalar == "\n" {
                    rows.append(row)
                    row = []
                }
            } else if scalar != "\r" || next != "\n" {
                field.unicodeScalars.append(scalar)
            }
        }
        return rows
    }

    private static func isFieldStart(_ scalars: [Unicode.Scalar], _ position: Int) -> Bool {
        position == 0 || scalars[position - 1] == "," || scalars[position - 1] == "\n"
    }
}
