/// Which groups may be shown: none below a minimum, and none whose answers follow from the others and the whole.
public enum Anonymity {
    /// The positions of the groups whose results are withheld.
    ///
    /// Groups with fewer than `minimum` answers are withheld. If they have together fewer than `minimum`, what they said
    /// would follow from the whole less the others, so the smallest group shown is withheld too, and so on.
    ///
    /// - Parameter sizes: answers by group; groups without answers have nothing to hide.
    public static func withheld(_ sizes: [Int], minimum: Int) -> Set<Int> {
        var hidden = Set(sizes.indices.filter { sizes[$0] > 0 && sizes[$0] < minimum })
        while !hidden.isEmpty, hidden.reduce(0, { $0 + sizes[$1] }) < minimum {
            let shown = sizes.indices.filter { sizes[$0] > 0 && !hidden.contains($0) }
            guard let smallest = shown.min(by: { (sizes[$0], $0) < (sizes[$1], $1) }) else { break }
            hidden.insert(smallest)
        }
        return hidden
    }
}
