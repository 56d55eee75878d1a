package kz.shanyraq.cli;

/// The exit codes of every command.
final class Exit {

    /// Done.
    static final int DONE = 0;

    /// Done, but some rows were rejected or some checks failed; they are listed.
    static final int DONE_WITH_REJECTS = 1;

    /// The call's words are wrong.
    static final int USAGE = 2;

    /// An input cannot be read.
    static final int UNREADABLE = 3;

    /// The office or its database cannot be reached.
    static final int UNREACHABLE = 4;

    /// A fault of ours; a report file says more.
    static final int FAULT = 70;

    private Exit() {}
}
