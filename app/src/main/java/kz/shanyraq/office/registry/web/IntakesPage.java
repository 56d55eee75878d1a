package kz.shanyraq.office.registry.web;

import java.util.List;
import java.util.Map;
import kz.shanyraq.office.page.Tone;
import kz.shanyraq.office.registry.Delivery;

/// The list of deliveries.
///
/// @param refused uploads that were not taken in at all, and why
public record IntakesPage(List<Delivery> deliveries, Map<String, String> refused, boolean mayLoad) {

    /// The tone of a delivery's state.
    public static Tone tone(Delivery delivery) {
        return switch (delivery.state()) {
            case "done" -> delivery.rejected() > 0 ? Tone.WAIT : Tone.GOOD;
            case "failed" -> Tone.BAD;
            default -> Tone.INFO;
        };
    }
}
