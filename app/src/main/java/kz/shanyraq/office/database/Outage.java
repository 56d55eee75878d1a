package kz.shanyraq.office.database;

/// Who hears that the database has ended though nobody asked it to. Each word is said once, in the words of people.
public interface Outage {

    /// It has ended, and is being started again.
    void began(String words);

    /// It runs again, at the same address.
    void over(String words);

    /// It cannot be started again: the office cannot go on.
    void lost(String words);
}
