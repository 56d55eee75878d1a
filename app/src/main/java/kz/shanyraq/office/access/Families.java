package kz.shanyraq.office.access;

import java.util.Optional;

/// What access asks the registry about families; the registry answers with a bean.
public interface Families {

    /// The family of a number anywhere in the country, under protection or not. It is not shown to anybody: it only
    /// becomes the subject of a permit.
    Optional<FamilyRef> withNumber(String number);
}
