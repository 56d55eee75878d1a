package kz.shanyraq.policy;

/// The kind of targeted assistance (Social Code, arts 121–122); [#NONE] for every other benefit.
public enum Kind implements Code {
    NONE,
    UNCONDITIONAL,
    CONDITIONAL;

    @Override
    public String code() {
        return this == NONE ? "" : Code.super.code();
    }
}
