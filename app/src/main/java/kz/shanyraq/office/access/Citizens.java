package kz.shanyraq.office.access;

import java.util.Optional;

/// What access asks the registry about a citizen who signs in; the registry answers with a bean.
public interface Citizens {

    /// The family in which a person is today.
    Optional<Long> familyOf(long person);
}
