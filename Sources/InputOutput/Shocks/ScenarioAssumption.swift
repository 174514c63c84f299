/// What a result rests on besides the table: told with it.
public enum ScenarioAssumption: String, Hashable, Sendable, CaseIterable {
    /// Coefficients and prices do not react, jobs are averages.
    case fixedCoefficients = "fixed-coefficients"
    /// Nobody pays: results are gross, not net.
    case grossNotNet = "gross-not-net"
    /// What is bought is all supplied by industries of the table.
    case boughtAtHome = "bought-at-home"
    /// Home industries supply the share they have in final demand for the product.
    case homeShareOfFinalDemand = "home-share-of-final-demand"
    /// Value added other than household income gives way where an input coefficient changes.
    case valueAddedAbsorbs = "value-added-absorbs"
    /// The other inputs give way in proportion where an input coefficient changes.
    case otherInputsRescaled = "other-inputs-rescaled"
    /// What an industry of set output no longer supplies is brought in from elsewhere.
    case shortageImported = "shortage-imported"
    /// Wages paid directly are not spent, since the model is not closed on households.
    case wagesNotSpent = "wages-not-spent"
    /// Households spend all they buy over their income from industries: an upper figure.
    case householdsAll = "households-all"
    /// Households spend a stated share of income.
    case householdsShare = "households-share"
}
