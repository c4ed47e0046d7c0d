/// Short reports that events are compared in.
enum Stories {
    /// What two reports on one capture are about.
    static let capture =
        "Two soldiers from Pyongyang were captured by paratroopers near Sudzha and taken to Kyiv for questions."
    /// A report on something else of the same war.
    static let depot =
        "Drones hit an oil depot near Engels overnight; firemen fought the blaze until dawn, the governor wrote."
}
