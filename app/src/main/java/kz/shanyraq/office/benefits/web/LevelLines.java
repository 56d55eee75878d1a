package kz.shanyraq.office.benefits.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.FamilyRef;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.benefits.Levels;
import kz.shanyraq.office.registry.FamilyList;
import kz.shanyraq.office.registry.Found;
import org.springframework.stereotype.Component;

/// Families of a level by name; the look at them is logged before they are shown.
@Component
class LevelLines {

    private final FamilyList families;
    private final Access access;

    LevelLines(FamilyList families, Access access) {
        this.families = families;
        this.access = access;
    }

    List<LevelListPage.Line> of(List<Levels.Row> rows) {
        Map<Long, Found.Family> named = new HashMap<>();
        families.named(rows.stream().map(Levels.Row::familyId).toList())
                .forEach(family -> named.put(family.id().value(), family));
        List<LevelListPage.Line> lines = rows.stream()
                .flatMap(row -> java.util.stream.Stream.ofNullable(named.get(row.familyId()))
                        .map(family -> new LevelListPage.Line(family, row.points(), row.before())))
                .toList();
        access.looked(Look.list(
                lines.stream()
                        .map(LevelListPage.Line::family)
                        .map(family ->
                                new FamilyRef(family.id().value(), family.id().number(), family.kato(), false))
                        .toList(),
                "wellbeing"));
        return lines;
    }
}
