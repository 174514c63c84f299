import StatisticalData

extension IATIRules {
    /// Periods and results: cases 81 to 107.
    static let results: [IATIRule] = [
        IATIRule(
            81, "8.6.3", .error, on: "/iati-activities/iati-activity/planned-disbursement",
            .order("period-start/@iso-date", "period-end/@iso-date")),
        IATIRule(
            82, "8.6.3", .error, on: "/iati-activities/iati-activity/budget",
            .order("period-start/@iso-date", "period-end/@iso-date")),
        IATIRule(83, "7.5.3", .error, on: "/iati-activities/iati-activity/budget", .oneYear),
        IATIRule(
            84, "8.6.3", .error, on: "/iati-organisations/iati-organisation/total-budget",
            .order("period-start/@iso-date", "period-end/@iso-date")),
        IATIRule(85, "7.5.3", .error, on: "/iati-organisations/iati-organisation/total-budget", .oneYear),
        IATIRule(
            86, "8.6.3", .error, on: "/iati-organisations/iati-organisation/recipient-country-budget",
            .order("period-start/@iso-date", "period-end/@iso-date")),
        IATIRule(
            87, "11.3.1", .error, on: "/iati-organisations/iati-organisation/recipient-country-budget",
            .between("budget-line/value/@value-date")),
        IATIRule(88, "7.5.3", .error, on: "/iati-organisations/iati-organisation/recipient-country-budget", .oneYear),
        IATIRule(
            89, "8.6.3", .error, on: "/iati-organisations/iati-organisation/recipient-org-budget",
            .order("period-start/@iso-date", "period-end/@iso-date")),
        IATIRule(90, "7.5.3", .error, on: "/iati-organisations/iati-organisation/recipient-org-budget", .oneYear),
        IATIRule(
            91, "8.6.3", .error, on: "/iati-organisations/iati-organisation/recipient-region-budget",
            .order("period-start/@iso-date", "period-end/@iso-date")),
        IATIRule(92, "7.5.3", .error, on: "/iati-organisations/iati-organisation/recipient-region-budget", .oneYear),
        IATIRule(
            93, "8.11.1", .error, on: "/iati-activities/iati-activity/result/indicator",
            .noMoreThanOne(["reference[1]", "../reference[1]"])),
        IATIRule(
            94, "8.6.1", .error, on: "/iati-activities/iati-activity/result/indicator/period",
            .order("period-start/@iso-date", "period-end/@iso-date")),
        IATIRule(95, "7.5.3", .error, on: "/iati-organisations/iati-organisation/total-expenditure", .oneYear),
        IATIRule(
            96, "8.6.3", .error, on: "/iati-organisations/iati-organisation/total-expenditure",
            .order("period-start/@iso-date", "period-end/@iso-date")),
        IATIRule(
            97, "8.8.1", .error,
            on:
                "/iati-activities/iati-activity/result/indicator[@measure='1' or @measure='2' or @measure='3' or @measure='4']/baseline",
            .atLeastOne(["@value"])),
        IATIRule(
            98, "8.8.2", .warning,
            on:
                "/iati-activities/iati-activity/result/indicator[@measure='1' or @measure='2' or @measure='3' or @measure='4']/baseline",
            .implies("@value", "number(@value) = @value", .number)),
        IATIRule(
            99, "8.8.3", .warning, on: "/iati-activities/iati-activity/result/indicator[@measure='5']/baseline",
            .implies("@value", "not(@value)", .qualitative)),
        IATIRule(
            100, "8.9.1", .error,
            on:
                "/iati-activities/iati-activity/result/indicator[@measure='1' or @measure='2' or @measure='3' or @measure='4']/period/target",
            .atLeastOne(["@value"])),
        IATIRule(
            101, "8.9.2", .warning,
            on:
                "/iati-activities/iati-activity/result/indicator[@measure='1' or @measure='2' or @measure='3' or @measure='4']/period/target",
            .implies("@value", "number(@value) = @value", .number)),
        IATIRule(
            102, "8.9.3", .warning, on: "/iati-activities/iati-activity/result/indicator[@measure='5']/period/target",
            .implies("@value", "not(@value)", .qualitative)),
        IATIRule(
            103, "8.10.1", .error,
            on:
                "/iati-activities/iati-activity/result/indicator[@measure='1' or @measure='2' or @measure='3' or @measure='4']/period/actual",
            .atLeastOne(["@value"])),
        IATIRule(
            104, "8.10.2", .warning,
            on:
                "/iati-activities/iati-activity/result/indicator[@measure='1' or @measure='2' or @measure='3' or @measure='4']/period/actual",
            .implies("@value", "number(@value) = @value", .number)),
        IATIRule(
            105, "8.10.3", .warning, on: "/iati-activities/iati-activity/result/indicator[@measure='5']/period/actual",
            .implies("@value", "not(@value)", .qualitative)),
        IATIRule(106, "4.3.1", .error, on: "//title", .atLeastOne(["narrative/text()"])),
        IATIRule(107, "4.4.1", .error, on: "//description", .atLeastOne(["narrative/text()"])),
    ]
}
