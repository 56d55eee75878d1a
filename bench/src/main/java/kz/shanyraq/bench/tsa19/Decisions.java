package kz.shanyraq.bench.tsa19;

/// The decisions about families, in columns: one row for each family, in the families' order.
final class Decisions {

    final int[] amount;
    final byte[] reason;
    final byte[] type;

    /// Room for the decisions about so many families.
    Decisions(int families) {
        amount = new int[families];
        reason = new byte[families];
        type = new byte[families];
    }

    /// Keeps the decision that a sheet came to.
    void set(int row, Assistance sheet) {
        amount[row] = Math.toIntExact(sheet.monthly());
        reason[row] = (byte) sheet.unmet();
        type[row] = (byte) sheet.kindOrdinal();
    }

    /// Takes over decisions.
    void copy(Decisions same, int from, int to) {
        System.arraycopy(same.amount, from, amount, from, to - from);
        System.arraycopy(same.reason, from, reason, from, to - from);
        System.arraycopy(same.type, from, type, from, to - from);
    }
}
