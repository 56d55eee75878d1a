package kz.shanyraq.policy.explain;

import kz.shanyraq.policy.Outcome;
import kz.shanyraq.policy.household.Column;

/// A change of one fact that flips the answer; found by running the law again.
///
/// @param column the column of the household format that holds the fact
/// @param row the row in the block of one family: 0 for the family, else the index of the person, income,
///     livestock or plot
/// @param from the raw value now
/// @param to the raw value with which the answer is another
/// @param outcome the answer then
/// @param monthly whole tenge a month then
/// @param once whole tenge once then
public record Flip(Column column, int row, long from, long to, Outcome outcome, long monthly, long once) {}
