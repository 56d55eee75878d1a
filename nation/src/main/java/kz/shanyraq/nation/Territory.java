package kz.shanyraq.nation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The regions and districts of Kazakhstan by their KATO codes, in the division in force since June 2022.
///
/// Facts of the state classifier; populations of the Bureau of National Statistics (regions) and our
/// estimates (districts); coordinates GeoNames, CC BY 4.0.
public final class Territory {

    /// A region or city of republican significance.
    ///
    /// @param code the first two digits of its KATO code
    /// @param population mean of 2024
    /// @param rural the share of rural population in ten-thousandths
    public record Region(int code, String kk, String ru, String en, long population, int rural) {}

    /// A district, city of regional significance, or district of a big city.
    ///
    /// @param kato the nine-digit KATO code
    /// @param city whether it is a city or a district of a city
    /// @param population an estimate for 2024
    /// @param latitude of its centre, degrees north
    /// @param longitude of its centre, degrees east
    public record District(
            String kato,
            int region,
            String kk,
            String ru,
            String en,
            boolean city,
            long population,
            BigDecimal latitude,
            BigDecimal longitude) {}

    private static final class Holder {
        private static final List<Region> REGIONS = Resource.rows("regions.csv").stream()
                .map(row -> new Region(
                        Integer.parseInt(row.getField("kato").substring(0, 2)),
                        row.getField("name_kk"),
                        row.getField("name_ru"),
                        row.getField("name_en"),
                        Long.parseLong(row.getField("pop_avg_2024")),
                        Resource.scaled(row.getField("rural_share_2024"), 4)))
                .toList();
        private static final List<District> DISTRICTS = Resource.rows("districts.csv").stream()
                .map(row -> new District(
                        row.getField("kato"),
                        Integer.parseInt(row.getField("region_kato").substring(0, 2)),
                        row.getField("name_kk"),
                        row.getField("name_ru"),
                        row.getField("name_en"),
                        !row.getField("kind").equals("district"),
                        Long.parseLong(row.getField("pop_est_2024")),
                        new BigDecimal(row.getField("lat")),
                        new BigDecimal(row.getField("lon"))))
                .toList();
        private static final Set<Integer> REGION_CODES = codes();
        private static final Set<String> DISTRICT_CODES =
                new HashSet<>(DISTRICTS.stream().map(District::kato).toList());

        private static Set<Integer> codes() {
            var codes = new TreeSet<Integer>();
            REGIONS.forEach(region -> codes.add(region.code()));
            return codes;
        }
    }

    /// The 20 regions and cities, by code.
    public static List<Region> regions() {
        return Holder.REGIONS;
    }

    /// The districts, by code.
    public static List<District> districts() {
        return Holder.DISTRICTS;
    }

    /// Whether two digits are a region.
    public static boolean isRegion(int code) {
        return Holder.REGION_CODES.contains(code);
    }

    /// Whether nine digits are a district.
    public static boolean isDistrict(String kato) {
        return Holder.DISTRICT_CODES.contains(kato);
    }

    private Territory() {}
}
