package kz.shanyraq.office.financing;

import org.jspecify.annotations.Nullable;

/// One payment to one account, as a bank is asked for it.
///
/// @param endToEndId our own number of the payment, which comes back in every answer; at most 35 characters
/// @param payeeName to whom, as the bank knows the owner of the account
/// @param payeeIin the payee's number, twelve digits
/// @param iban the payee's account
/// @param bic the payee's bank; null where the account's number alone has to do
/// @param tenge how much
/// @param purposeCode why, by the classifier of payment purposes (ТМК, КНП): three digits
/// @param residencyAndSector what the payee is (БеК, КБе): residency and sector of the economy, two digits
/// @param remittance why, in words that the payee reads
/// @param actualRecipient whose money it is, if not the payee's
public record CreditTransfer(
        String endToEndId,
        String payeeName,
        String payeeIin,
        String iban,
        @Nullable String bic,
        long tenge,
        String purposeCode,
        String residencyAndSector,
        String remittance,
        @Nullable ActualRecipient actualRecipient) {}
