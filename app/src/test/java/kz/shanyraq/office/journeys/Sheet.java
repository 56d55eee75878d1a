package kz.shanyraq.office.journeys;

import java.util.List;
import kz.shanyraq.office.access.Role;
import kz.shanyraq.office.matrix.Household;
import kz.shanyraq.office.matrix.Village;

/// A page in a state, as the tests of pages visit it.
///
/// @param called its name in pictures and reports
/// @param role who visits it; null for somebody who has not signed in
/// @param address its address
/// @param status what it answers
record Sheet(
        String called, @org.jspecify.annotations.Nullable Role role, String address, int status) {

    static List<Sheet> all(Village village) {
        String aigul = village.id(Household.AIGUL).number();
        long head = village.id(Household.AIGUL.head());
        Role worker = Role.SOCIAL_WORKER;
        return List.of(
                new Sheet("sign-in", null, "/sign-in", 200),
                new Sheet("check", null, "/check", 200),
                new Sheet("verify", null, "/verify", 200),
                new Sheet("verify-none", null, "/verify/2026-000123?code=ABCDEFGHJKLM", 200),
                new Sheet("home-worker", worker, "/", 200),
                new Sheet("home-analyst", Role.MINISTRY_ANALYST, "/", 200),
                new Sheet("home-operator", Role.OPERATOR, "/", 200),
                new Sheet("search-empty", worker, "/search", 200),
                new Sheet("search-none", worker, "/search?q=Ешқандай", 200),
                new Sheet("search-name", worker, "/search?q=" + encoded("Байжігітова"), 200),
                new Sheet(
                        "search-elsewhere",
                        worker,
                        "/search?q=" + Household.FAR.head().iin(),
                        200),
                new Sheet("search-wrong-iin", worker, "/search?q=900101300008", 200),
                new Sheet("families", worker, "/families", 200),
                new Sheet("family", worker, "/families/" + aigul, 200),
                new Sheet("family-as-of", worker, "/families/" + aigul + "?on=2025-03-01&known=2026-01-01", 200),
                new Sheet("family-specialist", Role.CAREER_SPECIALIST, "/families/" + aigul, 200),
                new Sheet(
                        "family-not-there",
                        worker,
                        "/families/" + village.id(Household.FAR).number(),
                        404),
                new Sheet("family-forbidden", Role.AUDITOR, "/families/" + aigul, 403),
                new Sheet("family-looks", worker, "/families/" + aigul + "/looks", 200),
                new Sheet("person", worker, "/persons/" + head, 200),
                new Sheet("family-new", worker, "/families/new", 200),
                new Sheet(
                        "correction-new",
                        worker,
                        "/families/" + aigul + "/corrections/new?sheet=contact&column=phone&person=" + head,
                        200),
                new Sheet(
                        "question-new",
                        worker,
                        "/families/" + aigul + "/questions/new?sheet=contact&column=phone&person=" + head,
                        200),
                new Sheet("person-new", worker, "/families/" + aigul + "/persons/new", 200),
                new Sheet("pause", worker, "/families/" + aigul + "/pauses/large_family", 200),
                new Sheet("applications", worker, "/applications", 200),
                new Sheet("applications-asked", worker, "/applications?state=asked", 200),
                new Sheet("application", worker, "/applications/" + village.application(Household.AIGUL), 200),
                new Sheet(
                        "application-new",
                        worker,
                        "/families/" + aigul + "/applications/new?topic=housing_assistance",
                        200),
                new Sheet("decisions", Role.SECOND_APPROVER, "/decisions", 200),
                new Sheet("decision", Role.SECOND_APPROVER, "/decisions/" + village.decision(Household.AIGUL), 200),
                new Sheet(
                        "appeal-new", worker, "/decisions/" + village.decision(Household.AIGUL) + "/appeals/new", 200),
                new Sheet("award", worker, "/awards/" + village.award(Household.AIGUL), 200),
                new Sheet("appeals", worker, "/appeals", 200),
                new Sheet("appeal", Role.SECOND_APPROVER, "/appeals/" + village.appeal(Household.AIGUL), 200),
                new Sheet("day", worker, "/day/" + java.time.LocalDate.now(kz.shanyraq.office.access.Looks.ZONE), 200),
                new Sheet("visits", worker, "/visits", 200),
                new Sheet("visits-call", worker, "/visits?way=by_family&benefit=housing_assistance", 200),
                new Sheet("visits-planned", worker, "/visits/planned", 200),
                new Sheet("visit", worker, "/families/" + aigul + "/visits/by_visit", 200),
                new Sheet("visit-call", worker, "/families/" + aigul + "/visits/by_family", 200),
                new Sheet("findings", worker, "/findings", 200),
                new Sheet("finding-list", worker, "/findings/targeted_assistance/undecided", 200),
                new Sheet("findings-specialist", Role.CAREER_SPECIALIST, "/findings", 200),
                new Sheet("offers", worker, "/offers", 200),
                new Sheet("offers-all", worker, "/offers/list/all", 200),
                new Sheet("offers-many", worker, "/offers/new?topic=large_family", 200),
                new Sheet("offer", worker, "/offers/" + village.offer(Household.AIGUL), 200),
                new Sheet("offer-not-there", worker, "/offers/" + village.offer(Household.FAR), 404),
                new Sheet("takeup", worker, "/takeup", 200),
                new Sheet("takeup-benefit", worker, "/takeup?topic=targeted_assistance", 200),
                new Sheet("takeup-analyst", Role.MINISTRY_ANALYST, "/takeup?topic=targeted_assistance", 200),
                new Sheet("takeup-planner", Role.AKIMAT_PLANNER, "/takeup", 200),
                new Sheet("wellbeing", worker, "/wellbeing", 200),
                new Sheet("wellbeing-analyst", Role.MINISTRY_ANALYST, "/wellbeing", 200),
                new Sheet("wellbeing-list", worker, "/wellbeing/missing", 200),
                new Sheet("sweep", Role.OPERATOR, "/sweep", 200),
                new Sheet("sweep-analyst", Role.MINISTRY_ANALYST, "/sweep", 200),
                new Sheet("contracts", Role.CAREER_SPECIALIST, "/contracts?show=to_sign", 200),
                new Sheet("contracts-none", Role.CAREER_SPECIALIST, "/contracts?show=missed", 200),
                new Sheet("contracts-approver", Role.SECOND_APPROVER, "/contracts", 200),
                new Sheet("contract", Role.CAREER_SPECIALIST, "/contracts/" + village.contract(Household.AIGUL), 200),
                new Sheet("contract-worker", worker, "/contracts/" + village.contract(Household.AIGUL), 200),
                new Sheet(
                        "contract-not-there",
                        Role.CAREER_SPECIALIST,
                        "/contracts/" + village.contract(Household.FAR),
                        404),
                new Sheet("payments", worker, "/payments", 200),
                new Sheet("payments-approver", Role.SECOND_APPROVER, "/payments", 200),
                new Sheet("payments-reconciliation", worker, "/payments/reconciliation", 200),
                new Sheet("payments-write-offs", Role.SECOND_APPROVER, "/payments/write-offs", 200),
                new Sheet("pay-list-not-there", worker, "/payments/999999", 404),
                new Sheet("payments-forbidden", Role.OPERATOR, "/payments", 403),
                new Sheet("questions", worker, "/questions", 200),
                new Sheet("duplicates", worker, "/duplicates", 200),
                new Sheet("duplicate", worker, "/duplicates/" + village.pair(Household.AIGUL), 200),
                new Sheet("intakes", Role.OPERATOR, "/intakes", 200),
                new Sheet("intake", Role.OPERATOR, "/intakes/" + village.intake(), 200),
                new Sheet("intake-new", Role.OPERATOR, "/intakes/new", 200),
                new Sheet("classifiers", Role.OPERATOR, "/classifiers", 200),
                new Sheet("sources", Role.OPERATOR, "/sources", 200),
                new Sheet("source", Role.OPERATOR, "/sources/civil", 200),
                new Sheet("figures", Role.MINISTRY_ANALYST, "/figures", 200),
                new Sheet("laws", null, "/law", 200),
                new Sheet("law", null, "/law/targeted_assistance", 200),
                new Sheet("law-then", worker, "/law/targeted_assistance?on=2019-05-01", 200),
                new Sheet("law-not-in-force", Role.MINISTRY_ANALYST, "/law/large_family?on=2018-03-01", 200),
                new Sheet("law-not-there", Role.AUDITOR, "/law/basic_income", 404),
                new Sheet("law-citizen", Role.CITIZEN, "/law/childcare_insured", 200),
                new Sheet("permits", worker, "/permits", 200),
                new Sheet("permits-approver", Role.SECOND_APPROVER, "/permits", 200),
                new Sheet(
                        "permit-new",
                        worker,
                        "/permits/new?family=" + village.id(Household.FAR).number(),
                        200),
                new Sheet("break-glass", worker, "/permits/break-glass", 200),
                new Sheet("account", worker, "/account", 200),
                new Sheet("second-factor", worker, "/account/second-factor", 200),
                new Sheet("log", Role.AUDITOR, "/admin/log", 200),
                new Sheet("log-none", Role.AUDITOR, "/admin/log?family=99999999-9", 200),
                new Sheet("roles", Role.AUDITOR, "/admin/roles", 200),
                new Sheet("officers", Role.OPERATOR, "/admin/officers", 200),
                new Sheet("again", Role.OPERATOR, "/sign-in/again", 200),
                new Sheet("my-contract", Role.CITIZEN, "/my/contract", 200),
                new Sheet("my-rights", Role.CITIZEN, "/my/rights", 200),
                new Sheet("my-help", Role.CITIZEN, "/my/help", 200),
                new Sheet("my-payments", Role.CITIZEN, "/my/payments", 200),
                new Sheet("my-family", Role.CITIZEN, "/my/family", 200),
                new Sheet("my-data", Role.CITIZEN, "/my/data", 200),
                new Sheet("my-messages", Role.CITIZEN, "/my/messages", 200),
                new Sheet("my-looks", Role.CITIZEN, "/my/looks", 200),
                new Sheet(
                        "my-question",
                        Role.CITIZEN,
                        "/my/questions/new?sheet=contact&column=phone&person=" + head,
                        200),
                new Sheet("home-citizen", Role.CITIZEN, "/", 200));
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return called;
    }
}
