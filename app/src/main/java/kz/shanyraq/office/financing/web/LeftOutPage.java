package kz.shanyraq.office.financing.web;

import java.util.List;
import java.util.Map;
import kz.shanyraq.office.financing.PayLists.Out;
import kz.shanyraq.office.financing.PayLists.PayList;
import kz.shanyraq.office.financing.PayLists.Sum;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.registry.Found;
import org.jspecify.annotations.Nullable;

/// What a list leaves out for one reason.
///
/// @param families those that may be seen, by their numbers
/// @param next where the next page begins, `award-month`; null on the last
public record LeftOutPage(
        PayList list,
        String reason,
        @Nullable Sum sum,
        List<Out> outs,
        Map<Long, Found.Family> families,
        boolean later,
        @Nullable String next) {

    /// The title.
    public String title(Text t) {
        return t.say("financing.outs.title", Integer.toString(list.id()), t.say("financing.out." + reason));
    }

    /// The number of a family as people write it.
    public String family(Out out) {
        return new kz.shanyraq.office.registry.FamilyId(out.familyId()).number();
    }

    /// The name of its head, or its number.
    public String head(Out out) {
        Found.Family family = families.get(out.familyId());
        return family == null || family.head().isEmpty() ? family(out) : family.head();
    }

    /// The benefit.
    public String benefit(Out out, Text t) {
        return PayWords.benefit(out.topic(), t);
    }

    /// The month.
    public String month(Out out, Text t) {
        return PayWords.month(out.month(), t);
    }
}
