package kz.shanyraq.policy.assistance;

import kz.shanyraq.policy.Code;

/// The editions of targeted social assistance, in the order in which they took force (`docs/amendments.md`).
public enum Edition implements Code {
    /// 1 January 2018 – 31 March 2019: half of the subsistence minimum.
    V1,
    /// 1 April – 31 December 2019: 70 %, a flat sum for each child.
    V2,
    /// 1 January 2020 – 30 June 2023: one shortfall for the family, a package for the children.
    V3,
    /// 1 July 2023 – 31 December 2024: the Social Code.
    V4,
    /// From 1 January 2025: the median income counts too.
    V5,
    /// The proposal of 2 September 2025: never in force, for simulation only.
    V6;

    @Override
    public String code() {
        return name();
    }
}
