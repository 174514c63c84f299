/// The name and the share of an element, as much of them as its box has room for.
struct IcicleLabel {
    /// The lines of the name, or the code in its place.
    let lines: [String]
    /// The share; empty if there is no room for it.
    let share: String
    /// Whether the share stands at the end of the last line instead of below it.
    let isShareBeside: Bool
    /// The size of the text.
    let size: Double

    private static let padding = 5.0
    private static let gap = 10.0

    /// Fits name and share into a box; nil if not even the code fits.
    ///
    /// In order of preference: name and share whole, the name whole, at least half of the name, the code; each in the
    /// greatest size that has room, at most three steps below the size of the theme.
    init?(name: String, code: String, share: String, box: Rectangle, theme: Theme) {
        let sizes = [0, 1, 2, 3].map { theme.smallSize - $0 }
        let names = name.isEmpty ? [] : [name]
        let label =
            Self.first(sizes) { Self.whole(names, share, box, $0) } ?? Self.first(sizes) {
                Self.whole(names, "", box, $0)
            }
            ?? Self.first(sizes) { Self.cut(names, share, box, $0) } ?? Self.first(sizes) {
                Self.cut(names, "", box, $0)
            }
            ?? Self.first(sizes) { Self.whole(code.isEmpty ? [] : [code], share, box, $0) }
            ?? Self.first(sizes) { Self.whole(code.isEmpty ? [] : [code], "", box, $0) }
        guard let label else { return nil }
        self = label
    }

    private init(lines: [String], share: String, isShareBeside: Bool, size: Double) {
        self.lines = lines
        self.share = share
        self.isShareBeside = isShareBeside
        self.size = size
    }

    private static func first(_ sizes: [Double], _ label: (Double) -> IcicleLabel?) -> IcicleLabel? {
        for size in sizes {
            if let label = label(size) { return label }
        }
        return nil
    }

    /// The number of lines a box has room for, and their length.
    private static func room(_ box: Rectangle, _ size: Double) -> (lines: Int, width: Double) {
        (Int(min(max((box.height - 0.5) / (size * Theme.lineHeight), 0), 6)), box.width - 2 * padding)
    }

    private static func isCut(_ lines: [String]) -> Bool { lines.last?.hasSuffix("…") == true }

    /// The whole text with the share beside or below it.
    private static func whole(_ texts: [String], _ share: String, _ box: Rectangle, _ size: Double) -> IcicleLabel? {
        let room = room(box, size)
        guard let text = texts.first, room.lines > 0 else { return nil }
        let isWord = TextMetrics.widestPiece(text, size: size) <= room.width
        let lines = TextMetrics.wrapped(text, to: room.width, size: size, lineCount: room.lines)
        let width = TextMetrics.width(share, size: size)
        guard isWord, !isCut(lines), width <= room.width else { return nil }
        let last = lines.last.map { TextMetrics.width($0, size: size) } ?? 0
        let isBeside = last + gap + width <= room.width
        guard share.isEmpty || isBeside || lines.count < room.lines else { return nil }
        return IcicleLabel(lines: lines, share: share, isShareBeside: isBeside, size: size)
    }

    /// At least half of the text, with the share at the end of its lines.
    private static func cut(_ texts: [String], _ share: String, _ box: Rectangle, _ size: Double) -> IcicleLabel? {
        let room = room(box, size)
        let width = room.width - (share.isEmpty ? 0 : TextMetrics.width(share, size: size) + gap)
        guard let text = texts.first, room.lines > 0, width > 0 else { return nil }
        let lines = TextMetrics.wrapped(text, to: width, size: size, lineCount: room.lines)
        guard lines.reduce(0, { $0 + $1.count }) * 2 >= text.count else { return nil }
        return IcicleLabel(lines: lines, share: share, isShareBeside: true, size: size)
    }

    /// Draws the label in the middle of the height of its box.
    func draw(in drawing: inout Drawing, box: Rectangle, colour: String, title: String) {
        let below = share.isEmpty || isShareBeside ? [] : [share]
        let height = size * Theme.lineHeight
        let top = box.middleY - Double(lines.count + below.count) * height / 2
        let style = TextStyle(size: size, colour: colour)
        let bottom = drawing.lines(lines + below, x: box.x + Self.padding, y: top, style, title: title)
        guard isShareBeside, !share.isEmpty else { return }
        drawing.text(
            share, x: box.right - Self.padding, y: bottom - height + size * 0.98,
            TextStyle(size: size, anchor: .end, colour: colour), title: title)
    }
}
