public import StatisticalData

/// How a value came about, as a tree down to the rows of the files.
public struct Explanation: Sendable {
    /// What this node is in the formula above it; empty at the top.
    public let role: String
    /// What it is.
    public let content: Content
    /// What went into it.
    public let inputs: [Explanation]

    /// A node's content.
    public enum Content: Sendable {
        /// A value of a study.
        case result(ResultValue)
        /// A row of a batch.
        case observation(Observation)
        /// A figure or word declared in another file.
        case declared(DerivationInput.Declared)
    }

    /// Deeper than any derivation; a stored result that refers to itself ends here.
    private static let depthLimit = 32

    /// The explanation of a value; `nil` when the result has no such value.
    public init?(_ key: ResultKey, in index: ResultIndex) {
        self.init(role: "", key, in: index, depth: 0)
    }

    private init?(role: String, _ key: ResultKey, in index: ResultIndex, depth: Int) {
        guard let value = index[key], depth < Self.depthLimit else { return nil }
        self.role = role
        content = .result(value)
        inputs = value.derivation.inputs.compactMap { input in
            switch input.origin {
            case .observation(let observation):
                Explanation(role: input.role, content: .observation(observation), inputs: [])
            case .declared(let declared):
                Explanation(role: input.role, content: .declared(declared), inputs: [])
            case .result(let key):
                Explanation(role: input.role, key, in: index, depth: depth + 1)
            }
        }
    }

    private init(role: String, content: Content, inputs: [Explanation]) {
        self.role = role
        self.content = content
        self.inputs = inputs
    }
}
