package kz.shanyraq.office.financing;

import java.util.List;

/// What a bank says of a payment file (pain.002).
///
/// @param originalMessageId the number of the payment file it answers
/// @param groupStatus of the file as a whole, as the bank wrote it; empty where it says nothing of the whole
/// @param transfers of which payments it speaks; one of which it does not speak is not thereby accepted
public record StatusReport(
        String messageId, String originalMessageId, String groupStatus, List<TransferStatus> transfers) {

    public StatusReport {
        transfers = List.copyOf(transfers);
    }
}
