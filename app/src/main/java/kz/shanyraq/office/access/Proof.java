package kz.shanyraq.office.access;

/// The token of a session. It is never written anywhere: the database knows its hash, the log nothing.
record Proof(String token) {

    @Override
    public String toString() {
        return "Proof[…]";
    }
}
