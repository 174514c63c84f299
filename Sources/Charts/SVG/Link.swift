/// The addresses a mark may lead to.
enum Link {
    /// Returns `address` if it is relative, a fragment, or http(s); otherwise nil.
    ///
    /// A scheme such as `javascript:` is refused, so that data cannot bring script into a page.
    static func safe(_ address: String?) -> String? {
        guard let address, !address.isEmpty else { return nil }
        guard address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else { return nil }
        let head = address.prefix { !"/?#".contains($0) }
        guard let colon = head.firstIndex(of: ":") else { return address }
        let scheme = head[..<colon].lowercased()
        return scheme == "http" || scheme == "https" ? address : nil
    }
}
