package kz.shanyraq.office.financing;

/// One thing that was looked at in a payment file before it is sent.
///
/// @param what which check, a word that does not change: `typed_model`, `control_sums`, `accounts`, `banks`, `names`,
///     `persons`, `amounts`, `identifications`, `codes`, `schema`
/// @param ran whether it could run; one that did not run has not passed
/// @param said what was seen; of a fault how many, and the first; of a check that did not run, why
public record Check(String what, boolean ran, boolean passed, String said) {}
