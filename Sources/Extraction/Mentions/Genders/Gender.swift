/// Whether "she" or "he" stands for a person.
enum Gender: String, Sendable {
    case feminine = "f"
    case masculine = "m"
}
