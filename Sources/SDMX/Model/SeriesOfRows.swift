/// The observations of a data set, those of one series together, in the order of their first rows.
struct SeriesOfRows {
    /// The rows of each series.
    let series: [[Int]]

    /// - Parameter dimension: the dimension in which the observations of a series differ.
    init(_ dataSet: DataSet, without dimension: String) {
        let keys = RowKeys(dataSet.columns(.dimension).filter { $0.id != dimension })
        var positions: [RowKey: Int] = [:]
        var series: [[Int]] = []
        for row in 0..<dataSet.count {
            let key = keys[row]
            if let position = positions[key] {
                series[position].append(row)
            } else {
                positions[key] = series.count
                series.append([row])
            }
        }
        self.series = series
    }
}
