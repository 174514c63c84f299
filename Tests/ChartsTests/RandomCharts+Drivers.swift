import Charts

extension RandomCharts {
    /// Waterfalls and states from random values and texts.
    mutating func driverCharts() -> [any Chart] {
        [
            WaterfallChart(
                frame: frame(), start: bar(), parts: list { $0.bar() }, end: bar(), valueTitle: text(),
                categoryTitle: text(), style: style()),
            StateChart(
                frame: frame(), rows: list { $0.text() }, columns: list { $0.text() },
                states: list { ChartState(name: $0.text(), sign: $0.text(), place: $0.number()) },
                cells: list { random in
                    random.list {
                        StateCell(
                            Int.random(in: -1...4, using: &$0.generator), value: $0.value(), href: $0.text())
                    }
                },
                rowTitle: text(), stateTitle: text(), missingLabel: text(), style: style()),
        ]
    }
}
