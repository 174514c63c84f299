import StatisticalData

extension IATIRules {
    /// Dates and identifiers of activities: cases 1 to 23.
    static let identifiers: [IATIRule] = [
        IATIRule(1, "1.1.3", .error, on: activity, .unique(["reporting-org/@ref", "iati-identifier"])),
        IATIRule(
            2, "1.1.21", .warning, on: activity,
            .prefix("iati-identifier", of: ["reporting-org/@ref", "other-identifier[@type='B1']/@ref"])),
        IATIRule(3, "1.14.8", .warning, on: activity, .agency("reporting-org/@ref")),
        IATIRule(4, "6.11.1", .error, on: activity, .atLeastOne(["activity-date[@type='1' or @type='2']"])),
        IATIRule(5, "6.2.2", .error, on: activity, .atLeastOne(["sector", "transaction/sector"])),
        IATIRule(6, "4.1.1", .error, on: activity, .everyLanguage),
        IATIRule(7, "6.7.2", .error, on: activity, .everySector),
        IATIRule(8, "7.8.1", .error, on: activity, .everyCurrency),
        IATIRule(9, "11.1.1", .error, on: activity, .notAfterNow("@last-updated-datetime")),
        IATIRule(
            10, "11.1.2", .error, on: activity,
            .order("activity-date[@type='1']/@iso-date", "activity-date[@type='3']/@iso-date")),
        IATIRule(
            11, "11.1.3", .error, on: activity,
            .order("activity-date[@type='2']/@iso-date", "activity-date[@type='4']/@iso-date")),
        IATIRule(12, "11.1.4", .error, on: activity, .notAfterNow("activity-date[@type='2']/@iso-date")),
        IATIRule(13, "11.1.5", .error, on: activity, .notAfterNow("activity-date[@type='4']/@iso-date")),
        IATIRule(14, "11.2.1", .error, on: activity, .notAfterNow("transaction/transaction-date/@iso-date")),
        IATIRule(15, "11.2.2", .error, on: activity, .notAfterNow("transaction/value/@value-date")),
        IATIRule(16, "1.3.13", .warning, on: activity, .noReserved("iati-identifier")),
        IATIRule(17, "1.14.13", .warning, on: activity, .noReserved("reporting-org/@ref")),
        IATIRule(18, "1.3.1", .warning, on: activity, .noSpaces("iati-identifier")),
        IATIRule(19, "1.14.1", .warning, on: activity, .noSpaces("reporting-org/@ref")),
        IATIRule(20, "1.16.1", .warning, on: activity, .noSpaces("other-identifier[@type='B1']/@ref")),
        IATIRule(21, "1.6.1", .warning, on: activity, .noSpaces("other-identifier[@type='A3']/@ref")),
        IATIRule(22, "1.7.1", .warning, on: activity, .noSpaces("related-activity/@ref")),
        IATIRule(
            23, "2.1.2", .error, on: activity, .sum(["sector[@vocabulary = '$1']/@percentage"]),
            each: "sector[@vocabulary != '1']/@vocabulary", when: "count(sector[@vocabulary = '$1']) > 1"),
    ]
}
