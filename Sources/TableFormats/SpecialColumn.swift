/// The columns that COINr knows by name.
enum SpecialColumn {
    static let unitCode = "uCode"
    static let unitName = "uName"
    static let time = "Time"
    /// Columns of iData that no row of iMeta describes.
    static let ofData = [unitCode, unitName, time]

    static let level = "Level"
    static let code = "iCode"
    static let parent = "Parent"
    static let direction = "Direction"
    static let weight = "Weight"
    static let type = "Type"
    static let name = "iName"
    static let unit = "Unit"
    static let target = "Target"
    static let denominator = "Denominator"
    /// Columns iMeta must have.
    static let required = [level, code, parent, direction, weight, type]
    /// Columns of iMeta with a meaning.
    static let ofMetadata = Set(required + [name, unit, target, denominator])

    /// Lower and upper bounds that belong together; the lower must be smaller.
    static let bounds = [
        ("minmax_lower", "minmax_upper"), ("scaled_lower", "scaled_upper"), ("goalpost_lower", "goalpost_upper"),
    ]
    /// Numeric parameters of normalisation.
    static let parameters: Set<String> = [
        "minmax_lower", "minmax_upper", "scaled_lower", "scaled_upper", "scale_factor", "zscore_mean", "zscore_sd",
        "dist2targ_cap_max", "goalpost_lower", "goalpost_upper", "goalpost_scale", "goalpost_trunc2posts",
    ]
}
