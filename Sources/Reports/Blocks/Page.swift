import StatisticalData

/// A page before it is written as HTML.
struct Page: Sendable {
    /// The path below the language's folder, such as `plan-13fyp.html` or `explain/plan-13fyp/320000.html`.
    let path: String
    let title: String
    let lead: [Run]
    let sections: [Section]
    /// Files to download, by label.
    var downloads: [Run] = []
    /// What the data of the page are known on.
    var dataKnownOn: KnownDate?
    /// What follows the path in its address, of a page whose content depends on it; kept when the language is changed.
    var query: String?
}
