internal import Declarations
public import StatisticalData
public import SystemDynamics

/// A calibration as its YAML file has it; the data come from a table of their own.
///
///     parameters:
///       - {variable: growth, from: 0, to: 0.1, start: 0.02}
///       - {variable: delay, from: 0.5, to: 50, scale: log}
///     series:
///       - {variable: Level, column: observed, weight: 1, scale: deviation}   # or a number
///     starts: 8
///     seed: 1
///     confidence: 0.95
///     hold-back-from: 2020
///     interpolate: false
public enum CalibrationReader {
    /// Reads a calibration.
    ///
    /// - Parameters:
    ///   - data: the values over time of a column of the table; `nil` where there is none of that name.
    /// - Throws: `Faults` with all that does not fit.
    public static func calibration(
        _ text: String, file: String, data: (String) -> [(time: Double, value: Double)]?
    ) throws(Faults) -> Calibration {
        let declaration = try Declaration(text, file: file)
        let found = try declaration.decode(CalibrationDeclaration.self, schema: .calibration)
        var faults: [Fault] = []
        func place(_ list: String, _ number: Int) -> Place {
            declaration.root[list].map { $0.elements[number].place } ?? declaration.root.place
        }
        var parameters: [Calibration.Parameter] = []
        for (number, part) in found.parameters.enumerated() {
            guard part.from < part.to, part.scale != "log" || part.from > 0,
                part.start.map({ $0 >= part.from && $0 <= part.to }) ?? true
            else {
                faults.append(
                    Fault("calibration-range", at: place("parameters", number), ["variable": part.variable]))
                continue
            }
            parameters.append(
                .init(part.variable, in: part.from...part.to, start: part.start, isLogarithmic: part.scale == "log"))
        }
        var series: [Calibration.Series] = []
        for (number, part) in found.series.enumerated() {
            let column = part.column ?? part.variable
            guard let points = data(column), !points.isEmpty else {
                faults.append(Fault("calibration-column", at: place("series", number), ["found": column]))
                continue
            }
            guard let scale = part.scaled else {
                faults.append(
                    Fault("calibration-scale", at: place("series", number), ["found": part.scale ?? ""]))
                continue
            }
            series.append(
                .init(
                    part.variable, points.map { .init(time: $0.time, value: $0.value) }, weight: part.weight ?? 1,
                    scale: scale))
        }
        if let level = found.confidence, !(level > 0 && level < 1) {
            faults.append(
                Fault("calibration-level", at: declaration.root["confidence"]?.place ?? declaration.root.place))
        }
        guard faults.isEmpty else { throw Faults(faults) }
        var calibration = Calibration(parameters: parameters, series: series)
        calibration.starts = found.starts ?? 8
        calibration.seed = UInt64(max(0, found.seed ?? 0))
        calibration.level = found.confidence ?? 0.95
        calibration.heldBackFrom = found.holdBackFrom
        calibration.interpolates = found.interpolate ?? false
        return calibration
    }
}

/// A calibration's file.
private struct CalibrationDeclaration: Decodable {
    let parameters: [Parameter]
    let series: [Series]
    let starts: Int?
    let seed: Int?
    let confidence: Double?
    let holdBackFrom: Double?
    let interpolate: Bool?

    enum CodingKeys: String, CodingKey {
        case parameters, series, starts, seed, confidence, interpolate
        case holdBackFrom = "hold-back-from"
    }

    struct Parameter: Decodable {
        let variable: String
        let from: Double
        let to: Double
        let start: Double?
        let scale: String?
    }

    struct Series: Decodable {
        let variable: String
        let column: String?
        let weight: Double?
        let scale: String?

        /// The scale; `nil` for a word that is none.
        var scaled: Calibration.Series.Scale? {
            switch scale {
            case nil: Calibration.Series.Scale.none
            case "deviation": .deviation
            case let word?: Double(word).flatMap { $0 > 0 && $0.isFinite ? .by($0) : nil }
            }
        }
    }
}

extension Schema {
    /// The keys of a calibration.
    fileprivate static let calibration = Schema.mapping([
        .optional("title", .text),
        .required(
            "parameters",
            .list(
                .mapping([
                    .required("variable", .text), .required("from", .number), .required("to", .number),
                    .optional("start", .number), .optional("scale", .word(["linear", "log"])),
                ]))),
        .required(
            "series",
            .list(
                .mapping([
                    .required("variable", .text), .optional("column", .text), .optional("weight", .number),
                    .optional("scale", .text),
                ]))),
        .optional("starts", .integer), .optional("seed", .integer), .optional("confidence", .number),
        .optional("hold-back-from", .number), .optional("interpolate", .boolean),
    ])
}
