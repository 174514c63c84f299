import StatisticalData

extension IATIRules {
    /// Classifications, places and shares of activities: cases 24 to 52.
    static let shares: [IATIRule] = [
        IATIRule(
            24, "3.4.1", .error, on: activity,
            .implies(
                "count(recipient-region[@vocabulary = '$1']) > 1",
                "count(recipient-region[@vocabulary = '$1']) = count(recipient-region[@vocabulary = '$1']/@percentage)",
                .percentages), each: "recipient-region/@vocabulary"),
        IATIRule(
            25, "3.4.4", .error, on: activity,
            .implies(
                "count(recipient-region[@vocabulary = '$1']) = 1 and not(recipient-country)",
                "not(recipient-region[@vocabulary = '$1']/@percentage) or recipient-region[@vocabulary = '$1']/@percentage = 100",
                .single), each: "recipient-region/@vocabulary"),
        IATIRule(
            26, "3.4.2", .error, on: activity,
            .sum(["recipient-region[@vocabulary = '$1']/@percentage", "recipient-country/@percentage"]),
            each: "recipient-region/@vocabulary",
            when: "count(recipient-region[@vocabulary = '$1']) + count(recipient-country) > 1"),
        IATIRule(
            27, "7.9.2", .warning, on: activity,
            .sum(["country-budget-items[@vocabulary = '$1']/budget-item/@percentage"]),
            each: "country-budget-items/@vocabulary",
            when: "count(country-budget-items[@vocabulary = '$1']/budget-item) > 1"),
        IATIRule(
            28, "7.9.1", .warning, on: activity,
            .atLeastOne(["country-budget-items[@vocabulary = '$1']/budget-item/@percentage"]),
            each: "country-budget-items/@vocabulary",
            when: "count(country-budget-items[@vocabulary = '$1']/budget-item) > 1"),
        IATIRule(
            29, "7.9.4", .warning, on: activity,
            .implies(
                "count(country-budget-items[@vocabulary = '$1']/budget-item) = 1",
                "not(country-budget-items[@vocabulary = '$1']/budget-item/@percentage) or country-budget-items[@vocabulary = '$1']/budget-item/@percentage = 100",
                .single), each: "country-budget-items/@vocabulary"),
        IATIRule(
            30, "107.1.2", .warning, on: activity, .noMoreThanOne(["default-aid-type[@vocabulary = '$1']"]),
            each: "default-aid-type[@vocabulary != 1]/@vocabulary"),
        IATIRule(
            31, "2.1.1", .error, on: activity,
            .implies(
                "count(sector[@vocabulary = '$1']) > 1",
                "count(sector[@vocabulary = '$1']) = count(sector[@vocabulary = '$1']/@percentage)", .percentages),
            each: "sector[@vocabulary != '1']/@vocabulary"),
        IATIRule(
            32, "2.1.4", .error, on: activity,
            .implies(
                "count(sector[@vocabulary = '$1']) = 1",
                "not(sector[@vocabulary = '$1']/@percentage) or sector[@vocabulary = '$1']/@percentage = 100", .single),
            each: "sector[@vocabulary != '1']/@vocabulary"),
        IATIRule(
            33, "107.1.2", .warning, on: activity,
            .noMoreThanOne(["default-aid-type[@vocabulary = '1' or @vocabulary = '' or not(@vocabulary)]"])),
        IATIRule(
            34, "2.1.2", .error, on: activity,
            .sum(["sector[@vocabulary = '1' or @vocabulary = '' or not(@vocabulary)]/@percentage"]),
            when: "count(sector[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]/@percentage) > 1"),
        IATIRule(
            35, "3.1.2", .error, on: activity, .sum(["recipient-country/@percentage"]),
            when: "count(recipient-country) > 1 and not(recipient-region)"),
        IATIRule(36, "12.1.1", .error, on: activity, .percentage("recipient-country/@percentage")),
        IATIRule(37, "12.1.1", .error, on: activity, .percentage("recipient-region/@percentage")),
        IATIRule(38, "12.3.1", .error, on: activity, .percentage("sector/@percentage")),
        IATIRule(39, "12.2.1", .error, on: activity, .percentage("capital-spend/@percentage")),
        IATIRule(40, "12.2.1", .error, on: activity, .percentage("country-budget-items/budget-item/@percentage")),
        IATIRule(
            41, "2.2.1", .error, on: activity,
            .implies(
                "count(sector[@vocabulary=98 or @vocabulary=99]) > 0",
                "count(sector[@vocabulary=98 or @vocabulary=99]/narrative) >= count(sector[@vocabulary=98 or @vocabulary=99])",
                .narrative)),
        IATIRule(
            42, "102.1.1", .warning, on: activity,
            .implies(
                "count(sector[not(@vocabulary='')]) + count(sector[not(@vocabulary='1')]) > 0",
                "count(sector[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]) > 0", .vocabulary)),
        IATIRule(
            43, "2.1.1", .error, on: activity,
            .implies(
                "count(sector[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]) > 1",
                "count(sector[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]) = count(sector[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]/@percentage)",
                .percentages)),
        IATIRule(
            44, "2.1.4", .error, on: activity,
            .implies(
                "count(sector[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]) = 1",
                "not(sector[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]/@percentage) or sector[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]/@percentage = 100",
                .single)),
        IATIRule(
            45, "107.1.1", .warning, on: activity,
            .implies(
                "count(default-aid-type[not(@vocabulary='')]) + count(default-aid-type[not(@vocabulary='1')]) > 0",
                "count(default-aid-type[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]) > 0", .vocabulary)),
        IATIRule(
            46, "107.2.1", .warning, on: activity,
            .implies(
                "count(transaction/aid-type[not(@vocabulary='')]) + count(transaction/aid-type[not(@vocabulary='1')]) > 0",
                "count(transaction/aid-type[@vocabulary='' or @vocabulary='1' or not(@vocabulary)]) > 0", .vocabulary)),
        IATIRule(
            47, "6.6.2", .error, on: activity, .implies("count(sector) > 0", "count(transaction/sector) < 1", .both)),
        IATIRule(
            48, "3.6.2", .error, on: activity,
            .implies(
                "recipient-country or recipient-region",
                "not(transaction/recipient-country or transaction/recipient-region)", .both)),
        IATIRule(
            49, "3.7.1", .error, on: activity,
            .implies(
                "not(recipient-country or recipient-region)", "transaction[recipient-country or recipient-region]",
                .nowhere)),
        IATIRule(
            50, "3.7.2", .error, on: activity,
            .implies(
                "not(recipient-country or recipient-region)",
                "not(transaction[not(recipient-country or recipient-region)])", .nowhere)),
        IATIRule(
            51, "3.1.1", .error, on: activity,
            .implies(
                "count(recipient-country) > 1 and not(recipient-region)",
                "count(recipient-country) = count(recipient-country/@percentage)", .percentages)),
        IATIRule(
            52, "3.1.4", .error, on: activity,
            .implies(
                "count(recipient-country) = 1 and not(recipient-region)",
                "not(recipient-country/@percentage) or recipient-country/@percentage = 100", .single)),
    ]
}
