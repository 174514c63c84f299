internal import InputOutput
internal import StatisticalData

/// Faults of the files of a folder.
extension Fault {
    static func ioEmpty(_ file: String) -> Fault { Fault("io-empty", at: Place(file: file)) }

    static func ioNoRows(_ file: String) -> Fault { Fault("io-no-rows", at: Place(file: file)) }

    static func ioNotUTF8(at place: Place) -> Fault { Fault("io-not-utf8", at: place) }

    static func ioStrayQuote(at place: Place) -> Fault { Fault("io-stray-quote", at: place) }

    static func ioCutOff(at place: Place) -> Fault { Fault("io-cut-off", at: place) }

    static func ioTooWide(_ limit: Int, at place: Place) -> Fault {
        Fault("io-too-wide", at: place, ["limit": String(limit)])
    }

    static func ioTooLong(_ limit: Int, at place: Place) -> Fault {
        Fault("io-too-long", at: place, ["limit": String(limit)])
    }

    static func ioTooLarge(_ needed: Int, memory: Int, at place: Place) -> Fault {
        let gigabytes = { (bytes: Int) in Decimals.text((Double(bytes) / 1e8).rounded(.up) / 10) }
        return Fault(
            "io-too-large", at: place, ["expected": gigabytes(needed), "found": gigabytes(memory)])
    }

    static func ioShape(index: Int, width: Int, at place: Place) -> Fault {
        Fault("io-shape", at: place, ["found": String(width), "expected": String(index)])
    }

    static func ioFieldCount(_ found: Int, expected: Int, at place: Place) -> Fault {
        Fault("io-field-count", at: place, ["found": String(found), "expected": String(expected)])
    }

    static func ioMissing(at place: Place) -> Fault { Fault("io-missing", at: place) }

    static func ioRepeatedLabel(_ label: [String], at place: Place) -> Fault {
        Fault("io-repeated-label", at: place, ["found": label.shown])
    }

    static func ioUnknownLabel(_ label: [String], known: [[String]], at place: Place) -> Fault {
        let nearest = known.count > 2000 ? nil : Suggestion.nearest(to: label.shown, among: known.map(\.shown))
        return Fault("io-unknown-label", at: place, ["found": label.shown, "nearest": nearest ?? "-"])
    }

    static func ioMissingLabels(_ labels: [[String]], areRows: Bool, file: String) -> Fault {
        let listed = labels.prefix(5).map(\.shown).joined(separator: ", ") + (labels.count > 5 ? ", …" : "")
        return Fault(
            areRows ? "io-missing-rows" : "io-missing-columns", at: Place(file: file),
            ["expected": listed, "count": String(labels.count)])
    }

    static func ioParameters(_ file: String) -> Fault { Fault("io-parameters", at: Place(file: file)) }

    static func ioFileName(_ name: String, at place: Place) -> Fault {
        Fault("io-file-name", at: place, ["found": [name].shown])
    }

    static func ioFileKind(_ name: String, at place: Place) -> Fault {
        Fault("io-file-kind", at: place, ["found": [name].shown])
    }

    static func ioNoFile(_ name: String, at place: Place) -> Fault {
        Fault("io-no-file", at: place, ["found": [name].shown])
    }

    static func ioNoTable(_ folder: String) -> Fault { Fault("io-no-table", at: Place(file: folder)) }

    static func ioNoDemand(_ folder: String) -> Fault { Fault("io-no-demand", at: Place(file: folder)) }

    static func ioLevels(file: String) -> Fault { Fault("io-levels", at: Place(file: file, line: 1)) }

    static func ioImbalance(
        _ industry: Industry, gap: Double, severity: Severity, at place: Place
    ) -> Fault {
        let arguments = ["industry": industry.shown, "found": Decimals.text((gap * 1e8).rounded() / 1e6)]
        guard severity == .error else { return Fault("io-imbalance-small", at: place, severity: severity, arguments) }
        return Fault("io-imbalance", at: place, severity: severity, arguments)
    }

    static func ioNoExtension(_ name: String, known: [String], folder: String) -> Fault {
        Fault(
            "io-no-extension", at: Place(file: folder),
            [
                "found": [name].shown, "nearest": Suggestion.nearest(to: name, among: known) ?? "-",
                "expected": known.isEmpty ? "-" : known.prefix(20).joined(separator: ", "),
            ])
    }

    static func ioNoFlows(_ name: String, folder: String) -> Fault {
        Fault("io-no-flows", at: Place(file: folder), ["found": [name].shown])
    }
}

extension [String] {
    /// A label as messages show it.
    var shown: String { String(filter { !$0.isEmpty }.joined(separator: " ").prefix(80)) }
}

extension Industry {
    /// The industry as messages show it.
    var shown: String { [area, sector].shown }
}
