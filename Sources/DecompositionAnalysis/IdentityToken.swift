/// A word or sign of an identity.
struct IdentityToken: Hashable {
    let text: String
    let position: Int
    let isName: Bool

    /// Splits a text; the last token is empty and stands for the end.
    static func tokens(_ text: String) throws(IdentityFaults) -> [IdentityToken] {
        let characters = Array(text.prefix(Identity.longest + 1))
        guard characters.count <= Identity.longest else {
            throw IdentityFaults(list: [
                IdentityFault(position: Identity.longest + 1, kind: .tooLong, found: String(Identity.longest))
            ])
        }
        var tokens: [IdentityToken] = []
        var faults: [IdentityFault] = []
        var index = 0
        while index < characters.count {
            let start = index
            let character = characters[index]
            index += 1
            if character.isWhitespace { continue }
            if let sign = signs[character] {
                tokens.append(IdentityToken(text: sign, position: start + 1, isName: false))
            } else if character == "'" {
                let name = characters[index...].prefix { $0 != "'" }
                index += name.count + 1
                if name.isEmpty || index > characters.count {
                    faults.append(IdentityFault(position: start + 1, kind: .quote, found: String(name)))
                }
                tokens.append(IdentityToken(text: String(name), position: start + 1, isName: true))
            } else if isNamed(character) {
                index += characters[index...].prefix(while: isNamed).count
                tokens.append(
                    IdentityToken(text: String(characters[start..<index]), position: start + 1, isName: true))
            } else {
                faults.append(IdentityFault(position: start + 1, kind: .character, found: String(character)))
            }
        }
        if tokens.isEmpty, faults.isEmpty { faults.append(IdentityFault(position: 1, kind: .empty, found: "")) }
        guard faults.isEmpty else { throw IdentityFaults(list: faults) }
        tokens.append(IdentityToken(text: "", position: characters.count + 1, isName: false))
        return tokens
    }

    /// Signs with what they stand for; those of Chinese keyboards too.
    private static let signs: [Character: String] = [
        "=": "=", ":": ":", "*": "*", "/": "/", "[": "[", "]": "]", "(": "(", ")": ")", ",": ",", "＝": "=", "：": ":",
        "×": "*", "·": "*", "÷": "/", "（": "(", "）": ")", "，": ",", "、": ",", "［": "[", "］": "]", "【": "[", "】": "]",
    ]

    private static func isNamed(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "." || character == "-"
    }
}
