internal import Record

/// The order of texts in which the first of several copies stands for them: by the minute of publication, undated ones last,
/// and by hash where that does not tell.
enum TextOrder {
    /// - Parameters:
    ///   - published: ISO 8601 date or date-time; a date alone is its first minute, a missing zone is UTC.
    ///   - hash: the version's hash in hexadecimal.
    static func place(published: String?, hash: String) -> Int64 {
        guard let published, let day = CalendarDate(iso: published) else {
            return 1 << 62 | (Int64(hash.prefix(15), radix: 16) ?? 0) << 2
        }
        // Years 0 to 9999 in minutes are 33 bits; 29 are left for the hash.
        let minute = Int64(day.dayNumber + 719_528) * 1440 + minutes(of: published)
        return max(0, minute) << 29 | (Int64(hash.prefix(8), radix: 16) ?? 0) >> 3
    }

    /// Minutes since midnight UTC of `…T14:05:33+02:00`; 0 where there is no time.
    private static func minutes(of text: String) -> Int64 {
        let bytes = Array(text.utf8)
        guard let hour = number(bytes, at: 11), let minute = number(bytes, at: 14) else { return 0 }
        var total = Int64(hour * 60 + minute)
        if let sign = bytes[16...].firstIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
            let zoneHour = number(bytes, at: sign + 1)
        {
            let colon = sign + 3 < bytes.count && bytes[sign + 3] == UInt8(ascii: ":") ? 1 : 0
            let zone = Int64(zoneHour * 60 + (number(bytes, at: sign + 3 + colon) ?? 0))
            total += bytes[sign] == UInt8(ascii: "+") ? -zone : zone
        }
        return total
    }

    private static func number(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index + 1 < bytes.count else { return nil }
        let digits = bytes[index...index + 1].map { Int($0) - 0x30 }
        guard digits.allSatisfy((0...9).contains) else { return nil }
        return digits[0] * 10 + digits[1]
    }
}
