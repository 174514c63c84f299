/// Finds the nearest of the valid words, to suggest it beside an unknown one.
public enum Suggestion {
    /// The candidate with the fewest edits from `word`, if at most a third of its letters (at least 2) differ.
    public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let limit = max(2, word.count / 3)
        guard word.count <= 100 else { return nil }
        let letters = Array(word.lowercased())
        var best: (candidate: String, distance: Int)?
        for candidate in candidates where abs(candidate.count - letters.count) <= limit {
            let distance = edits(letters, Array(candidate.lowercased()))
            if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.candidate
    }

    /// The Levenshtein distance: insertions, deletions and replacements.
    static func edits(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (i, leftLetter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, rightLetter) in right.enumerated() {
                let replaced = diagonal + (leftLetter == rightLetter ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
            }
        }
        return row[right.count]
    }
}
