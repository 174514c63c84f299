public import InputOutput

extension InputOutputFolder {
    /// Industries as an axis with the names of this table's levels, such as the columns of a footprint.
    public func axis(_ labels: [Industry]) -> LabelAxis {
        let isOneArea = industries.levels.count == 1
        return LabelAxis(
            levels: industries.levels, labels: labels.map { isOneArea ? [$0.sector] : [$0.area, $0.sector] })
    }
}
