package kz.shanyraq.office.access;

import java.util.UUID;

/// A role in a territory. An officer acts under one at a time.
///
/// @param id its id
/// @param role what it allows
/// @param territory where
public record Post(UUID id, Role role, Territory territory) {}
