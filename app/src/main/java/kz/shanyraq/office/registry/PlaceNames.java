package kz.shanyraq.office.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kz.shanyraq.office.access.Places;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.TileGrid;
import kz.shanyraq.office.page.TileMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Names of places. They change a few times a year and every page asks for them, so regions and districts are kept in
/// memory for some minutes.
@Component
public class PlaceNames implements Places {

    private static final String KNOWN = """
            select t.kato, t.level, t.name_kk, t.name_ru, coalesce(t.name_en, t.name_ru) as name_en,
                coalesce(t.latitude, s.latitude)::float8 as north, coalesce(t.longitude, s.longitude)::float8 as east
            from registry.territory t
            left join lateral (
                select avg(x.latitude) as latitude, avg(x.longitude) as longitude from registry.territory x
                where t.latitude is null and t.level = 2 and x.level > 2 and x.kato between t.kato and t.kato + 99999 and x.valid @> current_date) s on true
            where t.valid @> current_date and t.level in (1, 2)
            """;
    private static final String SETTLEMENTS = """
            select kato, level, name_kk, name_ru, coalesce(name_en, name_ru) as name_en, null::float8 as north, null::float8 as east
            from registry.territory where valid @> current_date and level > 2 and kato = any(:codes)
            """;
    private static final long KEPT = 5 * 60_000_000_000L;

    private record Row(
            int kato,
            int level,
            String nameKk,
            String nameRu,
            String nameEn,
            @Nullable Double north,
            @Nullable Double east) {
        Place.Names names() {
            return new Place.Names(nameKk, nameRu, nameEn);
        }
    }

    private final JdbcClient db;
    private final Map<Integer, Place.Names> known = new ConcurrentHashMap<>();
    private final Map<Integer, TileGrid.Point> points = new ConcurrentHashMap<>();
    private final Map<Integer, Map<Integer, TileGrid.Cell>> grids = new ConcurrentHashMap<>();
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

    /// The districts of a region as tiles of one map, where they lie to each other; one of which it is not known where
    /// it lies is not there.
    public List<TileMap.Spot> spots(int region, Text t) {
        List<Place> districts = within(region);
        Map<Integer, TileGrid.Cell> grid =
                grids.computeIfAbsent(region / 10_000_000, any -> TileGrid.of(points(districts)));
        return districts.stream()
                .flatMap(district -> Stream.ofNullable(spot(district, grid, t)))
                .toList();
    }

    private Map<Integer, TileGrid.Point> points(List<Place> districts) {
        Map<Integer, TileGrid.Point> of = new HashMap<>();
        for (Place district : districts) {
            TileGrid.Point point = points.get(district.kato());
            if (point != null) {
                of.put(district.kato(), point);
            }
        }
        return of;
    }

    private static TileMap.@Nullable Spot spot(Place district, Map<Integer, TileGrid.Cell> grid, Text t) {
        TileGrid.Cell cell = grid.get(district.kato());
        Place.Names names = district.district();
        String language = t.language().code();
        return cell == null || names == null
                ? null
                : TileMap.Spot.of(district.kato(), names.in(language), names.brief(language), cell);
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
            Map<Integer, TileGrid.Point> located = new HashMap<>();
            db.sql(KNOWN).query(Row.class).list().forEach(row -> {
                read.put(row.kato(), row.names());
                if (row.north() != null && row.east() != null) {
                    located.put(row.kato(), new TileGrid.Point(row.north(), row.east()));
                }
            });
            if (!points.equals(located)) {
                points.putAll(located);
                points.keySet().retainAll(located.keySet());
                grids.clear();
            }
            known.putAll(read);
            known.keySet().retainAll(read.keySet());
        }
    }
}
