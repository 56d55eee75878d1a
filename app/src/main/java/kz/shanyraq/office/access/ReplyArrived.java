package kz.shanyraq.office.access;

import org.jspecify.annotations.Nullable;

/// Somebody answered by SMS. Told once for each answer.
///
/// @param reply its number
/// @param message the latest message to that telephone that awaits an answer; null if there is none
/// @param about what that message tells of
/// @param words the answer in lower case, if it is a word or number of at most ten letters, as a
///     keyword is; else empty, since events are kept where more people read: [Messages] has the whole
public record ReplyArrived(
        long reply, @Nullable Long message, @Nullable String about, String words) {}
