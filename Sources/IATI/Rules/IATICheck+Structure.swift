import StatisticalData

/// What an element may hold, in its order, and which attributes take codes of closed lists.
enum IATIStructure {
    /// How often an element may stand.
    enum Times: Sendable { case one, optional, many, some }

    /// The order of elements in an activity (an `xsd:sequence`).
    static let activity: [(name: String, times: Times)] = [
        ("iati-identifier", .one), ("reporting-org", .one), ("title", .one), ("description", .some),
        ("participating-org", .some), ("other-identifier", .many), ("activity-status", .one), ("activity-date", .some),
        ("contact-info", .many), ("activity-scope", .optional), ("recipient-country", .many),
        ("recipient-region", .many), ("location", .many), ("sector", .many), ("tag", .many),
        ("country-budget-items", .many), ("humanitarian-scope", .many), ("policy-marker", .many),
        ("collaboration-type", .optional), ("default-flow-type", .optional), ("default-finance-type", .optional),
        ("default-aid-type", .many), ("default-tied-status", .optional), ("budget", .many),
        ("planned-disbursement", .many), ("capital-spend", .optional), ("transaction", .many),
        ("document-link", .many), ("related-activity", .many), ("legacy-data", .many), ("conditions", .optional),
        ("result", .many), ("crs-add", .many), ("fss", .many),
    ]

    /// The order of elements in an organisation.
    static let organisation: [(name: String, times: Times)] = [
        ("organisation-identifier", .one), ("name", .one), ("reporting-org", .one), ("total-budget", .many),
        ("recipient-org-budget", .many), ("recipient-region-budget", .many), ("recipient-country-budget", .many),
        ("total-expenditure", .many), ("document-link", .many),
    ]

    /// Closed lists of a few codes: element, attribute, codes.
    static let codes: [(element: String, attribute: String, codes: Set<String>)] = [
        ("activity-status", "code", ["1", "2", "3", "4", "5", "6"]), ("activity-date", "type", ["1", "2", "3", "4"]),
        ("participating-org", "role", ["1", "2", "3", "4"]), ("related-activity", "type", ["1", "2", "3", "4", "5"]),
        ("budget", "type", ["1", "2"]), ("budget", "status", ["1", "2"]),
        ("description", "type", ["1", "2", "3", "4"]),
        ("result", "type", ["1", "2", "3", "9"]), ("indicator", "measure", ["1", "2", "3", "4", "5"]),
        ("transaction-type", "code", Set((1...13).map(String.init))),
        ("activity-scope", "code", Set((1...8).map(String.init))),
        ("policy-marker", "significance", ["0", "1", "2", "3", "4"]),
    ]
}

extension IATICheck {
    /// Root, version, order and number of elements, codes of closed lists, dates, identifiers used twice, narratives
    /// in one language.
    mutating func structure() {
        guard let root = tree.elements.first else { return }
        let sequences = [
            "iati-activities": ("iati-activity", IATIStructure.activity),
            "iati-organisations": ("iati-organisation", IATIStructure.organisation),
        ]
        guard let (name, sequence) = sequences[root.name] else {
            add(.root, .error, at: 0, ["found": String(root.name.prefix(60))])
            return
        }
        let version = root.attributes["version"] ?? "-"
        if version.wholeMatch(of: /2\.0[1-3]/) == nil {
            add(.version, .error, at: 0, ["found": String(version.prefix(20))])
        }
        for record in root.children {
            guard tree.elements[record].name == name else {
                if !tree.elements[record].name.contains(":") { unknown(record) }
                continue
            }
            order(record, sequence)
        }
        identifiers(root.children)
        for position in tree.elements.indices { details(position) }
    }

    private mutating func unknown(_ position: Int) {
        add(.element, .error, at: position, ["found": String(tree.elements[position].name.prefix(60))])
    }

    private mutating func order(_ record: Int, _ sequence: [(name: String, times: IATIStructure.Times)]) {
        let places = Dictionary(uniqueKeysWithValues: sequence.enumerated().map { ($1.name, $0) })
        var reached = 0
        var counts: [String: Int] = [:]
        for child in tree.elements[record].children where !tree.elements[child].name.contains(":") {
            let name = tree.elements[child].name
            guard let place = places[name] else {
                unknown(child)
                continue
            }
            counts[name, default: 0] += 1
            if place < reached {
                add(.position, .error, at: child, ["found": name, "expected": sequence[reached].name])
            }
            reached = max(reached, place)
            let isSingle = [.one, .optional].contains(sequence[place].times)
            if isSingle, counts[name] == 2 { add(.once, .error, at: child, ["found": name]) }
        }
        for entry in sequence where [.one, .some].contains(entry.times) && counts[entry.name] == nil {
            add(.missing, .error, at: record, ["expected": entry.name])
        }
    }

    /// Identifiers two activities share (1.1.2 of the validator, outside of the rule set).
    private mutating func identifiers(_ records: [Int]) {
        var seen: Set<String> = []
        for record in records {
            for child in tree.children(record, "iati-identifier") {
                let text = tree.text(of: child)
                if !seen.insert(text).inserted {
                    add(.duplicate, .error, at: child, ["found": String(text.prefix(60)), "rule": "1.1.2"])
                }
            }
        }
    }

    private mutating func details(_ position: Int) {
        let element = tree.elements[position]
        for list in IATIStructure.codes where list.element == element.name {
            guard let code = element.attributes[list.attribute], !list.codes.contains(code) else { continue }
            add(
                .code, .error, at: position,
                [
                    "found": String(code.prefix(30)), "attribute": list.attribute,
                    "expected": list.codes.sorted { ($0.count, $0) < ($1.count, $1) }.joined(separator: ", "),
                ])
        }
        for attribute in ["iso-date", "value-date"] {
            if let date = element.attributes[attribute], Self.day(date) == nil {
                add(.date, .error, at: position, ["found": String(date.prefix(30))])
            }
        }
        let narratives = tree.children(position, "narrative").map { tree.elements[$0].attributes["xml:lang"] ?? "" }
        if Set(narratives).count < narratives.count { add(.narratives, .warning, at: position, [:]) }
    }
}
