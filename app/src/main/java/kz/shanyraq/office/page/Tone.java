package kz.shanyraq.office.page;

/// What a mark or a notice says by its colour; an icon and a word always say it too.
public enum Tone {
    /// Nothing to do.
    PLAIN("neutral", Icon.INFORMATION),
    /// To know, planned.
    INFO("slate", Icon.INFORMATION),
    /// Confirmed, received.
    GOOD("meadow", Icon.CHECK),
    /// A person must act; never "bad family".
    WAIT("amber", Icon.WARNING),
    /// Something failed.
    BAD("danger", Icon.FAILED),
    /// Confidential, destructive.
    CONFIDENTIAL("berry", Icon.SHIELD_LOCK);

    private final String color;
    private final Icon icon;

    Tone(String color, Icon icon) {
        this.color = color;
        this.icon = icon;
    }

    /// The theme's name of the colour, for `data-color`.
    public String color() {
        return color;
    }

    /// The icon that says the same.
    public Icon icon() {
        return icon;
    }
}
