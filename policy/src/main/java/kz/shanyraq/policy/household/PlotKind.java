package kz.shanyraq.policy.household;

import kz.shanyraq.policy.Code;

/// Land of a personal subsidiary farm.
public enum PlotKind implements Code {
    GARDEN,
    ARABLE,
    HAY
}
