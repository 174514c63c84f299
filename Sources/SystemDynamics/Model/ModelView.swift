/// A drawing of a model as its file has it: places in the file's own units, y downwards.
public struct ModelView: Hashable, Sendable {
    /// A place.
    public struct Position: Hashable, Sendable {
        /// To the right, and downwards.
        public var x, y: Double

        /// A place.
        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// Something drawn at a place.
    public struct Node: Hashable, Sendable {
        /// What it is.
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case stock, flow, auxiliary, cloud, module
            /// A variable that is drawn elsewhere too.
            case ghost
        }

        /// Where the name stands.
        public enum Side: String, Hashable, Sendable {
            case centre, top, bottom, left, right
        }

        /// What it is.
        public var kind: Kind
        /// The name; empty for clouds and valves.
        public var name: String
        /// The middle.
        public var position: Position
        /// The size; 0 where the file has none.
        public var width, height: Double
        /// Where the name stands.
        public var side: Side

        /// Something drawn.
        public init(
            _ kind: Kind, _ name: String, at position: Position, width: Double = 0, height: Double = 0,
            side: Side = .centre
        ) {
            self.kind = kind
            self.name = name
            self.position = position
            self.width = width
            self.height = height
            self.side = side
        }
    }

    /// A pipe that material flows through, along points to the last.
    public struct Pipe: Hashable, Sendable {
        /// The points.
        public var points: [Position]
        /// Whether an arrow ends it.
        public var hasArrow: Bool

        /// A pipe.
        public init(points: [Position], hasArrow: Bool = true) {
            self.points = points
            self.hasArrow = hasArrow
        }
    }

    /// An arrow of information between two nodes.
    public struct Link: Hashable, Sendable {
        /// The numbers of the nodes.
        public var from, to: Int
        /// A point that it passes, where the file has one.
        public var through: Position?

        /// An arrow.
        public init(from: Int, to: Int, through: Position? = nil) {
            self.from = from
            self.to = to
            self.through = through
        }
    }

    /// Its name; may be empty.
    public var name: String
    /// What is drawn.
    public var nodes: [Node] = []
    /// The pipes.
    public var pipes: [Pipe] = []
    /// The arrows.
    public var links: [Link] = []

    /// An empty view.
    public init(name: String) { self.name = name }
}
