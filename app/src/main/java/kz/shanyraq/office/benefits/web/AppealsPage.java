package kz.shanyraq.office.benefits.web;

import java.util.List;
import kz.shanyraq.office.benefits.Appeals.Appeal;
import kz.shanyraq.office.benefits.Decisions.Decision;
import kz.shanyraq.office.benefits.TopicWords;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Found;

/// Appeals that wait for an answer, and those that were upheld and whose decision is still to be put right.
public record AppealsPage(List<Line> open, List<Line> correct) {

    /// An appeal, its family and the decision that it disputes.
    public record Line(Appeal appeal, Found.Family family, Decision decision) {

        /// The benefit.
        public String benefit(Text t) {
            return TopicWords.name(decision.subject().topic(), t);
        }

        /// The head of the family, or its number.
        public String name() {
            return family.head().isEmpty() ? family.id().number() : family.head();
        }

        /// What is disputed.
        public String condition(Text t) {
            return DecisionPage.condition(decision, appeal.condition(), t);
        }

        /// The clock.
        public Clock clock() {
            return Clock.of(appeal);
        }
    }
}
