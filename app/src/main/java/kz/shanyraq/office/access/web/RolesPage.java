package kz.shanyraq.office.access.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.shanyraq.office.access.Area;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.access.Rights;
import kz.shanyraq.office.access.Role;

/// What the page of roles shows.
///
/// @param roles the columns
/// @param rows a right each
/// @param pages addresses with the rights they need
public record RolesPage(List<Role> roles, List<Row> rows, Map<String, List<Right>> pages) {

    /// A right, and for each role where it has it.
    public record Row(Right right, List<List<Area>> areas) {}

    /// The table as it is in force.
    public static RolesPage of(Map<String, List<Right>> pages) {
        List<Role> roles = Arrays.asList(Role.values());
        List<Row> rows = new ArrayList<>();
        for (Right right : Right.values()) {
            if (!Rights.EVERYBODY.contains(right)) {
                rows.add(new Row(
                        right, roles.stream().map(role -> areas(role, right)).toList()));
            }
        }
        return new RolesPage(roles, rows, pages);
    }

    private static List<Area> areas(Role role, Right right) {
        return Rights.TABLE.stream()
                .filter(rule -> rule.role() == role && rule.rights().contains(right))
                .map(Rights.Rule::area)
                .distinct()
                .toList();
    }
}
