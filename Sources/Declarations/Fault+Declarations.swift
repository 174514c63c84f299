internal import Yams
import StatisticalData

extension Fault {
    static func yamlEmpty(_ file: String) -> Fault {
        Fault("yaml-empty", at: Place(file: file))
    }

    static func yamlTooLarge(limit: Int, file: String) -> Fault {
        Fault("yaml-too-large", at: Place(file: file), ["limit": String(limit)])
    }

    static func yamlTooDeep(limit: Int, at place: Place) -> Fault {
        Fault("yaml-too-deep", at: place, ["limit": String(limit)])
    }

    static func yamlAnchor(at place: Place) -> Fault {
        Fault("yaml-anchor", at: place)
    }

    static func yamlKeyNotText(at place: Place) -> Fault {
        Fault("yaml-key-not-text", at: place)
    }

    static func yamlUnknownKey(_ path: String, key: String, known: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: key, among: known)
        return Fault(
            "yaml-unknown-key", at: place,
            ["found": path, "nearest": nearest ?? "-", "expected": known.joined(separator: ", ")])
    }

    static func yamlMissingKey(_ path: String, at place: Place) -> Fault {
        Fault("yaml-missing-key", at: place, ["expected": path])
    }

    static func yamlUnknownWord(_ found: String, key: String, allowed: [String], at place: Place) -> Fault {
        let nearest = Suggestion.nearest(to: found, among: allowed)
        return Fault(
            "yaml-unknown-word", at: place,
            [
                "key": key, "found": String(found.prefix(60)), "nearest": nearest ?? "-",
                "expected": allowed.joined(separator: ", "),
            ])
    }

    static func yamlWrongShape(expected: String, key: String, at place: Place) -> Fault {
        Fault("yaml-not-a-" + expected, at: place, ["key": key.isEmpty ? "-" : key])
    }

    /// What the parser found wrong.
    static func yaml(_ error: any Error, file: String) -> Fault {
        let mark: Mark?
        let problem: String
        switch error as? YamlError {
        case .scanner(_, let text, let found, _), .parser(_, let text, let found, _),
            .composer(_, let text, let found, _):
            (mark, problem) = (found, text)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (mark, problem) = (context.mark, "duplicate key: " + duplicates.map { "\($0)" }.joined(separator: ", "))
        default:
            (mark, problem) = (nil, "\(error)")
        }
        let place = Place(file: file, line: mark?.line, column: mark.map { String($0.column) })
        return Fault("yaml-malformed", at: place, ["found": String(problem.prefix(200))])
    }

    /// A declaration that fits its schema and still cannot be decoded.
    static func yamlUndecodable(_ error: DecodingError, file: String) -> Fault {
        Fault("yaml-malformed", at: Place(file: file), ["found": String("\(error)".prefix(200))])
    }
}
