/// What tells one series from another: colour, dash and marker together.
struct SeriesStyle: Sendable, Hashable {
    let colour: String
    let dash: String
    let marker: Marker

    init(index: Int, theme: Theme) {
        let dashes = ["", "7 3", "2 3", "10 3 2 3", "5 2", "12 4"]
        colour = theme.palette.colour(ofSeries: index).hexadecimal
        dash = dashes[index % dashes.count]
        marker = Marker.allCases[index % Marker.allCases.count]
    }
}
