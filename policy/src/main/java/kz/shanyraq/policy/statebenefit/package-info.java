/// State social benefits (мемлекеттік әлеуметтік жәрдемақылар, государственные социальные пособия): by
/// disability and on the loss of a breadwinner.
@NullMarked
package kz.shanyraq.policy.statebenefit;

import org.jspecify.annotations.NullMarked;
