package kz.shanyraq.office.monitoring.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.shanyraq.office.page.Bars;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.SourceWatch.Delivery;
import kz.shanyraq.office.registry.SourceWatch.Reject;
import kz.shanyraq.office.registry.SourceWatch.State;
import org.jspecify.annotations.Nullable;

/// One source.
///
/// @param deliveries the last ones, the newest first
/// @param rejects rejected rows of the last delivery that has any, masked
public record SourcePage(State state, List<Delivery> deliveries, List<Reject> rejects) {

    /// Its name.
    public String name(Text t) {
        return state.source().name().in(t.language().code());
    }

    /// Who keeps it.
    public String owner(Text t) {
        return SourcesPage.ownerOf(state, t);
    }

    /// When the next delivery is due.
    public @Nullable LocalDate due() {
        return state.source().dueAt() == null
                ? null
                : LocalDate.ofInstant(state.source().dueAt(), ZoneId.of("Asia/Almaty"));
    }

    /// Rows of the last twelve deliveries, as bars.
    public Bars bars(Text t) {
        return new Bars(
                t,
                t.say("monitoring.source.rows"),
                deliveries.stream()
                        .limit(12)
                        .map(delivery -> new Bars.Bar(
                                t.date(delivery.openedAt()
                                                .atZoneSameInstant(ZoneId.of("Asia/Almaty"))
                                                .toLocalDate()) + " · № " + delivery.id(),
                                delivery.rowsRead()))
                        .toList());
    }
}
