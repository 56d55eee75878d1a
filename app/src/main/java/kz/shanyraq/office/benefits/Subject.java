package kz.shanyraq.office.benefits;

import org.jspecify.annotations.Nullable;

/// Which benefit of whom: what an offer, an application, an award or a decision is about.
///
/// @param person the person for whom the benefit is; null for the family as a whole
public record Subject(long family, @Nullable Long person, Topic topic) {}
