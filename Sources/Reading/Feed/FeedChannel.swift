/// What a feed says about all its items.
struct FeedChannel {
    var title: String?
    var language: String?
}
