public import StatisticalData

/// A dialogue between parties: what was asked of whom.
public struct Dialogue: Sendable, Hashable, Codable {
    /// A party: government, unions, employers, agencies, experts, the public.
    public struct Party: Sendable, Hashable, Codable, Identifiable {
        /// The slug.
        public let id: String
        /// The name.
        public let name: LocalisedText
    }

    /// Something to weigh, rank or judge.
    public struct Option: Sendable, Hashable, Codable, Identifiable {
        /// The slug.
        public let id: String
        /// The name.
        public let name: LocalisedText
    }

    /// How a question is answered.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Points given to each option, adding up to a total.
        case budget
        /// How many times as important the first of two options is.
        case pairwise
        /// The place of each option, 1 the best.
        case ranking
        /// How far one agrees with each option, -2 (not at all) to 2 (wholly).
        case position
    }

    /// A question.
    public struct Question: Sendable, Hashable, Codable, Identifiable {
        /// The slug.
        public let id: String
        /// How it is answered.
        public let kind: Kind
        /// The round it belongs to.
        public let round: Int?
        /// What is asked.
        public let text: LocalisedText
        /// What is judged.
        public let options: [Option]
        /// What the points of a budget add up to; 100 without.
        public let total: Double?
        /// The composite-index study whose elements the options of a budget or of pairs are.
        public let study: String?
    }

    /// The title.
    public let title: LocalisedText
    /// What it is about.
    public let summary: LocalisedText?
    /// Whether the answers are made up for demonstration.
    public let illustrative: Bool
    /// The least number of answers of a party that may be shown.
    public let minimumGroup: Int
    /// The parties.
    public let parties: [Party]
    /// The questions.
    public let questions: [Question]

    /// The names in the file.
    enum CodingKeys: String, CodingKey {
        case title
        case summary
        case illustrative
        case minimumGroup = "minimum-group"
        case parties
        case questions
    }
}

/// What one respondent said to one question: the values of the options, or of the pairs of options, in their order.
public struct Ballot: Sendable, Hashable {
    /// The party, by position.
    public let party: Int
    /// The values.
    public let values: [Double]

    /// Makes a ballot.
    public init(party: Int, values: [Double]) {
        self.party = party
        self.values = values
    }
}
