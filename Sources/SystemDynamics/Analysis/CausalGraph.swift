/// What acts on what in a model: a link from each variable to those computed from it, with its sign.
///
/// The sign of a link is that of the partial derivative of the second by the first with all else held, taken at up to 51 times of
/// the model's own run: `positive` or `negative` where it is the same throughout, `varying` where it changes, `unknown` where the
/// first only decides between cases, goes through a function without a derivative, or has no effect during the run.
/// Flows act on stocks by their rate; hidden stocks of delays and smooths are part of the link they stand in.
public struct CausalGraph: Sendable {
    /// The sign of an effect.
    public enum Polarity: String, Hashable, Sendable, CaseIterable {
        case positive, negative, varying, unknown
    }

    /// An effect of one variable on another.
    public struct Link: Hashable, Sendable {
        /// The numbers of the variables.
        public var from, to: Int
        /// The sign.
        public var polarity: Polarity
    }

    /// The variables, in the order of the file.
    public let names: [String]
    /// The links, by `from` and `to`.
    public let links: [Link]

    /// Follows a model's equations.
    ///
    /// - Parameter byElement: whether each element of an array is a variable of its own.
    /// - Throws: `ModelFaults` as a run of the model does.
    public init(_ model: Model, byElement: Bool = false) throws(ModelFaults) {
        let signs = try LinkSigns(model)
        var numbers: [Int: Int] = [:]
        var names: [String] = []
        for variable in model.elaborated.shown.map({ model.elaborated.variables[$0] }) {
            let cells = (variable.first..<variable.first + variable.count).filter {
                model.elaborated.cells[$0].value != nil
            }
            for (place, cell) in cells.enumerated() {
                if byElement || place == 0 {
                    names.append(byElement ? model.elaborated.cells[cell].name : variable.name)
                }
                numbers[cell] = names.count - 1
            }
        }
        self.names = names
        var found: [[Int]: Polarity] = [:]
        for cell in numbers.keys.sorted() {
            guard let to = numbers[cell] else { continue }
            for (source, polarity) in signs.sources(of: cell, until: { numbers[$0] != nil }) {
                guard let from = numbers[source] else { continue }
                found[[from, to]] = found[[from, to]].map { $0.beside(polarity) } ?? polarity
            }
        }
        links = found.map { Link(from: $0.key[0], to: $0.key[1], polarity: $0.value) }
            .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    }
}

extension CausalGraph.Polarity {
    /// One effect after another.
    func then(_ next: Self) -> Self {
        switch (self, next) {
        case (.unknown, _), (_, .unknown): .unknown
        case (.varying, _), (_, .varying): .varying
        default: self == next ? .positive : .negative
        }
    }

    /// Two effects side by side.
    func beside(_ other: Self) -> Self {
        self == .unknown || other == .unknown ? .unknown : self == other ? self : .varying
    }
}
