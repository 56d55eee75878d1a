/// Signals of need for special social services and of employability: detections with reasons, not decisions.
@NullMarked
package kz.shanyraq.policy.signals;

import org.jspecify.annotations.NullMarked;
