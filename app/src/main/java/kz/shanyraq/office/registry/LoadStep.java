package kz.shanyraq.office.registry;

/// Takes a portion of rows from the staging table into the registry, within the transaction that also counts them.
interface LoadStep {

    /// Takes the rows of a staging table.
    ///
    /// @return what became of them; rows that the reader rejected already are not among them
    LoadTally take(LoadPart part, String staging);
}
