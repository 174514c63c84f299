/// The elements of a file, by position; the first is the root.
public struct IATITree: Sendable {
    /// An element.
    public struct Element: Sendable {
        /// Its name, with its prefix where it has one.
        public let name: String
        /// Its attributes, `xml:lang` under that name.
        public let attributes: [String: String]
        /// The element around it; `nil` for the root.
        public let parent: Int?
        /// The line on which its start tag ends.
        public let line: Int
        /// The elements in it.
        public internal(set) var children: [Int] = []
        /// Its own text, that of elements in it left out.
        public internal(set) var text = ""
    }

    /// The elements in the order of their start tags.
    public internal(set) var elements: [Element] = []

    /// The children of an element with a name.
    public func children(_ position: Int, _ name: String) -> [Int] {
        elements[position].children.filter { elements[$0].name == name }
    }

    /// All text in an element.
    public func text(of position: Int) -> String {
        elements[position].children.reduce(elements[position].text) { $0 + text(of: $1) }
    }

    /// The way to an element, such as `/iati-activities/iati-activity[2]/title`; the number counts elements of its name.
    public func path(of position: Int) -> String {
        var parts: [String] = []
        var current: Int? = position
        while let here = current {
            let element = elements[here]
            current = element.parent
            guard let parent = element.parent else {
                parts.append(element.name)
                break
            }
            let same = children(parent, element.name)
            let number = (same.firstIndex(of: here) ?? 0) + 1
            parts.append(same.count > 1 ? "\(element.name)[\(number)]" : element.name)
        }
        return "/" + parts.reversed().joined(separator: "/")
    }
}
