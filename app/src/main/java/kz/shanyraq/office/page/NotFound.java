package kz.shanyraq.office.page;

/// There is no such page, or none that this visitor may know of: the two look the same.
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param what what was asked for, for whoever reads a test's failure; the page does not show it
    public NotFound(String what) {
        super(what, null, false, false);
    }
}
