package kz.shanyraq.office.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kz.shanyraq.office.access.Places;
import kz.shanyraq.office.page.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Names of places. They change a few times a year and every page asks for them, so regions and districts are kept in
/// memory for some minutes.
@Component
public class PlaceNames implements Places {

    private static final String KNOWN = """
            select kato, level, name_kk, name_ru, coalesce(name_en, name_ru) as name_en
            from registry.territory where valid @> current_date and level in (1, 2)
            """;
    private static final String SETTLEMENTS = """
            select kato, level, name_kk, name_ru, coalesce(name_en, name_ru) as name_en
            from registry.territory where valid @> current_date and level > 2 and kato = any(:codes)
            """;
    private static final long KEPT = 5 * 60_000_000_000L;

    private record Row(int kato, int level, String nameKk, String nameRu, String nameEn) {
        Place.Names names() {
            return new Place.Names(nameKk, nameRu, nameEn);
        }
    }

    private final JdbcClient db;
    private final Map<Integer, Place.Names> known = new ConcurrentHashMap<>();
    private final AtomicLong readAt = new AtomicLong(Long.MIN_VALUE);

    PlaceNames(@Qualifier("intakeDb") JdbcClient db) {
        this.db = db;
    }

    /// The place of a code.
    public Place of(int kato) {
        return of(List.of(kato)).getOrDefault(kato, new Place(kato, null, null, null));
    }

    /// The places of some codes.
    public Map<Integer, Place> of(Collection<Integer> codes) {
        refresh();
        var settlements = new HashMap<Integer, Place.Names>();
        Integer[] fine =
                codes.stream().filter(code -> code % 100_000 != 0).distinct().toArray(Integer[]::new);
        if (fine.length > 0) {
            for (Row row :
                    db.sql(SETTLEMENTS).param("codes", fine).query(Row.class).list()) {
                settlements.put(row.kato(), row.names());
            }
        }
        var places = new HashMap<Integer, Place>();
        for (int code : codes) {
            places.put(code, place(code, settlements.get(code)));
        }
        return places;
    }

    @Override
    public String name(int kato, Language language) {
        Place place = of(kato);
        Place.Names names = place.district() == null ? place.region() : place.district();
        return names == null ? Integer.toString(kato) : names.in(language.code());
    }

    @Override
    public List<Integer> all() {
        refresh();
        return known.keySet().stream().sorted().toList();
    }

    /// Regions, or the districts of a region.
    public List<Place> within(int kato) {
        refresh();
        return known.keySet().stream()
                .filter(code -> kato == 0
                        ? code % 10_000_000 == 0
                        : code % 10_000_000 != 0 && code / 10_000_000 == kato / 10_000_000)
                .sorted()
                .map(code -> place(code, null))
                .toList();
    }

    private Place place(int kato, Place.@Nullable Names settlement) {
        int region = kato / 10_000_000 * 10_000_000;
        int district = kato / 100_000 * 100_000;
        return new Place(kato, known.get(region), district == region ? null : known.get(district), settlement);
    }

    private void refresh() {
        long now = System.nanoTime();
        long before = readAt.get();
        if ((before == Long.MIN_VALUE || now - before > KEPT || known.isEmpty()) && readAt.compareAndSet(before, now)) {
            Map<Integer, Place.Names> read = new HashMap<>();
            db.sql(KNOWN).query(Row.class).list().forEach(row -> read.put(row.kato(), row.names()));
            known.putAll(read);
            known.keySet().retainAll(read.keySet());
        }
    }
}
