import ArgumentParser
import InputOutput

/// What `greenprint io` prints.
enum InputOutputAccount: Hashable {
    case inputCoefficients
    case allocationCoefficients
    case leontiefInverse
    case ghoshInverse
    case output
    case intensities
    case totalIntensities
    case footprint(FootprintAccount)
    case footprintByArea(FootprintAccount)
    case footprintPerCapita(FootprintAccount)
    case multipliers
    case linkages
    case flows
    case finalDemand

    /// The accounts by the words of `--account`.
    static let words: [(String, Self)] =
        [
            ("A", .inputCoefficients), ("L", .leontiefInverse), ("M", .totalIntensities),
        ] + FootprintAccount.allCases.map { ($0.rawValue, .footprint($0)) } + [
            ("multipliers", .multipliers), ("linkages", .linkages), ("x", .output), ("S", .intensities),
            ("B", .allocationCoefficients), ("G", .ghoshInverse), ("Z", .flows), ("Y", .finalDemand),
        ] + FootprintAccount.allCases.map { ($0.rawValue + "_reg", .footprintByArea($0)) }
        + FootprintAccount.allCases.map { ($0.rawValue + "_cap", .footprintPerCapita($0)) }

    /// Whether it needs an extension; `nil` if it can do with or without one.
    var needsExtension: Bool? {
        switch self {
        case .intensities, .totalIntensities, .footprint, .footprintByArea, .footprintPerCapita: true
        case .multipliers: nil
        default: false
        }
    }
}

extension InputOutputAccount: ExpressibleByArgument {
    init?(argument: String) {
        guard let found = Self.words.first(where: { $0.0 == argument }) else { return nil }
        self = found.1
    }

    static var allValueStrings: [String] { words.map(\.0) }
}

/// How an account is written.
enum MatrixFormat: String, ExpressibleByArgument, CaseIterable {
    case csv
}
