package kz.shanyraq.office.benefits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.shanyraq.office.registry.Household;
import kz.shanyraq.policy.wellbeing.Dimension;
import kz.shanyraq.policy.wellbeing.FamilyWellbeing;
import kz.shanyraq.policy.wellbeing.Model;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The wellbeing of a family with its reasons, beside its district's and its own past: the same library as the sweep's.
@Component
public class Wellbeings {

    /// A median of fewer families than these tells of single ones.
    private static final int FEWEST = 5;

    private static final String MEDIANS = """
            select scale, min(points) filter (where 2 * below >= families)
            from (
                select scale, points, sum(families) over (partition by scale order by points) as below, sum(families) over (partition by scale) as families
                from benefits.scale_figure where kato = :kato and families > 0
            ) figure
            group by scale having min(families) >= :fewest
            """;

    // What holds and what held stand in an index each.
    private static final String PAST = """
            select s.facts_on as "on", w.level, w.economic, w.health, w.housing, w.social, w.education
            from (
                select * from benefits.wellbeing where family_id = :family and until is null
                union all select * from benefits.wellbeing where family_id = :family and until is not null) w
            join benefits.sweep s on s.id = w.since
            order by w.since
            """;

    /// The levels that a family had, the oldest first.
    ///
    /// @param on the day on which it was found
    /// @param level null where a fact was missing
    public record Past(
            LocalDate on,
            @Nullable String level,
            @Nullable Integer economic,
            @Nullable Integer health,
            @Nullable Integer housing,
            @Nullable Integer social,
            @Nullable Integer education) {

        /// The points of a scale on that day; null where they were not known.
        public @Nullable Integer points(Dimension scale) {
            return switch (scale) {
                case ECONOMIC -> economic;
                case HEALTH -> health;
                case HOUSING -> housing;
                case SOCIAL -> social;
                case EDUCATION -> education;
                default -> throw new IllegalArgumentException(scale + " is no scale of the family card");
            };
        }
    }

    private final LawBook book;
    private final JdbcClient db;

    Wellbeings(LawBook book, JdbcClient db) {
        this.book = book;
        this.db = db;
    }

    /// The wellbeing of a family by the digital family card; empty where the card is not in force in its month.
    public Optional<FamilyWellbeing> of(Household household) {
        YearMonth month = household.month();
        return Model.inForce(month.atDay(1)).stream()
                .filter(model -> model.model() == Model.FAMILY_CARD)
                .findFirst()
                .flatMap(model -> model.explain(
                        household.columns(), 0, book.law(month).orElseThrow().assistance()));
    }

    /// The points of the family in the middle of a district, on each scale; none of a scale on which fewer than five
    /// families stand.
    @Transactional(readOnly = true)
    public Map<Dimension, Integer> medians(int kato) {
        var medians = new EnumMap<Dimension, Integer>(Dimension.class);
        db.sql(MEDIANS)
                .param("kato", kato)
                .param("fewest", FEWEST)
                .query((row, n) ->
                        medians.put(Dimension.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getInt(2)))
                .list();
        return medians;
    }

    /// What the sweeps found of a family, the oldest first; the last is what holds.
    @Transactional(readOnly = true)
    public List<Past> past(long family) {
        return db.sql(PAST).param("family", family).query(Past.class).list();
    }
}
