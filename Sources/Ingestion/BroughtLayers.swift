/// What becomes of the layers that a record brings along when it is extracted.
public enum BroughtLayers: Sendable {
    /// The record is handed on as it is.
    case kept
    /// The text is read anew, whatever the record says.
    case replaced
    /// The text is read anew, but its events are those whose triggers the record names.
    case triggers
}
