import StatisticalData

extension IATIRules {
    /// Organisations, transactions and markers: cases 53 to 80.
    static let participants: [IATIRule] = [
        IATIRule(
            53, "107.2.2", .warning, on: "/iati-activities/iati-activity/transaction",
            .noMoreThanOne(["aid-type[@vocabulary = '1' or @vocabulary = '' or not(@vocabulary)]"])),
        IATIRule(
            54, "107.2.2", .warning, on: "/iati-activities/iati-activity/transaction",
            .noMoreThanOne(["aid-type[@vocabulary = '$1']"]), each: "aid-type[@vocabulary != 1]/@vocabulary"),
        IATIRule(
            55, "6.8.1", .error, on: "/iati-activities/iati-activity/other-identifier/owner-org",
            .atLeastOne(["@ref", "narrative"])),
        IATIRule(
            56, "1.11.1", .warning, on: "/iati-activities/iati-activity/other-identifier/owner-org", .noSpaces("@ref")),
        IATIRule(
            57, "1.11.13", .warning, on: "/iati-activities/iati-activity/other-identifier/owner-org",
            .noReserved("@ref")),
        IATIRule(
            58, "6.9.1", .error,
            on:
                "/iati-activities/iati-activity/transaction/provider-org | /iati-activities/iati-activity/planned-disbursement/provider-org",
            .atLeastOne(["@ref", "narrative"])),
        IATIRule(
            59, "1.10.13", .warning,
            on:
                "/iati-activities/iati-activity/transaction/provider-org | /iati-activities/iati-activity/planned-disbursement/provider-org",
            .noReserved("@ref")),
        IATIRule(
            60, "1.10.1", .warning,
            on:
                "/iati-activities/iati-activity/transaction/provider-org | /iati-activities/iati-activity/planned-disbursement/provider-org",
            .noSpaces("@ref")),
        IATIRule(
            61, "1.4.1", .warning,
            on:
                "/iati-activities/iati-activity/transaction/provider-org | /iati-activities/iati-activity/planned-disbursement/provider-org",
            .noSpaces("@provider-activity-id")),
        IATIRule(
            62, "6.9.2", .error,
            on:
                "/iati-activities/iati-activity/transaction/receiver-org | /iati-activities/iati-activity/planned-disbursement/receiver-org",
            .atLeastOne(["@ref", "narrative"])),
        IATIRule(
            63, "1.15.1", .warning,
            on:
                "/iati-activities/iati-activity/transaction/receiver-org | /iati-activities/iati-activity/planned-disbursement/receiver-org",
            .noSpaces("@ref")),
        IATIRule(
            64, "1.5.1", .warning,
            on:
                "/iati-activities/iati-activity/transaction/receiver-org | /iati-activities/iati-activity/planned-disbursement/receiver-org",
            .noSpaces("@receiver-activity-id")),
        IATIRule(
            65, "1.15.13", .warning,
            on:
                "/iati-activities/iati-activity/transaction/receiver-org | /iati-activities/iati-activity/planned-disbursement/receiver-org",
            .noReserved("@ref")),
        IATIRule(
            66, "6.14.1", .error, on: "/iati-activities/iati-activity/policy-marker", .atLeastOne(["@significance"]),
            when: "@vocabulary='1' or @vocabulary = '' or not(@vocabulary)"),
        IATIRule(
            67, "6.13.1", .error, on: "/iati-activities/iati-activity/policy-marker", .atLeastOne(["narrative"]),
            when: "@vocabulary='99'"),
        IATIRule(68, "1.18.8", .warning, on: organisation, .agency("reporting-org/@ref")),
        IATIRule(69, "1.12.13", .warning, on: organisation, .noReserved("organisation-identifier")),
        IATIRule(70, "1.18.13", .warning, on: organisation, .noReserved("reporting-org/@ref")),
        IATIRule(71, "1.12.1", .warning, on: organisation, .noSpaces("organisation-identifier")),
        IATIRule(72, "1.17.1", .warning, on: organisation, .noSpaces("recipient-org-budget/recipient-org/@ref")),
        IATIRule(73, "1.18.1", .warning, on: organisation, .noSpaces("reporting-org/@ref")),
        IATIRule(74, "11.4.1", .error, on: organisation, .notAfterNow("@last-updated-datetime")),
        IATIRule(75, "4.5.1", .error, on: organisation, .everyLanguage),
        IATIRule(76, "7.8.2", .error, on: organisation, .everyCurrency),
        IATIRule(
            77, "6.10.1", .error, on: "/iati-activities/iati-activity/participating-org",
            .atLeastOne(["@ref", "narrative"])),
        IATIRule(78, "1.8.13", .warning, on: "/iati-activities/iati-activity/participating-org", .noReserved("@ref")),
        IATIRule(79, "1.8.1", .warning, on: "/iati-activities/iati-activity/participating-org", .noSpaces("@ref")),
        IATIRule(
            80, "1.9.1", .warning, on: "/iati-activities/iati-activity/participating-org", .noSpaces("@activity-id")),
    ]
}
