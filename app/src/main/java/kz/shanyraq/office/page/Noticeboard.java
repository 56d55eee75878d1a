package kz.shanyraq.office.page;

import java.util.List;

/// What must stand above every page at the moment, such as a register that does not answer. Any module may have a bean
/// of it; it is asked for
/// every page, so it answers from memory.
public interface Noticeboard {
    /// The notices for whoever is before the page.
    List<Notice> now(Visitor visitor);
}
