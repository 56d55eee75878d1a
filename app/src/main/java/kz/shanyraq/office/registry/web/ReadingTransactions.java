package kz.shanyraq.office.registry.web;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The transaction in which a page is read.
@Component
class ReadingTransactions extends TransactionTemplate {

    private static final long serialVersionUID = 1;

    ReadingTransactions(PlatformTransactionManager transactions) {
        super(transactions);
        setReadOnly(true);
    }
}
