package kz.shanyraq.policy;

/// A ground of refusal (бас тарту негізі, основание отказа): the code of an unmet condition, in the order of
/// the act.
public interface Ground extends Code {

    /// Where the law says so.
    Provision provision();
}
