package kz.shanyraq.office.page;

/// Tells who is before the page. The module `access` knows; without its bean everybody is anonymous.
public interface Visitors {
    /// Who asks for the page that this thread answers.
    Visitor current();
}
