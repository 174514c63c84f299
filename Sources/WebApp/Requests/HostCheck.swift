/// Refuses requests that name another machine: a page of a stranger whose name was pointed at this machine would
/// otherwise read what only its user may see.
enum HostCheck {
    private static let names: Set = ["localhost", "127.0.0.1", "[::1]"]

    /// Whether `host`, with or without a port, is this machine as its user calls it.
    static func isOwn(_ host: String?) -> Bool {
        guard let host = host?.lowercased(), host.hasPrefix("[") == host.contains("]") else { return false }
        let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
        let rest = host.dropFirst(name.count)
        let isPort = rest.isEmpty || (rest.hasPrefix(":") && rest.count > 1 && rest.dropFirst().allSatisfy(\.isNumber))
        return names.contains(String(name)) && isPort
    }
}
