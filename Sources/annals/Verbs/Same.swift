internal import ArgumentParser
internal import KnowledgeBase

/// `annals same`
struct Same: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Decide that two entities, or two events, are one.",
        discussion: """
            Nothing is merged in the sources: undoing the decision restores everything.

            EXAMPLE
              annals same 'person:kim yong bok' annals:kim-yong-bok --reason 'same general'
            """)

    @OptionGroup var arguments: DecisionArguments

    func run() throws { try arguments.decide(.same) }
}
