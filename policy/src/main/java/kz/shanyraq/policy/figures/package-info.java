/// The law's figures by date and region, and the only package that reads files: those shipped in this jar.
@NullMarked
package kz.shanyraq.policy.figures;

import org.jspecify.annotations.NullMarked;
