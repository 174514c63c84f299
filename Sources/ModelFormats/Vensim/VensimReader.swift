public import SystemDynamics

/// Reads models in Vensim's text format (.mdl).
///
/// Source: Ventana Systems, Vensim reference manual; model files and outputs of SDXorg/test-models.
public enum VensimReader {
    /// Reads a model.
    ///
    /// - Parameter bytes: the file, UTF-8 where it says so, else Windows-1252.
    /// - Throws: `ModelFaults` with all that was found.
    public static func model(_ bytes: [UInt8]) throws(ModelFaults) -> (model: SourceModel, warnings: [ModelWarning]) {
        guard bytes.count <= ModelFile.largest else { throw ModelFaults([ModelFault(.tooLarge, "\(bytes.count)")]) }
        let text = VensimText.decoded(bytes)
        var builder = VensimBuilder()
        builder.read(text)
        try builder.finish()
        return (builder.model, builder.warnings)
    }
}

/// The text of a file.
enum VensimText {
    /// UTF-8 where it says so or is, else Windows-1252; line ends as line feeds.
    static func decoded(_ bytes: [UInt8]) -> String {
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        let text = String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map(scalar)))
        return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    private static let high: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80..<0xA0).contains(byte)
            ? Unicode.Scalar(high[Int(byte) - 0x80]) ?? "?" : Unicode.Scalar(byte)
    }
}

/// A block of a model file: what stands between two bars.
struct VensimBlock {
    var equation: String
    var units: String
    var comment: String
    var line: Int
}
