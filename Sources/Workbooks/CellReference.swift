/// The address of a cell: `B3`.
public enum CellReference {
    /// The letters of a column, counted from 0.
    public static func letters(_ column: Int) -> String {
        var letters = ""
        var rest = column + 1
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// The column of an address, counted from 0; `nil` beyond the 16,384 there are.
    static func column(_ address: String) -> Int? {
        var column = 0
        for byte in address.utf8 {
            guard (65...90).contains(byte & 0xDF), byte >= 65 else { break }
            column = column * 26 + Int(byte & 0xDF) - 64
            if column > 16_384 { return nil }
        }
        return column > 0 ? column - 1 : nil
    }
}
