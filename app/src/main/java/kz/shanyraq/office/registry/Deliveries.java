package kz.shanyraq.office.registry;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Deliveries of registers, for pages: what came, what became of its rows, and the way in for a new file.
@Component
public class Deliveries {

    private static final String SELECT = """
            select id, source, file, format, state, rows_total as total, rows_read as read, rows_new as added, rows_changed as changed,
                rows_unchanged as unchanged, rows_merged as merged, rows_disputed as disputed, rows_rejected as rejected, message, opened_at, closed_at
            from registry.intake where kind in ('households', 'single_source')
            """;

    private final JdbcClient db;
    private final IntakeOfOffice intake;

    Deliveries(JdbcClient db, IntakeOfOffice intake) {
        this.db = db;
        this.intake = intake;
    }

    /// The latest deliveries, the last first.
    @Transactional(readOnly = true)
    public List<Delivery> latest(int most) {
        return db.sql(SELECT + " order by id desc limit :most")
                .param("most", most)
                .query(Delivery.class)
                .list();
    }

    /// A delivery.
    @Transactional(readOnly = true)
    public Optional<Delivery> delivery(int id) {
        return db.sql(SELECT + " and id = :id")
                .param("id", id)
                .query(Delivery.class)
                .optional();
    }

    /// Rejected rows of a delivery after a line.
    @Transactional(readOnly = true)
    public List<Delivery.Reject> rejects(int id, long after, int most) {
        return db.sql("select * from registry.rejects(:id, :after, :most)")
                .param("id", id)
                .param("after", after)
                .param("most", most)
                .query(Delivery.Reject.class)
                .list();
    }

    /// The sources whose files may be given, by code, with their names in a language.
    @Transactional(readOnly = true)
    public List<Map<String, Object>> sources() {
        return db.sql(
                        "select code, name_kk, name_ru, name_en from registry.source where code not in ('officer', 'person') order by code")
                .query()
                .listOfRows();
    }

    /// Where an uploaded file or folder is kept until it is taken in.
    public Path uploads() {
        return intake.uploads();
    }

    /// Takes in what was uploaded, after what was uploaded before.
    public void later(Path uploaded, @Nullable String register, @Nullable LocalDate on, UUID officer) {
        intake.later(uploaded, register, on, officer);
    }

    /// Why uploaded files were not taken in at all, by name.
    public Map<String, String> refused() {
        return intake.refused();
    }
}
