package kz.shanyraq.office.access;

import static kz.shanyraq.office.access.Area.*;
import static kz.shanyraq.office.access.Purpose.*;
import static kz.shanyraq.office.access.Right.*;
import static kz.shanyraq.office.access.Role.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who may do what, where and what for: the one table. The page of roles prints it; nothing else decides.
///
/// What a line allows on *rows* is held by row-level security too (`access.lo()` and so on in V1__access.sql).
public final class Rights {

    /// A line of the table.
    ///
    /// @param role who
    /// @param area where
    /// @param purpose what for
    /// @param rights what
    public record Rule(Role role, Area area, Purpose purpose, Set<Right> rights) {}

    /// The table.
    public static final List<Rule> TABLE = List.of(
            rule(SOCIAL_WORKER, TERRITORY, CASE_WORK, SEARCH, LIST, COUNT, SEE_FAMILY, SEE_INCOME, SEE_DISABILITY),
            rule(SOCIAL_WORKER, TERRITORY, CASE_WORK, SEE_LOOKS, ENTER_FAMILY, QUESTION_FACT, CORRECT_FACT),
            rule(SOCIAL_WORKER, TERRITORY, CASE_WORK, SEE_PAYMENTS, PREPARE_PAYMENTS),
            rule(SOCIAL_WORKER, TERRITORY, CASE_WORK, PAUSE_FINDING, OFFER_BENEFITS, PLAN_VISIT, RESOLVE_DUPLICATES),
            rule(SOCIAL_WORKER, TERRITORY, CASE_WORK, DECIDE_BENEFITS, EXPORT),
            rule(SOCIAL_WORKER, PERMIT, OUTSIDE_TERRITORY, ASK_PERMIT, SEE_FAMILY, SEE_INCOME, SEE_DISABILITY),
            rule(SOCIAL_WORKER, PERMIT, BREAK_GLASS, ASK_PERMIT, SEE_FAMILY, SEE_INCOME, SEE_DISABILITY),
            rule(SOCIAL_WORKER, REPUBLIC, OPERATION, SEE_SOURCES),
            rule(CAREER_SPECIALIST, TERRITORY, PLACEMENT, SEARCH, LIST, COUNT, SEE_FAMILY, QUESTION_FACT),
            rule(CAREER_SPECIALIST, TERRITORY, PLACEMENT, MANAGE_CONTRACTS),
            rule(CAREER_SPECIALIST, PERMIT, OUTSIDE_TERRITORY, ASK_PERMIT, SEE_FAMILY),
            rule(CAREER_SPECIALIST, PERMIT, BREAK_GLASS, ASK_PERMIT, SEE_FAMILY),
            rule(CAREER_SPECIALIST, REPUBLIC, OPERATION, SEE_SOURCES),
            rule(AKIMAT_PLANNER, TERRITORY, STATISTICS, COUNT),
            rule(AKIMAT_PLANNER, REPUBLIC, OPERATION, SEE_SOURCES),
            rule(MINISTRY_ANALYST, REPUBLIC, STATISTICS, COUNT, SEE_SOURCES),
            rule(SECOND_APPROVER, TERRITORY, DECISION, SEARCH, LIST, COUNT, SEE_FAMILY, SEE_INCOME, SEE_DISABILITY),
            rule(SECOND_APPROVER, TERRITORY, DECISION, SEE_LOOKS, QUESTION_FACT, PAUSE_FINDING, PLAN_VISIT),
            rule(SECOND_APPROVER, TERRITORY, DECISION, RESOLVE_DUPLICATES, DECIDE_BREACH),
            rule(
                    SECOND_APPROVER,
                    TERRITORY,
                    DECISION,
                    SEE_PAYMENTS,
                    PREPARE_PAYMENTS,
                    APPROVE_PAYMENTS,
                    AUTHORISE_PAYMENTS),
            rule(SECOND_APPROVER, TERRITORY, DECISION, APPROVE_DECISIONS),
            rule(SECOND_APPROVER, PERMIT, OUTSIDE_TERRITORY, ASK_PERMIT, SEE_FAMILY, SEE_INCOME, SEE_DISABILITY),
            rule(SECOND_APPROVER, PERMIT, BREAK_GLASS, ASK_PERMIT, SEE_FAMILY, SEE_INCOME, SEE_DISABILITY),
            rule(SECOND_APPROVER, REPUBLIC, BREAK_GLASS, APPROVE_BREAK_GLASS),
            rule(SECOND_APPROVER, REPUBLIC, OPERATION, SEE_SOURCES),
            rule(AUDITOR, REPUBLIC, AUDIT, READ_LOG, EXPORT_LOG, SEE_LOOKS, SEE_ROLES),
            rule(OPERATOR, REPUBLIC, OPERATION, LOAD_DATA, SEE_SOURCES, MANAGE_OFFICERS, SEE_ROLES, COUNT),
            rule(CITIZEN, OWN, OWN_DATA, SEE_OWN, SEE_LOOKS, QUESTION_FACT));

    /// What everybody who is signed in may do.
    public static final Set<Right> EVERYBODY = Set.of(SEE_HOME, OWN_ACCOUNT);

    private static final Map<Role, Set<Right>> OF_ROLE = ofRole();

    /// Everything that a role may do somewhere.
    public static Set<Right> of(Role role) {
        return OF_ROLE.getOrDefault(role, Set.of());
    }

    /// The roles that have a right.
    public static List<Role> having(Right right) {
        return OF_ROLE.entrySet().stream()
                .filter(entry -> entry.getValue().contains(right))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Rule rule(Role role, Area area, Purpose purpose, Right first, Right... others) {
        return new Rule(role, area, purpose, EnumSet.of(first, others));
    }

    private static Map<Role, Set<Right>> ofRole() {
        Map<Role, Set<Right>> of = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            of.put(role, EnumSet.copyOf(EVERYBODY));
        }
        for (Rule rule : TABLE) {
            of.computeIfAbsent(rule.role(), any -> EnumSet.noneOf(Right.class)).addAll(rule.rights());
        }
        return of;
    }

    private Rights() {}
}
