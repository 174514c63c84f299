import StatisticalData

/// Marks are stored as small numbers. The numbers are part of the schema: never change one, only add.
enum Codes {
    static func code(_ revision: Revision) -> Int64 {
        switch revision {
        case .preliminary: 0
        case .revised: 1
        case .final: 2
        case .estimated: 3
        case .imputed: 4
        }
    }

    static func code(_ trust: Trust) -> Int64 {
        switch trust {
        case .official: 0
        case .officialViaMirror: 1
        case .press: 2
        case .computed: 3
        case .recalledAndChecked: 4
        case .doubtful: 5
        case .unverified: 6
        }
    }

    static func code(_ qualifier: Qualifier?) -> Int64 {
        switch qualifier {
        case nil: 0
        case .lessThan: 1
        case .greaterThan: 2
        case .about: 3
        }
    }

    static func revision(_ code: Int) -> Revision? {
        Revision.allCases.first { Codes.code($0) == code }
    }

    static func trust(_ code: Int) -> Trust? {
        Trust.allCases.first { Codes.code($0) == code }
    }

    static func qualifier(_ code: Int) -> Qualifier? {
        Qualifier.allCases.first { Codes.code($0) == code }
    }
}
