import Foundation

/// All pages of a site, read.
struct SiteReading {
    let files: Set<String>
    let pages: [String: PageReading]

    init(_ files: [String: Data]) throws {
        self.files = Set(files.keys)
        pages = files.filter { $0.key.hasSuffix(".html") }.mapValues {
            PageReading(String(decoding: $0, as: UTF8.self))
        }
    }

    /// The path of a file of the site that an address on a page means, with the fragment; `nil` for another site.
    static func resolve(_ address: String, from page: String) -> (path: String, fragment: String?)? {
        guard PageReading.scheme(of: address) == nil else { return nil }
        let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count > 1 ? String(parts[1]).removingPercentEncoding : nil
        if parts[0].isEmpty { return (page, fragment) }
        var folders = page.split(separator: "/").dropLast().map(String.init)
        for step in parts[0].split(separator: "/").map(String.init) {
            if step == ".." {
                guard !folders.isEmpty else { return ("outside", fragment) }
                folders.removeLast()
            } else {
                folders.append(step.removingPercentEncoding ?? step)
            }
        }
        return (folders.joined(separator: "/"), fragment)
    }

    /// Links of a page that lead nowhere.
    func broken(on path: String) -> [String] {
        (pages[path]?.links ?? []).compactMap { link in
            let address = link.attributes["href"] ?? ""
            guard let target = Self.resolve(address, from: path) else { return nil }
            guard files.contains(target.path) else { return "\(address): no such file" }
            guard let fragment = target.fragment else { return nil }
            return pages[target.path]?.ids.contains(fragment) ?? false ? nil : "\(address): no such place"
        }
    }
}

extension SiteReading: @unchecked Sendable {}
