package kz.shanyraq.office.financing;

import kz.shanyraq.office.benefits.PaidFamilies;
import kz.shanyraq.office.benefits.Topic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How many offers ended in money that the bank confirmed: the last figure of the way from found to paid.
@Component
class PaidOffers implements PaidFamilies {

    private static final String PAID = """
            select count(distinct c.offer_id)
            from benefits.consent c
            join benefits.application a on a.consent_id = c.id
            join benefits.award w on w.application_id = a.id
            join registry.family f on f.id = w.family_id
            where c.offer_id is not null and f.kato between :lo and :hi and (:topic = 0 or w.topic = :topic)
                and exists (select from financing.balance b where b.award_id = w.id and b.confirmed > 0)
            """;

    private final JdbcClient db;

    PaidOffers(JdbcClient db) {
        this.db = db;
    }

    @Override
    @Transactional(readOnly = true)
    public long paid(int lo, int hi, @Nullable Topic topic) {
        return db.sql(PAID)
                .param("lo", lo)
                .param("hi", hi)
                .param("topic", topic == null ? 0 : topic.id())
                .query(Long.class)
                .single();
    }
}
