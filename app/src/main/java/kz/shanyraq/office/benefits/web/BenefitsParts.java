package kz.shanyraq.office.benefits.web;

import java.util.List;
import kz.shanyraq.office.access.Parts;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Icon;
import kz.shanyraq.office.page.Section;
import org.springframework.stereotype.Component;

/// What benefits add to the navigation.
@Component
class BenefitsParts implements Parts {

    @Override
    public List<Part> parts() {
        return List.of(
                new Part(90, Right.LIST, new Section("benefits.section.findings", Icon.SEARCH, "/findings")),
                new Part(
                        92,
                        Right.DECIDE_BENEFITS,
                        new Section("desk.applications", Icon.APPLICATION, "/applications", "/awards")),
                new Part(
                        92,
                        Right.APPROVE_DECISIONS,
                        new Section("desk.applications", Icon.APPLICATION, "/applications", "/awards")),
                new Part(93, Right.DECIDE_BENEFITS, new Section("desk.decisions", Icon.LAW, "/decisions")),
                new Part(91, Right.APPROVE_DECISIONS, new Section("desk.decisions", Icon.LAW, "/decisions")),
                new Part(94, Right.DECIDE_BENEFITS, new Section("desk.appeals", Icon.CHAT, "/appeals")),
                new Part(94, Right.APPROVE_DECISIONS, new Section("desk.appeals", Icon.CHAT, "/appeals")),
                new Part(91, Right.PLAN_VISIT, new Section("benefits.section.visits", Icon.FLAG, "/visits")),
                new Part(92, Right.OFFER_BENEFITS, new Section("benefits.section.offers", Icon.MAIL, "/offers")),
                new Part(
                        92,
                        Right.SEE_OWN,
                        new Section("benefits.section.my_help", Icon.WALLET, "/my/help", "/my/decisions")),
                new Part(90, Right.SEE_OWN, new Section("benefits.section.my_rights", Icon.HAND_HEART, "/my/rights")),
                new Part(
                        205,
                        Right.COUNT,
                        new Section("benefits.section.takeup", Icon.HAND_HEART, "/takeup", "/wellbeing")),
                new Part(190, Right.LOAD_DATA, new Section("benefits.section.sweep", Icon.LAW, "/sweep")));
    }
}
