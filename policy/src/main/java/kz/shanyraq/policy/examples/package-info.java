/// Worked examples of the law, which hold: what the pages of the law show to everybody, and the notation in which
/// examples and the tables of cases tell a family.
@NullMarked
package kz.shanyraq.policy.examples;

import org.jspecify.annotations.NullMarked;
