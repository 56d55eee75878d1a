package kz.shanyraq.office.financing;

/// Who pays: the office that orders the money, and the account it comes from.
///
/// @param bin the office's number, twelve digits
/// @param residencyAndSector what the payer is (ЖіК, КОд): residency and sector of the economy, two digits
public record Payer(String name, String bin, String iban, String bic, String residencyAndSector) {}
