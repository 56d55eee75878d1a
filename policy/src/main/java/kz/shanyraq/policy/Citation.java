package kz.shanyraq.policy;

/// A place in an act.
///
/// @param act the act
/// @param place article, paragraph or annex as cited, such as `art. 125 (4)`; empty for the act as a whole
/// @param confirmed whether the place was read in a public text; an unconfirmed one says so wherever it is
///     shown
public record Citation(Act act, String place, boolean confirmed) {}
