/// A section of a page.
struct Section: Sendable {
    let id: String
    let heading: [Run]
    let blocks: [Block]

    init(_ id: String, _ heading: [Run], _ blocks: [Block]) {
        self.id = id
        self.heading = heading
        self.blocks = blocks
    }

    init(_ id: String, _ heading: String, _ blocks: [Block]) {
        self.init(id, [Run(heading)], blocks)
    }
}
