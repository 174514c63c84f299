/// Something that stands in a stock-and-flow diagram.
public struct DiagramNode: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case stock, valve, circle, text, cloud, module
        /// A variable that is drawn elsewhere too: its name in grey.
        case ghost
    }

    /// Where the name stands.
    public enum Side: String, Sendable, Hashable {
        case centre, top, bottom, left, right
    }

    /// What it is.
    public var kind: Kind
    /// The name; may be empty.
    public var name: String
    /// What pointing shows, such as units and meaning.
    public var note: String
    /// The middle, in the diagram's own units, y downwards.
    public var x, y: Double
    /// The size; 0 for the usual one.
    public var width, height: Double
    /// Where the name stands.
    public var side: Side

    /// Bundles a node.
    public init(
        _ kind: Kind, name: String, note: String = "", x: Double, y: Double, width: Double = 0, height: Double = 0,
        side: Side = .centre
    ) {
        self.kind = kind
        self.name = name
        self.note = note
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.side = side
    }
}

/// A pipe through points, which material flows along.
public struct DiagramPipe: Sendable, Hashable {
    /// The points, x and y.
    public var points: [[Double]]
    /// Whether an arrow ends it.
    public var hasArrow: Bool

    /// Bundles a pipe.
    public init(points: [[Double]], hasArrow: Bool) {
        self.points = points
        self.hasArrow = hasArrow
    }
}

/// An arrow of information.
public struct DiagramLink: Sendable, Hashable {
    /// The numbers of the nodes.
    public var from, to: Int
    /// A point it passes, x and y; empty for a straight line.
    public var through: [Double]

    /// Bundles an arrow.
    public init(from: Int, to: Int, through: [Double] = []) {
        self.from = from
        self.to = to
        self.through = through
    }
}
