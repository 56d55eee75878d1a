package kz.shanyraq.cli;

/// The exit codes of every command.
public final class Exit {

    /// Done.
    public static final int DONE = 0;

    /// Done, but some rows were rejected or some checks failed; they are listed.
    public static final int DONE_WITH_REJECTS = 1;

    /// The call's words are wrong.
    public static final int USAGE = 2;

    /// An input cannot be read.
    public static final int UNREADABLE = 3;

    /// The office or its database cannot be reached.
    public static final int UNREACHABLE = 4;

    /// A fault of ours; a report file says more.
    public static final int FAULT = 70;

    private Exit() {}
}
