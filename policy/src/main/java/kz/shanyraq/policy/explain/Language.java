package kz.shanyraq.policy.explain;

import kz.shanyraq.policy.Code;

/// A language of explanations; the order is that of the columns of the words.
public enum Language implements Code {
    /// Kazakh.
    KK,
    /// Russian.
    RU,
    /// English.
    EN
}
