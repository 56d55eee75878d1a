package kz.shanyraq.office.access;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Hears in tests what other modules would hear of messages.
@Component
class HeardMessages {

    private final Queue<Object> heard = new ConcurrentLinkedQueue<>();

    @TransactionalEventListener
    void on(MessageDelivered delivered) {
        heard.add(delivered);
    }

    @TransactionalEventListener
    void on(MessageFailed failed) {
        heard.add(failed);
    }

    @TransactionalEventListener
    void on(ReplyArrived reply) {
        heard.add(reply);
    }

    /// What was told of a kind, in order.
    <T> List<T> of(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
