/// The layouts of files that hold a whole input-output table.
public enum TableLayout: String, Hashable, Sendable, CaseIterable {
    /// Tables of the National Bureau of Statistics of China, and provincial tables with its codes (CEADS): rows and columns by
    /// code, imports subtracted in a column. CSV in any encoding and separator, or XLSX.
    case nbs
    /// Inter-country tables of the OECD: `AUS_A01`, `AUS_HFCE`, CSV.
    case oecd
    /// The world table of the WIOD project, release 2016, wide: `AUS1` to `AUS61`, CSV.
    case wiod
    /// Symmetric tables of Eurostat as SDMX-CSV: a figure a row.
    case eurostat
}
