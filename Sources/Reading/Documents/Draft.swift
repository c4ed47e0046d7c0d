internal import Record

/// A document in the making: what a format's reader found, before overrides and what follows from the address.
struct Draft {
    /// A piece of metadata; its name is the key in the origins.
    enum Field: String {
        case title, outlet, url, author, language, published, updated
    }

    var text = ""
    private(set) var metadata = Metadata()
    private(set) var warnings: [String] = []

    mutating func warn(_ message: String?) {
        if let message, !warnings.contains(message) { warnings.append(message) }
    }

    /// Sets a field that is not set yet; an empty value sets nothing.
    mutating func offer(_ value: String?, as field: Field, from origin: String) {
        guard self[field] == nil else { return }
        replace(field, with: value, from: origin)
    }

    /// Sets a field, whether or not it is set; an empty value sets nothing.
    mutating func replace(_ field: Field, with value: String?, from origin: String) {
        guard let value else { return }
        let cleaned = TextCleaner.cleanLine(value)
        guard !cleaned.isEmpty else { return }
        self[field] = cleaned
        metadata.origins[field.rawValue] = origin
    }

    /// Sets the date of publication, or of the latest change, where it is not set yet; one that cannot be read is dropped with a
    /// warning.
    mutating func offer(date: String?, as field: Field = .published, from origin: String) {
        guard self[field] == nil else { return }
        guard let date else { return }
        let cleaned = TextCleaner.cleanLine(date)
        if DocumentDate.isUnknown(cleaned) { return }
        if let normalized = DocumentDate.normalized(cleaned) {
            replace(field, with: normalized, from: origin)
        } else {
            warn("the date `\(cleaned.prefix(60))` (\(origin)) cannot be read; it was dropped")
        }
    }

    mutating func remove(_ field: Field) {
        self[field] = nil
        metadata.origins[field.rawValue] = nil
    }

    subscript(field: Field) -> String? {
        get { metadata[keyPath: Self.keyPath(field)] }
        set { metadata[keyPath: Self.keyPath(field)] = newValue }
    }

    private static func keyPath(_ field: Field) -> WritableKeyPath<Metadata, String?> {
        switch field {
        case .title: \.title
        case .outlet: \.outlet
        case .url: \.url
        case .author: \.author
        case .language: \.language
        case .published: \.published
        case .updated: \.updated
        }
    }
}
