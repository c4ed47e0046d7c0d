internal import Record

extension ReportIndex {
    /// Lets the voices that an event stands in have their say about how sure it is.
    func attribute(_ event: inout Event, sentence: Int) {
        if let index = innermost(event.span, sentence: sentence) {
            event.attribution = index
            let said = certainty(index)
            let kind = attributions[index].kind
            if said == -3, kind != .doubt {
                event.polarity = .negative
                event.modality = .denied
                event.certainty = 3
            } else {
                event.certainty = min(event.certainty ?? 3, said)
                if kind == .hedge || kind == .doubt || said == 0, event.modality == .asserted {
                    event.modality = .hedged
                }
            }
        }
        // Certainly not is the other end of the scale.
        if event.polarity == .negative, let certainty = event.certainty, certainty > 0 { event.certainty = -certainty }
    }
}
