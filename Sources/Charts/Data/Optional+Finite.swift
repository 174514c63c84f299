extension Double? {
    /// The value, or nil if it is missing, infinite or not a number.
    var finite: Double? {
        guard let self, self.isFinite else { return nil }
        return self
    }
}
