/// Real survey microdata brought into the household format: families that nobody of us invented, under our law.
/// What a survey did not ask stays not known.
@NullMarked
package kz.shanyraq.nation.survey;

import org.jspecify.annotations.NullMarked;
