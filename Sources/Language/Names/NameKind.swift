/// What a name is a name of.
public enum NameKind: String, CaseIterable, Sendable {
    case person
    /// An organisation: a ministry, a company, a party, an alliance.
    case agency
    /// A country, a region, a town, a river, a building.
    case place
    /// A part of an army or a police: `47th Mechanized Brigade`.
    case unit
    /// A nationality, a people or a faith: `Ukrainian`, `Shia`.
    case group
}
