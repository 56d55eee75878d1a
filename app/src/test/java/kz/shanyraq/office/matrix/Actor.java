package kz.shanyraq.office.matrix;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.shanyraq.office.access.Acting;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.access.TestOfficers;

/// Somebody who acts in the matrix, and the families that they may see by name. Whatever is not in that list must not
/// be seen.
///
/// @param called how the report calls them
/// @param acting signed in, for statements; null for nobody
/// @param login the account, for pages; empty for nobody
record Actor(String called, Role role, Acting acting, String login, Set<Household> sees) {

    /// One for each role in the district of Aigul and Kulash, with a permit, one that has run out, and a break-glass; a
    /// colleague of the next district
    /// without any; and two citizens.
    static List<Actor> all(RunningOffice office) {
        Village village = office.village();
        var actors = new java.util.ArrayList<Actor>();
        var own = EnumSet.of(Household.AIGUL, Household.KULASH, Household.PERMITTED, Household.OPENED);
        UUID approver = office.officers().officer(Role.SECOND_APPROVER, 0).id();
        for (Role role : List.of(Role.SOCIAL_WORKER, Role.CAREER_SPECIALIST, Role.SECOND_APPROVER)) {
            Actor actor = officer(office, role.word(), role, Village.DISTRICT, own);
            village.permits(office.admin(), ((Acting.Officer) actor.acting()).id(), approver);
            actors.add(actor);
        }
        actors.add(officer(
                office,
                "social_worker, next district",
                Role.SOCIAL_WORKER,
                Village.NEXT_DISTRICT,
                EnumSet.of(Household.NEXT_DISTRICT, Household.PERMITTED, Household.EXPIRED)));
        for (Role role : List.of(Role.PROVIDER_STAFF, Role.AKIMAT_PLANNER)) {
            actors.add(officer(office, role.word(), role, Village.DISTRICT, Set.of()));
        }
        for (Role role : List.of(Role.MINISTRY_ANALYST, Role.AUDITOR, Role.OPERATOR)) {
            actors.add(officer(office, role.word(), role, 0, Set.of()));
        }
        actors.add(citizen(office, "citizen Aigul", Household.AIGUL));
        actors.add(citizen(office, "citizen under protection", Household.RESTRICTED));
        actors.add(new Actor("nobody", Role.CITIZEN, new Acting.Nobody(), "", Set.of()));
        return List.copyOf(actors);
    }

    private static Actor officer(RunningOffice office, String called, Role role, int kato, Set<Household> sees) {
        TestOfficers officers = office.officers();
        Map<Role, Integer> posts = new LinkedHashMap<>();
        posts.put(role, kato);
        String login = officers.account(posts, "Асан Т. (" + role.word() + ")");
        return new Actor(called, role, officers.signedIn(login, null), login, sees);
    }

    private static Actor citizen(RunningOffice office, String called, Household family) {
        String login = office.login(family.head());
        return new Actor(
                called,
                Role.CITIZEN,
                office.officers().signedIn(login, office.village().id(family).value()),
                login,
                Set.of(family));
    }

    /// What must not be seen of the others.
    List<Household> mustNotSee() {
        return java.util.Arrays.stream(Household.values())
                .filter(family -> !sees.contains(family))
                .toList();
    }

    @Override
    public String toString() {
        return called;
    }
}
