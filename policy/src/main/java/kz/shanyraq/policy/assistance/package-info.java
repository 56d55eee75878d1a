/// Targeted social assistance (атаулы әлеуметтік көмек, адресная социальная помощь), one class an edition.
@NullMarked
package kz.shanyraq.policy.assistance;

import org.jspecify.annotations.NullMarked;
