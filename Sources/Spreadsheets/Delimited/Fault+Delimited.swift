import StatisticalData

extension Fault {
    /// A text table without a byte of text.
    static func tableEmpty(_ file: String) -> Fault {
        Fault("csv-empty", at: Place(file: file, line: 1))
    }

    /// Bytes that are neither UTF-8 nor GB 18030 as a whole.
    static func mixedEncoding(at place: Place) -> Fault {
        Fault("text-mixed-encoding", at: place)
    }

    /// Bytes that are no text in the encoding the file has or was said to have.
    static func undecodable(_ encoding: TextEncoding, at place: Place) -> Fault {
        Fault("text-undecodable", at: place, ["expected": encoding.rawValue])
    }
}
