/// What the components of a file probably are, where no structure is at hand.
///
/// Attributes that are known by their names, and whatever stands after the measure, are attributes; the measure is
/// `OBS_VALUE` or begins so; the period is a dimension wherever it stands; all others are dimensions.
enum GuessedRoles {
    /// Attributes of the cross-domain concepts and of large providers.
    private static let attributes: Set<String> = [
        "OBS_STATUS", "OBS_FLAG", "OBS_CONF", "CONF_STATUS", "CONF_STATUS_OBS", "OBS_PRE_BREAK", "OBS_COM",
        "COMMENT_OBS",
        "COMMENT_TS", "UNIT_MEASURE", "UNIT_MULT", "UNIT", "DECIMALS", "TITLE", "TITLE_COMPL", "COLL_METHOD",
        "COLLECTION",
        "AVAILABILITY", "TIME_FORMAT", "TIME_PER_COLLECT", "BASE_PER", "BASE_PERIOD", "NATURE", "SOURCE_AGENCY",
        "SOURCE_PUB", "SOURCE_DETAIL", "SOURCE_NOTE", "DATA_SOURCE", "DATABASE_ID", "LAST UPDATE", "LAST_UPDATE",
        "UPDATED",
        "DATA_LAST_UPDATE", "KNOWN_ON", "NOTE", "NOTE_ZH", "REVISION", "TRUST", "QUALIFIER", "REPORTING_YEAR_START_DAY",
    ]

    static func isTime(_ id: String) -> Bool { id == "TIME_PERIOD" || id == "TIME" }

    static func isMeasure(_ id: String) -> Bool { id.hasPrefix("OBS_VALUE") }

    static func isAttribute(_ id: String) -> Bool { attributes.contains(id) || id.hasPrefix("ATTR_") }

    /// The roles of components in the order of a file.
    static func roles(_ components: [String]) -> [ComponentColumn.Role] {
        let measure = components.firstIndex(where: isMeasure)
        return components.enumerated().map { index, id in
            if isTime(id) { return .dimension }
            if isMeasure(id) { return .measure }
            return isAttribute(id) || index > measure ?? .max ? .attribute : .dimension
        }
    }

    /// The role of an attribute of XML or a member of a key, which has no order to go by.
    static func role(_ id: String) -> ComponentColumn.Role {
        if isMeasure(id) { return .measure }
        return isAttribute(id) && !isTime(id) ? .attribute : .dimension
    }
}
